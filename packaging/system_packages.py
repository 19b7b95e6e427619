"""System libraries that Qt and LightGBM load: looked for, installed where that is allowed, else named in one line."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from environment import say

# Library file -> Debian's package. Found by adding packages one at a time to a bare Debian 12 until a window came up.
HEADLESS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgomp.so.1": "libgomp1",  # LightGBM's wheel links the system's
}
WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}


def provide_libraries(*, display: bool) -> list[str]:
    """Install the libraries that are missing; what still is, is said in one line and returned."""
    if not sys.platform.startswith("linux"):
        return []
    missing = missing_libraries(display=display)
    if missing and install_packages([package for _, package in missing]):
        missing = missing_libraries(display=display)
    if missing:
        names = " ".join(package for _, package in missing)
        files = ", ".join(file for file, _ in missing)
        say(f"Missing system libraries: {files}. Debian, Ubuntu: sudo apt-get install {names}")
    return [file for file, _ in missing]


def missing_libraries(*, display: bool) -> list[tuple[str, str]]:
    """(file, package) of each library that the loader does not find."""
    wanted = {**HEADLESS, **(WINDOW if display else {})}
    return [(file, package) for file, package in wanted.items() if not _loads(file)]


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages where apt-get is there and may be used without asking; whether that worked."""
    prefix = _administrator()
    if prefix is None or not packages:
        return False
    say(f"Installing {' '.join(packages)} with apt-get ...")
    install = [*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    return _run(install) or (_run([*prefix, "apt-get", "update", "-q"]) and _run(install))


def _administrator() -> list[str] | None:
    """What to put before a command that changes the system; None where that is not allowed."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def _run(command: Sequence[str]) -> bool:
    silence = subprocess.DEVNULL
    return subprocess.run(command, stdin=silence, stdout=silence, stderr=silence, check=False).returncode == 0


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
