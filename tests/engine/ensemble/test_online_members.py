"""The online learner as a member: run over the table, from its saved state, from a monitor's journal."""

import asyncio
import dataclasses
import json

import numpy as np
import pandas as pd
import pytest

from engine import ModelEnsembler, OnlineLearner
from engine.bundle.exporting import write_bundle
from engine.bundle.loading import load_model
from engine.data.schema import Feature, FeatureSchema, Kind
from engine.ensemble import finding, online_members
from engine.ensemble.building import build_ensemble
from engine.ensemble.members import predictions
from engine.errors import WorkbenchError
from engine.evaluation.metrics import auc
from engine.models.online_model import OnlineModel
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.file import FileSource
from engine.online.encoding import Encoding
from engine.online.journal import Journal
from engine.online.linear import LinearModel, rates_of
from engine.online.options import LearnerOptions
from engine.progress import Progress
from tests.engine.ensemble.conftest import FEATURES, made_table


def learnt(rows=600, path=None):
    table = made_table(rows=rows, seed=4)
    learner = OnlineLearner()
    learner.learn_rows(pd.DataFrame(table.matrix, columns=list(FEATURES)), table.label)
    if path is not None:
        learner.save_state(path)
    return learner


def test_a_learner_is_run_over_the_table_and_saved_where_it_stands(table, workspace, tmp_path):
    found = build_ensemble(table, ("monthly=by trend", "online"), workspace=workspace)
    assert [(member.role, member.kind) for member in found.members] == [("monthly", "lightgbm"), ("", "online")]
    model = load_model(write_bundle(workspace, found.record.id, tmp_path / "both.apbundle"), workspace=workspace)
    new = made_table(rows=3000, seed=11)
    scores = model.member_scores(pd.DataFrame(new.matrix, columns=list(FEATURES)))
    assert auc(new.label, scores["online"]) > 0.7
    row = dict(zip(FEATURES, map(float, new.matrix[0]), strict=True))
    first = pd.DataFrame(new.matrix[:1], columns=list(FEATURES))
    assert model.predict(row)[0] == pytest.approx(model.predict(first)[0])


def test_its_scores_are_those_before_each_label(table, workspace):
    member = online_members.replayed(online_members.fresh("online"), table, Progress())
    probability, warning = predictions(member, table, workspace)
    assert probability[0] == 0.5
    assert warning == ""
    relabelled = table.label.copy()
    relabelled[-200:] = 1 - relabelled[-200:]
    other = online_members.replayed(online_members.fresh("online"), dataclasses.replace(table, label=relabelled),
                                    Progress())
    known = table.time < table.label_time[-200:].min()
    np.testing.assert_array_equal(other.out_of_fold.probability[known], probability[known])


def test_the_snapshot_scores_as_the_learner_does_bit_for_digit():
    learner = learnt()
    frame = made_table(rows=50, seed=8).matrix
    frame[3, 1] = np.nan
    member = online_members._frozen("x", "", learner.model, membership_schema(), ())
    expected = learner.model.predict_many(frame.astype(np.float64))
    np.testing.assert_allclose(member.model.predict(frame), expected, rtol=1e-12)


def test_a_row_scores_the_same_to_the_last_bit_alone_in_a_crowd_and_in_another_layout():
    rows = made_table(rows=400, seed=8).matrix
    model = online_members._frozen("x", "", learnt().model, membership_schema(), ()).model.members[0].model
    whole = model.margin(rows)
    np.testing.assert_array_equal(whole, np.concatenate([model.margin(rows[i:i + 1]) for i in range(len(rows))]))
    np.testing.assert_array_equal(whole, model.margin(np.asfortranarray(rows)))


def membership_schema():
    return FeatureSchema.plain(FEATURES)


def test_categories_are_columns_of_their_own():
    schema = FeatureSchema((Feature("x"), Feature("side", Kind.CATEGORY, ("long", "short"))))
    encoding = Encoding.of(schema)
    model = LinearModel(len(encoding), rates_of(LearnerOptions()))
    rng = np.random.default_rng(0)
    rows = np.column_stack((rng.normal(size=300), rng.integers(0, 2, 300))).astype(np.float32)
    for row in encoding.apply(rows):
        model.learn(row, int(row[1] > 0))
    rows[0, 1] = np.nan
    frozen = online_members._frozen("x", "", model, schema, ())
    np.testing.assert_allclose(frozen.model.predict(rows), model.predict_many(encoding.apply(rows)), rtol=1e-12)
    whole = frozen.model.contributions(rows).sum(axis=1)
    np.testing.assert_allclose(1 / (1 + np.exp(-whole)), frozen.model.predict(rows), rtol=1e-9)


def test_a_saved_state_is_a_member_whose_history_is_not_known(table, workspace, tmp_path):
    state = tmp_path / "state.json"
    learnt(path=state)
    found = build_ensemble(table, (f"online={state}", "by trend"), workspace=workspace)
    assert found.members[0].role == "online"
    assert "It is not known which rows online was trained on" in found.warnings[0]


def test_the_contracts_ensembler_takes_a_saved_state(files, tmp_path):
    state = tmp_path / "learner.json"
    learnt(path=state)
    later = made_table(rows=2000, seed=7)
    ensembler = ModelEnsembler()
    ensembler.add_model("monthly", files["trend"])
    ensembler.add_model("online", state)
    asyncio.run(ensembler.create_ensemble(pd.DataFrame(later.matrix, columns=list(FEATURES)), later.label))
    found = ensembler.predict_rows({"trend": 1.0, "speed": -1.0, "noise": 0.0})
    assert found.status == "ok"
    assert set(found.member_scores) == {"monthly", "online"}
    again = ModelEnsembler.load(ensembler.save(tmp_path / "both.model"))
    assert again.predict_rows({"trend": 1.0, "speed": -1.0, "noise": 0.0}).final_score == pytest.approx(
        found.final_score)


@pytest.fixture
def journal(table, tmp_path):
    """The journal of a monitor that has watched the first 1,000 signals of the table."""
    early = table.take(np.arange(1000))
    snapshot = Monitor(FileSource(early, words="made", speed=0.0), folder=tmp_path).run()
    assert snapshot.events == 1000
    return next((tmp_path / "journal").glob("*.sqlite"))


def test_a_monitors_journal_is_a_member_whose_learnt_rows_do_not_count(table, workspace, journal):
    member = finding.find((f"live={journal}", "by trend"), workspace)[0]
    found = build_ensemble(table, (f"live={journal}", "by trend"), workspace=workspace)
    assert [(each.role, each.kind) for each in found.members] == [("live", "online"), ("", "lightgbm")]
    end = int(table.time[999])
    assert member.exposure[0].last >= end
    assert 0 < found.scores.rows <= 500
    assert found.out_of_fold.time.min() > end
    rows = table.matrix[found.out_of_fold.row]
    np.testing.assert_allclose(found.predictions[0], member.model.predict(rows), rtol=1e-12)
    assert found.members[0].auc.value > 0.7


def test_a_journal_that_holds_no_state_yet_is_refused_in_words(workspace, tmp_path):
    with Journal(tmp_path / "fresh.sqlite"):
        pass
    with pytest.raises(WorkbenchError, match="holds no linear learner's state") as refused:
        finding.find((str(tmp_path / "fresh.sqlite"), "by trend"), workspace)
    assert "Let the monitor run" in refused.value.remedy
    (tmp_path / "other.sqlite").write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    with pytest.raises(WorkbenchError, match=r"other\.sqlite is no journal of a monitor"):
        finding.find((str(tmp_path / "other.sqlite"), "by trend"), workspace)


def test_a_learner_of_nothing_or_of_texts_is_refused_in_words(workspace, tmp_path):
    empty, texts = tmp_path / "empty.json", tmp_path / "texts.json"
    OnlineLearner().save_state(empty)
    learner = OnlineLearner()
    learner.learn_row({"side": "long"}, 1)
    learner.save_state(texts)
    for path, words in ((empty, "nothing"), (texts, "texts")):
        with pytest.raises(WorkbenchError, match=f"has learnt {words}"):
            finding.find((str(path), "by trend"), workspace)


@pytest.mark.parametrize("change", [{"width": 0}, {"weight": []}, {"spread": ["-0x1p+0"] * 3}, {"source": [9, 9, 9]},
                                    {"intercept": "nan"}, {"mean": 3}])
def test_a_damaged_snapshot_is_refused(change):
    whole = online_members._frozen("x", "", learnt().model, membership_schema(), ()).part[1]
    broken = json.dumps({**json.loads(whole), **change}, separators=(",", ":")).encode()
    with pytest.raises(WorkbenchError, match="not a readable Online learner model"):
        OnlineModel.from_bytes(broken)
