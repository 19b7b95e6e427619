"""Opening the workspace that a verb works with."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator

from engine.cli.output import Output
from engine.library.store import DATABASE, Workspace
from engine.settings import default_workspace


@contextlib.contextmanager
def library(args: argparse.Namespace, out: Output) -> Iterator[Workspace]:
    """The workspace, made if need be; what opening it mended is told."""
    with Workspace.open(args.workspace) as workspace:
        for words in workspace.notices:
            out.warn(words)
        yield workspace


@contextlib.contextmanager
def shared_workspace(args: argparse.Namespace) -> Iterator[Workspace | None]:
    """The workspace to look things up in; None when there is none, and none is made."""
    root = args.workspace if args.workspace is not None else default_workspace()
    if not (root / DATABASE).exists():
        yield None
        return
    with Workspace.open(root, read_only=True) as workspace:
        yield workspace
