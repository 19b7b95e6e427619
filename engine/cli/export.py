"""Write a bundle."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.bundle import exporting
from engine.bundle.exporting import ExportOptions
from engine.cli.output import Output
from engine.cli.workspaces import library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`ID --out FILE [--onnx]`."""
    parser.add_argument("id", metavar="ID", help="run to export: its id, the beginning of it, or its name")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the bundle to write (*.apbundle)")
    parser.add_argument("--onnx", action="store_true",
                        help="also one ONNX graph of the whole score, refused where it would differ by more than 1e-5")
    parser.add_argument("--compact", choices=("fp16", "int8"), default="",
                        help="models as compact forests: exact thresholds, leaves rounded; what it costs is told")
    parser.add_argument("--native", action="store_true",
                        help="with --compact: the rounded leaves in the libraries' own files, thresholds as they are")
    parser.add_argument("--sign", action="store_true", help="sign it with the key of this workspace")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Export a run and say what is in the bundle."""
    options = ExportOptions(onnx=args.onnx, sign=args.sign, compact=args.compact, native=args.native)
    with library(args, out) as workspace:
        made = exporting.draft(workspace, args.id, options, progress=out.progress.part(0.0, 0.9))
        bundle = made.bundle
        if bundle.card.price is not None:  # before it is saved
            out.say(f"Compact, {bundle.card.price.words}")
        path = exporting.save(workspace, made, args.out, progress=out.progress.part(0.9, 1.0))
    if not out.json:
        out.say(f"{bundle.card.name} ({bundle.card.id}) with {len(bundle.members)} model(s), {bundle.size / 1e6:.2f} MB"
                f" -> {path}")
        if bundle.onnx is not None:
            graph = bundle.onnx.card
            out.say(f"With ONNX (opset {graph.opset}): at most {graph.largest_difference:.1e} from the models over "
                    f"{graph.rows:,} rows")
        if bundle.signature is not None:
            out.say(f"Signed; the fingerprint of your key is {bundle.signature.fingerprint}")
    signature = bundle.signature
    return {"path": str(path), "id": bundle.card.id, "kind": bundle.card.kind, "size": bundle.size,
            "sha256": bundle.sha256, "members": [member.card.name for member in bundle.members],
            "fingerprint": signature.fingerprint if signature is not None else None,
            "price": bundle.card.price, "onnx": bundle.onnx.card if bundle.onnx is not None else None}
