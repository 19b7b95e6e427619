"""From a panel to an ensemble and everything that is known of it, all scored on the same later rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.ensemble import choice as choices
from engine.ensemble import forward, locks
from engine.ensemble.choice import EQUAL, Choice
from engine.ensemble.objectives import Metric, compared
from engine.ensemble.options import EnsembleOptions
from engine.ensemble.panel import Panel
from engine.errors import WorkbenchError
from engine.evaluation.baselines import equal_weights
from engine.evaluation.calibration import logit
from engine.evaluation.comparison import compare_with
from engine.evaluation.metrics import auc, score
from engine.evaluation.pooling import Pool
from engine.progress import Progress
from engine.records import Comparison, Floats, OutOfFold, Scores

ENSEMBLE = "the ensemble"


@dataclass(frozen=True, eq=False, slots=True)
class AskedFor:
    """The method's own last weights (by place) and their score; `words` compare them with what is used instead."""

    weights: tuple[float, ...]
    scores: Scores
    words: str


@dataclass(frozen=True, eq=False, slots=True)
class Combined:
    """An ensemble: `members` (by place) with their scores and what the AUC loses without each; see `EnsembleReport`."""

    pool: Pool
    fallback: str
    best: str
    scored: Panel
    probability: Floats
    out_of_fold: OutOfFold
    scores: Scores | None
    equal_scores: Scores | None
    member_scores: tuple[Scores | None, ...]
    without: tuple[float, ...]
    against: tuple[Comparison, ...]  # the ensemble beside each member
    comparisons: tuple[Comparison, ...]
    correlation: Floats
    disagreement: Floats
    asked: AskedFor | None  # what the method's own weights scored, where others are used
    earlier: Panel  # the rows before the first scored one that any weight may be fitted on; see `optimising`
    fitted: Panel  # the rows that the kept weights and calibration have seen
    purged_rows: int  # earlier rows that they were not allowed to see


def combine(panel: Panel, options: EnsembleOptions, progress: Progress) -> Combined:
    """Fit, choose, calibrate and score; with too few rows, equal weights and the words that say so."""
    if len(panel.names) < 2:
        raise WorkbenchError("An ensemble needs at least two members.", code="too-few-members",
                             remedy="Choose one more model.")
    if options.metric is Metric.EXPECTED_R and not panel.rr.any():
        raise WorkbenchError("These signals hold no realized R to aim at.", where="metric", code="no-realized-r",
                             remedy="Name the column of realized R, or leave the aim to the method.")
    locks.check(panel.names, options.locked)
    blocks = forward.stages(panel, options)
    if not blocks:
        chosen, nothing = _unfitted(panel, options), panel.take(slice(0, 0))
        best = choices.best_member(panel) if _both_classes(panel) else panel.names[0]
        return _judged(panel, chosen, options, best, (nothing, nothing), 0, None, progress)
    own = forward.run(panel, blocks, options, progress.part(0.0, 0.5))
    best = choices.best_member(blocks[0].past)
    progress.report(0.55, "Comparing with equal weights and the best member")
    chosen = choices.choose(panel, blocks, own, options, best)
    if options.calibrate:
        chosen = choices.calibrated(chosen, blocks)
    purged = sum(stage.start - len(stage.past) for stage in blocks)
    asked = own if chosen.fallback else None
    seen = blocks[0].past, blocks[-1].past
    return _judged(panel, chosen, options, best, seen, purged, asked, progress.part(0.6, 1.0))


def _unfitted(panel: Panel, options: EnsembleOptions) -> Choice:
    if options.weights:
        from engine.ensemble.blending import given

        return choices.without_evidence(panel, given(panel.names, options.weights), "")
    if options.locked:
        pool = locks.even(panel.names, options.locked, panel.names)
        words = f"{_too_few(panel)} The locked weights stay; what they leave is shared alike."
        return choices.without_evidence(panel, pool, words)
    return choices.without_evidence(panel, Pool.equal(panel.names), f"{_too_few(panel)} Equal weights are used.")


def _too_few(panel: Panel) -> str:
    if not len(panel):
        return ("There is no row with a known outcome that none of the members was trained on, so nothing can be "
                "fitted or scored.")
    wins = int(panel.label.sum())
    return f"Only {len(panel)} rows ({wins} wins) are unseen by all members: too few to fit weights."


def _judged(
    panel: Panel, chosen: Choice, options: EnsembleOptions, best: str, seen: tuple[Panel, Panel], purged: int,
    asked: forward.Forward | None, progress: Progress,
) -> Combined:
    used = chosen.used
    scored = panel.take(slice(used.start, None))
    progress.report(0.2, "Scoring the members")
    member_scores = tuple(_scores(scored, p, options) for p in scored.probability)
    progress.report(0.6, "Scoring the ensemble")
    equal = equal_weights(scored.probability)
    against, comparisons = _comparisons(scored, used.probability, equal, best, options.metric)
    found = Combined(
        pool=used.latest, fallback=chosen.fallback, best=best, scored=scored, probability=used.probability,
        out_of_fold=_out_of_fold(scored, used), scores=_scores(scored, used.probability, options),
        equal_scores=_scores(scored, equal, options), member_scores=member_scores,
        without=_without(scored, used.latest), against=against, comparisons=comparisons,
        correlation=correlation(scored.probability), disagreement=disagreement(scored.probability, options.threshold),
        earlier=seen[0], fitted=seen[1], purged_rows=purged,
        asked=None if asked is None else _asked(scored, asked, used.probability, options),
    )
    progress.report(1.0, "Ensemble scored")
    return found


def _scores(scored: Panel, p: Floats, options: EnsembleOptions) -> Scores | None:
    if not len(scored):
        return None
    return score(scored.label, p, realized_rr=scored.realized_rr, threshold=options.threshold)


def _comparisons(
    scored: Panel, p: Floats, equal: Floats, best: str, metric: Metric
) -> tuple[tuple[Comparison, ...], tuple[Comparison, ...]]:
    """The ensemble beside each member; and beside the best of them and equal weights (in R too where it aimed at R)."""
    others = dict(zip(scored.names, scored.probability, strict=True))
    against = compare_with(scored.label, p, ENSEMBLE, {**others, EQUAL: equal})
    found: tuple[Comparison, ...] = (against[scored.names.index(best)], against[-1])
    if metric is Metric.EXPECTED_R and len(scored):
        found = (*found, compared(scored, p, equal, ENSEMBLE, EQUAL, metric))
    return against[:-1], found


def _asked(scored: Panel, own: forward.Forward, p: Floats, options: EnsembleOptions) -> AskedFor | None:
    scores = _scores(scored, own.probability, options)
    if scores is None:
        return None
    words = compared(scored, own.probability, p, options.method.result, "what is used", options.metric).words
    return AskedFor(own.latest.weights, scores, words)


def disagreement(probability: Floats, threshold: float) -> Floats:
    """The share of rows (k, k) that one of two members accepts and the other does not."""
    accepted = (probability >= threshold).astype(np.float64)
    share = accepted.mean(axis=1) if probability.shape[1] else np.zeros(len(probability))
    both = accepted @ accepted.T / max(probability.shape[1], 1)
    return np.asarray(share[:, None] + share[None, :] - 2 * both)


def _without(scored: Panel, pool: Pool) -> tuple[float, ...]:
    """What the AUC of the kept weights loses when a member is left out."""
    if not _both_classes(scored):
        return (float("nan"),) * len(scored.names)
    whole = auc(scored.label, pool.apply(scored.probability))
    lost = []
    for place, weight in enumerate(pool.weights):
        if weight == 0:
            lost.append(0.0)
            continue
        rest = scored.probability.copy()
        rest[place] = np.nan
        lost.append(whole - auc(scored.label, pool.apply(rest)))
    return tuple(lost)


def correlation(probability: Floats) -> Floats:
    """Pearson's correlation (k, k) of the members' log-odds; 0 beside a member that always says the same."""
    if probability.shape[1] < 2:
        return np.eye(len(probability))
    z = logit(probability)
    z = z - z.mean(axis=1, keepdims=True)
    spread = np.sqrt((z * z).sum(axis=1))
    scaled = z / np.where(spread > 1e-12, spread, np.inf)[:, None]
    found: Floats = np.clip(scaled @ scaled.T, -1.0, 1.0)
    np.fill_diagonal(found, 1.0)
    return found


def _out_of_fold(scored: Panel, used: forward.Forward) -> OutOfFold:
    count = len(scored)
    unknown = np.full(count, -1, np.int64)
    return OutOfFold(
        row=scored.row, time=unknown if scored.time is None else scored.time,
        label_time=unknown if scored.label_time is None else scored.label_time,
        label=scored.label.astype(np.int64), probability=used.probability, fold=used.fold.astype(np.int64),
        realized_rr=np.full(count, np.nan) if scored.realized_rr is None else scored.realized_rr,
    )


def _both_classes(panel: Panel) -> bool:
    return 0 < int(panel.label.sum()) < len(panel)
