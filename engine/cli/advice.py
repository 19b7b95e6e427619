"""What `train --advise` tells: three ways to bring a model up to date, side by side."""

from __future__ import annotations

from typing import Any

from engine.cli.answers import bounds
from engine.cli.output import Output
from engine.records import Advice, AdviceWay, Scores


def advice_answer(advice: Advice) -> dict[str, Any]:
    """`advice{recommended, words, recent_rows, tested_rows, contaminated, ways[...], stale{...}}`."""
    return {
        "recommended": advice.recommended, "words": advice.words, "recent_rows": advice.recent_rows,
        "tested_rows": advice.tested_rows, "contaminated": advice.contaminated,
        "ways": [_way(each) for each in advice.ways], "stale": _scored(advice.stale), "comparisons": advice.comparisons,
    }


def show_advice(advice: Advice, parent: str, data: str, out: Output) -> None:
    """The ways as a table, the recommendation, and the command that does it."""
    rows = [(way.words, *_figures(way.scores), way.rows, way.trees, way.refused) for way in advice.ways]
    out.table(("way", "AUC", "95 %", "log loss", "rows", "trees", ""),
              [*rows, ("the model as it stands", *_figures(advice.stale), "", "", "")])
    out.say(advice.words)
    best = next(way for way in advice.ways if way.name == advice.recommended)
    words = [f"--warm-start {parent} --rounds {best.trees}"] if best.warm else []
    words += [f"--recent-rows {best.recent_rows}"] if best.recent_rows else []
    out.say(" ".join(["To do it: alphapulse train", data, *words]))


def _way(way: AdviceWay) -> dict[str, Any]:
    return {"name": way.name, **_scored(way.scores), "rows": way.rows, "trees": way.trees, "warm": way.warm,
            "recent_rows": way.recent_rows, "refused": way.refused}


def _scored(scores: Scores | None) -> dict[str, Any]:
    return {**bounds("auc", None if scores is None else scores.auc),
            "log_loss": None if scores is None else scores.log_loss.value,
            "mean_r": None if scores is None or scores.mean_r is None else scores.mean_r.value}


def _figures(scores: Scores | None) -> tuple[str, str, str]:
    if scores is None:
        return "-", "", ""
    return f"{scores.auc.value:.4f}", f"{scores.auc.low:.3f} to {scores.auc.high:.3f}", f"{scores.log_loss.value:.4f}"
