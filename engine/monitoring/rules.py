"""Rules of the analyst's own over a running monitor: when to speak up, and when to propose a retraining.

A rule fires once when its condition begins to hold, and again only after it has stopped holding. The same rule can be
asked of a recording: how often it would have fired there.
"""

from __future__ import annotations

import enum
import json
import math
import operator
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError
from engine.records import DriftMark, FeedState, Floats, Ints, MonitorSnapshot, OnlineCurves
from engine.settings import write_atomically

DAY = 86_400 * 10**9
NOTHING: Ints = np.empty(0, dtype=np.int64)
FORMAT = 1
_FILE = "rules.json"


class RuleKind(enum.Enum):
    """What a rule looks at."""

    ACCURACY = "accuracy"
    AUC = "auc"
    LOG_LOSS = "log-loss"
    MEAN_R = "mean-r"
    DRIFT = "drift"
    SILENT = "silent"
    LATENCY = "latency"
    PENDING = "pending"
    LABELS = "labels"
    HARD = "hard"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class About:
    """How a kind of rule is said: below or above a limit in a unit, and whether it must hold for some labels."""

    words: str
    sign: str  # "<", ">" or ">=", "" without a limit
    limit: float
    unit: str = ""
    lasting: bool = False
    factor: float = 1.0  # from what is shown to what is stored
    low: float = 0.0
    high: float = 1e9


ABOUT = {
    RuleKind.ACCURACY: About("Accuracy below", "<", 0.5, "%", lasting=True, factor=100.0, high=1.0),
    RuleKind.AUC: About("AUC below", "<", 0.5, lasting=True, high=1.0),
    RuleKind.LOG_LOSS: About("Log loss above", ">", 0.693, lasting=True, high=100.0),
    RuleKind.MEAN_R: About("Mean R below", "<", 0.0, "R", low=-1e3, high=1e3),
    RuleKind.DRIFT: About("Drift that asks for retraining", "", 0.0),
    RuleKind.SILENT: About("Source silent for", ">", 60.0, "s"),
    RuleKind.LATENCY: About("Latency p99 above", ">", 1.0, "ms"),
    RuleKind.PENDING: About("Pending labels above", ">", 10_000.0),
    RuleKind.LABELS: About("Labels learnt, every", ">", 5000.0, "labels", low=1.0),
    RuleKind.HARD: About("Buffer of hard examples full at", ">=", 500.0, "signals", low=1.0, high=1e6),
    RuleKind.DAILY: About("Every day at (hour, UTC)", ">", 17.0, "h", high=23.99),
}
_IS: dict[str, Callable[[Any, Any], Any]] = {"<": operator.lt, ">": operator.gt, ">=": operator.ge}
_CURVES = {RuleKind.ACCURACY: "accuracy", RuleKind.AUC: "auc", RuleKind.LOG_LOSS: "log_loss"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `limit` in stored units (accuracy 0.52), `labels` for how many labels it must hold."""

    kind: RuleKind
    limit: float = 0.0
    labels: int = 200
    on: bool = True
    notify: bool = True
    retrain: bool = False

    @property
    def words(self) -> str:
        """The rule as a sentence."""
        how, lasting = ABOUT[self.kind], f"{self.labels:,} labels"
        limit_words = _with_unit(f"{self.limit * how.factor:,.6g}", how)
        return {
            RuleKind.ACCURACY: f"Accuracy below {limit_words} for {lasting}",
            RuleKind.AUC: f"AUC below {limit_words} for {lasting}",
            RuleKind.LOG_LOSS: f"Log loss above {limit_words} for {lasting}",
            RuleKind.MEAN_R: f"Mean R below {limit_words}",
            RuleKind.DRIFT: "Drift that asks for retraining",
            RuleKind.SILENT: f"Source silent for {limit_words}",
            RuleKind.LATENCY: f"Latency p99 above {limit_words}",
            RuleKind.PENDING: f"Pending labels above {limit_words}",
            RuleKind.LABELS: f"Labels learnt, every {limit_words}",
            RuleKind.DAILY: f"Every day at (hour, UTC) {limit_words}",
            RuleKind.HARD: f"Buffer of hard examples full at {limit_words}",
        }[self.kind]


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that began to hold, after label number `event`."""

    rule: Rule
    event: int
    time: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How often a rule would have fired in a recording, and over what; `times` is None where it cannot be told."""

    times: int | None
    words: str


def proposed() -> tuple[Rule, ...]:
    """One rule a kind with limits that suit most streams; only drift and silence are on."""
    on = {RuleKind.DRIFT, RuleKind.SILENT}
    return tuple(Rule(kind, how.limit, on=kind in on, retrain=kind is RuleKind.DRIFT) for kind, how in ABOUT.items())


class RuleWatch:
    """Looks at snapshots and says which rules begin to hold; `holding` are those that hold now, with their words."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rule for rule in rules if rule.on)
        self.holding: dict[Rule, str] = {}
        self._seen_drifts: int | None = None
        self._counted: dict[Rule, float] = {}

    def look(self, found: MonitorSnapshot) -> list[Firing]:
        """The rules that fire with this snapshot."""
        fired = []
        for rule in self.rules:
            why = self._why(rule, found)
            if why and rule not in self.holding:
                fired.append(Firing(rule, found.labels, found.time, why))
            if why:
                self.holding[rule] = why
            else:
                self.holding.pop(rule, None)
        self._seen_drifts = sum(mark.retrain for mark in found.drifts)
        return fired

    def _why(self, rule: Rule, found: MonitorSnapshot) -> str:
        """What makes the rule hold now; nothing where it does not."""
        if rule.kind in _CURVES:
            return _lasting(rule, found)
        if rule.kind is RuleKind.DRIFT:
            asked = [mark for mark in found.drifts if mark.retrain]
            fresh = self._seen_drifts is not None and len(asked) > self._seen_drifts
            return asked[-1].words if fresh else ""
        if rule.kind in (RuleKind.LABELS, RuleKind.DAILY):
            return self._round(rule, found)
        now = _figure(rule.kind, found)
        beyond = _IS[ABOUT[rule.kind].sign](now, rule.limit)
        return f"{rule.words}: {now:,.4g} now" if beyond else ""

    def _round(self, rule: Rule, found: MonitorSnapshot) -> str:
        """Whether another round of labels or days is full since the last look."""
        if rule.kind is RuleKind.DAILY and (found.time is None or found.time < 0):
            return ""
        now = math.floor(_rounds(rule, found.labels, found.time or 0))
        before = self._counted.setdefault(rule, now)
        self._counted[rule] = max(now, before)
        return f"{rule.words}: after {found.labels:,} labels" if now > before else ""


def would_have_fired(rule: Rule, curves: OnlineCurves, drifts: Sequence[DriftMark], times: Ints, *,
                     hard: Ints = NOTHING, days: float = 30.0) -> Answer:
    """The rule asked of a recording: figures after each label, alarms, and the times (n,) of all its events in ns.

    `hard` (h,) are the times at which hard examples came. Only the last `days` count where times are known, else all.
    """
    known = len(times) > 0 and int(times.min()) >= 0
    start = int(times.max()) - int(days * DAY) if known else -1
    over = f"in the last {days:g} days" if known and int(times.min()) < start else "in all that is recorded"
    if rule.kind in (RuleKind.LATENCY, RuleKind.PENDING, RuleKind.MEAN_R):
        return Answer(None, "cannot be told: it is not in the journal")
    if rule.kind in (RuleKind.SILENT, RuleKind.DAILY) and not known:
        return Answer(None, "cannot be told: the events have no times")
    fired = _fired_at(rule, curves, drifts, times, hard)
    many = int(np.count_nonzero(fired >= start)) if known else len(fired)
    return Answer(many, f"would have fired {many:,}× {over}")


def parse_rule(text: str) -> Rule:
    """`accuracy<0.52/500`, `silent>60`, `drift`; `!` at the end proposes a retraining. Refused in words."""
    found = re.fullmatch(r"\s*([a-z-]+)\s*(?:([<>]=?)\s*([-+.\deE]+))?\s*(?:/\s*(\d+))?\s*(!?)\s*", text)
    kinds = {kind.value: kind for kind in RuleKind}
    if found is None or found[1] not in kinds:
        raise _bad_rule(text)
    kind, how = kinds[found[1]], ABOUT[kinds[found[1]]]
    if (found[2] or "") != how.sign:
        raise _bad_rule(text)
    try:
        rule = Rule(kind, float(found[3] or 0.0), retrain=bool(found[5]))
    except ValueError:
        raise _bad_rule(text) from None
    return checked(replace(rule, labels=int(found[4])) if found[4] else rule)


def checked(rule: Rule) -> Rule:
    """The rule, or a refusal that names its range."""
    how = ABOUT[rule.kind]
    if how.sign and not how.low <= rule.limit <= how.high:
        raise WorkbenchError(f"{how.words} {rule.limit * how.factor:g} is not possible.", code="out-of-range",
                             remedy=f"Give {how.low * how.factor:g} to {how.high * how.factor:g}.")
    if how.lasting and not 1 <= rule.labels <= 1_000_000:
        raise WorkbenchError(f"A rule over {rule.labels:,} labels is not possible.", code="out-of-range",
                             remedy="Give 1 to 1,000,000 labels.")
    return rule


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """The workspace's rules; the proposed ones where there are none that can be read."""
    try:
        kept = json.loads((folder / _FILE).read_bytes())["rules"]
        return tuple(checked(Rule(**{**each, "kind": RuleKind(each["kind"])})) for each in kept)
    except (OSError, ValueError, KeyError, TypeError, WorkbenchError):
        return proposed()


def save_rules(folder: Path, rules: Sequence[Rule]) -> None:
    """Keep the rules in the workspace."""
    plain = [{"kind": rule.kind.value, "limit": rule.limit, "labels": rule.labels, "on": rule.on,
              "notify": rule.notify, "retrain": rule.retrain} for rule in rules]
    write_atomically(folder / _FILE, json.dumps({"format": FORMAT, "rules": plain}, indent=1).encode())


def _fired_at(rule: Rule, curves: OnlineCurves, drifts: Sequence[DriftMark], times: Ints, hard: Ints) -> Ints:
    """When the rule would have fired, in ns."""
    if rule.kind is RuleKind.HARD:  # once: the next champion begins with an empty buffer
        return hard[math.ceil(rule.limit) - 1:][:1]
    if rule.kind in _CURVES:
        held = _held(_beyond(rule, getattr(curves, _CURVES[rule.kind])), curves.event, rule.labels)
        return curves.time[np.flatnonzero(held & ~np.concatenate([[False], held[:-1]]))]
    if rule.kind is RuleKind.DRIFT:
        return np.asarray([mark.time or -1 for mark in drifts if mark.retrain], dtype=np.int64)
    if rule.kind is RuleKind.SILENT:
        ordered = np.sort(times)
        return ordered[1:][np.diff(ordered) > rule.limit * 1e9]
    rounds = np.asarray([math.floor(_rounds(rule, int(event), int(time)))
                         for event, time in zip(curves.event.tolist(), curves.time.tolist(), strict=True)])
    return curves.time[1:][np.diff(rounds) > 0]


def _lasting(rule: Rule, found: MonitorSnapshot) -> str:
    curves = found.curves
    values = getattr(curves, _CURVES[rule.kind])
    if not len(values) or not _held(_beyond(rule, values), curves.event, rule.labels)[-1]:
        return ""
    how = ABOUT[rule.kind]
    now = _with_unit(f"{values[-1] * how.factor:.4g}", how)
    return f"{rule.words}: {now} now"


def _beyond(rule: Rule, values: Floats) -> NDArray[np.bool_]:
    return np.asarray(_IS[ABOUT[rule.kind].sign](values, rule.limit))


def _held(beyond: NDArray[np.bool_], event: Ints, labels: int) -> NDArray[np.bool_]:
    """Where the condition has held for so many labels without a break."""
    last_not = np.maximum.accumulate(np.where(beyond, 0, event))
    return np.asarray(beyond & (event - last_not >= labels))


def _figure(kind: RuleKind, found: MonitorSnapshot) -> float:
    if kind is RuleKind.MEAN_R:
        return math.nan if found.mean_r is None else found.mean_r.value
    played = found.fraction is not None and found.speed == 0.0  # in large groups, for which no one waits
    return {RuleKind.HARD: float(found.hard),
            RuleKind.SILENT: found.silent if found.state is FeedState.RUNNING else 0.0,
            RuleKind.LATENCY: 0.0 if played else found.latency_p99, RuleKind.PENDING: float(found.pending)}[kind]


def _with_unit(figure: str, how: About) -> str:
    return f"{figure} {how.unit}" if how.unit else figure


def _rounds(rule: Rule, labels: int, time: int) -> float:
    return labels / rule.limit if rule.kind is RuleKind.LABELS else (time - rule.limit * DAY / 24) / DAY


def _bad_rule(text: str) -> WorkbenchError:
    names = ", ".join(f"{kind.value}{how.sign and f'{how.sign}{how.limit:g}'}" for kind, how in ABOUT.items())
    return WorkbenchError(f"“{text}” is no rule.", code="bad-rule",
                          remedy=f"Give one of {names}; /500: for how many labels; !: propose a retraining.")
