"""The whole job on the shipped sample."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.cli.output import Output
from engine.cli.workspaces import library
from engine.report.whole_job import Written, run_whole_job
from engine.settings import resource

SAMPLE = "sample/btc_1h.csv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--out DIR`."""
    parser.add_argument("--out", type=Path, metavar="DIR",
                        help="where report, pictures and bundle go (else the workspace's exports/demo)")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Do the job and say where everything is."""
    with library(args, out) as workspace:
        folder = args.out if args.out is not None else workspace.exports / "demo"
        found = run_whole_job(resource(SAMPLE), folder.absolute(), workspace=workspace, progress=out.progress)
    if not args.json:
        _show(found, out)
    return {}


def _show(found: Written, out: Output) -> None:
    out.say(f"Report:   {found.report}")
