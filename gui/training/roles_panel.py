"""The second step: which column is which; what was guessed says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.records import Roles, TableProfile
from gui import theme
from gui.parts.fields import Combo, set_invalid
from gui.parts.labels import label
from gui.translation import later, tr

_ROLES = (
    ("label", later("Win or Loss"), later("The column that says whether a signal won (1) or lost (0).")),
    ("time", later("Signal Time"), later("When the signal fired: rows are put in this order, and tests lie later than "
                                 "training.")),
    ("label_time", later("Outcome Time"),
     later("When the outcome was known: training rows that overlap a test are purged.")),
    ("weight", later("Realized R"), later("Profit or loss in units of risk: for mean R, and as weights if you want.")),
)
_NONE = later("None")


class RolesPanel(QWidget):
    """Four drop-downs over the file's columns. `on_role(field, column or None)` is called when the user chooses."""

    def __init__(self, *, on_role: Callable[[str, str | None], object]) -> None:
        super().__init__()
        self._on_role = on_role
        self.combos: dict[str, Combo] = {}
        self._hints: dict[str, QLabel] = {}
        grid = QGridLayout(self, horizontalSpacing=theme.MEDIUM, verticalSpacing=3)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (field, words, help_) in enumerate(_ROLES):
            self._add(grid, number, field, tr(words), tr(help_))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.show_profile(None)

    def show_profile(self, profile: TableProfile | None) -> None:
        """Show the roles of a file; disabled without one."""
        roles = profile.roles if profile is not None else Roles()
        names = list(profile.names) if profile is not None else []
        for field, combo in self.combos.items():
            chosen = getattr(roles, field)
            combo.clear()
            combo.addItem(tr("Choose a column") if field == "label" and chosen is None else tr(_NONE), None)
            for name in names:
                combo.addItem(name, name)
            combo.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
            combo.setEnabled(bool(names))
            self._hints[field].setText(tr("guessed") if field in roles.guessed else "")

    def mark_label(self, why: str) -> None:
        """Mark the label as wrong, or take the mark away."""
        set_invalid(self.combos["label"], why)

    def _add(self, grid: QGridLayout, number: int, field: str, words: str, help_: str) -> None:
        combo = Combo(name=f"training.{field}", words=words)
        combo.setToolTip(help_)
        combo.activated.connect(lambda _index, field=field: self._chosen(field))
        hint = label(font="small", role="muted", name=f"training.{field}.hint")
        caption = label(words, font="small")
        caption.setBuddy(combo)
        row, column = divmod(number, 2)
        top = QGridLayout()
        top.setContentsMargins(0, theme.TIGHT if row else 0, 0, 0)
        top.addWidget(caption, 0, 0)
        top.addWidget(hint, 0, 1)
        top.setColumnStretch(0, 1)
        grid.addLayout(top, 2 * row, column)
        grid.addWidget(combo, 2 * row + 1, column)
        self.combos[field] = combo
        self._hints[field] = hint

    def _chosen(self, field: str) -> None:
        set_invalid(self.combos[field], "")
        self._on_role(field, self.combos[field].currentData())
