"""What all configurations of one training share: the table in the parent's columns, the folds, the parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Exposure
from engine.settings import check_ranges
from engine.training import validation as splitting
from engine.training import warm_start as warm
from engine.training.config import TrainingConfig, ValidationOptions, Weighting
from engine.training.fitting import Source
from engine.training.weights import ages, from_realized_r


@dataclass(frozen=True, eq=False, slots=True)
class Task:
    """A table of known outcomes and its folds; `assumed` says what was taken for granted of the parent."""

    table: SignalTable
    plan: splitting.Plan
    parent: warm.Parent | None = None
    leak_meter: bool = False
    assumed: tuple[str, ...] = ()

    @property
    def seen(self) -> tuple[Exposure, ...]:
        """What the parent's trees have seen."""
        return () if self.parent is None else self.parent.exposure

    @property
    def native(self) -> bytes | None:
        """The parent's trees."""
        return None if self.parent is None else self.parent.native

    def contaminated(self, folds: int) -> bool:
        """Whether the first so many folds were tested on rows that the parent saw, or may have seen."""
        unknown = self.parent is not None and not self.parent.exposure
        return unknown or self.plan.contaminated(folds)

    def source(self, config: TrainingConfig) -> Source:
        """The rows to fit on, weighted as the configuration wants."""
        table, sample, plan = self.table, None, self.plan
        if config.weighting is Weighting.REALIZED_R:
            if table.realized_rr is None:
                raise WorkbenchError("The file has no realized R to weight by.", where="weighting", code="no-weight",
                                     remedy="Name the column with the realized R, or train without weights.")
            sample = from_realized_r(table.realized_rr, config)
        return Source(table.matrix, table.label, sample, table.schema.categorical, plan.time, plan.label_time,
                      plan.embargo_ns, ages(config, len(table), table.time))


def prepare(
    table: SignalTable, configs: Sequence[TrainingConfig], options: ValidationOptions, workspace: Workspace,
    warm_start: str | Path | None, *, leak_meter: bool, progress: Progress,
) -> Task:
    """Refuse what cannot be trained, before anything is trained or kept."""
    if not configs:
        raise WorkbenchError("No model was chosen.", remedy="Choose at least one model type.", code="no-model")
    check_ranges(options)
    table, parent = table.labelled(), None
    assumed: tuple[str, ...] = ()
    if warm_start is not None:
        parent = warm.open_parent(warm_start, workspace=workspace, progress=progress)
        for config in configs:
            warm.check_fits(parent, config)
        assumed = warm.assumed(parent, table.schema)
        table = warm.adopt(parent, table)
    plan = splitting.plan(table, options, seen=() if parent is None else parent.exposure, seed=configs[0].seed)
    return Task(table, plan, parent, leak_meter, assumed)
