"""Planted leaks are found and named before any training; files without one pass."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.data.loading import table_from_frame
from engine.data.roles import guess_roles
from engine.data.synthetic import Kind, planted
from engine.records import Finding
from tests.engine.data.leak_worlds import PLANTS, made

CODES = {
    "renamed_outcome": "leak-suspected", "wait_in_bars": "leak-wait", "noisy_label": "leak-suspected",
    "flipped_label": "leak-suspected", "next_row": "leak-shifted", "three_rows_later": "leak-shifted",
    "counter": "leak-time", "mean_by_group": "leak-target-mean", "smoothed_mean_by_group": "leak-target-mean",
    "mean_but_for_itself": "leak-pure",
}


@pytest.fixture(scope="module")
def sample(sample_file: Path) -> pd.DataFrame:
    return pd.read_csv(sample_file).dropna(subset=["win"]).reset_index(drop=True)


def leaks(frame: pd.DataFrame) -> list[Finding]:
    found = table_from_frame(frame, guess_roles(frame)).findings
    return [finding for finding in found if finding.code.startswith("leak")]


def with_leak(frame: pd.DataFrame, plant: str, seed: int) -> pd.DataFrame:
    frame = frame.copy()
    frame.insert(9, "alpha_7", PLANTS[plant](frame, np.random.default_rng(seed)))
    return frame


@pytest.mark.parametrize("plant", CODES)
@pytest.mark.parametrize("source", ["sample", "made"])
def test_twenty_planted_leaks_are_all_found_and_named(plant: str, source: str, sample: pd.DataFrame) -> None:
    frame = sample if source == "sample" else made(Kind.ABRUPT, seed=1)
    (finding,) = leaks(with_leak(frame, plant, seed=0))
    assert (finding.column, finding.code) == ("alpha_7", CODES[plant])
    assert "alpha_7" in finding.message
    assert finding.remedy


def test_a_counter_in_words_is_no_feature_and_is_named(sample: pd.DataFrame) -> None:
    frame = with_leak(sample, "counter_in_words", seed=0)
    table = table_from_frame(frame, guess_roles(frame))
    assert "alpha_7" not in table.schema.names
    assert "alpha_7" in table.roles.dropped


def test_a_feature_shifted_where_it_stands_is_found(sample: pd.DataFrame) -> None:
    frame = sample.copy()
    frame["ret_3"] = frame["ret_3"].shift(-2)
    (finding,) = leaks(frame)
    assert (finding.column, finding.code) == ("ret_3", "leak-shifted")
    assert "2 rows later" in finding.message


def test_a_feature_that_looks_back_is_honest(sample: pd.DataFrame) -> None:
    frame = sample.copy()
    frame.insert(9, "ret_1_before", frame["ret_1"].shift(1))
    frame.insert(9, "rsi_14_before", frame["rsi_14"].shift(3))
    assert leaks(frame) == []


def test_of_twenty_files_without_a_leak_at_most_one_is_suspected(sample: pd.DataFrame) -> None:
    half = len(sample) // 2
    few = sample.iloc[:, [*range(20), *range(46, 54)]]
    files = [sample, sample.iloc[:half], sample.iloc[half:], sample.iloc[::3], few]
    files += [made(kind, seed=seed) for seed, kind in enumerate(Kind)]
    files += [_with_rule(sample, seed) for seed in range(4)]
    suspected = [bool(leaks(file.reset_index(drop=True))) for file in files]
    assert len(suspected) == 20
    assert sum(suspected) <= 1


def test_short_files_are_no_more_suspected_than_long_ones(sample: pd.DataFrame) -> None:
    files = [sample.iloc[first:first + rows] for rows in (120, 150, 250, 400) for first in range(0, 3001, 600)]
    suspected = [bool(leaks(file.reset_index(drop=True))) for file in files]
    assert sum(suspected) <= len(files) // 20


@pytest.mark.shared
@pytest.mark.parametrize("name", ["index_1d", "equities_1h_dev"])
def test_other_signal_sets_pass_and_their_planted_leaks_are_found(name: str, shared_data: Path) -> None:
    frame = pd.read_parquet(shared_data / "signals" / f"{name}.parquet").dropna(subset=["win"]).reset_index(drop=True)
    assert leaks(frame) == []
    for plant, code in CODES.items():
        (finding,) = leaks(with_leak(frame, plant, seed=3))
        assert (finding.column, finding.code) == ("alpha_7", code)


def _with_rule(frame: pd.DataFrame, seed: int) -> pd.DataFrame:
    features = frame.iloc[:, 5:44].to_numpy(dtype=float)
    label, _, _ = planted(features, seed=seed, bayes_auc=0.66)
    return frame.assign(win=label, realized_rr=np.where(label == 1, 1.5, -1.0))
