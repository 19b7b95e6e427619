"""What every way of scoring a bundle says of it, by its card alone."""

from __future__ import annotations

from engine.bundle.manifest import ModelCard
from engine.data.schema import FeatureSchema


class Carded:
    """Something that scores as its `card` says."""

    card: ModelCard

    @property
    def kind(self) -> str:
        """ "xgboost", "lightgbm", "catboost", "online" or "ensemble"."""
        return self.card.kind

    @property
    def schema(self) -> FeatureSchema:
        """The features that rows must have."""
        return self.card.schema

    @property
    def threshold(self) -> float:
        """From which probability on a signal is accepted."""
        return self.card.threshold
