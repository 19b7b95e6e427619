"""The report's page: sections of words, tables and inline plots in one HTML file that fetches nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from engine.drawing.svg import DARK, LIGHT, Plot, style_sheet, variables

_PAGE_RULES = (
    "*{box-sizing:border-box}body{margin:0 auto;max-width:1180px;padding:32px 24px 64px;background:var(--paper);"
    "color:var(--ink);font:15px/1.55 system-ui,sans-serif}h1{font-size:26px;margin:0 0 4px}"
    "h2{font-size:19px;margin:40px 0 8px}p{margin:8px 0;max-width:76ch}.soft{color:var(--soft)}"
    "table{border-collapse:collapse;width:100%;margin:12px 0;font-variant-numeric:tabular-nums}"
    "th,td{padding:6px 8px;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap}"
    "th{color:var(--soft);font-weight:600}th:first-child,td:first-child{text-align:left}"
    "td small{display:block;color:var(--soft)}.scroll{overflow-x:auto}"
    ".grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:16px}"
    "figure{margin:12px 0;padding:12px;background:var(--paper);border:1px solid var(--rule);border-radius:8px}"
    "figcaption{color:var(--soft);font-size:13px;margin-top:6px}svg{width:100%;height:auto;display:block}"
    "code{font:13px ui-monospace,monospace;overflow-wrap:anywhere}ul{padding-left:20px}"
    ".tiles{display:flex;flex-wrap:wrap;gap:12px;margin:16px 0}.tile{background:var(--card);border-radius:8px;"
    "padding:10px 16px;min-width:150px}.tile b{display:block;font-size:21px;font-weight:600}"
    "@media print{body{max-width:none}figure{break-inside:avoid}}"
)


def page(title: str, parts: Iterable[str]) -> str:
    """The whole document; light or dark as the reader's system is."""
    style = style_sheet(LIGHT) + _PAGE_RULES
    dark = f"@media (prefers-color-scheme: dark){{{variables(DARK, ':root, svg')}}}"
    head = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">\n'
        f"<style>{style}{dark}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
    )
    return head + "\n".join(parts) + "\n</body>\n</html>\n"


def section(title: str, *parts: str) -> str:
    """A heading with what belongs under it."""
    return f"<section>\n<h2>{escape(title)}</h2>\n" + "\n".join(part for part in parts if part) + "\n</section>"


def words(text: str, *, soft: bool = False) -> str:
    """A paragraph."""
    return f"<p{' class=soft' if soft else ''}>{escape(text)}</p>"


def bullets(sentences: Iterable[str]) -> str:
    """A list of sentences; nothing for none."""
    rows = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<ul>{rows}</ul>" if rows else ""


def tiles(values: Sequence[tuple[str, str]]) -> str:
    """A row of figures (value, what it is)."""
    rows = "".join(f'<div class="tile"><b>{escape(value)}</b>{escape(name)}</div>' for value, name in values)
    return f'<div class="tiles">{rows}</div>'


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; the first column holds words, the others figures, whose second line is small."""
    top = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def figure(plot: Plot, caption: str) -> str:
    """A plot with its caption, never much larger than it was drawn."""
    size = f'style="max-width:{plot.width * 6 // 5}px"'
    return f"<figure {size}>{plot.markup()}<figcaption>{escape(caption)}</figcaption></figure>"


def side_by_side(*figures: str) -> str:
    """Figures beside each other where there is room."""
    return f'<div class="grid">{"".join(figures)}</div>'


def _cell(cell: str) -> str:
    first, _, second = cell.partition("\n")
    return f"<td>{escape(first)}{f'<small>{escape(second)}</small>' if second else ''}</td>"
