"""Our ADWIN against River's, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from engine.online import adwin, loops


def _series(seed: int, rows: int = 5000) -> np.ndarray:
    rng = np.random.default_rng(seed)
    level = (np.arange(rows) // int(rng.integers(300, 2500))) % 2 * rng.choice([0.0, 0.1, 0.5, 1.0])
    values = rng.normal(size=rows) * rng.choice([0.1, 0.5, 1.0]) + level
    return (values > 0.3).astype(float) if seed % 3 == 0 else values


@pytest.mark.parametrize("seed", range(8))
def test_every_alarm_and_every_sum_is_rivers(seed: int) -> None:
    from river import drift

    river, ours = drift.ADWIN(), adwin.fresh()
    for value in _series(seed).tolist():
        river.update(value)
        assert adwin.update(ours, value) == river.drift_detected
        if river.drift_detected:
            adwin.empty(ours)
        else:
            assert (river.width, river.total, river.variance) == (ours.counts[adwin.WIDTH], *ours.sums)


def test_the_compiled_pass_gives_the_same_bits_and_passes_gaps_over() -> None:
    values = np.concatenate([_series(seed) for seed in (1, 2, 4)])
    plain, compiled = adwin.fresh(), adwin.fresh()
    alarms, again = np.empty(len(values), dtype=np.int64), np.empty(2 * len(values), dtype=np.int64)
    found = adwin.adwin_pass(values, plain, alarms)
    gappy = np.repeat(values, 2)
    gappy[1::2] = np.nan
    assert loops.compiled().adwin_pass(gappy, compiled, again) == found > 0
    assert (again[:found] == 2 * alarms[:found]).all()
    for mine, theirs in zip(plain, compiled, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_its_memory_does_not_grow_with_the_stream() -> None:
    window = adwin.fresh()
    loops.compiled().adwin_pass(np.zeros(2_000_000), window, np.empty(10, dtype=np.int64))
    assert window.counts[adwin.WIDTH] == 2_000_000
    assert window.counts[adwin.DEPTH] < 24
