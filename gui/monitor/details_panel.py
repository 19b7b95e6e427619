"""What stands behind the line that was chosen: the cause of an alarm, a signal's contributions, a note's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from engine.evaluation.explanation import Waterfall
from engine.records import DriftCause, DriftMark, MonitorSnapshot, SignalRow
from gui import theme
from gui.monitor.events_panel import Happening
from gui.parts.ahead import ready
from gui.parts.labels import button, label
from gui.parts.words import count, event_time
from gui.plots.contributions import WaterfallPanel, put_above
from gui.plots.streams import DETECTORS
from gui.sentences import said
from gui.translation import later, tr, written

_NOTHING = later("Choose an event to see what stood behind it, or a signal to see what made its score.")
_STEP, _AROUND = 17, 112  # pixels of a step of the waterfall, and of what stands around it
_NO_CAUSE = later("What moved behind it is not known: causes are looked for where a batch model's contributions "
                  "are known.")


class CauseCard(QFrame):
    """A drift alarm or another happening in words, with bars for what moved."""

    def __init__(self, retrain: Callable[[], object]) -> None:
        super().__init__(objectName="monitor.cause")
        self.setProperty("card", "true")
        self.title = label(font="strong", wrap=True, name="monitor.cause.title")
        self.when = label(font="small", role="muted")
        self.words = label(wrap=True, name="monitor.cause.words")
        self.cause = label(wrap=True, name="monitor.cause.cause")
        self._bars = QGridLayout(horizontalSpacing=theme.SMALL, verticalSpacing=theme.TIGHT)
        self.retrain = button(tr("Retrain Now…"), retrain, kind="link", name="monitor.cause.retrain")
        column = QVBoxLayout(self, spacing=theme.TIGHT)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        for part in (self.title, self.when, self.words, self.cause):
            column.addWidget(part)
        column.addLayout(self._bars)
        column.addWidget(self.retrain, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._say(tr("Nothing chosen"), "", tr(_NOTHING), None, drift=False)

    def show_happening(self, line: Happening, cause: DriftCause | None) -> None:
        """Show one line of the list."""
        mark = line.mark
        drift = isinstance(mark, DriftMark)
        title = line.icon[2]
        if drift:
            title = tr("{detector} raised an alarm", detector=DETECTORS.get(mark.detector, mark.detector))
        when = " · ".join(filter(None, (tr("label {count}", count=count(line.event)), event_time(line.time))))
        self._say(title, when, line.words, cause, drift=drift)

    def _say(self, title: str, when: str, words: str, cause: DriftCause | None, *, drift: bool) -> None:
        self.title.setText(title)
        self.when.setText(when)
        self.words.setText(words)
        behind = said(cause.words) if cause is not None else tr(_NO_CAUSE) if drift else ""
        self.cause.setText(behind)
        self.cause.setVisible(bool(behind))
        self.retrain.setVisible(drift)
        while (item := self._bars.takeAt(0)) is not None:
            item.widget().deleteLater()
        for row, shift in enumerate(cause.shifts if cause is not None else ()):
            turned = tr(", turned by {turned:.1f} standard errors", turned=shift.turned) if shift.turned else ""
            name = tr("{name}: {share:.0%} of what moved{turned}", name=shift.name, share=shift.share, turned=turned)
            bar = QProgressBar(maximum=1000, value=round(1000 * min(shift.share, 1.0)), textVisible=False)
            bar.setAccessibleName(name)
            self._bars.addWidget(label(shift.name, font="small"), row, 0)
            self._bars.addWidget(bar, row, 1)
            figures = f"{written(shift.share, '.0%')} · {written(shift.moved, '+.3f')}"
            self._bars.addWidget(label(figures, font="small", role="muted"), row, 2)
        self.setAccessibleName(" ".join(filter(None, (title, when, words, behind))))


class DetailsPanel(QWidget):
    """`explain(signal)` is asked for a signal's contributions; the answer comes by `show_reasons`."""

    def __init__(self, *, retrain: Callable[[], object], explain: Callable[[SignalRow], object]) -> None:
        super().__init__()
        self._explain = explain
        self._row: SignalRow | None = None
        self._causes: tuple[DriftCause, ...] = ()
        self.cause = CauseCard(retrain)
        self.about = label(font="small", role="muted", wrap=True, name="monitor.reasons.about")
        self.reasons = ready(WaterfallPanel)
        put_above(self.reasons, self.about)
        self.reasons.setObjectName("monitor.plot.reasons")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.cause)
        self._pages.addWidget(self.reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    @property
    def steps(self) -> int:
        """How many steps there is room for."""
        return max(4, min(12, (self.height() - _AROUND) // _STEP))

    def clear(self) -> None:
        """No monitor is open."""
        self._row = None
        self.cause.show_nothing()
        self._pages.setCurrentWidget(self.cause)

    def take(self, snapshot: MonitorSnapshot) -> None:
        """Know the causes that are known by now."""
        self._causes = snapshot.causes

    @Slot(object)
    def show_happening(self, line: Happening) -> None:
        """Show what a line of the list stands for."""
        cause = next((each for each in self._causes if each.event == line.event), None)
        self.cause.show_happening(line, cause)
        self._pages.setCurrentWidget(self.cause)

    @Slot(object)
    def show_signal(self, row: SignalRow) -> None:
        """Ask what made a signal's score."""
        if self._row is not None and row.id == self._row.id:
            return
        self._row = row
        outcome = "pending" if row.label is None else "win" if row.label else "loss"
        self.about.setText(" · ".join(filter(None, (
            tr("Signal {id}", id=row.id), event_time(row.time), tr("scored {score:.3f} by the blend",
                                                         score=row.score), outcome))))
        self.reasons.set_empty(tr("Working out what made this score…"))
        self._pages.setCurrentWidget(self.reasons)
        self._explain(row)

    def show_reasons(self, found: Waterfall, who: str) -> None:
        """The steps to the score, and of which model."""
        self.reasons.set_record(found)
        self.reasons.set_note(tr("{who}: probability {probability:.3f}", who=who, probability=found.probability))

    def show_refusal(self, words: str) -> None:
        """Why there are no steps."""
        self.reasons.set_empty(words)


def journal_of(snapshot: MonitorSnapshot | None) -> Path | None:
    """Where a monitor keeps everything, or None."""
    return Path(snapshot.journal) if snapshot is not None and snapshot.journal else None
