"""Threads by what is free; CatBoost's never depend on it."""

from __future__ import annotations

import pytest

from engine.models import threads


@pytest.mark.parametrize(("free", "expected"), [(16.0, 15), (7.9, 8), (3.2, 3), (0.2, 1), (0.0, 1)])
def test_threads_follow_the_free_processors(free: float, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "default_threads", lambda: 15)
    monkeypatch.setattr(threads, "free_processors", lambda: free)
    assert threads.chosen("xgboost") == expected
    assert threads.chosen("catboost") == 15


def test_free_processors_are_within_what_the_machine_has() -> None:
    assert 0 <= threads.free_processors(0.02) < 4096
