"""Watch a source without a window: one JSON line at the end of each window, and one at the end."""

from __future__ import annotations

import argparse

from engine.cli.learner_options import add_learner_options, learner_options, open_champion
from engine.cli.output import Output
from engine.errors import Cancelled
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.url import open_source
from engine.monitoring.windows import window_line
from engine.records import MonitorSnapshot, Roles
from engine.settings import default_workspace

INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The source and the learner's options."""
    parser.add_argument("--source", metavar="URL", required=True,
                        help="file:///path/to/signals.csv?speed=60 (1 as it happened, 0 full speed)")
    parser.add_argument("--max-events", type=int, metavar="N", default=0, help="stop after N signals")
    parser.add_argument("--every", type=int, metavar="N", default=500, help="signals a window (default %(default)s)")
    parser.add_argument("--fresh", action="store_true", help="begin anew instead of going on where it stopped")
    for role, words in (("label", "win (1) or loss (0)"), ("time", "when the signal fired"),
                        ("label-time", "when its outcome was known"), ("id", "name of the signal")):
        parser.add_argument(f"--{role}", metavar="COL", help=words)
    parser.add_argument("--drop", metavar="COL,COL", default="", help="columns that must not be features")
    add_learner_options(parser)


def run(args: argparse.Namespace, out: Output) -> None:
    """Run until the source ends, N signals are through, or someone interrupts; the state is kept in the workspace."""
    out.json = True  # standard output is for the lines alone
    champion = open_champion(args, out)
    roles = Roles(label=args.label, time=args.time, label_time=args.label_time, id=args.id,
                  dropped=tuple(name.strip() for name in args.drop.split(",") if name.strip()))
    source = open_source(args.source, schema=champion.model.schema if champion.model else None, given=roles,
                         progress=out.progress.part(0.0, 0.05))
    monitor = Monitor(
        source, learner_options(args), champion=champion.model, champion_name=champion.name, previous=champion.previous,
        previous_name=champion.previous_name,
        folder=args.workspace or default_workspace(), resume=not args.fresh, max_signals=args.max_events,
        every=args.every, on_window=lambda found: _tell(found, out),
    )
    try:
        _tell(monitor.run(out.progress), out)
    except Cancelled:
        _tell(monitor.snapshot(), out)
        out.say("Interrupted; the state is saved, and the next start goes on from here.")
        raise SystemExit(INTERRUPTED) from None


def _tell(found: MonitorSnapshot, out: Output) -> None:
    out.line(window_line(found))
