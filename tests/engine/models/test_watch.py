"""When early stopping ends a fit: its own losses, and what earlier blocks of the same model lost."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.models.watch import Former, RoundWatch, no_listener

LOSSES = st.lists(st.floats(0.1, 2.0), min_size=1, max_size=30)


def ended(losses: list[float], patience: int, former: Former | None = None) -> tuple[int, int]:
    """The rounds that were made, and the best."""
    watch = RoundWatch(no_listener, patience=patience, former=former)
    for number, loss in enumerate(losses, 1):
        if watch(number, 0.5, loss):
            break
    return number, watch.best_round


def curve(losses: list[float]) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(1, len(losses) + 1), np.asarray(losses)


def test_one_lucky_round_does_not_end_a_block_where_earlier_ones_went_on() -> None:
    bowl = [0.69 + 0.001 * abs(number - 40) for number in range(1, 80)]
    lucky = [loss - 0.03 * (number == 4) - 0.002 for number, loss in enumerate(bowl, 1)]
    assert ended(lucky, 20) == (24, 4)
    assert ended(lucky, 20, Former([curve(bowl)] * 2)) == (60, 40)


@given(LOSSES, st.integers(1, 9))
def test_without_earlier_blocks_the_own_losses_decide(losses: list[float], patience: int) -> None:
    assert ended(losses, patience, Former()) == ended(losses, patience)
    assert ended(losses, 0)[1] == int(np.argmin(losses)) + 1


@given(LOSSES, st.lists(LOSSES, max_size=4))
def test_the_best_round_is_that_of_all_losses_together(losses: list[float], others: list[list[float]]) -> None:
    longer = [[*each, *each[-1:] * len(losses)][:len(losses)] for each in others]
    _, best = ended(losses, 0, Former([curve(each) for each in others]))
    together = np.sum([losses, *longer], axis=0)
    assert together[best - 1] <= together.min() + 1e-9
