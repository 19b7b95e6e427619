"""Which column is which: guessed by name, type and content; what is given wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data import names
from engine.data.labels import is_binary
from engine.data.times import looks_like_time
from engine.errors import WorkbenchError
from engine.records import Roles

if TYPE_CHECKING:
    import pandas as pd

NOTHING_GIVEN = Roles()
MOST_CATEGORIES = 1000
_ROLE_FIELDS = ("label", "time", "label_time", "weight", "id")


def guess_roles(frame: pd.DataFrame, given: Roles = NOTHING_GIVEN) -> Roles:
    """Complete `given`; `guessed` names the roles that were found here."""
    roles = _checked(frame, given)
    guesses = {"time": _time, "label_time": _label_time, "weight": _weight, "id": _id, "label": _label}
    for field, guess in guesses.items():
        if getattr(roles, field) is None:
            name = guess(frame, roles)
            if name is not None:
                roles = replace(roles, **{field: name}, guessed=(*roles.guessed, field))  # type: ignore[arg-type]
    return _with_exclusions(frame, roles)


def feature_names(frame: pd.DataFrame, roles: Roles) -> tuple[str, ...]:
    """Every column without another role, in the order of the file."""
    taken = {getattr(roles, field) for field in _ROLE_FIELDS} | set(roles.outcomes) | set(roles.dropped)
    return tuple(name for name in frame.columns if name not in taken)


def _checked(frame: pd.DataFrame, given: Roles) -> Roles:
    """The given roles with the file's own spelling; a name that is not there is refused."""
    spelled = {names.plain(name): str(name) for name in reversed(list(frame.columns))}
    there = set(frame.columns)

    def find(name: str) -> str:
        if name in there:
            return name
        if names.plain(name) in spelled:
            return spelled[names.plain(name)]
        raise WorkbenchError(f"There is no column {name}.", where=name, code="no-such-column",
                             remedy=f"The columns are: {', '.join(map(str, list(frame.columns)[:40]))}.")

    found = {field: find(name) for field in _ROLE_FIELDS if (name := getattr(given, field)) is not None}
    return replace(given, **found, dropped=tuple(map(find, given.dropped)), guessed=())  # type: ignore[arg-type]


def _free(frame: pd.DataFrame, roles: Roles) -> list[str]:
    taken = {getattr(roles, field) for field in _ROLE_FIELDS} | set(roles.dropped)
    return [name for name in frame.columns if name not in taken]


def _ranked(frame: pd.DataFrame, roles: Roles, spellings: tuple[str, ...]) -> list[str]:
    places = {name: names.rank(name, spellings) for name in _free(frame, roles)}
    return sorted((name for name, place in places.items() if place >= 0), key=lambda name: places[name])


def _label(frame: pd.DataFrame, roles: Roles) -> str | None:
    ranked = _ranked(frame, roles, names.LABEL)
    binary = [name for name in ranked if is_binary(frame[name])]
    if binary:
        return binary[0]
    if ranked:
        return ranked[0]
    last = _free(frame, roles)[-1:]
    return last[0] if last and is_binary(frame[last[0]]) and not names.known_afterwards(last[0]) else None


def _time(frame: pd.DataFrame, roles: Roles) -> str | None:
    return next((name for name in _ranked(frame, roles, names.TIME) if looks_like_time(frame[name])), None)


def _label_time(frame: pd.DataFrame, roles: Roles) -> str | None:
    return next((name for name in _ranked(frame, roles, names.LABEL_TIME) if looks_like_time(frame[name])), None)


def _weight(frame: pd.DataFrame, roles: Roles) -> str | None:
    return next((name for name in _ranked(frame, roles, names.WEIGHT) if _realised(frame[name], name)), None)


def _realised(column: pd.Series, name: str) -> bool:
    """A realised ratio has losses below zero; one that never has is the plan, known at the signal."""
    import pandas as pd

    numeric = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
    return numeric and (bool((column < 0).any()) or names.plain(name) in names.SURE_WEIGHT)


def _id(frame: pd.DataFrame, roles: Roles) -> str | None:
    ranked = _ranked(frame, roles, names.ID)
    return next((name for name in ranked if frame[name].nunique() > 0.9 * max(len(frame), 1)), None)


def _with_exclusions(frame: pd.DataFrame, roles: Roles) -> Roles:
    free = _free(frame, roles)
    outcomes = roles.outcomes or tuple(name for name in free if _outcome(frame, name))
    dropped = tuple(name for name in free if name not in outcomes and _useless(frame, name))
    return replace(roles, outcomes=tuple(outcomes), dropped=(*roles.dropped, *dropped))


def _outcome(frame: pd.DataFrame, name: str) -> bool:
    if names.known_afterwards(name) or names.rank(name, names.LABEL_TIME) >= 0:
        return True
    return names.plain(name) in names.LABEL and is_binary(frame[name])


def _useless(frame: pd.DataFrame, name: str) -> bool:
    """Times, the author's own split, counters and texts that name single rows."""
    import pandas as pd

    column = frame[name]
    if pd.api.types.is_datetime64_any_dtype(column) or names.plain(name) in (*names.SPLIT, *names.SAMPLE_WEIGHT):
        return True
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        counter = names.plain(name) in (*names.ROW_COUNTER, *names.ID)
        return counter and column.nunique() > 0.9 * max(len(frame), 1)
    return looks_like_time(column) or id_like(column)


def id_like(column: pd.Series) -> bool:
    """Whether a text column names single rows rather than groups."""
    distinct = column.nunique()
    return distinct > MOST_CATEGORIES or distinct > max(20, 0.5 * int(column.notna().sum()))
