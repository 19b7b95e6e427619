"""The guarded process: loads foreign models under limits, and answers with numbers, never with words.

`python -m engine.bundle.guard_child` reads requests from standard input and answers on standard output. On Linux it
forks for each request, so that the libraries are imported once and a model that kills, hangs or eats memory takes only
its own process along. Elsewhere each process serves one request. What a library prints goes nowhere: it may be heap.

A request has `parts`, the models of one bundle, and two payloads a part: its bytes and rows to score. It is answered by
one message a part, in order; the first whose verdict is not "loaded" is the last.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import os
import select
import signal
import struct
import sys
import time
from typing import IO, Any

import numpy as np

FORKS = sys.platform == "linux"
MEMORY = 3 << 30  # bytes beyond what the libraries take
CPU_SECONDS = 10
WALL_SECONDS = 12.0
GRAPH = "onnx"  # the kind of a part that is an ONNX graph
MAX_ANSWER = 64 << 20
_EXPLAINED_ROWS = 4
_HIGHEST = 4096  # file descriptors
_LENGTH = struct.Struct("<Q")


def write_message(stream: IO[bytes], header: dict[str, Any], *payloads: bytes) -> None:
    """A JSON header with the sizes of the payloads, then the payloads."""
    head = json.dumps({**header, "sizes": [len(payload) for payload in payloads]}).encode()
    stream.write(b"".join([_LENGTH.pack(len(head)), head, *payloads]))
    stream.flush()


def read_message(stream: IO[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """The next message; raises `EOFError` at its end and `ValueError` for nonsense."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > MAX_ANSWER:
        raise ValueError("too long")
    header = json.loads(_exactly(stream, length))
    return header, [_exactly(stream, int(size)) for size in header["sizes"]]


def serve() -> None:
    """Answer requests until standard input ends."""
    stdin, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    with contextlib.suppress(EOFError):
        while True:
            header, payloads = read_message(stdin)
            for part in header["parts"]:
                warm(part["kind"])
            if FORKS:
                _answer_from_fork(answers, header["parts"], payloads)
            else:
                _limit(len(header["parts"]))
                _answer(answers, header["parts"], payloads, silence)
                return


def warm(kind: str) -> None:
    """Import what opens a model of this kind, so that forks begin with it."""
    import importlib

    with contextlib.suppress(ImportError):
        if kind == GRAPH:
            importlib.import_module("onnxruntime")
            return
        from engine import models
        from engine.bundle import opening

        if kind == opening.COMPACT:
            importlib.import_module("engine.models.compact_model")
        elif not opening.absent(kind):
            models.library(kind)
            importlib.import_module(kind)


def _answer_from_fork(answers: IO[bytes], parts: list[dict[str, Any]], payloads: list[bytes]) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        # Whoever takes over this process finds no way past `_collect`: neither requests nor answers are open here.
        os.closerange(3, writer)
        os.closerange(writer + 1, _HIGHEST)
        _limit(len(parts))
        with os.fdopen(writer, "wb") as stream:
            _answer(stream, parts, payloads)
        os._exit(0)
    os.close(writer)
    for message in _collect(reader, child, len(parts)):
        answers.write(message)
    answers.flush()


def _collect(reader: int, child: int, parts: int) -> list[bytes]:
    """The child's whole messages, one a part, and ours about its end where it ended too soon."""
    messages: list[bytes] = []
    ended = False
    rest, verdict, deadline = b"", "died", time.monotonic() + WALL_SECONDS
    with contextlib.suppress(ValueError, KeyError, TypeError):  # what it writes may be nonsense
        while len(messages) < parts and not ended:
            ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                verdict = "hung"
                break
            piece = os.read(reader, 1 << 20)
            if not piece:
                break
            rest += piece
            while len(messages) < parts and not ended and (found := _first(rest)) is not None:
                message, opened, rest = found
                messages.append(message)  # each part has its own time, and nothing counts after one that failed
                ended, deadline = not opened, time.monotonic() + WALL_SECONDS
    os.close(reader)
    os.kill(child, signal.SIGKILL)  # not reaped yet, so the number is still its own
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        verdict = "hung"
    return messages[:parts] if ended or len(messages) >= parts else [*messages, _message({"verdict": verdict})]


def _first(data: bytes) -> tuple[bytes, bool, bytes] | None:
    """The first message, whether its part was opened, and what follows; None while it is not whole.

    `ValueError` and its like for nonsense.
    """
    stream = io.BytesIO(data)
    try:
        header, _ = read_message(stream)
    except EOFError:
        return None
    return data[: stream.tell()], header["verdict"] == "loaded", data[stream.tell():]


def _message(header: dict[str, Any]) -> bytes:
    head = json.dumps({**header, "sizes": []}).encode()
    return _LENGTH.pack(len(head)) + head


def _answer(stream: IO[bytes], parts: list[dict[str, Any]], payloads: list[bytes], silence: int | None = None) -> None:
    for place, part in enumerate(parts):
        _allow()
        if silence is not None:  # a thread of C ends the process even where a library never lets Python run again
            faulthandler.dump_traceback_later(WALL_SECONDS, exit=True, file=silence)
        if not _answer_part(stream, part, payloads[2 * place:2 * place + 2]):
            return


def _answer_part(stream: IO[bytes], header: dict[str, Any], payloads: list[bytes]) -> bool:
    try:
        facts, margins = _try(header, payloads)
    except MemoryError:
        write_message(stream, {"verdict": "memory"})
    except BaseException as error:  # any library may raise anything; its words stay here
        write_message(stream, {"verdict": "memory" if "bad_alloc" in str(error) else "refused"})
    else:
        write_message(stream, {"verdict": "loaded", **facts}, margins)
        return True
    return False


def _try(header: dict[str, Any], payloads: list[bytes]) -> tuple[dict[str, Any], bytes]:
    if header["kind"] == GRAPH:
        return {}, _try_graph(header, *payloads)
    from engine.bundle import opening

    native, flat = payloads
    model = opening.opened(header["kind"], native)
    facts = {"width": model.width, "binary": model.is_binary, "names": list(model.column_names)}
    if flat:
        rows = np.frombuffer(flat, dtype=np.float32).reshape(-1, header["columns"])
    else:
        rows = np.zeros((1, model.width), dtype=np.float32)
    margins = model.margin(rows, threads=1)
    if header["kind"] != opening.COMPACT:
        model.contributions(rows[:_EXPLAINED_ROWS])
        model.importance()
    return facts, margins.tobytes()


def _try_graph(header: dict[str, Any], graph: bytes, flat: bytes) -> bytes:
    from engine.bundle import onnx_scoring

    rows = np.frombuffer(flat, dtype=np.float32).reshape(-1, header["columns"])
    members, final = onnx_scoring.run(onnx_scoring.session(graph, threads=1), header["names"], header["outputs"], rows)
    return np.ascontiguousarray(np.stack([final, *members]), dtype=np.float64).tobytes()


def _limit(parts: int) -> None:
    """As many limits as the system knows: memory only on Linux, none on Windows."""
    try:
        import resource
    except ImportError:
        return
    most = _spent() + parts * CPU_SECONDS + 2
    limits = [(resource.RLIMIT_CORE, 0, 0), (resource.RLIMIT_FSIZE, 0, 0), (resource.RLIMIT_CPU, most, most)]
    if sys.platform == "linux":
        with open("/proc/self/statm", encoding="ascii") as file:
            most = int(file.read().split()[0]) * resource.getpagesize() + MEMORY
        limits.append((resource.RLIMIT_AS, most, most))
    for what, soft, hard in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (soft, hard))


def _allow() -> None:
    """Processor time for one more part: at the soft limit the signal tells why the process ended."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = _spent() + CPU_SECONDS
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _spent() -> int:
    return int(time.process_time())


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) != count:
        raise EOFError
    return data


if __name__ == "__main__":
    serve()
