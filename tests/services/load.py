"""A monitor under load: thousands of signals a second from a real Redis, with labels; what was lost and what it cost.

`python -m tests.services.load --seconds 600 [--rate 10000] [--champion]` prints one JSON object. The monitor runs in
this process and is looked at like a window does; server and producer are processes of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from engine.data.schema import FeatureSchema
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.url import open_source
from engine.online.options import LearnerOptions
from tests.conftest import ROOT
from tests.services.producer import WIDTH
from tests.services.redis_server import RedisServer

WARM_UP = 0.25  # share of the time after which memory must be flat


def load(folder: Path, *, rate: int, seconds: float, champion: bool = False) -> dict[str, Any]:
    """Run it; every figure of the run."""
    server = RedisServer(folder / "redis", keep=False)
    schema = FeatureSchema.plain([f"x{place}" for place in range(WIDTH)])
    model: Any = _champion(schema) if champion else None
    source = open_source(f"redis://127.0.0.1:{server.port}/0?stream=signals", schema=schema, workspace=folder)
    made = Monitor(source, LearnerOptions(window=1000), champion=model, folder=folder)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    producer = subprocess.Popen(
        [sys.executable, "-m", "tests.services.producer", str(server.port), "signals", str(rate), str(seconds)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        memory, lags, latencies = [], [], []
        started, cpu = time.monotonic(), time.process_time()
        while producer.poll() is None:
            time.sleep(0.5)
            found = made.snapshot()
            memory.append(_memory())
            lags.append(found.feeds[0].lag or 0)
            latencies.append(found.latency_p99)
        assert producer.stdout is not None
        sent = json.loads(producer.stdout.read())
        ended = time.monotonic()
        patience = ended + 120
        while (found := made.snapshot()).labels < sent["labels"] and time.monotonic() < patience:
            time.sleep(0.1)
        took = time.process_time() - cpu
    finally:
        producer.kill()
        made.stop()
        thread.join(60)
        server.stop()
    warm = memory[int(len(memory) * WARM_UP):]
    third = max(len(warm) // 3, 1)
    growth = statistics.median(warm[-third:]) / statistics.median(warm[:third]) - 1
    return {
        **sent, "taken": found.events, "learnt": found.labels, "lost": sent["signals"] - found.events + sent["labels"]
        - found.labels + found.feeds[0].lost, "behind_seconds": round(time.monotonic() - ended, 2),
        "rate": round(sent["signals"] / sent["seconds"]), "most_waiting": max(lags, default=0),
        "memory_mib": [round(warm[0]), round(max(warm)), round(warm[-1])], "memory_growth": round(growth, 4),
        "latency_p99_ms": round(statistics.median(latencies), 1), "cpu_share": round(took / (ended - started), 3),
        "journal_mib": round(sum(file.stat().st_size for file in (folder / "journal").iterdir()) / 2**20),
        "load": [round(value, 1) for value in os.getloadavg()], "duplicates": found.duplicates,
    }


def _champion(schema: FeatureSchema) -> Any:
    from tests.engine.online.made import Arithmetic

    return Arithmetic(schema)


def _memory() -> float:
    """MiB that this process holds."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """Run it by the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rate", type=int, default=10_000)
    parser.add_argument("--champion", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(load(Path(folder), rate=options.rate, seconds=options.seconds, champion=options.champion)))


if __name__ == "__main__":
    main()
