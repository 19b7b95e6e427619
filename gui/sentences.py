"""What the engine says, in the language of the window: a finished sentence is traced back to its template.

The engine writes plain English and knows no translation. `packaging/engine_words.py` reads all its sentences from the
code, as templates ("The file lacks {absent} of {names}.") with the kind of each place, and keeps them in
`resources/translations/engine.json`. `said` finds the template that a sentence was made of, translates it, and puts
the values back: numbers as the language writes them, words of the engine translated in turn, names as they are. Where
two readings of a sentence are possible, or none, it stays English: no value is ever guessed at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from PySide6.QtCore import QCoreApplication

from engine.errors import WorkbenchError
from engine.settings import resource
from gui import translation
from gui.translation import later, localized, tr

CONTEXT = "engine"
_NUMBER = r"[-+−]?(?:\d[\d,]*(?:\.\d+)?|nan|inf)(?:e[-+]?\d+)?%?"
_MEASURE = re.compile(rf"({_NUMBER})(?:( ?)([^\s\d]+))?")
_MORE = later(" and {len} more")  # how the engine ends a list of names
_LISTED = re.compile(r"(.+) and ([\d,]+) more", re.DOTALL)
_SEAM = re.compile(r"((?<=[.!?…:;)])\s+|\n+| · )")
_PLACE = re.compile(r"\{(\w+)\}")
_FEW_LETTERS = 6  # of a template: its words must then be known ones, or it would take any sentence for its own
_FIRST = 4  # letters by which templates are found
_MOST = 5000
_PIECES = 20_000  # of sentences that are remembered while they are read
_remembered: dict[str, str] = {}
translation.forgetting.append(_remembered.clear)


def said(text: str) -> str:
    """A sentence of the engine in the language of now; itself where it is not known."""
    if not text or not translation.speaks_another():
        return text
    found = _remembered.get(text)
    if found is None:
        if len(_remembered) > _MOST:
            _remembered.clear()
        found = _remembered[text] = _translated(text) or text
    return found


def said_of(error: BaseException) -> str:
    """A refusal in one line: where, what and what to do. Of what nobody foresaw, the message strip tells."""
    from gui.parts.fields import FieldError

    if isinstance(error, FieldError):
        return str(error)
    if not isinstance(error, WorkbenchError):
        return tr("Something unexpected went wrong; the message above the tabs has the details.")
    place = f"{place_said(error.where)}:" if error.where else ""
    return " ".join(part for part in (place, said(error.what), said(error.remedy)) if part)


def place_said(where: str) -> str:
    """Where something is: mostly a name that is nobody's to translate, seldom words of the engine."""
    return said(where) if " " in where else where


class _Template:
    """One sentence of the engine with places for values."""

    def __init__(self, text: str, kinds: str) -> None:
        parts = _PLACE.split(text)
        self.text, self.kinds, self.names = text, kinds, parts[1::2]
        self.literals = parts[::2]
        self.weight = sum(map(len, self.literals))
        self.head, self.tail, self.key = parts[0], parts[-1], max(self.literals, key=len)
        self.vague = sum(letter.isalpha() for part in self.literals for letter in part) < _FEW_LETTERS

    @cached_property
    def readings(self) -> tuple[re.Pattern[str], ...]:
        """As short as possible from the left, and as long as possible: a sentence with one reading fits both alike."""
        return self._pattern("?"), self._pattern("")

    def _pattern(self, lazy: str) -> re.Pattern[str]:
        places = {"n": f"({_NUMBER})", "w": f"(.*{lazy})", "c": f"(.+{lazy})"}
        found = re.escape(self.literals[0])
        for kind, literal in zip(self.kinds, self.literals[1:], strict=True):
            found += places.get(kind, f"(.+{lazy})") + re.escape(literal)
        return re.compile(found, re.DOTALL)

    def translated(self, text: str) -> tuple[int, str] | None:
        """How much of it is not known, and the sentence; None where it was made of another template, or in two ways."""
        if not (text.startswith(self.head) and text.endswith(self.tail) and self.key in text):
            return None
        matches = [pattern.fullmatch(text) for pattern in self.readings]
        if matches[0] is None or matches[1] is None:
            return None
        found = [self._filled(match.groups()) for match in matches if match is not None]
        fewest = min(unknown for unknown, _ in found)
        best = {shown for unknown, shown in found if unknown == fewest}
        return (fewest, best.pop()) if len(best) == 1 and not (fewest and self.vague) else None

    def _filled(self, values: tuple[str, ...]) -> tuple[int, str]:
        """How many places should hold words of the engine and do not, and the translation with the values put back."""
        put: dict[str, str] = {}
        unknown = 0
        for name, kind, value in zip(self.names, self.kinds, values, strict=True):
            shown = _put(kind, value, whole=self.vague)
            unknown += shown is None or (self.vague and kind == "t" and _SEAM.search(value) is not None)
            put[name] = value if shown is None else shown
        return unknown, _PLACE.sub(lambda place: put[place[1]], _looked_up(self.text) or self.text)


@cache
def _templates() -> dict[str, list[_Template]]:
    """All templates by their first letters, "" where they begin with a value; the longest first."""
    found: dict[str, list[_Template]] = {}
    kinds = json.loads((resource("translations") / "engine.json").read_text(encoding="utf-8"))
    for each in sorted((_Template(*each) for each in kinds.items()), key=lambda each: -each.weight):
        found.setdefault(each.head[:_FIRST] if len(each.head) >= _FIRST else "", []).append(each)
    return found


def _candidates(text: str) -> list[_Template]:
    by_head = _templates()
    return [*by_head.get(text[:_FIRST], ()), *by_head[""]]


def _looked_up(text: str) -> str | None:
    """The translation of a whole sentence or a template; None where there is none."""
    for context in (CONTEXT, translation.CONTEXT):
        found = QCoreApplication.translate(context, text)
        if found != text:
            return found
    return None


def _translated(text: str) -> str | None:
    return _whole(text) or _clause(text) or _in_pieces(text)


def _clause(text: str) -> str | None:
    """A clause that was made a sentence by its full stop."""
    found = _whole(text[:-1]) if text.endswith(".") and not text.endswith("..") else None
    return found and f"{found}."


def _whole(text: str, *, known: bool = False) -> str | None:
    """One sentence, as it stands or made of a template; with `known` only where all of its places are known."""
    found = _reading(text)
    return None if found is None or (known and found[0]) else found[1]


@lru_cache(maxsize=_PIECES)
def _reading(text: str) -> tuple[int, str] | None:
    """How much of it is not known, and the sentence; remembered, for its readings share most of their pieces."""
    found = _looked_up(text)
    if found is not None:
        return 0, found
    partly = None
    for each in _candidates(text):
        made = each.translated(text)
        if made is not None and not made[0]:
            return made
        partly = partly or made
    return partly


translation.forgetting.append(_reading.cache_clear)


def _in_pieces(text: str) -> str | None:
    """Several sentences one after the other; those that are not known stay. None where none is known."""
    parts = _SEAM.split(text)
    if len(parts) == 1:
        return None
    shown, known, start = "", False, 0
    while start < len(parts):
        end, found = next(_known(parts, start), (start + 1, None))
        known = known or found is not None
        shown += parts[start] if found is None else found
        shown += parts[end] if end < len(parts) else ""
        start = end + 1
    return shown if known else None


def _known(parts: list[str], start: int) -> Iterator[tuple[int, str]]:
    """The longest runs of pieces from `start` that are known, with their ends in `parts`."""
    for end in range(len(parts), start, -2):
        text = "".join(parts[start:end])
        if (start, end) == (0, len(parts)):
            continue
        ending = text[-1:] if text[-1:] in (":", ";") else ""
        found = _whole(text) or _clause(text) or (_whole(text[:-1]) if ending else None)
        if found is not None:
            yield end, found if not ending or found.endswith(ending) else found + ending


def _put(kind: str, value: str, *, whole: bool) -> str | None:
    """A value as it is put back; None where it should be words of the engine and is not known, or not as a `whole`."""
    if kind == "n":
        return localized(value)
    if kind == "l":
        more = _LISTED.fullmatch(value)
        return value if more is None else more[1] + _PLACE.sub(localized(more[2]), _looked_up(_MORE) or _MORE)
    if kind == "c":
        return ", ".join(_words(part) or part for part in value.split(", "))
    if kind == "w":
        return _words(value, whole=whole) or _words_listed(value)
    return value


def _words_listed(value: str) -> str | None:
    """Several words of the engine with commas between them, each of them known."""
    parts = [_words(part) for part in value.split(", ")]
    return ", ".join(part for part in parts if part) if len(parts) > 1 and all(parts) else None


def _words(value: str, *, whole: bool = False) -> str | None:
    """Words of the engine within a sentence, or a figure with its unit; None where they are not known."""
    found = _whole(value, known=True) if whole else _translated(value)
    measure = _MEASURE.fullmatch(value) if found is None else None
    if measure is not None:
        figure, gap, unit = measure[1], measure[2] or "", measure[3] or ""
        return localized(figure) + gap + (_looked_up(unit) or unit)
    if found is None and value[:1].isupper():  # a name that begins a sentence
        lower = _whole(value[0].lower() + value[1:])
        return lower and lower[0].upper() + lower[1:]
    if found is None and value[:1].islower():
        return _whole(value[0].upper() + value[1:])
    return found
