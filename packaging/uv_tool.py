"""Find uv, or bring it: pip first, then a virtual environment, then Debian's packages for those two."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from environment import SetupError, python_of, say
from system_packages import install_packages

OLDEST_UV = (0, 8, 0)  # reads this lock file's format
REQUIREMENT = "uv>=0.8.4,<1"
NO_UV = (
    "uv is missing and could not be brought: check the network, or install uv, or Python's pip or venv "
    "(Debian, Ubuntu: sudo apt-get install python3-venv), then start again."
)


def find_or_install_uv(folder: Path) -> Path:
    """A uv that is new enough: the one on PATH, the one in `folder`, or a fresh one put there."""
    for candidate in (shutil.which("uv"), *_own(folder)):
        if candidate and is_usable(Path(candidate)):
            return Path(candidate)
    say("Bringing uv, the installer ...")
    return _by_pip(folder) or _by_venv(folder) or _by_packages(folder)


def is_usable(uv: Path) -> bool:
    """Whether this uv runs and is new enough to read the lock file."""
    try:
        answer = subprocess.run([str(uv), "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", answer.stdout)
    return answer.returncode == 0 and found is not None and tuple(map(int, found.groups())) >= OLDEST_UV


def _own(folder: Path) -> tuple[Path, Path]:
    name = "uv.exe" if os.name == "nt" else "uv"
    return folder / "uv" / "bin" / name, python_of(folder / "venv").with_name(name)


def _by_pip(folder: Path) -> Path | None:
    if importlib.util.find_spec("pip") is None:
        return None
    where = ["--upgrade", "--target", str(folder / "uv")]
    _quietly([sys.executable, "-m", "pip", "install", "--quiet", *where, REQUIREMENT])
    uv = _own(folder)[0]
    return uv if is_usable(uv) else None


def _by_venv(folder: Path) -> Path | None:
    if importlib.util.find_spec("ensurepip") is None:
        return None  # Debian keeps it in a package of its own
    venv = folder / "venv"
    if _quietly([sys.executable, "-m", "venv", "--clear", str(venv)]):
        _quietly([str(python_of(venv)), "-m", "pip", "install", "--quiet", REQUIREMENT])
    uv = _own(folder)[1]
    return uv if is_usable(uv) else None


def _by_packages(folder: Path) -> Path:
    if install_packages(["python3-venv"]):
        importlib.invalidate_caches()
        uv = _by_venv(folder)
        if uv is not None:
            return uv
    raise SetupError(NO_UV)


def _quietly(command: list[str]) -> bool:
    """Run a step; its words are shown only when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        say(done.stdout.strip()[-600:] or f"{command[:4]} failed")
    return done.returncode == 0
