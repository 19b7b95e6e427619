"""Going on from a file of the library itself: through the guard, with its own column names, its past unknown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.training.trainer import train_models
from engine.training.warm_start import Parent, compatibility, open_parent
from tests.engine.training.worlds import quick, signals

ROWS = 400


def native(kind: str, folder: Path, names: list[str] | None, suffix: str = "", labels: type = np.int8,
           **params: Any) -> Path:
    """A model that the library wrote by itself, on columns of these names (None: none given)."""
    import pandas as pd

    table = signals(ROWS)
    X: Any = table.matrix if names is None else pd.DataFrame(table.matrix, columns=names)
    if kind == "xgboost":
        import xgboost as xgb

        path = folder / f"native{suffix or '.ubj'}"
        how = {"objective": "binary:logistic", "verbosity": 0, "nthread": 1, **params}
        xgb.train(how, xgb.DMatrix(X, table.label), 12).save_model(path)
    elif kind == "lightgbm":
        import lightgbm as lgb

        path = folder / "native.txt"
        how = {"objective": "binary", "verbosity": -1, "num_threads": 1, **params}
        lgb.train(how, lgb.Dataset(X, table.label), 12).save_model(path)
    else:
        import catboost

        path = folder / "native.cbm"
        model = catboost.CatBoostClassifier(iterations=12, thread_count=1, allow_writing_files=False, verbose=False,
                                            **params)
        model.fit(X, table.label.astype(labels))
        model.save_model(path)
    return path


@pytest.mark.parametrize(("kind", "suffix"), [("xgboost", ".ubj"), ("xgboost", ".json"), ("lightgbm", ""),
                                              ("catboost", "")])
@pytest.mark.parametrize("names", [["x0", "x1", "x2", "x3"], None])
def test_a_native_file_is_continued_and_its_unknown_past_is_said(
    kind: str, suffix: str, names: list[str] | None, tmp_path: Path, workspace: Workspace
) -> None:
    path = native(kind, tmp_path, names, suffix)
    parent = open_parent(path, workspace=workspace)
    assert (parent.kind, parent.trees, parent.exposure) == (kind, 12, ())
    run = train_models(signals(ROWS), [quick(kind, rounds=20)], workspace=workspace, leak_meter=False,
                       warm_start=path).runs[0]
    assert run.trees == 20
    assert run.features == ("x0", "x1", "x2", "x3")
    assert run.contaminated
    assert any("not known" in words for words in run.warnings)
    assert any("names no columns" in words for words in run.warnings) == (names is None)


@pytest.mark.parametrize("labels", [np.int64, np.float64, np.bool_])
def test_catboost_goes_on_whatever_kind_of_labels_a_file_was_trained_on(
    labels: type, tmp_path: Path, workspace: Workspace
) -> None:
    path = native("catboost", tmp_path, None, labels=labels)
    run = train_models(signals(ROWS), [quick("catboost", rounds=20)], workspace=workspace, leak_meter=False,
                       warm_start=path).runs[0]
    assert run.trees == 20


def test_a_native_files_columns_go_by_name_in_any_order(tmp_path: Path, workspace: Workspace) -> None:
    path = native("lightgbm", tmp_path, ["x2", "x0", "x3", "x1"])
    run = train_models(signals(ROWS), [quick(rounds=20)], workspace=workspace, leak_meter=False,
                       warm_start=path).runs[0]
    assert run.features == ("x2", "x0", "x3", "x1")


def test_names_that_the_library_spells_in_its_own_manner_are_matched(tmp_path: Path, workspace: Workspace) -> None:
    path = native("lightgbm", tmp_path, ["ret 1", "vol 8", "rsi", "atr"])
    assert open_parent(path, workspace=workspace).schema.names[0] == "ret_1"
    from dataclasses import replace

    table = replace(signals(ROWS), schema=FeatureSchema.plain(["ret 1", "vol 8", "rsi", "atr"]))
    run = train_models(table, [quick(rounds=20)], workspace=workspace, leak_meter=False, warm_start=path).runs[0]
    assert run.features == ("ret 1", "vol 8", "rsi", "atr")


def test_foreign_columns_are_refused_by_name_before_anything_is_kept(tmp_path: Path, workspace: Workspace) -> None:
    path = native("xgboost", tmp_path, ["x0", "x1", "spread", "x3"])
    with pytest.raises(WorkbenchError, match="lacks spread; has in addition x2"):
        train_models(signals(ROWS), [quick("xgboost", rounds=20)], workspace=workspace, warm_start=path)
    assert runs.list_runs(workspace) == ()


def test_a_file_that_cannot_be_gone_on_with_is_named_and_of_many_columns_the_first(
    tmp_path: Path, workspace: Workspace
) -> None:
    path = native("xgboost", tmp_path, [f"c{number}" for number in range(4)])
    with pytest.raises(WorkbenchError, match=r"lacks c0, c1, c2, c3; .*x7 and 4 more") as refused:
        train_models(signals(ROWS, columns=12), [quick("xgboost", rounds=20)], workspace=workspace, warm_start=path)
    assert refused.value.remedy
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(WorkbenchError) as refused:
        open_parent(path, workspace=workspace)
    assert refused.value.where == str(path)


@pytest.mark.parametrize(("kind", "params", "words"), [
    ("xgboost", {"booster": "gblinear"}, "refuses the model"), ("xgboost", {"booster": "dart"}, "booster dart"),
    ("xgboost", {"num_parallel_tree": 3}, "3 trees a round"),
    ("lightgbm", {"boosting": "rf", "bagging_freq": 1, "bagging_fraction": 0.5}, "random forest"),
    ("catboost", {"grow_policy": "Lossguide"}, "grow by Lossguide"),
])
def test_other_boosters_are_refused_before_the_run(
    kind: str, params: dict[str, Any], words: str, tmp_path: Path, workspace: Workspace
) -> None:
    path = native(kind, tmp_path, ["x0", "x1", "x2", "x3"], **params)
    with pytest.raises(WorkbenchError, match=words):
        train_models(signals(ROWS), [quick(kind, rounds=40)], workspace=workspace, warm_start=path)
    assert runs.list_runs(workspace) == ()


def test_compatibility_names_the_difference_without_opening_a_model(workspace: Workspace) -> None:
    table = signals(ROWS)
    run = train_models(table, [quick()], workspace=workspace, leak_meter=False).runs[0]
    Path(run.model_path).unlink()  # nothing is read from it
    assert compatibility(run, table.schema, quick(rounds=60)) is None
    for schema, config, words in (
        (table.schema, quick("xgboost", rounds=60), "XGBoost cannot go on from a LightGBM model"),
        (table.schema, quick(rounds=30), "30 trees already"),
        (FeatureSchema.plain(["x0", "x1", "x2"]), quick(rounds=60), "lacks x3"),
        (FeatureSchema.plain([*table.schema.names, "new"]), quick(rounds=60), "has in addition new"),
    ):
        reason = compatibility(run, schema, config)
        assert reason is not None
        assert words in str(reason)
        assert reason.remedy


def test_compatibility_with_a_model_looks_at_the_types_too() -> None:
    parent = Parent("p", "catboost", b"", 10, FeatureSchema.plain(["a", "b"]), ())
    table = FeatureSchema((Feature("a"), Feature("b", Kind.CATEGORY, ("u", "v"))))
    reason = compatibility(parent, table, quick("catboost"))
    assert reason is not None
    assert "has with another type b" in str(reason)
    grown = quick("catboost", extra_params={"grow_policy": "Depthwise"})
    assert "Depthwise" in str(compatibility(parent, None, grown))


def test_recent_rows_alone_train_where_that_is_wished(workspace: Workspace) -> None:
    from engine.training.config import ValidationOptions
    from engine.training.validation import plan

    table = signals(600, horizon=6)
    found = plan(table, ValidationOptions(recent_rows=100))
    assert [len(fold.train) for fold in found.folds] == [100] * 5
    assert all(fold.test[0] - fold.train[-1] == 7 for fold in found.folds)
    np.testing.assert_array_equal(found.record.purged[0], [(294, 299)])
