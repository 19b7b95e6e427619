"""What all configurations of one training share: the table in the parent's columns, the folds, the parent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Exposure
from engine.settings import check_ranges
from engine.training import validation as splitting
from engine.training import warm_start as warm
from engine.training.ageing import Aged
from engine.training.ageing import aged as age
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
    aged: Mapping[int, Aged] = field(default_factory=dict)  # by the identity of the configuration

    @property
    def seen(self) -> tuple[Exposure, ...]:
        """What the parent's trees have seen."""
        return () if self.parent is None else self.parent.exposure

    def native(self, config: TrainingConfig) -> bytes | None:
        """The parent's trees, within the configuration's budget."""
        if self.parent is None:
            return None
        found = self.aged.get(id(config))
        return self.parent.native if found is None else found.native

    def said(self, config: TrainingConfig) -> tuple[str, ...]:
        """What was taken for granted of the parent and done to it, in words."""
        found = self.aged.get(id(config))
        return self.assumed if found is None else (*self.assumed, *filter(None, (found.words,)))

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
                      plan.embargo_ns, ages(config, len(table), table.time), ordered=table.time is not None)


def prepare(
    table: SignalTable, configs: Sequence[TrainingConfig], options: ValidationOptions, workspace: Workspace,
    warm_start: str | Path | None, *, leak_meter: bool, progress: Progress,
) -> tuple[Task, list[TrainingConfig]]:
    """Refuse what cannot be trained, before anything is trained or kept; the configurations as they will be trained."""
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
    if parent is None:
        return Task(table, plan, None, leak_meter), list(configs)
    aged = [age(parent, config, table.matrix[plan.folds[0].train]) for config in configs]
    task = Task(table, plan, parent, leak_meter, assumed, {id(each.config): each for each in aged})
    return task, [each.config for each in aged]
