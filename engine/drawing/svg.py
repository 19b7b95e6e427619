"""A small plot as SVG: axes with round ticks, lines, bands, whiskers, bars; colours by class, so a page sets them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import ArrayLike

from engine.records import Floats

LEFT, RIGHT, TOP, BOTTOM = 62, 16, 14, 46
POINTS = 400  # a line of a still picture shows no more
SERIES = 6  # colours before they come round again

# The two sets of line colours have at least 3:1 contrast on their own background and differ for the colour-blind.
LIGHT = {
    "ink": "#1f2328", "soft": "#59636e", "rule": "#d8dee4", "paper": "#ffffff", "card": "#f6f8fa",
    "s0": "#0072b2", "s1": "#b36b00", "s2": "#007a5a", "s3": "#a8407f", "s4": "#c24e00", "s5": "#6b4fa0",
}  # fmt: skip
DARK = {
    "ink": "#e6e9ec", "soft": "#9aa4ae", "rule": "#343a41", "paper": "#16191d", "card": "#1f2429",
    "s0": "#56b4e9", "s1": "#e69f00", "s2": "#2bd4a8", "s3": "#e89ac7", "s4": "#ff8a3d", "s5": "#f0e442",
}  # fmt: skip
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "12 4")


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its words and range, and how a tick is written."""

    words: str
    low: float
    high: float
    write: Callable[[float], str] = "{:g}".format
    ticks: tuple[float, ...] | None = None


class Plot:
    """Collects marks in data coordinates; `markup` gives the picture. `words` describes it for who cannot see it."""

    def __init__(self, x: Axis, y: Axis, *, words: str, width: int = 520, height: int = 340) -> None:
        self._x, self._y = x, y
        self._words = words
        self.width, self.height = width, height
        self._left = LEFT
        self._marks: list[str] = []
        self._legend: list[tuple[str, int, bool]] = []

    def make_room(self, left: int) -> None:
        """A wider left margin, for names beside rows."""
        self._left = left

    def line(self, x: ArrayLike, y: ArrayLike, series: int, name: str = "", *, dashed: bool = False) -> None:
        """A curve; values that are not known break it."""
        across, up = _thinned(np.asarray(x, np.float64), np.asarray(y, np.float64))
        dash = f' stroke-dasharray="{DASHES[series % SERIES]}"' if dashed and DASHES[series % SERIES] else ""
        for part in _unbroken(across, up):
            points = " ".join(f"{self._px(across[i]):.1f},{self._py(up[i]):.1f}" for i in part)
            self._marks.append(f'<polyline class="l c{series % SERIES}"{dash} points="{points}"/>')
        if name:
            self.name(name, series, dashed=dashed)

    def name(self, words: str, series: int, *, dashed: bool = False) -> None:
        """A row of the legend."""
        self._legend.append((words, series % SERIES, dashed))

    def band(self, x: ArrayLike, low: ArrayLike, high: ArrayLike, series: int) -> None:
        """The area between two curves."""
        across, bottom, top = (np.asarray(v, np.float64) for v in (x, low, high))
        keep = np.flatnonzero(np.isfinite(across) & np.isfinite(bottom) & np.isfinite(top))
        keep = keep[_places(len(keep))]
        if len(keep) < 2:
            return
        there = [f"{self._px(across[i]):.1f},{self._py(top[i]):.1f}" for i in keep]
        back = [f"{self._px(across[i]):.1f},{self._py(bottom[i]):.1f}" for i in keep[::-1]]
        self._marks.append(f'<polygon class="b f{series % SERIES}" points="{" ".join(there + back)}"/>')

    def dot(self, x: float, y: float, series: int) -> None:
        """One point."""
        place = f'cx="{self._px(x):.1f}" cy="{self._py(y):.1f}"'
        self._marks.append(f'<circle class="f{series % SERIES}" {place} r="4.5"/>')

    def whisker(self, y: float, low: float, high: float, series: int) -> None:
        """A level interval at height `y`."""
        if math.isfinite(low) and math.isfinite(high):
            self._stroke(f"l c{series % SERIES}", low, y, high, y)

    def upright(self, x: float, low: float, high: float, series: int) -> None:
        """An upright interval at `x`."""
        if math.isfinite(low) and math.isfinite(high):
            self._stroke(f"t c{series % SERIES}", x, low, x, high)

    def bar(self, y: float, value: float, series: int, *, thick: float = 0.7) -> None:
        """A level bar from the axis to `value`, centred at `y`."""
        top, foot = self._py(y + thick / 2), self._py(y - thick / 2)
        size = f'width="{max(self._px(value) - self._left, 0):.1f}" height="{foot - top:.1f}"'
        self._marks.append(f'<rect class="f{series % SERIES}" x="{self._left}" y="{top:.1f}" {size}/>')

    def guide(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A dotted line to compare with."""
        self._stroke("g", x1, y1, x2, y2)

    def text(self, x: float, y: float, words: str, *, anchor: str = "start", shift: float = 8) -> None:
        """Words at a place of the plot."""
        place = f'x="{self._px(x) + (shift if anchor == "start" else -shift):.1f}" y="{self._py(y) + 4:.1f}"'
        self._marks.append(f'<text {place} text-anchor="{anchor}">{escape(words)}</text>')

    def row_name(self, y: float, words: str) -> None:
        """A name to the left of the axis, at height `y`."""
        self._marks.append(
            f'<text x="{self._left - 8}" y="{self._py(y) + 4:.1f}" text-anchor="end">{escape(words)}</text>'
        )

    def markup(self, *, standalone: bool = False) -> str:
        """The picture; `standalone` makes it a file of its own, in light colours."""
        words = escape(self._words, quote=True)
        head = f'<svg viewBox="0 0 {self.width} {self.height}" role="img" aria-label="{words}"'
        if standalone:
            head += f' xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}"'
        style = f"<style>{style_sheet(LIGHT)}</style>" if standalone else ""
        paper = f'<rect class="p" width="{self.width}" height="{self.height}"/>' if standalone else ""
        parts = [f"{head}>", style, paper, *self._axes(), *self._marks, *self._legend_rows(), "</svg>"]
        return "\n".join(part for part in parts if part)

    def _axes(self) -> list[str]:
        bottom, right = self.height - BOTTOM, self.width - RIGHT
        parts = []
        for tick in _ticks_of(self._x):
            place, words = f"{self._px(tick):.1f}", escape(self._x.write(tick))
            parts.append(f'<line class="r" x1="{place}" x2="{place}" y1="{TOP}" y2="{bottom}"/>')
            parts.append(f'<text class="k" x="{place}" y="{bottom + 17}" text-anchor="middle">{words}</text>')
        for tick in _ticks_of(self._y):
            height, words = self._py(tick), escape(self._y.write(tick))
            parts.append(f'<line class="r" x1="{self._left}" x2="{right}" y1="{height:.1f}" y2="{height:.1f}"/>')
            parts.append(f'<text class="k" x="{self._left - 7}" y="{height + 4:.1f}" text-anchor="end">{words}</text>')
        below = f'x="{(self._left + right) / 2:.0f}" y="{self.height - 8}"'
        beside = f'transform="translate(14 {(TOP + bottom) / 2:.0f}) rotate(-90)"'
        for place, words in ((below, self._x.words), (beside, self._y.words)):
            parts.append(f'<text {place} text-anchor="middle">{escape(words)}</text>' if words else "")
        return parts

    def _legend_rows(self) -> list[str]:
        parts = []
        for row, (name, series, dashed) in enumerate(self._legend):
            y = self.height - BOTTOM - 12 - 17 * (len(self._legend) - 1 - row)
            x = self.width - RIGHT - 10
            dash = f' stroke-dasharray="{DASHES[series]}"' if dashed and DASHES[series] else ""
            parts.append(f'<line class="l c{series}"{dash} x1="{x - 26}" x2="{x}" y1="{y}" y2="{y}"/>')
            parts.append(f'<text class="halo" x="{x - 32}" y="{y + 4}" text-anchor="end">{escape(name)}</text>')
        return parts

    def _stroke(self, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        ends = f'x1="{self._px(x1):.1f}" y1="{self._py(y1):.1f}" x2="{self._px(x2):.1f}" y2="{self._py(y2):.1f}"'
        self._marks.append(f'<line class="{kind}" {ends}/>')

    def _px(self, value: float) -> float:
        width = self.width - self._left - RIGHT
        share = (value - self._x.low) / (self._x.high - self._x.low)
        return self._left + width * min(max(share, 0.0), 1.0)

    def _py(self, value: float) -> float:
        height = self.height - TOP - BOTTOM
        share = (value - self._y.low) / (self._y.high - self._y.low)
        return TOP + height * (1 - min(max(share, 0.0), 1.0))


def style_sheet(colours: dict[str, str]) -> str:
    """The rules of every plot, with these colours."""
    return variables(colours, ":root, svg") + _RULES


def variables(colours: dict[str, str], selector: str) -> str:
    """The colours as custom properties of `selector`."""
    return f"{selector}{{{''.join(f'--{name}:{value};' for name, value in colours.items())}}}"


def _ticks_of(axis: Axis) -> Sequence[float]:
    return axis.ticks if axis.ticks is not None else ticks(axis.low, axis.high)


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Round numbers that lie in the range, about `wanted` of them."""
    if not high > low:
        return [low]
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in (1, 2, 5, 10) if nice * power >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [round(k * step, 12) for k in range(first, math.floor(high / step + 1e-9) + 1)]


def _thinned(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    keep = _places(len(x))
    return x[keep], y[keep]


def _places(count: int) -> Sequence[int]:
    return np.unique(np.linspace(0, count - 1, min(count, POINTS)).astype(np.int64)).tolist() if count else []


def _unbroken(x: Floats, y: Floats) -> list[list[int]]:
    """Runs of neighbouring known points, at least two each."""
    runs: list[list[int]] = [[]]
    for place, known in enumerate(np.isfinite(x) & np.isfinite(y)):
        if known:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


_RULES = (
    "svg text{fill:var(--ink);font:12px system-ui,sans-serif}svg text.k{fill:var(--soft);font-size:11px}"
    "svg text.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}"
    "svg .p{fill:var(--paper)}svg .r{stroke:var(--rule);stroke-width:1}"
    "svg .g{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:4 4}svg .b{opacity:.18}"
    "svg .l{fill:none;stroke-width:2}svg .t{stroke-width:1.4}"
    + "".join(f"svg .c{k}{{stroke:var(--s{k})}}svg .f{k}{{fill:var(--s{k})}}" for k in range(SERIES))
)
