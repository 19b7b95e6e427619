"""`--mlflow`: where trainings and champions are told to MLflow; nothing is sent without it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from engine.bundle import mlflow_tracking
from engine.cli.output import Output
from engine.library.store import Workspace


def add_tracking_option(parser: argparse.ArgumentParser) -> None:
    """The one option."""
    parser.add_argument("--mlflow", metavar="URI", nargs="?", const=mlflow_tracking.EMBEDDED,
                        help="tell MLflow at this address; without one, in a database in the workspace")


def target_of(args: argparse.Namespace, workspace: Workspace) -> str | None:
    """Where to send; refused before any work is done where it cannot be an address."""
    return None if args.mlflow is None else mlflow_tracking.target_of(workspace, args.mlflow)


def tell(workspace: Workspace, ids: Sequence[str], target: str | None, out: Output) -> dict[str, Any]:
    """Send these runs and what waits; a server that is away is a warning."""
    if target is None:
        return {}
    found = mlflow_tracking.log_runs(workspace, ids, target)
    (out.warn if found.away else out.say)(found.words)
    return {"mlflow": found}
