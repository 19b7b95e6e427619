"""Coverage-guided fuzzing of the bundle's reader: `python -m tests.hostile.coverage [--seconds N]`.

Atheris (libFuzzer for Python) looks for bytes that make the reader do anything but read or refuse. It is used from the
environment where it is there, else put into one of its own under the system's folder for temporary files; where no
wheel of it exists for this system, that is said and the command ends with 2. Inputs that it finds are kept.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(tempfile.gettempdir()) / "alphapulse-fuzzing"
_NAME = "atheris"


def main(arguments: list[str]) -> int:
    """Fuzz, in this process where atheris is here, else in an environment of its own."""
    parser = argparse.ArgumentParser(prog="coverage", description="Coverage-guided fuzzing of the bundle's reader.")
    parser.add_argument("--seconds", type=int, default=60, help="how long")
    options = parser.parse_args(arguments)
    if importlib.util.find_spec(_NAME) is None:
        return in_own_environment(options.seconds)
    return fuzz(options.seconds)


def in_own_environment(seconds: int) -> int:
    """Install atheris beside what is installed here, and run this command there."""
    folder = KEPT / f"environment-{sys.version_info.major}.{sys.version_info.minor}"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    found = subprocess.run([python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", _NAME], check=False)
    if found.returncode:
        print(f"{_NAME} cannot be had for Python {sys.version.split()[0]} on {sys.platform}; it has wheels for Linux. "
              "The mutation lane (pytest -m slow tests/hostile/test_fuzz.py) needs nothing.", file=sys.stderr)
        return 2
    places = os.pathsep.join([str(ROOT), *(path for path in sys.path if path.endswith("site-packages"))])
    return subprocess.run([python, "-m", __spec__.name, "--seconds", str(seconds)], cwd=ROOT, check=False,
                          env={**os.environ, "PYTHONPATH": places}).returncode


def fuzz(seconds: int) -> int:
    """Feed the reader; libFuzzer ends the process, with 0 where nothing was found."""
    import atheris

    with atheris.instrument_imports(include=["engine.bundle"]):
        from engine.bundle import onnx_checks, reading, strict_json
        from engine.bundle.refusal import BundleRefused
    from tests.engine.bundle import makers
    from tests.hostile import archives

    corpus = KEPT / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    sound = archives.entries(makers.model_file("xgboost"))
    (corpus / "seed-bundle").write_bytes(b"\0" + makers.model_file("xgboost"))
    names = [name for name in sound if name.endswith(".json")]
    for place, name in enumerate(names):
        (corpus / f"seed-{place}").write_bytes(bytes([place + 1]) + sound[name])

    def one(data: bytes) -> None:
        """The first byte says what the rest is: a whole bundle, one entry in a sound one, bare JSON or a graph."""
        if not data:
            return
        kind, rest = data[0] % (len(names) + 3), data[1:]
        with contextlib.suppress(BundleRefused):
            if kind == 0:
                reading.parse(rest)
            elif kind <= len(names):
                reading.parse(archives.resealed(makers.model_file("xgboost"), {names[kind - 1]: rest})
                              if names[kind - 1] != "manifest.json" else archives.with_manifest(sound, rest))
            elif kind == len(names) + 1:
                strict_json.parse(rest, "x")
            else:
                onnx_checks.check(rest, "x")

    atheris.Setup([sys.argv[0], str(corpus), f"-max_total_time={seconds}", "-max_len=65536", "-print_final_stats=1",
                   f"-artifact_prefix={KEPT}{os.sep}", "-rss_limit_mb=4096"], one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
