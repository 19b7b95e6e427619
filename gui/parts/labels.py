"""Small builders: labels in their roles, buttons in their kinds, cards and rules."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QLabel, QPushButton, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.translation import tr

_FONTS = {"title": theme.title_font, "strong": theme.strong_font, "small": theme.small_font,
          "section": theme.section_font, "figure": theme.figure_font}
_MINUS, _PERCENT = re.compile(r"(?<![^\s(])-(?=\d)"), re.compile(r"(?<=\d) %")


class Words(QLabel):
    """A label that sets its words as a printer would; `text()` answers what was given."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._given = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show words: a true minus before a number, and no line that begins with a % or another unit's sign."""
        self._given = text
        super().setText(typeset(text))

    def text(self) -> str:
        """The words as they were given."""
        return self._given


def typeset(text: str) -> str:
    """The same words with minus signs in place of hyphens before numbers, and with % bound to its number."""
    return _PERCENT.sub("\u00a0%", _MINUS.sub("\u2212", text))


def label(text: str = "", *, font: str = "", role: str = "", wrap: bool = False, name: str = "") -> QLabel:
    """A label. `font`: title, strong, small, section, figure · `role`: muted, danger, warning, positive."""
    made = Words(tr(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setObjectName(name)
    if font:
        made.setFont(_FONTS[font]())
    if role:
        made.setProperty("role", role)
    return made


def set_role(widget: QWidget, value: str, *, property_name: str = "role") -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(property_name) != value:
        widget.setProperty(property_name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(text: str, clicked: Callable[[], object] | None = None, *, icon_name: str = "", kind: str = "",
           name: str = "", hint: str = "") -> QPushButton:
    """A push button. `kind`: primary, quiet, danger, link or nothing."""
    text = tr(text)
    made = QPushButton(text, objectName=name, toolTip=tr(hint))
    made.setAccessibleName(text.replace("&", "").rstrip("…"))
    if kind:
        made.setProperty("kind", kind)
    if icon_name:
        made.setIcon(icon(icon_name, "on_accent" if kind == "primary" else "text"))
        made.setIconSize(QSize(20 if text else 15, 15))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def tool_button(icon_name: str, words: str, clicked: Callable[[], object] | None = None, *, name: str = "",
                color: str = "muted") -> QToolButton:
    """A flat button with an icon only; `words` are its tooltip and its accessible name."""
    words = tr(words)
    made = QToolButton(objectName=name, toolTip=words, icon=icon(icon_name, color))
    made.setIconSize(QSize(16, 16))
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def spaced(spin: QAbstractSpinBox) -> None:
    """Room before a spin box's number, which no style sheet gives it, and its thousands apart."""
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    spin.setGroupSeparatorShown(True)


def card(*, name: str = "") -> QFrame:
    """A surface with a hairline border."""
    made = QFrame(objectName=name)
    made.setProperty("card", "true")
    return made


def rule() -> QFrame:
    """A horizontal hairline."""
    made = QFrame()
    made.setProperty("rule", "true")
    made.setFixedHeight(1)
    return made
