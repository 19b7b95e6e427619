"""Files with a planted leak, and files without one: real columns of signal sets, and made-up streams."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from engine.data.synthetic import Kind, stream

Plant = Callable[[pd.DataFrame, np.random.Generator], "pd.Series"]


def renamed_outcome(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return frame["realized_rr"] * 3.0 + 1.0


def wait_in_bars(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    wait = pd.to_datetime(frame["label_time"], utc=True) - pd.to_datetime(frame["signal_time"], utc=True)
    return (wait / pd.Timedelta("5min")).round()


def noisy_label(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return frame["win"] + rng.normal(scale=1.0, size=len(frame))


def flipped_label(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return (frame["win"] == 1).astype(float).where(rng.random(len(frame)) > 0.25, lambda known: 1 - known)


def next_row(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return frame[_moving(frame, rng)].shift(-1)


def three_rows_later(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return frame[_moving(frame, rng)].shift(-3)


def counter(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return pd.Series(np.cumsum(rng.integers(1, 9, len(frame))) + 100_000, index=frame.index)


def counter_in_words(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return pd.Series([f"T-{number:07d}" for number in counter(frame, rng)], index=frame.index)


def mean_by_group(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    return frame.groupby(_group(frame, rng))["win"].transform("mean")


def smoothed_mean_by_group(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    wins = frame.groupby(_group(frame, rng))["win"]
    count, overall = wins.transform("count"), frame["win"].mean()
    return (wins.transform("sum") + 20 * overall) / (count + 20)


def mean_but_for_itself(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    wins = frame.groupby(_group(frame, rng))["win"]
    return (wins.transform("sum") - frame["win"]) / (wins.transform("count") - 1)


PLANTS: dict[str, Plant] = {
    plant.__name__: plant
    for plant in (renamed_outcome, wait_in_bars, noisy_label, flipped_label, next_row, three_rows_later, counter,
                  counter_in_words, mean_by_group, smoothed_mean_by_group, mean_but_for_itself)
}


def made(kind: Kind, seed: int, rows: int = 3_000) -> pd.DataFrame:
    return stream(kind, rows=rows, seed=seed, bayes_auc=0.65 if seed % 2 else 0.8).frame()


def _group(frame: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """A column of words, else groups of the author's own."""
    if "setup" in frame:
        return frame["setup"]
    return pd.Series(rng.integers(0, 40, len(frame)), index=frame.index)


def _moving(frame: pd.DataFrame, rng: np.random.Generator) -> str:
    """A feature that changes from row to row."""
    return str(rng.choice([name for name in ("ret_1", "rsi_2", "body_atr", "x0", "x1", "x4") if name in frame]))
