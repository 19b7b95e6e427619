"""Rows as a server or a file sends them, read as signals and labels; what cannot be read is refused in words.

A row is names and values. A field named as one of the model's features is that feature; the others are told by the
spellings that the column guesses of a file use. A row with features is a signal, one with a label is a label, one with
both is both; a field `kind` (signal or label) decides where it is there, and a field `json` may hold all the others.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.data import names as spellings
from engine.data.labels import LOSSES, WINS
from engine.data.moment import moment
from engine.data.roles import NOTHING_GIVEN
from engine.data.schema import FeatureSchema, Kind, category_name
from engine.events import LabelEvent, SignalEvent
from engine.records import Roles

SIGNALS, LABELS = "signals", "labels"  # what of a row is wanted
AHEAD_NS = 3600 * 10**9  # a time further ahead of the clock is a lie
LONGEST_ID = 256
_PLANS = 256  # orders of fields that are remembered
_PACKED = ("json", "payload", "data")  # a field that holds all the others
_KIND_NAMES = ("kind", "type", "event")  # the latter two may mean something else
_KINDS = {"signal": SIGNALS, "label": LABELS, "outcome": LABELS}
_LARGEST = float(np.finfo(np.float32).max)
_MISSING = frozenset({"", "nan", "null", "none", "na", "n/a"})
_LONGEST_MISSING = 8  # with blanks around
Row = SignalEvent | LabelEvent
_Arrived = Callable[[], int | None] | None


class Unreadable(ValueError):  # noqa: N818 - said of a row
    """Why a row is left out, as a clause."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand in rows with these names; -1: nowhere."""

    id: int
    time: int
    label: int
    label_time: int
    realized_rr: int
    kind: int
    strict: bool  # whether another kind than signal and label is a fault
    packed: int
    features: tuple[int, ...]  # by feature
    any_feature: bool
    plain: bool  # all features are there, and all are numbers
    unknown: tuple[str, ...]


class RowReader:
    """Not safe between threads. `wanted` leaves out signals or labels where another feed brings them."""

    def __init__(self, schema: FeatureSchema, given: Roles = NOTHING_GIVEN, *, wanted: frozenset[str] | None = None,
                 clock: Callable[[], int] = time.time_ns) -> None:
        self.schema = schema
        self.unknown: set[str] = set()  # fields that nobody asked for
        self._given = given
        self._wanted = wanted or frozenset({SIGNALS, LABELS})
        self._clock = clock
        self._latest = 0  # later times are ahead of the clock
        self._plans: dict[tuple[str | bytes, ...], _Plan] = {}
        self._codes: list[Mapping[str, float] | None] = [
            {name: float(code) for code, name in enumerate(feature.categories)} if feature.kind is Kind.CATEGORY
            else None for feature in schema.features]

    def read(self, names: tuple[str | bytes, ...], values: Sequence[Any], *, id_: str = "",
             arrived: _Arrived = None) -> list[Row]:
        """What the row says. `id_` names a signal without an id, `arrived` tells the time (ns) of one without a time.

        Raises `Unreadable`.
        """
        plan = self._plans.get(names) or self._planned(names)
        if plan.packed >= 0:
            return self._unpacked(names, values, plan.packed, id_, arrived)
        kind = self._kind(plan, values)
        signal = SIGNALS in self._wanted and (kind == SIGNALS or (kind is None and plan.any_feature))
        label = LABELS in self._wanted and kind != SIGNALS and _there(values, plan.label)
        found: list[Row] = []
        name = _id(values, plan.id) or id_
        if signal:
            found.append(self._signal(plan, values, name, arrived))
        if label:
            found.append(self._label(plan, values, _id(values, plan.id) or (id_ if signal else ""), arrived,
                                     alone=not signal))
        if not found:
            self._why_nothing(plan, kind)
        return found

    def order_of(self, names: tuple[str | bytes, ...]) -> tuple[str, ...]:
        """The fields that tell the order of rows: the time of what is wanted of them, then the id."""
        plan = self._plans.get(names) or self._planned(names)
        when = plan.time if SIGNALS in self._wanted and plan.time >= 0 else plan.label_time
        when = when if when >= 0 else plan.time
        return tuple(_name(names[place]) for place in (when, plan.id) if place >= 0)

    def _signal(self, plan: _Plan, values: Sequence[Any], name: str, arrived: _Arrived) -> SignalEvent:
        if not name:
            raise Unreadable("it has no id")
        when = self._moment(values, plan.time, arrived, "time")
        return SignalEvent(name, when, self._features(plan, values))

    def _label(self, plan: _Plan, values: Sequence[Any], name: str, arrived: _Arrived, *, alone: bool) -> LabelEvent:
        if not name:
            raise Unreadable("it is a label without the id of its signal")
        place = plan.label_time if _there(values, plan.label_time) else plan.time if alone else -1
        when = self._moment(values, place, arrived, "label time")
        return LabelEvent(name, when, _label(values[plan.label]), _gain(values, plan.realized_rr))

    def _features(self, plan: _Plan, values: Sequence[Any]) -> Any:
        cells: list[float]
        if plan.plain:
            try:
                cells = [float(values[place]) for place in plan.features]
                if min(cells) > -_LARGEST and max(cells) < _LARGEST:
                    return np.array(cells, dtype=np.float32)
            except (TypeError, ValueError):
                pass  # something is missing or wrong: looked at one by one
        cells = [self._cell(number, values[place]) if place >= 0 else math.nan
                 for number, place in enumerate(plan.features)]
        return np.array(cells, dtype=np.float32)

    def _cell(self, number: int, value: Any) -> float:
        name, codes = self.schema.names[number], self._codes[number]
        text = _text(value)
        if value is None or (isinstance(text, str) and text.strip().lower() in _MISSING):
            return math.nan
        if codes is not None:
            return codes.get(category_name(text), math.nan)
        try:
            cell = float(text)
        except (TypeError, ValueError):
            raise Unreadable(f"{name} is {_shown(value)}, not a number") from None
        if math.isnan(cell):
            return cell
        if not -_LARGEST <= cell <= _LARGEST:
            raise Unreadable(f"{name} is {_shown(value)}, which no feature can be")
        return cell

    def _moment(self, values: Sequence[Any], place: int, arrived: _Arrived, what: str) -> int:
        if not _there(values, place):
            return (arrived() if arrived is not None else None) or self._clock()
        try:
            when = moment(values[place])
        except ValueError:
            raise Unreadable(f"its {what} is {_shown(values[place])}, which is no time of 1980 to 2100") from None
        if when > self._latest:  # a clock that is set back must not make the present a lie
            self._latest = max(self._latest, self._clock() + AHEAD_NS)
            if when > self._latest:
                raise Unreadable(f"its {what} {_shown(values[place])} lies more than an hour ahead of the clock")
        return when

    def _kind(self, plan: _Plan, values: Sequence[Any]) -> str | None:
        if not _there(values, plan.kind):
            return None
        word = str(_text(values[plan.kind])).strip().lower()
        if word not in _KINDS and plan.strict:
            raise Unreadable(f"its kind is {_shown(values[plan.kind])}, neither signal nor label")
        return _KINDS.get(word)

    def _why_nothing(self, plan: _Plan, kind: str | None) -> None:
        """A row of what another feed brings is passed over; anything else is unreadable."""
        other_feed = (plan.any_feature and SIGNALS not in self._wanted) or (
            plan.label >= 0 and LABELS not in self._wanted)
        if kind == LABELS and LABELS in self._wanted:
            raise Unreadable("it is a label without an outcome")
        if not other_feed and plan.label < 0:
            raise Unreadable("it holds neither a feature of the model nor a label")

    def _unpacked(self, names: tuple[str | bytes, ...], values: Sequence[Any], place: int, id_: str,
                  arrived: _Arrived) -> list[Row]:
        inside = values[place]
        if not isinstance(inside, dict):
            try:
                inside = json.loads(inside)
            except (TypeError, ValueError, RecursionError):
                raise Unreadable(f"its {_name(names[place])} is no JSON: {_shown(values[place])}") from None
        if not isinstance(inside, dict):
            raise Unreadable(f"its {_name(names[place])} is no JSON object")
        row = {_name(name): value for name, value in zip(names, values, strict=True) if name != names[place]}
        for name, value in inside.items():
            row.update(value if isinstance(value, dict) and name == "features" else {name: value})
        row = {name: value for name, value in row.items() if name not in _PACKED}
        return self.read(tuple(row), tuple(row.values()), id_=id_, arrived=arrived)

    def _planned(self, names: tuple[str | bytes, ...]) -> _Plan:
        try:
            plain = [_name(name) for name in names]
        except UnicodeDecodeError:
            raise Unreadable("the name of a field is no text") from None
        plan = self._plan(plain)
        if len(self._plans) >= _PLANS:
            self._plans.clear()
        self._plans[names] = plan
        if len(self.unknown) < _PLANS:
            self.unknown.update(plan.unknown)
        return plan

    def _plan(self, names: list[str]) -> _Plan:
        place = {name: at for at, name in enumerate(names)}
        features = tuple(place.get(feature.name, -1) for feature in self.schema.features)
        left = [name for name in names if name not in self.schema.names]
        packed = next((place[name] for name in left if name.lower() in _PACKED), -1)
        kinds = [name for name in left if name.lower() in _KIND_NAMES]
        kind = min(kinds, key=lambda name: _KIND_NAMES.index(name.lower()), default=None)
        roles: dict[str, int] = {}
        for role, given, spelled in (
            ("label_time", self._given.label_time, spellings.LABEL_TIME), ("id", self._given.id, spellings.ID),
            ("time", self._given.time, spellings.TIME), ("label", self._given.label, spellings.LABEL),
            ("realized_rr", self._given.weight, spellings.WEIGHT),
        ):
            name = given if given in left else None if given is not None else _best(left, spelled)
            roles[role] = -1 if name is None else place[name]
            left = [other for other in left if other != name]
        if roles["time"] < 0 and roles["label_time"] >= 0 and not any(at >= 0 for at in features):
            roles["time"] = roles["label_time"]
        found = any(at >= 0 for at in features)
        whole = all(at >= 0 for at in features) and not any(codes is not None for codes in self._codes) and found
        return _Plan(**roles, kind=-1 if kind is None else place[kind], strict=(kind or "").lower() == "kind",
                     packed=packed, features=features, any_feature=found, plain=whole, unknown=tuple(left))


def _best(left: list[str], spelled: tuple[str, ...]) -> str | None:
    ranked = sorted((place, name) for name in left if (place := spellings.rank(name, spelled)) >= 0)
    return ranked[0][1] if ranked else None


def _there(values: Sequence[Any], place: int) -> bool:
    if place < 0:
        return False
    value = values[place]
    if isinstance(value, (bytes, str)):
        return len(value) > _LONGEST_MISSING or str(_text(value)).strip().lower() not in _MISSING
    return value is not None and not (isinstance(value, float) and math.isnan(value))


def _id(values: Sequence[Any], place: int) -> str:
    if not _there(values, place):
        return ""
    value = values[place]
    text = value if type(value) is str else _text(value)
    name = text.strip() if isinstance(text, str) else category_name(text)
    if len(name) > LONGEST_ID or isinstance(text, (dict, list)):
        raise Unreadable(f"its id {_shown(value)} is no name")
    return name


def _label(value: Any) -> int:
    """1 or 0, in any spelling of win and loss."""
    text = _text(value)
    word = str(int(text)) if isinstance(text, bool) else category_name(text).strip().lower()
    if word in {"1.0", "0.0"}:
        word = word[0]
    if word in WINS:
        return 1
    if word in LOSSES:
        return 0
    raise Unreadable(f"its label is {_shown(value)}, neither win nor loss")


def _gain(values: Sequence[Any], place: int) -> float:
    if not _there(values, place):
        return math.nan
    try:
        gain = float(values[place])
    except (TypeError, ValueError):
        gain = math.inf
    if math.isinf(gain):
        raise Unreadable(f"its realized R is {_shown(values[place])}, not a number")
    return gain


def _text(value: Any) -> Any:
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise Unreadable(f"{_shown(value)} is no text") from None
    return value


def _name(name: str | bytes) -> str:
    return name.decode() if isinstance(name, bytes) else str(name)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:36]}...{text[-1]}"
