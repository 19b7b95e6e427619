"""Who has how much say in the final score, over time."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from engine.records import MonitorSnapshot
from gui.plots import look
from gui.plots.base import Table
from gui.plots.live import Band, LivePanel, finite_part, outline
from gui.plots.streams import BATCH, ONLINE, stream_color

_EMPTY = "The shares of batch and online model in the final score appear here."


class WeightsPanel(LivePanel):
    """The batch model's share from below, the online learner's from above; together they fill the height."""

    def __init__(self) -> None:
        self.snapshot: MonitorSnapshot | None = None
        self._batch, self._online = Band(), Band()
        super().__init__("Weights", y="Share", y_percent=True, empty=_EMPTY)
        self._room = 86
        for item in (self._batch, self._online):
            self.plot.addItem(item, ignoreBounds=True)

    def take(self, snapshot: MonitorSnapshot) -> None:
        """Show this snapshot."""
        self.snapshot = snapshot
        if not snapshot.champion:
            self.set_empty("No batch model: the score is the online learner's alone.")
        elif self.empty_words and len(snapshot.curves.event):
            self.set_empty(None)
        if not self.empty_words:
            self._changed()

    def clear(self) -> None:
        """No monitor is open."""
        self.snapshot = None
        self.set_empty(_EMPTY)

    def _draw(self) -> None:
        snapshot = self.snapshot
        if snapshot is None:
            return
        curves = snapshot.curves
        x, share = finite_part(curves.event, curves.weight_batch)
        x, share, _ = outline(x, share, share)
        self._batch.set_data(x, np.zeros(len(x)), share)
        self._online.set_data(x, share, np.ones(len(x)))
        self.draw_curve("line", x, share, pg.mkPen(stream_color(self.look, BATCH), width=1))
        self.draw_marks([])
        self.follow(float(curves.event[0]), float(curves.event[-1]), 0.0, 1.0)
        self._draw_names(snapshot)

    def _draw_names(self, snapshot: MonitorSnapshot) -> None:
        if not len(snapshot.curves.weight_batch):
            return
        batch = float(snapshot.curves.weight_batch[-1])
        online = float(snapshot.curves.weight_online[-1])
        ends: dict[str, tuple[float, str, object]] = {
            BATCH: (batch / 2, f"batch {batch * 100:.0f} %", stream_color(self.look, BATCH)),
            ONLINE: (batch + online / 2, f"online {online * 100:.0f} %", stream_color(self.look, ONLINE)),
        }
        self.draw_names(float(snapshot.curves.event[-1]), ends)

    def _restyle(self) -> None:
        self._batch.setBrush(pg.mkBrush(look.faded(stream_color(self.look, BATCH), 0.35)))
        self._online.setBrush(pg.mkBrush(look.faded(stream_color(self.look, ONLINE), 0.35)))

    def _words(self) -> str:
        snapshot = self.snapshot
        if snapshot is None or not len(snapshot.curves.event):
            return _EMPTY
        return (f"Share in the final score: batch {snapshot.curves.weight_batch[-1]:.1%}, "
                f"online {snapshot.curves.weight_online[-1]:.1%}.")

    def _table(self) -> Table:
        curves = self.snapshot.curves if self.snapshot else None
        fields = ("event", "weight_batch", "weight_online")
        rows = () if curves is None else tuple(zip(*(getattr(curves, f).tolist() for f in fields), strict=True))
        return Table(("Label", "Batch", "Online"), rows)
