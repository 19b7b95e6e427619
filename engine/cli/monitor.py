"""Watch a source without a window: one JSON line at the end of each window, and one at the end."""

from __future__ import annotations

import argparse

from engine.cli.learner_options import add_learner_options, learner_options, open_champion
from engine.cli.output import Output
from engine.errors import Cancelled
from engine.monitoring.keeping import remembered_schema
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.address import GRAMMAR
from engine.monitoring.sources.url import open_source, publisher_to
from engine.monitoring.windows import window_line
from engine.records import MonitorSnapshot, Roles
from engine.settings import default_workspace

INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The source and the learner's options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = GRAMMAR
    parser.add_argument("--source", metavar="URL", required=True, help="where signals come from; see below")
    parser.add_argument("--labels", metavar="URL", help="where their labels come from, if from elsewhere")
    parser.add_argument("--events-to", metavar="URL", help="copy the event log there: redis://localhost/0?stream=events")
    parser.add_argument("--ask-password", action="store_true", help="ask for the password; it is kept nowhere")
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
    folder, ask = args.workspace or default_workspace(), _ask if args.ask_password else None
    source = open_source(
        args.source, labels=args.labels, schema=champion.model.schema if champion.model else None, given=roles,
        progress=out.progress.part(0.0, 0.05), workspace=folder, ask=ask,
        remembered=None if args.fresh else lambda words: remembered_schema(folder, words))
    monitor = Monitor(
        source, learner_options(args), champion=champion.model, champion_name=champion.name, previous=champion.previous,
        previous_name=champion.previous_name,
        folder=folder, resume=not args.fresh, max_signals=args.max_events,
        every=args.every, on_window=lambda found: _tell(found, out),
        publish=publisher_to(args.events_to, ask) if args.events_to else None,
    )
    try:
        _tell(monitor.run(out.progress), out)
    except Cancelled:
        _tell(monitor.snapshot(), out)
        out.say("Interrupted; the state is saved, and the next start goes on from here.")
        raise SystemExit(INTERRUPTED) from None


def _ask(words: str) -> str:
    import getpass

    return getpass.getpass(words)


def _tell(found: MonitorSnapshot, out: Output) -> None:
    out.line(window_line(found))
