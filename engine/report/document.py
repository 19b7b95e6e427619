"""A report as data, of sections with words, tables and plots; `html` makes one page of it that fetches nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawing.svg import Plot
from engine.report import page


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `soft` is said quietly."""

    text: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences, one a line."""

    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the first column holds words, the others figures, whose second line is small."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Plots beside each other, each with its caption."""

    plots: Sequence[tuple[Plot, str]]


Part = Words | Bullets | Grid | Figures


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what belongs under it."""

    title: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report."""

    title: str
    sections: Sequence[Section]


def html(document: Document) -> str:
    """One page, light or dark as the reader's system is."""
    return page.page(document.title, [
        page.section(section.title, *(_markup(part) for part in section.parts)) for section in document.sections])


def _markup(part: Part) -> str:
    if isinstance(part, Words):
        return page.words(part.text, soft=part.soft)
    if isinstance(part, Bullets):
        return page.bullets(part.sentences)
    if isinstance(part, Grid):
        return page.table(part.header, part.rows)
    return page.side_by_side(*(page.figure(plot, caption) for plot, caption in part.plots))
