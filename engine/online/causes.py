"""What stands behind a drift alarm: whose contribution moved, or stopped going with the outcomes.

Where the inputs moved, contributions move with them. Where the market changed and the inputs did not, a frozen model's
contributions stay as they were; then what a feature says no longer agrees with what comes of it, which shows in the
mean of its contribution times the score's residual (the score test of that contribution's weight).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from engine.data.schema import Matrix
from engine.records import ContributionShift, DriftCause, DriftMark, Floats

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

BEFORE, NOW = 2000, 250  # labels that are compared, those between them left out
_APART = 250
_NAMED = 3  # features
_CAUSES = 3  # alarms of a replay whose cause is looked for
_EXPLAINED = 250  # rows of either side whose contributions are worked out
_SURE = 4.0  # standard errors


def cause_of(model: LoadedModel | None, event: int, rows: Matrix, residual: Floats) -> DriftCause | None:
    """The cause of an alarm at label `event`, from the rows (m, d) and residuals (m,) of the labels up to it.

    None where the model tells no contributions or too few labels came before.
    """
    if model is None or not hasattr(model, "contributions"):
        return None
    rows, residual = rows[~np.isnan(residual)], residual[~np.isnan(residual)]
    old, new = slice(max(len(rows) - BEFORE, 0), max(len(rows) - NOW - _APART, 0)), slice(-NOW, None)
    if len(rows[old]) < NOW:
        return None
    shifts = contribution_shifts(model, rows[old], rows[new], residual[old], residual[new])
    turned = sorted((each for each in shifts if each.turned <= -_SURE), key=lambda each: each.turned)
    if turned:
        shifts = (*turned, *(each for each in shifts if each not in turned))
        said = ", ".join(f"{each.name} ({-each.turned:.0f} standard errors)" for each in turned[:_NAMED])
        words = f"what it says no longer goes with the outcomes: {said}"
    else:
        said = ", ".join(f"{each.name} ({each.share:.0%})" for each in shifts[:_NAMED])
        words = f"of all that its contributions moved, most is {said}"
    return DriftCause(event, shifts[:_NAMED], f"Behind the alarm at label {event:,}: {words}.")


def causes_of(drifts: Sequence[DriftMark], rows: Matrix, residual: Floats,
              model: LoadedModel | None) -> tuple[DriftCause, ...]:
    """For the first alarms that ask for retraining; `rows` (m, d) and `residual` (m,) in the order of labels."""
    asked = [mark.event for mark in drifts if mark.retrain][:_CAUSES]
    found = (cause_of(model, end, rows[max(end - BEFORE, 0) : end], residual[max(end - BEFORE, 0) : end])
             for end in asked)
    return tuple(each for each in found if each is not None)


def contribution_shifts(model: LoadedModel, reference: Matrix, batch: Matrix, residual_before: Floats | None = None,
                        residual_now: Floats | None = None) -> tuple[ContributionShift, ...]:
    """Whose contribution to the log-odds moved between two sets of the model's own rows, the most moved first.

    `moved` is the change of the mean contribution, `share` its part of all movement; `turned` needs the residuals
    (label minus score) of both.
    """
    first, last = _spread_out(len(reference)), _spread_out(len(batch))
    before, now = (np.asarray(model.contributions(rows))[:, :-1] for rows in (reference[first], batch[last]))
    moved = now.mean(axis=0) - before.mean(axis=0)
    size = np.abs(moved) + np.abs(now.std(axis=0) - before.std(axis=0))
    whole = float(size.sum())
    turned = np.zeros(len(moved))
    if residual_before is not None and residual_now is not None:
        turned = _turned(before * residual_before[first, None], now * residual_now[last, None])
    order = np.argsort(-size, kind="stable")
    return tuple(ContributionShift(model.schema.names[place], float(moved[place]),
                                   float(size[place]) / whole if whole else 0.0, float(turned[place]))
                 for place in order.tolist())


def _turned(before: Floats, now: Floats) -> Floats:
    """By how many standard errors the columns' means differ."""
    before, now = before[~np.isnan(before).any(axis=1)], now[~np.isnan(now).any(axis=1)]
    if len(before) < 2 or len(now) < 2:
        return np.zeros(before.shape[1])
    error = np.sqrt(before.var(axis=0) / len(before) + now.var(axis=0) / len(now))
    return np.asarray(np.divide(now.mean(axis=0) - before.mean(axis=0), error, out=np.zeros_like(error),
                                where=error > 0.0))


def _spread_out(rows: int) -> np.ndarray:
    return np.linspace(0, rows - 1, min(rows, _EXPLAINED)).astype(np.int64)
