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
MISSING_LEFT, MISSING_RIGHT, MISSING_ZERO, CODE, MIXED, ZERO_LEFT, ZERO_RIGHT = range(7)  # in this order
SMALLEST, LARGEST = -(2**31), 2**31 - 1

BLOCK = 64  # rows that walk a tree together
GROUP = 16  # trees that one row walks together
LONG = 16  # steps; in trees with longer ways each row stops at its leaf, in others all take the same number
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
    if mode == CODE:
        return code_of(value)
    return key_of(bits, mode)


def mixed(rows: Any, bits: Whole, row: int, first: int, count: int, terms: Whole, recodes: Any) -> int:
    """The place in a table that several cells point to: categories, and whether numbers are above their bounds."""
    place = 0
    for term in range(first, first + count):
        source, mode, bound = terms[term, SOURCE], terms[term, MODE], terms[term, BOUND]
        found = seen(rows[row, source], bits[row, source], mode, terms[term, RECODE], recodes)
        found = min(found, bound) if mode == CODE else 1 if found > bound else 0
        place += found * terms[term, STRIDE]
    return place


def plain_keys(bits: Whole, first: int, last: int, source: int, missing: int, keys: Whole) -> None:
    """Keys (last - first,) of a column of numbers, as `key_of` gives them; a loop that processors take in strides."""
    for row in range(first, last):
        raw = bits[row, source]
        size = raw & _MAGNITUDE
        key = raw if raw >= 0 else raw ^ _MAGNITUDE
        key = 0 if size == 0 else key
        keys[row - first] = missing if size > _INFINITY else key


def fill_keys(rows: Any, bits: Whole, first: int, last: int, columns: Whole, start: int, stop: int, terms: Whole,
              recodes: Any, tables: Whole, keys: Whole) -> None:
    """Keys (stop - start, last - first) of a block of rows for the columns of one forest."""
    for place in range(start, stop):
        source, mode, recode = columns[place, SOURCE], columns[place, MODE], columns[place, RECODE]
        if recode < 0 and mode <= MISSING_ZERO:
            missing = SMALLEST if mode == MISSING_LEFT else LARGEST if mode == MISSING_RIGHT else 0
            plain_keys(bits, first, last, source, missing, keys[place - start])
            continue
        for row in range(first, last):
            if mode == MIXED:
                found = mixed(rows, bits, row, source, columns[place, COUNT], terms, recodes)
                key = tables[columns[place, TABLE] + found]
            else:
                key = seen(rows[row, source], bits[row, source], mode, recode, recodes)
            keys[place - start, row - first] = key


def goes_right(key: int, chosen: int, sets: Words) -> int:
    """1 where the category of a key goes to the right child."""
    place = chosen >> 1
    member = 0
    if (key >> 5) < sets[place]:
        member = (sets[place + 1 + (key >> 5)] >> np.uint32(key & 31)) & np.uint32(1)
    return int(member) ^ (chosen & 1)


def walk_row(keys: Whole, nodes: Whole, trees: Whole, first: int, last: int, values: Values, single: int, at: Whole,
             out: Values) -> None:
    """Add general trees of numbers only to the score of one row.

    Some trees go down together, so that their waits for memory overlap; a leaf is its own child and stays where it is.
    """
    for group in range(first, last, GROUP):
        count, depth = min(GROUP, last - group), 0
        for tree in range(count):
            at[tree] = trees[group + tree, START]
            depth = max(depth, trees[group + tree, DEPTH])
        if depth <= LONG:
            for _ in range(depth):
                for tree in range(count):
                    node = at[tree]
                    at[tree] = nodes[node, LEFT] + (1 if keys[nodes[node, COLUMN], 0] > nodes[node, THRESHOLD] else 0)
        for tree in range(count):
            node = at[tree]
            while nodes[node, LEFT] != node:
                node = nodes[node, LEFT] + (1 if keys[nodes[node, COLUMN], 0] > nodes[node, THRESHOLD] else 0)
            total = out[0] + values[node]
            out[0] = np.float32(total) if single else total


def walk(keys: Whole, count: int, nodes: Whole, trees: Whole, first: int, last: int, values: Values, single: int,
         at: Whole, out: Values) -> None:
    """The same for a block of rows, which go down together level by level."""
    for tree in range(first, last):
        root, depth = trees[tree, START], trees[tree, DEPTH]
        for row in range(count):
            at[row] = root
            while depth > LONG and nodes[at[row], LEFT] != at[row]:
                node = at[row]
                at[row] = nodes[node, LEFT] + (1 if keys[nodes[node, COLUMN], row] > nodes[node, THRESHOLD] else 0)
        for _ in range(depth if depth <= LONG else 0):
            for row in range(count):
                node = at[row]
                at[row] = nodes[node, LEFT] + (1 if keys[nodes[node, COLUMN], row] > nodes[node, THRESHOLD] else 0)
        for row in range(count):
            total = out[row] + values[at[row]]
            out[row] = np.float32(total) if single else total


def walk_sets(keys: Whole, count: int, nodes: Whole, trees: Whole, first: int, last: int, values: Values, sets: Words,
              single: int, at: Whole, out: Values) -> None:
    """Add general trees of which some nodes ask for sets of categories."""
    for tree in range(first, last):
        root, depth = trees[tree, START], trees[tree, DEPTH]
        for row in range(count):
            at[row] = root
        for _ in range(depth):
            for row in range(count):
                node = at[row]
                key = keys[nodes[node, COLUMN], row]
                right = 1 if key > nodes[node, THRESHOLD] else 0
                if nodes[node, SET]:
                    right = goes_right(key, nodes[node, SET], sets)
                at[row] = nodes[node, LEFT] + right
        for row in range(count):
            total = out[row] + values[at[row]]
            out[row] = np.float32(total) if single else total


def walk_symmetric(keys: Whole, count: int, nodes: Whole, trees: Whole, first: int, last: int, values: Values,
                   at: Whole, out: Values) -> None:
    """Add symmetric trees: all rows of a block answer one split after the other."""
    for tree in range(first, last):
        start, leaves = trees[tree, START], trees[tree, LEAVES]
        for row in range(count):
            at[row] = leaves
        for split in range(trees[tree, DEPTH]):
            column, threshold = nodes[start + split, COLUMN], nodes[start + split, THRESHOLD]
            for row in range(count):
                at[row] += (1 if keys[column, row] > threshold else 0) << split
        for row in range(count):
            out[row] += values[at[row]]


def margins(rows: Any, bits: Whole, columns: Whole, terms: Whole, recodes: Any, tables: Whole, nodes: Whole,
            trees: Whole, values: Values, sets: Words, members: Whole, scales: Values, out: Values) -> None:
    """Margins (M, n) of M forests for rows (n, d) of float32, whose bits are `bits`."""
    width = 1
    for member in range(members.shape[0]):
        width = max(width, members[member, LAST_COLUMN] - members[member, FIRST_COLUMN])
    keys = np.empty((width, min(BLOCK, rows.shape[0])), dtype=np.int32)
    at = np.empty(BLOCK, dtype=np.int32)
    for start in range(0, rows.shape[0], BLOCK):
        stop = min(start + BLOCK, rows.shape[0])
        for member in range(members.shape[0]):
            form, single, base = members[member, FORM], members[member, SINGLE], scales[member, BASE]
            first, last, part = members[member, FIRST_TREE], members[member, LAST_TREE], out[member, start:stop]
            fill_keys(rows, bits, start, stop, columns, members[member, FIRST_COLUMN], members[member, LAST_COLUMN],
                      terms, recodes, tables, keys)
            for row in range(stop - start):
                part[row] = 0.0 if form == SYMMETRIC else base
            if form == SYMMETRIC:
                walk_symmetric(keys, stop - start, nodes, trees, first, last, values, at, part)
                for row in range(stop - start):
                    part[row] = part[row] * scales[member, SCALE] + base
            elif form == WITH_SETS:
                walk_sets(keys, stop - start, nodes, trees, first, last, values, sets, single, at, part)
            elif stop - start == 1:
                walk_row(keys, nodes, trees, first, last, values, single, at, part)
            else:
                walk(keys, stop - start, nodes, trees, first, last, values, single, at, part)


LOOPS: tuple[Callable[..., Any], ...] = (
    key_of, code_of, seen, mixed, plain_keys, fill_keys, goes_right, walk_row, walk, walk_sets, walk_symmetric, margins,
)
