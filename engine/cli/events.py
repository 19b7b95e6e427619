"""What the monitors of a workspace noted: predictions, labels, drifts, swaps, errors; also while they run."""

from __future__ import annotations

import argparse
import contextlib
import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from engine.cli.output import Output
from engine.data.moment import moment
from engine.errors import WorkbenchError
from engine.monitoring.heartbeat import signs
from engine.monitoring.notes import leave_note
from engine.monitoring.recorded import journals
from engine.online.event_log import EventReader, LoggedEvent, merged
from engine.online.reporting import iso
from engine.records import to_plain
from engine.settings import default_workspace

_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*(s|min|m|h|d|w)")
_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400, "w": 604_800}
_LOOK = 0.25  # seconds between looks, following
_TAKEN = 10.0  # seconds that a running monitor is given to take a note


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is wanted, and whether to wait for more."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = ("The events lie in the table `log` of WORKSPACE/journal/*.sqlite, plain SQLite: number, at and "
                     "time\n(ns since 1970 UTC), kind, id, score, batch, online, label, realized_rr, words, data "
                     "(JSON).\nkinds: prediction, label, drift, swap, error, feed, blend, cause, inputs, correction, "
                     "started, resumed ...")
    parser.add_argument("--since", type=_when, metavar="WHEN", help="noted since: 2h, 30min, 7d, or a time (UTC)")
    parser.add_argument("--until", type=_when, metavar="WHEN", help="noted before")
    parser.add_argument("--kind", metavar="K,K", default="", help="only these kinds")
    parser.add_argument("--id", metavar="ID", help="only of this signal")
    parser.add_argument("--journal", metavar="FILE", help="only this stream (default: all of the workspace)")
    parser.add_argument("--limit", type=int, metavar="N", default=1000, help="the newest N (default 1000; 0: all)")
    parser.add_argument("--note", metavar="TEXT", help="write a note into the stream (of --journal, else of the "
                        "monitor that runs, else the newest), as the window's annotations are")
    parser.add_argument("--at", type=int, metavar="LABEL", help="with --note: at this label's number (default: now)")
    parser.add_argument("--follow", action="store_true", help="go on as events come; with --json one line each")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any] | None:
    """Print events in the order in which they were noted."""
    if args.note is not None:
        return _note(args, out)
    kinds = tuple(kind.strip() for kind in args.kind.split(",") if kind.strip())
    with contextlib.ExitStack() as opened:
        readers = _readers(args, opened)
        start = {reader.name: reader.last() for reader in readers}
        found = merged(readers, args.limit, since=args.since, until=args.until, kinds=kinds, id_=args.id)
        if args.json and not args.follow:
            return {"events": [_plain(event) for event in found]}
        for event in found:
            _show(event, out)
        if args.follow:
            _follow(readers, start, kinds, args, out)
        elif not found:
            out.say("No such events.")
    return None


def _follow(readers: list[EventReader], start: dict[str, int], kinds: tuple[str, ...], args: argparse.Namespace,
            out: Output) -> None:
    """Until interrupted."""
    while not out.progress.cancelled:
        for reader in readers:
            for event in reader.rows(after=start[reader.name], kinds=kinds, id_=args.id):
                _show(event, out)
            start[reader.name] = max(start[reader.name], reader.last())
        time.sleep(_LOOK)


def _note(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Write a note; where a monitor runs, wait until it has taken it."""
    folder = args.workspace or default_workspace()
    files = [Path(args.journal)] if args.journal else [sign.journal for sign in signs(folder) if sign.alive] or [
        kept.path for kept in journals(folder, progress=out.progress)]
    if not files or not files[0].is_file():
        raise _none(args.journal or folder / "journal")
    left, deadline = leave_note(files[0], args.note, event=args.at), time.monotonic() + _TAKEN
    while left is not None and left.exists() and time.monotonic() < deadline:
        time.sleep(_LOOK)
    taken = left is None or not left.exists()
    out.say("Noted." if taken else "Left for the monitor, which has not taken it yet; it will when it can.")
    return {"journal": str(files[0]), "noted": taken}


def _readers(args: argparse.Namespace, opened: contextlib.ExitStack) -> list[EventReader]:
    folder = (args.workspace or default_workspace()) / "journal"
    files = [Path(args.journal)] if args.journal else sorted(folder.glob("*.sqlite"))
    if not files or not all(file.is_file() for file in files):
        raise _none(args.journal or folder)
    readers = [EventReader(file) for file in files]
    for reader in readers:
        opened.callback(reader.close)
    return readers


def _none(where: Path | str) -> WorkbenchError:
    return WorkbenchError("There is no journal.", where=str(where), code="no-journal",
                          remedy="Run a monitor first, or name its workspace with --workspace.")


def _show(event: LoggedEvent, out: Output) -> None:
    if out.json:
        out.line(_plain(event))
        return
    what = event.words or ", ".join(f"{name} {value:.4f}" if isinstance(value, float) else f"{name} {value}"
                                    for name in ("score", "batch", "online", "label", "realized_rr")
                                    if (value := getattr(event, name)) is not None)
    out.say(f"{iso(event.at)}  {event.kind:<10}  {event.id or '-':<14}  {what}")


def _plain(event: LoggedEvent) -> dict[str, Any]:
    """With times in words as well, for other programs."""
    plain: dict[str, Any] = to_plain(event)
    return {**plain, "at_utc": iso(event.at), "time_utc": iso(event.time)}


def _when(words: str) -> int:
    """`2h` ago, or a time; ns UTC."""
    span = _SPAN.fullmatch(words.strip().lower())
    if span is not None:
        ago = timedelta(seconds=float(span[1]) * _UNITS[span[2]])
        return moment(datetime.now(tz=UTC) - ago)
    try:
        return moment(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words} is no time: give 2h, 30min, 7d, or 2026-01-31T14:30") from None
