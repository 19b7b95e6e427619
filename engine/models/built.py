"""Data as a library wants it, kept from one fit to the next: binning a table is a fifth to a half of a short training.

An entry goes by the content of rows, labels and weights and by the options that shape it, so that a retrain, another
seed or a trial with other knobs finds its folds binned already, and gets the very same model.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.models.fit_data import FitData

_MOST = 2 << 30
_SHARE = 8  # of the machine's memory, one part in so many
_CHUNK = 1 << 16
_ODD = (np.random.default_rng(7).integers(0, 2**63, _CHUNK, dtype=np.uint64) << np.uint64(1)) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class _Entry:
    built: Any
    bytes: int


class Shelf:
    """Built data sets, the longest unused given away first; one that is lent out is nobody else's."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._kept: OrderedDict[str, _Entry] = OrderedDict()
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def lent(self, key: str, size: int, make: Callable[[], Any]) -> Iterator[Any]:
        """The data set of this key, made if need be, and put (back) on the shelf when its fit went well."""
        with self._lock:
            entry = self._kept.pop(key, None)
        built = make() if entry is None else entry.built
        yield built
        if size > self._budget // 2:
            return
        with self._lock:
            self._kept[key] = _Entry(built, size)
            while sum(each.bytes for each in self._kept.values()) > self._budget:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Give all away."""
        with self._lock:
            self._kept.clear()

    def __len__(self) -> int:
        return len(self._kept)


def key_of(library: str, data: FitData, *options: object) -> str:
    """The content of a fit's data, and what else decides its built form."""
    told = hashlib.blake2b(repr((library, data.categorical, *options)).encode(), digest_size=24)
    for part in (data.matrix, data.label, data.weight, data.valid_matrix, data.valid_label, data.valid_weight):
        if part is None:
            told.update(b"none")
        elif part.ndim == 2:
            told.update(repr((part.shape, part.dtype.str)).encode() + _digest(part))
        else:
            told.update(part.dtype.str.encode() + np.ascontiguousarray(part).tobytes())
    return told.hexdigest()


def size_of(data: FitData) -> int:
    """Bytes of the built form: one a cell."""
    return int(data.matrix.size + (0 if data.valid_matrix is None else data.valid_matrix.size))


def _digest(matrix: NDArray[Any]) -> bytes:
    """Two sums over every eight bytes with odd factors by place, modulo 2^64: ten times as quick as a hash."""
    flat = np.ascontiguousarray(matrix).reshape(-1).view(np.uint8)
    whole = flat[:len(flat) // 8 * 8].view(np.uint64)
    sums = np.zeros(2, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for number, start in enumerate(range(0, len(whole), _CHUNK)):
            piece = whole[start:start + _CHUNK]
            one = np.dot(piece, _ODD[:len(piece)])
            sums[0] += one * _ODD[number % _CHUNK]
            sums[1] = sums[1] * _ODD[1] + one
    return sums.tobytes() + flat[len(whole) * 8:].tobytes()


def _budget() -> int:
    try:
        return min(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _SHARE, _MOST)
    except (AttributeError, OSError, ValueError):  # Windows has no sysconf
        return 512 << 20


SHELF = Shelf(_budget())
