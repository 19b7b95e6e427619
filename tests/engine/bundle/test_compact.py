"""Compact bundles: exact thresholds, rounded leaves, a price that is measured, told and kept; no library needed."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine import models
from engine.bundle import exporting, loading, reading, trust, verifying, writing
from engine.bundle.exporting import ExportOptions
from engine.bundle.refusal import BundleRefused
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.models.compact import CompactModel
from tests.engine.bundle.makers import LIBRARIES, card, model, native, table
from tests.engine.library.records import a_run
from tests.hostile import archives

ROOT = Path(__file__).resolve().parents[3]
NAMES = ["a", "b", "sector", "d"]


@pytest.fixture
def workspace(workspace_dir, tmp_path):
    """One run of two boosters, whose signals are still where they were."""
    matrix, label = table()
    frame = pd.DataFrame(matrix, columns=NAMES).assign(
        sector=np.array(["tech", "gold", "oil"])[matrix[:, 2].astype(int)], win=label)
    frame.to_csv(tmp_path / "signals.csv", index=False)
    members = [(card(kind), native(kind)) for kind in ("xgboost", "lightgbm")]
    data = writing.ensemble_bytes(card("ensemble"), members, writing.Pool(("xgboost", "lightgbm"), (0.5, 0.5)))
    with Workspace.open(workspace_dir) as opened:
        runs.add_run(opened, a_run("ens-1", name="two", kind="ensemble", source=str(tmp_path / "signals.csv")),
                     model_file=data)
        runs.add_run(opened, a_run("xgb-1", name="one"), model_file=writing.model_bytes(card("xgboost"),
                                                                                       native("xgboost")))
        yield opened


def stranger(monkeypatch):
    monkeypatch.setattr(trust, "_written_by_this_process", set())


@pytest.mark.parametrize(("form", "bound"), [("fp16", 1e-3), ("int8", 2e-2)])
def test_a_compact_bundle_scores_within_its_price(form, bound, workspace, tmp_path, monkeypatch):
    matrix, _ = table()
    path = exporting.write_bundle(workspace, "ens-1", tmp_path / "c.apbundle", ExportOptions(compact=form))
    before = loading.load_model("ens-1", workspace=workspace).predict(matrix)
    price = reading.read(path).card.price
    assert price.rows == 400
    assert np.isfinite(price.auc_change)
    assert 0 < price.largest_difference < bound
    assert price.compact_bytes < price.native_bytes
    stranger(monkeypatch)
    with Workspace.open(tmp_path / "elsewhere") as other:
        found = verifying.verify(path, workspace=other)
        assert found.golden_rows == 32
        assert any("Compact" in note and "moves by at most" in note for note in found.notes)
        loaded = loading.load_model(path, workspace=other)
    assert np.abs(loaded.predict(matrix) - before).max() <= price.largest_difference * 1.001
    with pytest.raises(WorkbenchError, match="only scores"):
        loaded.contributions(matrix[:2])


ALONE = """
import sys
for name in ("xgboost", "lightgbm", "catboost", "sklearn", "pandas", "pyarrow", "scipy", "numba"):
    sys.modules[name] = None
from engine.bundle import loading
print(float(loading.load_model(sys.argv[1]).predict({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0})[0]))
"""


def test_a_compact_bundle_needs_nothing_but_numpy(workspace, tmp_path):
    path = exporting.write_bundle(workspace, "ens-1", tmp_path / "c.apbundle", ExportOptions(compact="fp16"))
    expected = loading.load_model(path).predict({"a": 1.0, "b": 0.5, "sector": "gold", "d": 0.0})[0]
    done = subprocess.run([sys.executable, "-c", ALONE, str(path)], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
    assert abs(float(done.stdout) - expected) < 1e-12


def test_without_the_signals_the_price_has_no_auc(workspace, tmp_path):
    path = exporting.write_bundle(workspace, "xgb-1", tmp_path / "c.apbundle", ExportOptions(compact="int8"))
    price = reading.read(path).card.price
    assert np.isnan(price.auc_change)
    assert price.rows == 10_032
    assert "AUC" not in price.words


def test_compact_and_onnx_go_together(workspace, tmp_path):
    pytest.importorskip("onnx", reason="needs the extra onnx")
    path = exporting.write_bundle(workspace, "ens-1", tmp_path / "c.apbundle", ExportOptions(onnx=True, compact="fp16"))
    found = reading.read(path)
    assert found.onnx.card.largest_difference < 1e-6
    assert {member.file[-5:] for member in found.members} == {".flat"}


def test_what_is_compact_is_not_made_compact_again(workspace, tmp_path):
    from engine.bundle import importing

    path = exporting.write_bundle(workspace, "xgb-1", tmp_path / "c.apbundle", ExportOptions(compact="fp16"))
    taken = importing.import_bundle(workspace, path)
    with pytest.raises(WorkbenchError, match="compact already"):
        exporting.draft(workspace, taken.id, ExportOptions(compact="int8"))
    again = exporting.write_bundle(workspace, taken.id, tmp_path / "again.apbundle")
    assert reading.read(again).card.price is not None


@pytest.mark.parametrize("form", ["fp16", "int8"])
@pytest.mark.parametrize("kind", LIBRARIES)
def test_rounded_leaves_stand_in_the_librarys_own_file_and_score_as_the_compact_form(kind, form, workspace, tmp_path):
    matrix, _ = table()
    runs.add_run(workspace, a_run("one-2", kind=kind), model_file=writing.model_bytes(card(kind), native(kind)))
    small, back = (reading.read(exporting.write_bundle(workspace, "one-2", tmp_path / f"{native_too}.apbundle",
                                                       ExportOptions(compact=form, native=native_too)))
                   for native_too in (False, True))
    (member,) = back.members
    assert member.card.compact == ""
    raw = tmp_path / member.file.partition("/")[2]
    raw.write_bytes(member.native)
    rounded = models.library(kind).from_bytes(raw.read_bytes())
    np.testing.assert_allclose(rounded.margin(matrix), CompactModel(small.members[0].native).margin(matrix), atol=1e-9)
    exact, changed = (each.flat((0, 0, 3, 0)) for each in (model(kind), rounded))
    np.testing.assert_array_equal(exact.nodes, changed.nodes)  # every threshold as it was
    assert np.abs(exact.values - changed.values).max() > 0
    assert back.card.price.code_bytes == 0
    assert "in the libraries' own format" in back.card.price.words
    assert loading.load_model(raw).predict(matrix[:5]) == pytest.approx(
        loading.load_model(tmp_path / "True.apbundle").predict(matrix[:5]), abs=1e-12)


def test_native_files_need_a_form_and_a_library(workspace, tmp_path):
    with pytest.raises(WorkbenchError, match="not said how leaves are to be rounded"):
        exporting.draft(workspace, "xgb-1", ExportOptions(native=True))
    from engine.bundle import importing

    path = exporting.write_bundle(workspace, "xgb-1", tmp_path / "c.apbundle", ExportOptions(compact="fp16"))
    taken = importing.import_bundle(workspace, path)
    with pytest.raises(WorkbenchError, match="compact already"):
        exporting.draft(workspace, taken.id, ExportOptions(compact="fp16", native=True))


def test_what_does_not_come_back_the_same_is_refused(workspace, monkeypatch):
    adapter = models.library("xgboost")
    monkeypatch.setattr(adapter, "with_leaves", lambda self, change: self)
    with pytest.raises(WorkbenchError, match="cannot be put back into its library's format"):
        exporting.draft(workspace, "xgb-1", ExportOptions(compact="int8", native=True))


def test_an_unknown_form_is_refused(workspace):
    with pytest.raises(WorkbenchError, match="no compact form 'fp8'"):
        exporting.draft(workspace, "xgb-1", ExportOptions(compact="fp8"))


@pytest.mark.parametrize("damage", [lambda d: d[:-1], lambda d: d + b"\0", lambda d: b"APFOREST" + bytes(len(d) - 8),
                                    lambda d: d[:200], lambda d: b"tree" + d[4:]])
def test_a_damaged_compact_member_is_refused_though_every_hash_is_right(damage, workspace, tmp_path, monkeypatch):
    path = exporting.write_bundle(workspace, "xgb-1", tmp_path / "c.apbundle", ExportOptions(compact="fp16"))
    data = path.read_bytes()
    name = next(name for name in archives.entries(data) if name.endswith(".flat"))
    stranger(monkeypatch)
    bad = tmp_path / "bad.apbundle"
    bad.write_bytes(archives.resealed(data, {name: damage(archives.entries(data)[name])}))
    with pytest.raises(BundleRefused):
        loading.load_model(bad)


def test_the_command_tells_the_price(workspace_dir, workspace, tmp_path, capsys):
    from engine.cli import main

    workspace.close()
    assert main(["export", "ens-1", "--out", str(tmp_path / "c.apbundle"), "--compact", "int8"]) == 0
    assert "decisions that change" in capsys.readouterr().out


def test_the_command_puts_rounded_leaves_into_native_files(workspace_dir, workspace, tmp_path, capsys):
    from engine.cli import main

    workspace.close()
    path = tmp_path / "n.apbundle"
    assert main(["export", "ens-1", "--out", str(path), "--compact", "fp16", "--native"]) == 0
    assert "in the libraries' own format" in capsys.readouterr().out
    assert {member.file.rpartition(".")[2] for member in reading.read(path).members} == {"ubj", "txt"}
