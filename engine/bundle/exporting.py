"""Exporting a run: a draft is made, measured and opened first, and then put into place as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.bundle import compact_export, guard, loading, pictures, reading, signing, trust, writing
from engine.bundle.manifest import ModelCard
from engine.bundle.reading import VerifiedBundle
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from engine.evaluation.compacting import CompactPrice
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import RunRecord
from engine.settings import write_atomically


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a bundle holds beside its models.

    With `onnx`, also one graph of the whole score, refused where that is not possible or not exact enough. With `sign`,
    the workspace's own key vouches for it; the key is made at first use. With `compact` ("fp16" or "int8"), models are
    kept as compact forests in place of the libraries' files; what that costs is measured and stands in the card. With
    `native` too, the rounded leaves stand in the libraries' own files, which any program of theirs opens.
    """

    onnx: bool = False
    sign: bool = False
    compact: str = ""
    native: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Draft:
    """A bundle that was read back and has reproduced its canary rows, but is not saved."""

    run: str
    options: ExportOptions
    data: bytes
    bundle: VerifiedBundle

    @property
    def seen_elsewhere(self) -> Trust:
        """What another machine will say of its origin."""
        return trust.of_signature(self.bundle, None)


def draft(
    workspace: Workspace, run_id: str, options: ExportOptions | None = None, *, as_stranger: bool = False,
    progress: Progress | None = None,
) -> Draft:
    """Make the bundle of a run and prove it; `as_stranger` in the guarded process, as another machine would.

    Raises `WorkbenchError` with the reason where an option cannot be had.
    """
    progress, options = progress or Progress(), options or ExportOptions()
    run = runs.get_run(workspace, run_id)
    progress.report(0.0, f"Reading {run.id}")
    source = reading.read(runs.model_file(workspace, run.id))
    progress.report(0.2, "Writing the bundle")
    kept = runs.out_of_fold(workspace, run.id)
    price, members = _compact(source, run, options, progress.part(0.2, 0.3))
    data = writing.repacked(
        source, replace(source.card, name=run.name, price=price or source.card.price), members=members,
        signer=signing.own_signer(workspace) if options.sign else None,
        onnx=progress.part(0.3, 0.7) if options.onnx else None,
        plots=source.plots if kept is None and source.plots else pictures.of_run(run.name, run.importance, kept),
    )
    progress.report(0.7, "Opening it as another machine would" if as_stranger else "Proving the bundle")
    bundle = reading.parse(data)
    if as_stranger:
        guard.prove(bundle, progress=progress)
    else:
        loading.prove_loaded(loading.assemble(bundle), bundle)
    progress.report(1.0, "The bundle opens and reproduces its canary rows")
    return Draft(run.id, options, data, bundle)


def _compact(
    source: VerifiedBundle, run: RunRecord, options: ExportOptions, progress: Progress
) -> tuple[CompactPrice | None, Sequence[tuple[ModelCard, bytes]] | None]:
    """What the compact form costs, and its members; nothing where it is not wanted."""
    if options.native and not options.compact:
        raise WorkbenchError("It is not said how leaves are to be rounded.", where="native", code="not-compact",
                             remedy="Name a compact form too, fp16 or int8; as trained, a model is native already.")
    if not options.compact:
        return None, None
    if options.compact not in compact_export.BY_NAME:
        raise WorkbenchError(f"There is no compact form {options.compact!r}.", code="not-compact",
                             remedy=f"Choose one of {', '.join(compact_export.BY_NAME)}.")
    model = loading.assemble(source)
    leaves = compact_export.BY_NAME[options.compact]
    small = compact_export.compacted(model, leaves, native=options.native)
    rows, label = compact_export.measuring_rows(model, run, progress=progress.part(0.0, 0.5))
    found = compact_export.price(model, small, leaves, rows, label, progress=progress.part(0.5, 1.0))
    return found, compact_export.natives_of(small)


def save(workspace: Workspace, made: Draft, path: Path | str, *, progress: Progress | None = None) -> Path:
    """Put a draft into place, whole or not at all; the workspace knows it from then on."""
    progress = progress or Progress()
    target = Path(path)
    progress.report(0.0, "Putting it into place")
    write_atomically(target, made.data)
    workspace.remember_file(made.bundle.sha256, f"export of {made.run}")
    progress.report(1.0, f"Exported to {target.name}")
    return target


def write_bundle(
    workspace: Workspace, run_id: str, path: Path | str, options: ExportOptions | None = None, *,
    progress: Progress | None = None,
) -> Path:
    """Export a run as a bundle, read it back and prove it before it takes its place; returns the path."""
    progress = progress or Progress()
    made = draft(workspace, run_id, options, progress=progress.part(0.0, 0.9))
    return save(workspace, made, path, progress=progress.part(0.9, 1.0))
