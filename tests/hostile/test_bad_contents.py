"""A canonical archive with right hashes may still lie: JSON, manifest, features, weights, canary rows, models."""

import json

import pytest

from engine.bundle import archive, guard, loading, reading, strict_json
from engine.bundle.refusal import BundleRefused
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from tests.engine.bundle.makers import LIBRARIES, ensemble_file, model_file, native, table
from tests.hostile import archives

DEEP = b'{"a":' * 40 + b"1" + b"}" * 40


@pytest.mark.parametrize(("text", "words"), [
    (DEEP, "more than 32 levels"),
    (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "not valid JSON"),
    (b"[" * 500_000, "not valid JSON"),
    (b'{"a": 1, "a": 2}', "same key twice"),
    (b'{"a": NaN}', "NaN"), (b'{"a": Infinity}', "Infinity"), (b'{"a": -Infinity}', "Infinity"),
    (b'{"a": 1e400}', "too large"), (b'{"a": -1e400}', "too large"),
    (b'{"a": ' + b"9" * 100_000 + b"}", "20 digits"),
    (b'{"a": "\xff\xfe"}', "not UTF-8"),
    (b"\xef\xbb\xbf{}", "not valid JSON"),
    (b"[]", "no JSON object"), (b'"text"', "no JSON object"), (b"1", "no JSON object"), (b"null", "no JSON object"),
    (b'{"a": "\\ud800"}', "half a character"), (b'{"\\udc00": 1}', "half a character"),
    (b"", "not valid JSON"), (b'{"a": 1} x', "not valid JSON"), (b"{'a': 1}", "not valid JSON"),
    (b'{"a": 0x10}', "not valid JSON"), (b'{"a": 01}', "not valid JSON"), (b'{"a": "\n"}', "not valid JSON"),
])
def test_json_that_a_bundle_may_not_hold(text, words):
    with pytest.raises(BundleRefused, match=words):
        strict_json.parse(text, "manifest.json")


def test_the_deepest_json_that_is_allowed_is_read():
    text = b'{"a":' * 31 + b'{"b": 1}' + b"}" * 31
    assert strict_json.parse(text, "x")
    with pytest.raises(BundleRefused, match="levels"):
        strict_json.parse(b'{"a":' + text + b"}", "x")


def edit(name, change, data=None):
    return archives.with_json(data or model_file(), name, change)


def put(path, value):
    """A change that sets one place in nested JSON."""
    def change(values):
        for key in path[:-1]:
            values = values[key]
        values[path[-1]] = value
    return change


def drop(path):
    def change(values):
        for key in path[:-1]:
            values = values[key]
        del values[path[-1]]
    return change


M, S, E, L = "manifest.json", "schema.json", "metrics.json", "lineage.json"
LIES = {
    "a future format": (lambda: edit(M, put(["format"], "alphapulse-bundle/2")), "does not know"),
    "another format": (lambda: edit(M, put(["format"], "zip")), "does not know"),
    "format no text": (lambda: edit(M, put(["format"], {"a": 1})), "does not know"),
    "a required feature that is unknown": (lambda: edit(M, put(["requires"], ["quantum"])), "does not know"),
    "another task": (lambda: edit(M, put(["task"], "regression")), "no classifier"),
    "no model": (lambda: edit(M, drop(["model"])), "lacks a field"),
    "model no object": (lambda: edit(M, put(["model"], [1, 2])), "lacks a field"),
    "no members": (lambda: edit(M, put(["members"], [])), "lacks a field|no members"),
    "members no list": (lambda: edit(M, put(["members"], 7)), "lacks a field"),
    "no name": (lambda: edit(M, drop(["model", "name"])), "lacks a field"),
    "threshold as text": (lambda: edit(M, put(["model", "threshold"], "0.5")), "lacks a field"),
    "threshold of 7": (lambda: edit(M, put(["model", "threshold"], 7)), "out of range"),
    "offset missing": (lambda: edit(M, put(["model", "offset"], None)), "out of range"),
    "threads of 0": (lambda: edit(M, put(["model", "threads"], 0)), "out of range"),
    "unknown library": (lambda: edit(M, put(["model", "kind"], "pickle")), "does not know"),
    "kind of another library": (lambda: edit(M, put(["model", "kind"], "catboost")), "not of its library"),
    "file of another name": (lambda: edit(M, put(["members", 0, "file"], "models/2-other.ubj")), "missing|no member"),
    "file out of the archive": (lambda: edit(M, put(["members", 0, "file"], "../x.ubj")), "missing|no member"),
    "calibration unknown": (lambda: edit(M, put(["model", "calibration"], {"kind": "evil"})), "calibration is out"),
    "an ONNX file beside": (
        lambda: archives.resealed(model_file(), {"models/x.onnx": b"x"}), "belongs to no member"),
    "an unused model file": (
        lambda: archives.resealed(model_file(), {"models/9-x.ubj": b"x"}), "belongs to no member"),
    "no features": (lambda: edit(S, put(["schema"], [])), "feature list"),
    "a feature twice": (lambda: edit(S, lambda v: v["schema"].append(v["schema"][0])), "feature list"),
    "features no list": (lambda: edit(S, put(["schema"], {})), "lacks a field"),
    "feature of no kind": (lambda: edit(S, put(["schema", 0, "kind"], "picture")), "lacks a field"),
    "6,000 features": (lambda: edit(S, put(["schema"], [
        {"name": f"x{n}", "kind": "number", "categories": [], "low": None, "high": None, "missing_share": 0.0}
        for n in range(6000)])), "feature list"),
    "scores of no kind": (lambda: edit(E, put(["scores"], [1])), "lacks a field"),
    "exposure of no kind": (lambda: edit(L, put(["exposure"], [1])), "lacks a field"),
    "no canary rows": (lambda: archives.resealed(model_file(), {"canary.json": None}), "lacks an entry"),
    "no schema": (lambda: archives.resealed(model_file(), {"schema.json": None}), "lacks an entry"),
    "no model card": (lambda: archives.resealed(model_file(), {"README.md": None}), "lacks an entry"),
    "card not UTF-8": (lambda: archives.resealed(model_file(), {"README.md": b"\xff"}), "not UTF-8"),
    "canary no numbers": (lambda: edit("canary.json", put(["rows", 0, 0], "one")), "canary rows are damaged"),
    "canary infinite": (lambda: edit("canary.json", put(["rows", 0, 0], "inf")), "do not belong"),
    "canary one row short": (lambda: edit("canary.json", lambda v: v["final"].pop()), "do not belong"),
    "canary of another width": (
        lambda: edit("canary.json", lambda v: [row.append("0x0p+0") for row in v["rows"]]), "do not belong"),
    "canary ragged": (lambda: edit("canary.json", lambda v: v["rows"][0].pop()), "canary rows"),
    "canary empty": (lambda: edit("canary.json", put(["rows"], [])), "canary rows|do not belong"),
    "canary of another member": (
        lambda: edit("canary.json", lambda v: v["margins"].update(x=v["final"])), "do not belong"),
    "online state no object": (lambda: archives.resealed(model_file(), {"online.json": b"[]"}), "no JSON object"),
    "weights of others": (
        lambda: edit(M, put(["pool", "names"], ["a", "b", "c"]), ensemble_file()), "weights do not belong"),
    "weights that are none": (
        lambda: edit(M, put(["pool", "weights"], [-1, 1, 1]), ensemble_file()), "lacks a field"),
    "an ensemble without weights": (lambda: edit(M, put(["pool"], None), ensemble_file()), "lacks a field|weights"),
    "two members of one name": (
        lambda: edit(M, put(["members", 0, "name"], "catboost"), ensemble_file()), "same name"),
    "two members of one file": (
        lambda: edit(M, put(["members", 1, "file"], "models/1-xgboost.ubj"), ensemble_file()), "same file"),
    "a member with features of its own": (
        lambda: edit(S, put(["members", 0, "schema"], [
            {"name": "zz", "kind": "number", "categories": [], "low": None, "high": None, "missing_share": 0.0}]),
            ensemble_file()), "features of its own"),
}


@pytest.mark.parametrize("case", LIES)
def test_a_bundle_that_contradicts_itself_is_refused(case):
    make, words = LIES[case]
    with pytest.raises(BundleRefused, match=words):
        loading.open_bundle(reading.parse(make()), Trust.UNSIGNED)


def test_a_listed_file_that_is_missing_and_one_that_is_not_listed():
    contents = archives.entries(model_file())
    without = {name: data for name, data in contents.items() if name != "metrics.json"}
    with pytest.raises(BundleRefused, match=r"metrics.json.*listed but missing"):
        reading.parse(archive.pack(without))
    with pytest.raises(BundleRefused, match=r"online.json.*not listed"):
        reading.parse(archive.pack({**contents, "online.json": b"{}"}))


@pytest.mark.parametrize(("field", "value", "words"), [
    ("size", 1, "size"), ("sha256", "0" * 64, "hash"), ("sha256", None, "hash"), ("size", None, "size")])
def test_a_size_or_hash_that_is_not_the_entrys(field, value, words):
    contents = archives.entries(model_file())
    stated = json.loads(contents["manifest.json"])
    stated["files"]["schema.json"][field] = value
    contents["manifest.json"] = json.dumps(stated).encode()
    with pytest.raises(BundleRefused, match=words):
        reading.parse(archive.pack(contents))


def test_files_stated_in_another_shape():
    contents = archives.entries(model_file())
    for files in ([], None, {name: [1, 2] for name in contents if name != "manifest.json"}):
        stated = json.loads(contents["manifest.json"])
        stated["files"] = files
        with pytest.raises(BundleRefused):
            reading.parse(archive.pack({**contents, "manifest.json": json.dumps(stated).encode()}))


def foreign(data):
    return loading.open_bundle(reading.parse(data), Trust.UNSIGNED)


def member_file(data):
    return next(name for name in archives.entries(data) if name.startswith("models/"))


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_model_cut_in_half_dies_or_is_refused_in_the_guard_alone(kind):
    data = model_file(kind)
    with pytest.raises(BundleRefused) as refused:
        foreign(archives.resealed(data, {member_file(data): native(kind)[: len(native(kind)) // 2]}))
    assert refused.value.code == "bundle-guard"
    assert foreign(data).trust == "unsigned"


def test_a_model_that_predicts_otherwise_is_caught_by_its_canary_rows():
    data = model_file("xgboost")
    with pytest.raises(BundleRefused, match="does not reproduce"):
        foreign(archives.resealed(data, {member_file(data): other_model().to_bytes()}))


def other_model(**knobs):
    from engine import models
    from engine.models.fit_data import FitData, Knobs

    matrix, label = table()
    return models.library("xgboost").fit(FitData(matrix, 1 - label, categorical=(2,)), Knobs(rounds=3, **knobs))


def test_canary_rows_that_were_changed_are_caught():
    def change(values):
        values["margins"]["xgboost"][0] = (float.fromhex(values["margins"]["xgboost"][0]) + 1e-9).hex()
    with pytest.raises(BundleRefused, match=r"1 of 32 rows differ: row 0: \S+ expected, \S+ found"):
        foreign(edit("canary.json", change))


def test_a_changed_final_score_is_caught():
    with pytest.raises(BundleRefused, match="final scores"):
        foreign(edit("canary.json", put(["final", 3], "0x1p-1")))


def test_another_library_version_may_differ_by_a_millionth_of_a_probability():
    def older(values):
        values["model"]["library_version"] = "1.0.0"

    def near(values):
        values["margins"]["xgboost"][0] = (float.fromhex(values["margins"]["xgboost"][0]) + 1e-7).hex()

    def far(values):
        values["margins"]["xgboost"][0] = (float.fromhex(values["margins"]["xgboost"][0]) + 1e-4).hex()

    assert foreign(edit("canary.json", near, edit(M, older))).status == "ok"
    with pytest.raises(BundleRefused, match="does not reproduce"):
        foreign(edit("canary.json", far, edit(M, older)))


def test_a_feature_list_unlike_the_models_is_refused():
    def shorter(values):
        values["schema"].pop()

    def narrower(values):
        for row in values["rows"]:
            row.pop()
    with pytest.raises(BundleRefused, match=r"feature list is not the model's|refuses the model"):
        foreign(edit("canary.json", narrower, edit(S, shorter)))


def test_a_regressor_is_no_classifier():
    import xgboost as xgb

    matrix, label = table()
    booster = xgb.train({"objective": "reg:squarederror"}, xgb.DMatrix(matrix, label), 3)
    data = model_file("xgboost")
    with pytest.raises(BundleRefused, match="no classifier"):
        foreign(archives.resealed(data, {member_file(data): bytes(booster.save_raw("ubj"))}))


def test_a_model_of_three_classes_is_refused(tmp_path):
    import lightgbm as lgb
    import numpy as np

    matrix, _ = table()
    label = np.arange(len(matrix)) % 3
    booster = lgb.train({"objective": "multiclass", "num_class": 3, "verbosity": -1},
                        lgb.Dataset(matrix, label, params={"verbosity": -1}), 2)
    (tmp_path / "three.txt").write_text(booster.model_to_string())
    with pytest.raises(BundleRefused, match=r"no classifier|refuses"):
        loading.load_model(tmp_path / "three.txt")


@pytest.mark.parametrize("kind", ["xgboost", "lightgbm"])
def test_a_native_file_that_is_cut_is_refused_and_this_process_lives(kind, tmp_path):
    path = tmp_path / "cut.model"
    path.write_bytes(native(kind)[: len(native(kind)) * 2 // 3])
    with pytest.raises(BundleRefused):
        loading.load_model(path)


@pytest.mark.parametrize("data", [b"", b"cos\nsystem\n(S'true'\ntR.", b"\x80\x04\x95", b"hello", b"{}", b"[["])
def test_a_file_that_is_no_model_is_refused(data, tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(WorkbenchError):
        loading.load_model(path)


def test_what_a_library_says_of_a_bad_file_never_reaches_the_message(tmp_path):
    secret = b"SECRET-IN-THE-FILE"
    path = tmp_path / "bad.txt"
    path.write_bytes(native("lightgbm").replace(b"num_leaves=", secret + b"="))
    with pytest.raises(BundleRefused) as refused:
        loading.load_model(path)
    assert "SECRET" not in str(refused.value)


def test_the_guard_stays_usable_after_every_kind_of_end():
    for data in (b"tree\nversion=v4\n" + b"x" * 1000, b"", native("lightgbm")[:300]):
        with pytest.raises(BundleRefused):
            guard.try_model("lightgbm", data)
    assert guard.try_model("lightgbm", native("lightgbm")).width == 4
