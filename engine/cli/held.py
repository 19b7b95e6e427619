"""How a run's predictions held on the rows that it had not seen: R by threshold, and its probabilities, as tables."""

from __future__ import annotations

from typing import Any

from engine.cli.output import Output
from engine.errors import WorkbenchError
from engine.evaluation import curves
from engine.evaluation.money import r_by_threshold
from engine.library import runs
from engine.library.store import Workspace
from engine.records import Curve, OutOfFold, RunRecord

_STEPS = 20  # thresholds that are told: as many accept evenly more rows


def by_threshold(workspace: Workspace, run: RunRecord, cost: float, out: Output) -> list[dict[str, Any]]:
    """Mean and total R of what each threshold would have accepted, after a cost (R) of every trade."""
    kept = _kept(workspace, run)
    found = r_by_threshold(kept.label, kept.probability, kept.realized_rr, cost=cost, points=_STEPS)
    rows = [{"threshold": p, "accepted": count, "mean_r": mean, "mean_r_low": low, "mean_r_high": high,
             "total_r": mean * count} for p, mean, low, high, count in _points(found)]
    if not rows:
        raise WorkbenchError(f"No realized R was kept with {run.name}.", where="--thresholds", code="no-realized-r",
                             remedy="Name the column of realized R when you train (--weight).")
    if not out.json:
        out.say(f"What each threshold would have earned on rows it had not seen, after {cost:g} R a trade:")
        out.table(("from", "accepted", "mean R", "95 %", "total R"), [
            (f"{each['threshold']:.3f}", f"{each['accepted']:,}", f"{each['mean_r']:+.3f}",
             f"{each['mean_r_low']:+.3f} to {each['mean_r_high']:+.3f}", f"{each['total_r']:+.1f}") for each in rows])
    return rows


def reliability(workspace: Workspace, run: RunRecord, out: Output) -> list[dict[str, Any]]:
    """What was said beside what came, in bins of equally many rows, with Wilson's 95 % band."""
    kept = _kept(workspace, run)
    rows = [{"said": said, "came": came, "came_low": low, "came_high": high, "rows": count}
            for said, came, low, high, count in _points(curves.calibration(kept.label, kept.probability))]
    if not out.json:
        out.say("What it said, and the share of wins that came:")
        out.table(("said", "came", "95 %", "rows", ""), [
            (f"{each['said']:.3f}", f"{each['came']:.3f}", f"{each['came_low']:.3f} to {each['came_high']:.3f}",
             f"{each['rows']:,}", _judged(each)) for each in rows])
    return rows


def _judged(bin_: dict[str, Any]) -> str:
    if bin_["came_low"] <= bin_["said"] <= bin_["came_high"]:
        return ""
    return "said too much" if bin_["said"] > bin_["came_high"] else "said too little"


def _points(curve: Curve) -> list[tuple[float, float, float, float, int]]:
    assert curve.low is not None
    assert curve.high is not None
    assert curve.counts is not None
    return list(zip(curve.x.tolist(), curve.y.tolist(), curve.low.tolist(), curve.high.tolist(),
                    curve.counts.tolist(), strict=True))


def _kept(workspace: Workspace, run: RunRecord) -> OutOfFold:
    kept = runs.out_of_fold(workspace, run.id)
    if kept is None:
        raise WorkbenchError(f"No predictions on unseen rows were kept with {run.name}.", where=run.id,
                             remedy="Choose a run that was trained or built here.", code="no-predictions")
    return kept
