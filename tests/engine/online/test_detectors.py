"""Our HDDM_A, Page-Hinkley and DDM against River's, alarm by alarm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from river import drift

from engine.online import detectors, loops

PASSES: dict[str, tuple[Callable[[], Any], tuple[float, ...]]] = {
    "hddm_pass": (lambda: drift.binary.HDDMA(drift_confidence=3e-4), (3e-4,)),
    "page_hinkley_pass": (lambda: drift.PageHinkley(delta=0.15, threshold=20.0), (0.15, 20.0)),
    "ddm_pass": (lambda: drift.binary.DDM(), (3.0,)),
}


def _series(seed: int, rows: int = 4000) -> np.ndarray:
    rng = np.random.default_rng(seed)
    level = 0.3 + 0.3 * ((np.arange(rows) // int(rng.integers(300, 1500))) % 2)
    return (rng.random(rows) < level).astype(float) if seed % 2 else np.clip(rng.normal(level, 0.2), 0.0, 1.0)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", PASSES)
def test_every_alarm_is_rivers_and_the_compiled_pass_gives_the_same_bits(name: str, seed: int) -> None:
    build, how = PASSES[name]
    values, river, expected = _series(seed), build(), []
    for place, value in enumerate(values.tolist()):
        river.update(value)
        if river.drift_detected:
            expected.append(place)
    states = detectors.fresh(), detectors.fresh()
    alarms = np.empty((2, len(values)), dtype=np.int64)
    counts = [getattr(kind, name)(values, state, *how, found)
              for kind, state, found in zip((loops.plain(), loops.compiled()), states, alarms, strict=True)]
    assert alarms[0, : counts[0]].tolist() == expected
    assert alarms[1, : counts[1]].tolist() == expected
    np.testing.assert_array_equal(*states)
    if name != "ddm_pass":
        assert expected, "there is something to find"


@pytest.mark.parametrize("name", PASSES)
def test_gaps_are_passed_over(name: str) -> None:
    values, how = _series(2), PASSES[name][1]
    gappy = np.repeat(values, 2)
    gappy[1::2] = np.nan
    plain, gaps = detectors.fresh(), detectors.fresh()
    alarms, again = np.empty(len(values), dtype=np.int64), np.empty(len(gappy), dtype=np.int64)
    found = getattr(loops.compiled(), name)(values, plain, *how, alarms)
    assert getattr(loops.compiled(), name)(gappy, gaps, *how, again) == found
    np.testing.assert_array_equal(again[:found], 2 * alarms[:found])
