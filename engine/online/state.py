"""State as JSON: floats in hexadecimal, so that what is read back is the same to the last bit; and its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError

State = dict[str, Any]
_AT_ONCE = 100  # entries of a list that are spelled before another thread may have its turn
_PART = 1 << 16  # characters, about


class Made(Sequence[Any]):
    """Entries of a state that are made as they are spelled: thousands of them never stand in memory together.

    `make(start, end)` gives some of the `many`, and always the same.
    """

    def __init__(self, many: int, make: Callable[[int, int], list[Any]]) -> None:
        self._many, self._make = many, make

    def __len__(self) -> int:
        return self._many

    @overload
    def __getitem__(self, place: int) -> Any: ...

    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            start, end, _ = place.indices(self._many)
            return self._make(start, end)
        if not -self._many <= place < self._many:
            raise IndexError(place)
        return self._make(place % self._many, place % self._many + 1)[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def packed(array: NDArray[Any]) -> list[Any]:
    """An array as JSON: floats as hexadecimal text, whole numbers as they are; two dimensions as rows."""
    if array.ndim > 1:
        return [packed(row) for row in array]
    if array.dtype.kind == "f":
        return [value.hex() for value in array.tolist()]
    return list(array.tolist())


def unpacked(values: Sequence[Any], like: NDArray[Any]) -> NDArray[Any]:
    """The array that `packed` wrote, with the shape and type of `like`; another shape is refused."""
    floats = like.dtype.kind == "f"
    flat = [float.fromhex(v) if floats else int(v) for v in _flat(values)]
    array = np.asarray(flat, dtype=like.dtype)
    if array.size != like.size:
        raise bad_state(f"{array.size} values where {like.size} belong")
    return array.reshape(like.shape)


def canonical(state: Mapping[str, Any]) -> bytes:
    """The one spelling of a state."""
    return "".join(parts(state)).encode()


def parts(state: Mapping[str, Any]) -> Iterator[str]:
    """The same part by part, between which other threads have their turn; a large state costs no more memory."""
    found: list[str] = []
    size = 0
    for piece in _spelled(state):
        found.append(piece)
        size += len(piece)
        if size >= _PART:
            yield "".join(found)
            found, size = [], 0
    yield "".join(found)


def _spelled(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for place, name in enumerate(sorted(value)):
            yield f"{',' if place else '{'}{_json(name)}:"
            yield from _spelled(value[name])
        yield "}"
    elif isinstance(value, Made | list) and len(value) > _AT_ONCE:
        for start in range(0, len(value), _AT_ONCE):
            yield f"{',' if start else '['}{_json(value[start : start + _AT_ONCE])[1:-1]}"
        yield "]"
    elif isinstance(value, Made):
        yield _json(value[:])
    else:
        yield _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def state_hash(state: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical state, in hexadecimal."""
    digest = hashlib.sha256()
    for part in parts(state):
        digest.update(part.encode())
    return digest.hexdigest()


def bad_state(detail: str) -> WorkbenchError:
    """A saved state that does not fit."""
    return WorkbenchError(
        f"The saved state of the online learner is not usable ({detail}).", code="bad-state",
        remedy="Start the learner afresh, or restore an older state.",
    )


def _flat(values: Sequence[Any]) -> list[Any]:
    if values and isinstance(values[0], (list, tuple)):
        return [value for row in values for value in _flat(row)]
    return list(values)
