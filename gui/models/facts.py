"""What is said of a run: its parents, the size of its file, what its trees have seen, its members."""

from __future__ import annotations

import os
from collections.abc import Sequence

from engine.library.runs import TAKEN_IN
from engine.records import RunRecord
from gui.parts.seen import day, trained_on
from gui.parts.words import counted, local_time, model_name
from gui.plots.series import run_label
from gui.sentences import said
from gui.translation import tr


def lineage(run: RunRecord, runs: Sequence[RunRecord]) -> tuple[str, ...]:
    """The names of a run and its parents, youngest first; an id stands for a parent that is gone."""
    known = {other.id: other for other in runs}
    names, seen = [run_label(run)], {run.id}
    parent = run.parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        before = known.get(parent)
        names.append(run_label(before) if before is not None else tr("{parent} (gone)", parent=parent))
        parent = before.parent if before is not None else None
    return tuple(names)


def chain_rows(run: RunRecord, runs: Sequence[RunRecord]) -> list[tuple[str, str]]:
    """Where a model comes from, step by step, youngest first: what each was and which signals it added."""
    known = {other.id: other for other in (*runs, run)}
    rows: list[tuple[str, str]] = [(tr("From"), " ← ".join(lineage(run, runs)))]
    step: RunRecord | None = run
    seen: set[str] = set()
    while step is not None and step.id not in seen:
        seen.add(step.id)
        what = (run_label(step), model_name(step.kind), local_time(step.created)[:10], counted(step.trees, "tree"),
                tr("signals of {trained_on}", trained_on=trained_on(step)))
        rows.append((tr("Continues") if len(rows) > 1 else tr("This model"), ", ".join(what)))
        if step.note.startswith(TAKEN_IN):
            rows.append(("", step.note))
        if step.parent is not None and step.parent not in known:
            rows.append((tr("Continues"), tr("{parent} (gone)", parent=step.parent)))
        step = known.get(step.parent) if step.parent is not None else None
    return rows if len(rows) > 2 else rows[:1]


def trust_rows(imported: str | None) -> list[tuple[str, str]]:
    """Where the model's file comes from, as `runs.imported_as` tells it; nothing where nobody knows."""
    from engine.bundle.trust import Trust

    if imported is None:
        return []
    trust = Trust(imported) if imported else Trust.WRITTEN_HERE
    shown = tr("imported, {trust}", trust=said(trust.value)) if imported else said(trust.value)
    return [(tr("Trust"), f"{shown}   {said(trust.words)}")]


def file_size(run: RunRecord) -> int | None:
    """Bytes of the model file, None where there is none."""
    try:
        return os.stat(run.model_path).st_size if run.model_path else None
    except OSError:
        return None


def exposure_rows(run: RunRecord) -> list[tuple[str, str]]:
    """One line for each set of rows that the trees have seen."""
    rows = []
    for number, seen in enumerate(run.exposure, start=1):
        what = counted(seen.rows, "row")
        when = "" if seen.first is None else tr(", {first} to {last}", first=day(seen.first), last=day(seen.last))
        labels = "" if seen.last_label is None else tr(", labels up to {last_label}", last_label=day(seen.last_label))
        rows.append((tr("Training {number}", number=number), f"{what}{when}{labels}"))
    return rows


def member_rows(run: RunRecord) -> list[tuple[str, str]]:
    """The members of an ensemble with their weights."""
    members = run.settings.get("members", ())
    return [(str(member.get("name", member.get("id", ""))), tr("weight {float:.3f}",
                                                               float=float(member.get('weight', 0.0))))
            for member in members if isinstance(member, dict)]
