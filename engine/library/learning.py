"""The learning curves of a run, kept beside it: the loss of each round on training and on later rows."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO

import numpy as np

from engine.library import runs
from engine.library.store import Workspace
from engine.records import LearningCurve

FILE = "learning.npz"


def pack(curves: Sequence[LearningCurve]) -> bytes:
    """As an npz file without pickle: one long table, a fold after the other."""
    buffer = BytesIO()
    np.savez_compressed(
        buffer, fold=np.concatenate([np.full(len(each.round), each.fold, dtype=np.int32) for each in curves]),
        round=np.concatenate([each.round for each in curves]).astype(np.int32),
        train=np.concatenate([each.train for each in curves]).astype(np.float32),
        valid=np.concatenate([each.valid for each in curves]).astype(np.float32))
    return buffer.getvalue()


def unpack(data: bytes) -> tuple[LearningCurve, ...]:
    """The inverse of `pack`; bytes that are none raise what NumPy and its zip reader raise."""
    with np.load(BytesIO(data), allow_pickle=False) as kept:
        fold, rounds, train, valid = (kept[name] for name in ("fold", "round", "train", "valid"))
    return tuple(
        LearningCurve(int(each), rounds[fold == each].astype(np.int64), train[fold == each].astype(np.float64),
                      valid[fold == each].astype(np.float64)) for each in np.unique(fold))


def curves_of(workspace: Workspace, id: str) -> tuple[LearningCurve, ...]:
    """What was kept with a run, by fold; () where nothing was, or it cannot be read any more."""
    data = runs.read_beside(workspace, id, FILE)
    try:
        return () if data is None else unpack(data)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
        return ()  # a picture of the past: nothing depends on it
