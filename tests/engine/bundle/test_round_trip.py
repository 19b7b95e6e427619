"""What is written comes back: bytes, cards, scores, for single models and ensembles of every library."""

import dataclasses
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.bundle import archive, libraries, loading, manifest, reading, trust, writing
from engine.bundle.manifest import ModelCard
from engine.bundle.trust import Trust
from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError
from engine.evaluation.calibration import Platt
from engine.evaluation.pooling import Link, Pool
from engine.records import Exposure, Roles, to_plain
from tests.engine.bundle.makers import LIBRARIES, SCHEMA, card, ensemble_file, model, model_file, native, table

ROOT = Path(__file__).resolve().parents[3]


def logistic(margin):
    return 1 / (1 + np.exp(-margin))


@pytest.fixture
def unknown(monkeypatch, workspace_dir):
    """As if another machine had written the files."""
    monkeypatch.setattr(trust, "_written_by_this_process", set())


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_model_file_scores_as_the_model_did(kind, tmp_path):
    matrix, _ = table()
    (tmp_path / "monthly.model").write_bytes(model_file(kind))
    loaded = loading.load_model(tmp_path / "monthly.model")
    np.testing.assert_allclose(loaded.predict(matrix), logistic(model(kind).margin(matrix) - 0.4), rtol=1e-14)
    assert loaded.trust == "written here"


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_foreign_model_file_scores_the_same_through_the_guard(kind, tmp_path, unknown):
    matrix, _ = table()
    (tmp_path / "m").write_bytes(model_file(kind))
    loaded = loading.load_model(tmp_path / "m")
    assert loaded.trust == "unsigned"
    np.testing.assert_allclose(loaded.predict(matrix), logistic(model(kind).margin(matrix) - 0.4), rtol=1e-14)


@pytest.mark.parametrize("kind", LIBRARIES)
def test_the_same_inputs_give_the_same_bytes(kind):
    again = writing.model_bytes(card(kind, offset=-0.4), native(kind))
    assert hashlib.sha256(again).digest() == hashlib.sha256(model_file(kind)).digest()


def test_the_native_file_is_kept_as_it_was():
    bundle = reading.parse(model_file("catboost"))
    assert bundle.members[0].native == native("catboost")


def test_a_card_comes_back_whole():
    full = card(
        "xgboost", calibration=Platt(1.2, -0.1).to_json(), threshold=0.55, threads=3, parent="xgb-1", rows=400,
        exposure=(Exposure("f", 400, 1, 2, None),), roles=Roles(label="win", guessed=("label",)), source="a.csv",
        settings={"learning_rate": 0.1, "extra": {"x": [1, 2]}}, importance={"a": 1.0}, contaminated=True,
        versions={"engine": "0.1"}, warnings=("careful | *now*",), fingerprint="ff", library="xgboost",
        library_version=libraries.version("xgboost"),
    )
    bundle = reading.parse(writing.model_bytes(full, native("xgboost")))
    assert bundle.card == full
    assert bundle.members[0].card == full
    assert "careful \\| \\*now\\*" in bundle.readme


def test_an_ensemble_pools_its_members(tmp_path, unknown):
    matrix, _ = table()
    (tmp_path / "e.apbundle").write_bytes(ensemble_file())
    loaded = loading.load_model(tmp_path / "e.apbundle")
    own = {kind: logistic(model(kind).margin(matrix)) for kind in LIBRARIES}
    for kind, scores in loaded.member_scores(matrix).items():
        np.testing.assert_allclose(scores, own[kind], rtol=1e-14)
    expected = 0.2 * own["catboost"] + 0.5 * own["xgboost"] + 0.3 * own["lightgbm"]
    np.testing.assert_allclose(loaded.predict(matrix), expected, rtol=1e-13)
    assert loaded.weights == {"xgboost": 0.5, "lightgbm": 0.3, "catboost": 0.2}
    assert (loaded.kind, loaded.status) == ("ensemble", "ok")


def test_calibrations_apply_to_members_and_to_the_whole():
    matrix, _ = table()
    first, last = Platt(0.5, 0.1), Platt(2.0, -0.3)
    data = writing.ensemble_bytes(
        card("ensemble", calibration=last.to_json()),
        [(card("xgboost", calibration=first.to_json(), offset=0.2), native("xgboost")),
         (card("lightgbm"), native("lightgbm"))], Pool(("xgboost", "lightgbm"), (0.25, 0.75), Link.LOGIT))
    loaded = loading.open_bundle(reading.parse(data), Trust.WRITTEN_HERE)
    a = first.apply(logistic(model("xgboost").margin(matrix) + 0.2))
    b = logistic(model("lightgbm").margin(matrix))
    mean = 0.25 * np.log(a / (1 - a)) + 0.75 * np.log(b / (1 - b))
    np.testing.assert_allclose(loaded.predict(matrix), last.apply(logistic(mean)), rtol=1e-10)


def test_members_with_fewer_features_another_order_and_other_categories_see_their_own():
    matrix, label = table()
    theirs = FeatureSchema((Feature("sector", Kind.CATEGORY, ("oil", "tech")), Feature("b")))
    recode = np.array([1, np.nan, 0], dtype=np.float32)
    own = np.column_stack([recode[matrix[:, 2].astype(int)], matrix[:, 1]]).astype(np.float32)
    from engine import models
    from engine.models.fit_data import FitData, Knobs

    small = models.library("lightgbm").fit(FitData(own, label, categorical=(0,)), Knobs(rounds=5))
    data = writing.ensemble_bytes(
        card("ensemble"), [(card("xgboost"), native("xgboost")),
                           (card("lightgbm", name="small", schema=theirs), small.to_bytes())],
        Pool(("xgboost", "small"), (0.5, 0.5)))
    loaded = loading.open_bundle(reading.parse(data), Trust.WRITTEN_HERE)
    assert loaded.schema.names == SCHEMA.names
    np.testing.assert_array_equal(loaded.margins(matrix)["small"], small.margin(own))
    gold = loaded.member_scores({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0})["small"]
    np.testing.assert_array_equal(gold, loaded.member_scores({"b": 0.5})["small"])


@pytest.mark.parametrize("kind", LIBRARIES)
def test_contributions_add_up_to_the_corrected_log_odds(kind):
    matrix, _ = table()
    loaded = loading.open_bundle(reading.parse(model_file(kind)), Trust.WRITTEN_HERE)
    values = loaded.contributions(matrix[:20])
    assert values.shape == (20, 5)
    p = loaded.predict(matrix[:20])
    np.testing.assert_allclose(values.sum(axis=1), np.log(p / (1 - p)), atol=1e-5)


def test_contributions_of_an_ensemble_are_the_members_in_their_shares():
    matrix, _ = table()
    loaded = loading.open_bundle(reading.parse(ensemble_file()), Trust.WRITTEN_HERE)
    shares = {"xgboost": 0.5, "lightgbm": 0.3, "catboost": 0.2}
    margins = sum(shares[kind] * model(kind).margin(matrix[:9]) for kind in LIBRARIES)
    np.testing.assert_allclose(loaded.contributions(matrix[:9]).sum(axis=1), margins, atol=1e-5)


def test_a_member_whose_library_is_missing_is_left_out_by_name(monkeypatch):
    matrix, _ = table()
    absent = lambda kind: "catboost is not installed" if kind == "catboost" else ""  # noqa: E731
    monkeypatch.setattr(libraries, "missing", absent)
    loaded = loading.open_bundle(reading.parse(ensemble_file()), Trust.UNSIGNED)
    assert loaded.status == "without catboost: catboost is not installed"
    own = {kind: logistic(model(kind).margin(matrix)) for kind in ("xgboost", "lightgbm")}
    np.testing.assert_allclose(loaded.predict(matrix), (0.5 * own["xgboost"] + 0.3 * own["lightgbm"]) / 0.8, rtol=1e-12)
    with pytest.raises(WorkbenchError, match="catboost is not installed"):
        loading.open_bundle(reading.parse(model_file("catboost")), Trust.UNSIGNED)


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_librarys_own_file_is_opened_with_the_names_that_it_holds(kind, tmp_path, unknown):
    matrix, _ = table()
    path = tmp_path / f"raw{manifest.SUFFIXES[kind]}"
    path.write_bytes(native(kind))
    loaded = loading.load_model(path)
    assert loaded.schema.names == ("f0", "f1", "f2", "f3")
    np.testing.assert_allclose(loaded.predict(matrix), logistic(model(kind).margin(matrix)), rtol=1e-14)


def test_a_native_file_of_another_program_keeps_its_column_names(tmp_path):
    import xgboost as xgb

    matrix, label = table()
    rows = xgb.DMatrix(matrix, label, feature_names=["alpha", "beta", "gamma", "delta"])
    booster = xgb.train({"objective": "binary:logistic", "max_depth": 2}, rows, 3)
    for name in ("model.json", "model.ubj"):
        booster.save_model(tmp_path / name)
        loaded = loading.load_model(tmp_path / name)
        assert loaded.schema.names == ("alpha", "beta", "gamma", "delta")
        np.testing.assert_allclose(loaded.predict(matrix), booster.predict(rows), rtol=1e-6)


def test_named_columns_of_other_libraries_are_kept_too(tmp_path):
    import catboost
    import lightgbm as lgb

    matrix, label = table()
    names = ["alpha", "beta", "gamma", "delta"]
    light = lgb.train({"objective": "binary", "verbosity": -1}, lgb.Dataset(matrix, label, feature_name=names), 3)
    light.save_model(tmp_path / "light.txt")
    cat = catboost.CatBoostClassifier(iterations=3, verbose=0, allow_writing_files=False)
    cat.fit(catboost.Pool(matrix, label, feature_names=names))
    cat.save_model(str(tmp_path / "cat.cbm"))
    for file, expected in (("light.txt", light.predict(matrix)), ("cat.cbm", cat.predict_proba(matrix)[:, 1])):
        loaded = loading.load_model(tmp_path / file)
        assert loaded.schema.names == tuple(names)
        np.testing.assert_allclose(loaded.predict(matrix), expected, rtol=1e-9)
        assert loaded.contributions(matrix[:3]).shape == (3, 5)


def test_one_row_a_mapping_an_array_and_a_frame_give_the_same():
    import pandas as pd

    loaded = loading.open_bundle(reading.parse(ensemble_file()), Trust.WRITTEN_HERE)
    frame = pd.DataFrame({"d": [0.5], "sector": ["gold"], "a": [1.25], "b": [-0.5], "extra": ["x"]})
    array = np.array([1.25, -0.5, 1, 0.5])
    one = {"a": 1.25, "b": -0.5, "sector": "gold", "d": 0.5}
    assert loaded.predict(frame) == loaded.predict(array) == loaded.predict(one)
    assert loaded.predict(np.empty((0, 4))).shape == (0,)


def test_no_rows_of_the_client_are_in_the_canary():
    matrix, _ = table()
    bundle = reading.parse(model_file())
    assert len(bundle.canary.rows) == 32
    assert np.isnan(bundle.canary.rows[-1]).all()
    known = {row.tobytes() for row in matrix}
    assert not any(row.tobytes() in known for row in bundle.canary.rows)


@pytest.mark.parametrize("change", [
    {"schema": FeatureSchema(())}, {"offset": float("nan")}, {"threshold": 3.0}, {"kind": "forest"},
    {"calibration": {"kind": "magic"}}, {"schema": FeatureSchema.plain(["a", "a", "b", "c"])}])
def test_a_card_that_could_not_be_read_back_is_not_written(change):
    with pytest.raises(WorkbenchError):
        writing.model_bytes(dataclasses.replace(card("xgboost"), **change), native("xgboost"))


def test_members_of_one_name_or_weights_of_strangers_are_not_written():
    twice = [(card("xgboost", name="m"), native("xgboost")), (card("lightgbm", name="m"), native("lightgbm"))]
    with pytest.raises(WorkbenchError, match="same name"):
        writing.ensemble_bytes(card("ensemble"), twice, Pool(("m", "n"), (0.5, 0.5)))
    with pytest.raises(WorkbenchError, match="weights"):
        writing.ensemble_bytes(card("ensemble"), [(card("xgboost"), native("xgboost"))], Pool(("other",), (1.0,)))


def test_the_sizes_in_the_end_record_are_those_of_a_plain_zip():
    """Other programs can look inside."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(ensemble_file())) as file:
        assert file.testzip() is None
        assert file.namelist()[0] == archive.MANIFEST
        assert json.loads(file.read(archive.MANIFEST))["format"] == manifest.FORMAT


SCORES_ALONE = """
import sys
for name in sys.argv[2].split(","):
    sys.modules[name] = None  # importing it fails
from engine.bundle import loading
print(float(loading.load_model(sys.argv[1]).predict({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0})[0]).hex())
"""
STRANGERS = ["sklearn", "pyarrow", "numba", "river", "joblib", "onnx", "onnxruntime", "mlflow", "cryptography",
             "PySide6"]


@pytest.mark.parametrize("kind", LIBRARIES)
def test_scoring_needs_only_numpy_and_the_models_own_library(kind, tmp_path):
    """CatBoost itself imports pandas, and XGBoost SciPy; nothing else is asked for."""
    path = tmp_path / "m.apbundle"
    path.write_bytes(model_file(kind))
    others = [name for name in LIBRARIES if name != kind] + ([] if kind == "catboost" else ["pandas"])
    done = subprocess.run([sys.executable, "-c", SCORES_ALONE, str(path), ",".join(STRANGERS + others)], cwd=ROOT,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    here = loading.open_bundle(reading.parse(model_file(kind)), Trust.WRITTEN_HERE)
    assert float.fromhex(done.stdout) == here.predict({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0})[0]


def test_what_a_card_says_is_plain_json():
    assert json.loads(json.dumps(to_plain(card("xgboost"))))["kind"] == "xgboost"
    assert isinstance(card("xgboost"), ModelCard)
