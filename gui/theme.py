"""Colours, type scale and spacing in a light and a dark set; `theme.changed` tells when they switch."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from engine.settings import Theme as Mode
from engine.settings import resource
from gui.overrides import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Spacing scale, in pixels of the logical screen.
TIGHT, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
RADIUS = 6
FAMILY = "Inter"
_PAUSE = 5  # milliseconds between two slices of hidden widgets
_SLICE, _LEAST = 0.008, 32  # seconds that one takes, and widgets in it where the clock runs away
_POLISHED = Qt.WidgetAttribute.WA_WState_Polished


@dataclass(frozen=True, slots=True)
class Colors:
    """One set of colours. Text colours have 4.5:1 and marks 3:1 on `window`, `surface` and `raised`."""

    dark: bool
    window: str  # behind everything
    surface: str  # cards, tables, plots, fields
    raised: str  # hover, buttons, menus
    sunken: str  # tracks, headers
    line: str  # hairlines between areas; decoration only
    border: str  # edges of controls
    text: str
    muted: str
    accent: str  # fill of the default button, marks of what is chosen
    on_accent: str  # text on `accent`
    accent_hover: str
    link: str  # accent as text, and the focus ring
    selection: str  # behind selected rows; `text` stays readable on it
    positive: str
    warning: str
    danger: str
    positive_fill: str  # quiet backgrounds of messages
    warning_fill: str
    danger_fill: str
    info_fill: str
    series: tuple[str, ...]

    @property
    def champion(self) -> str:
        """The champion's colour, in tables and plots; no other series has it."""
        return self.series[-1]

    def color(self, name: str) -> QColor:
        """One of the colours above as a `QColor`."""
        return QColor(getattr(self, name))


LIGHT = Colors(
    dark=False, window="#f3f5f8", surface="#ffffff", raised="#f8f9fb", sunken="#e9ecf1", line="#dde2e9",
    border="#828c9b", text="#171c24", muted="#566070", accent="#2f5bd8", on_accent="#ffffff", accent_hover="#2349b8",
    link="#2450c8", selection="#dbe6ff", positive="#08704a", warning="#8a5300", danger="#bb1f2a",
    positive_fill="#e3f4ec", warning_fill="#fdf1da", danger_fill="#fde7e8", info_fill="#e6eefd",
    series=("#0072b2", "#b36b00", "#007a5a", "#a8407f", "#2a7fb0", "#c24e00", "#6b4fa0"),
)
DARK = Colors(
    dark=True, window="#0f1216", surface="#161a20", raised="#1f252d", sunken="#0a0c0f", line="#272e38",
    border="#6d7888", text="#e6eaf0", muted="#9ba6b5", accent="#3f66e0", on_accent="#ffffff", accent_hover="#476be2",
    link="#8cb2ff", selection="#22345e", positive="#3ecf96", warning="#f0b13c", danger="#ff7b80",
    positive_fill="#12271f", warning_fill="#2b2312", danger_fill="#311a1d", info_fill="#17223a",
    series=("#56b4e9", "#e69f00", "#2bd4a8", "#e89ac7", "#ff8a3d", "#f0e442", "#9d8cf0"),
)


@dataclass(frozen=True, slots=True)
class PlotTheme:
    """What a plot needs: colours of ground, axes, text, grid and bands, and the series in their order."""

    background: str
    axis: str
    text: str
    muted: str
    grid: int  # alpha of grid lines, 0 to 255
    reference: str  # diagonals, baselines, the champion
    band: int  # alpha of interval bands, 0 to 255
    series: tuple[str, ...]
    positive: str
    warning: str
    danger: str

    def series_color(self, number: int) -> QColor:
        """The colour of the n-th curve; it repeats after the last."""
        return QColor(self.series[number % len(self.series)])


def plot_theme(colors: Colors) -> PlotTheme:
    """The plot's part of a colour set."""
    return PlotTheme(
        background=colors.surface, axis=colors.border, text=colors.text, muted=colors.muted,
        grid=38 if colors.dark else 30, reference=colors.muted, band=70 if colors.dark else 55, series=colors.series,
        positive=colors.positive, warning=colors.warning, danger=colors.danger,
    )


class Theme(QObject):
    """The look that is on now. *Signals*: `changed()` after colours switched and the application repainted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.colors = LIGHT
        self._app: QApplication | None = None
        self._waiting: set[int] = set()  # addresses of hidden widgets that still wear the other colours
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._dress_some)

    @property
    def plot(self) -> PlotTheme:
        """Colours for plots."""
        return plot_theme(self.colors)

    @property
    def dark(self) -> bool:
        """Whether the dark set is on."""
        return self.colors.dark

    def apply(self, app: QApplication, mode: Mode) -> None:
        """Switch the application to a mode, all of it at once."""
        if self._app is not app:
            self._app = app
            self._set_up(app)
        self.switch(mode)
        self._dress(app.allWidgets())

    def switch(self, mode: Mode) -> None:
        """The same for a window in use: what is on the screen changes at once, what is hidden a few at a time."""
        self.mode = mode
        if self._app is not None and _wanted(mode) is not self.colors:
            self.colors = _wanted(mode)
            self._paint(self._app)
            self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While some wait: what is about to be seen waits no longer."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self._dress((watched,))
        return False

    def _set_up(self, app: QApplication) -> None:
        app.setStyle("Fusion")
        load_fonts()
        app.setFont(body_font())
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._paint(app)

    @Slot()
    def _system_changed(self) -> None:
        if self.mode is Mode.SYSTEM:
            self.switch(self.mode)

    def _paint(self, app: QApplication) -> None:
        """Qt would let every widget look up its rules anew, the hidden ones first or last as it happens.

        But a style that has forgotten all its rules knows nobody to tell of new ones: so each is told here, and as no
        rule on sizes depends on colours, nothing is laid out again.
        """
        from gui.style_sheet import style_sheet

        app.style().unpolish(app)
        app.setPalette(palette(self.colors))
        app.setStyleSheet(style_sheet(self.colors))
        worn = [widget for widget in app.allWidgets() if widget.testAttribute(_POLISHED)]
        style = app.style()
        for widget in worn:
            if widget.isVisible():
                style.polish(widget)
                widget.update()
        self._waiting = {_address(widget) for widget in worn if not widget.isVisible()}
        self._timer.start()
        app.installEventFilter(self)

    @Slot()
    def _dress_some(self) -> None:
        """Widgets are found anew each time: those that waited may be gone."""
        if self._app is not None and self._dress(self._app.allWidgets(), seconds=_SLICE):
            self._waiting.clear()
            self._timer.stop()
            self._app.removeEventFilter(self)

    def _dress(self, widgets: Iterable[QWidget], seconds: float = math.inf) -> bool:
        """Dress those of these that wait, some of them however little time there is; whether it was enough for all."""
        waiting = [widget for widget in widgets if _address(widget) in self._waiting]
        until = time.perf_counter() + seconds
        for number, widget in enumerate(waiting, start=1):
            self._waiting.discard(_address(widget))
            widget.style().polish(widget)
            if number >= _LEAST and time.perf_counter() > until:
                return False
        return True


def _address(widget: QWidget) -> int:
    return shiboken6.getCppPointer(widget)[0]


theme = Theme()


def _wanted(mode: Mode) -> Colors:
    if mode is Mode.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if mode is Mode.DARK else LIGHT


def palette(colors: Colors) -> QPalette:
    """A complete Qt palette of a colour set."""
    made = QPalette()
    roles = QPalette.ColorRole
    plan = {
        roles.Window: colors.window, roles.WindowText: colors.text, roles.Base: colors.surface,
        roles.AlternateBase: colors.raised, roles.Text: colors.text, roles.PlaceholderText: colors.muted,
        roles.Button: colors.raised, roles.ButtonText: colors.text, roles.BrightText: colors.danger,
        roles.Highlight: colors.accent, roles.HighlightedText: colors.on_accent, roles.Accent: colors.accent,
        roles.Link: colors.link, roles.LinkVisited: colors.link, roles.ToolTipBase: colors.raised,
        roles.ToolTipText: colors.text, roles.Light: colors.raised, roles.Midlight: colors.line,
        roles.Mid: colors.border, roles.Dark: colors.border, roles.Shadow: colors.sunken,
    }
    for role, color in plan.items():
        made.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.border))
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(colors.line))
    return made


def load_fonts() -> None:
    """Register the fonts that ship with the program, once."""
    if FAMILY in QFontDatabase.families():
        return
    _is_known.cache_clear()
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@lru_cache(maxsize=1)
def _is_known(family: str) -> bool:
    return family in QFontDatabase.families()


def _base_size() -> float:
    return 13.0 if sys.platform == "darwin" else 9.75  # points; 13 pixels at the platform's own resolution


def body_font() -> QFont:
    """The type of everything: figures are of equal width, so that columns of numbers stand in line."""
    font = QFont(FAMILY) if _is_known(FAMILY) else QFont()
    font.setPointSizeF(_base_size())
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _sized(factor: float, weight: QFont.Weight) -> QFont:
    font = body_font()
    font.setPointSizeF(_base_size() * factor)
    font.setWeight(weight)
    return font


def title_font() -> QFont:
    """Headlines of a page or an empty state."""
    return _sized(1.25, QFont.Weight.DemiBold)


def strong_font() -> QFont:
    """Emphasis in running text."""
    return _sized(1.0, QFont.Weight.DemiBold)


def small_font() -> QFont:
    """Captions and hints."""
    return _sized(0.92, QFont.Weight.Normal)


def section_font() -> QFont:
    """Headings of a section of a form."""
    return _sized(0.92, QFont.Weight.DemiBold)


def figure_font() -> QFont:
    """Large numbers on tiles."""
    return _sized(1.6, QFont.Weight.DemiBold)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2, relative luminance), 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(color: str) -> float:
    made = QColor(color)
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
                for c in (made.redF(), made.greenF(), made.blueF())]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def color_names() -> tuple[str, ...]:
    """The names of the colours of a set."""
    return tuple(f.name for f in fields(Colors) if f.name not in ("dark", "series"))
