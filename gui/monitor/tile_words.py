"""What the tiles say of a snapshot: figure, words, tone and icon; pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.online.options import Blending
from engine.records import DriftMark, Interval, MonitorSnapshot
from gui.parts.words import count, milliseconds, score, share
from gui.plots.latency import BUDGET, played
from gui.plots.streams import DETECTORS

RECENT = 1000  # labels after an alarm that still count as drifting
_AGES = ((86_400, "d"), (3600, "h"), (60, "min"))
_WAYS = {Blending.FIXED.value: "batch + online", Blending.ADAPTIVE.value: "adapting",
         Blending.ROLLING.value: "rolling best"}


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
        return Said("–", "no labels yet")
    figure = f"{share(found.value)} ± {100 * (found.high - found.low) / 2:.1f}"
    window = f"last {count(snapshot.window)}"
    if snapshot.contaminated > snapshot.out_of_fold:
        return Said(figure, "seen in training: too good", "warning", caption=window)
    bases = [snapshot.baseline.get(name, math.nan) for name in ("last_class", "prior")]
    base = max(filter(math.isfinite, bases), default=math.nan)
    if not math.isfinite(base):
        return Said(figure, caption=window)
    tone = "positive" if found.low > base else "danger" if found.high < base else ""
    return Said(figure, f"best baseline {share(base)}", tone, caption=window)


def auc(snapshot: MonitorSnapshot) -> Said:
    """AUC and what it rests on."""
    return Said(score(snapshot.auc), f"last {count(snapshot.window)} labels")


def log_loss(snapshot: MonitorSnapshot) -> Said:
    """Log loss against the base rate's."""
    base = snapshot.curves.log_loss_prior
    if not len(base) or not math.isfinite(base[-1]) or not math.isfinite(snapshot.log_loss):
        return Said(score(snapshot.log_loss, 4), "lower is better")
    worse = snapshot.log_loss > base[-1]
    return Said(score(snapshot.log_loss, 4), f"base {base[-1]:.4f}", "warning" if worse else "",
                more="The base rate's log loss.")


def mean_r(snapshot: MonitorSnapshot) -> Said:
    """What was earned by what the score would have taken."""
    found = snapshot.mean_r
    if found is None:
        return Said("–", "no realized R known" if snapshot.labels else "")
    tone = "positive" if found.low > 0 else "danger" if found.high < 0 else ""
    return Said(f"{found.value:+.3f} R", _bounds(found), tone, more="95 % interval")


def blend(snapshot: MonitorSnapshot) -> Said:
    """The effective shares."""
    if not snapshot.champion:
        return Said("Online", "no batch model")
    weights = snapshot.weights
    return Said(f"{weights['batch']:.2f} + {weights.get('online', 0.0):.2f}", _WAYS.get(snapshot.blending, ""))


def pending(snapshot: MonitorSnapshot) -> Said:
    """How many wait, and how many were given up."""
    if snapshot.expired:
        return Said(count(snapshot.pending), f"{count(snapshot.expired)} given up")
    return Said(count(snapshot.pending), f"{count(snapshot.labels)} known")


def latency(snapshot: MonitorSnapshot) -> Said:
    """p99 against the budget."""
    if not math.isfinite(snapshot.latency_p99):
        return Said("–", f"budget {BUDGET:g} ms")
    if played(snapshot):
        return Said(milliseconds(snapshot.latency_p99), "file, full speed",
                    more="In large groups: nobody waits for a score.")
    over = snapshot.latency_p99 > BUDGET
    return Said(milliseconds(snapshot.latency_p99), f"{'over' if over else 'budget'} {BUDGET:g} ms",
                "warning" if over else "", more=f"p50 {milliseconds(snapshot.latency_p50)}")


def throughput(snapshot: MonitorSnapshot) -> Said:
    """Signals a second, and so far."""
    rate = snapshot.events_per_second
    shown = "–" if not math.isfinite(rate) else f"{rate:,.0f} /s" if rate >= 100 else f"{rate:.1f} /s"
    return Said(shown, f"{count(snapshot.events)} signals")


def drift(snapshot: MonitorSnapshot) -> Said:
    """Icon, word, feature and age of the last alarm."""
    if not snapshot.drifts:
        return Said("Steady", "no alarm so far", "positive" if snapshot.labels else "", "circle-check")
    last = snapshot.drifts[-1]
    behind = next((cause.shifts[0].name for cause in reversed(snapshot.causes)
                   if cause.event == last.event and cause.shifts), "")
    detail = " · ".join(filter(None, (behind or DETECTORS.get(last.detector, last.detector), age(snapshot, last))))
    many = f"{len(snapshot.drifts)} alarms in all. {last.words}"
    if snapshot.labels - last.event > RECENT:
        return Said("Steady", detail, "", "circle-check", many)
    word, icon = ("Drift", "triangle-alert") if last.retrain else ("Warning", "circle-alert")
    return Said(word, detail, "warning", icon, many)


def age(snapshot: MonitorSnapshot, mark: DriftMark) -> str:
    """How long ago it was, by the stream's own time; in labels where that is not known."""
    if mark.time is None or snapshot.time is None or snapshot.time < mark.time:
        return f"{count(max(snapshot.labels - mark.event, 0))} labels ago"
    seconds = (snapshot.time - mark.time) / 1e9
    size, unit = next(((size, unit) for size, unit in _AGES if seconds >= size), (1, "s"))
    return f"{seconds / size:.0f} {unit} ago"


def _bounds(found: Interval) -> str:
    return f"{found.low:+.3f} to {found.high:+.3f}"
