"""The right column of a monitor: source, blend, alerts, learner, and the way to a retraining."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from gui import theme
from gui.monitor.alerts_panel import AlertsPanel
from gui.monitor.blend_panel import BlendPanel
from gui.monitor.keeping_panel import KeepingPanel
from gui.monitor.learner_panel import LearnerPanel
from gui.monitor.source_panel import SourcePanel
from gui.parts.ahead import ready, rest
from gui.parts.labels import button, spaced
from gui.translation import tr

WIDTH = 322
_WIDEST = 4096
_DAYS = 30
PARTS = (SourcePanel, BlendPanel, LearnerPanel, AlertsPanel)  # made ahead


class SideColumn(QWidget):
    """What is above scrolls in low windows; the way to a retraining is always in view. *Signals*: `retrain_wanted()`.
    """

    retrain_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.source, self.blend = ready(SourcePanel), ready(BlendPanel)
        self.learner, self.alerts = ready(LearnerPanel), ready(AlertsPanel)
        self.keeping = KeepingPanel()
        self.days = QSpinBox(objectName="monitor.retrain.days", minimum=1, maximum=3650, value=_DAYS,
                             prefix=tr("Last "), suffix=tr(" days"))
        spaced(self.days)
        self.days.setAccessibleName(tr("Days of signals to retrain on"))
        self.retrain = button(tr("Retrain Now…"), self.retrain_wanted.emit, icon_name="refresh-cw",
                              name="monitor.retrain",
                              hint=tr("Open the Training tab with the labelled signals of the last days."))
        inside = QWidget()
        parts = QVBoxLayout(inside, spacing=theme.SMALL)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addStretch()
        self.scroll = scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)  # while it is empty: to move what is in it costs as much as to make it
        for place, part in enumerate((self.source, self.blend, self.alerts, self.learner, self.keeping)):
            rest(self, partial(parts.insertWidget, place, part))
        again = QHBoxLayout(spacing=6)
        again.addWidget(self.retrain, 1)
        again.addWidget(self.days)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(again)
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or only the column's own."""
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(_WIDEST if wide else WIDTH)
