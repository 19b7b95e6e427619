"""What every fit is given, whatever the library: the rows, and the common options under one name each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.models.watch import Former


@dataclass(frozen=True, eq=False, slots=True)
class FitData:
    """What a fit sees: C-ordered float32 (n, d), NaN = missing; labels 0/1; weights >= 0; category columns by number.

    The valid part, where given, is watched for early stopping and never learnt from. `ordered`: rows come in order of
    time, so that a library which learns from the rows before each row must take them as they come. `former`: how the
    watched rows of earlier blocks went, which have a say in where to stop.
    """

    matrix: Matrix
    label: NDArray[Any]
    weight: NDArray[Any] | None = None
    valid_matrix: Matrix | None = None
    valid_label: NDArray[Any] | None = None
    valid_weight: NDArray[Any] | None = None
    categorical: tuple[int, ...] = ()
    ordered: bool = True
    former: Former | None = None


@dataclass(frozen=True, slots=True)
class Knobs:
    """The common options of a fit under one name each; `extra` goes to the library as it stands.

    `rounds` is the total that the user sees, a parent's trees included. `patience` 0 = no early stopping, which never
    cuts a model to fewer than `least_rounds` new trees.
    `min_child_weight` is the least sum of weight x p(1-p) in a leaf: about a quarter of the rows.
    """

    rounds: int = 200
    learning_rate: float = 0.05
    max_depth: int = 5
    min_child_weight: float = 1.0
    l2: float = 1.0
    subsample: float = 1.0
    column_sample: float = 1.0
    max_bins: int = 256
    patience: int = 0
    least_rounds: int = 0
    seed: int = 0
    threads: int = 1
    extra: Mapping[str, Any] = field(default_factory=dict)
    gpu: bool = False
