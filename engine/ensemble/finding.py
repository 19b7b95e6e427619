"""Where the members of an ensemble come from: runs of the library, files, and the online learner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from engine.bundle import loading
from engine.ensemble import online_members
from engine.ensemble.members import Member
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace

_KNEW_THE_FUTURE = ("shuffled", "blocked", "combinatorial")  # schemes whose fold models had learnt later rows


def find(references: Sequence[str], workspace: Workspace | None) -> tuple[Member, ...]:
    """The members that references name: a run's id, beginning of id or name, or a file; `role=reference` gives a role.

    `online` is a fresh online learner, run over the table by `build_ensemble`.

    Raises `WorkbenchError` for an unknown, doubled or unsuitable one.
    """
    found = [_find(*split_role(reference), workspace) for reference in references]
    for place, member in enumerate(found):
        if member.id in {other.id for other in found[:place]}:
            raise WorkbenchError(f"{member.id} is named twice.", where="members", code="doubled-member",
                                 remedy="Name each member once.")
        if member.kind == "ensemble":
            raise WorkbenchError(f"{member.id} is an ensemble itself.", where="members", code="nested-ensemble",
                                 remedy="Choose its members instead.")
    return _named_apart(found)


def split_role(reference: str) -> tuple[str, str]:
    """`monthly=ID` as role and reference; the role is "" where none is named."""
    role, equals, rest = reference.partition("=")
    return (role.strip(), rest.strip()) if equals and role.strip() and "/" not in role else ("", reference.strip())


def _find(role: str, reference: str, workspace: Workspace | None) -> Member:
    if workspace is not None and not Path(reference).is_file():
        if reference == online_members.KIND and not runs.is_there(workspace, reference):
            return online_members.fresh(role)
        return from_run(reference, workspace, role)
    return from_file(role, Path(reference), workspace)


def from_run(reference: str, workspace: Workspace, role: str = "") -> Member:
    """A run of the library with its kept predictions."""
    run = runs.get_run(workspace, reference)
    scheme = "" if run.validation is None else run.validation.scheme
    return Member(
        id=run.id, name=role or run.name, role=role, kind=run.kind, file=runs.model_file(workspace, run.id),
        exposure=run.exposure, fingerprint=run.fingerprint, contaminated=run.contaminated,
        out_of_fold=None if scheme in _KNEW_THE_FUTURE else runs.out_of_fold(workspace, run.id),
        promises=run.next_block is not None,
    )


def from_file(role: str, path: Path, workspace: Workspace | None = None) -> Member:
    """The member that a model file or bundle holds, or the learner in a saved state or a monitor's journal."""
    learner = online_members.from_file(role, path)
    if learner is not None:
        return learner
    model = loading.load_model(path, workspace=workspace)
    card = model.card
    return Member(id=card.id, name=role or card.name, role=role, kind=card.kind, file=path, exposure=card.exposure,
                  fingerprint=card.fingerprint, contaminated=card.contaminated, model=model)


def _named_apart(members: Sequence[Member]) -> tuple[Member, ...]:
    names = [member.name for member in members]
    return tuple(
        member if names.count(member.name) == 1 else replace(member, name=f"{member.name} {member.id}")
        for member in members
    )
