"""`ModelEnsembler`: the contract's names, one row and many, and members that go missing."""

import asyncio

import numpy as np
import pandas as pd
import pytest

from engine.bundle.scoring import LoadedModel
from engine.ensemble.ensembler import ModelEnsembler
from engine.ensemble.options import EnsembleOptions
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.metrics import auc
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from tests.engine.ensemble.conftest import FEATURES, made_table

ROW = {"trend": 0.5, "speed": -0.2, "noise": 0.1}


@pytest.fixture
def later():
    """Rows of another draw as a frame with times after the training, and their labels."""
    table = made_table(rows=2000, seed=7)
    return pd.DataFrame(table.matrix, columns=list(FEATURES)), table.label


@pytest.fixture
def ensembler(files):
    found = ModelEnsembler()
    found.add_model("monthly", files["trend"])
    found.add_model("weekly", files["speed"])
    return found


def test_a_locked_member_keeps_its_weight(ensembler, later):
    found = ensembler.build_from_arrays(*later, "weighted_average", options=EnsembleOptions(locked={"weekly": 0.35}))
    assert found.weights == {"monthly": 0.65, "weekly": 0.35}
    assert found.record.settings["locked"] == {"weekly": 0.35}


def test_the_contracts_calls_work_as_they_stand(files, later):
    ensembler = ModelEnsembler()

    async def call():
        ensembler.add_model("monthly", str(files["trend"]))
        ensembler.add_model("weekly", str(files["speed"]))
        result = await ensembler.create_ensemble(*later, ensemble_type="blending")
        return result, await ensembler.predict(ROW)

    result, prediction = asyncio.run(call())
    assert set(result.weights) == {"monthly", "weekly"}
    assert isinstance(prediction.final_score, float)
    assert set(prediction.member_scores) == {"monthly", "weekly"}
    assert prediction.final_score == pytest.approx(
        float(ensembler.predict_rows(pd.DataFrame([ROW])).final_score[0]))
    assert sum(prediction.weights.values()) == pytest.approx(1)
    assert prediction.status == "ok"


@pytest.mark.parametrize("method", ["blending", "weighted_average", "stacking", "greedy", "dynamic"])
def test_every_method_predicts_new_rows_better_than_each_member(ensembler, later, method):
    found = ensembler.build_from_arrays(*later, method)
    new = made_table(rows=4000, seed=21)
    got = ensembler.predict_rows(pd.DataFrame(new.matrix, columns=list(FEATURES)))
    assert isinstance(got.final_score, np.ndarray)
    own = auc(new.label, got.final_score)
    assert own > max(auc(new.label, p) for p in got.member_scores.values()) + 0.01
    assert found.scores.auc.low < own < found.scores.auc.high


def test_members_of_other_features_take_their_own_from_frames_arrow_and_mappings(ensembler):
    arrow = pytest.importorskip("pyarrow")
    frame = pd.DataFrame([ROW, {**ROW, "trend": 2.0}])
    one = ensembler.predict_rows(frame).final_score
    np.testing.assert_array_equal(ensembler.predict_rows(frame[["noise", "speed", "trend"]]).final_score, one)
    np.testing.assert_array_equal(ensembler.predict_rows(arrow.Table.from_pandas(frame)).final_score, one)
    assert ensembler.predict_rows(ROW).final_score == pytest.approx(one[0])
    np.testing.assert_array_equal(ensembler.predict_rows(frame.to_dict("records")).final_score, one)
    assert ensembler.predict_rows(frame.iloc[0]).final_score == pytest.approx(one[0])


def test_without_a_created_ensemble_weights_are_equal(ensembler):
    found = ensembler.predict_rows(ROW)
    assert found.weights == {"monthly": 0.5, "weekly": 0.5}
    assert found.final_score == pytest.approx(sum(found.member_scores.values()) / 2)


def test_missing_values_are_missing_not_errors(ensembler):
    assert ensembler.predict_rows({"trend": 1.0}).status == "ok"
    assert ensembler.predict_rows({"trend": float("nan")}).status == "ok"


def test_a_member_whose_file_is_gone_is_left_out_and_named(ensembler, files):
    files["speed"].unlink()
    found = ensembler.predict_rows(ROW)
    assert found.weights == {"monthly": 1.0, "weekly": 0.0}
    assert found.final_score == found.member_scores["monthly"]
    assert found.status.startswith("without weekly: ")


@pytest.mark.parametrize("failure", [ValueError("broken"), MemoryError(), WorkbenchError("It is damaged.")])
def test_a_member_that_fails_is_left_out_whatever_it_raises(ensembler, later, monkeypatch, failure):
    ensembler.build_from_arrays(*later)
    whole = ensembler.predict_rows(ROW)
    own = LoadedModel.predict

    def broken(model, rows):
        if model.kind == "xgboost":
            raise failure
        return own(model, rows)

    monkeypatch.setattr(LoadedModel, "predict", broken)
    found = ensembler.predict_rows(ROW)
    assert found.weights == {"monthly": 1.0, "weekly": 0.0}
    assert np.isnan(found.member_scores["weekly"])
    assert "without weekly" in found.status
    assert found.member_scores["monthly"] == whole.member_scores["monthly"]


def test_a_member_that_answers_nan_is_left_out_row_by_row(ensembler, monkeypatch):
    own = LoadedModel.predict

    def holes(model, rows):
        found = own(model, rows)
        return np.where(np.arange(len(found)) % 2 == 0, np.nan, found) if model.kind == "xgboost" else found

    monkeypatch.setattr(LoadedModel, "predict", holes)
    found = ensembler.predict_rows(pd.DataFrame([ROW] * 4))
    assert np.isfinite(found.final_score).all()
    assert found.final_score[0] == found.member_scores["monthly"][0]
    assert found.status == "without weekly in 2 of 4 rows: it gave no number"


def test_with_no_member_left_the_score_is_no_number_and_the_call_does_not_fail(ensembler, files):
    for file in files.values():
        file.unlink()
    found = ensembler.predict_rows(ROW)
    assert np.isnan(found.final_score)
    assert found.status.startswith("no score: without monthly")
    assert np.isnan(ensembler.predict_rows(pd.DataFrame([ROW] * 3)).final_score).tolist() == [True] * 3


@pytest.mark.parametrize("features", ["text", 5, None, {"trend": "text"}, np.zeros((2, 9)), []])
def test_features_that_make_no_sense_give_a_status_not_an_error(ensembler, features):
    assert "without monthly" in ensembler.predict_rows(features).status


def test_it_is_saved_as_one_file_that_scores_the_same(ensembler, later, tmp_path):
    ensembler.build_from_arrays(*later, "stacking")
    again = ModelEnsembler.load(ensembler.save(tmp_path / "mine.ensemble"))
    assert again.weights == ensembler.weights
    assert again.predict_rows(ROW) == ensembler.predict_rows(ROW)
    assert again.save(tmp_path / "copy").read_bytes() == (tmp_path / "mine.ensemble").read_bytes()


def test_a_loaded_ensemble_names_the_member_whose_library_is_missing(ensembler, later, tmp_path, monkeypatch):
    from engine.bundle import libraries

    ensembler.build_from_arrays(*later)
    path = ensembler.save(tmp_path / "mine.ensemble")
    known = libraries.missing
    monkeypatch.setattr(libraries, "missing", lambda kind: "xgboost is gone" if kind == "xgboost" else known(kind))
    found = ModelEnsembler.load(path).predict_rows(ROW)
    assert found.status == "without weekly: xgboost is gone"
    assert found.weights["monthly"] == 1


def test_rows_that_a_member_was_trained_on_do_not_count_when_times_are_known(ensembler, table):
    frame = pd.DataFrame(table.matrix, columns=list(FEATURES), index=pd.to_datetime(table.time))
    found = ensembler.build_from_arrays(frame, table.label, label_time=table.label_time)
    assert not found.record.warnings
    assert found.out_of_fold.time.min() > table.time[1340]
    told = ensembler.build_from_arrays(frame.reset_index(drop=True), table.label)
    assert "It is not known which rows monthly was trained on" in told.record.warnings[0]


def test_with_a_workspace_the_ensemble_becomes_a_run(files, later, workspace_dir):
    with Workspace.open(workspace_dir) as workspace:
        ensembler = ModelEnsembler(workspace=workspace)
        for name in ("trend", "speed"):
            ensembler.add_model(name, files[name])
        found = ensembler.build_from_arrays(*later)
        assert runs.get_run(workspace, found.record.id).kind == "ensemble"


@pytest.mark.parametrize(("y", "words"), [([2] * 2000, "not all 0"), ([1, 0], "rows and 2 labels")])
def test_labels_that_cannot_be_are_refused_in_words(ensembler, later, y, words):
    with pytest.raises(WorkbenchError, match=words):
        ensembler.build_from_arrays(later[0], y)


def test_rows_without_a_label_are_left_out(ensembler, later):
    y = later[1].astype(float)
    y[::3] = np.nan
    found = ensembler.build_from_arrays(later[0], y)
    assert set(np.asarray(found.out_of_fold.row) % 3) == {1, 2}


def test_rows_that_lack_a_members_features_are_refused(ensembler, later):
    with pytest.raises(WorkbenchError, match="lack 1 of its features: speed"):
        ensembler.build_from_arrays(later[0][["trend", "noise"]], later[1])


def test_a_file_that_is_not_there_and_a_nameless_member_are_refused_at_once(tmp_path, files):
    with pytest.raises(WorkbenchError, match="There is no file"):
        ModelEnsembler().add_model("weekly", tmp_path / "nothing.model")
    with pytest.raises(WorkbenchError, match="needs a name"):
        ModelEnsembler().add_model(" ", files["trend"])


def test_nothing_to_save_and_nobody_to_ask_are_said(tmp_path):
    with pytest.raises(WorkbenchError, match="No ensemble has been created"):
        ModelEnsembler().save(tmp_path / "x")
    with pytest.raises(WorkbenchError, match="no members"):
        ModelEnsembler().predict_rows(ROW)


def test_an_ensemble_file_is_no_member(ensembler, later, tmp_path, files):
    ensembler.build_from_arrays(*later)
    other = ModelEnsembler()
    other.add_model("both", ensembler.save(tmp_path / "both"))
    other.add_model("noise", files["noise"])
    assert other.predict_rows(ROW).status == "ok"
    with pytest.raises(WorkbenchError, match="both is an ensemble itself"):
        other.build_from_arrays(*later)


def test_cancelling_the_await_cancels_the_work(ensembler, later):
    async def call():
        loop, heard = asyncio.get_running_loop(), asyncio.Event()
        progress = Progress(lambda point: loop.call_soon_threadsafe(heard.set))
        task = asyncio.ensure_future(ensembler.create_ensemble(*later, "greedy", progress=progress))
        await heard.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return progress

    assert asyncio.run(call()).cancelled
    with pytest.raises(WorkbenchError, match="No ensemble"):
        ensembler.save("nowhere")


def test_a_cancelled_build_keeps_the_ensemble_that_was_there(ensembler, later):
    ensembler.build_from_arrays(*later)
    before = ensembler.weights
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        ensembler.build_from_arrays(*later, progress=progress)
    assert ensembler.weights == before
