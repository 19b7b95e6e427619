"""Which column is which: guessed by name, type and content; what is given wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data import names
from engine.data.labels import is_binary
from engine.data.times import MISSING, looks_like_time, read_times
from engine.errors import WorkbenchError
from engine.records import Finding, Level, Roles

if TYPE_CHECKING:
    import pandas as pd

NOTHING_GIVEN = Roles()
MOST_CATEGORIES = 1000
_ROLE_FIELDS = ("label", "time", "label_time", "weight", "id")
_COMPARED = 2000
_SOME_TIMES = 0.1
_TRADE_COLUMNS = 2  # columns named as a trade's outcome that make a file one of trades


def guess_roles(frame: pd.DataFrame, given: Roles = NOTHING_GIVEN, *, label_by_place: bool = True) -> Roles:
    """Complete `given`; `guessed` names the roles that were found here.

    `label_by_place`: where no name fits, a last column of wins and losses is taken for the label.
    """
    roles = _checked(frame, given)
    guesses: dict[str, Callable[[pd.DataFrame, Roles], str | None]] = {
        "time": _time, "label_time": _label_time, "weight": _weight, "id": _id, "label": _label,
    }
    if label_by_place:
        guesses["label"] = lambda frame, roles: _label(frame, roles) or _last_column(frame, roles)
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


def of_trades(frame: pd.DataFrame, roles: Roles) -> bool:
    """Whether the file holds signals or trades, not just any table with a class."""
    if roles.time or roles.label_time or roles.weight:
        return True
    return sum(map(names.known_afterwards, frame.columns)) >= _TRADE_COLUMNS + (roles.label is not None)


def role_findings(frame: pd.DataFrame, roles: Roles, given: Roles) -> list[Finding]:
    """What the analyst should know about the guesses."""
    found = []
    if roles.label and "label" in roles.guessed and names.rank(roles.label, names.LABEL) < 0:
        found.append(Finding(
            Level.WARNING, "label-guessed", roles.label,
            f"No column is named as a label; {roles.label} was taken because it holds wins and losses.",
            "Choose the column of wins and losses if it is another.",
        ))
    unread = _unread_times(frame, roles)
    found += unread
    for name in (name for name in roles.dropped if name not in {each.column for each in unread}):
        reason = why_useless(frame, name) if name not in given.dropped else None
        if reason is not None:
            found.append(Finding(Level.INFO, reason[0], name, f"{reason[1]} It is not a feature.", ""))
    return found


def _unread_times(frame: pd.DataFrame, roles: Roles) -> list[Finding]:
    """Columns named like the signal's time that hold times in more than one writing, where no other tells it."""
    if roles.time is not None:
        return []
    named = [name for name in roles.dropped if names.rank(name, names.TIME) >= 0]
    return [note for name in named if (note := _mixed_times(frame[name].dropna().head(_COMPARED), name)) is not None]


def _mixed_times(column: pd.Series, name: str) -> Finding | None:
    unread = read_times(column, name).unread
    if not unread.any() or unread.mean() > 1 - _SOME_TIMES:
        return None
    read, other = (str(column[rows].iloc[0])[:40] for rows in (~unread, unread))
    return Finding(
        Level.WARNING, "mixed-times", name,
        f"Some of its cells are times, such as {read!r}, and others are not, such as {other!r}: it was not read, and "
        "rows are taken in file order.", "Write all of them alike, best as 2024-01-31T14:30:00Z.")


def why_useless(frame: pd.DataFrame, name: str) -> tuple[str, str] | None:
    """Code and words why a column can be no feature, or `None`: splits, counters, times, texts that name rows."""
    import pandas as pd

    column, word = frame[name], names.plain(name)
    numeric = pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column)
    if word in names.SPLIT and _splits(column):
        return "split-column", "It says which rows somebody trained and tested on."
    if word in names.SAMPLE_WEIGHT and numeric:
        return "sample-weight", "It holds weights; choose it as realized R if it is that."
    if numeric and word in (*names.ROW_COUNTER, *names.ID) and column.nunique() > 0.9 * max(len(frame), 1):
        return "row-counter", "It only counts or names the rows."
    if (not numeric or names.tokens(name) & names.CLOCK_WORDS) and looks_like_time(column):
        return "another-time", "It is a time beside the signal's own."
    if not numeric and id_like(column):
        return "id-like", f"Its {column.nunique():,} different texts name single rows rather than groups."
    return None


def id_like(column: pd.Series) -> bool:
    """Whether a text column names single rows rather than groups."""
    distinct = column.nunique()
    return distinct > MOST_CATEGORIES or distinct > max(20, 0.5 * int(column.notna().sum()))


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
    twice = [name for name in found.values() if list(found.values()).count(name) > 1]
    if twice:
        raise WorkbenchError(f"{twice[0]} cannot have two roles.", where=twice[0], code="two-roles",
                             remedy="Give each role a column of its own.")
    return replace(given, **found, guessed=(),
                   outcomes=tuple(map(find, given.outcomes)), dropped=tuple(map(find, given.dropped)))


def _free(frame: pd.DataFrame, roles: Roles) -> list[str]:
    taken = {getattr(roles, field) for field in _ROLE_FIELDS} | set(roles.dropped)
    return [name for name in frame.columns if name not in taken]


def _ranked(frame: pd.DataFrame, roles: Roles, spellings: tuple[str, ...]) -> list[str]:
    places = {name: names.rank(name, spellings) for name in _free(frame, roles)}
    return sorted((name for name, place in places.items() if place >= 0), key=lambda name: places[name])


def _label(frame: pd.DataFrame, roles: Roles) -> str | None:
    """The best named column of wins and losses; else a column named exactly as a label, to be refused in words."""
    ranked = _ranked(frame, roles, names.LABEL)
    hinted = [name for name in _free(frame, roles) if names.may_be_a_label(name) and name not in ranked]
    binary = next((name for name in (*ranked, *hinted) if is_binary(frame[name])), None)
    named = (name for name in ranked if names.rank(name, names.LABEL) < len(names.LABEL))
    return binary if binary is not None else next(named, None)


def _last_column(frame: pd.DataFrame, roles: Roles) -> str | None:
    last = _free(frame, roles)[-1:]
    fits = bool(last) and is_binary(frame[last[0]]) and not names.known_afterwards(last[0])
    return last[0] if fits else None


def _time(frame: pd.DataFrame, roles: Roles) -> str | None:
    """By name; else the earliest of the columns that hold dates."""
    ranked = [name for name in _ranked(frame, roles, names.TIME) if not names.plans_ahead(name)]
    named = next((name for name in ranked if not names.ends_a_trade(name) and looks_like_time(frame[name])), None)
    if named is not None:
        return named
    dated = [name for name in _free(frame, roles) if _holds_dates(frame[name])
             and not names.plans_ahead(name) and not names.ends_a_trade(name)]
    return min(dated, key=lambda name: _middle(frame, name), default=None)


def _label_time(frame: pd.DataFrame, roles: Roles) -> str | None:
    """By name; never a column that lies before the signal."""
    ranked = _ranked(frame, roles, names.LABEL_TIME)
    hinted = [name for name in _free(frame, roles) if name not in ranked and names.ends_a_trade(name)
              and (names.tokens(name) & names.CLOCK_WORDS or _holds_dates(frame[name]))]
    fits = (name for name in (*ranked, *hinted) if looks_like_time(frame[name]) and _follows(frame, name, roles.time))
    return next(fits, None)


def _holds_dates(column: pd.Series) -> bool:
    import pandas as pd

    return not pd.api.types.is_numeric_dtype(column) and looks_like_time(column)


def _middle(frame: pd.DataFrame, name: str) -> float:
    known = read_times(frame[name].head(_COMPARED), "").ns
    known = known[known != MISSING]
    return float(known.mean()) if len(known) else float("inf")


def _follows(frame: pd.DataFrame, name: str, time: str | None) -> bool:
    if time is None:
        return True
    early, late = (read_times(frame[column].head(_COMPARED), "").ns for column in (time, name))
    both = (early != MISSING) & (late != MISSING)
    return not both.any() or bool((late[both] >= early[both]).mean() > 0.5)


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
    by_name = of_trades(frame, roles)
    outcomes = roles.outcomes or tuple(name for name in free if _outcome(frame, name, roles, by_name=by_name))
    dropped = tuple(name for name in free if name not in outcomes and why_useless(frame, name) is not None)
    return replace(roles, outcomes=tuple(outcomes), dropped=(*roles.dropped, *dropped))


def _outcome(frame: pd.DataFrame, name: str, roles: Roles, *, by_name: bool) -> bool:
    """By name in a file of trades; a second column of wins and losses anywhere."""
    if names.plain(name) in names.LABEL and is_binary(frame[name]):
        return roles.label is not None
    closes = names.plain(name) == "close_price" and roles.label_time is not None and names.plain(
        roles.label_time).startswith("close")
    return by_name and (closes or names.known_afterwards(name) or names.rank(name, names.LABEL_TIME) >= 0)


def _splits(column: pd.Series) -> bool:
    distinct = column.nunique()
    return distinct <= 20 and (column.dtype.kind != "f" or bool((column.dropna() % 1 == 0).all()))
