"""Building an ensemble from members of the library (or files) and a table, and keeping it as a run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import parse_duration
from engine.data.table import SignalTable
from engine.ensemble import finding, online_members, recording
from engine.ensemble.combining import ENSEMBLE, Combined, combine
from engine.ensemble.forward import FEWEST_ROWS
from engine.ensemble.members import Member, predictions
from engine.ensemble.options import EnsembleOptions
from engine.ensemble.panel import Panel
from engine.evaluation.comparison import compare
from engine.evaluation.metrics import score
from engine.library import ledger, promotion, runs
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Comparison, EnsembleReport, Floats, MemberReport
from engine.training import looking

DEFAULTS = EnsembleOptions()


@dataclass(frozen=True, eq=False, slots=True)
class Gathered:
    """The members' predictions on the rows that count for all of them; `warnings` by member name."""

    panel: Panel
    rows: NDArray[np.intp]  # their positions in the table
    warnings: dict[str, str]
    notes: tuple[str, ...] = ()


def build_ensemble(
    table: SignalTable, references: Sequence[str], options: EnsembleOptions = DEFAULTS, *, workspace: Workspace,
    progress: Progress | None = None,
) -> EnsembleReport:
    """Combine the members that `references` name (see `finding.find`), score the ensemble and register it as a run.

    Weights are fitted on earlier rows than those that are scored, and only rows count that no member was trained on.
    """
    progress = progress or Progress()
    started = time.monotonic()
    options = recording.named(options.checked(), workspace)
    progress.report(0.0, "Opening the members")
    found = finding.find(references, workspace)
    found = tuple(online_members.replayed(member, table, progress.part(0.02, 0.05))
                  if online_members.is_fresh(member) else member for member in found)
    gathered = gather(table, found, workspace, options, progress.part(0.05, 0.55))
    combined = combine(gathered.panel, by_name(options, found), progress.part(0.55, 0.85))
    champion = _champion(table, found, gathered, combined, workspace, options)
    progress.report(0.87, "Saving the ensemble")
    parts = recording.parts_of(found, workspace)
    record = recording.record_of(
        combined, found, parts, options, id=runs.new_id(recording.KIND, workspace), source=table.source,
        fingerprint=table.fingerprint, roles=table.roles, seconds=time.monotonic() - started,
        warnings=gathered.warnings, notes=gathered.notes,
    )
    data = recording.file_of(record, parts, combined.pool, options.threshold)
    progress.report(0.95, "Adding it to the library")
    kept = runs.add_run(workspace, record, model_file=data, out_of_fold=combined.out_of_fold)
    looking.add(workspace, ledger.filed(workspace, table), kept, combined.out_of_fold, kind=ledger.Kind.ENSEMBLE)
    progress.report(1.0, "Ensemble saved")
    return recording.report_of(combined, found, kept, options, gathered.warnings, champion)


def gather(
    table: SignalTable, members: Sequence[Member], workspace: Workspace | None, options: EnsembleOptions,
    progress: Progress,
) -> Gathered:
    """Every member's predictions on the labelled rows that none of them was trained on."""
    embargo = parse_duration(options.embargo, "embargo")
    probability = np.empty((len(members), len(table)))
    warnings = {}
    for place, member in enumerate(members):
        part = progress.part(place / len(members), (place + 1) / len(members))
        part.report(0.0, f"Scoring with {member.name}")
        probability[place], warning = predictions(
            member, table, workspace, embargo_ns=embargo, progress=part)
        if warning:
            warnings[member.name] = warning
    rows = np.flatnonzero(~np.isnan(probability).any(axis=0) & (table.label >= 0))
    return Gathered(_panel(table, members, probability, rows), rows, warnings,
                    _limits(table, members, probability, len(rows)))


def _panel(table: SignalTable, members: Sequence[Member], probability: Floats, rows: NDArray[np.intp]) -> Panel:
    return Panel(
        names=tuple(member.name for member in members), probability=probability[:, rows], label=table.label[rows],
        row=table.row[rows], time=None if table.time is None else table.time[rows],
        label_time=None if table.label_time is None else table.label_time[rows],
        realized_rr=None if table.realized_rr is None else table.realized_rr[rows],
    )


def by_name(options: EnsembleOptions, members: Sequence[Member]) -> EnsembleOptions:
    """The same options with given and locked weights by the members' names; they may come by id, name or role."""
    names = {key: member.name for member in members for key in (member.role, member.id, member.name) if key}
    weights, locked = ({names.get(key, key): weight for key, weight in each.items()}
                       for each in (options.weights, options.locked))
    return replace(options, weights=weights, locked=locked)


def _limits(table: SignalTable, members: Sequence[Member], probability: Floats, common: int) -> tuple[str, ...]:
    """A note where one member's history leaves few rows for all."""
    counts = (~np.isnan(probability) & (table.label >= 0)).sum(axis=1)
    if common >= FEWEST_ROWS or common >= 0.5 * counts.max(initial=0):
        return ()
    fewest = int(np.argmin(counts))
    words = f"Only {common} rows are unseen by all members; {members[fewest].name} leaves {int(counts[fewest])}."
    return (words,)


def _champion(
    table: SignalTable, members: Sequence[Member], gathered: Gathered, combined: Combined, workspace: Workspace,
    options: EnsembleOptions,
) -> tuple[MemberReport, Comparison] | None:
    """The champion on those scored rows that it was not trained on, and the ensemble against it there."""
    live = promotion.champion(workspace)
    if live is None or live in {member.id for member in members} or not len(combined.scored):
        return None
    champion = finding.from_run(live, workspace)
    whole, warning = predictions(champion, table, workspace, embargo_ns=parse_duration(options.embargo))
    mine = whole[gathered.rows[-len(combined.scored):]]
    there = ~np.isnan(mine)
    if np.count_nonzero(there) < FEWEST_ROWS:
        return None
    rows = combined.scored.take(there)
    scores = score(rows.label, mine[there], realized_rr=rows.realized_rr, threshold=options.threshold)
    against = compare(rows.label, combined.probability[there], mine[there], ENSEMBLE, f"the champion, {champion.name}")
    return recording.member_report(champion, scores, 0.0, warning=warning), against
