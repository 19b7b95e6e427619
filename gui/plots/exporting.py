"""A chart to the clipboard or into a file: PNG, SVG, PDF, and its numbers as CSV."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from engine.errors import WorkbenchError
from engine.settings import write_atomically
from gui.plots import painting
from gui.translation import tr

if TYPE_CHECKING:
    from gui.plots.base import PlotPanel, Table

_DOTS = 96  # the resolution at which one unit of a page is one pixel of the screen


def copy_image(panel: PlotPanel) -> None:
    """The picture to the clipboard."""
    QGuiApplication.clipboard().setImage(panel.image())


def copy_data(panel: PlotPanel) -> None:
    """The numbers to the clipboard, ready for a spreadsheet."""
    QGuiApplication.clipboard().setText(as_text(panel.table(), "\t"))


def save(panel: PlotPanel, path: Path) -> None:
    """Write the chart as the suffix says."""
    writers = {".png": as_png, ".svg": as_svg, ".pdf": as_pdf, ".csv": as_csv}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise WorkbenchError(
            tr("A chart cannot be saved as {value}.", value=path.suffix or tr("a file without a suffix")),
            where=str(path),
            remedy=tr("Choose PNG, SVG, PDF or CSV."), code="unknown-format",
        )
    write_atomically(path, writer(panel))


def as_text(table: Table, separator: str) -> str:
    """The table with one row a line; numbers in full, nothing where there is none."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(value) for value in row] for row in table.rows)
    return out.getvalue()


def as_csv(panel: PlotPanel) -> bytes:
    """The numbers as CSV."""
    return as_text(panel.table(), ",").encode()


def as_png(panel: PlotPanel) -> bytes:
    """The picture at twice the size on screen."""
    buffer = _opened()
    panel.image().save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_svg(panel: PlotPanel) -> bytes:
    """The chart as vectors. (pyqtgraph's own SVG exporter fails on Qt 6.11: pyqtgraph #3495.)"""
    buffer = _opened()
    panel.settle()
    size = painting.size_of(panel)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(panel.title)
    generator.setDescription(panel.description)
    painter = QPainter(generator)
    painting.paint(panel, painter)
    painter.end()
    return bytes(buffer.data().data())


def as_pdf(panel: PlotPanel) -> bytes:
    """One page of the chart's own size."""
    buffer = _opened()
    panel.settle()
    size = painting.size_of(panel)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(panel.title)
    inches = QSizeF(size.width() / _DOTS, size.height() / _DOTS)
    writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch, "chart", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painting.paint(panel, painter)
    painter.end()
    return bytes(buffer.data().data())


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _plain(value: Any) -> Any:
    return "" if value is None or (isinstance(value, float) and not math.isfinite(value)) else value
