"""The robot of the Ensemble tab."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.gui.ensemble.robot import robot  # noqa: F401 - a fixture


@pytest.fixture(autouse=True)
def _garbage_at_rest() -> Iterator[None]:
    """Collect the tabs of a test when it is over.

    Qt objects that the collector ends while another signal is being connected can wait for each other's lock for ever.
    """
    gc.disable()
    yield
    gc.enable()
    gc.collect()
