"""Learning curves, live: loss on the training rows and on the later rows, round by round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from gui.overrides import override
from gui.plots import look
from gui.plots.base import PlotPanel, Table
from gui.plots.legend import LegendEntry
from gui.plots.pool import CurvePool
from gui.plots.series import LearningRecord, Series, kind_words
from gui.translation import tr, written

_FRAME = 50  # ms between repaints while points arrive
_MOST = 20_000  # points kept of one curve


class _Track:
    """The rounds of one model on one fold."""

    def __init__(self, rounds: Sequence[int] = (), train: Sequence[float] = (), valid: Sequence[float] = ()) -> None:
        self.rounds, self.train, self.valid = list(rounds), list(train), list(valid)

    def add(self, number: int, train: float, valid: float) -> None:
        if len(self.rounds) < _MOST and (not self.rounds or number > self.rounds[-1]):
            self.rounds.append(number)
            self.train.append(train)
            self.valid.append(valid)


class LearningPanel(PlotPanel):
    """Validation loss solid, training loss dashed, one colour a model; earlier folds stay as thin lines.

    `begin` clears it, `take` accepts the values of a progress point; it repaints 20 times a second at most.
    """

    def __init__(self) -> None:
        self._tracks: dict[tuple[str, int], _Track] = {}
        self._known: dict[str, Series] = {}
        self._timer = QTimer(interval=_FRAME)
        super().__init__(
            tr("Learning"), x=tr("Round"), y=tr("Log loss"), legend="row",
            empty=tr("Loss on training and validation rows appears here while a model trains."),
        )
        self._pool = CurvePool(self.plot)
        self._timer.setParent(self)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Forget all curves: a new training starts."""
        self._tracks.clear()
        self._known.clear()
        self.set_empty(tr("Waiting for the first round."))

    def set_records(self, records: Sequence[LearningRecord]) -> None:
        """Show curves that were kept with runs, the newest first; drawn in the colours that the runs have elsewhere."""
        self._tracks.clear()
        self._known = {each.series.key: each.series for each in records}
        for each in records:
            for curve in each.curves:
                self._tracks[each.series.key, curve.fold] = _Track(*(
                    part[:_MOST].tolist() for part in (curve.round, curve.train, curve.valid)))
        self._changed()
        self.set_empty(None if self._tracks else tr("Loss on training and validation rows appears here while a model "
                                                    "trains."))

    def take(self, values: Mapping[str, Any]) -> None:
        """The values of one progress point: `model`, `fold`, `round`, `train_loss`, `valid_loss`."""
        if "round" not in values or "model" not in values:
            return
        model, fold = str(values["model"]), int(values.get("fold") or 0)
        self._known.setdefault(model, Series(model, kind_words(model), len(self._known)))
        track = self._tracks.setdefault((model, fold), _Track())
        track.add(int(values["round"]), _number(values.get("train_loss")), _number(values.get("valid_loss")))
        self._stale = True
        if self.empty_words:
            self.set_empty(None)
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def finish(self) -> None:
        """The training is over: draw the rest and say the numbers."""
        self._timer.stop()
        if self._tracks:
            self._changed()

    def _draw(self) -> None:
        self._pool.begin()
        latest = self._latest()
        away = self.legend.hidden_keys
        for (model, fold), track in self._tracks.items():
            if model not in away:
                self._draw_track(model, track, latest[model] == fold)
        self._pool.end()
        self.legend.set_entries([self._entry(model) for model in self._known if model in latest])

    def _draw_track(self, model: str, track: _Track, current: bool) -> None:
        color = self.look.color(self._known[model])
        rounds = np.asarray(track.rounds, dtype=float)
        pen = pg.mkPen(color if current else look.faded(color, 0.35), width=1)
        self._pool.show(rounds, np.asarray(track.valid), pen, antialias=False)
        if current:
            self._pool.show(rounds, np.asarray(track.train), look.dashed(pg.mkPen(color, width=1), (4, 4)),
                            antialias=False)

    def _latest(self) -> dict[str, int]:
        latest: dict[str, int] = {}
        for model, fold in self._tracks:
            latest[model] = max(fold, latest.get(model, fold))
        return latest

    def _entry(self, model: str) -> LegendEntry:
        track = self._tracks[model, self._latest()[model]]
        label = f"{self._known[model].label}  {written(track.valid[-1], '.3f')}"
        pen = pg.mkPen(self.look.color(self._known[model]), width=2)
        return LegendEntry(model, label, pen, tip=tr("Solid: validation. Dashed: training. Thin: earlier folds."))

    def _words(self) -> str:
        latest = self._latest()
        parts = [self._sentence(model, fold) for model, fold in latest.items()]
        return tr("Learning curves. ") + "; ".join(parts) + "."

    def _sentence(self, model: str, fold: int) -> str:
        track = self._tracks[model, fold]
        return (tr("{kind_words}, fold {fold}, round {rounds}: training loss {train:.4f}, validation loss "
                   "{valid:.4f}", kind_words=self._known[model].label, fold=fold + 1, rounds=track.rounds[-1],
                   train=track.train[-1], valid=track.valid[-1]))

    def _table(self) -> Table:
        rows = [
            (self._known[model].label, fold + 1, *point)
            for (model, fold), track in self._tracks.items()
            for point in zip(track.rounds, track.train, track.valid, strict=True)
        ]
        return Table((tr("Model"), tr("Fold"), tr("Round"), tr("Training loss"), tr("Validation loss")), tuple(rows))

    @Slot()
    def _tick(self) -> None:
        if self._stale:
            self.draw_now()
        else:
            self._timer.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Go on drawing where points still arrive."""
        super().showEvent(event)
        if self._tracks:
            self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing repaints while hidden."""
        self._timer.stop()
        super().hideEvent(event)


def _number(value: Any) -> float:
    return float("nan") if value is None else float(value)
