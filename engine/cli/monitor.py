"""Watch a source without a window: one JSON line at the end of each window, and one at the end."""

from __future__ import annotations

import argparse
import contextlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.cli.learner_options import add_learner_options, learner_options, open_champion
from engine.cli.output import Output
from engine.errors import Cancelled, WorkbenchError
from engine.monitoring.attached import AttachedMonitor, running_journal
from engine.monitoring.heartbeat import signs
from engine.monitoring.keeping import remembered_schema
from engine.monitoring.logbook import Logbook
from engine.monitoring.monitor import Monitor
from engine.monitoring.room import Room, rooms
from engine.monitoring.rules import RuleWatch, parse_rule
from engine.monitoring.sources.address import GRAMMAR
from engine.monitoring.sources.url import open_source, parse, publisher_to
from engine.monitoring.windows import window_line
from engine.online.reporting import iso
from engine.online.retention import parse_retention
from engine.records import MonitorSnapshot, Roles
from engine.settings import default_workspace

INTERRUPTED = 130
_LOOK = 1.0  # seconds between lines of a watched monitor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The source and the learner's options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = GRAMMAR
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--source", metavar="URL", help="where signals come from; see below")
    what.add_argument("--status", action="store_true", help="how the monitors of the workspace stand")
    what.add_argument("--watch", action="store_true", help="look on at the one that runs there; nothing is written")
    parser.add_argument("--labels", metavar="URL", help="where their labels come from, if from elsewhere")
    parser.add_argument("--events-to", metavar="URL", help="copy the event log there: redis://localhost/0?stream=events")
    parser.add_argument("--keep-events", metavar="SPAN", help="delete events older than 30d, 12h or 8w, or the oldest "
                        "beyond 50GB or 500MB; default: keep all. What the monitor needs to go on, and what is still "
                        "to be copied by --events-to, stays. A deleted event that its source sends again counts anew, "
                        "and the time machine begins after it")
    parser.add_argument("--tune-on", type=int, metavar="N", default=0, help="keep the batch model's share at what did "
                        "best on the last N labels (50 to 5000; with a champion and --blend fixed)")
    parser.add_argument("--ask-password", action="store_true", help="ask for the password; it is kept nowhere")
    parser.add_argument("--quiet", action="store_true", help="print no lines; WORKSPACE/logs/monitor.log has them")
    parser.add_argument("--max-events", type=int, metavar="N", default=0, help="stop after N signals")
    parser.add_argument("--every", type=int, metavar="N", default=500, help="signals a window (default %(default)s)")
    parser.add_argument("--rule", metavar="RULE", action="append", default=[], type=str,
                        help="speak up when it begins to hold: accuracy<0.52/500 (for 500 labels), auc<0.5, "
                             "log-loss>0.69, mean-r<0, drift, silent>60, latency>1, pending>10000, labels>5000, "
                             "hard>=500, daily>17; ! at its end proposes a retraining (may be given more than once)")
    parser.add_argument("--fresh", action="store_true", help="begin anew instead of going on where it stopped")
    for role, words in (("label", "win (1) or loss (0)"), ("time", "when the signal fired"),
                        ("label-time", "when its outcome was known"), ("id", "name of the signal")):
        parser.add_argument(f"--{role}", metavar="COL", help=words)
    parser.add_argument("--drop", metavar="COL,COL", default="", help="columns that must not be features")
    add_learner_options(parser)


def run(args: argparse.Namespace, out: Output) -> dict[str, Any] | None:
    """Run until the source ends, N signals are through, or someone interrupts; the state is kept in the workspace."""
    folder = args.workspace or default_workspace()
    if args.status:
        return _status(folder, out)
    out.json = True  # standard output is for the lines alone
    if args.watch:
        _watch(folder, out)
        return None
    logbook = Logbook(folder / "logs")
    try:
        monitor = _made(args, folder, logbook, out)
        logbook.say(f"watching {monitor.source.words}")
        with _ended_with_the_terminal(out):
            _tell(monitor.run(out.progress), out, logbook)
    except Cancelled:
        _tell(monitor.snapshot(), out, logbook)
        out.say("Interrupted; the state is saved, and the next start goes on from here.")
        logbook.say("interrupted; the state is saved")
        raise SystemExit(INTERRUPTED) from None
    except WorkbenchError as error:
        logbook.fault(str(error))
        raise
    except Exception as error:
        logbook.fault("ended by an unexpected fault", error)
        raise
    finally:
        logbook.close()
    return None


def _made(args: argparse.Namespace, folder: Path, logbook: Logbook, out: Output) -> Monitor:
    _warn_of_secrets(args, out)
    champion = open_champion(args, out)
    roles = Roles(label=args.label, time=args.time, label_time=args.label_time, id=args.id,
                  dropped=tuple(name.strip() for name in args.drop.split(",") if name.strip()))
    ask = _ask if args.ask_password else None
    source = open_source(
        args.source, labels=args.labels, schema=champion.model.schema if champion.model else None, given=roles,
        progress=out.progress.part(0.0, 0.05), workspace=folder, ask=ask,
        remembered=None if args.fresh else lambda words: remembered_schema(folder, words))
    shown = None if args.quiet else out
    rules = RuleWatch([parse_rule(text) for text in args.rule])

    def on_window(found: MonitorSnapshot) -> None:
        _tell(found, shown, logbook)
        for firing in rules.look(found):
            made.annotate(firing.words, kind="alert")
            logbook.say(f"rule: {firing.words}")
            if shown is not None:
                shown.line({"rule": firing.rule.words, "words": firing.words, "retrain": firing.rule.retrain,
                            "label": firing.event, "time": iso(firing.time)})

    made = Monitor(
        source, learner_options(args), champion=champion.model, champion_name=champion.name, previous=champion.previous,
        previous_name=champion.previous_name, folder=folder, resume=not args.fresh, max_signals=args.max_events,
        every=args.every, on_window=on_window,
        publish=publisher_to(args.events_to, ask) if args.events_to else None,
        retention=parse_retention(args.keep_events) if args.keep_events else None, tune_on=args.tune_on,
    )
    return made


def _status(folder: Path, out: Output) -> dict[str, Any]:
    """What each heartbeat says; the exit code is 0 whether one runs or not."""
    found, room = signs(folder), rooms(folder)
    taken = [room.get(sign.journal, Room(0, None, None)) for sign in found]
    if not out.json:
        rows = [("running" if sign.alive else sign.values["state"], sign.values["process"], sign.values["source"],
                 f"{sign.values['events']:,}", f"{sign.values['labels']:,}", f"{sign.age:.0f} s",
                 takes.words, sign.values["status"] if sign.alive else "")
                for sign, takes in zip(found, taken, strict=True)]
        out.table(("STATE", "PROCESS", "SOURCE", "SIGNALS", "LABELS", "HEARD", "ON DISK", "STATUS"), rows)
        if not found:
            out.say("No monitor has run in this workspace.")
    return {"monitors": [{"running": sign.alive, "heard_seconds_ago": sign.age, "journal": str(sign.journal),
                          "bytes": takes.bytes, "bytes_a_day": takes.per_day, "days_until_full": takes.days,
                          **sign.values} for sign, takes in zip(found, taken, strict=True)]}


def _watch(folder: Path, out: Output) -> None:
    """A line whenever something changed, until the monitor ends."""
    watched = AttachedMonitor(running_journal(folder))
    thread = threading.Thread(target=watched.run, daemon=True)
    thread.start()
    before: tuple[Any, ...] = ()
    try:
        while thread.is_alive() and not out.progress.cancelled:
            thread.join(_LOOK)
            found = watched.snapshot(2)
            now = (found.state, found.events, found.labels)
            if now != before:
                out.line(window_line(found))
            before = now
    finally:
        watched.stop()
        thread.join()


@contextlib.contextmanager
def _ended_with_the_terminal(out: Output) -> Iterator[None]:
    """A terminal that is closed ends the run in order too."""
    if not hasattr(signal, "SIGHUP") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGHUP, lambda *_: out.progress.cancel())
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def _warn_of_secrets(args: argparse.Namespace, out: Output) -> None:
    if any(url and parse(url).secret for url in (args.source, args.labels, args.events_to)):
        out.warn("A password in an address can be read by others in this machine's list of processes; better give it "
                 "by the environment, ~/.pgpass, the keyring or --ask-password.")


def _ask(words: str) -> str:
    import getpass

    return getpass.getpass(words)


def _tell(found: MonitorSnapshot, out: Output | None, logbook: Logbook) -> None:
    logbook.window(found)
    if out is not None:
        out.line(window_line(found))
