"""Icons: Lucide drawings painted in the colour that the theme has now."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.settings import resource
from gui.overrides import answering, nothing_of, override
from gui.theme import theme

# Qt may ask an engine for a copy and keep only the C++ side; the Python side must outlive it.
_kept: list[QIconEngine] = []


@lru_cache(maxsize=128)
def icon(name: str, color: str = "text") -> QIcon:
    """An icon by its file name in `resources/icons`, in one of the theme's colours, which it follows, or in #rrggbb."""
    return QIcon(_Engine(name, color))


def pixmap(name: str, size: int = 16, color: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture in the colours of now."""
    return _render(name, _hex(color), round(size * ratio), round(size * ratio), ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name, self._color = name, color
        _kept.append(self)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        size = rect.size() * ratio
        painter.drawPixmap(rect.topLeft(), _render(self._name, self._paint_color(mode), size.width(), size.height(),
                                                   ratio))

    @answering(nothing_of(QPixmap))
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _render(self._name, self._paint_color(mode), size.width(), size.height(), 1.0)

    @answering(nothing_of(QPixmap))
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _render(self._name, self._paint_color(mode), size.width(), size.height(), scale)

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color)

    def _paint_color(self, mode: QIcon.Mode) -> str:
        return theme.colors.border if mode is QIcon.Mode.Disabled else _hex(self._color)


def _hex(color: str) -> str:
    return color if color.startswith("#") else str(getattr(theme.colors, color))


@lru_cache(maxsize=512)
def _render(name: str, color: str, width: int, height: int, ratio: float) -> QPixmap:
    """A square drawing at the left: what is wider leaves room before a button's words."""
    side = min(width, height)
    if side <= 0:  # a button that a narrow window has squeezed away
        return QPixmap()
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _draw(name, color, painter, QRectF(QPoint(0, 0), QSize(side, side)))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _draw(name: str, color: str, painter: QPainter, rect: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", color.encode()))).render(painter, rect)


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()
