"""Before a foreign model is opened in this process, it is opened in another, which may die of it."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from engine.bundle import golden, guard_child, opening
from engine.bundle.reading import Member, VerifiedBundle
from engine.bundle.refusal import BundleRefused
from engine.bundle.scoring import MemberView, canary_scores
from engine.data.schema import Matrix
from engine.progress import Progress
from engine.records import Floats

_START_SECONDS = 120.0  # a cold import of a library on a busy machine
_LOOK_SECONDS = 0.1
_IDLE_SECONDS = 120.0
_WORDS = {
    "died": "Opening the model killed the process that tried it.",
    "hung": "Opening the model did not end in time.",
    "memory": "Opening the model would take more than 3 GiB of memory.",
    "refused": "The library refuses the model.",
}


@dataclass(frozen=True, eq=False, slots=True)
class Tried:
    """What the guarded process saw of one model."""

    width: int
    names: tuple[str, ...]
    margins: Floats


def prove(bundle: VerifiedBundle, *, progress: Progress | None = None) -> dict[str, str]:
    """Open every member in the guarded process and compare the canary rows.

    Returns the members that could not be tried because their library is missing, with the reason; raises
    `BundleRefused` when a member kills, hangs, eats memory, is refused or gives other outputs than it must.
    """
    found = {member.card.name: opening.missing(member.card) for member in bundle.members}
    missing = {name: words for name, words in found.items() if words}
    margins = _prove_members(bundle, [m for m in bundle.members if m.card.name not in missing], progress)
    if not missing:
        cards = [member.card for member in bundle.members]
        _, final = canary_scores(bundle.card, cards, bundle.pool, margins)
        golden.check_final(bundle.canary, final)
    return missing


def prove_graph(bundle: VerifiedBundle, *, progress: Progress | None = None) -> None:
    """Open the ONNX graph in the guarded process and compare the canary rows; raises `BundleRefused`."""
    assert bundle.onnx is not None
    names, outputs = bundle.card.schema.names, (bundle.onnx.card.final, *bundle.onnx.card.members)
    rows = bundle.canary.rows
    part = _Part({"kind": guard_child.GRAPH, "columns": len(names), "names": names, "outputs": outputs},
                 bundle.onnx.data, rows.tobytes())
    ((_, answer),) = _loaded([part], progress)
    found = np.frombuffer(answer, dtype=np.float64).reshape(len(outputs), len(rows))
    members = {each.card.name: scores for each, scores in zip(bundle.members, found[1:], strict=True)}
    golden.check_graph(bundle.canary, members, found[0])


def try_model(
    kind: str, native: bytes, rows: Matrix | None = None, *, where: str = "", progress: Progress | None = None,
) -> Tried:
    """Open a native model in the guarded process and score `rows`; raises `BundleRefused` when that fails."""
    (found,) = _loaded([_part(kind, native, rows, where)], progress)
    return _tried(*found, where)


class _Part(NamedTuple):
    """One model of a request: what it is, its bytes, and float32 rows to score."""

    header: dict[str, Any]
    data: bytes
    rows: bytes
    where: str = ""


def _part(kind: str, native: bytes, rows: Matrix | None = None, where: str = "") -> _Part:
    flat = b"" if rows is None else np.ascontiguousarray(rows, dtype=np.float32).tobytes()
    return _Part({"kind": kind, "columns": 0 if rows is None else rows.shape[1]}, native, flat, where)


def _tried(answer: dict[str, Any], margins: bytes, where: str = "") -> Tried:
    if not answer["binary"]:
        raise not_binary(where)
    return Tried(int(answer["width"]), tuple(map(str, answer["names"])), np.frombuffer(margins, dtype=np.float64))


def _loaded(parts: Sequence[_Part], progress: Progress | None) -> list[tuple[dict[str, Any], bytes]]:
    """What the guarded process answers for each part; raises `BundleRefused` naming the one that it could not open."""
    if not parts:
        return []
    answers = _guard.ask(parts, progress=progress or Progress())
    verdict = str(answers[-1][0].get("verdict"))
    if verdict != "loaded" or len(answers) != len(parts):
        raise BundleRefused(_WORDS.get(verdict, _WORDS["died"]), where=parts[len(answers) - 1].where,
                            code="bundle-guard", remedy="Do not use this file; ask the sender for a fresh copy.")
    return answers


def not_binary(where: str = "") -> BundleRefused:
    """The words for a regressor or a model of many classes."""
    return BundleRefused("The model is no classifier of win and loss.", where=where, code="bundle-task",
                         remedy="Use a model that was trained on a win/loss label.")


def close() -> None:
    """End the guarded process; the next request starts another."""
    _guard.close()


def _prove_members(
    bundle: VerifiedBundle, members: Sequence[Member], progress: Progress | None
) -> dict[str, Floats]:
    """The canary margins of all members, tried by one process: starting another costs as much as trying a model."""
    views = [MemberView(bundle.card.schema, member.card.schema) for member in members]
    parts = [_part(opening.way(member.card), member.native, view.of(bundle.canary.rows), member.card.name)
             for member, view in zip(members, views, strict=True)]
    margins = {}
    for member, found in zip(members, _loaded(parts, progress), strict=True):
        name = member.card.name
        tried = _tried(*found, name)
        if tried.width != len(member.card.schema):
            raise BundleRefused("Its feature list is not the model's.", where=name, code="bundle-features")
        golden.check_margins(bundle.canary, name, tried.margins, exact=opening.exact(member.card))
        margins[name] = tried.margins
    return margins


class _Guard:
    """The guarded process, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._idle: threading.Timer | None = None

    def ask(self, parts: Sequence[_Part], *, progress: Progress) -> list[tuple[dict[str, Any], bytes]]:
        """One request: an answer a part up to the first that cannot be opened.

        A process that breaks is ended; the part that it was at counts as died. Raises `Cancelled` when the user does.
        """
        with self._lock:
            answers, whole = self._answers(parts, progress)
            if whole and guard_child.FORKS:
                self._rest()
            else:
                self._end()
        progress.check()
        return answers if whole else [*answers, ({"verdict": "died"}, b"")]

    def _answers(
        self, parts: Sequence[_Part], progress: Progress
    ) -> tuple[list[tuple[dict[str, Any], bytes]], bool]:
        """The answers, and whether the process was still in order after them."""
        process, done = self._running(), threading.Event()
        assert process.stdin is not None
        assert process.stdout is not None
        answers: list[tuple[dict[str, Any], bytes]] = []
        threading.Thread(target=_watch, args=(process, done, progress, len(parts)), daemon=True).start()
        try:
            payloads = [payload for part in parts for payload in (part.data, part.rows)]
            guard_child.write_message(process.stdin, {"parts": [part.header for part in parts]}, *payloads)
            while len(answers) < len(parts):
                answer, found = guard_child.read_message(process.stdout)
                answers.append((answer, found[0] if found else b""))
                if answer.get("verdict") != "loaded":
                    break
        except (EOFError, ValueError, OSError, KeyError):
            return answers, False
        finally:
            done.set()
        return answers, True

    def _rest(self) -> None:
        """An idle process holds hundreds of MiB: it is let go after a while."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = threading.Timer(_IDLE_SECONDS, self.close)
        self._idle.daemon = True
        self._idle.start()

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", guard_child.__name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=_environment(), start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        if self._process is None:
            return
        _kill(self._process)
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:  # what was not sent yet
                continue
        self._process.wait()
        self._process = None


def _watch(process: subprocess.Popen[bytes], done: threading.Event, progress: Progress, parts: int) -> None:
    """Kill the process when it takes too long or the user cancels; whoever reads from it then sees its end."""
    deadline = time.monotonic() + _START_SECONDS + parts * guard_child.WALL_SECONDS
    while not done.wait(_LOOK_SECONDS):
        if progress.cancelled or time.monotonic() > deadline:
            _kill(process)
            return


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The process and the fork that is trying a model."""
    if sys.platform == "win32":
        process.kill()
    elif process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """What a library needs to be imported, and none of the rest: no passwords reach foreign models."""
    wanted = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "LANG")
    kept = {name: os.environ[name] for name in wanted if name in os.environ}
    root = str(Path(__file__).resolve().parents[2])
    return {**kept, "PYTHONPATH": os.pathsep.join([root, *sys.path[1:]]), "OMP_NUM_THREADS": "1",
            "OMP_WAIT_POLICY": "PASSIVE"}


_guard = _Guard()
atexit.register(close)
