"""What an ONNX graph may hold, checked on its bytes before any runtime sees it, and without the onnx package.

ONNX files have been used to read and write other files (CVE-2022-25882, CVE-2024-27318, CVE-2025-51480): so only the
message parts and operators that `onnx_graph` writes are let through, and nothing that points outside of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.bundle.refusal import BundleRefused

OPERATORS = frozenset({
    ("", name) for name in ("Add", "And", "Cast", "Clip", "Concat", "Div", "Gather", "GreaterOrEqual", "Identity",
                            "Less", "Log", "MatMul", "Mul", "ReduceSum", "Reshape", "Sigmoid", "Sub", "Where")
} | {("ai.onnx.ml", "TreeEnsembleRegressor")})
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_DOMAINS = {"", "ai.onnx.ml"}
_MOST = 1 << 22  # parts of one message, beside the runs below

# Messages by the numbers of their parts; what is not named here is refused.
_MODEL, _GRAPH, _NODE, _ATTRIBUTE, _TENSOR, _OPSET = "model", "graph", "node", "attribute", "tensor", "opset"
_ALLOWED = {
    _MODEL: {1, 2, 3, 7, 8}, _GRAPH: {1, 2, 5, 11, 12}, _NODE: {1, 2, 3, 4, 5, 7},
    _ATTRIBUTE: {1, 2, 3, 4, 7, 8, 9, 20}, _TENSOR: {1, 2, 8, 9}, _OPSET: {1, 2},
}
_INSIDE = {(_MODEL, 7): _GRAPH, (_MODEL, 8): _OPSET, (_GRAPH, 1): _NODE, (_GRAPH, 5): _TENSOR, (_NODE, 5): _ATTRIBUTE}
_OUTSIDE = {(_TENSOR, 13), (_TENSOR, 14)}
# Lists of numbers and of the modes of tree nodes, as the writer lays them out: hundreds of thousands of parts.
_RUNS = re.compile(rb"(?:\x3d.{4})+|(?:\x40[\x80-\xff]{0,9}[\x00-\x7f])+|(?:\x4a\x0aBRANCH_LEQ|\x4a\x04LEAF)+",
                   re.DOTALL)


def check(data: bytes, where: str) -> None:
    """Raise `BundleRefused` unless the graph holds nothing but what a score needs."""
    try:
        _check(memoryview(data), _MODEL, where)
    except (IndexError, UnicodeDecodeError):
        raise _refused("It is no ONNX graph, or a damaged one.", where) from None


def _check(message: memoryview, kind: str, where: str) -> None:
    words: dict[int, str] = {}
    for number, wire, content in _parts(message, where, runs=kind == _ATTRIBUTE):
        if (kind, number) in _OUTSIDE:
            raise _refused("It keeps a part of its data in another file.", where)
        if number not in _ALLOWED[kind]:
            raise _refused("It holds parts that a score does not need.", where)
        inside = _INSIDE.get((kind, number))
        if inside is not None:
            if wire != _BYTES:
                raise IndexError
            _check(content, inside, where)
        elif wire == _BYTES and (kind, number) in ((_NODE, 4), (_NODE, 7), (_OPSET, 1)):
            words[number] = str(content, "utf-8")
    if kind == _NODE and (words.get(7, ""), words.get(4, "")) not in OPERATORS:
        raise _refused("It uses an operator that a score does not need.", where)
    if kind == _OPSET and words.get(1, "") not in _DOMAINS:
        raise _refused("It uses operators of an unknown domain.", where)


def _parts(message: memoryview, where: str, *, runs: bool) -> Iterator[tuple[int, int, memoryview]]:
    """Each part's number, kind and content; long lists are passed over in one step where that is allowed."""
    position, seen = 0, 0
    while position < len(message):
        found = _RUNS.match(message, position) if runs else None
        if found is not None:
            position = found.end()
            continue
        seen += 1
        if seen > _MOST:
            raise _refused("It has too many parts.", where)
        tag, position = _varint(message, position)
        start, position = _content(message, position, tag & 7)
        yield tag >> 3, tag & 7, message[start:position]


def _content(message: memoryview, position: int, wire: int) -> tuple[int, int]:
    """Where a part's content begins and ends."""
    if wire == _VARINT:
        return position, _varint(message, position)[1]
    if wire in (_FIXED64, _FIXED32):
        size = 8 if wire == _FIXED64 else 4
    elif wire == _BYTES:
        size, position = _varint(message, position)
    else:
        raise IndexError
    if position + size > len(message):
        raise IndexError
    return position, position + size


def _varint(message: memoryview, position: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        byte = message[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise IndexError


def _refused(what: str, where: str) -> BundleRefused:
    return BundleRefused(what, where=where, code="bundle-onnx")
