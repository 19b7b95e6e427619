"""A producer of signals and labels for a Redis stream at a steady rate; made to cost little beside what it loads.

`python -m tests.services.producer PORT STREAM RATE SECONDS [DELAY]`: RATE signals a second, each with its label DELAY
seconds later; prints what it sent as JSON.
"""

from __future__ import annotations

import json
import random
import socket
import sys
import time
from collections import deque
from collections.abc import Sequence

WIDTH = 20
KEPT = 400_000  # entries that the stream keeps, about: twenty seconds of them
_TICK = 0.02  # seconds between packets
_SHAPES = 997  # different signals


def main(port: int, stream: str, rate: int, seconds: float, delay: float) -> None:
    """Send until the time is over, then the labels that are owed."""
    shapes = [_shape(number) for number in range(_SHAPES)]
    name = _bulk(stream)
    waiting: deque[tuple[float, int]] = deque()
    sent = labels = 0
    with socket.create_connection(("127.0.0.1", port)) as wire:
        wire.settimeout(60)
        started = time.monotonic()
        while sent < rate * seconds or waiting:
            now = time.monotonic() - started
            due = min(int(now * rate), int(rate * seconds))
            packet = [_signal(name, number, shapes) for number in range(sent, due)]
            waiting.extend((now + delay, number) for number in range(sent, due))
            sent = due
            while waiting and waiting[0][0] <= now:
                packet.append(_label(name, waiting.popleft()[1], shapes))
                labels += 1
            if packet:
                _send(wire, packet)
            time.sleep(max(0.0, _TICK - (time.monotonic() - started - now)))
    print(json.dumps({"signals": sent, "labels": labels, "seconds": time.monotonic() - started}))


def _shape(number: int) -> tuple[bytes, bytes, bytes]:
    """The features of a signal, the label when it is won or lost."""
    chance = random.Random(number)
    features = [chance.gauss(0, 1) for _ in range(WIDTH)]
    won = features[0] + chance.gauss(0, 1) > 0
    fields = b"".join(_bulk(f"x{place}") + _bulk(f"{value:.5f}") for place, value in enumerate(features))
    return fields, _bulk("1" if won else "0"), _bulk("1.5" if won else "-1")


def _signal(name: bytes, number: int, shapes: Sequence[tuple[bytes, bytes, bytes]]) -> bytes:
    head = b"*%d\r\n$4\r\nXADD\r\n" % (6 + 4 + 2 * WIDTH) + name + _bulk("MAXLEN") + _bulk("~") + _bulk(str(KEPT))
    when = _bulk(str(time.time_ns() // 1_000_000))
    return head + b"$1\r\n*\r\n" + b"$2\r\nid\r\n" + _bulk(f"s{number}") + b"$4\r\ntime\r\n" + when + shapes[
        number % _SHAPES][0]


def _label(name: bytes, number: int, shapes: Sequence[tuple[bytes, bytes, bytes]]) -> bytes:
    _, label, rr = shapes[number % _SHAPES]
    when = _bulk(str(time.time_ns() // 1_000_000))
    return (b"*11\r\n$4\r\nXADD\r\n" + name + b"$1\r\n*\r\n" + b"$2\r\nid\r\n" + _bulk(f"s{number}")
            + b"$5\r\nlabel\r\n" + label + b"$10\r\nlabel_time\r\n" + when + b"$11\r\nrealized_rr\r\n" + rr)


def _send(wire: socket.socket, packet: Sequence[bytes]) -> None:
    """Send and take the answers, each of which is one id."""
    wire.sendall(b"".join(packet))
    answers = 0
    while answers < 2 * len(packet):  # $length, id
        answers += wire.recv(1 << 20).count(b"\r\n")


def _bulk(text: str) -> bytes:
    data = text.encode()
    return b"$%d\r\n%b\r\n" % (len(data), data)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]),
         float(sys.argv[5]) if len(sys.argv) > 5 else 2.0)
