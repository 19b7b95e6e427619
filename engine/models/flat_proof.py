"""Proof that a flat forest gives what its library gives, on rows that look for trouble; only then is it used."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.models import flat_scorer
from engine.models.base import BoostedModel
from engine.models.flat_forest import FlatForest, NotFlat, from_keys
from engine.models.flat_kernels import (
    BOUND,
    CODE,
    COLUMN,
    COUNT,
    DEPTH,
    LEAVES,
    LEFT,
    MIXED,
    MODE,
    SET,
    SOURCE,
    START,
    STRIDE,
    TABLE,
    THRESHOLD,
    ZERO_RIGHT,
)
from engine.records import Floats

ROWS = 1024
_EXACT, _SINGLE = 1e-12, 1e-6  # of a margin: sums in double and in single precision
_MOST_NODES = 1 << 26
_SHARES = (0.3, 0.1, 0.1, 0.3, 0.1, 0.1)  # at a threshold, just above, just below, between, missing, far out
_FAR = np.asarray([0.0, -0.0, 1e-36, -1e-36, 1e-35, -1e-35, 1e30, -1e30, 1.0, -1.0], dtype=np.float32)


def proved(model: BoostedModel, categories: Sequence[int] = (), *, rows: int = ROWS) -> FlatForest:
    """A model's flat forest after it gave the model's own margins; raises `NotFlat` with the reason."""
    forest = read(model, categories)
    prove(forest, model, rows=rows)
    return forest


def read(model: BoostedModel, categories: Sequence[int] = ()) -> FlatForest:
    """A model's flat forest, sound but not yet proved; `categories` is each feature's number of them."""
    forest = sound(model.flat(categories))
    if forest.width > model.width:
        raise NotFlat("its trees ask for more features than it has")
    return forest


def prove(forest: FlatForest, model: BoostedModel, *, rows: int = ROWS) -> None:
    """Raise `NotFlat` unless the forest gives the model's margins for `rows` made-up rows."""
    matrix = trying_rows(forest, rows, model.width)
    if not agrees(flat_scorer.margin(forest, matrix), model.margin(matrix), single=forest.single):
        raise NotFlat("its arrays do not give what the library gives")


def same_bits(forest: FlatForest, model: BoostedModel) -> bool:
    """Whether the forest gives the very numbers of its library, so that nobody can tell by whom a row was scored."""
    matrix = trying_rows(forest, ROWS, model.width)
    return bool(np.array_equal(flat_scorer.margin(forest, matrix), model.margin(matrix)))


def agrees(flat: Floats, native: Floats, *, single: bool) -> bool:
    """Whether margins are the same, up to the last bits of their sums."""
    bound = (_SINGLE if single else _EXACT) * np.maximum(1.0, np.abs(native))
    return bool((np.abs(flat - native) <= bound).all())


def trying_rows(forest: FlatForest, count: int, width: int, seed: int = 0) -> Matrix:
    """Rows (count, width) with values at, just above and just below the thresholds, missing, tiny and huge ones.

    Categories go a little beyond the known ones.
    """
    random = np.random.default_rng(seed)
    told = asked(forest)
    matrix = random.normal(size=(count, width)).astype(np.float32)
    for feature, (bounds, codes) in told.items():
        if codes:
            matrix[:, feature] = random.integers(0, codes + 3, count)
            matrix[random.random(count) < 0.1, feature] = np.nan
        elif len(bounds):
            matrix[:, feature] = _around(bounds, count, random)
    return matrix


def _around(bounds: NDArray[np.float32], count: int, random: np.random.Generator) -> NDArray[np.float32]:
    at, low, high = random.choice(bounds, count), float(bounds.min()), float(bounds.max())
    with np.errstate(over="ignore", under="ignore"):
        above, below = (np.nextafter(at, np.float32(way)) for way in (np.inf, -np.inf))
        between = random.uniform(low - 0.1 * abs(low) - 1e-3, high + 0.1 * abs(high) + 1e-3, count).astype(np.float32)
    found = np.choose(random.choice(len(_SHARES), count, p=_SHARES),
                      [at, above, below, between, np.full(count, np.nan, dtype=np.float32), random.choice(_FAR, count)])
    return np.where(np.isinf(found), np.float32(0), found)


def asked(forest: FlatForest) -> dict[int, tuple[NDArray[np.float32], int]]:
    """By feature: the thresholds that it is compared with, and how many categories are told apart."""
    found: dict[int, tuple[NDArray[np.float32], int]] = {}
    asking = np.full(len(forest.nodes), True) if forest.symmetric else (
        forest.nodes[:, LEFT] != np.arange(len(forest.nodes)))
    for place, column in enumerate(forest.columns):
        if column[MODE] == MIXED:
            for term in forest.terms[column[SOURCE]:column[SOURCE] + column[COUNT]]:
                _note(found, int(term[SOURCE]), int(term[MODE]), term[[BOUND]], int(term[BOUND]))
        else:
            nodes = forest.nodes[asking & (forest.nodes[:, COLUMN] == place)]
            words = [int(forest.sets[chosen >> 1]) for chosen in nodes[:, SET]] if column[MODE] == CODE else []
            _note(found, int(column[SOURCE]), int(column[MODE]), nodes[:, THRESHOLD], 32 * max(words, default=1))
    return found


def _note(found: dict[int, tuple[NDArray[np.float32], int]], feature: int, mode: int, bounds: NDArray[np.int32],
          codes: int) -> None:
    before, most = found.get(feature, (np.zeros(0, dtype=np.float32), 0))
    if mode == CODE:
        found[feature] = before, max(most, codes)
    else:
        values = from_keys(bounds)
        found[feature] = np.concatenate([before, values[np.isfinite(values)]]), most


def sound(forest: FlatForest) -> FlatForest:
    """The forest itself, when no loop can leave its arrays: machine code does not look. Raises `NotFlat`."""
    nodes, trees = forest.nodes, forest.trees
    parts = (
        len(nodes) < _MOST_NODES and len(trees) > 0 and forest.width > 0,
        _within(nodes[:, COLUMN], len(forest.columns)) or not len(forest.columns),
        _columns_sound(forest),
        _symmetric_sound(forest) if forest.symmetric else _general_sound(forest),
        bool(np.isfinite(forest.values).all()) and np.isfinite([forest.base, forest.scale]).all(),
    )
    if not all(parts):
        raise NotFlat("its arrays do not hang together")
    return forest


def _within(places: NDArray[np.generic], size: int) -> bool:
    whole = places.astype(np.int64)
    return bool(((whole >= 0) & (whole < size)).all())


def _columns_sound(forest: FlatForest) -> bool:
    mixed = forest.columns[:, MODE] == MIXED
    plain = forest.columns[~mixed]
    if not (_within(plain[:, SOURCE], forest.width) and _within(plain[:, MODE], ZERO_RIGHT + 1)):
        return False
    return all(_mixed_sound(forest, column) for column in forest.columns[mixed].astype(np.int64))


def _mixed_sound(forest: FlatForest, column: NDArray[np.int64]) -> bool:
    first, last = column[SOURCE], column[SOURCE] + column[COUNT]
    if not 0 <= first <= last <= len(forest.terms):
        return False
    terms = forest.terms[first:last].astype(np.int64)
    sane = _within(terms[:, SOURCE], forest.width) and _within(terms[:, MODE], ZERO_RIGHT + 1) and (
        not (terms[:, MODE] == MIXED).any() and (terms[:, STRIDE] >= 0).all())
    most = np.where(terms[:, MODE] == CODE, terms[:, BOUND], 1)
    reach = column[TABLE] + int((most * terms[:, STRIDE]).sum())
    return bool(sane and (most >= 0).all() and column[TABLE] >= 0 and reach < len(forest.tables))


def _symmetric_sound(forest: FlatForest) -> bool:
    start, depth, leaves = (forest.trees[:, part].astype(np.int64) for part in (START, DEPTH, LEAVES))
    return bool((np.minimum(start, leaves) >= 0).all() and _within(depth, 32)
                and (start + depth <= len(forest.nodes)).all()
                and (leaves + (np.int64(1) << depth) <= len(forest.values)).all())


def _general_sound(forest: FlatForest) -> bool:
    """Children lie behind their parents, so that every walk ends; leaves are their own children, for ever."""
    nodes, place = forest.nodes.astype(np.int64), np.arange(len(forest.nodes))
    leaf = nodes[:, LEFT] == place
    ends = (nodes[:, THRESHOLD] == np.iinfo(np.int32).max) & (nodes[:, SET] == 0)
    inner = (nodes[:, LEFT] > place) & (nodes[:, LEFT] + 1 < len(nodes))
    return bool((np.where(leaf, ends, inner)).all() and len(forest.values) == len(nodes)
                and _within(forest.trees[:, START], len(nodes)) and (forest.trees[:, DEPTH] >= 0).all()
                and _sets_sound(forest, nodes))


def _sets_sound(forest: FlatForest, nodes: NDArray[np.int64]) -> bool:
    place = np.unique(nodes[nodes[:, SET] != 0, SET] >> 1)
    if not _within(place, len(forest.sets)) or forest.sets[:1].tolist() != [0]:  # place 0 is the set of nothing
        return False
    ends = place + 1 + forest.sets[place]
    asks = forest.columns[nodes[nodes[:, SET] != 0, COLUMN], MODE] if len(place) else np.zeros(0)
    return bool((ends <= len(forest.sets)).all() and (asks == CODE).all())
