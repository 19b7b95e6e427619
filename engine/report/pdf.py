"""A report as a PDF: text that can be searched and copied, plots as vectors, our own typeface inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from engine.drawing.svg import LIGHT, Plot
from engine.report.document import Bullets, Document, Figures, Grid, Part, Words
from engine.settings import resource

if TYPE_CHECKING:
    from fpdf import FPDF

_MARGIN, _WIDTH = 16.0, 210.0  # millimetres of an A4 page
_ROOM = _WIDTH - 2 * _MARGIN
_LINE = 4.6
_GAP = 6.0  # between two plots
_FACE = "Inter"
_THIN, _MEDIUM, _THICK = 0.15, 0.25, 0.5  # millimetres
_STROKES = {"r": ("rule", _THIN), "g": ("soft", _MEDIUM), "t": ("", _MEDIUM), "l": ("", _THICK)}


def pdf(document: Document) -> bytes:
    """The whole report on A4 pages."""
    from fpdf import FPDF

    paper = FPDF(format="A4")
    paper.set_margin(_MARGIN)
    paper.set_auto_page_break(True, _MARGIN)
    paper.set_title(document.title)
    paper.set_creator("AlphaPulse Workbench")
    paper.add_font(_FACE, "", resource("fonts/Inter-Regular.ttf"))
    paper.add_font(_FACE, "B", resource("fonts/Inter-SemiBold.ttf"))
    paper.add_page()
    _write(paper, document.title, size=17, bold=True, after=2)
    for section in document.sections:
        _keep_together(paper, 24)
        paper.ln(4)
        paper.start_section(section.title)
        _write(paper, section.title, size=12.5, bold=True, after=1.5)
        for part in section.parts:
            _put(paper, part)
    return bytes(paper.output())


def _put(paper: FPDF, part: Part) -> None:
    if isinstance(part, Words):
        _write(paper, part.text, colour="soft" if part.soft else "ink")
    elif isinstance(part, Bullets):
        for sentence in part.sentences:
            _write(paper, f"•  {sentence}", after=0.6)
    elif isinstance(part, Grid):
        _table(paper, part)
    elif isinstance(part, Figures):
        for first in range(0, len(part.plots), 2):
            _figures(paper, part.plots[first:first + 2])


def _write(paper: FPDF, text: str, *, size: float = 9.5, bold: bool = False, colour: str = "ink",
           after: float = 1.2) -> None:
    if not text:
        return
    paper.set_font(_FACE, "B" if bold else "", size)
    paper.set_text_color(LIGHT[colour])
    paper.multi_cell(0, size * 0.49, text, new_x="LMARGIN", new_y="NEXT", align="L")
    paper.ln(after)


def _table(paper: FPDF, part: Grid) -> None:
    from fpdf.fonts import FontFace

    paper.set_font(_FACE, "", 8)
    paper.set_text_color(LIGHT["ink"])
    paper.set_draw_color(LIGHT["rule"])
    paper.set_fill_color(LIGHT["paper"])  # of the last plot otherwise
    paper.set_dash_pattern()
    paper.set_line_width(_THIN)
    head = FontFace(emphasis="BOLD", color=LIGHT["soft"])
    first = 2.2 if len(part.header) > 3 else 1.2
    side = "RIGHT" if len(part.header) > 2 else "LEFT"  # figures stand in line, one value reads on from its name
    with paper.table(borders_layout="HORIZONTAL_LINES", headings_style=head, line_height=_LINE, padding=0.6,
                     text_align=("LEFT", *(side,) * (len(part.header) - 1)),
                     col_widths=(first, *(1.0,) * (len(part.header) - 1))) as grid:
        for line in (part.header, *part.rows):
            row = grid.row()
            for cell in line:
                row.cell(cell)
    paper.ln(2)


def _figures(paper: FPDF, plots: Sequence[tuple[Plot, str]]) -> None:
    wide = plots[0][0].width > 800
    room = _ROOM if wide or len(plots) == 1 else (_ROOM - _GAP) / 2
    room = min(room, _ROOM if wide else 120.0)
    scale = room / max(plot.width for plot, _ in plots)
    height = max(plot.height for plot, _ in plots) * scale
    _keep_together(paper, height + 14)
    top, below = paper.get_y(), 0.0
    for place, (plot, caption) in enumerate(plots):
        left = _MARGIN + place * (room + _GAP)
        _Picture(paper, left, top, scale).draw(plot)
        paper.set_xy(left, top + height + 1)
        paper.set_font(_FACE, "", 7.5)
        paper.set_text_color(LIGHT["soft"])
        paper.multi_cell(room, 3.6, caption, align="L")
        below = max(below, paper.get_y())
    paper.set_xy(_MARGIN, below + 2)


def _keep_together(paper: FPDF, height: float) -> None:
    if paper.get_y() + height > paper.h - _MARGIN:
        paper.add_page()


class _Picture:
    """Draws the few shapes that a plot's own markup is made of, at a place of the page."""

    def __init__(self, paper: FPDF, left: float, top: float, scale: float) -> None:
        self._paper, self._left, self._top, self._scale = paper, left, top, scale

    def draw(self, plot: Plot) -> None:
        """Every shape in its order."""
        shapes: Mapping[str, Callable[[ElementTree.Element], None]] = {
            "line": self._line, "polyline": self._polyline, "polygon": self._polygon, "circle": self._circle,
            "rect": self._rect, "text": self._text}
        for shape in ElementTree.fromstring(plot.markup()):
            if shape.tag in shapes:
                shapes[shape.tag](shape)
        self._paper.set_dash_pattern()

    def _x(self, value: float) -> float:
        return self._left + value * self._scale

    def _y(self, value: float) -> float:
        return self._top + value * self._scale

    def _stroke(self, shape: ElementTree.Element) -> None:
        kinds = shape.get("class", "").split()
        name, width = next((_STROKES[kind] for kind in kinds if kind in _STROKES), ("ink", _THIN))
        self._paper.set_draw_color(LIGHT[name or _series(kinds, "c")])
        self._paper.set_line_width(width)
        dashes = "4 4" if "g" in kinds else shape.get("stroke-dasharray", "")
        marks = [float(length) * self._scale for length in dashes.split()]
        self._paper.set_dash_pattern(*(marks[:2] if marks else (0, 0)))

    def _fill(self, shape: ElementTree.Element) -> None:
        self._paper.set_fill_color(LIGHT[_series(shape.get("class", "").split(), "f")])
        self._paper.set_dash_pattern()

    def _line(self, shape: ElementTree.Element) -> None:
        self._stroke(shape)
        x1, y1, x2, y2 = (float(shape.get(name, "0")) for name in ("x1", "y1", "x2", "y2"))
        self._paper.line(self._x(x1), self._y(y1), self._x(x2), self._y(y2))

    def _points(self, shape: ElementTree.Element) -> list[tuple[float, float]]:
        pairs = (pair.split(",") for pair in shape.get("points", "").split())
        return [(self._x(float(x)), self._y(float(y))) for x, y in pairs]

    def _polyline(self, shape: ElementTree.Element) -> None:
        self._stroke(shape)
        self._paper.polyline(self._points(shape))

    def _polygon(self, shape: ElementTree.Element) -> None:
        self._fill(shape)
        with self._paper.local_context(fill_opacity=0.18):
            self._paper.polygon(self._points(shape), style="F")

    def _circle(self, shape: ElementTree.Element) -> None:
        self._fill(shape)
        x, y, r = (float(shape.get(name, "0")) for name in ("cx", "cy", "r"))
        self._paper.circle(self._x(x), self._y(y), r * self._scale, style="F")

    def _rect(self, shape: ElementTree.Element) -> None:
        self._fill(shape)
        x, y, width, height = (float(shape.get(name, "0")) for name in ("x", "y", "width", "height"))
        self._paper.rect(self._x(x), self._y(y), width * self._scale, height * self._scale, style="F")

    def _text(self, shape: ElementTree.Element) -> None:
        words = shape.text or ""
        soft = "k" in shape.get("class", "").split()
        self._paper.set_font(_FACE, "", (11 if soft else 12) * self._scale * 72 / 25.4)
        self._paper.set_text_color(LIGHT["soft" if soft else "ink"])
        back = {"middle": 0.5, "end": 1.0}.get(shape.get("text-anchor", ""), 0.0) * self._paper.get_string_width(words)
        turned = re.match(r"translate\(([\d.]+) ([\d.]+)\) rotate\(-90\)", shape.get("transform", ""))
        if turned is not None:
            x, y = self._x(float(turned.group(1))), self._y(float(turned.group(2)))
            with self._paper.rotation(90, x, y):
                self._paper.text(x - back, y, words)
        else:
            self._paper.text(self._x(float(shape.get("x", "0"))) - back, self._y(float(shape.get("y", "0"))), words)


def _series(kinds: Sequence[str], letter: str) -> str:
    return next((f"s{kind[1:]}" for kind in kinds if re.fullmatch(letter + r"\d", kind)), "ink")
