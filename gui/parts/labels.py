"""Small builders: labels in their roles, buttons in their kinds, cards and rules."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.translation import tr

_FONTS = {"title": theme.title_font, "strong": theme.strong_font, "small": theme.small_font,
          "section": theme.section_font, "figure": theme.figure_font}


def label(text: str = "", *, font: str = "", role: str = "", wrap: bool = False, name: str = "") -> QLabel:
    """A label. `font`: title, strong, small, section, figure · `role`: muted, danger, warning, positive."""
    made = QLabel(tr(text))
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


def spring() -> QWidget:
    """Takes the room that is left in a row."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
