"""Making bundles: of a fresh model, of an ensemble, and of a run for export. The same inputs give the same bytes."""

from __future__ import annotations

import hashlib
import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.bundle import (
    archive,
    describing,
    golden,
    libraries,
    manifest,
    onnx_export,
    opening,
    strict_json,
    trust,
)
from engine.bundle.golden import Canary
from engine.bundle.manifest import ENSEMBLE, Contents, ModelCard
from engine.bundle.reading import VerifiedBundle
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView, canary_scores
from engine.bundle.signing import Signer
from engine.evaluation.pooling import Pool
from engine.progress import Progress


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


def repacked(
    source: VerifiedBundle, card: ModelCard, *, signer: Signer | None = None, onnx: Progress | None = None,
    plots: Mapping[str, bytes] | None = None, members: Sequence[tuple[ModelCard, bytes]] | None = None,
) -> bytes:
    """The same members (or `members` in their place) under another card, with plots for it.

    `onnx` hears of the making of a graph.
    """
    members = members_of(source) if members is None else members
    if source.pool is None:
        card = replace(card, compact=members[0][0].compact)
        members = [(card, members[0][1])]
    return _packed(card, members, source.pool, online=source.online, signer=signer, onnx=onnx, plots=plots or {})


def _packed(
    card: ModelCard, members: Sequence[tuple[ModelCard, bytes]], pool: Pool | None, *,
    online: Mapping[str, Any] | None, signer: Signer | None = None, onnx: Progress | None = None,
    plots: Mapping[str, bytes] = types.MappingProxyType({}),
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
    entries["canary.json"] = strict_json.dump(golden.to_json(canary), readable=False)
    entries["README.md"] = describing.readme(contents, plots).encode()
    entries.update(plots)
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
        LoadedMember(card, opening.opened(opening.way(card), natives[file]),
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
    return f"models/{place + 1}-{plain}{manifest.suffix_of(card)}"
