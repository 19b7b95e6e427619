"""What the leak hunter found: columns that seem to know the outcome, each with a click to leave it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engine.records import Finding, TableProfile
from gui import theme
from gui.parts.labels import button, label
from gui.parts.words import counted
from gui.sentences import said
from gui.translation import tr

OUT = "leak"  # the code of a column that was left out at once
_SUSPECTED = "leak-"
_WIDTH = 320  # pixels that the form leaves for a row
_NAMED = 5  # columns that were left out by name
_MOST = 168  # pixels of height for the columns; more of them scroll


def is_leak(finding: Finding) -> bool:
    """Whether a finding is the leak hunter's."""
    return finding.code == OUT or finding.code.startswith(_SUSPECTED)


class LeaksPanel(QFrame):
    """Hidden while nothing is suspected and nothing was left out.

    `on_leave_out(columns)` and `on_bring_back(columns)` are called by its buttons.
    """

    def __init__(self, *, on_leave_out: Callable[[Sequence[str]], object],
                 on_bring_back: Callable[[Sequence[str]], object]) -> None:
        super().__init__(objectName="training.leaks", visible=False)
        self.setProperty("level", "warning")
        self._leave_out, self._bring_back = on_leave_out, on_bring_back
        self._suspected: tuple[str, ...] = ()
        self._dropped: tuple[str, ...] = ()
        self.headline = label(font="strong", wrap=True, name="training.leaks.headline")
        self.all = button(tr("Leave Out All"), lambda: self._leave_out(self._suspected), kind="quiet",
                          name="training.leaks.all", hint=tr("Train without any of these columns"))
        self.left_out = label(font="small", role="muted", wrap=True, name="training.leaks.left_out")
        self.back = button(tr("Bring Back"), lambda: self._bring_back(self._dropped), kind="link",
                           name="training.leaks.back", hint=tr("Use the columns that you left out after all"))
        self._lay_out()

    def show_profile(self, profile: TableProfile | None, dropped: Sequence[str]) -> None:
        """Show what was found in a file, and the columns that the user has left out."""
        leaks = [each for each in profile.findings if is_leak(each)] if profile is not None else []
        self._suspected = tuple(each.column for each in leaks if each.code != OUT)
        self._dropped = tuple(dropped)
        self.setVisible(bool(leaks or self._dropped))
        self.headline.setVisible(bool(leaks))
        self.headline.setText(_headline(len(self._suspected), len(leaks) - len(self._suspected)))
        self.setAccessibleName(" ".join([self.headline.text(), *(said(each.message) for each in leaks)]))
        self.all.setVisible(len(self._suspected) > 1)
        self.left_out.setText(tr("You left out {names}.", names=_listed(self._dropped)) if self._dropped else "")
        self.left_out.setToolTip(", ".join(self._dropped))
        self._way_back.setVisible(bool(self._dropped))
        self._fill(leaks)

    def _fill(self, leaks: Sequence[Finding]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for each in leaks:
            self._rows.addWidget(self._row(each))
        self._scroll.setVisible(bool(leaks))
        self._scroll.setFixedHeight(min(max(self._rows.totalHeightForWidth(_WIDTH), 0), _MOST))

    def _row(self, finding: Finding) -> QWidget:
        """A column, why it is suspected, and what can be done."""
        row = QWidget()
        line = QHBoxLayout(row, spacing=theme.SMALL)
        line.setContentsMargins(0, 0, theme.SMALL, 0)
        words = label(said(finding.message), font="small", wrap=True, name=f"training.leaks.why.{finding.column}")
        words.setToolTip(said(finding.remedy))
        line.addWidget(words, 1)
        if finding.code == OUT:
            line.addWidget(label(tr("left out"), font="small", role="muted"), 0, Qt.AlignmentFlag.AlignTop)
        else:
            made = button(tr("Leave Out"), lambda: self._leave_out((finding.column,)),
                          name=f"training.leaks.leave_out.{finding.column}",
                          hint=tr("Train without {column}", column=finding.column))
            made.setAccessibleName(tr("Leave Out {column}", column=finding.column))
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner, spacing=theme.SMALL)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        self._way_back = QWidget()
        back = QHBoxLayout(self._way_back, spacing=theme.SMALL)
        back.setContentsMargins(0, 0, 0, 0)
        back.addWidget(self.left_out, 1)
        back.addWidget(self.back)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        column.addWidget(self.headline)
        column.addWidget(self._scroll)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._way_back)


def _listed(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return tr("{names} and {n} more", names=", ".join(names[:_NAMED]), n=len(names) - _NAMED)


def _headline(suspected: int, out: int) -> str:
    if not suspected:
        return tr("{columns} known only afterwards, left out", columns=counted(out, "column"))
    return tr("{columns} may know the outcome", columns=counted(suspected, "column"))
