"""Making bundles: of a fresh model, of an ensemble, and of a run for export. The same inputs give the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import models
from engine.bundle import (
    archive,
    describing,
    golden,
    libraries,
    manifest,
    onnx_export,
    reading,
    signing,
    strict_json,
    trust,
)
from engine.bundle.golden import Canary
from engine.bundle.manifest import ENSEMBLE, SUFFIXES, Contents, ModelCard
from engine.bundle.reading import VerifiedBundle
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView, canary_scores
from engine.bundle.signing import Signer
from engine.evaluation.pooling import Pool
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from engine.settings import write_atomically


def model_bytes(card: ModelCard, native: bytes) -> bytes:
    """A model file: a bundle of one member. `native` was made by this process; it is loaded once for its canary."""
    return _packed(card, [(card, native)], None, online=None)


def ensemble_bytes(
    card: ModelCard, members: Sequence[tuple[ModelCard, bytes]], pool: Pool, *,
    online: Mapping[str, Any] | None = None,
) -> bytes:
    """An ensemble file; the members' names must differ and `pool` must name each of them and nobody else.

    `card.schema` is replaced by the union of the members' features. `online` is an online learner's state as JSON.
    """
    union = manifest.union_of([member.schema for member, _ in members])
    return _packed(replace(card, kind=ENSEMBLE, schema=union), members, pool, online=online)


def members_of(bundle: VerifiedBundle) -> list[tuple[ModelCard, bytes]]:
    """The members of an opened bundle as `ensemble_bytes` takes them."""
    return [(member.card, member.native) for member in bundle.members]


def write_bundle(
    workspace: Workspace, run_id: str, path: Path | str, *, onnx: bool = False, sign: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Export a run as a bundle, read it back and prove it before it takes its place; returns the path.

    With `sign`, the workspace's own key vouches for it (it is made at first use). With `onnx`, it also holds one graph
    of the whole score; refused with the reason where that is not possible or not exact enough.
    """
    progress = progress or Progress()
    run = runs.get_run(workspace, run_id)
    target = Path(path)
    progress.report(0.0, f"Reading {run.id}")
    source = reading.read(runs.model_file(workspace, run.id))
    progress.report(0.3, "Writing the bundle")
    signer = signing.own_signer(workspace) if sign else None
    data = _renamed(source, run.name, signer, progress.part(0.3, 0.7) if onnx else None)
    progress.report(0.7, "Proving the bundle")
    _prove(data)
    progress.report(0.9, "Putting it into place")
    write_atomically(target, data)
    workspace.remember_file(hashlib.sha256(data).hexdigest(), f"export of {run.id}")
    progress.report(1.0, f"Exported to {target.name}")
    return target


def _renamed(source: VerifiedBundle, name: str, signer: Signer | None, onnx: Progress | None) -> bytes:
    card = replace(source.card, name=name)
    members = members_of(source) if source.pool is not None else [(card, source.members[0].native)]
    return _packed(card, members, source.pool, online=source.online, signer=signer, onnx=onnx)


def _prove(data: bytes) -> None:
    """Read back what is about to be written, and let the models reproduce their canary rows."""
    from engine.bundle import loading

    bundle = reading.parse(data)
    loading.prove_loaded(loading.assemble(bundle), bundle)


def _packed(
    card: ModelCard, members: Sequence[tuple[ModelCard, bytes]], pool: Pool | None, *,
    online: Mapping[str, Any] | None, signer: Signer | None = None, onnx: Progress | None = None,
) -> bytes:
    card = _versioned(card)
    cards = tuple(_versioned(member) for member, _ in members)
    files = tuple(_file_name(place, member) for place, member in enumerate(cards))
    natives = {name: native for name, (_, native) in zip(files, members, strict=True)}
    contents = Contents(card, cards, files, pool)
    _check(manifest.to_entries(contents))
    model = _opened(contents, natives)
    canary = _canary(contents, model)
    if onnx is not None:
        graph, made = onnx_export.graph_of(model, progress=onnx)
        contents, natives[graph.file] = replace(contents, onnx=graph), made
    documents = manifest.to_entries(contents)
    stated = documents.pop(archive.MANIFEST)
    entries = {name: strict_json.dump(document) for name, document in documents.items()}
    entries["canary.json"] = strict_json.dump(golden.to_json(canary))
    entries["README.md"] = describing.readme(contents).encode()
    if online is not None:
        entries["online.json"] = strict_json.dump(dict(online))
    entries.update(natives)
    stated["files"] = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in entries.items()
    }
    head = strict_json.dump(stated)
    signature = {} if signer is None else {archive.SIGNATURE: signer.sign(head)}
    packed = archive.pack({archive.MANIFEST: head, **signature, **entries})
    trust.remember(packed)
    return packed


def _versioned(card: ModelCard) -> ModelCard:
    """A card that does not say which version made its model was made by the one that is installed."""
    if card.kind == ENSEMBLE or card.library_version:
        return card
    return replace(card, library=card.kind, library_version=libraries.version(card.kind))


def _check(documents: Mapping[str, Mapping[str, Any]]) -> None:
    """What is written must be readable: the reader's own checks, before anything is made of it."""
    parts = {name: document for name, document in documents.items() if name != archive.MANIFEST}
    manifest.from_entries(documents[archive.MANIFEST], parts)


def _opened(contents: Contents, natives: Mapping[str, bytes]) -> LoadedModel:
    members = [
        LoadedMember(card, models.library(card.kind).from_bytes(natives[file]),
                     MemberView(contents.card.schema, card.schema))
        for card, file in zip(contents.members, contents.files, strict=True)
    ]
    return LoadedModel(contents.card, members, contents.pool)


def _canary(contents: Contents, model: LoadedModel) -> Canary:
    rows = golden.rows_for(contents.card.schema)
    margins = model.margins(rows, threads=1)
    scores, final = canary_scores(contents.card, contents.members, contents.pool, margins)
    return Canary(rows, margins, scores, final, golden.here())


def _file_name(place: int, card: ModelCard) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", card.name.lower()).strip("-")[:40] or card.kind
    return f"models/{place + 1}-{plain}{SUFFIXES.get(card.kind, '')}"
