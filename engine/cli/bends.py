"""How a feature's values move the score, as a table: groups of values with the mean of what they contribute."""

from __future__ import annotations

import numpy as np

from engine.cli.output import Output
from engine.data.schema import Kind
from engine.evaluation.explanation import Dependence, Explanation, value_words
from engine.records import Floats

_GROUPS = 10
_MOST_CATEGORIES = 30


def show_dependence(found: Explanation, told: Dependence, out: Output) -> None:
    """A line a group: its values, rows, and the mean and middle 80 % of their contributions (log-odds)."""
    missing = np.isnan(told.x)
    known = told.x[~missing]
    groups = [np.flatnonzero(missing)] if missing.any() else []
    if len(known):
        categorical = found.schema.features[found.place(told.feature)].kind is Kind.CATEGORY
        edges = np.unique(known if categorical else np.quantile(known, np.linspace(0, 1, _GROUPS + 1)[:-1]))
        place = np.where(missing, -1, np.searchsorted(edges, told.x, "right") - 1)
        groups = [np.flatnonzero(place == number) for number in range(len(edges))][:_MOST_CATEGORIES] + groups
    out.say(f"What {told.feature} contributes (log-odds)" + (
        f"; what {told.partner} is varies it most" if told.partner else "") + ":")
    out.table((told.feature, "rows", "mean", "middle 80 %"), [
        (_values(found, told, rows), f"{len(rows):,}", f"{told.y[rows].mean():+.4f}", _middle(told.y[rows]))
        for rows in groups if len(rows)])


def _values(found: Explanation, told: Dependence, rows: np.ndarray) -> str:
    column = found.place(told.feature)
    first, last = (rows[np.argmin(told.x[rows])], rows[np.argmax(told.x[rows])])
    low, high = (value_words(found, int(row), column) for row in (first, last))
    return low if low == high else f"{low} to {high}"


def _middle(contributions: Floats) -> str:
    low, high = np.quantile(contributions, (0.1, 0.9))
    return f"{low:+.4f} to {high:+.4f}"
