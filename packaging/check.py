"""Pass the tests: `python3 packaging/check.py [--slow] [--bench] [--gpu] [--no-lint] [PYTEST ARGUMENTS]`.

Does its own set-up the first time. Rules, types and import contracts first, then pytest; every step runs even if one
before it failed, and the exit code is 0 only when all passed. A few tests of the suite that fail beside the others are
run once more alone, and named: what fails again has failed, what passes is a test to look at.

--slow   the slow lane instead of the suite        --bench   the benchmark table instead of the suite
--gpu    also the tests that need a GPU            --no-lint only pytest
"""

import sys
import time

OLDEST = (3, 11)
TESTS_FAILED = 1  # pytest's exit code; any other means that it did not come to the end
FEW = 5  # failures that a busy machine may explain; more are a fault
LINTS = {
    "rules": ["-m", "ruff", "check", "--quiet", "engine", "gui", "tests", "packaging"],
    "types": ["-m", "mypy"],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"],
}


def main(arguments: list) -> int:
    """Set up what is missing, then run every check."""
    if sys.version_info < OLDEST:
        print("The checks need Python 3.11 or newer; this one is " + sys.version.split()[0], file=sys.stderr)
        return 1
    if "-h" in arguments or "--help" in arguments:
        print(__doc__)
        return 0
    from environment import SetupError, prepare

    try:
        python = prepare(development=True, display=True)
    except SetupError as error:
        print(f"[setup] {error}", file=sys.stderr)
        return 1
    failed = [name for name, command in plan(arguments) if not passes(python, name, command)]
    if failed:
        print(f"[check] failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def plan(arguments: list) -> list:
    """The steps (name, Python arguments) that these words of the command line ask for."""
    flags = {"--slow", "--bench", "--gpu", "--no-lint"} & set(arguments)
    rest = [word for word in arguments if word not in flags]
    if "--bench" in flags:
        return [("benchmarks", ["-m", "tests.benchmarks", *rest])]
    lints = [] if flags & {"--no-lint", "--slow"} else list(LINTS.items())
    lane = ["-m", "slow"] if "--slow" in flags else ["-m", "not slow"] if "--gpu" in flags else []
    return [*lints, ("tests", ["-m", "pytest", *side_by_side(alone=bool(lane or rest)), *lane, *rest])]


def side_by_side(*, alone: bool) -> list:
    """The whole suite uses the cores, a file of tests staying in one process; lanes and named tests run alone."""
    import os

    cores = min(os.cpu_count() or 1, 4)
    return [] if alone or cores < 2 else ["-n", str(cores), "--dist", "loadfile"]


def passes(python: object, name: str, command: list) -> bool:
    """Run one step; a few tests that fail beside all the others have a second go, alone and by name."""
    code = ended(python, name, command)
    names = failed_before() if code == TESTS_FAILED and "-n" in command else []
    if not 0 < len(names) <= FEW:
        return code == 0
    print("[check] failed beside the others, once more alone:", *names, sep="\n    ", file=sys.stderr, flush=True)
    return ended(python, "those tests alone", ["-m", "pytest", *names]) == 0


def failed_before() -> list:
    """The tests that failed in the last run of pytest, as it remembers them."""
    import json

    from environment import ROOT

    try:
        return sorted(json.loads((ROOT / ".pytest_cache/v/cache/lastfailed").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []


def ended(python: object, name: str, command: list) -> int:
    """Run one step from the project's root and say how long it took; the exit code."""
    import subprocess

    from environment import ROOT, child_environment

    started = time.monotonic()
    print(f"[check] {name} ...", file=sys.stderr, flush=True)
    done = subprocess.run([str(python), *command], cwd=ROOT, env=child_environment(), check=False)
    words = "passed" if done.returncode == 0 else "FAILED"
    print(f"[check] {name} {words} in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
