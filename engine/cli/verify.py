"""Check a bundle and explain."""

from __future__ import annotations

import argparse
from typing import Any

from engine.bundle import signing, verifying
from engine.bundle.verifying import Verdict
from engine.cli.output import Output
from engine.cli.workspaces import library, shared_workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE`."""
    parser.add_argument("file", metavar="FILE", help="a bundle (*.apbundle) or model file")
    parser.add_argument("--signed", action="store_true", help="refuse it unless a key on your list has signed it")
    parser.add_argument("--trust", metavar="NAME", help="put the key that signed it on your list, as NAME's")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Print what the bundle is and whether it may be trusted; a broken one is refused."""
    with shared_workspace(args) as workspace:
        found = verifying.verify(args.file, workspace=workspace, signed=args.signed, progress=out.progress)
    if args.trust and found.key:
        with library(args, out) as workspace:
            signing.trust_key(workspace, found.key, args.trust)
            found = verifying.verify(args.file, workspace=workspace, signed=True)
    if not out.json:
        _show(found, out)
    card = found.card
    return {
        "id": card.id, "name": card.name, "kind": card.kind, "features": card.schema.names,
        "signature": found.signature, "golden_rows": found.golden_rows, "trust": found.trust,
        "trust_words": found.trust.words, "created": card.created, "threshold": card.threshold, "scores": card.scores,
        "members": found.members, "sha256": found.sha256, "size": found.size, "notes": found.notes,
    }


def _show(found: Verdict, out: Output) -> None:
    card = found.card
    out.say(f"{card.name} ({card.id}): {card.kind} on {len(card.schema)} features, made {card.created}")
    out.table(("member", "library", "made with", "trees", "weight", "status"), [
        (each.name, each.kind, each.library_version, each.trees, f"{each.weight:.3f}", each.status)
        for each in found.members
    ])
    if card.scores is not None:
        auc = card.scores.auc
        out.say(f"AUC {auc.value:.4f} ({auc.low:.4f} to {auc.high:.4f}) on {card.scores.rows:,} later rows")
    out.say(f"{found.golden_rows} canary rows reproduced. Signature: {found.signature}. {found.trust.words}")
    for note in found.notes:
        out.warn(note)
