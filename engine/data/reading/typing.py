"""Which type each CSV column is read as, inferred from its first rows and corrected as the file goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.data.names import may_have_a_role
from engine.data.reading.dialect import is_number
from engine.data.reading.words import is_missing

if TYPE_CHECKING:
    import pyarrow as pa

EXACT = 1 << 53  # whole numbers above this are not exact as floats
_LARGEST = 1 << 63
_SMALL = 1e6  # numbers in the sample below this are read as float32, as models see them
_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d*)")
_CODE = re.compile(r"[-+]?0\d+")
_WORDS = frozenset({"inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"})

INT, SINGLE, DOUBLE, TEXT = "int", "single", "double", "text"


def infer(name: str, cells: Sequence[str], decimal: str) -> str:
    """The type of a column from a sample of its cells.

    Whole numbers stay whole, so that ids and epoch times are exact; codes such as 007 and numbers beyond 2^63 are text.
    A column that is empty so far is taken for numbers.
    """
    known = [cell for cell in cells if not is_missing(cell)]
    if any(_CODE.fullmatch(cell) for cell in known):
        return TEXT
    if known and all(_WHOLE.fullmatch(cell) for cell in known):
        return INT if max(abs(int(cell)) for cell in known) < _LARGEST else TEXT
    if not all(is_number(cell, decimal) or cell.lower() in _WORDS for cell in known):
        return TEXT
    sizes = [abs(float(cell.replace(",", "."))) for cell in known if cell.lower() not in _WORDS]
    return DOUBLE if may_have_a_role(name) or max(sizes, default=0.0) >= _SMALL else SINGLE


def arrow_type(kind: str) -> pa.DataType:
    """The Arrow type of one of the four kinds."""
    import pyarrow as pa

    types: dict[str, Any] = {INT: pa.int64(), SINGLE: pa.float32(), DOUBLE: pa.float64(), TEXT: pa.string()}
    return types[kind]
