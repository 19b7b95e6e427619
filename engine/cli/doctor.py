"""`alphapulse doctor`: which optional parts are here and working."""

from __future__ import annotations

import argparse
import getpass
from typing import Any

from engine.cli.output import Output
from engine.doctor import examine, journals, source
from engine.settings import default_workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--thorough` also imports every library, each in a process of its own; `--source` tries a live source."""
    parser.add_argument("--thorough", action="store_true", help="import every library too (some seconds)")
    parser.add_argument("--source", metavar="URL", action="append", default=[],
                        help="try a live source too (more than once); see `alphapulse monitor --help`")
    parser.add_argument("--ask-password", action="store_true", help="ask for its password; it is kept nowhere")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Print the table of parts; the exit code is 0 whatever is missing, for each of these may be missing."""
    ask = getpass.getpass if args.ask_password else None
    parts = (*examine(thorough=args.thorough), *(source(url, ask) for url in args.source))
    parts = (*parts, *journals(args.workspace or default_workspace()))
    if not args.json:
        marks = {True: "yes", False: "no"}
        rows = [(p.name, marks[p.available], p.version, p.detail) for p in parts]
        out.table(("PART", "HERE", "VERSION", "DETAIL"), rows)
    return {"parts": parts}
