"""The guarded process: loads one foreign model a request under limits, and answers with numbers, never with words.

`python -m engine.bundle.guard_child` reads requests from standard input and answers on standard output. On Linux it
forks for each request, so that the library is imported once and a model that kills, hangs or eats memory takes only
its own process along. Elsewhere each process serves one request. What a library prints goes nowhere: it may be heap.
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
COMPACT = "compact"  # the kind of a request for a compact forest
GRAPH = "onnx"  # the kind of a request for an ONNX graph
MAX_ANSWER = 64 << 20
_EXPLAINED_ROWS = 4
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
            warm(header["kind"])
            if FORKS:
                _answer_from_fork(answers, header, payloads)
            else:
                _limit()
                # A thread of C ends the process even where a library never lets Python run again.
                faulthandler.dump_traceback_later(WALL_SECONDS, exit=True, file=silence)
                _answer(answers, header, payloads)
                return


def warm(library: str) -> None:
    """Import a learning library, so that forks begin with it."""
    import importlib

    with contextlib.suppress(ImportError):
        importlib.import_module({GRAPH: "onnxruntime", COMPACT: "engine.models.compact_model"}.get(library, library))


def _answer_from_fork(answers: IO[bytes], header: dict[str, Any], payloads: list[bytes]) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _limit()
        with os.fdopen(writer, "wb") as stream:
            _answer(stream, header, payloads)
        os._exit(0)
    os.close(writer)
    reply = _collect(reader, child)
    answers.write(reply)
    answers.flush()


def _collect(reader: int, child: int) -> bytes:
    """The child's whole message, or ours about its end."""
    deadline, parts, verdict = time.monotonic() + WALL_SECONDS, [], "died"
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            verdict = "hung"
            break
        part = os.read(reader, 1 << 20)
        if not part:
            break
        parts.append(part)
    os.close(reader)
    os.kill(child, signal.SIGKILL)  # not reaped yet, so the number is still its own
    _, status = os.waitpid(child, 0)
    answer = b"".join(parts)
    if verdict == "died" and _whole(answer):  # it has ended, or was about to
        return answer
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        verdict = "hung"
    return _message({"verdict": verdict})


def _whole(answer: bytes) -> bool:
    try:
        read_message(io.BytesIO(answer))
    except (EOFError, ValueError, KeyError, TypeError):
        return False
    return True


def _message(header: dict[str, Any]) -> bytes:
    head = json.dumps({**header, "sizes": []}).encode()
    return _LENGTH.pack(len(head)) + head


def _answer(stream: IO[bytes], header: dict[str, Any], payloads: list[bytes]) -> None:
    try:
        facts, margins = _try(header, payloads)
    except MemoryError:
        write_message(stream, {"verdict": "memory"})
    except BaseException as error:  # any library may raise anything; its words stay here
        write_message(stream, {"verdict": "memory" if "bad_alloc" in str(error) else "refused"})
    else:
        write_message(stream, {"verdict": "loaded", **facts}, margins)


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
    if header["kind"] != COMPACT:
        model.contributions(rows[:_EXPLAINED_ROWS])
        model.importance()
    return facts, margins.tobytes()


def _try_graph(header: dict[str, Any], graph: bytes, flat: bytes) -> bytes:
    from engine.bundle import onnx_scoring

    rows = np.frombuffer(flat, dtype=np.float32).reshape(-1, header["columns"])
    members, final = onnx_scoring.run(onnx_scoring.session(graph, threads=1), header["names"], header["outputs"], rows)
    return np.ascontiguousarray(np.stack([final, *members]), dtype=np.float64).tobytes()


def _limit() -> None:
    """As many limits as the system knows: memory only on Linux, none on Windows."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    limits = [
        (resource.RLIMIT_CORE, 0, 0), (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CPU, seconds, seconds + 2),  # at the soft limit the signal tells why
    ]
    if sys.platform == "linux":
        with open("/proc/self/statm", encoding="ascii") as file:
            most = int(file.read().split()[0]) * resource.getpagesize() + MEMORY
        limits.append((resource.RLIMIT_AS, most, most))
    for what, soft, hard in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (soft, hard))


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) != count:
        raise EOFError
    return data


if __name__ == "__main__":
    serve()
