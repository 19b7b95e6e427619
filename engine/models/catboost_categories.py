"""What CatBoost knows of categories, as tables over their numbers: single ones, and counters of combinations.

A category is known by a hash of its text, a combination by a hash of hashes, and a counter by what it counted for each
in training. Hashes: CityHash 1.0 (Pike and Alakuijala, Google 2011) for the texts, CatBoost's own for combinations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.flat_forest import NotFlat

_BITS = (1 << 64) - 1
_TEXT_2, _TEXT_3, _PAIR = 0x9AE16A3B2F90404F, 0xC949D7C7509E6557, 0x9DDFEA08EB382D69
_COMBINE = np.uint64(0x4906BA494954CB65)
_EMPTY = _BITS  # the key of an unused place in CatBoost's tables
_MEANS = ("BinarizedTargetMeanValue", "FloatTargetMeanValue")
_FREQUENCIES = ("Counter", "FeatureFreq")
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, eq=False, slots=True)
class Category:
    """A feature of categories: hashes for the missing one, for numbers 0, 1, ..., and 0 for all that are unknown."""

    feature: int
    hashes: Hashes

    @classmethod
    def numbered(cls, feature: int, count: int) -> Category:
        """Categories whose texts are the numbers from 0, and -1 for the missing one."""
        return cls(feature, np.asarray([*(text_hash(code) for code in range(-1, count)), 0], dtype=np.uint64))


@dataclass(frozen=True, eq=False, slots=True)
class Counter:
    """What was counted for a combination of categories and of numbers above bounds.

    `rows` has for each known combination, whose hash is in the rising `keys`, what was counted.
    """

    kind: str
    categories: tuple[int, ...]
    bounds: tuple[tuple[int, float], ...]  # number feature, and bound
    borders: tuple[float, ...]
    keys: Hashes
    rows: NDArray[np.float32]
    denominator: float
    target_border: int
    prior: tuple[float, float]
    shift: float
    scale: float

    @classmethod
    def read(cls, stated: Mapping[str, Any], counted: Mapping[str, Any]) -> Counter:
        """From an entry of `features_info.ctrs` and the tables in `ctr_data`."""
        kinds = {element["combination_element"] for element in stated["elements"]}
        if not kinds <= {"cat_feature_value", "float_feature"}:
            raise NotFlat("it combines single categories")
        keys, rows = _counts(counted[stated["identifier"]])
        return cls(
            kind=stated["ctr_type"],
            categories=tuple(int(e["cat_feature_index"]) for e in stated["elements"] if "cat_feature_index" in e),
            bounds=tuple((int(e["float_feature_index"]), float(e["border"])) for e in stated["elements"]
                         if "float_feature_index" in e),
            borders=tuple(stated["borders"]), keys=keys, rows=rows,
            denominator=float(counted[stated["identifier"]]["counter_denominator"]),
            target_border=int(stated["target_border_idx"]),
            prior=(float(stated["prior_numerator"]), float(stated["prior_denomerator"])),
            shift=float(stated["shift"]), scale=float(stated["scale"]),
        )


def text_hash(code: int) -> int:
    """CatBoost's number for the text of a whole number: the low half of its CityHash, widened with its sign."""
    low = _city_hash(str(code).encode()) & 0xFFFFFFFF
    return low if low < 1 << 31 else (low - (1 << 32)) & _BITS


def one_hot_table(category: Category, value: int) -> NDArray[np.int32]:
    """1 where a category is the one with this hash, by its number."""
    table: NDArray[np.int32] = (category.hashes == np.uint64(value & _BITS)).astype(np.int32)
    table[-1] = 0
    return table


def counter_table(counter: Counter, categories: Sequence[Category], sizes: Sequence[int],
                  strides: NDArray[np.int64]) -> NDArray[np.float32]:
    """A counter's value for every combination; see `flat_kernels.mixed` for their order."""
    place = np.arange(int(np.prod(sizes)))
    digits = [place // stride % size for stride, size in zip(strides, sizes, strict=True)]
    combined, unknown = np.zeros(len(place), dtype=np.uint64), np.zeros(len(place), dtype=bool)
    for category, digit in zip(categories, digits, strict=False):
        combined = _combined(combined, category.hashes[digit])
        unknown |= digit == len(category.hashes) - 1
    for digit in digits[len(categories):]:
        combined = _combined(combined, digit.astype(np.uint64))
    good, total = _counted(counter, combined, unknown)
    prior, weight = map(np.float32, counter.prior)
    value = (good + prior) / (total + weight)
    return np.asarray((value + np.float32(counter.shift)) * np.float32(counter.scale), dtype=np.float32)


def _counted(counter: Counter, combined: Hashes, unknown: NDArray[np.bool_]) -> tuple[NDArray[np.float32], ...]:
    """What counts for a combination, and of how much; combinations that were never met have nothing of nothing."""
    place = np.minimum(np.searchsorted(counter.keys, combined), max(len(counter.keys) - 1, 0))
    met = ~unknown & (counter.keys[place] == combined) if len(counter.keys) else np.zeros(len(combined), dtype=bool)
    rows = np.where(met[:, None], counter.rows[place], np.float32(0))
    if counter.kind in _FREQUENCIES:
        return rows[:, 0], np.full(len(rows), counter.denominator, dtype=np.float32)
    if counter.kind in _MEANS:
        return rows[:, 0], rows[:, 1]
    if counter.kind == "Buckets":
        return rows[:, counter.target_border], rows.sum(axis=1)
    return rows[:, counter.target_border + 1:].sum(axis=1), rows.sum(axis=1)


def _counts(counted: Mapping[str, Any]) -> tuple[Hashes, NDArray[np.float32]]:
    """Hashes of the combinations in rising order, and for each what was counted."""
    flat, stride = counted["hash_map"], int(counted["hash_stride"])
    keys = np.asarray([int(key) for key in flat[::stride]], dtype=np.uint64)
    rows = np.asarray([flat[start + 1:start + stride] for start in range(0, len(flat), stride)], dtype=np.float32)
    order = np.argsort(keys)
    order = order[keys[order] != np.uint64(_EMPTY)]
    return keys[order], rows.reshape(len(keys), stride - 1)[order]


def _combined(before: Hashes, more: Hashes) -> Hashes:
    with np.errstate(over="ignore"):
        return _COMBINE * (before + _COMBINE * more)


def _city_hash(text: bytes) -> int:
    """CityHash64 1.0 of one to eight bytes."""
    size = len(text)
    if size > 8:
        raise NotFlat("it has too many categories")
    if size >= 4:
        first, last = (int.from_bytes(part, "little") for part in (text[:4], text[-4:]))
        return _pair_hash(size + (first << 3) & _BITS, last)
    y, z = text[0] + (text[size >> 1] << 8), size + (text[-1] << 2)
    mixed = (y * _TEXT_2 & _BITS) ^ (z * _TEXT_3 & _BITS)
    return (mixed ^ mixed >> 47) * _TEXT_2 & _BITS


def _pair_hash(one: int, other: int) -> int:
    a = (one ^ other) * _PAIR & _BITS
    a ^= a >> 47
    b = (other ^ a) * _PAIR & _BITS
    return (b ^ b >> 47) * _PAIR & _BITS
