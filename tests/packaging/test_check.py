"""A few tests that fail beside all the others have a second go alone; nothing else is forgiven."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest

SUITE = ["-m", "pytest", "-n", "2"]
ONE = ["tests/gui/test_frame.py::test_it"]


@pytest.fixture
def check() -> ModuleType:
    return importlib.import_module("check")


class Steps:
    """Answers every step with the next exit code, and remembers what was asked."""

    def __init__(self, *codes: int) -> None:
        self._codes = list(codes)
        self.asked: list[list[str]] = []

    def __call__(self, _python: object, _name: str, command: list[str]) -> int:
        self.asked.append(command)
        return self._codes.pop(0)


@pytest.mark.parametrize(
    ("codes", "names", "command", "passed", "steps"),
    [
        ((0,), [], SUITE, True, 1),
        ((1, 0), ONE, SUITE, True, 2),
        ((1, 1), ONE, SUITE, False, 2),
        ((1,), ONE * 6, SUITE, False, 1),
        ((1,), [], SUITE, False, 1),
        ((2,), ONE, SUITE, False, 1),
        ((1,), ONE, ["-m", "mypy"], False, 1),
        ((1,), ONE, ["-m", "pytest", "tests/gui"], False, 1),
    ],
    ids=["passed", "passed alone", "failed again", "too many", "none remembered", "broken off", "no test", "by name"],
)
def test_only_a_few_failures_of_the_whole_suite_have_a_second_go(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, codes: tuple[int, ...], names: list[str], command: list[str],
    passed: bool, steps: int,
) -> None:
    run = Steps(*codes)
    monkeypatch.setattr(check, "ended", run)
    monkeypatch.setattr(check, "failed_before", lambda: names)
    assert check.passes(None, "tests", command) is passed
    assert len(run.asked) == steps
    assert run.asked[1:] == [["-m", "pytest", *names]] * (steps - 1)
