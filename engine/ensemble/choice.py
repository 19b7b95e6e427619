"""Whether a method's weights are kept: only if they beat equal weights and the best member on later rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.ensemble import forward, locks
from engine.ensemble.forward import Forward, Stage
from engine.ensemble.objectives import compared
from engine.ensemble.options import EnsembleOptions
from engine.ensemble.panel import Panel
from engine.evaluation.baselines import equal_weights
from engine.evaluation.comparison import compare
from engine.evaluation.intervals import Values, delong
from engine.evaluation.metrics import auc
from engine.evaluation.pooling import Pool
from engine.records import Floats

EQUAL = "equal weights"
_SURE = 0.975  # that a member beats the mean on the earlier rows, before it stands alone


@dataclass(frozen=True, eq=False, slots=True)
class Choice:
    """What is used, and in words why it is not the method's own weights (empty where it is)."""

    used: Forward
    fallback: str


def choose(
    panel: Panel, blocks: Sequence[Stage], own: Forward, options: EnsembleOptions, best: str
) -> Choice:
    """Keep the method's weights, or fall back to the plain mean of the members with skill, or to the best alone.

    `best` is the member that was best on the rows before the first block, so that no later row chose it. Weights that
    the analyst gave are kept; what they lack is only said.
    """
    if options.locked:
        return _beside_locked(panel, blocks, own, options, best)
    label, later = panel.label[own.start:], panel.probability[:, own.start:]
    alone = later[panel.names.index(best)]
    found = options.method.result
    rows, metric = panel.take(slice(own.start, None)), options.metric
    against_equal = compared(rows, own.probability, equal_weights(later), found, EQUAL, metric)
    against_best = compared(rows, own.probability, alone, found, f"the best member, {best}", metric)
    gained = against_equal.difference.low > 0
    if options.weights or (gained and against_best.difference.low > 0):
        return Choice(own, "")
    reason = against_best.words if gained else against_equal.words
    skilled = with_skill(blocks[0].past, best)
    if len(skilled) == 1:
        words = f"{reason} {best} alone is used: no other member showed skill."
        return _fallen(panel, blocks, Pool.single(panel.names, best), words)
    if _member_is_better(blocks[0].past, label, later, skilled, best):
        words = f"{reason} {best} alone is used: it is better than the mean."
        return _fallen(panel, blocks, Pool.single(panel.names, best), words)
    weightless = [name for name in panel.names if name not in skilled]
    less = f" among all but {', '.join(weightless)} (no skill shown)" if weightless else ""
    return _fallen(panel, blocks, _mean_of(panel.names, skilled), f"{reason} Equal weights{less} are used.")


def _beside_locked(
    panel: Panel, blocks: Sequence[Stage], own: Forward, options: EnsembleOptions, best: str
) -> Choice:
    """The same question of what the locked weights leave: the method's shares of it, or equal ones."""
    even = locks.even(panel.names, options.locked, with_skill(blocks[0].past, best))
    alike = forward.fixed(panel, blocks, [even] * len(blocks))
    rows = panel.take(slice(own.start, None))
    found = compared(rows, own.probability, alike.probability, options.method.result,
                     "equal shares beside the locked weights", options.metric)
    if found.difference.low > 0 or not locks.free(panel.names, options.locked):
        return Choice(own, "")
    return Choice(alike, f"{found.words} The locked weights stay; what they leave is shared alike.")


def with_skill(past: Panel, best: str) -> tuple[str, ...]:
    """The members worth averaging: all but those that are surely worse than the best and not surely better than chance.

    Both are judged on the past alone, so that weak signals, where nothing is sure, keep every member.
    """
    top = past.probability[past.names.index(best)]
    return tuple(
        name for name, p in zip(past.names, past.probability, strict=True)
        if name == best or delong(past.label, p).low > 0.5
        or compare(past.label, top, p, best, name).difference.low <= 0
    )


def best_member(past: Panel) -> str:
    """The member with the highest AUC on the panel; the first of equals."""
    return past.names[int(np.argmax([auc(past.label, p) for p in past.probability]))]


def without_evidence(panel: Panel, pool: Pool, words: str) -> Choice:
    """These weights on all rows, where there are too few to fit anything."""
    return Choice(Forward(0, np.zeros(len(panel), np.int64), pool.apply(panel.probability), (pool,), pool), words)


def _fallen(panel: Panel, blocks: Sequence[Stage], pool: Pool, words: str) -> Choice:
    return Choice(forward.fixed(panel, blocks, [pool] * len(blocks)), words)


def _member_is_better(
    past: Panel, label: Values, later: Floats, skilled: Sequence[str], best: str
) -> bool:
    """Decided by the earlier rows; the later ones only have a veto, and only when they are sure."""
    place = past.names.index(best)
    chosen = [past.names.index(name) for name in skilled]
    now = compare(label, later[place], later[chosen].mean(axis=0), best, EQUAL).difference
    if now.low > 0 or now.high < 0:
        return now.low > 0
    before = compare(past.label, past.probability[place], past.probability[chosen].mean(axis=0), best, EQUAL)
    return before.probability_better > _SURE


def _mean_of(names: Sequence[str], chosen: Sequence[str]) -> Pool:
    return Pool(tuple(names), tuple((name in chosen) / len(chosen) for name in names))


def calibrated(choice: Choice, blocks: Sequence[Stage]) -> Choice:
    """The same choice with its probabilities corrected where that helps."""
    return replace(choice, used=forward.calibrated(blocks, choice.used))
