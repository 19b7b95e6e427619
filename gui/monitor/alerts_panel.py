"""Which of the analyst's own rules hold now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.monitoring.rules import Rule
from gui import icons, theme
from gui.parts.labels import button, card, label, set_role
from gui.sentences import said
from gui.theme import theme as look
from gui.translation import plural, tr

_MOST = 3  # lines
_ICON = 15


class AlertsPanel(QWidget):
    """A card with the rules that hold, or how many are on. *Signals*: `triggers_wanted()`."""

    triggers_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._holding: Mapping[Rule, str] = {}
        self._picture = QLabel()
        self.words = label(wrap=True, font="small", name="monitor.alerts")
        self.triggers = button(tr("Triggers…"), self.triggers_wanted.emit, kind="link", name="monitor.triggers",
                               hint=tr("Rules of your own: when to speak up, and when to propose a retraining."))
        frame = card()
        heading = QHBoxLayout(spacing=theme.SMALL)
        heading.addWidget(self._picture)
        heading.addWidget(label(tr("Alerts"), font="strong"))
        heading.addStretch()
        heading.addWidget(self.triggers)
        inside = QVBoxLayout(frame, spacing=2)
        inside.setContentsMargins(theme.MEDIUM, theme.TIGHT, theme.SMALL, theme.SMALL)
        inside.addLayout(heading)
        inside.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        look.changed.connect(self._paint_icon)
        self.show_rules((), {})

    def show_rules(self, rules: Sequence[Rule], holding: Mapping[Rule, str]) -> None:
        """Say which of the rules hold."""
        self._holding = dict(holding)
        on = sum(rule.on for rule in rules)
        lines = list(map(said, holding.values()))
        more = tr("\nand {value} more", value=len(lines) - _MOST) if len(lines) > _MOST else ""
        quiet = plural(on, "Quiet; {n} rule is on.", "Quiet; {n} rules are on.") if on else tr("No rule is on.")
        words = "\n".join(lines[:_MOST]) + more if lines else quiet
        if words != self.words.text():
            self.words.setText(words)
            self.words.setToolTip("\n".join(lines))
            self.words.setAccessibleName(tr("Alerts: {said}", said=words))
        set_role(self.words, "danger" if lines else "muted")
        self._paint_icon()

    def _paint_icon(self) -> None:
        color = "danger" if self._holding else "muted"
        self._picture.setPixmap(icons.pixmap("bell", _ICON, color, self.devicePixelRatioF()))
