"""The forgetting meter: what each ancestor of a model was tested on is kept, and every descendant is tested on it.

A frozen window is a few hundred rows of a run's last test block, with what the run said of them when it had not seen
them. A model that was gone on from scores them anew: a fall says what the newest rows have overwritten, and a rise
where it has learnt those very rows says nothing (`learnt`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import FeatureSchema, Matrix
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.evaluation.comparison import compare
from engine.evaluation.metrics import auc
from engine.library import lineage, runs
from engine.library.store import Workspace
from engine.records import Exposure, Floats, ForgettingWindow, Ints
from engine.training.exposure import seen_rows
from engine.training.warm_start import recoded

FILE = "window.npz"
_ROWS = 500
_MOST = 10  # ancestors that are asked
_LEAST = 20  # rows of each outcome

Scorer = Callable[[Matrix], Floats]


@dataclass(frozen=True, eq=False, slots=True)
class Window:
    """Rows in a run's own columns, their outcomes, and the run's probabilities before it had seen them."""

    schema: FeatureSchema
    matrix: Matrix
    label: NDArray[np.int8]
    time: Ints | None
    label_time: Ints | None
    probability: Floats

    def pack(self) -> bytes:
        """As an npz file without pickle."""
        buffer = BytesIO()
        none = np.empty(0, dtype=np.int64)
        schema = np.frombuffer(json.dumps(self.schema.to_json()).encode(), dtype=np.uint8)
        np.savez_compressed(
            buffer, schema=schema, matrix=self.matrix, label=self.label, probability=self.probability,
            time=none if self.time is None else self.time,
            label_time=none if self.label_time is None else self.label_time)
        return buffer.getvalue()

    @classmethod
    def unpack(cls, data: bytes) -> Window:
        """The inverse; raises `WorkbenchError` for a damaged file."""
        try:
            with np.load(BytesIO(data), allow_pickle=False) as stored:
                known = {name: stored[name] for name in ("matrix", "label", "probability", "time", "label_time")}
                schema = FeatureSchema.from_json(json.loads(stored["schema"].tobytes()))
        except Exception as error:  # numpy and zipfile raise half a dozen kinds for damaged files
            raise WorkbenchError("The frozen window of this run is damaged.", code="damaged-run",
                                 remedy="Forgetting is measured without it.") from error
        time, label_time = (known[name] if len(known[name]) else None for name in ("time", "label_time"))
        return cls(schema, known["matrix"], known["label"], time, label_time, known["probability"])


def frozen(table: SignalTable, rows: Ints, probability: Floats) -> bytes:
    """The window of a run that predicted these rows unseen: a sample in order of time, packed."""
    chosen = np.unique(np.linspace(0, len(rows) - 1, min(_ROWS, len(rows))).astype(np.int64))
    rows, probability = rows[chosen], probability[chosen]
    return Window(
        table.schema, table.matrix[rows], table.label[rows], None if table.time is None else table.time[rows],
        None if table.label_time is None else table.label_time[rows], probability).pack()


def measure(
    workspace: Workspace, parent: str | None, schema: FeatureSchema, scorer: Scorer, learnt: Sequence[Exposure]
) -> tuple[ForgettingWindow, ...]:
    """A new model on the windows of its ancestors, youngest first; `learnt` is what its own trees were trained on."""
    found = []
    for ancestor in _ancestors(workspace, parent)[:_MOST]:
        window = _window(workspace, ancestor.id)
        if window is not None and not window.schema.difference(schema):
            found.append(_compared(ancestor, window, schema, scorer, learnt))
    return tuple(found)


def words(windows: Sequence[ForgettingWindow]) -> str:
    """The gravest loss in a sentence, or nothing."""
    lost = [window for window in windows if window.difference.high < 0]
    if not lost:
        return ""
    worst = min(lost, key=lambda window: window.difference.value)
    return (f"Forgotten: on the {worst.rows} rows that {worst.name} was tested on, the AUC fell from {worst.then:.3f} "
            f"to {worst.now:.3f}.")


def _ancestors(workspace: Workspace, parent: str | None) -> tuple[lineage.Ancestor, ...]:
    if parent is None:
        return ()
    try:
        return tuple(each for each in lineage.chain(workspace, parent) if each.found)
    except WorkbenchError:  # a file from elsewhere: its line is not in this library
        return ()


def _window(workspace: Workspace, id: str) -> Window | None:
    data = runs.read_beside(workspace, id, FILE)
    try:
        window = None if data is None else Window.unpack(data)
    except WorkbenchError:
        return None
    if window is None or min(int((window.label == side).sum()) for side in (0, 1)) < _LEAST:
        return None
    return window


def _compared(
    ancestor: lineage.Ancestor, window: Window, schema: FeatureSchema, scorer: Scorer, learnt: Sequence[Exposure]
) -> ForgettingWindow:
    now = scorer(recoded(window.matrix, window.schema, schema))
    found = compare(window.label, now, window.probability, "now", "then")
    seen = seen_rows(window.matrix, learnt, time=window.time, label_time=window.label_time)
    times = window.time
    return ForgettingWindow(
        ancestor.id, ancestor.name, len(window.label), None if times is None else int(times[0]),
        None if times is None else int(times[-1]), float(auc(window.label, window.probability)),
        float(auc(window.label, now)), found.difference, bool(seen.mean() > 0.5))
