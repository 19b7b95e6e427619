"""The hard examples of a monitor: signals whose outcome the champion had given little chance, also while it runs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.cli.output import Output
from engine.errors import WorkbenchError
from engine.monitoring.recent_file import hard_examples, write_hard
from engine.monitoring.recorded import journals
from engine.online.hard import CAPACITY
from engine.records import to_plain
from engine.settings import default_workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which journal, and where to."""
    parser.epilog = (f"Hard is what the champion (without one: the online model) gave less than 1 in 3, and then came. "
                     f"The cost is the log loss times |realized R|; the {CAPACITY:,} costliest are kept. A monitor "
                     "with --rule 'hard>=500!' proposes a retraining when there are 500.")
    parser.add_argument("--journal", metavar="FILE", type=Path, help="of this stream (default: the workspace's newest)")
    parser.add_argument("--limit", type=int, metavar="N", default=20, help="show the N worst (default 20; 0: all)")
    parser.add_argument("--out", type=Path, metavar="F",
                        help="save all that are kept, to look at or to add to the training data: .parquet, "
                             ".feather or .arrow by its suffix, else CSV")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Tell the worst, and save them where that is wanted."""
    journal = args.journal or _newest(args.workspace or default_workspace(), out)
    if not journal.is_file():
        raise WorkbenchError("There is no such journal.", where=str(journal), code="no-journal",
                             remedy="Give one of WORKSPACE/journal.")
    count, found = hard_examples(journal, progress=out.progress)
    shown = found[: args.limit] if args.limit > 0 else found
    if not out.json:
        out.table(("SIGNAL", "CAME", "CHANCE GIVEN", "R", "COST"), [
            (one.id, "win" if one.label else "loss", f"{one.chance:.3f}", f"{one.realized_rr:g}", f"{one.cost:.3f}")
            for one in shown])
        out.say(f"{count:,} hard examples came, the {len(found):,} costliest are kept.")
    saved = write_hard(journal, found, args.out, progress=out.progress) if args.out else None
    if saved is not None:
        out.say(f"{saved.rows:,} saved -> {saved.path}")
    return {"journal": str(journal), "count": count, "kept": len(found), "examples": [to_plain(one) for one in shown],
            "out": None if saved is None else str(saved.path)}


def _newest(folder: Path, out: Output) -> Path:
    found = journals(folder, progress=out.progress)
    if not found:
        raise WorkbenchError("There is no journal.", where=str(folder / "journal"), code="no-journal",
                             remedy="Run a monitor first, or name its workspace with --workspace.")
    return found[0].path
