"""Score a file with a bundle."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.bundle.streaming import score_file
from engine.bundle.trust import Trust
from engine.cli.output import Output
from engine.cli.workspaces import shared_workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE DATA --out F`."""
    parser.add_argument("file", metavar="FILE", help="a bundle or model file, or a run of the workspace")
    parser.add_argument("data", metavar="DATA", help="CSV (also gzip), Parquet or Arrow file with the model's features")
    parser.add_argument("--out", required=True, type=Path, metavar="F",
                        help="where the scores go: .parquet, .feather or .arrow by its suffix, else CSV")
    parser.add_argument("--keep", default="", metavar="COL,COL", help="columns of DATA to carry over")
    parser.add_argument("--onnx", action="store_true",
                        help="by the bundle's ONNX graph: needs ONNX Runtime and no learning library")
    parser.add_argument("--raw-text", action="store_true", help="leave text as it is, even where a spreadsheet runs it")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Score and tell how many rows went through."""
    keep = [name.strip() for name in args.keep.split(",") if name.strip()]
    with shared_workspace(args) as workspace:
        found = score_file(args.file, args.data, args.out, keep=keep, raw_text=args.raw_text, onnx=args.onnx,
                           workspace=workspace, progress=out.progress)
    if found.unscored:
        out.warn(f"{found.unscored:,} rows could not be scored; their status tells why.")
    if found.status != "ok":
        out.warn(f"Scored {found.status}.")
    if found.trust == Trust.NATIVE.value:
        out.warn(Trust.NATIVE.words)
    out.say(f"{found.rows:,} rows scored in {found.seconds:.1f} s -> {found.out}")
    return {"rows": found.rows, "out": found.out, "unscored": found.unscored, "members": found.members,
            "status": found.status, "trust": found.trust, "seconds": found.seconds}
