"""Export, verify and import: a model leaves one workspace and is proved in another."""

import numpy as np
import pytest

from engine.bundle import exporting, guard, importing, libraries, loading, reading, trust, verifying
from engine.bundle.refusal import BundleRefused
from engine.bundle.trust import Trust
from engine.errors import Cancelled, WorkbenchError
from engine.library import promotion, runs
from engine.library.store import Workspace
from engine.progress import Progress
from tests.engine.bundle.makers import LIBRARIES, SCHEMA, ensemble_file, model_file, table
from tests.engine.library.records import a_run


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        runs.add_run(opened, a_run("xgb-1", name="monthly"), model_file=model_file())
        runs.add_run(opened, a_run("ens-1", name="all three", kind="ensemble"), model_file=ensemble_file())
        yield opened


@pytest.fixture
def elsewhere(tmp_path, workspace, monkeypatch):
    """Another machine's workspace; nothing of here is known there."""
    with Workspace.open(tmp_path / "elsewhere") as other:
        exporting.write_bundle(workspace, "ens-1", tmp_path / "e.apbundle")
        monkeypatch.setattr(trust, "_written_by_this_process", set())
        yield other


def test_an_exported_ensemble_is_verified_and_scores_elsewhere(workspace, elsewhere, tmp_path):
    matrix, _ = table()
    found = verifying.verify(tmp_path / "e.apbundle", workspace=elsewhere)
    assert (found.golden_rows, found.trust, found.signature) == (32, Trust.UNSIGNED, "unsigned")
    assert {each.name: each.weight for each in found.members} == {"xgboost": 0.5, "lightgbm": 0.3, "catboost": 0.2}
    assert found.card.name == "all three"
    here = loading.load_model("ens-1", workspace=workspace)
    there = loading.load_model(tmp_path / "e.apbundle", workspace=elsewhere)
    assert there.trust == "unsigned"
    assert (here.predict(matrix) == there.predict(matrix)).all()


def test_export_is_repeatable_and_known_as_written_here(workspace, tmp_path):
    first = exporting.write_bundle(workspace, "xgb-1", tmp_path / "a.apbundle").read_bytes()
    second = exporting.write_bundle(workspace, "xgb-1", tmp_path / "b.apbundle").read_bytes()
    assert first == second
    assert trust.of(reading.parse(first), workspace) is Trust.WRITTEN_HERE


def test_a_renamed_run_is_exported_under_its_new_name(workspace, tmp_path):
    runs.update_run(workspace, "xgb-1", name="for the desk")
    path = exporting.write_bundle(workspace, "xgb-1", tmp_path / "a.apbundle")
    assert reading.read(path).card.name == "for the desk"


def test_a_cancelled_export_leaves_nothing(workspace, tmp_path):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        exporting.write_bundle(workspace, "xgb-1", tmp_path / "a.apbundle", progress=progress)
    assert not list(tmp_path.glob("*.apbundle"))


def test_an_export_that_cannot_be_written_is_told(workspace, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkbenchError):
        exporting.write_bundle(workspace, "xgb-1", tmp_path / "file" / "a.apbundle")


def test_what_was_imported_is_a_run_like_any_other(elsewhere, tmp_path):
    found = importing.import_bundle(elsewhere, tmp_path / "e.apbundle")
    assert (found.name, found.kind, found.features) == ("all three", "ensemble", SCHEMA.names)
    promotion.promote(elsewhere, found.id)
    matrix, _ = table()
    assert loading.load_model(found.id, workspace=elsewhere).predict(matrix).shape == (400,)
    again = importing.import_bundle(elsewhere, tmp_path / "e.apbundle")
    assert again.id != found.id


def without(monkeypatch, *absent):
    """As on a machine that lacks these libraries."""
    missing = libraries.missing
    monkeypatch.setattr(libraries, "missing",
                        lambda kind: f"{kind} is not installed" if kind in absent else missing(kind))


def test_what_was_imported_does_not_count_as_written_here_though_it_needs_no_guard_again(
    elsewhere, tmp_path, monkeypatch
):
    monkeypatch.setattr(trust, "_written_by_this_process", set())
    found = importing.import_bundle(elsewhere, tmp_path / "e.apbundle")
    assert verifying.verify(tmp_path / "e.apbundle", workspace=elsewhere).trust is Trust.UNSIGNED
    monkeypatch.setattr(guard._guard, "ask", lambda *_, **__: pytest.fail("asked"))
    assert loading.load_model(found.id, workspace=elsewhere).trust == "unsigned"


def test_a_member_whose_library_is_missing_is_named_and_proved_once_it_is_there(elsewhere, tmp_path, monkeypatch):
    monkeypatch.setattr(trust, "_written_by_this_process", set())
    with monkeypatch.context() as there:
        without(there, "catboost")
        found = importing.import_bundle(elsewhere, tmp_path / "e.apbundle")
        (words,) = importing.cannot_score(elsewhere, found.id)
        assert words.startswith("catboost cannot be scored here: catboost is not installed")
        matrix, _ = table()
        loaded = loading.load_model(found.id, workspace=elsewhere)
        assert loaded.status == "without catboost: catboost is not installed"
        assert np.isfinite(loaded.predict(matrix)).all()
    asked = []
    ask = guard._guard.ask
    monkeypatch.setattr(guard._guard, "ask", lambda *what, **how: asked.append(what) or ask(*what, **how))
    assert loading.load_model(found.id, workspace=elsewhere).status == "ok"
    assert asked, "nobody has tried that member yet"
    assert importing.cannot_score(elsewhere, found.id) == ()


def test_a_librarys_own_file_says_that_nothing_can_be_proved(tmp_path, workspace_dir, monkeypatch):
    path = tmp_path / "raw.ubj"
    path.write_bytes(reading.parse(model_file()).members[0].native)
    assert Trust(loading.load_model(path).trust) is Trust.NATIVE
    assert "neither hashes nor canary rows" in Trust.NATIVE.words
    with pytest.raises(BundleRefused, match="a model of xgboost, not a bundle") as refused:
        verifying.verify(path)
    assert refused.value.code == "bundle-native"


def test_a_broken_bundle_is_not_imported(elsewhere, tmp_path):
    data = bytearray((tmp_path / "e.apbundle").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "broken.apbundle").write_bytes(data)
    with pytest.raises(BundleRefused):
        importing.import_bundle(elsewhere, tmp_path / "broken.apbundle")
    (tmp_path / "raw.ubj").write_bytes(reading.parse(model_file()).members[0].native)
    with pytest.raises(WorkbenchError, match="no bundle"):
        importing.import_bundle(elsewhere, tmp_path / "raw.ubj")
    assert runs.list_runs(elsewhere) == ()


def test_models_written_here_do_without_the_guard(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(trust, "_written_by_this_process", set())
    monkeypatch.setattr(guard._guard, "ask", lambda *_, **__: pytest.fail("asked"))
    assert loading.load_model("xgb-1", workspace=workspace).trust == "written here"
    assert loading.load_model("ens-1").trust == "written here"  # the default workspace


def test_a_file_changed_within_the_workspace_is_foreign(workspace, monkeypatch):
    other = model_file("lightgbm")
    monkeypatch.setattr(trust, "_written_by_this_process", set())
    runs.model_file(workspace, "xgb-1").write_bytes(other)
    assert loading.load_model("xgb-1", workspace=workspace).trust == "unsigned"


@pytest.mark.parametrize("reference", ["nothing", "", "models/none.model"])
def test_neither_a_file_nor_a_run(reference, workspace):
    with pytest.raises(WorkbenchError):
        loading.load_model(reference, workspace=workspace)


def test_without_any_workspace_an_unknown_name_is_told(workspace_dir):
    with pytest.raises(WorkbenchError, match="neither a file nor a run"):
        loading.load_model("monthly")


@pytest.mark.parametrize(("version", "words"), [("99.0.0", "newer than"), ("0.1", "older than")])
def test_another_version_of_a_library_is_told_and_the_canary_rows_decide(version, words, tmp_path, workspace_dir):
    from tests.hostile import archives

    def change(values):
        values["model"]["library_version"] = version

    path = tmp_path / "m.apbundle"
    path.write_bytes(archives.with_json(model_file(), "manifest.json", change))
    found = verifying.verify(path)
    assert found.golden_rows == 32
    assert any(words in note and "canary rows gave the same scores" in note for note in found.notes)


@pytest.mark.parametrize("name", [*LIBRARIES, "ensemble", "compact", "onnx", "online", "rounded"])
def test_bundles_of_format_1_open_for_ever(name, tmp_path, monkeypatch, workspace_dir):
    import json
    from pathlib import Path

    import numpy as np

    folder = Path(__file__).resolve().parents[2] / "data" / "bundles" / "1"
    expected = json.loads((folder / "expected.json").read_text())
    found = verifying.verify(folder / f"{name}.apbundle")
    assert found.golden_rows == 32
    scores = loading.load_model(folder / f"{name}.apbundle").predict(np.asarray(expected["rows"], dtype=np.float32))
    np.testing.assert_allclose(scores, expected[name], atol=1e-6)


def test_the_card_in_a_bundle_has_its_plots_and_licences(workspace, tmp_path):
    import numpy as np

    from engine.records import OutOfFold

    rng = np.random.default_rng(1)
    label = rng.integers(0, 2, 200)
    nothing = np.full(200, -1, dtype=np.int64)
    kept = OutOfFold(np.arange(200), nothing, nothing, label, rng.random(200), nothing, np.zeros(200))
    runs.add_run(workspace, a_run("xgb-2", name="with <plots>"), model_file=model_file(), out_of_fold=kept)
    found = reading.read(exporting.write_bundle(workspace, "xgb-2", tmp_path / "p.apbundle"))
    assert set(found.plots) == {"plots/calibration.svg", "plots/importance.svg", "plots/roc.svg"}
    assert all(f"({name})" in found.readme for name in found.plots)
    assert b"with &lt;plots&gt;" in found.plots["plots/roc.svg"]
    assert "xgboost: Apache-2.0" in found.readme


def test_plots_stay_with_a_bundle_that_is_handed_on(workspace, elsewhere, tmp_path):
    there = exporting.write_bundle(workspace, "xgb-1", tmp_path / "m.apbundle")
    taken = importing.import_bundle(elsewhere, there)
    again = reading.read(exporting.write_bundle(elsewhere, taken.id, tmp_path / "again.apbundle"))
    assert again.plots == reading.read(there).plots
    assert set(again.plots) == {"plots/importance.svg"}
