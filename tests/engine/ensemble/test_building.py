"""Ensembles of the library's runs: which rows count, what is kept, and that it scores as promised."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from engine.bundle.exporting import write_bundle
from engine.bundle.loading import load_model
from engine.ensemble import finding
from engine.ensemble.building import build_ensemble
from engine.ensemble.members import predictions
from engine.ensemble.options import EnsembleOptions, Method
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.metrics import auc
from engine.library import promotion, runs
from engine.progress import Progress
from engine.records import ValidationRecord
from tests.engine.ensemble.conftest import made_table

BOTH = ("by trend", "by speed")


@pytest.mark.parametrize("method", Method)
def test_two_halves_of_the_truth_are_better_together(table, workspace, method):
    found = build_ensemble(table, BOTH, EnsembleOptions(method=method), workspace=workspace)
    assert found.method == method.value
    assert found.scores.auc.value > max(member.auc.value for member in found.members) + 0.01
    assert found.comparisons[0].probability_better > 0.9
    assert sum(found.weights.values()) == pytest.approx(1)
    assert set(found.weights) == {member.id for member in found.members}


def test_the_saved_run_scores_new_rows_as_its_members_and_weights_say(table, workspace):
    found = build_ensemble(table, BOTH, workspace=workspace)
    kept = runs.get_run(workspace, found.record.id)
    assert kept == found.record
    assert kept.kind == "ensemble"
    model = load_model(kept.id, workspace=workspace)
    new = made_table(seed=5)
    rows = pd.DataFrame(new.matrix, columns=new.schema.names)
    scores, final = model.member_scores(rows), model.predict(rows)
    np.testing.assert_allclose(final, model.pool.apply(np.stack([scores[name] for name in model.pool.names])))
    assert auc(new.label, final) == pytest.approx(found.scores.auc.value, abs=0.06)


def test_it_is_a_run_like_any_other(table, workspace, tmp_path):
    found = build_ensemble(table, BOTH, EnsembleOptions(name="both halves"), workspace=workspace)
    assert runs.list_runs(workspace)[0].name == "both halves"
    kept = runs.out_of_fold(workspace, found.record.id)
    np.testing.assert_array_equal(kept.probability, found.out_of_fold.probability)
    promotion.promote(workspace, found.record.id, "better")
    bundle = write_bundle(workspace, found.record.id, tmp_path / "both.apbundle")
    assert load_model(bundle, workspace=workspace).kind == "ensemble"


def test_the_members_predictions_are_the_kept_ones_not_those_of_the_saved_model(table, workspace, made_runs):
    found = build_ensemble(table, BOTH, workspace=workspace)
    for place, name in enumerate(("trend", "speed")):
        kept = made_runs[name][2]
        by_row = dict(zip(kept.row.tolist(), kept.probability.tolist(), strict=True))
        expected = [by_row[row] for row in found.out_of_fold.row.tolist()]
        np.testing.assert_array_equal(found.predictions[place], expected)


def test_on_another_table_only_rows_later_than_the_members_training_count(table, workspace):
    longer = made_table(rows=4000, seed=9)
    found = build_ensemble(longer, BOTH, workspace=workspace)
    last = max(seen.last_label for member in BOTH for seen in runs.get_run(workspace, member).exposure)
    assert found.out_of_fold.time.min() > last
    assert found.record.warnings == ()
    assert found.scores.rows + len(found.record.exposure) > 1000


def test_an_unknown_history_is_said(table, workspace, made_runs, tmp_path):
    from engine.bundle import reading, writing

    only = reading.parse(made_runs["trend"][1]).members[0]
    stranger = tmp_path / "stranger.model"
    stranger.write_bytes(writing.model_bytes(dataclasses.replace(only.card, id="stranger", exposure=()), only.native))
    found = build_ensemble(table, (f"theirs={stranger}", "by speed"), workspace=workspace)
    assert "It is not known which rows theirs was trained on" in found.warnings[0]
    assert found.record.next_block is None
    assert found.members[0].role == "theirs"
    assert found.members[0].warning


def renewed(workspace, made_runs, **changes):
    """The trend run under another id, changed."""
    record, data, kept = made_runs["trend"]
    return runs.add_run(workspace, dataclasses.replace(record, id="lgb-child", name="child", **changes),
                        model_file=data, out_of_fold=kept).id


def test_rows_that_a_parent_had_learnt_do_not_count_for_its_child(table, workspace, made_runs):
    record = made_runs["trend"][0]
    parent = dataclasses.replace(record.exposure[0], fingerprint="older", first=0, last=int(table.time[1000]),
                                 last_label=int(table.time[1010]))
    child = renewed(workspace, made_runs, exposure=(parent, *record.exposure), contaminated=True)
    found = finding.find((child,), workspace)[0]
    probability, warning = predictions(found, table, workspace)
    assert np.flatnonzero(~np.isnan(probability))[0] == 1011
    assert warning == ""


@pytest.mark.parametrize("scheme", ["shuffled", "blocked", "combinatorial"])
def test_predictions_of_folds_that_knew_the_future_are_not_used(table, workspace, made_runs, scheme):
    child = renewed(workspace, made_runs, validation=ValidationRecord(scheme, 5, 0, "0"))
    probability, _ = predictions(finding.find((child,), workspace)[0], table, workspace)
    assert np.isnan(probability[table.time <= made_runs["trend"][0].exposure[0].last_label]).all()


def test_it_tells_what_to_expect_of_the_next_block_by_its_own_later_blocks(table, workspace):
    found = build_ensemble(table, BOTH, EnsembleOptions(stages=4), workspace=workspace)
    told, kept = found.record.next_block, found.out_of_fold
    assert told.blocks == pytest.approx([auc(kept.label[kept.fold == block], kept.probability[kept.fold == block])
                                         for block in range(4)])
    assert told.low < told.value < told.high
    assert told.value <= max(told.blocks)
    assert runs.get_run(workspace, found.record.id).next_block == told


@pytest.mark.parametrize("changes", [{"next_block": None}, {"contaminated": True}])
def test_nothing_is_promised_where_a_member_may_have_known_too_much(table, workspace, made_runs, changes):
    child = renewed(workspace, made_runs, **changes)
    found = build_ensemble(table, (child, "by speed"), workspace=workspace)
    assert found.scores is not None
    assert found.record.next_block is None


def test_what_to_expect_is_told_of_later_rows_of_another_table_too(table, workspace):
    found = build_ensemble(made_table(rows=4000, seed=9), BOTH, workspace=workspace)
    assert found.record.next_block.rows == int((found.out_of_fold.fold == 2).sum())


def test_with_noise_as_member_the_good_one_stands_alone(table, workspace):
    found = build_ensemble(table, ("by trend", "by noise"), workspace=workspace)
    good, noise = found.members
    assert found.best_member == good.id
    assert found.weights[noise.id] < 0.02
    assert found.scores.auc.value > good.auc.value - 0.01
    assert "by trend alone is used" in found.fallback


def test_the_champion_is_scored_on_the_same_rows(table, workspace):
    champion = runs.get_run(workspace, "by noise")
    promotion.promote(workspace, champion.id)
    found = build_ensemble(table, BOTH, workspace=workspace)
    assert found.champion.id == champion.id
    assert found.champion.scores.rows == found.scores.rows
    assert "is better than the champion, by noise" in found.comparisons[-1].words


def test_weights_may_be_given_by_id_name_or_role(table, workspace):
    trend, speed = (runs.get_run(workspace, name) for name in BOTH)
    options = EnsembleOptions(weights={trend.id: 1, "fast": 3})
    found = build_ensemble(table, (trend.id, f"fast={speed.id}"), options, workspace=workspace)
    assert found.weights == pytest.approx({trend.id: 0.25, speed.id: 0.75})
    assert found.fallback == ""


def test_the_exposure_of_an_ensemble_is_that_of_its_members_and_of_its_weights(table, workspace):
    found = build_ensemble(table, BOTH, workspace=workspace)
    seen = found.record.exposure
    assert len(seen) == 2  # the members share theirs
    assert seen[-1].last_label < found.out_of_fold.time[found.out_of_fold.fold == 2].min()


@pytest.mark.parametrize(("references", "words"), [
    (("by trend",), "at least two members"), (("by trend", "by trend"), "named twice"),
    (("by trend", "nobody"), "no run 'nobody'"),
])
def test_members_that_cannot_be_are_refused_in_words(table, workspace, references, words):
    with pytest.raises(WorkbenchError, match=words) as caught:
        build_ensemble(table, references, workspace=workspace)
    assert caught.value.remedy


def test_an_ensemble_is_no_member(table, workspace):
    found = build_ensemble(table, BOTH, workspace=workspace)
    with pytest.raises(WorkbenchError, match="is an ensemble itself"):
        build_ensemble(table, (found.record.id, "by noise"), workspace=workspace)


def test_a_table_without_a_members_features_is_refused_in_words(workspace):
    other = made_table(rows=3000, seed=3, columns=("trend", "noise"))
    with pytest.raises(WorkbenchError, match="lacks 1 of the model's features: speed"):
        build_ensemble(other, BOTH, workspace=workspace)


def test_cancel_keeps_nothing(table, workspace):
    before = len(runs.list_runs(workspace))
    progress = Progress(lambda point: progress.cancel() if point.fraction > 0.8 else None)
    with pytest.raises(Cancelled):
        build_ensemble(table, BOTH, workspace=workspace, progress=progress)
    assert len(runs.list_runs(workspace)) == before


def test_identical_inputs_give_identical_files(table, workspace):
    one, two = (build_ensemble(table, BOTH, EnsembleOptions(method=Method.GREEDY), workspace=workspace)
                for _ in range(2))
    assert one.weights == two.weights
    assert one.scores == two.scores


def test_members_of_one_name_are_told_apart(workspace):
    first, second = (runs.get_run(workspace, name).id for name in BOTH)
    runs.update_run(workspace, second, name="by trend")
    found = finding.find((first, second), workspace)
    assert [member.name for member in found] == [f"by trend {first}", f"by trend {second}"]


def test_repeated_builds_get_numbers_not_the_same_name(table, workspace):
    names = [build_ensemble(table, BOTH, options, workspace=workspace).record.name
             for options in (EnsembleOptions(), EnsembleOptions(), EnsembleOptions(method=Method.STACKING),
                             EnsembleOptions(weights={"by trend": 1}))]
    assert names == ["Blending 1", "Blending 2", "Stacking 1", "Given Weights 1"]
