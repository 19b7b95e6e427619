"""A snapshot of the online linear learner as a member of bundles: plain JSON, scored with NumPy, never trained here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.errors import WorkbenchError
from engine.models.base import broken_file
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest, NotFlat
from engine.models.scoring_only import ScoringOnly
from engine.models.watch import RoundWatch
from engine.records import Floats

FORMAT = "alphapulse-online/1"
_CLIP = 1e3  # log-odds beyond this mean nothing


@dataclass(frozen=True, eq=False, slots=True)
class Snapshot:
    """Scaler and weights (D,) over columns made of features: `source` (D,) which one, `code` (D,) -1 or a category."""

    width: int
    source: NDArray[np.int64]
    code: NDArray[np.int64]
    mean: Floats
    spread: Floats
    weight: Floats
    intercept: float

    def scaled(self, matrix: Matrix) -> Floats:
        """The columns (n, D) in standard deviations; what is missing or has no spread counts as the mean."""
        columns = matrix[:, self.source].astype(np.float64)
        columns = np.where((self.code < 0) | np.isnan(columns), columns, columns == self.code)
        with np.errstate(divide="ignore", invalid="ignore"):
            scaled = (columns - self.mean) / self.spread
        return np.where((self.spread > 0) & ~np.isnan(columns), scaled, 0.0)

    def to_bytes(self) -> bytes:
        """Canonical JSON with floats in hexadecimal."""
        values: dict[str, Any] = {
            "format": FORMAT, "width": self.width, "source": self.source.tolist(), "code": self.code.tolist(),
            **{name: [value.hex() for value in getattr(self, name).tolist()] for name in ("mean", "spread", "weight")},
            "intercept": float(self.intercept).hex(),
        }
        return json.dumps(values, separators=(",", ":")).encode()


class OnlineModel(ScoringOnly):
    """The one member that is no forest: linear in its columns. Exact, immutable, safe from several threads."""

    name: ClassVar[str] = "online"
    title: ClassVar[str] = "Online learner"
    suffix: ClassVar[str] = ".json"
    begins: ClassVar[bytes] = b'{"format":"alphapulse-online/1",'

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(trees=0, width=snapshot.width)
        self._snapshot = snapshot

    def to_bytes(self) -> bytes:
        """The snapshot as JSON."""
        return self._snapshot.to_bytes()

    @classmethod
    def _read(cls, data: bytes) -> OnlineModel:
        try:
            values = json.loads(data)
            source, code = (np.array(values[name], dtype=np.int64).reshape(-1) for name in ("source", "code"))
            mean, spread, weight = (np.array([float.fromhex(v) for v in values[name]], dtype=np.float64)
                                    for name in ("mean", "spread", "weight"))
            found = Snapshot(int(values["width"]), source, code, mean, spread, weight,
                             float.fromhex(values["intercept"]))
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise broken_file(cls.title, error) from None
        if not _sound(found):
            raise broken_file(cls.title, ValueError())
        return cls(found)

    @classmethod
    def _train(cls, data: FitData, knobs: Knobs, base: Any, watch: RoundWatch) -> OnlineModel:
        raise WorkbenchError("The online learner learns from a stream, not from a table.", code="not-trainable",
                             remedy="Use replay, the monitor or OnlineLearner.")

    @classmethod
    def _library_error(cls) -> type[Exception]:
        return ArithmeticError

    def _margin(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        found = self._snapshot
        # A matrix product would add in another order with other threads; each row's sum is the same everywhere.
        parts = np.ascontiguousarray(found.scaled(matrix) * found.weight)
        return np.asarray(np.clip(parts.sum(axis=1) + found.intercept, -_CLIP, _CLIP))

    def _contributions(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        found = self._snapshot
        parts = found.scaled(matrix) * found.weight
        out = np.zeros((len(matrix), found.width + 1))
        for place, source in enumerate(found.source.tolist()):
            out[:, source] += parts[:, place]
        out[:, -1] = found.intercept
        return out

    def _gain(self) -> Floats:
        found = self._snapshot
        return np.bincount(found.source, weights=np.abs(found.weight), minlength=found.width).astype(np.float64)

    def _flat(self, categories: Sequence[int]) -> FlatForest:
        raise NotFlat("the online learner has no trees")


def _sound(found: Snapshot) -> bool:
    columns = (found.source, found.code, found.mean, found.spread, found.weight)
    floats = np.concatenate((found.mean, found.spread, found.weight, [found.intercept]))
    return (found.width > 0 and len({len(each) for each in columns}) == 1 and bool(np.isfinite(floats).all())
            and bool(((found.source >= 0) & (found.source < found.width)).all()) and bool((found.spread >= 0).all()))
