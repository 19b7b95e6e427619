"""Columns that know the outcome are found by what they hold."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import roc_auc_score

from engine.data.leaks import auc_of, find_leaks
from engine.data.loading import load_table, table_from_frame
from engine.data.roles import guess_roles
from engine.records import Level

RNG = np.random.default_rng(0)
N = 800
LABEL = RNG.integers(0, 2, N).astype(np.int8)


def leaks(column, label=LABEL):
    return {leak.column: leak for leak in find_leaks(pd.DataFrame({"x": column}), ("x",), label)}


@pytest.mark.parametrize("values", [
    LABEL + 0.0, -3.0 * LABEL, np.where(LABEL == 1, RNG.uniform(1, 2, N), RNG.uniform(-1, 0, N)),
    np.where(LABEL == 1, "up", "down"), np.where(LABEL == 1, 1.0, np.nan),
])
def test_a_column_that_tells_the_outcome_is_certain(values):
    assert leaks(values)["x"].certain


def test_honest_columns_pass():
    assert not leaks(RNG.normal(size=N) + 0.3 * LABEL)
    assert not leaks(RNG.choice(["a", "b", "c"], N))
    assert not leaks(np.full(N, np.nan))
    assert not leaks([f"note {i}" for i in range(N)])


def test_a_strong_column_is_suspected_not_certain():
    found = leaks(RNG.normal(size=N) + 2.4 * LABEL)["x"]
    assert 0.9 < found.auc < 0.995
    assert not found.certain


def test_a_column_that_is_blank_where_the_outcome_is_open_was_filled_afterwards():
    label = LABEL.copy()
    label[-5:] = -1
    column = RNG.normal(size=N)
    column[-5:] = np.nan
    assert leaks(column, label)["x"].blank_where_open
    column[:100] = np.nan
    assert not leaks(column, label)


def test_auc_agrees_with_scikit_learn_with_ties():
    values = RNG.integers(0, 6, N) + LABEL * RNG.integers(0, 2, N)
    assert auc_of(values.astype(float), LABEL) == pytest.approx(roc_auc_score(LABEL, values))
    assert np.isnan(auc_of(values.astype(float), np.ones(N, dtype=np.int8)))


def test_a_leak_in_a_file_of_signals_is_made_an_outcome_and_said(sample_file, tmp_path):
    frame = pd.read_csv(sample_file)
    frame["edge_at_close"] = frame["realized_rr"] * 12.5
    path = tmp_path / "leaky.csv"
    frame.to_csv(path, index=False)
    table = load_table(path)
    assert "edge_at_close" not in table.schema.names
    assert "edge_at_close" in table.roles.outcomes
    (finding,) = [f for f in table.findings if f.code == "leak"]
    assert finding.column == "edge_at_close"
    assert finding.level is Level.WARNING


def test_in_a_table_without_times_a_strong_column_is_only_warned_about():
    frame = pd.DataFrame({"a": LABEL * 2.0, "b": RNG.normal(size=N), "y": LABEL})
    table = table_from_frame(frame, guess_roles(frame))
    assert table.schema.names == ("a", "b")
    assert "leak-suspected" in {finding.code for finding in table.findings}
