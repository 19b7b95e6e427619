"""Recent figures as the labels stand, beside what they come to once those that are still pending are allowed for."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QVBoxLayout

from engine.records import ArrivalFigures, Corrected, MonitorSnapshot
from gui import theme
from gui.parts.labels import label
from gui.parts.words import count, share
from gui.translation import later, tr, written

_HINT = (later("Quick losses and slow wins do not arrive alike, so that recent figures are off until all labels "
               "are in. The right column weighs each label by how many signals could have shown one by that age "
               "(Aalen-Johansen)."))
_ALL_IN = later("Every label of the last {signals} signals is in: nothing has to be allowed for.")
_ROWS = (("win_rate", later("Win rate"), later("Share of wins among the newest signals.")),
         ("accuracy", later("Accuracy"), later("How often the blended score was on the right side of 0.5.")),
         ("expected_r", later("Expected R"), later("Mean realized R of all the newest signals.")))


class LateLabels(QFrame):
    """Three figures twice, and the share of labels that is still to come."""

    def __init__(self) -> None:
        super().__init__(objectName="monitor.late", toolTip=tr(_HINT))
        self.setProperty("card", "true")
        self.words = label("", font="small", role="muted", wrap=True, name="monitor.late.words")
        self.bar = QProgressBar(maximum=1000, textVisible=False)
        self.bar.setAccessibleName(tr("Share of the newest signals whose label is still pending"))
        self.cells: dict[str, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(horizontalSpacing=theme.LARGE, verticalSpacing=theme.TIGHT)
        for place, words in enumerate((tr("As labels stand"), tr("Late ones allowed for")), start=1):
            grid.addWidget(label(words, font="small", role="muted"), 0, place, Qt.AlignmentFlag.AlignRight)
        for row, (key, words, hint) in enumerate(_ROWS, start=1):
            caption = label(words)
            caption.setToolTip(tr(hint))
            self.cells[key] = (label("–", role="muted"), label("–", font="strong", name=f"monitor.late.{key}"))
            grid.addWidget(caption, row, 0)
            for place, cell in enumerate(self.cells[key], start=1):
                grid.addWidget(cell, row, place, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        column.addWidget(label(tr("Late Labels"), font="strong"))
        column.addLayout(grid)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addStretch()
        self.clear()

    def clear(self) -> None:
        """No monitor is open."""
        self._fill(None, tr("Win rate, accuracy and expected R appear here beside what they come to with late "
                            "labels."))

    def take(self, snapshot: MonitorSnapshot) -> None:
        """Show what a snapshot knows."""
        found = snapshot.arrival
        if found is None:
            words = tr(_ALL_IN, signals=count(min(snapshot.window, snapshot.events)))
            self._fill(None, words if snapshot.labels else tr("No label has arrived yet."))
            return
        self._fill(found, tr("{share} of the last {count} signals wait for their label.",
                             share=share(found.pending_share), count=count(found.signals)))

    def _fill(self, found: ArrivalFigures | None, words: str) -> None:
        self.words.setText(words)
        self.bar.setVisible(found is not None)
        self.bar.setValue(0 if found is None else round(1000 * found.pending_share))
        for key, cells in self.cells.items():
            figures: Corrected | None = None if found is None else getattr(found, key)
            said = ("–", "–") if figures is None else (_said(key, figures.naive), _said(key, figures.corrected))
            for cell, text in zip(cells, said, strict=True):
                cell.setText(text)
        self.setAccessibleName(tr("Late labels. {words} ", words=words) + ", ".join(
            tr("{name} {words}, allowed for {words2}", name=tr(name), words=self.cells[key][0].text(),
               words2=self.cells[key][1].text())
            for key, name, _ in _ROWS))


def _said(key: str, value: float) -> str:
    if not math.isfinite(value):
        return "–"
    return f"{written(value, '+.3f')} R" if key == "expected_r" else share(value)
