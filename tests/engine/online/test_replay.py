"""Replays: prequential, late by default, deterministic, honest about what they rest on."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.loading import load_table
from engine.data.synthetic import SyntheticStream, stream
from engine.data.table import SignalTable
from engine.errors import Cancelled
from engine.online.linear import LinearModel, rates_of
from engine.online.options import Blending, Detector, LearnerOptions, OnlineKind
from engine.online.replay import ReplayOptions, replay
from engine.progress import Progress, ProgressPoint
from engine.records import Exposure
from tests.engine.online.made import Arithmetic, make_table


def test_two_replays_have_the_same_hash_and_another_setting_another(table: SignalTable) -> None:
    first, again = replay(table), replay(table)
    other = replay(table, ReplayOptions(LearnerOptions(learning_rate=0.002)))
    assert first.state_hash == again.state_hash != other.state_hash
    assert first.accuracy == again.accuracy


def test_it_is_rivers_own_delayed_progressive_validation(table: SignalTable, river_pipeline: Any) -> None:
    river, waiting, said = river_pipeline(0.001), [], []
    rows = [{str(i): float(v) for i, v in enumerate(row) if v == v} for row in table.matrix]
    for i, row in enumerate(rows):
        due = sorted(w for w in waiting if w[0] < table.time[i])
        waiting = [w for w in waiting if w[0] >= table.time[i]]
        for _, j in due:
            river.learn_one(rows[j], bool(table.label[j]))
        said.append(river.predict_proba_one(row)[True])
        waiting.append((table.label_time[i], i))
    found = replay(table, ReplayOptions(LearnerOptions(intercept_rate=0.01)))
    right = np.mean((np.asarray(said) > 0.5) == (table.label == 1))
    assert found.accuracy.value == pytest.approx(right)
    loss = -np.log(np.where(table.label == 1, said, 1 - np.asarray(said))).mean()
    assert found.log_loss == pytest.approx(loss, abs=1e-6)  # the table holds float32


def test_the_blend_is_four_fifths_batch_by_default(table: SignalTable, champion: Arithmetic) -> None:
    found = replay(table, champion=champion)  # type: ignore[arg-type]
    assert found.weights == {"batch": 0.8, "online": pytest.approx(0.2)}
    assert set(found.figures) == {"final", "batch", "online"}
    alone = replay(table, ReplayOptions(LearnerOptions(batch_weight=1.0)), champion=champion)  # type: ignore[arg-type]
    assert alone.figures["final"] == alone.figures["batch"]
    assert alone.baseline["champion"] == alone.figures["batch"].accuracy.value


def test_adaptive_shares_leave_a_bad_champion(table: SignalTable) -> None:
    liar = Arithmetic(table.schema, slope=-3.0)
    options = ReplayOptions(LearnerOptions(blending=Blending.ADAPTIVE, learning_rate=0.05))
    found = replay(table, options, champion=liar)  # type: ignore[arg-type]
    assert found.weights["online"] > 0.9
    fixed = replay(table, ReplayOptions(LearnerOptions(learning_rate=0.05)), champion=liar)  # type: ignore[arg-type]
    assert found.log_loss < fixed.log_loss


def test_each_way_of_mixing_has_its_loss_and_its_regret_over_the_same_labels(
    table: SignalTable, champion: Arithmetic
) -> None:
    before = Arithmetic(table.schema, slope=-1.0)
    ways = {way: replay(table, ReplayOptions(LearnerOptions(blending=way, window=100)), champion=champion,  # type: ignore[arg-type]
                        previous=before) for way in Blending}  # type: ignore[arg-type]
    for way, found in ways.items():
        assert set(found.losses) == {"final", "batch", "online", "mix", "shared", "previous"}
        assert found.losses["final"] == pytest.approx(found.log_loss * found.labels)
        assert min(found.regret[name] for name in ("batch", "online", "mix", "previous")) == 0.0
        assert found.losses["shared"] == pytest.approx(ways[Blending.ADAPTIVE].losses["final"]), way
    assert ways[Blending.ROLLING].losses["final"] not in {ways[Blending.FIXED].losses["final"],
                                                          ways[Blending.ADAPTIVE].losses["final"]}


def test_labels_at_once_are_named_as_flattering(table: SignalTable) -> None:
    found = replay(table, ReplayOptions(at_once=True))
    assert any("at once" in words for words in found.warnings)
    assert found.pending == 0


def test_a_table_without_label_times_says_how_it_was_taken(table: SignalTable) -> None:
    found = replay(replace(table, label_time=None))
    assert any("no label times" in words for words in found.warnings)


def test_rows_that_the_champion_was_trained_on_are_counted_and_told(table: SignalTable) -> None:
    assert table.time is not None
    seen = Exposure("other", 150, int(table.time[0]), int(table.time[149]), None)
    found = replay(table, champion=Arithmetic(table.schema, (seen,)))  # type: ignore[arg-type]
    assert (found.contaminated, found.untouched_labels) == (150, 250)
    assert set(found.untouched) == {"final", "batch", "online"}
    assert found.skill.startswith("On the 250 labels that the champion had not seen:")
    assert any("trained on 150" in words for words in found.warnings)
    same = Exposure(table.fingerprint, len(table), None, None, None)
    untimed = replace(table, time=None, label_time=None)
    assert replay(untimed, champion=Arithmetic(table.schema, (same,))).contaminated == 400  # type: ignore[arg-type]
    assert replay(table, champion=Arithmetic(table.schema)).contaminated == 0  # type: ignore[arg-type]


def test_where_the_champions_training_ends_no_drift_is_cried() -> None:
    """It knew the labels of its own rows, so its loss jumps there though nothing in the market changed."""
    table = make_table(3000)
    assert table.label_time is not None
    plain = Arithmetic(table.schema)
    said = plain.predict(table.matrix)
    said[:1500] = np.where(table.label[:1500] == 1, 0.95, 0.05)
    known = (Exposure("x", 1500, 0, 0, int(table.label_time[:1500].max())),)
    told = Arithmetic(table.schema, known)
    assert replay(table, champion=plain, batch=said).drifts  # type: ignore[arg-type]
    assert not replay(table, champion=told, batch=said).drifts  # type: ignore[arg-type]


def test_given_batch_scores_take_the_champions_place_and_gaps_leave_it_to_the_online_model(table: SignalTable) -> None:
    champion = Arithmetic(table.schema)
    scores = champion.predict(table.matrix)
    assert replay(table, batch=scores).accuracy == replay(table, champion=champion).accuracy  # type: ignore[arg-type]
    scores[:200] = np.nan
    found = replay(table, batch=scores)
    assert found.labels == 400
    assert found.figures["batch"].accuracy.value != found.figures["final"].accuracy.value
    assert replay(table, ReplayOptions(limit=200), batch=scores).figures["final"] == replay(
        table, ReplayOptions(limit=200)).figures["final"]


def test_the_limit_takes_the_first_signals(table: SignalTable) -> None:
    assert replay(table, ReplayOptions(limit=120)).events == 120


def test_signals_without_label_stay_pending_and_are_told(table: SignalTable) -> None:
    label = table.label.copy()
    label[-7:] = -1
    found = replay(replace(table, label=label))
    assert (found.events, found.labels, found.pending) == (400, 393, 7)
    assert any(words.startswith("7 ") for words in found.warnings)


def test_cancel_is_heard_and_stop_keeps_what_there_is() -> None:
    table = make_table(30_000, 3)
    cancelled = Progress(lambda point: cancelled.cancel() if point.fraction > 0.3 else None)
    with pytest.raises(Cancelled):
        replay(table, progress=cancelled)
    stopped = Progress(lambda point: stopped.stop() if point.fraction > 0.3 else None)
    found = replay(table, progress=stopped)
    assert 3000 < found.events < 29_000
    assert found.labels + found.pending == found.events


def test_it_reports_often_enough_to_be_cancelled_at_once() -> None:
    table = make_table(60_000, 20)
    replay(table.take(np.arange(100)))
    moments: list[float] = []

    def heard(point: ProgressPoint) -> None:
        moments.append(time.perf_counter())

    replay(table, progress=Progress(heard))
    assert np.percentile(np.diff(moments), 90) < 0.1


def test_the_curves_hold_the_band_the_baselines_and_the_weights(table: SignalTable, champion: Arithmetic) -> None:
    curves = replay(table, champion=champion).curves  # type: ignore[arg-type]
    assert curves.event.tolist() == list(range(1, 401))
    inside = (curves.accuracy_low <= curves.accuracy) & (curves.accuracy <= curves.accuracy_high)
    assert inside.all()
    assert (np.diff(curves.time) >= 0).all()
    assert curves.weight_batch.tolist() == [0.8] * 400
    assert not np.isnan(curves.accuracy_prior).any()


@pytest.mark.parametrize("kind", [OnlineKind.RIVER_LINEAR, OnlineKind.NAIVE_BAYES, OnlineKind.HOEFFDING,
                                  OnlineKind.ALMA, OnlineKind.ADAPTIVE_FOREST, OnlineKind.AGGREGATED_FOREST])
def test_every_model_of_the_menu_runs_over_gaps_and_late_labels(kind: OnlineKind) -> None:
    found = replay(make_table(150), ReplayOptions(LearnerOptions(model=kind)))
    assert found.labels == 150
    assert found.auc.value == found.auc.value


def test_river_itself_and_its_twin_agree(table: SignalTable) -> None:
    twin, river = (replay(table, ReplayOptions(LearnerOptions(model=kind, intercept_rate=0.01)))
                   for kind in (OnlineKind.LINEAR, OnlineKind.RIVER_LINEAR))
    assert twin.log_loss == pytest.approx(river.log_loss, abs=1e-12)


def _as_table(made: SyntheticStream) -> SignalTable:
    table = make_table(len(made.label), made.X.shape[1])
    return replace(table, matrix=made.X.astype(np.float32), label=made.label, time=made.time,
                   label_time=made.label_time)


def test_labels_at_once_leak_the_luck_that_neighbours_share_and_late_ones_do_not() -> None:
    tables = [_as_table(stream("dependent", rows=12_000, seed=seed, bayes_auc=0.6)) for seed in range(4)]
    late, at_once = (np.mean([replay(table, ReplayOptions(at_once=way)).auc.value for table in tables])
                     for way in (False, True))
    assert at_once > 0.65
    assert late < 0.60, "above what the features themselves can tell"


def test_the_sample_has_honest_figures(sample_file: Path) -> None:
    found = replay(load_table(sample_file))
    assert 0.54 < found.auc.value < 0.60
    assert found.log_loss < found.baseline["prior_log_loss"]
    assert found.skill.startswith("No clear skill in accuracy")


def test_a_strong_change_is_marked_on_the_curve() -> None:
    table = _as_table(stream("abrupt", rows=6000, seed=1, bayes_auc=0.8, drift_at=3000))
    frozen = _fitted(table, 2000)
    for detector in (Detector.ADWIN, Detector.HDDM_A):
        found = replay(table, ReplayOptions(LearnerOptions(detector=detector)), champion=frozen)  # type: ignore[arg-type]
        first = [mark for mark in found.drifts if mark.event > 2900]
        assert first
        assert first[0].event < 3400
        assert first[0].retrain


def _fitted(table: SignalTable, rows: int) -> Arithmetic:
    """A champion that learnt the first rows."""
    model = LinearModel(len(table.schema), rates_of(LearnerOptions(learning_rate=0.02)))
    for row, won in zip(table.matrix[:rows].astype(np.float64), table.label[:rows].tolist(), strict=True):
        model.learn(row, won)
    frozen = Arithmetic(table.schema)
    frozen.predict = model.predict_many  # type: ignore[method-assign]
    return frozen


@pytest.mark.shared
def test_elec2_has_the_known_figures(shared_data: Path) -> None:
    table = load_table(shared_data / "streams" / "elec2.csv.gz")
    found = replay(table, ReplayOptions(LearnerOptions(learning_rate=0.005), at_once=True))
    assert found.accuracy.value == pytest.approx(0.8089, abs=5e-5)
    assert found.auc.value == pytest.approx(0.8856, abs=5e-5)
    assert found.log_loss == pytest.approx(0.4305, abs=5e-5)
    assert found.baseline["last_class"] == pytest.approx(0.8533, abs=1e-4)
    assert found.kappa_temporal < 0
    assert "No skill" in found.skill
