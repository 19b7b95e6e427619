"""Everything the command line prints, in one place: one JSON object or plain words on stdout, the rest on stderr."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.cli.options_told import with_options
from engine.errors import WorkbenchError
from engine.progress import Progress, ProgressPoint
from engine.records import to_plain

_BETWEEN_LINES = 2.0  # seconds between progress lines where standard error is no terminal


class Output:
    """Prints for people or, with `json`, exactly one object for programs."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        self.progress = Progress(self._show_progress)
        self._last_line = 0.0
        self._line_open = False

    def result(self, values: Mapping[str, Any]) -> None:
        """Print the final object; for people only keys that `say` and `table` have not shown would be noise."""
        if self.json:
            print(json.dumps(to_plain({"ok": True, **values}), allow_nan=False), flush=True)

    def line(self, values: Mapping[str, Any]) -> None:
        """Print one JSON line of a stream."""
        print(json.dumps(to_plain(values), allow_nan=False), flush=True)

    def say(self, words: str) -> None:
        """A sentence for people: stdout, or stderr beside JSON."""
        self._close_line()
        print(words, file=sys.stderr if self.json else sys.stdout, flush=True)

    def warn(self, words: str) -> None:
        """A warning, on standard error."""
        self._close_line()
        print(f"Warning: {with_options(words)}", file=sys.stderr, flush=True)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Aligned columns; numbers to the right."""
        cells = [[str(cell) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
        self.say("  ".join(name.ljust(width) for name, width in zip(header, widths, strict=True)).rstrip())
        for row in cells:
            self.say("  ".join(_aligned(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip())

    def refuse(self, error: WorkbenchError) -> None:
        """Say what is wrong, where, and what to do."""
        self._close_line()
        remedy = with_options(error.remedy)
        if self.json:
            message = f"{error.where}: {error.what}" if error.where else error.what
            answer = {"ok": False, "code": error.code, "message": message, "remedy": remedy}
            print(json.dumps(answer), flush=True)
        told = WorkbenchError(error.what, where=error.where, remedy=remedy)
        print(f"Error: {told}", file=sys.stderr, flush=True)

    @contextlib.contextmanager
    def interruptible(self) -> Iterator[None]:
        """Turn Ctrl+C and termination into a cancel of the running procedure; the second one ends at once.

        Ctrl+\\ (on Windows Ctrl+Break) is Stop: finish now with the best so far.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        stop: int = getattr(signal, "SIGQUIT", getattr(signal, "SIGBREAK", signal.SIGTERM))
        before = {number: signal.getsignal(number) for number in (stop, signal.SIGINT, signal.SIGTERM)}
        for number in before:
            signal.signal(number, self._stop if number not in (signal.SIGINT, signal.SIGTERM) else self._interrupt)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, number: int, frame: object) -> None:
        self.progress.stop()
        self._close_line()
        print("Stopping: finishing with the best so far; Ctrl+C keeps nothing", file=sys.stderr, flush=True)

    def _interrupt(self, number: int, frame: object) -> None:
        if self.progress.cancelled:
            raise KeyboardInterrupt
        self.progress.cancel()

    def _show_progress(self, point: ProgressPoint) -> None:
        now = time.monotonic()
        terminal = sys.stderr.isatty()
        if now - self._last_line < (0.1 if terminal else _BETWEEN_LINES) and point.fraction < 1:
            return
        self._last_line = now
        left = "" if point.seconds_left is None else f" · about {max(point.seconds_left, 0):.0f} s left"
        text = f"{point.fraction:4.0%} {point.words}{left}"
        if terminal:
            width = shutil.get_terminal_size().columns - 1
            print("\r" + text[:width].ljust(width), end="", file=sys.stderr, flush=True)
            self._line_open = True
        else:
            print(text, file=sys.stderr, flush=True)

    def _close_line(self) -> None:
        if self._line_open:
            print(file=sys.stderr)
            self._line_open = False


def _aligned(cell: str, width: int) -> str:
    number = cell.replace("+", "").replace("-", "").replace(".", "").replace(",", "").rstrip("%").strip()
    return cell.rjust(width) if number.isdigit() else cell.ljust(width)
