"""Rolling figures against plain recomputation, with ties, gaps and any cut into chunks."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.online import book, loops, mixing
from engine.online.book import TRACK
from engine.online.kernels import LABEL, SIGNAL
from engine.online.options import Blending, LearnerOptions
from engine.online.prequential import Events, Prequential, Signals, fresh_book
from tests.engine.online.made import make_table

COLUMN = {name: place for place, name in enumerate(TRACK)}


def _auc(label: np.ndarray, score: np.ndarray) -> float:
    won, lost = (score[(label == each) & ~np.isnan(score)] for each in (1, 0))
    above = (won[:, None] > lost).sum() + 0.5 * (won[:, None] == lost).sum()
    return above / (len(won) * len(lost)) if len(won) and len(lost) else math.nan


def _chunk(label: np.ndarray) -> Events:
    rows = len(label)
    op = np.tile(np.asarray([SIGNAL, LABEL], dtype=np.int8), rows)
    return Events(op, np.repeat(np.arange(rows), 2), np.repeat(label, 2), np.repeat(np.arange(rows), 2))


def _track(label: np.ndarray, batch: np.ndarray, online: np.ndarray, window: int, run: object = None,
           blending: Blending = Blending.FIXED) -> np.ndarray:
    options = LearnerOptions(window=window, blending=blending)
    core = Prequential(("x",), options, champion=True)
    signals = Signals.empty(len(label), 1)
    signals.scores.batch[:], signals.scores.online[:] = batch, online
    track, said = np.empty((len(label), len(TRACK))), np.empty((len(label), 2))
    events = _chunk(label)
    (run or loops.compiled()).book_pass(*events, signals.scores, core.book, core.mixing, 1, track, said)  # type: ignore[attr-defined]
    return track


def _stream(seed: int, rows: int = 400) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    batch = np.round(rng.random(rows), 1)  # many ties
    batch[rng.random(rows) < 0.1] = np.nan
    return (rng.random(rows) < 0.4).astype(np.int8), batch, np.round(rng.random(rows), 2)


def test_rolling_auc_is_exact_with_ties_and_gaps() -> None:
    label, batch, online = _stream(1)
    track = _track(label, batch, online, 60)
    for place in range(0, 400, 7):
        last = slice(max(0, place - 59), place + 1)
        for name, score in (("auc_batch", batch), ("auc_online", online)):
            expected = _auc(label[last], score[last])
            np.testing.assert_allclose(track[place, COLUMN[name]], expected, atol=1e-12, equal_nan=True)


def test_rolling_accuracy_and_log_loss_are_those_of_the_window() -> None:
    label, batch, online = _stream(2)
    track = _track(label, batch, online, 60)
    for place in range(0, 400, 11):
        last = slice(max(0, place - 59), place + 1)
        there = ~np.isnan(batch[last])
        said, won = batch[last][there], label[last][there]
        loss = -np.log(np.maximum(np.where(won == 1, said, 1 - said), mixing.LOSS_FLOOR)).mean()
        right = ((said > 0.5) == (won == 1)).mean()
        assert track[place, COLUMN["accuracy_batch"]] == pytest.approx(right)
        assert track[place, COLUMN["log_loss_batch"]] == pytest.approx(loss, rel=1e-9)


def test_the_baselines_know_only_labels_that_had_come() -> None:
    label = np.asarray([1, 1, 0, 0, 0, 0], dtype=np.int8)
    track = _track(label, np.full(6, 0.5), np.full(6, 0.5), 60)
    assert (track[:, COLUMN["accuracy_last_class"]] * np.arange(1, 7)).round().tolist() == [0, 1, 1, 2, 3, 4]
    assert (track[:, COLUMN["accuracy_prior"]] * np.arange(1, 7)).round().tolist() == [0, 1, 1, 1, 2, 3]


@pytest.mark.parametrize("blending", Blending)
def test_compiled_and_plain_loops_give_the_same_bits(blending: Blending) -> None:
    label, batch, online = _stream(3, 150)
    plain, compiled = (_track(label, batch, online, 50, run, blending) for run in (loops.plain(), loops.compiled()))
    np.testing.assert_array_equal(compiled, plain)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 120), min_size=1, max_size=12), st.integers(0, 5), st.booleans())
def test_how_a_stream_is_cut_changes_nothing(cuts: list[int], seed: int, adaptive: bool) -> None:
    from engine.online.timeline import timeline

    table = make_table(150, seed=seed)
    options = LearnerOptions(window=50, blending=Blending.ADAPTIVE if adaptive else Blending.FIXED)

    def run(sizes: list[int]) -> tuple[object, np.ndarray]:
        core = Prequential(table.schema.names, options, champion=True)
        signals = Signals.empty(150, 4)._replace(features=table.matrix.astype(np.float64))
        signals.scores.batch[:] = np.linspace(0.1, 0.9, 150)
        events, start, rows = timeline(table), 0, []
        while start < len(events.op):
            size = sizes[len(rows) % len(sizes)]
            rows.append(core.run(events.part(start, start + size), signals)[0])
            start += size
        return core.state(), np.concatenate(rows)

    whole, pieces = run([10_000]), run(cuts)
    assert whole[0] == pieces[0]
    np.testing.assert_array_equal(whole[1], pieces[1])


def test_rounding_does_not_gather_in_the_window() -> None:
    rng = np.random.default_rng(9)
    label = (rng.random(20_000) < 0.5).astype(np.int8)
    online = np.clip(rng.random(20_000), 1e-12, 1)
    track = _track(label, np.full(20_000, np.nan), online, 50)
    loss = -np.log(np.where(label == 1, online, 1 - online))[-50:].mean()
    assert track[-1, COLUMN["log_loss_online"]] == pytest.approx(loss, rel=1e-12)


def test_a_fresh_book_says_nothing() -> None:
    row = np.empty(len(TRACK))
    book.write_track(row, 0, fresh_book(LearnerOptions()), mixing.Mixing(0, 0.8, 0.0))
    assert np.isnan(row[2:15]).all()
