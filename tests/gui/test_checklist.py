"""Every point of the checklist has its proof, and every proof is there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.gui.checklist import POINTS

TESTS = Path(__file__).resolve().parents[1]
README = TESTS.parent / "README.md"


@cache
def names(file: str) -> frozenset[str]:
    """The tests of a file."""
    text = (TESTS / file).read_text(encoding="utf-8") if (TESTS / file).exists() else ""
    return frozenset(re.findall(r"^\s*(?:async )?def (test_\w+)", text, re.MULTILINE))


def waiting() -> frozenset[int]:
    """The numbers in the README's row of points that may wait."""
    row = re.search(r"^\| Points that may wait: ([\d, ]+)", README.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(int(number) for number in row.group(1).split(",")) if row else frozenset()


def test_all_66_points_are_listed() -> None:
    assert list(POINTS) == list(range(1, 67))


@pytest.mark.parametrize("number", POINTS)
def test_a_point_is_proved_or_said_to_wait(number: int) -> None:
    point = POINTS[number]
    gone = [test for test in point.tests if test.partition("::")[2] not in names(test.partition("::")[0])]
    assert not gone, f"{point.owed}: these tests are gone"
    assert point.tests or number in waiting(), f"{point.owed}: no test proves it, and the README does not say it waits"
    assert not (point.tests and number in waiting()), f"{point.owed}: it is proved; take it off the README's list"
