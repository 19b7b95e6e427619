"""Taking a bundle from elsewhere into the library, proved first; it then counts as a run of this workspace."""

from __future__ import annotations

from pathlib import Path

from engine.bundle import guard, opening, reading, trust
from engine.bundle.reading import VerifiedBundle
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Roles, RunRecord


def import_bundle(
    workspace: Workspace, path: Path | str, *, origin: str = "", progress: Progress | None = None
) -> RunRecord:
    """Verify a bundle and keep it as a run; raises `BundleRefused` when it must not be used.

    It keeps its id where that is free here, so that histories of two machines can be compared. `origin` says where it
    came from when that is not the file's name.
    """
    progress = progress or Progress()
    progress.report(0.0, "Reading the file")
    data = reading.read_file(Path(path))
    if not reading.is_bundle(data):
        raise WorkbenchError("It is no bundle.", where=str(path), code="bundle-unknown",
                             remedy="Import files that this program exported (*.apbundle).")
    bundle = reading.parse(data, where=str(path))
    progress.report(0.3, "Trying the models in a process of their own")
    known = workspace.known_as(bundle.sha256)
    vouched = trust.of_known(bundle, known, workspace)
    # A member whose library is not here was tried by nobody: until it was, the file stays a stranger.
    missing = {} if known is not None else guard.prove(bundle, progress=progress)
    progress.report(0.9, "Adding it to the library")
    return runs.add_run(workspace, _record(workspace, bundle, origin or Path(path).name), model_file=data,
                        imported="" if vouched is Trust.WRITTEN_HERE else vouched.value, proved=not missing)


def cannot_score(workspace: Workspace, run_id: str) -> tuple[str, ...]:
    """Which members of a run cannot be scored on this machine, each as a sentence with the way out."""
    bundle = reading.read(runs.model_file(workspace, run_id))
    lacking = {member.card.name: opening.missing(member.card) for member in bundle.members}
    return tuple(
        f"{name} cannot be scored here: {words}. Install it (or the extra that brings it); until then "
        + ("the other members share its weight." if len(lacking) > 1 else "this model gives no score.")
        for name, words in lacking.items() if words
    )


def _record(workspace: Workspace, bundle: VerifiedBundle, origin: str) -> RunRecord:
    card = bundle.card
    taken = workspace.rows("SELECT 1 FROM runs WHERE id = ?", (card.id,))
    id_ = card.id if runs.is_id(card.id) and not taken else runs.new_id(card.kind, workspace)
    return RunRecord(
        id=id_, name=card.name, kind=card.kind, created=card.created, status="done", source=card.source,
        fingerprint=card.fingerprint, rows=card.rows, features=card.schema.names, roles=card.roles or Roles(),
        settings=card.settings, validation=card.validation, scores=card.scores, importance=card.importance,
        trees=card.trees, best_iteration=card.best_iteration, training_seconds=0.0, model_path="",
        exposure=card.exposure, contaminated=card.contaminated, parent=card.parent, versions=card.versions,
        warnings=card.warnings, note=f"{runs.TAKEN_IN}{origin}",
    )

