"""What the weights of a training will do, told before it begins."""

from __future__ import annotations

from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Weighing
from engine.training.config import TrainingConfig, Weighting
from engine.training.weights import ages, few_words, fit_weights, from_realized_r, map_words, recency


def weigh(table: SignalTable, config: TrainingConfig, *, progress: Progress | None = None) -> Weighing:
    """The weights of all rows with a known outcome: how many equal rows they are worth, and what a win counts.

    Raises `WorkbenchError` where the training would refuse them.
    """
    (progress or Progress()).check()
    table = table.labelled()
    sample = None
    if config.weighting is Weighting.REALIZED_R:
        if table.realized_rr is None:
            raise WorkbenchError("The file has no realized R to weight by.", where="weighting", code="no-weight",
                                 remedy="Name the column with the realized R, or train without weights.")
        sample = from_realized_r(table.realized_rr, config)
    rows, age = len(table), ages(config, len(table), table.time)
    found = fit_weights(table.label, sample, config.scale_pos_weight, recency(age))
    effective = found.effective_rows(rows)
    parts = [map_words(config) if sample is not None else "",
             f"Signals count half after {config.half_life}." if age is not None else "",
             f"A win counts {found.balance:.2f} times a loss; the probabilities are corrected for it."
             if abs(found.balance - 1) > 1e-9 else "",
             f"{rows:,} rows count like {effective:,.0f} equal ones (Kish)." if round(effective) < rows
             else f"All {rows:,} rows count alike.", few_words(effective, rows)]
    return Weighing(rows, effective, found.balance, " ".join(part for part in parts if part))
