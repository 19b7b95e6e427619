"""The doctor tells what is here, what is not and how to get it, quickly and without importing it."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from engine import doctor
from engine.cli import main

CONTRACT = {"GPU", "MLflow", "Redis", "PostgreSQL", "ONNX", "Dask"}


def test_every_part_of_the_contract_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    parts = json.loads(capsys.readouterr().out)["parts"]
    assert {part["name"] for part in parts} >= CONTRACT
    assert all(set(part) == {"name", "available", "version", "detail"} for part in parts)
    assert next(part for part in parts if part["name"] == "XGBoost")["version"]


def test_people_get_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["PART", "HERE", "VERSION", "DETAIL"]
    assert any(line.startswith("LightGBM") for line in lines)


def test_the_doctor_imports_none_of_what_it_tells() -> None:
    script = "import sys; from engine import doctor; doctor.examine(); print(' '.join(sys.modules))"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"xgboost", "mlflow", "dask", "redis", "psycopg", "onnx", "optuna", "numba", "PySide6"})


def test_a_part_that_is_missing_says_how_to_get_it() -> None:
    status = doctor.library("Teapot", ("no-such-distribution",), "tea")
    assert not status.available
    assert "no-such-distribution not installed" in status.detail
    assert "uv sync --extra tea" in status.detail


def test_a_library_that_is_installed_but_broken_is_found_out() -> None:
    here = doctor.PartStatus("Teapot", True, "1.0", "")
    assert doctor.proven(here, "json").available
    broken = doctor.proven(here, "no_such_module_at_all")
    assert not broken.available
    assert "does not import" in broken.detail


def test_a_server_that_listens_is_told_from_one_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{port}/0")
        assert "no Redis server answers" in doctor.redis_server()
        listener.listen()
        assert f"a server answers at 127.0.0.1:{port}" in doctor.redis_server()
        monkeypatch.setenv("PGHOST", "127.0.0.1")
        monkeypatch.setenv("PGPORT", str(port))
        assert "a server answers" in doctor.postgres_server()


def test_a_postgres_socket_counts_as_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".s.PGSQL.5433").touch()
    monkeypatch.setenv("PGHOST", str(tmp_path))
    monkeypatch.setenv("PGPORT", "5433")
    assert str(tmp_path) in doctor.postgres_server()


@pytest.mark.parametrize(("trained", "available"), [("2", True), ("", False)])
def test_a_gpu_counts_only_when_a_training_on_it_worked(
    trained: str, available: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["Card X, 580.1, 81559 MiB", trained])
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/nvidia-smi")
    monkeypatch.setattr(doctor, "_ask", lambda command, patience: next(answers))
    status = doctor.gpu()
    assert status.available is available
    assert "Card X" in status.detail


def test_no_driver_is_no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert not doctor.gpu().available


@pytest.mark.gpu
def test_the_gpu_of_this_machine_trains() -> None:
    status = doctor.gpu()
    assert status.available, status.detail
