"""Answers for one row or many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.records.values import Floats


@dataclass(frozen=True, slots=True)
class OnlinePrediction:
    """One row gives floats, a frame arrays (n,). `weights` are batch and online; `status` tells what is missing."""

    final_score: float | Floats
    batch_score: float | Floats | None
    online_score: float | Floats | None
    weights: Mapping[str, float]
    status: str = "ok"


@dataclass(frozen=True, slots=True)
class EnsemblePrediction:
    """One row gives floats, a frame gives arrays (n,)."""

    final_score: float | Floats
    member_scores: Mapping[str, float | Floats]
    weights: Mapping[str, float]
    status: str = "ok"
