"""The online learner of the contract: learns one signal at a time and blends its score with a batch model's.

`OnlineLearner` has an asynchronous face (`initialize`, `learn_one`, `learn_batch`, `predict`, `save`, `load`) and for
each a plain twin (`open_batch_model`, `learn_row`, `learn_rows`, `predict_rows`, `save_state`, `load_state`).
"""

from __future__ import annotations

import asyncio
import json
import math
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine import settings
from engine.awaiting import in_thread
from engine.errors import WorkbenchError
from engine.evaluation.intervals import wilson
from engine.online import book, loops, mixing
from engine.online.answers import (
    View,
    batch_scores,
    blended,
    checked_weight,
    encoded_rows,
    in_parts,
    listed,
    row_count,
    status_words,
    won_or_lost,
)
from engine.online.blend import first_weights, mixing_of, of_weights
from engine.online.columns import GrowingColumns
from engine.online.encoding import Encoding
from engine.online.kernels import LABEL, NO_TIME, SIGNAL
from engine.online.linear import LinearModel, rates_of
from engine.online.options import Blending, LearnerOptions, OnlineKind, checked
from engine.online.preparing import warm_up
from engine.online.rolling import RollingShare
from engine.online.state import State, bad_state, packed, state_hash, unpacked
from engine.progress import Progress
from engine.records import Floats, Interval, OnlinePrediction

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

FORMAT = 1
BULK = 2000  # rows from which loading the compiled loop pays
SOME = 100  # rows between looks at Cancel


class OnlineLearner:
    """Works with or without a batch model; safe to share between threads and tasks.

    Features come as a mapping name -> value for one row, or as a pandas DataFrame, Arrow table or array for many;
    missing keys, None and NaN are missing values. With a batch model its schema names the features; without one they
    are learnt from the rows, new names at the end.
    """

    def __init__(self, options: LearnerOptions | None = None) -> None:
        self.options = checked(options or LearnerOptions())
        if self.options.model is not OnlineKind.LINEAR:
            raise WorkbenchError("Plain Python offers the linear online model only.", code="not-yet",
                                 remedy="Use the replay or the monitor for River's other models.")
        self.batch: LoadedModel | None = None
        self.batch_path = ""
        self.columns = GrowingColumns()
        self.model = LinearModel(0, rates_of(self.options))
        self.member_weights = first_weights(self.options.batch_weight)
        self._rolling = RollingShare(self.options.window)
        self._encoding: Encoding | None = None
        self._tested: deque[tuple[bool, float]] = deque(maxlen=self.options.window)
        self._lock = threading.RLock()

    # --- plain twins ------------------------------------------------------------------------------------------------

    def open_batch_model(self, path: str | Path | None, *, progress: Progress | None = None) -> None:
        """Take a file that `train_model` or an ensemble wrote as the batch model; None goes on without one.

        A learner that has learnt other columns starts afresh; with the same columns what it has learnt stays.
        """
        batch = None
        if path is not None:
            from engine.bundle.loading import load_model

            batch = load_model(path)
            batch.quick.prepare(0.0)  # single rows will follow; until it is ready the libraries answer
        with self._lock:
            self.batch, self.batch_path = batch, "" if path is None else str(path)
            if batch is not None:
                self._encoding = Encoding.of(batch.schema)
                self._use_columns(self._encoding.names)

    def learn_row(self, features: Any, label: Any, *, weight: float = 1.0, time: float = NO_TIME) -> None:
        """Learn the outcome of one signal: 1 win, 0 loss. `time` (ns) matters only to a half-life in hours."""
        won = won_or_lost(label)
        with self._lock:
            row = self._online_rows(features)
            if len(row) != 1:
                raise WorkbenchError(f"{len(row)} rows came with one label.", code="wrong-length",
                                     remedy="Use learn_batch for many rows.")
            self._learn_one(features, row[0], won, checked_weight(weight), time)

    def learn_rows(self, rows: Any, labels: Any, *, weights: Any = None, compiled: bool = True,
                   progress: Progress | None = None) -> int:
        """Learn many outcomes in order, exactly as one after the other; returns how many.

        All or nothing: cancelled or refused, it leaves the learner as it was. `compiled` may load the compiled loops
        for many rows, which holds other threads up once for some tenths of a second; the numbers are the same.
        """
        progress = progress or Progress()
        won = np.asarray([won_or_lost(label) for label in listed(labels)], dtype=np.int8)
        weight = np.ones(len(won)) if weights is None else np.asarray([checked_weight(w) for w in listed(weights)])
        if not row_count(rows) == len(won) == len(weight):
            raise WorkbenchError(f"{row_count(rows)} rows came with {len(won)} labels and {len(weight)} weights.",
                                 code="wrong-length", remedy="Give one label and one weight a row.")
        if compiled and len(won) >= BULK:
            warm_up()
        fast = loops.ready()
        with self._lock:
            before = self._memory()
            try:
                start = 0
                for part in in_parts(rows, progress):
                    end = start + row_count(part)
                    self._learn_part(part, won[start:end], weight[start:end], fast=fast, progress=progress)
                    start = end
            except BaseException:
                self._remember(before)
                raise
        return len(won)

    def predict_rows(self, features: Any, *, progress: Progress | None = None) -> OnlinePrediction:
        """The blended score: floats for one row (a mapping or a flat array), arrays (n,) for many."""
        if isinstance(features, Mapping):
            return self._predict_one(features)
        with self._lock:
            view = View(self.batch, self._encoding, GrowingColumns(self.columns.names), self.model.copy(),
                        self._mixing(), self.member_weights.copy())
        return view.answer(features, progress or Progress())

    predict_row = predict_rows

    def save_state(self, path: str | Path) -> None:
        """Write everything learnt as JSON with exact floats; the batch model is named, not copied."""
        settings.write_atomically(Path(path), json.dumps({**(state := self.state()), "sha256": state_hash(state)})
                                  .encode())

    def load_state(self, path: str | Path) -> None:
        """Go on from a file that `save_state` wrote; the batch model in use stays, if the columns fit it."""
        try:
            state = json.loads(Path(path).read_bytes())
            digest = state.pop("sha256")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise WorkbenchError("This is not a saved online learner.", where=str(path), code="bad-state",
                                 remedy="Give a file that was saved by an online learner.") from error
        if state_hash(state) != digest:
            raise bad_state("it was changed or damaged")
        self.restore(state)

    def state(self) -> State:
        """Everything learnt, as JSON with hexadecimal floats."""
        with self._lock:
            return {
                "format": FORMAT, "options": settings.to_json(self.options), "columns": list(self.columns.names),
                "model": self.model.state(), "member_weights": packed(self.member_weights),
                "tested": [[right, loss.hex()] for right, loss in self._tested], "batch": self.batch_path,
                "rolling": self._rolling.state(),
            }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on where `state` was taken."""
        try:
            if state["format"] != FORMAT:
                raise bad_state(f"format {state['format']}")
            model = LinearModel.from_state(state["model"])
            columns = GrowingColumns(state["columns"])
            weights = unpacked(state["member_weights"], self.member_weights)
            options = settings.from_json(LearnerOptions, dict(state["options"]))
            tested = [(bool(right), float.fromhex(loss)) for right, loss in state["tested"]]
            rolling = (RollingShare.from_state(state["rolling"], options.window) if "rolling" in state
                       else RollingShare(options.window))
        except (KeyError, TypeError, ValueError) as error:
            raise bad_state(str(error)) from error
        with self._lock:
            if self._encoding is not None and tuple(columns.names) != self._encoding.names:
                raise bad_state("it was learnt with other features than the batch model's")
            self.options, self.columns, self.model, self.member_weights = options, columns, model, weights
            self._tested, self._rolling = deque(tested, maxlen=options.window), rolling

    def state_hash(self) -> str:
        """SHA-256 of the state."""
        return state_hash(self.state())

    @property
    def tracking(self) -> dict[str, Any]:
        """How the online model did on the last rows before learning each: events, accuracy (Interval), log loss."""
        with self._lock:
            tested = list(self._tested)
            right = sum(good for good, _ in tested)
            accuracy: Interval = wilson(right, len(tested))
            loss = sum(value for _, value in tested) / len(tested) if tested else math.nan
            return {"events": self.model.learnt, "window": len(tested), "accuracy": accuracy, "log_loss": loss,
                    "effective_window": self.model.effective_window}

    # --- asynchronous face --------------------------------------------------------------------------------------------

    async def initialize(self, batch_model_path: str | Path | None = None) -> None:
        """Open the batch model, if one is named; optional."""
        await in_thread(self.open_batch_model, batch_model_path, progress=Progress())

    async def learn_one(self, features: Any, label: Any, *, weight: float = 1.0, time: float = NO_TIME) -> None:
        """Learn one row; tens of microseconds, so it runs here unless another thread is at work."""
        await asyncio.sleep(0)  # a caller's loop of many rows must not hold the event loop
        if not self._adapts and self._lock.acquire(blocking=False):
            try:
                return self.learn_row(features, label, weight=weight, time=time)
            finally:
                self._lock.release()
        return await in_thread(self._learn_row, features, label, weight, time, progress=Progress())

    async def learn_batch(self, rows: Any, labels: Any, *, weights: Any = None) -> int:
        """Learn many rows in order; all or nothing when cancelled."""
        return await in_thread(self.learn_rows, rows, labels, weights=weights, compiled=False, progress=Progress())

    async def predict(self, features: Any) -> OnlinePrediction:
        """0.8 x batch + 0.2 x online by default; see `predict_rows`."""
        await asyncio.sleep(0)
        brief = self.batch is None or self.batch.quick.is_ready
        if brief and isinstance(features, Mapping) and self._lock.acquire(blocking=False):
            try:
                return self.predict_rows(features)
            finally:
                self._lock.release()
        return await in_thread(self.predict_rows, features, progress=Progress())

    async def save(self, path: str | Path) -> None:
        """Write the state; see `save_state`."""
        await in_thread(self._save, path, progress=Progress())

    async def load(self, path: str | Path) -> None:
        """Read the state; see `load_state`."""
        await in_thread(self._load, path, progress=Progress())

    # --- inside -------------------------------------------------------------------------------------------------------

    @property
    def _adapts(self) -> bool:
        """Whether learning needs the batch model's score."""
        return self.batch is not None and self.options.blending is not Blending.FIXED

    def _mixing(self) -> mixing.Mixing:
        """How the next score is mixed: the rolling way is a fixed one with the best share of the window."""
        if self.options.blending is not Blending.ROLLING:
            return mixing_of(self.options)
        best = self._rolling.best(self.options.batch_weight)
        return mixing.Mixing(mixing.FIXED, best, self.options.share_rate)

    def _learn_row(self, features: Any, label: Any, weight: float, time: float, *, progress: Progress) -> None:
        progress.check()
        self.learn_row(features, label, weight=weight, time=time)

    def _save(self, path: str | Path, *, progress: Progress) -> None:
        self.save_state(path)

    def _load(self, path: str | Path, *, progress: Progress) -> None:
        self.load_state(path)

    def _use_columns(self, names: Sequence[str]) -> None:
        if tuple(self.columns.names) != tuple(names):
            self.columns = GrowingColumns(names)
            self.model = LinearModel(len(names), rates_of(self.options))
            self.member_weights = first_weights(self.options.batch_weight)
            self._rolling = RollingShare(self.options.window)
            self._tested.clear()

    def _predict_one(self, features: Mapping[Any, Any]) -> OnlinePrediction:
        """One live row in microseconds: nothing is copied, and the batch model is asked when the lock is free again."""
        with self._lock:
            batch_model, mixing, weights = self.batch, self._mixing(), self.member_weights.copy()
            matrix = None if batch_model is None else batch_model.schema.encode(features)
            rows = self.columns.row(features, grow=False) if matrix is None or self._encoding is None else (
                self._encoding.apply(matrix)[0])
            online, learnt = self.model.predict(rows), self.model.learnt
        scores, fault = batch_scores(batch_model, matrix, 1)
        batch = float(scores[0])
        said = None if math.isnan(batch) else batch
        return OnlinePrediction(blended(batch, online, mixing, weights), said, online,
                                of_weights(weights, mixing, has_batch=said is not None),
                                status_words(batch_model, fault, learnt))

    def _online_rows(self, features: Any) -> Floats:
        """Rows (n, D) to learn from; columns grow where no model names them."""
        rows = encoded_rows(self.batch, self._encoding, self.columns, features, grow=True)
        self.model.grow(rows.shape[1])
        return rows

    def _learn_one(self, features: Any, row: Floats, won: int, weight: float, time: float) -> None:
        online = self.model.predict(row)
        if self._adapts:
            self._adapt(batch_scores(self.batch, features, 1)[0].tolist(), [online], [won])
        self._tested.append((book.right(online, won) == 1, mixing.loss_of(online, won)))
        self.model.learn(row, won, weight, time)

    def _learn_part(self, rows: Any, won: Any, weight: Floats, *, fast: bool, progress: Progress) -> None:
        """A part of a batch: each row is scored before it is learnt."""
        matrix, online = self._online_rows(rows), np.empty(len(won))
        if fast:
            op = np.tile(np.asarray([SIGNAL, LABEL], dtype=np.int8), len(won))
            time = np.full(2 * len(won), int(NO_TIME), dtype=np.int64)
            self.model.run(op, np.repeat(np.arange(len(won)), 2), np.repeat(won, 2), time, matrix, weight, online)
        else:
            for place, row in enumerate(matrix):
                online[place] = self.model.predict(row)
                self.model.learn(row, int(won[place]), float(weight[place]))
                if not place % SOME:
                    progress.check()
        if self._adapts:
            self._adapt(batch_scores(self.batch, rows, len(won))[0].tolist(), online.tolist(), won.tolist())
        self._tested.extend((book.right(o, w) == 1, mixing.loss_of(o, w))
                            for o, w in zip(online.tolist(), won.tolist(), strict=True))

    def _adapt(self, batch: list[float], online: list[float], won: list[int]) -> None:
        """Move the shares that learn by what each member had said."""
        for b, o, w in zip(batch, online, won, strict=True):
            self._rolling.add(b, o, w)
            mix = mixing.fixed_mix(b, o, self.options.batch_weight)
            mixing.share(b, o, mix, math.nan, w, self.member_weights, self.options.share_rate)

    def _memory(self) -> tuple[Any, ...]:
        return (self.model.copy(), list(self.columns.names), self.member_weights.copy(), list(self._tested),
                self._rolling.copy())

    def _remember(self, memory: tuple[Any, ...]) -> None:
        self.model, names, self.member_weights, tested, self._rolling = memory
        self.columns = GrowingColumns(names)
        self._tested = deque(tested, maxlen=self.options.window)
