"""What tests of the monitor share."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    """The loops are ready, as in a program that has been up for a while."""
    from engine.online.preparing import warm_up

    warm_up()
