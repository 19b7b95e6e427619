"""Open a file by its content, whatever its name says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Ints

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, slots=True)
class RawFrame:
    """A file's columns; `rows` (n,) are 0-based data rows of the file, `named_rows` how many were refused and named."""

    frame: pd.DataFrame
    rows: Ints
    findings: tuple[Finding, ...] = ()
    named_rows: int = 0
    understood: str = ""


def read_frame(path: Path | str, *, progress: Progress | None = None, limit: int | None = None) -> RawFrame:
    """Read CSV (also gzip), Parquet or Feather; `limit` reads only that many rows for a quick look."""
    import pandas as pd

    path = Path(path)
    if not path.is_file():
        raise WorkbenchError(f"{path} is not there.", remedy="Check the path.", code="no-such-file")
    with path.open("rb") as file:
        head = file.read(8)
    if head[:4] == b"PAR1":
        frame = pd.read_parquet(path)
    elif head[:6] == b"ARROW1":
        frame = pd.read_feather(path)
    else:
        frame = pd.read_csv(path, nrows=limit, compression="gzip" if head[:2] == b"\x1f\x8b" else None)
    frame = frame if limit is None else frame.head(limit)
    return RawFrame(frame, np.arange(len(frame)))
