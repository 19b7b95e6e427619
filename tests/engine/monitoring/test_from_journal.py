"""What a journal gives back: the reasons of one signal, and a file of the newest labelled ones to train on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.loading import load_table
from engine.data.schema import Feature, FeatureSchema, Kind
from engine.errors import WorkbenchError
from engine.monitoring.monitor import Monitor
from engine.monitoring.reasons import signal_reasons
from engine.monitoring.recent_file import write_recent
from engine.monitoring.sources.file import FileSource
from engine.online.options import LearnerOptions
from tests.engine.online.made import make_table

ROWS = 500


@pytest.fixture(scope="module")
def monitor(tmp_path_factory) -> Monitor:
    from dataclasses import replace

    table = make_table(ROWS)
    matrix = table.matrix.copy()
    matrix[:, 3] = np.where(np.isnan(matrix[:, 3]), np.nan, matrix[:, 3] > 0)
    schema = FeatureSchema((*table.schema.features[:3], Feature("side", Kind.CATEGORY, ("short", "long"))))
    table = replace(table, matrix=matrix, schema=schema, realized_rr=np.linspace(-1, 2, ROWS))
    made = Monitor(FileSource(table, words="made"), LearnerOptions(window=200), folder=tmp_path_factory.mktemp("kept"))
    made.run()
    return made


def journal(monitor: Monitor) -> Path:
    return Path(monitor.snapshot().journal)


def test_the_parts_of_the_online_model_add_up_to_what_it_says(monitor: Monitor) -> None:
    model = monitor.online_model()
    assert model is not None
    found = signal_reasons(journal(monitor), "row-17", online=model)
    matrix = make_table(ROWS).matrix[17].astype(float)
    side = [np.nan, np.nan] if np.isnan(matrix[3]) else [float(matrix[3] <= 0), float(matrix[3] > 0)]
    assert found.probability == pytest.approx(model.predict(np.asarray([*matrix[:3], *side])))
    assert {step.feature for step in found.steps} <= {"x0", "x1", "x2", "side=short", "side=long"}


def test_a_champion_is_asked_before_the_online_model(monitor: Monitor) -> None:
    class Champion:
        schema = FeatureSchema.plain(["x0", "x1", "x2", "side"])

        def contributions(self, rows: np.ndarray) -> np.ndarray:
            return np.asarray([[0.5, -0.25, 0.0, 0.0, -1.0]])

    found = signal_reasons(journal(monitor), "row-3", champion=Champion(), online=monitor.online_model())  # type: ignore[arg-type]
    assert [step.feature for step in found.steps[:2]] == ["x0", "x1"]
    assert found.margin == -0.75


def test_an_unknown_signal_and_no_model_are_refused_in_words(monitor: Monitor) -> None:
    with pytest.raises(WorkbenchError, match="not in the journal"):
        signal_reasons(journal(monitor), "row-9999", online=monitor.online_model())
    with pytest.raises(WorkbenchError, match="nothing to explain"):
        signal_reasons(journal(monitor), "row-3")


def test_the_file_to_train_on_holds_what_the_monitor_saw(monitor: Monitor, tmp_path: Path) -> None:
    made = write_recent(journal(monitor), tmp_path / "all.parquet", days=0)
    table = load_table(made.path, made.roles)
    before = make_table(ROWS)
    assert made.rows == len(table) == ROWS
    np.testing.assert_array_equal(table.label, before.label)
    np.testing.assert_array_equal(table.time, before.time)
    np.testing.assert_array_equal(table.label_time, before.label_time)
    np.testing.assert_array_equal(table.matrix[:, :3], before.matrix[:, :3])
    assert table.schema.names == ("x0", "x1", "x2", "side")
    assert set(table.schema.features[3].categories) == {"short", "long"}
    np.testing.assert_allclose(table.realized_rr, np.linspace(-1, 2, ROWS))


def test_only_the_last_days_are_taken(monitor: Monitor, tmp_path: Path) -> None:
    made = write_recent(journal(monitor), tmp_path / "some.parquet", days=100 / 86_400)
    before = make_table(ROWS)
    newest = max(int(before.time.max()), int(before.label_time.max()))
    assert made.rows == int((before.time >= newest - 100 * 10**9).sum())
    assert made.first >= newest - 100 * 10**9


def test_no_labelled_signal_is_said(monitor: Monitor, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="Take more days"):
        write_recent(journal(monitor), tmp_path / "none.parquet", days=1e-9)
