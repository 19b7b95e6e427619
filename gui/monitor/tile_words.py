"""What the tiles say of a snapshot: figure, words, tone and icon; pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.online.options import Blending
from engine.records import DriftMark, Interval, MonitorSnapshot
from gui.parts.words import count, milliseconds, score, share
from gui.plots.latency import BUDGET, played
from gui.plots.streams import DETECTORS
from gui.sentences import said
from gui.translation import later, tr, written

RECENT = 1000  # labels after an alarm that still count as drifting
_AGES = ((86_400, "d"), (3600, "h"), (60, "min"))
_WAYS = {Blending.FIXED.value: later("batch + online"), Blending.ADAPTIVE.value: later("adapting"),
         Blending.ROLLING.value: later("rolling best")}


@dataclass(frozen=True, slots=True)
class Said:
    """A figure, the words below it, their tone (warning, danger, positive), an icon, more for the tooltip, and what to
    add to the caption.
    """

    figure: str
    detail: str = ""
    tone: str = ""
    icon: str = ""
    more: str = ""
    caption: str = ""


def accuracy(snapshot: MonitorSnapshot) -> Said:
    """Accuracy ± half-width, and whether the last label alone would have done as well."""
    found = snapshot.accuracy
    if not math.isfinite(found.value):
        return Said("–", tr("no labels yet"))
    figure = f"{share(found.value)} ± {written(100 * (found.high - found.low) / 2, '.1f')}"
    window = tr("last {count}", count=count(snapshot.window))
    if flattered(snapshot):
        return Said(figure, tr("seen in training: too good"), "warning", caption=window)
    bases = [snapshot.baseline.get(name, math.nan) for name in ("last_class", "prior")]
    base = max(filter(math.isfinite, bases), default=math.nan)
    if not math.isfinite(base):
        return Said(figure, caption=window)
    tone = "positive" if found.low > base else "danger" if found.high < base else ""
    return Said(figure, tr("best baseline {share}", share=share(base)), tone, caption=window)


def flattered(snapshot: MonitorSnapshot) -> bool:
    """Whether the champion was trained on some of the very labels that the figures are of."""
    if not snapshot.contaminated or snapshot.shaded is None or not len(snapshot.curves.event):
        return snapshot.contaminated > 0
    oldest = int(np.searchsorted(snapshot.curves.event, snapshot.labels - snapshot.window))
    return int(snapshot.curves.time[min(oldest, len(snapshot.curves.time) - 1)]) <= snapshot.shaded[1]


def auc(snapshot: MonitorSnapshot) -> Said:
    """AUC and what it rests on."""
    return Said(score(snapshot.auc), tr("last {count} labels", count=count(snapshot.window)))


def log_loss(snapshot: MonitorSnapshot) -> Said:
    """Log loss against the base rate's."""
    base = snapshot.curves.log_loss_prior
    if not len(base) or not math.isfinite(base[-1]) or not math.isfinite(snapshot.log_loss):
        return Said(score(snapshot.log_loss, 4), tr("lower is better"))
    worse = snapshot.log_loss > base[-1]
    return Said(score(snapshot.log_loss, 4), tr("base {value:.4f}", value=base[-1]), "warning" if worse else "",
                more=tr("The base rate's log loss."))


def mean_r(snapshot: MonitorSnapshot) -> Said:
    """What was earned by what the score would have taken."""
    found = snapshot.mean_r
    if found is None:
        return Said("–", tr("no realized R known") if snapshot.labels else "")
    tone = "positive" if found.low > 0 else "danger" if found.high < 0 else ""
    return Said(f"{written(found.value, '+.3f')} R", _bounds(found), tone, more=tr("95 % interval"))


def blend(snapshot: MonitorSnapshot) -> Said:
    """The effective shares."""
    if not snapshot.champion:
        return Said(tr("Online"), tr("no batch model"))
    weights = snapshot.weights
    shares = f"{written(weights['batch'], '.2f')} + {written(weights.get('online', 0.0), '.2f')}"
    return Said(shares, tr(_WAYS.get(snapshot.blending, "")))


def pending(snapshot: MonitorSnapshot) -> Said:
    """How many wait, and how many were given up."""
    if snapshot.expired:
        return Said(count(snapshot.pending), tr("{count} given up", count=count(snapshot.expired)))
    return Said(count(snapshot.pending), tr("{count} known", count=count(snapshot.labels)))


def latency(snapshot: MonitorSnapshot) -> Said:
    """p99 against the budget."""
    if not math.isfinite(snapshot.latency_p99):
        return Said("–", tr("budget {BUDGET:g} ms", BUDGET=BUDGET))
    if played(snapshot):
        return Said(milliseconds(snapshot.latency_p99), tr("file, full speed"),
                    more=tr("In large groups: nobody waits for a score."))
    over = snapshot.latency_p99 > BUDGET
    return Said(milliseconds(snapshot.latency_p99),
                tr("over {BUDGET:g} ms", BUDGET=BUDGET) if over else tr("budget {BUDGET:g} ms", BUDGET=BUDGET),
                "warning" if over else "", more=f"p50 {milliseconds(snapshot.latency_p50)}")


def throughput(snapshot: MonitorSnapshot) -> Said:
    """Signals a second, and so far."""
    rate = snapshot.events_per_second
    shown = f"{written(rate, ',.0f' if rate >= 100 else '.1f')} /s" if math.isfinite(rate) else "–"
    return Said(shown, tr("{count} signals", count=count(snapshot.events)))


def drift(snapshot: MonitorSnapshot) -> Said:
    """Icon, word, feature and age of the last alarm."""
    if not snapshot.drifts:
        return Said(tr("Steady"), tr("no alarm so far"), "positive" if snapshot.labels else "", "circle-check")
    last = snapshot.drifts[-1]
    behind = next((cause.shifts[0].name for cause in reversed(snapshot.causes)
                   if cause.event == last.event and cause.shifts), "")
    detail = " · ".join(filter(None, (behind or DETECTORS.get(last.detector, last.detector), age(snapshot, last))))
    many = tr("{len} alarms in all. {words}", len=len(snapshot.drifts), words=said(last.words))
    if snapshot.labels - last.event > RECENT:
        return Said(tr("Steady"), detail, "", "circle-check", many)
    word, icon = (tr("Drift"), "triangle-alert") if last.retrain else (tr("Warning"), "circle-alert")
    return Said(word, detail, "warning", icon, many)


def age(snapshot: MonitorSnapshot, mark: DriftMark) -> str:
    """How long ago it was, by the stream's own time; in labels where that is not known."""
    if mark.time is None or snapshot.time is None or snapshot.time < mark.time:
        return tr("{count} labels ago", count=count(max(snapshot.labels - mark.event, 0)))
    seconds = (snapshot.time - mark.time) / 1e9
    size, unit = next(((size, unit) for size, unit in _AGES if seconds >= size), (1, "s"))
    return tr("{value:.0f} {unit} ago", value=seconds / size, unit=unit)


def _bounds(found: Interval) -> str:
    return tr("{low:+.3f} to {high:+.3f}", low=found.low, high=found.high)
