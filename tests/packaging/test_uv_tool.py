"""uv is found where it is, brought where it is not, and refused in one line where it cannot be."""

from __future__ import annotations

import importlib
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def tool() -> ModuleType:
    return importlib.import_module("uv_tool")


def fake_uv(path: Path, version: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho 'uv {version}'\n")
    path.chmod(0o755)
    return path


def test_a_uv_on_the_path_is_taken(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uv = fake_uv(tmp_path / "bin" / "uv", "0.9.1 (abc)")
    monkeypatch.setenv("PATH", f"{uv.parent}:/usr/bin:/bin")
    assert tool.find_or_install_uv(tmp_path / "setup") == uv


def test_an_old_or_broken_uv_is_passed_over_for_the_own_one(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = fake_uv(tmp_path / "bin" / "uv", "0.4.30")
    own = fake_uv(tmp_path / "setup" / "uv" / "bin" / "uv", "0.13.9")
    monkeypatch.setenv("PATH", f"{old.parent}:/usr/bin:/bin")
    assert tool.find_or_install_uv(tmp_path / "setup") == own
    assert not tool.is_usable(tmp_path / "nothing")
    assert not tool.is_usable(fake_uv(tmp_path / "silent", ""))
    assert not tool.is_usable(old)


def test_pip_puts_uv_into_the_own_folder(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pip(command: list[str]) -> bool:
        folder = Path(command[command.index("--target") + 1])
        fake_uv(folder / "bin" / "uv", "0.9.0")
        return True

    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(tool.importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(tool, "_quietly", pip)
    assert tool.find_or_install_uv(tmp_path) == tmp_path / "uv" / "bin" / "uv"


def test_without_pip_venv_and_rights_one_line_says_what_to_do(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(tool.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(tool, "install_packages", lambda names: False)
    with pytest.raises(importlib.import_module("environment").SetupError) as refused:
        tool.find_or_install_uv(tmp_path)
    assert "\n" not in str(refused.value)
    assert "python3-venv" in str(refused.value)


def test_a_step_that_fails_is_shown(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert not tool._quietly(["sh", "-c", "echo no such thing; exit 3"])
    assert "no such thing" in capsys.readouterr().err
    assert tool._quietly(["true"])
    assert subprocess.run(["true"], check=False).returncode == 0
