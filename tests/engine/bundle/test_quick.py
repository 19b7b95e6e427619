"""The short way for a few rows: the same scores as the libraries', and never a reason not to answer."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from engine import models
from engine.bundle import quick, scoring
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
from engine.data.schema import Feature, FeatureSchema, Kind
from engine.evaluation.calibration import Isotonic, Platt, Temperature
from engine.evaluation.pooling import Link, Pool
from engine.models import flat_proof
from engine.models.base import BoostedModel
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest, NotFlat
from tests.engine.bundle import makers

KINDS = ("xgboost", "lightgbm", "catboost")
ROWS = [{"a": 0.3, "b": -1.0, "sector": "oil", "d": 0.1}, {"b": 2.0}, {"a": None, "sector": "gold"},
        {"sector": "unheard of", "d": 1e9}, {"a": -3, "b": 3, "sector": "tech", "d": 0}]


def loaded(kind: str, schema: FeatureSchema = makers.SCHEMA, **more: object) -> LoadedModel:
    card = makers.card(kind, **more)
    return LoadedModel(card, [LoadedMember(card, makers.model(kind), MemberView(schema, makers.SCHEMA))])


def ensemble(pool: Pool, union: FeatureSchema = makers.SCHEMA, **left_out: str) -> LoadedModel:
    cards = [makers.card("xgboost", offset=-0.4, calibration=Temperature(1.3).to_json()),
             makers.card("lightgbm", offset=0.2, calibration=Isotonic((0.1, 0.5, 0.8), (0.0, 0.6, 1.0)).to_json())]
    members = [LoadedMember(card, makers.model(card.kind), MemberView(union, makers.SCHEMA)) for card in cards]
    card = makers.card("ensemble", schema=union, calibration=Platt(1.1, 0.05).to_json())
    return LoadedModel(card, members, pool, left_out=left_out)


def both_ways(model: LoadedModel, rows: object) -> tuple[np.ndarray, np.ndarray]:
    native = model.combine(model.scores_of(model.margins(rows)))
    assert model.quick.prepare(), model.quick.reason
    return model.predict(rows), native


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_scores_as_by_the_library(kind: str) -> None:
    model = loaded(kind, offset=-0.7, calibration=Platt(1.4, -0.2).to_json())
    for row in ROWS:
        found, native = both_ways(model, row)
        assert found.shape == (1,)
        np.testing.assert_allclose(found, native, rtol=0, atol=1e-7)


@pytest.mark.parametrize("pool", [
    Pool(("lightgbm", "xgboost"), (0.7, 0.3)), Pool(("xgboost", "lightgbm"), (0.6, 0.4), Link.LOGIT, Platt(0.9, 0.1)),
    Pool(("xgboost", "gone", "lightgbm"), (0.2, 0.5, 0.3)), Pool(("gone", "xgboost", "lightgbm"), (1.0, 0.0, 0.0)),
])
def test_an_ensemble_scores_one_row_as_many(pool: Pool) -> None:
    model = ensemble(pool, **({"gone": "it is not installed"} if "gone" in pool.names else {}))
    many = makers.table()[0][:quick.FEW]
    found, native = both_ways(model, many)
    np.testing.assert_allclose(found, native, rtol=0, atol=1e-7)
    one_by_one = np.concatenate([model.predict(row) for row in many])
    np.testing.assert_allclose(one_by_one, found, rtol=0, atol=1e-15)
    for name, scores in model.member_scores(many).items():
        np.testing.assert_allclose(scores, model.scores_of(model.margins(many))[name], rtol=0, atol=1e-7)


def test_members_see_their_own_columns_and_categories() -> None:
    union = FeatureSchema((Feature("sector", Kind.CATEGORY, ("oil", "cash", "tech", "gold")), Feature("d"),
                           Feature("more"), Feature("b"), Feature("a")))
    model = ensemble(Pool.equal(["xgboost", "lightgbm"]), union)
    for row in (*ROWS, {"sector": "cash", "a": 1.0}):
        found, native = both_ways(model, row)
        np.testing.assert_allclose(found, native, rtol=0, atol=1e-7)


def test_many_rows_and_none_stay_with_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    model = loaded("lightgbm")
    assert model.quick.prepare()
    monkeypatch.setattr(model.quick, "margins", lambda _: pytest.fail("not for so many rows"))
    assert len(model.predict(makers.table()[0][:quick.FEW + 1])) == quick.FEW + 1
    assert len(model.predict(np.zeros((0, 4)))) == 0


def test_it_is_made_when_single_rows_keep_coming() -> None:
    model = loaded("xgboost")
    scores = [model.predict(ROWS[0])[0] for _ in range(30)]
    assert model.quick.prepare()
    assert model.predict(ROWS[0])[0] == pytest.approx(scores[0], abs=1e-7)
    assert max(scores) - min(scores) < 1e-7
    assert not loaded("xgboost").quick.is_ready


def test_a_model_that_is_not_flat_keeps_its_library_and_says_why() -> None:
    matrix, label = makers.table()
    lossguide = models.library("catboost").fit(
        FitData(matrix[:, [0, 1, 3]], label), Knobs(rounds=5, extra={"grow_policy": "Lossguide"}))
    schema = FeatureSchema.plain("abd")
    card = makers.card("catboost", schema=schema)
    model = LoadedModel(card, [LoadedMember(card, lossguide, MemberView(schema, schema))])
    assert not model.quick.prepare()
    assert "not symmetric" in model.quick.reason
    native = model.combine(model.scores_of(model.margins({"a": 1.0})))
    for _ in range(20):
        np.testing.assert_array_equal(model.predict({"a": 1.0}), native)


def test_members_without_a_flat_form_are_asked_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    real = flat_proof.read

    def read(model: BoostedModel, *more: object) -> FlatForest:
        if model.name == "xgboost":
            raise NotFlat("it is not for arrays")
        return real(model, *more)

    monkeypatch.setattr(flat_proof, "read", read)
    model = ensemble(Pool.equal(["xgboost", "lightgbm"]))
    many = makers.table()[0][:20]
    found, native = both_ways(model, many)
    assert model.quick.left == {"xgboost": "it is not for arrays"}
    np.testing.assert_allclose(found, native, rtol=0, atol=1e-12)
    assert not model.quick.takes_many(0)
    assert model.quick.takes_many(1)
    for row in ROWS:
        found, native = both_ways(model, row)
        np.testing.assert_allclose(found, native, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("fault", "words"), [
    (NotFlat("its arrays differ"), "differ"), (RuntimeError("out of luck"), "out of luck"),
])
def test_a_proof_that_fails_leaves_the_library(monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(flat_proof, "prove", fail)
    model = loaded("xgboost")
    assert not model.quick.prepare()
    assert words in model.quick.reason
    assert model.predict(ROWS[0]).shape == (1,)


def test_without_a_compiler_the_libraries_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        value, failure = None, "No module named 'numba'"

        def prepare(self, patience: float | None = None) -> None:
            return None

    monkeypatch.setattr(quick, "MACHINE", Broken())
    model = loaded("lightgbm")
    assert not model.quick.prepare()
    assert "No module named 'numba'" in model.quick.reason
    assert model.predict(ROWS[0]).shape == (1,)


def test_several_threads_may_ask_at_once() -> None:
    model = ensemble(Pool.equal(["xgboost", "lightgbm"]))
    wanted = model.combine(model.scores_of(model.margins(ROWS[0])))[0]
    found: list[float] = []
    threads = [threading.Thread(target=lambda: found.extend(model.predict(ROWS[0])[0] for _ in range(40)))
               for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 160
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-7)


def test_many_rows_by_lightgbm_go_the_short_way_to_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick.bulk, "MANY", 600)
    monkeypatch.setattr(scoring, "PIECE", 500)
    model = ensemble(Pool.equal(["xgboost", "lightgbm"]))
    many = np.tile(makers.table()[0], (10, 1))
    native = model.combine(model.scores_of(model.margins(many)))
    np.testing.assert_array_equal(model.predict(many), native)
    assert model.quick._forests.begun, "so many rows are worth it"
    assert model.quick.prepare()
    monkeypatch.setattr(type(makers.model("lightgbm")), "margin", lambda *_, **__: pytest.fail("not by the library"))
    np.testing.assert_array_equal(model.predict(many), native)
    np.testing.assert_array_equal(model.quick.margin(1, many, threads=3), model.quick.margin(1, many))


def test_single_rows_score_to_the_same_bits_before_and_after() -> None:
    model = ensemble(Pool(("lightgbm", "xgboost"), (0.7, 0.3), Link.LOGIT, Platt(0.9, 0.1)))
    before = [model.predict(row)[0] for row in ROWS]
    assert model.quick.prepare()
    assert [model.predict(row)[0] for row in ROWS] == before


@pytest.mark.parametrize("kind", KINDS)
def test_explanations_go_the_short_way_when_many_rows_ask(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    model, rows = loaded(kind, offset=-0.7), makers.table()[0][:300]
    native = model.contributions(rows)
    soon = model.quick._explainers.get(0)
    if kind == "catboost":
        assert soon is None, "its own library is quick"
        return
    assert soon is not None
    assert soon.begun
    assert soon.prepare() is not None, soon.failure
    monkeypatch.setattr(type(makers.model(kind)), "contributions", lambda *_, **__: pytest.fail("not by the library"))
    np.testing.assert_allclose(model.contributions(rows), native, rtol=0, atol=1e-5)
    np.testing.assert_allclose(model.contributions(rows, threads=2), native, rtol=0, atol=1e-5)
