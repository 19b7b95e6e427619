"""The line above a chart: its title, quiet words, the way back from a zoom, its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout

from gui import theme
from gui.parts.labels import label, tool_button
from gui.plots.note import Note
from gui.translation import tr


class Header(QHBoxLayout):
    """`note` shows the chart's own words, or for a while what was said last."""

    def __init__(self, title: str, *, on_reset: Callable[[], object], on_menu: Callable[[QPoint], object]) -> None:
        super().__init__(spacing=theme.SMALL)
        self.setContentsMargins(theme.MEDIUM, theme.TIGHT, theme.TIGHT, 0)
        self.title = label(title, font="strong")
        self.note = Note()
        self.words = ""  # the chart's own
        self.reset = tool_button("zoom-out", tr("{title}: Reset Zoom", title=title), on_reset)
        self.reset.setVisible(False)
        self.more = tool_button("ellipsis", tr("{title}: Chart Menu", title=title),
                                lambda: on_menu(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.addWidget(self.title)
        self.addWidget(self.note, 1)
        self.addWidget(self.reset)
        self.addWidget(self.more)
        self.title.setMinimumHeight(self.more.sizeHint().height())  # the same with and without buttons

    def set_words(self, words: str) -> None:
        """The chart's own words."""
        self.words = words
        self.note.setText(words)
        self.note.setToolTip(words)

    def say(self, words: str) -> None:
        """These words for now; nothing brings back the chart's own."""
        self.note.setText(words or self.words)
