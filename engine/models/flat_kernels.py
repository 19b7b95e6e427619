"""The loops that walk flat forests: plain Python functions that numba compiles, see `flat_compiling`.

Rows go through in blocks: a tree's nodes stay in the nearest cache while the rows of a block walk it, and the walks of
several rows overlap. Sums run in order of the trees, as the libraries add, so that figures agree to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int32]
Words = NDArray[np.uint32]
Values = NDArray[np.float64]

# They stand here because kept machine code is made anew when this very file changes.
COLUMN, THRESHOLD, LEFT, SET = 0, 1, 2, 3  # columns of `nodes`
START, DEPTH, LEAVES = 0, 1, 2  # columns of `trees`
SOURCE, MODE, RECODE = 0, 1, 2  # columns of `columns` and of `terms`
COUNT, TABLE = 3, 4  # further columns of `columns`, for MIXED ones
BOUND, STRIDE = 3, 4  # further columns of `terms`
# What a column makes of a value (`MODE`): where a missing number goes, the number of a category, or a table's answer.
MISSING_LEFT, MISSING_RIGHT, MISSING_ZERO, CODE, EXACT, MIXED, ZERO_LEFT, ZERO_RIGHT = range(8)
SMALLEST, LARGEST = -(2**31), 2**31 - 1

BLOCK = 64  # rows that walk a tree together
LONG = 16  # a tree with longer ways is left at the leaf; shorter ones are walked to the end without a question
FIRST_COLUMN, LAST_COLUMN, FIRST_TREE, LAST_TREE, FORM, SINGLE = range(6)  # columns of `members`
GENERAL, WITH_SETS, SYMMETRIC = range(3)  # `FORM`
BASE, SCALE = 0, 1  # columns of `scales`

_INFINITY = 0x7F800000  # bits of a float32; anything above is no number
_MAGNITUDE = 0x7FFFFFFF
_NEGLIGIBLE = 0x0554AD2E  # bits of 1e-35, below which LightGBM reads zero


def key_of(bits: int, mode: int) -> int:
    """What a node compares: the order key of a float32 given by its bits; missing values go the column's way."""
    size = bits & _MAGNITUDE
    if size > _INFINITY:
        if mode == MISSING_ZERO:
            return 0
        return LARGEST if mode in (MISSING_RIGHT, ZERO_RIGHT) else SMALLEST
    if size <= _NEGLIGIBLE and mode >= ZERO_LEFT:
        return LARGEST if mode == ZERO_RIGHT else SMALLEST
    if size == 0:
        return 0
    return bits if bits >= 0 else bits ^ _MAGNITUDE


def code_of(value: Any) -> int:
    """A category's number plus one; 0 for a missing one and for what is no code."""
    return int(value) + 1 if 0.0 <= value < 1e9 else 0


def seen(value: Any, bits: int, mode: int, recode: int, recodes: Any) -> int:
    """The key or category number of one cell; `recodes` translates an ensemble's categories to a member's."""
    if recode >= 0:
        code = code_of(value)
        value = recodes[recode + code] if 0 < code <= recodes[recode] else np.float32(np.nan)
    if mode in (CODE, EXACT):
        return code_of(value)
    return key_of(bits, mode)


def mixed(rows: Any, bits: Whole, row: int, first: int, count: int, terms: Whole, recodes: Any) -> int:
    """The place in a table that several cells point to: numbers above a bound, categories, or one certain category."""
    place = 0
    for term in range(first, first + count):
        source, mode, bound = terms[term, SOURCE], terms[term, MODE], terms[term, BOUND]
        found = seen(rows[row, source], bits[row, source], mode, terms[term, RECODE], recodes)
        if mode == CODE:
            found = min(found, bound)
        elif mode == EXACT:
            found = 1 if found == bound else 0
        else:
            found = 1 if found > bound else 0
        place += found * terms[term, STRIDE]
    return place


def fill_keys(rows: Any, bits: Whole, first: int, last: int, columns: Whole, start: int, stop: int, terms: Whole,
              recodes: Any, tables: Whole, keys: Whole) -> None:
    """Keys (last - first, stop - start) of a block of rows for the columns of one forest."""
    for place in range(start, stop):
        source, mode = columns[place, SOURCE], columns[place, MODE]
        for row in range(first, last):
            if mode == MIXED:
                found = mixed(rows, bits, row, source, columns[place, COUNT], terms, recodes)
                key = tables[columns[place, TABLE] + found]
            else:
                key = seen(rows[row, source], bits[row, source], mode, columns[place, RECODE], recodes)
            keys[row - first, place - start] = key


def goes_right(key: int, chosen: int, sets: Words) -> int:
    """1 where the category of a key goes to the right child."""
    place = chosen >> 1
    member = 0
    if (key >> 5) < sets[place]:
        member = (sets[place + 1 + (key >> 5)] >> np.uint32(key & 31)) & np.uint32(1)
    return int(member) ^ (chosen & 1)


def walk(keys: Whole, count: int, nodes: Whole, trees: Whole, first: int, last: int, values: Values, single: int,
         out: Values) -> None:
    """Add general trees of numbers only to `out` (count,)."""
    for tree in range(first, last):
        root, depth = trees[tree, START], trees[tree, DEPTH]
        for row in range(count):
            at = root
            if depth <= LONG:
                for _ in range(depth):
                    at = nodes[at, LEFT] + (1 if keys[row, nodes[at, COLUMN]] > nodes[at, THRESHOLD] else 0)
            else:
                while nodes[at, LEFT] != at:
                    at = nodes[at, LEFT] + (1 if keys[row, nodes[at, COLUMN]] > nodes[at, THRESHOLD] else 0)
            total = out[row] + values[at]
            out[row] = np.float32(total) if single else total


def walk_sets(keys: Whole, count: int, nodes: Whole, trees: Whole, first: int, last: int, values: Values, sets: Words,
              single: int, out: Values) -> None:
    """Add general trees of which some nodes ask for sets of categories."""
    for tree in range(first, last):
        for row in range(count):
            at = trees[tree, START]
            while nodes[at, LEFT] != at:
                key = keys[row, nodes[at, COLUMN]]
                if nodes[at, SET]:
                    at = nodes[at, LEFT] + goes_right(key, nodes[at, SET], sets)
                else:
                    at = nodes[at, LEFT] + (1 if key > nodes[at, THRESHOLD] else 0)
            total = out[row] + values[at]
            out[row] = np.float32(total) if single else total


def walk_symmetric(keys: Whole, count: int, nodes: Whole, trees: Whole, first: int, last: int, values: Values,
                   out: Values) -> None:
    """Add symmetric trees: all splits of a tree are asked at once."""
    for tree in range(first, last):
        start, depth, leaves = trees[tree, START], trees[tree, DEPTH], trees[tree, LEAVES]
        for row in range(count):
            leaf = 0
            for split in range(depth):
                above = keys[row, nodes[start + split, COLUMN]] > nodes[start + split, THRESHOLD]
                leaf |= (1 if above else 0) << split
            out[row] += values[leaves + leaf]


def margins(rows: Any, bits: Whole, columns: Whole, terms: Whole, recodes: Any, tables: Whole, nodes: Whole,
            trees: Whole, values: Values, sets: Words, members: Whole, scales: Values, out: Values) -> None:
    """Margins (M, n) of M forests for rows (n, d) of float32, whose bits are `bits`."""
    width = 1
    for member in range(members.shape[0]):
        width = max(width, members[member, LAST_COLUMN] - members[member, FIRST_COLUMN])
    keys = np.empty((min(BLOCK, rows.shape[0]), width), dtype=np.int32)
    for start in range(0, rows.shape[0], BLOCK):
        stop = min(start + BLOCK, rows.shape[0])
        for member in range(members.shape[0]):
            one, part = members[member], out[member, start:stop]
            base = scales[member, BASE] if one[FORM] != SYMMETRIC else 0.0
            part[:] = base
            fill_keys(rows, bits, start, stop, columns, one[FIRST_COLUMN], one[LAST_COLUMN], terms, recodes, tables,
                      keys)
            if one[FORM] == SYMMETRIC:
                walk_symmetric(keys, stop - start, nodes, trees, one[FIRST_TREE], one[LAST_TREE], values, part)
                part[:] = part * scales[member, SCALE] + scales[member, BASE]
            elif one[FORM] == WITH_SETS:
                walk_sets(keys, stop - start, nodes, trees, one[FIRST_TREE], one[LAST_TREE], values, sets,
                          one[SINGLE], part)
            else:
                walk(keys, stop - start, nodes, trees, one[FIRST_TREE], one[LAST_TREE], values, one[SINGLE], part)


LOOPS: tuple[Callable[..., Any], ...] = (
    key_of, code_of, seen, mixed, fill_keys, goes_right, walk, walk_sets, walk_symmetric, margins,
)
