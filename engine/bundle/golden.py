"""Canary rows: inputs with the outputs they must give, so that a loaded model proves itself."""

from __future__ import annotations

import math
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.refusal import BundleRefused
from engine.data.schema import Feature, FeatureSchema, Kind, Matrix
from engine.records import Floats

ROWS = 32
TOLERANCE = 1e-6  # in a probability, across versions of a library
GRAPH_TOLERANCE = 1e-5  # by an ONNX graph, which adds in single precision
_PLACE = "canary.json"
_SHOWN = 3


@dataclass(frozen=True, eq=False, slots=True)
class Canary:
    """`rows` (n, d) in the bundle's features; margins and probabilities (n,) by member; `final` (n,).

    Margins are what the native library gave, compared bit for bit where library version and platform are the same.
    """

    rows: Matrix
    margins: Mapping[str, Floats]
    probabilities: Mapping[str, Floats]
    final: Floats
    platform: str


def here() -> str:
    """This kind of machine; sums of floats may differ on another."""
    return f"{sys.platform}-{platform.machine()}".lower()


def rows_for(schema: FeatureSchema, count: int = ROWS) -> Matrix:
    """Made-up rows that cover each feature's range, its edges and missing values; they hold no client data."""
    columns = [_column(feature, place, count) for place, feature in enumerate(schema.features)]
    matrix = np.column_stack(columns).astype(np.float32)
    matrix[np.isinf(matrix)] = 0.0
    matrix[-1] = np.nan
    return np.ascontiguousarray(matrix)


def to_json(canary: Canary) -> dict[str, Any]:
    """Floats as hexadecimal text, exact on every machine."""
    return {
        "platform": canary.platform,
        "rows": [_hex(row) for row in canary.rows.astype(np.float64)],
        "margins": {name: _hex(values) for name, values in canary.margins.items()},
        "probabilities": {name: _hex(values) for name, values in canary.probabilities.items()},
        "final": _hex(canary.final),
    }


def from_json(values: Mapping[str, Any], width: int, members: Sequence[str]) -> Canary:
    """The inverse; raises `BundleRefused` when rows, members or numbers are not as they must be."""
    try:
        rows = np.asarray([_numbers(row) for row in values["rows"]], dtype=np.float64)
        margins = {str(name): _floats(column) for name, column in values["margins"].items()}
        shown = {str(name): _floats(column) for name, column in values["probabilities"].items()}
        canary = Canary(np.ascontiguousarray(rows, dtype=np.float32), margins, shown, _floats(values["final"]),
                        str(values["platform"]))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        raise BundleRefused("The canary rows are damaged.", where=_PLACE, code="bundle-canary") from None
    columns = [*margins.values(), *shown.values(), canary.final]
    fits = rows.shape == (len(rows), width) and len(rows) > 0 and all(len(column) == len(rows) for column in columns)
    if not fits or set(margins) != set(members) or set(shown) != set(members) or np.isinf(canary.rows).any():
        raise BundleRefused("The canary rows do not belong to this model.", where=_PLACE, code="bundle-canary")
    return canary


def check_margins(canary: Canary, name: str, margins: Floats, *, exact: bool) -> None:
    """Raise `BundleRefused`, naming the rows, when a member does not give what it must."""
    expected = canary.margins[name]
    same_place = exact and canary.platform == here()
    wrong = ~_equal(margins, expected) if same_place else _apart(margins, expected)
    if wrong.any():
        raise _differs(wrong, expected, margins, name)


def check_graph(canary: Canary, members: Mapping[str, Floats], final: Floats) -> None:
    """Raise `BundleRefused`, showing the rows, when an ONNX graph does not give the scores of its bundle."""
    for name, found, expected in (
        *((name, scores, canary.probabilities[name]) for name, scores in members.items()),
        (_PLACE, final, canary.final),
    ):
        wrong = ~(np.abs(found - expected) <= GRAPH_TOLERANCE)
        if wrong.any():
            raise _differs(wrong, expected, found, name, of="The ONNX graph does not give the scores")


def check_final(canary: Canary, final: Floats) -> None:
    """Raise `BundleRefused` when the final probabilities are not those that the bundle was shipped with."""
    wrong = ~(np.abs(final - canary.final) <= TOLERANCE)
    if wrong.any():
        raise _differs(wrong, canary.final, final, _PLACE, of="The final scores are not those")


def _differs(wrong: NDArray[np.bool_], expected: Floats, found: Floats, where: str, *,
             of: str = "The model does not reproduce the outputs") -> BundleRefused:
    """The refusal with the first rows that differ: what they must give and what they gave."""
    rows = np.flatnonzero(wrong)
    shown = "; ".join(f"row {row}: {_beside(expected[row], found[row])}" for row in rows[:_SHOWN])
    shown += f"; and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    return BundleRefused(f"{of} that it was shipped with ({len(rows)} of {len(wrong)} rows differ: {shown}).",
                         where=where, code="bundle-canary")


def _beside(expected: float, found: float) -> str:
    digits = 6 if f"{expected:.6g}" != f"{found:.6g}" else 17  # the last bits only where they are what differs
    return f"{expected:.{digits}g} expected, {found:.{digits}g} found"


def _column(feature: Feature, place: int, count: int) -> Floats:
    # Multiples of an irrational number fill the range evenly and differ from feature to feature.
    share = (np.arange(1, count + 1) * math.sqrt(2 + place) * 0.5 + 0.5 / (place + 1)) % 1.0
    if feature.kind is Kind.CATEGORY:
        values = np.floor(share * max(len(feature.categories), 1))
    else:
        low = feature.low if feature.low is not None else -3.0
        high = feature.high if feature.high is not None else 3.0
        values = low + (high - low) * share
        values[place % count], values[(place + 1) % count] = low, high
    if feature.missing_share > 0:
        values[share < min(feature.missing_share, 0.5)] = np.nan
    return np.asarray(values, dtype=np.float64)


def _equal(a: Floats, b: Floats) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.asarray((a == b) | (np.isnan(a) & np.isnan(b)))


def _apart(a: Floats, b: Floats) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.asarray(~(np.abs(np.tanh(a / 2) - np.tanh(b / 2)) / 2 <= TOLERANCE))


def _hex(values: Any) -> list[str]:
    return [float(value).hex() for value in values]


def _floats(values: Any) -> Floats:
    return np.asarray(_numbers(values), dtype=np.float64)


def _numbers(values: Any) -> list[float]:
    if not isinstance(values, list):
        raise TypeError
    return list(map(float.fromhex, values))
