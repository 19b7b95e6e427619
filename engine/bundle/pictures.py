"""The plots of a bundle's model card: how well it ranks, whether its probabilities hold, what it looks at."""

from __future__ import annotations

from collections.abc import Mapping

from engine.drawing import charts
from engine.evaluation import curves
from engine.records import OutOfFold

_FEWEST = 30  # scored rows below which a curve shows noise


def of_run(name: str, importance: Mapping[str, float], kept: OutOfFold | None) -> dict[str, bytes]:
    """SVG files by their names in the bundle; curves only where enough unseen rows were scored."""
    plots = {"plots/importance.svg": charts.importance_chart({name: importance})} if importance else {}
    if kept is not None and int((kept.label >= 0).sum()) >= _FEWEST:
        label, probability = kept.label, kept.probability
        plots["plots/roc.svg"] = charts.roc_chart({name: curves.roc(label, probability)})
        plots["plots/calibration.svg"] = charts.calibration_chart({name: curves.calibration(label, probability)})
    return {file: plot.markup(standalone=True).encode() for file, plot in sorted(plots.items())}
