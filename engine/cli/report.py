"""Write the report of one run, or of several beside each other."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.cli.output import Output
from engine.cli.workspaces import library
from engine.report.runs import FORMATS, write_report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`RUN [RUN ...] --out FILE`."""
    parser.add_argument("runs", nargs="+", metavar="RUN", help="ids of runs; the others are measured against the first")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="a file that ends in .html or .pdf")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """One file, readable without the net."""
    with library(args, out) as workspace:
        path = write_report(workspace, args.runs, args.out, progress=out.progress)
    if not out.json:
        out.say(f"Written: {path}")
    return {"report": str(path), "format": FORMATS[path.suffix.lower()], "bytes": path.stat().st_size,
            "runs": list(args.runs)}
