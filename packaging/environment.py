"""The project's own environment: `.venv` from `uv.lock`, made once, found again at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "alphapulse-setup.json"
OLDEST, TOO_NEW = (3, 11), (3, 14)


class SetupError(Exception):
    """Set-up cannot go on; the message is one line that says what to do."""


def say(words: str) -> None:
    """One line about the set-up, on standard error: standard output belongs to the program."""
    print(f"[setup] {words}", file=sys.stderr, flush=True)


def prepare(*, development: bool, display: bool) -> Path:
    """Make what is missing and return the environment's Python; nothing is done when nothing is missing."""
    stamp = read_stamp()
    if not is_current(stamp, development=development):
        synchronise(development=development or bool(stamp.get("development")))
        stamp = read_stamp()
    if not provides(stamp, display=display):
        from system_packages import provide_libraries

        missing = provide_libraries(display=display)
        write_stamp({**stamp, "libraries": [] if missing else sorted({*stamp.get("libraries", []), _level(display)})})
    return python_of(VENV)


def read_stamp() -> dict:
    """What the last set-up wrote down; empty where there was none or it was broken off."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict) -> None:
    """Write the stamp by atomic replace: a set-up that is cut off leaves none."""
    beside = STAMP.with_suffix(f".{os.getpid()}.tmp")
    beside.write_text(json.dumps(stamp), encoding="utf-8")
    os.replace(beside, STAMP)


def is_current(stamp: dict, *, development: bool) -> bool:
    """Whether `.venv` stands, came from this very lock file, and has the test tools where they are asked for."""
    return (
        stamp.get("lock") == lock_fingerprint()
        and stamp.get("root") == str(ROOT)
        and (bool(stamp.get("development")) or not development)
        and python_of(VENV).exists()
    )


def provides(stamp: dict, *, display: bool) -> bool:
    """Whether the system libraries for this use were there at the last look."""
    libraries = stamp.get("libraries", [])
    return _level(True) in libraries or _level(display) in libraries


def lock_fingerprint() -> str:
    """SHA-256 over everything that says what belongs into the environment."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "uv.lock"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment, on every system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def synchronise(*, development: bool) -> None:
    """Bring `.venv` in step with `uv.lock`, byte-compiled, and note that it is."""
    import subprocess

    from uv_tool import find_or_install_uv

    uv = find_or_install_uv(ROOT / ".setup")
    say("Installing the locked dependencies into .venv (once; some minutes on a slow line) ...")
    with contextlib.suppress(FileNotFoundError):
        STAMP.unlink()
    command = [str(uv), "sync", "--locked", "--extra", "all", "--compile-bytecode", "--quiet"]
    command += ["--python", _interpreter(), *([] if development else ["--no-dev"])]
    done = subprocess.run(command, cwd=ROOT, env=child_environment(), check=False)
    if done.returncode:
        raise SetupError("uv could not install the dependencies (see above); check the network, then start again.")
    write_stamp({"lock": lock_fingerprint(), "root": str(ROOT), "development": development, "libraries": []})
    say("The environment is ready; the next start skips all of this.")


def child_environment() -> dict[str, str]:
    """The environment for uv and for the program.

    Without compiled files every start pays for compiling the learning libraries again (10 s instead of 1 s), so the
    switch that forbids them is taken out.
    """
    environment = dict(os.environ)
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "UV_PYTHON"):
        environment.pop(name, None)
    environment["UV_PROJECT_ENVIRONMENT"] = str(VENV)
    environment.setdefault("UV_HTTP_TIMEOUT", "180")
    return environment


def become(python: Path, arguments: list[str]) -> int:
    """Go on as `python arguments`; only Windows, which cannot replace a process, comes back with its exit code."""
    command = [str(python), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(command[0], command, child_environment())
    import subprocess

    return subprocess.run(command, env=child_environment(), check=False).returncode


def _interpreter() -> str:
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return sys.executable
    return f">={OLDEST[0]}.{OLDEST[1]},<{TOO_NEW[0]}.{TOO_NEW[1]}"


def _level(display: bool) -> str:
    return "window" if display else "headless"
