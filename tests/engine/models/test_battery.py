"""Every adapter passes every check of the battery, but for those that it names in `skips`."""

from __future__ import annotations

import pytest

from engine.models import LIBRARIES, library
from tests.engine.models.battery import CHECKS


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("check", CHECKS)
def test_battery(name: str, check: str, capfd: pytest.CaptureFixture[str]) -> None:
    adapter = library(name)
    if check in adapter.skips:
        pytest.skip(f"{adapter.title}: {adapter.skips[check]}")
    CHECKS[check](adapter)
    assert capfd.readouterr().out == "", "standard output belongs to the command line's JSON"


@pytest.mark.parametrize("name", LIBRARIES)
def test_skips_name_checks_that_exist_and_give_a_reason(name: str) -> None:
    skips = library(name).skips
    assert set(skips) <= set(CHECKS)
    assert all(skips.values())
