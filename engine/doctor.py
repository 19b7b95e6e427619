"""Which parts are here and working, told without importing any of them."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_PATIENCE = 0.3  # seconds for a server to take a connection
_GPU_PATIENCE = 60.0  # seconds for a first training on a GPU, which compiles its kernels

# Part -> (distributions that it needs, the first one's version is shown; module to import; extra that brings it)
_LIBRARIES: Mapping[str, tuple[tuple[str, ...], str, str]] = {
    "Qt": (("pyside6-essentials", "pyqtgraph", "qasync"), "PySide6.QtWidgets", ""),
    "XGBoost": (("xgboost",), "xgboost", ""),
    "LightGBM": (("lightgbm",), "lightgbm", ""),
    "CatBoost": (("catboost",), "catboost", ""),
    "River": (("river",), "river.linear_model", ""),
    "scikit-learn": (("scikit-learn",), "sklearn.linear_model", ""),
    "numba": (("numba",), "numba", ""),
    "Arrow": (("pyarrow",), "pyarrow.parquet", ""),
    "Optuna": (("optuna",), "optuna", "tuning"),
    "MLflow": (("mlflow",), "mlflow", "mlflow"),
    "Redis": (("redis",), "redis", "redis"),
    "PostgreSQL": (("psycopg", "adbc-driver-postgresql"), "psycopg", "postgres"),
    "ONNX": (("onnxruntime", "onnx", "onnxmltools", "skl2onnx"), "onnxruntime", "onnx"),
    "Dask": (("dask", "distributed"), "distributed", "dask"),
    "Signing": (("cryptography", "keyring"), "cryptography", "signing"),
}
_GPU_TRIAL = """
import numpy, xgboost
rows = numpy.random.default_rng(0).normal(size=(256, 4)).astype("float32")
data = xgboost.QuantileDMatrix(rows, rows[:, 0] > 0)
booster = xgboost.train({"device": "cuda", "objective": "binary:logistic", "verbosity": 0}, data, 2)
print(booster.num_boosted_rounds())
"""


@dataclass(frozen=True, slots=True)
class PartStatus:
    """One part: whether it is here and works, its version, and one sentence."""

    name: str
    available: bool
    version: str
    detail: str


def examine(*, thorough: bool = False) -> tuple[PartStatus, ...]:
    """Every part, in a fixed order; `thorough` imports each library in a child process of its own."""
    parts = [PartStatus("Python", True, platform.python_version(), sys.executable), gpu()]
    for name, (distributions, module, extra) in _LIBRARIES.items():
        status = library(name, distributions, extra)
        parts.append(proven(status, module) if thorough and status.available else status)
    parts += live_sources(parts)
    return tuple(parts)


def live_sources(parts: Sequence[PartStatus]) -> list[PartStatus]:
    """What a monitor can watch beside Redis and PostgreSQL, and where passwords may come from."""
    from engine.monitoring.sources.secret import keyring_words

    postgres = next(part for part in parts if part.name == "PostgreSQL")
    kept, words = keyring_words()
    hypertables = "hypertables are read as tables" if postgres.available else "needs PostgreSQL's client"
    return [
        PartStatus("TimescaleDB", postgres.available, postgres.version, f"{hypertables}; compressed chunks too"),
        PartStatus("Live files", True, "", "tail:// and folder:// need nothing else"),
        PartStatus("Simulator", True, "", "simulate:// makes signals and labels up, no server needed"),
        PartStatus("Keyring", kept, _version("keyring"), words),
    ]


def source(url: str, ask: Callable[[str], str] | None = None) -> PartStatus:
    """One source by its address: whether it answers and what would be read; nothing is taken from it."""
    from engine.monitoring.sources.probing import probe
    from engine.monitoring.sources.secret import scrub

    found = probe(url, ask=ask)
    return PartStatus(scrub(url), found.works, "", " ".join(part for part in (found.words, *found.facts, found.remedy)
                                                            if part))


def journals(folder: Path) -> list[PartStatus]:
    """How much room what monitors noted takes, and whether the disk lasts."""
    from engine.monitoring.room import rooms

    less = "; keep less of it in the monitor"
    return [PartStatus(f"journal {file.stem}", room.days is None, "", f"{room.words}{less if room.days else ''}")
            for file, room in rooms(folder).items()]


def library(name: str, distributions: tuple[str, ...], extra: str) -> PartStatus:
    """A library by its installed metadata; a part with a server also tells whether one answers."""
    versions = {one: _version(one) for one in distributions}
    missing = [one for one, version in versions.items() if not version]
    if missing:
        how = f"uv sync --extra {extra}" if extra else "uv sync"
        return PartStatus(name, False, "", f"{', '.join(missing)} not installed; install with: {how}")
    others = ", ".join(f"{one} {version}" for one, version in list(versions.items())[1:])
    detail = _SERVERS[name]() if name in _SERVERS else others
    return PartStatus(name, True, versions[distributions[0]], detail)


def proven(status: PartStatus, module: str) -> PartStatus:
    """The same part after its module was imported in a child process."""
    child = [sys.executable, "-c", f"import {module}"]
    done = subprocess.run(child, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode == 0:
        return PartStatus(status.name, True, status.version, status.detail or "imports")
    reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
    return PartStatus(status.name, False, status.version, f"installed, but does not import: {reason[:200]}")


def gpu() -> PartStatus:
    """The first NVIDIA GPU, named by its driver and proven by a small training in a child process."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return PartStatus("GPU", False, "", "no NVIDIA driver found; training runs on the processor")
    query = [tool, "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"]
    answer = _ask(query, 10.0)
    if not answer:
        return PartStatus("GPU", False, "", "nvidia-smi finds no GPU; training runs on the processor")
    name, version, memory = [*(word.strip() for word in answer.splitlines()[0].split(",")), "", ""][:3]
    if _ask([sys.executable, "-c", _GPU_TRIAL], _GPU_PATIENCE):
        return PartStatus("GPU", True, version, f"{name}, {memory}; XGBoost trained on it")
    return PartStatus("GPU", False, version, f"{name} is here, but XGBoost could not train on it")


def redis_server() -> str:
    """Whether a Redis server answers at `REDIS_URL` or the usual place."""
    url = urlsplit(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"))
    return _answer_words("Redis", (url.hostname or "127.0.0.1", url.port or 6379))


def postgres_server() -> str:
    """Whether a PostgreSQL server takes connections at `PGHOST`, `PGPORT` or the usual places."""
    host, port = os.environ.get("PGHOST", ""), int(os.environ.get("PGPORT") or 5432)
    folder = Path(host if host.startswith("/") else "/var/run/postgresql")
    if (not host or host.startswith("/")) and (folder / f".s.PGSQL.{port}").exists():
        return f"a server answers at {folder}"
    return _answer_words("PostgreSQL", (host if host and not host.startswith("/") else "127.0.0.1", port))


_SERVERS: Mapping[str, Callable[[], str]] = {"Redis": redis_server, "PostgreSQL": postgres_server}


def _answer_words(name: str, address: tuple[str, int]) -> str:
    where = f"{address[0]}:{address[1]}"
    try:
        socket.create_connection(address, _PATIENCE).close()
    except OSError:
        return f"client installed; no {name} server answers at {where}"
    return f"a server answers at {where}"


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _ask(command: list[str], patience: float) -> str:
    """What a child process printed; empty when it failed, hung or is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
