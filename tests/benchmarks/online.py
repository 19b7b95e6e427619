"""Online learning beside River on the same stream with identical numbers, Vowpal Wabbit's driver, and MOA.

River is here; the others are put into an environment of the benchmark's own (`uv venv`), and where they cannot be had
the table says so. CPU seconds, interleaved.
"""

from __future__ import annotations

import functools
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.measuring import Row

FEATURES, ROWS, BY_RIVER = 20, 300_000, 10_000
LIVE, PULL_BAR = 60_000, 5.0  # signals, milliseconds
LEARNER_BAR, MONITOR_BAR, DRIVER_BAR, BULK, ONE_ROW_BAR = 80.0, 25.0, 10.0, 1_000_000, 30e-6


def rows(*, repeats: int) -> list[Row]:
    """The bars of the online learner."""
    stream = _stream(ROWS)
    turns = max(repeats, 3)
    return [_learner(stream, turns), _monitor(stream, turns), _bulk(max(turns // 2, 2)), _one_row(stream),
            _live(max(turns // 2, 2)), *_elsewhere(stream)]


def _stream(rows: int) -> tuple[Any, Any]:
    random = np.random.default_rng(1)
    matrix = random.normal(size=(rows, FEATURES))
    return matrix, (random.random(rows) < 1 / (1 + np.exp(-0.8 * matrix[:, 0]))).astype(np.int8)


def _events(label: Any) -> Any:
    from engine.online.kernels import LABEL, SIGNAL
    from engine.online.prequential import Events

    n = len(label)
    op = np.tile(np.asarray([SIGNAL, LABEL], dtype=np.int8), n)
    return Events(op, np.repeat(np.arange(n), 2), np.repeat(label, 2), np.repeat(np.arange(n), 2))


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _rates(ours: Callable[[], object], theirs: Callable[[], object], rows: int, turns: int) -> tuple[float, float]:
    """Rows a CPU second of both, medians of interleaved turns."""
    ours()
    taken = [(_cpu(ours), _cpu(theirs)) for _ in range(turns)]
    return rows / statistics.median(a for a, _ in taken), BY_RIVER / statistics.median(b for _, b in taken)


def _learner(stream: tuple[Any, Any], turns: int) -> Row:
    from engine.online.linear import LinearModel, rates_of
    from engine.online.options import LearnerOptions
    from engine.online.preparing import warm_up

    warm_up()
    matrix, label = stream
    events, weight, said = _events(label), np.ones(len(label)), np.empty(len(label))
    rates = rates_of(LearnerOptions())
    river_said: list[float] = []

    def ours() -> None:
        LinearModel(FEATURES, rates).run(*events, matrix, weight, said)

    def theirs() -> None:
        river_said[:] = _river(label)

    _given()
    fast, slow = _rates(ours, theirs, len(label), turns)
    apart = float(np.abs(said[:BY_RIVER] - np.asarray(river_said)).max())
    ratio = fast / slow
    return Row(f"Test, then train: {FEATURES} features, each event", f"{fast:,.0f} events/s", f"River {slow:,.0f}",
               f"{ratio:.0f}x, predictions within {apart:.0e}", f"{LEARNER_BAR:.0f}x",
               ratio >= LEARNER_BAR and apart < 1e-9)


def _river_model() -> Any:
    from river import linear_model, optim, preprocessing

    return preprocessing.StandardScaler() | linear_model.LogisticRegression(optim.SGD(0.001))


@functools.cache
def _given() -> list[dict[str, float]]:
    """What River is fed, made outside its time."""
    return _mappings(_stream(ROWS)[0])


def _mappings(matrix: Any) -> list[dict[str, float]]:
    names = [f"x{k}" for k in range(FEATURES)]
    return [dict(zip(names, row, strict=True)) for row in matrix[:BY_RIVER].tolist()]


def _river(label: Any) -> list[float]:
    model, said = _river_model(), []
    for row, won in zip(_given(), label[:BY_RIVER].astype(bool).tolist(), strict=True):
        said.append(model.predict_proba_one(row)[True])
        model.learn_one(row, won)
    return said


def _core_run(matrix: Any, label: Any, batch: Any = None) -> Any:
    from engine.online.options import Detector, LearnerOptions
    from engine.online.prequential import Prequential, Signals

    core = Prequential([f"x{k}" for k in range(FEATURES)], LearnerOptions(detector=Detector.ADWIN),
                      champion=batch is not None)
    signals = Signals.empty(len(label), 0)._replace(features=matrix)
    if batch is not None:
        signals.scores.batch[:] = batch
    events, stride = _events(label), max(len(label) // 20_000, 1)
    for start in range(0, len(events.op), 8192):
        core.run(events.part(start, start + 8192), signals, stride=stride)
    return core


def _monitor(stream: tuple[Any, Any], turns: int) -> Row:
    """With rolling accuracy and exact rolling AUC after every label and ADWIN; River's AUC is asked every 100th."""
    from river import drift, metrics, utils

    matrix, label = stream

    def theirs() -> None:
        model, accuracy = _river_model(), utils.Rolling(metrics.Accuracy, window_size=1000)
        auc, adwin = metrics.RollingROCAUC(window_size=1000), drift.ADWIN()
        for place, (row, won) in enumerate(zip(_given(), label[:BY_RIVER].astype(bool).tolist(), strict=True)):
            said = model.predict_proba_one(row)[True]
            accuracy.update(won, said > 0.5)
            auc.update(won, {True: said, False: 1 - said})
            adwin.update(float((said > 0.5) != won))
            if not place % 100:
                auc.get()
            model.learn_one(row, won)

    fast, slow = _rates(lambda: _core_run(matrix, label), theirs, len(label), turns)
    ratio = fast / slow
    return Row("The same with rolling accuracy, exact rolling AUC and ADWIN (ours on errors and on log loss)",
               f"{fast:,.0f} events/s", f"River {slow:,.0f}", f"{ratio:.0f}x", f"{MONITOR_BAR:.0f}x",
               ratio >= MONITOR_BAR)


def _bulk(turns: int) -> Row:
    matrix, label = _stream(BULK)
    batch = np.random.default_rng(2).random(BULK)
    taken = statistics.median(_cpu(lambda: _core_run(matrix, label, batch)) for _ in range(turns))
    return Row(f"{BULK:,} events beside a champion, blend and book included", f"{taken:.2f} CPU s", "",
               f"{BULK / taken:,.0f} events/s", "about 1 s", taken <= 1.3)


def _one_row(stream: tuple[Any, Any]) -> Row:
    from engine.online.learner import OnlineLearner

    learner = OnlineLearner()
    matrix, label = stream
    learner.learn_rows(matrix[:2000], label[:2000])
    given, taken = _mappings(matrix)[:5000], []
    learner.predict_rows(given[0])
    model, rows = learner.model, matrix[:5000]
    for row in rows:
        started = time.perf_counter()
        model.predict(row)
        taken.append(time.perf_counter() - started)
    p50, p99 = np.percentile(taken, (50, 99))
    return Row("One online prediction", f"p50 {p50 * 1e6:.1f} us, p99 {p99 * 1e6:.1f} us", "", "", "p99 under 30 us",
               bool(p99 < ONE_ROW_BAR))


def _live(turns: int) -> Row:
    """A monitor at full speed, each commit on disk, while someone pulls snapshots 20 times a second."""
    from engine.data.schema import FeatureSchema
    from engine.data.table import SignalTable
    from engine.records import Roles

    random, matrix = np.random.default_rng(5), _stream(LIVE)[0].astype(np.float32)
    time_ = (np.arange(LIVE) + 1_000_000) * 10**9
    table = SignalTable(
        schema=FeatureSchema.plain([f"x{k}" for k in range(FEATURES)]), matrix=matrix,
        label=(random.random(LIVE) < 0.4).astype(np.int8), time=time_,
        label_time=time_ + random.integers(1, 60, LIVE) * 10**9, realized_rr=None, ids=None, row=np.arange(LIVE),
        roles=Roles(label="y", time="t", label_time="lt"), source="made", fingerprint="made",
    )
    runs = [_watched(table) for _ in range(turns)]
    wall, cpu = (statistics.median(run[place] for run in runs) for place in (0, 1))
    p50, p99 = np.percentile(np.concatenate([run[2] for run in runs]), (50, 99)) * 1e3
    own = np.percentile(np.concatenate([run[3] for run in runs]), 99) * 1e3
    return Row("A monitor with its journal at full speed, signals and labels on disk and in the event log",
               f"{LIVE / wall:,.0f} signals/s, {LIVE / cpu:,.0f} a CPU second", "",
               f"pulling a snapshot meanwhile p50 {p50:.1f} ms, p99 {p99:.1f} ms ({own:.1f} ms of its own)",
               f"p99 under {PULL_BAR:.0f} ms",
               bool(p99 < PULL_BAR))


def _watched(table: Any) -> tuple[float, float, list[float], list[float]]:
    """Wall and processor seconds of one run, and those that each snapshot took."""
    from engine.monitoring.monitor import Monitor
    from engine.monitoring.sources.file import FileSource

    with tempfile.TemporaryDirectory() as folder:
        monitor = Monitor(FileSource(table, words="made"), folder=Path(folder))
        thread = threading.Thread(target=monitor.run)
        started, cpu, taken, own = time.perf_counter(), time.process_time(), [], []
        thread.start()
        while thread.is_alive():
            before, mine = time.perf_counter(), time.thread_time()
            monitor.snapshot()
            taken.append(time.perf_counter() - before)
            own.append(time.thread_time() - mine)
            thread.join(0.05)
        return time.perf_counter() - started, time.process_time() - cpu, taken, own


# --- others, in an environment of their own ---------------------------------------------------------------------------


def _elsewhere(stream: tuple[Any, Any]) -> list[Row]:
    """The learner's own work, as theirs: test, then train, on rows in memory; they read a text file on the way."""
    from engine.online.linear import LinearModel, rates_of
    from engine.online.options import LearnerOptions

    matrix, label = stream
    events, weight, said = _events(label), np.ones(len(label)), np.empty(len(label))
    rates = rates_of(LearnerOptions())
    fast = len(label) / statistics.median(
        _cpu(lambda: LinearModel(FEATURES, rates).run(*events, matrix, weight, said)) for _ in range(3))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = _environment(folder)
        return [_wabbit(folder, python, stream, fast), _moa(folder, python, stream, fast)]


def _environment(folder: Path) -> Path | None:
    uv = shutil.which("uv")
    if uv is None or subprocess.run([uv, "venv", "-q", "--python", sys.executable, str(folder / "own")],
                                    check=False).returncode:
        return None
    return folder / "own" / "bin" / "python"


def _install(python: Path | None, *words: str) -> bool:
    uv = shutil.which("uv")
    return python is not None and uv is not None and not subprocess.run(
        [uv, "pip", "install", "-q", "--python", str(python), *words], check=False, timeout=300).returncode


def _wabbit(folder: Path, python: Path | None, stream: tuple[Any, Any], fast: float) -> Row:
    """Its driver over a text file, progressive validation; what it reads is not counted to ours."""
    what = "Beside Vowpal Wabbit's driver on a file"
    if python is None or not _install(python, "vowpalwabbit"):
        return Row(what, f"{fast:,.0f} events/s", "could not be had", "", f"{DRIVER_BAR:.0f}x")
    matrix, label = stream
    file = folder / "stream.vw"
    with file.open("w") as out:
        for row, won in zip(matrix[:100_000].tolist(), label[:100_000].tolist(), strict=True):
            out.write(f"{1 if won else -1} | " + " ".join(f"x{k}:{value:.6g}" for k, value in enumerate(row)) + "\n")
    code = ("import sys, time, vowpalwabbit\nstarted = time.process_time()\n"
            "vowpalwabbit.Workspace(f'-d {sys.argv[1]} --loss_function logistic --quiet').finish()\n"
            "print(time.process_time() - started)")
    taken = [float(subprocess.run([str(python), "-c", code, str(file)], capture_output=True, text=True,
                                  check=True).stdout) for _ in range(3)]
    slow = 100_000 / statistics.median(taken)
    return Row(what, f"{fast:,.0f} events/s in memory", f"{slow:,.0f}", f"{fast / slow:.1f}x", f"{DRIVER_BAR:.0f}x",
               fast / slow >= DRIVER_BAR)


def _moa(folder: Path, python: Path | None, stream: tuple[Any, Any], fast: float) -> Row:
    """MOA's SGD with log loss from the jar in CapyMOA's wheel; CapyMOA itself wants torch."""
    what = "Beside MOA's logistic regression"
    missing = Row(what, f"{fast:,.0f} events/s", "could not be had", "", "ahead")
    java = shutil.which("java")
    if java is None or python is None or not _install(python, "--no-deps", "capymoa"):
        return missing
    jars = sorted(python.parent.parent.rglob("moa*.jar"))
    if not jars:
        return missing
    matrix, label = stream
    file = folder / "stream.arff"
    head = "@relation s\n" + "".join(f"@attribute x{k} numeric\n" for k in range(FEATURES))
    with file.open("w") as out:
        out.write(head + "@attribute win {0,1}\n@data\n")
        for row, won in zip(matrix[:100_000].tolist(), label[:100_000].tolist(), strict=True):
            out.write(",".join(f"{value:.6g}" for value in row) + f",{won}\n")
    task = (f"EvaluatePrequential -l (functions.SGD -o LOGLOSS) -s (ArffFileStream -f {file}) "
            "-e BasicClassificationPerformanceEvaluator -f 100000")
    done = subprocess.run([java, "-cp", str(jars[0]), "moa.DoTask", task], capture_output=True, text=True, check=False,
                          timeout=300)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("100000", "100000.0"))]
    if not lines:
        return missing
    slow = 100_000 / float(lines[-1].split(",")[1])
    return Row(what, f"{fast:,.0f} events/s in memory", f"{slow:,.0f}", f"{fast / slow:.1f}x", "ahead", fast > slow)
