"""A CSV file to a checked table beside pandas' bare parser, and honest splits beside a library that makes them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from tests.benchmarks import made
from tests.benchmarks.measuring import Row, against

ROWS, FEATURES = 200_000, 40
SPLIT_ROWS = 20_000


def rows(*, repeats: int) -> list[Row]:
    """Both readers on one file; both splitters on the same times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "signals.csv"
        made.signals(ROWS, FEATURES).to_csv(path, index=False, float_format="%.6g")
        return [_reading(path, repeats), _quick_look(path, repeats), _splitting(repeats)]


def _reading(path: Path, repeats: int) -> Row:
    import pandas as pd

    from engine.data.loading import load_table

    return against(
        f"CSV of {ROWS:,} x {FEATURES} to a table: roles, checks, times, matrix",
        {"load_table": lambda: load_table(path), "pandas.read_csv alone": lambda: pd.read_csv(path)}, repeats=repeats,
    )


def _quick_look(path: Path, repeats: int) -> Row:
    import pandas as pd

    from engine.data.inspecting import inspect_file

    return against(
        "Data card of its first 1,000 rows",
        {"inspect_file": lambda: inspect_file(path, limit=1000),
         "pandas.read_csv": lambda: pd.read_csv(path, nrows=1000)}, repeats=repeats,
    )


def _splitting(repeats: int) -> Row:
    import pandas as pd
    from purgedcv import CombinatorialPurgedCV

    from engine.data.splits import combinatorial

    random = np.random.default_rng(0)
    time = np.cumsum(random.integers(1, 5, SPLIT_ROWS)) * 3600 * 10**9
    end = time + random.integers(0, 50, SPLIT_ROWS) * 3600 * 10**9
    when, known = pd.Series(pd.to_datetime(time)), pd.Series(pd.to_datetime(end + 1))
    peer = CombinatorialPurgedCV(8, 2, prediction_times=when, evaluation_times=known)
    blank = np.zeros((SPLIT_ROWS, 1))
    return against(
        f"28 combinatorial purged splits of {SPLIT_ROWS:,} rows",
        {"combinatorial": lambda: combinatorial(time, end), "purgedcv": lambda: list(peer.split(blank))},
        repeats=repeats,
    )
