"""`alphapulse doctor`: which optional parts are here and working."""

from __future__ import annotations

import argparse
from typing import Any

from engine.cli.output import Output
from engine.doctor import examine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--thorough` also imports every library, each in a process of its own."""
    parser.add_argument("--thorough", action="store_true", help="import every library too (some seconds)")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Print the table of parts; the exit code is 0 whatever is missing, for each of these may be missing."""
    parts = examine(thorough=args.thorough)
    if not args.json:
        marks = {True: "yes", False: "no"}
        rows = [(p.name, marks[p.available], p.version, p.detail) for p in parts]
        out.table(("PART", "HERE", "VERSION", "DETAIL"), rows)
    return {"parts": parts}
