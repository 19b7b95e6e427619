"""Runs by what is asked of them: `auc > 0.58 model = xgboost tag:hourly "two words" -failed`.

Every condition has to hold. A condition compares a figure (`auc`, `log_loss`, `brier`, `accuracy`, `mean_r`, `rows`,
`features`, `trees`, `seconds`) or words (`name`, `model`, `status`, `data`, `tag`, `note`, `id`), asks `is:starred`,
`is:pinned` or `is:contaminated`, or is a word to be found anywhere. A minus before it turns it round.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from engine.errors import WorkbenchError
from engine.records import RunRecord

Condition = Callable[[RunRecord], bool]
_SCORES = ("auc", "log_loss", "brier", "accuracy", "mean_r")


def _score(name: str, run: RunRecord) -> float | None:
    found = getattr(run.scores, name, None) if run.scores is not None else None
    return None if found is None else float(found.value)


_FIGURES: Mapping[str, Callable[[RunRecord], float | None]] = {
    **{name: partial(_score, name) for name in _SCORES},
    "rows": lambda run: run.rows, "features": lambda run: len(run.features), "trees": lambda run: run.trees,
    "seconds": lambda run: run.training_seconds,
}
_WORDS: Mapping[str, Callable[[RunRecord], tuple[str, ...]]] = {
    "name": lambda run: (run.name or run.id,), "model": lambda run: (run.kind,), "status": lambda run: (run.status,),
    "data": lambda run: (Path(run.source).name,), "tag": lambda run: run.tags, "note": lambda run: (run.note,),
    "id": lambda run: (run.id,),
}
_STATES: Mapping[str, Condition] = {
    "starred": lambda run: run.starred, "pinned": lambda run: run.pinned, "contaminated": lambda run: run.contaminated,
}
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq, ":": operator.eq,
    "!=": operator.ne,
}
_SYMBOLS = r">=|<=|!=|=|>|<|:"
_PART = re.compile(rf'\s*(-?)(?:([A-Za-z_]+)\s*({_SYMBOLS})\s*)?(?:"([^"]*)"|([^\s"]+))')
_HELP = ("Write a figure as auc > 0.58, words as model = xgboost or tag:hourly, a state as is:starred; other words are "
         "looked for anywhere.")


def matching(text: str, *, anywhere: Callable[[RunRecord], str] | None = None) -> Condition:
    """Whether a run fulfils the expression; `anywhere` gives what plain words are looked for in."""
    conditions = [_condition(part, anywhere or _said) for part in _parts(text)]
    return lambda run: all(condition(run) for condition in conditions)


def _parts(text: str) -> list[tuple[bool, str, str, str]]:
    """Of each condition: whether it is turned round, its name, its symbol, its value."""
    found, place = [], 0
    text = text.strip()
    while place < len(text):
        part = _PART.match(text, place)
        if part is None:
            raise _refused(f"“{text[place:].strip()}” has a quotation mark without its other one.", "Close it.")
        minus, name, symbol, quoted, plain = part.groups()
        value = plain if quoted is None else quoted
        found.append((bool(minus), (name or "").lower(), symbol or ("" if quoted is None else '"'), value))
        place = part.end()
    return found


def _condition(part: tuple[bool, str, str, str], anywhere: Callable[[RunRecord], str]) -> Condition:
    turned, name, symbol, value = part
    if not symbol and (value.lower() in (*_FIGURES, *_WORDS, "is") or re.fullmatch(_SYMBOLS, value)):
        raise _refused(f"“{value}” compares nothing.", _HELP)
    found = _plain(value, anywhere) if not name else _named(name, symbol, value)
    return (lambda run: not found(run)) if turned else found


def _plain(value: str, anywhere: Callable[[RunRecord], str]) -> Condition:
    sought = value.lower()
    return lambda run: sought in anywhere(run).lower()


def _named(name: str, symbol: str, value: str) -> Condition:
    if name in _FIGURES:
        return _figure(name, symbol, value)
    if name == "is":
        if value.lower() not in _STATES or symbol not in (":", "="):
            raise _refused(f"A run cannot be “{value}”.", "Ask for is:starred, is:pinned or is:contaminated.")
        return _STATES[value.lower()]
    if name not in _WORDS:
        raise _refused(f"Runs have nothing called “{name}”.",
                       f"There are {', '.join((*_FIGURES, *_WORDS, 'is'))}.")
    if symbol in (">", ">=", "<", "<="):
        raise _refused(f"“{name}” is no number.", f"Compare it with = or !=, as {name} = {value}.")
    read, sought = _WORDS[name], value.lower()
    inside = symbol == ":" or name in ("name", "data", "note")
    found: Condition = lambda run: any(  # noqa: E731 - one of two readings of the same words
        sought in words.lower() if inside else sought == words.lower() for words in read(run))
    return (lambda run: not found(run)) if symbol == "!=" else found


def _figure(name: str, symbol: str, value: str) -> Condition:
    try:
        limit = float(value.replace(",", "."))
    except ValueError:
        raise _refused(f"“{value}” is no number.", f"Compare {name} with a number, as {name} > 0.58.") from None
    read, holds = _FIGURES[name], _COMPARED[symbol]

    def found(run: RunRecord) -> bool:
        figure = read(run)
        return figure is not None and holds(figure, limit)

    return found


def _said(run: RunRecord) -> str:
    return "\n".join((run.id, run.name, run.kind, run.status, Path(run.source).name, run.note, *run.tags))


def _refused(what: str, remedy: str) -> WorkbenchError:
    return WorkbenchError(what, remedy=remedy, code="bad-filter")
