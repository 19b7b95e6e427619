"""The row of tiles: each a name, a figure and a few plain words."""

from __future__ import annotations

import math

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.records import MonitorSnapshot
from gui import theme
from gui.overrides import override
from gui.parts.labels import label, set_role
from gui.parts.words import count, score, share
from gui.translation import tr

_ONE_ROW = 1180  # pixels that eight tiles need
BUDGET = 1.0  # milliseconds that a score may take


class Tile(QFrame):
    """One figure with its name above and words below; the tooltip says what it means and which way is better."""

    def __init__(self, caption: str, hint: str, *, name: str = "") -> None:
        super().__init__(toolTip=hint)
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.caption = label(caption, font="small", role="muted")
        self.figure = label("–", font="figure", name=name)
        self.detail = label(" ", font="small", role="muted")
        column = QVBoxLayout(self, spacing=0)
        column.setContentsMargins(theme.MEDIUM, 7, theme.TIGHT, 7)
        for part in (self.caption, self.figure, self.detail):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(part)
        self.show_figure("–")

    def show_figure(self, figure: str, detail: str = "", tone: str = "") -> None:
        """Show a figure; `tone` colours the words below: warning, danger or positive."""
        if figure != self.figure.text():
            self.figure.setText(figure)
        if detail != self.detail.text():
            self.detail.setText(detail or " ")
            self.detail.setToolTip(detail)
        set_role(self.detail, tone or "muted")
        said = f"{self.caption.text()}: {figure}" + (f", {detail}" if detail else "")
        if said != self.accessibleName():
            self.setAccessibleName(said)
            self.figure.setAccessibleName(said)


class TileStrip(QWidget):
    """Accuracy, AUC, log loss, blend, latency, signals, pending labels, drift."""

    def __init__(self) -> None:
        super().__init__()
        self.accuracy = Tile(tr("Accuracy"), tr("How often the blended score is on the right side, over the last "
                                            "labels, with half the width of its 95 % interval. Higher is better."))
        self.auc = Tile("AUC", tr("How well the score ranks wins above losses, over the last labels; 0.5 is chance. "
                                  "Higher is better."))
        self.log_loss = Tile(tr("Log loss"), tr("How well the probabilities fit, over the last labels. Lower is "
                                            "better; above the base rate's a score is worse than none."))
        self.blend = Tile(tr("Blend"),
                          tr("Effective shares of the batch model and the online learner in the final score."))
        self.latency = Tile(tr("Latency p99"), tr("Time from a signal's arrival to its score; 99 of 100 are faster. "
                                              "The budget is {BUDGET:g} ms. Lower is better.", BUDGET=BUDGET))
        self.events = Tile(tr("Signals"), tr("Signals scored so far, and how many each second."))
        self.pending = Tile(tr("Pending labels"), tr("Signals that are scored but whose outcome is not known yet."),
                            name="monitor.pending")
        self.drift = Tile(tr("Drift"), tr("The last alarm of the drift detector, which watches how well scores fit "
                                      "labels."))
        self.all = (self.accuracy, self.auc, self.log_loss, self.blend, self.latency, self.events, self.pending,
                    self.drift)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SMALL)
        self._arrange(len(self.all))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self.all):
            self._grid.addWidget(tile, place // columns, place % columns)
            wide = columns == len(self.all) and tile in (self.accuracy, self.blend, self.drift)
            self._grid.setColumnStretch(place, 0 if place >= columns else 5 if wide else 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the tiles stand in two rows, so that no figure is cut."""
        super().resizeEvent(event)
        self._arrange(len(self.all) if self.width() >= _ONE_ROW else len(self.all) // 2)

    def clear(self) -> None:
        """No monitor is open."""
        for tile in self.all:
            tile.show_figure("–")

    def show_snapshot(self, snapshot: MonitorSnapshot) -> None:
        """Put the figures of a snapshot into words."""
        self.accuracy.show_figure(*accuracy_words(snapshot))
        self.auc.show_figure(score(snapshot.auc), tr("last {window} labels", window=count(snapshot.window)))
        self.log_loss.show_figure(score(snapshot.log_loss, 4), *_against_base_rate(snapshot))
        self.blend.show_figure(*blend_words(snapshot))
        self.latency.show_figure(*latency_words(snapshot))
        self.events.show_figure(count(snapshot.events), tr("{rate} a second", rate=_rate(snapshot.events_per_second)))
        self.pending.show_figure(count(snapshot.pending), _given_up(snapshot))
        self.drift.show_figure(*drift_words(snapshot))


def accuracy_words(snapshot: MonitorSnapshot) -> tuple[str, str, str]:
    """Accuracy ± half-width, and whether the last label alone would have done as well."""
    found = snapshot.accuracy
    if not math.isfinite(found.value):
        return "–", tr("no labels yet"), ""
    half = 100 * (found.high - found.low) / 2
    if snapshot.contaminated:
        return f"{share(found.value)} ± {half:.1f}", tr("seen in training: too good"), "warning"
    base = max((snapshot.baseline.get(name, math.nan) for name in ("last_class", "prior")), key=_or_least)
    words = tr("best baseline {base}", base=share(base)) if math.isfinite(base) else tr("last {window} labels",
                                                                          window=count(snapshot.window))
    tone = "positive" if math.isfinite(base) and found.low > base else ""
    if math.isfinite(base) and found.high < base:
        tone = "danger"
    return f"{share(found.value)} ± {half:.1f}", words, tone


def blend_words(snapshot: MonitorSnapshot) -> tuple[str, str, str]:
    """The effective shares."""
    weights = snapshot.weights
    if not snapshot.champion:
        return tr("Online"), tr("no batch model"), ""
    words = tr("shares adapt by themselves") if snapshot.adaptive else tr("batch + online")
    return f"{weights['batch']:.2f} + {weights.get('online', 0.0):.2f}", words, ""


def latency_words(snapshot: MonitorSnapshot) -> tuple[str, str, str]:
    """p99 against the budget."""
    if not math.isfinite(snapshot.latency_p99):
        return "–", tr("budget {BUDGET:g} ms", BUDGET=BUDGET), ""
    if snapshot.speed == 0:
        return _milliseconds(snapshot.latency_p99), tr("in batches, at full speed"), ""
    over = snapshot.latency_p99 > BUDGET
    words = tr("over {BUDGET:g} ms budget", BUDGET=BUDGET) if over else f"p50 {_milliseconds(snapshot.latency_p50)}"
    return _milliseconds(snapshot.latency_p99), words, "warning" if over else ""


def drift_words(snapshot: MonitorSnapshot) -> tuple[str, str, str]:
    """The state of the detector: steady, or the last alarm and its age in labels."""
    if not snapshot.drifts:
        return tr("Steady"), tr("no alarm so far"), "positive" if snapshot.labels else ""
    last = snapshot.drifts[-1]
    age = max(snapshot.labels - last.event, 0)
    return f"▲ {last.detector}", tr("{age} labels ago · {drifts} in all", age=count(age),
                                    drifts=len(snapshot.drifts)), "warning"


def _against_base_rate(snapshot: MonitorSnapshot) -> tuple[str, str]:
    base = snapshot.curves.log_loss_prior
    if not len(base) or not math.isfinite(base[-1]) or not math.isfinite(snapshot.log_loss):
        return tr("lower is better"), ""
    worse = snapshot.log_loss > base[-1]
    return tr("base rate {base:.4f}", base=base[-1]), "warning" if worse else ""


def _or_least(value: float) -> float:
    return value if math.isfinite(value) else -math.inf


def _given_up(snapshot: MonitorSnapshot) -> str:
    return tr("{expired} given up", expired=count(snapshot.expired)) if snapshot.expired else tr("{labels} known",
                                                                             labels=count(snapshot.labels))


def _milliseconds(value: float) -> str:
    if value >= 1000:
        return f"{value / 1000:.1f} s"
    return tr("{value} ms",
              value=f"{value:.{0 if value >= 100 else 2}f}") if value >= 0.01 else f"{1000 * value:.1f} µs"


def _rate(value: float) -> str:
    if not math.isfinite(value):
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
