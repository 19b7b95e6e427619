"""One ONNX graph a bundle: it scores as the models do, or it is not written; and nothing else in it is let through."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine import models
from engine.bundle import exporting, loading, onnx_checks, onnx_export, reading, trust, writing
from engine.bundle.exporting import ExportOptions
from engine.bundle.refusal import BundleRefused
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.evaluation.calibration import Isotonic, Platt, Temperature
from engine.evaluation.pooling import Link, Pool
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import NotFlat
from engine.progress import Progress
from tests.engine.bundle.makers import card, model, table
from tests.hostile import archives

onnx = pytest.importorskip("onnx", reason="needs the extra onnx")
pytest.importorskip("onnxruntime", reason="needs the extra onnx")

ROOT = Path(__file__).resolve().parents[3]
NUMBERS = FeatureSchema.plain(["a", "b", "final", "member_1"])  # a feature may have any name


def cat(categorical=()):
    matrix, label = table()
    return models.library("catboost").fit(FitData(matrix, label, categorical=categorical), Knobs(rounds=8, max_depth=3))


def loaded(parts, pool=None, **more):
    """A loaded model of (card, model) pairs; the first is the whole where there is no pool."""
    whole = parts[0][0] if pool is None else card("ensemble", schema=parts[0][0].schema, **more)
    members = [LoadedMember(own, one, MemberView(whole.schema, own.schema)) for own, one in parts]
    return LoadedModel(whole, members, pool)


def single(kind):
    if kind == "catboost":
        return loaded([(card(kind, schema=NUMBERS, offset=-0.4), cat())])
    return loaded([(card(kind, offset=-0.4), model(kind))])


@pytest.mark.parametrize("kind", ["xgboost", "lightgbm", "catboost"])
def test_each_library_becomes_one_graph_from_raw_features_to_the_score(kind):
    found, graph = onnx_export.graph_of(single(kind))
    assert found.largest_difference < 1e-6
    assert (found.opset, found.trees_opset, found.rows) == (17, 3, 10_032)
    onnx.checker.check_model(onnx.load_from_string(graph), full_check=True)
    onnx_checks.check(graph, "x")


@pytest.mark.parametrize("link", Link)
@pytest.mark.parametrize("last", [Platt(2.0, -0.3), Temperature(0.7), Isotonic((0.1, 0.4, 0.9), (0.0, 0.5, 0.7)), None])
def test_an_ensemble_with_its_weights_and_calibrations_is_one_graph(link, last):
    parts = [(card("xgboost", calibration=Platt(0.5, 0.1).to_json(), offset=0.2), model("xgboost")),
             (card("lightgbm"), model("lightgbm"))]
    whole = loaded(parts, Pool(("lightgbm", "xgboost"), (0.3, 0.7), link, Platt(1.1, 0.0)),
                   calibration=None if last is None else last.to_json())
    found, _ = onnx_export.graph_of(whole)
    assert found.largest_difference < 1e-6


def test_thresholds_of_lightgbm_between_two_floats_are_rounded_down():
    """Steps of 0.001 at a million: float64 thresholds, rounded to the nearest float32, put rows on the wrong side."""
    rng = np.random.default_rng(0)
    matrix = (1e6 + rng.integers(0, 2000, (3000, 3)) * 0.001).astype(np.float32)
    label = (rng.random(3000) < 0.2 + 0.6 * (matrix[:, 0] > 1e6 + 1)).astype(np.int8)
    one = models.library("lightgbm").fit(FitData(matrix, label), Knobs(rounds=30, max_depth=6))
    whole = loaded([(card("lightgbm", schema=FeatureSchema.plain("xyz")), one)])
    found, _ = onnx_export.graph_of(whole)
    assert found.largest_difference < 1e-6


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """An exported bundle with a graph; nobody knows where it comes from."""
    from engine.library import runs
    from engine.library.store import Workspace
    from tests.engine.bundle.makers import ensemble_file, native
    from tests.engine.library.records import a_run

    data = writing.ensemble_bytes(
        card("ensemble"), [(card(kind), native(kind)) for kind in ("xgboost", "lightgbm")],
        Pool(("xgboost", "lightgbm"), (0.5, 0.5)))
    with Workspace.open(tmp_path / "w") as workspace:
        runs.add_run(workspace, a_run("ens-1", name="two", kind="ensemble"), model_file=data)
        path = exporting.write_bundle(workspace, "ens-1", tmp_path / "two.apbundle", ExportOptions(onnx=True))
    monkeypatch.setattr(trust, "_written_by_this_process", set())
    assert ensemble_file
    return path


def test_a_bundle_with_a_graph_scores_by_either_way(bundle, workspace_dir):
    matrix, _ = table()
    whole, graph = loading.load_model(bundle), loading.load_graph(bundle)
    assert graph.trust == "unsigned"
    np.testing.assert_allclose(graph.predict(matrix), whole.predict(matrix), atol=1e-6)
    for name, scores in graph.member_scores(matrix).items():
        np.testing.assert_allclose(scores, whole.member_scores(matrix)[name], atol=1e-6)
    assert graph.predict(matrix[:0]).shape == (0,)
    one = {"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0}
    assert abs(graph.predict(one)[0] - whole.predict(one)[0]) < 1e-6
    found = reading.read(bundle)
    assert found.onnx.card.largest_difference < 1e-6
    assert "differed from the models by" in found.readme


ALONE = """
import sys
for name in ("xgboost", "lightgbm", "catboost", "sklearn", "pandas", "pyarrow", "onnx", "scipy", "numba"):
    sys.modules[name] = None
from engine.bundle import loading
print(float(loading.load_graph(sys.argv[1]).predict({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0})[0]))
"""


def test_a_graph_needs_only_numpy_and_onnx_runtime(bundle, workspace_dir):
    done = subprocess.run([sys.executable, "-c", ALONE, str(bundle)], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
    expected = loading.load_model(bundle).predict({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0})[0]
    assert abs(float(done.stdout) - expected) < 1e-6


def test_what_arrays_cannot_express_is_refused_with_the_reason(monkeypatch):
    def raising(self, categories):
        raise NotFlat("its leaves are linear")

    whole = single("xgboost")
    monkeypatch.setattr(type(whole.members[0].model), "flat", raising)
    with pytest.raises(WorkbenchError, match="cannot be expressed in ONNX: its leaves are linear") as refused:
        onnx_export.graph_of(whole)
    assert refused.value.code == "onnx-not-expressible"


def test_a_graph_that_scores_otherwise_is_not_written(monkeypatch):
    whole = single("xgboost")
    plain = whole.scores
    monkeypatch.setattr(whole, "scores", lambda rows: (plain(rows)[0], plain(rows)[1] + 2e-5))
    with pytest.raises(WorkbenchError, match=r"up to 2\.0e-05 apart .*10,032 rows") as refused:
        onnx_export.graph_of(whole, progress=Progress())
    assert refused.value.code == "onnx-differs"


def test_without_the_packages_the_words_say_what_to_install(monkeypatch):
    monkeypatch.setattr(onnx_export, "missing", lambda: "onnx not installed")
    with pytest.raises(WorkbenchError, match="onnx not installed"):
        onnx_export.graph_of(single("xgboost"))


# --- hostile graphs


def outside(graph):
    tensor = graph.graph.initializer[0]
    tensor.ClearField("raw_data")
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "../../etc/passwd"
    tensor.data_location = onnx.TensorProto.EXTERNAL


def domain(graph):
    graph.opset_import.add().domain = "com.evil"


def foreign_operator(graph):
    graph.graph.node[0].domain = "com.evil"


def program(graph):
    inner = onnx.helper.make_graph([], "inner", [], [])
    graph.graph.node.append(onnx.helper.make_node("If", ["x"], ["y"], then_branch=inner, else_branch=inner))


def loop(graph):
    graph.graph.node.append(onnx.helper.make_node("Loop", ["x"], ["y"]))


def function(graph):
    graph.functions.add().name = "f"


def metadata(graph):
    graph.metadata_props.add().key = "k"


def sparse(graph):
    graph.graph.sparse_initializer.add()


HOSTILE = {"data in another file": (outside, "another file"), "an unknown domain": (domain, "unknown domain"),
           "an operator of another domain": (foreign_operator, "operator that"),
           "a branch": (program, "parts that|operator"), "a loop": (loop, "operator that"),
           "a function": (function, "parts that"),
           "metadata": (metadata, "parts that"), "sparse data": (sparse, "parts that")}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_graph_with_more_than_a_score_needs_is_refused_unopened(case, bundle):
    change, words = HOSTILE[case]
    found = reading.read(bundle).onnx
    graph = onnx.load_from_string(found.data)
    change(graph)
    with pytest.raises(BundleRefused, match=words):
        reading.parse(archives.resealed(bundle.read_bytes(), {found.card.file: graph.SerializeToString()}))


def test_random_bytes_and_cut_graphs_are_refused(bundle):
    data = reading.read(bundle).onnx.data
    for damaged in (b"", b"\xff" * 100, data[: len(data) // 2], np.random.default_rng(1).bytes(3000)):
        if damaged:
            with pytest.raises(BundleRefused):
                onnx_checks.check(damaged, "x")


def test_a_graph_that_gives_other_scores_is_caught_by_the_canary_rows(bundle, workspace_dir):
    found = reading.read(bundle).onnx
    graph = onnx.load_from_string(found.data)
    weights = next(a for node in graph.graph.node for a in node.attribute if a.name == "target_weights")
    weights.floats[0] += 0.5
    bad = bundle.parent / "bad.apbundle"
    bad.write_bytes(archives.resealed(bundle.read_bytes(), {found.card.file: graph.SerializeToString()}))
    with pytest.raises(BundleRefused, match=r"ONNX graph does not give.* row \d+: 0\.\d+ expected, 0\.\d+ found"):
        loading.load_graph(bad)


def test_a_bundle_without_a_graph_says_so(tmp_path, workspace_dir):
    from tests.engine.bundle.makers import model_file

    (tmp_path / "m.apbundle").write_bytes(model_file())
    with pytest.raises(WorkbenchError, match="no ONNX graph"):
        loading.load_graph(tmp_path / "m.apbundle")
