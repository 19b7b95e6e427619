"""The collector is slowed down while a stream runs, and only then."""

from __future__ import annotations

import gc

from engine.monitoring.collecting import SELDOM, seldom


def test_the_collector_has_its_own_pace_again_after_the_last_stream() -> None:
    before = gc.get_threshold()
    with seldom():
        with seldom():
            assert gc.get_threshold() == SELDOM
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before


def test_a_collector_that_is_off_stays_off() -> None:
    before = gc.get_threshold()
    gc.disable()
    try:
        with seldom():
            assert not gc.isenabled()
            assert gc.get_threshold() == before
    finally:
        gc.enable()
