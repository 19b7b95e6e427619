"""Missing libraries are installed where that is allowed, else named in one line."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Sequence
from types import ModuleType

import pytest


@pytest.fixture
def packages() -> ModuleType:
    return importlib.import_module("system_packages")


@pytest.fixture
def machine(packages: ModuleType, monkeypatch: pytest.MonkeyPatch) -> dict[str, list]:
    """A Linux machine without EGL and xcb-cursor; `ran` holds its commands, installing heals it."""
    state: dict[str, list] = {"ran": [], "missing": ["libEGL.so.1", "libxcb-cursor.so.0"]}

    def run(command: Sequence[str]) -> bool:
        state["ran"].append(list(command))
        if "install" in command:
            state["missing"] = []
        return True

    monkeypatch.setattr(packages.sys, "platform", "linux")
    monkeypatch.setattr(packages, "_loads", lambda file: file not in state["missing"])
    monkeypatch.setattr(packages, "_run", run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return state


def test_root_gets_the_missing_ones_installed(packages: ModuleType, machine: dict[str, list]) -> None:
    assert packages.provide_libraries(display=True) == []
    assert machine["ran"][0][-2:] == ["libegl1", "libxcb-cursor0"]


def test_without_a_display_the_window_s_libraries_are_not_asked_for(
    packages: ModuleType, machine: dict[str, list]
) -> None:
    assert packages.provide_libraries(display=False) == []
    assert machine["ran"][0][-1] == "libegl1"


def test_a_user_with_passwordless_sudo_uses_it(
    packages: ModuleType, machine: dict[str, list], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert packages.provide_libraries(display=True) == []
    assert machine["ran"][0] == ["sudo", "-n", "true"]
    assert machine["ran"][1][:2] == ["sudo", "-n"]


@pytest.mark.parametrize("reason", ["no sudo", "no apt-get"])
def test_a_user_without_rights_is_told_in_one_line(
    packages: ModuleType, machine: dict[str, list], reason: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    gone = {"no sudo": "sudo", "no apt-get": "apt-get"}[reason]
    monkeypatch.setattr(shutil, "which", lambda name: None if name == gone else f"/usr/bin/{name}")
    assert packages.provide_libraries(display=True) == ["libEGL.so.1", "libxcb-cursor.so.0"]
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "sudo apt-get install libegl1 libxcb-cursor0" in told
    assert not any("install" in command for command in machine["ran"])


def test_nothing_is_looked_for_on_windows_and_macos(
    packages: ModuleType, machine: dict[str, list], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages.sys, "platform", "win32")
    assert packages.provide_libraries(display=True) == []
    assert machine["ran"] == []


def test_the_real_loader_is_asked(packages: ModuleType) -> None:
    assert packages._loads("libc.so.6")
    assert not packages._loads("libthere-is-no-such-thing.so.9")
