"""Who has how much say in the final score, over time."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from engine.records import MonitorSnapshot
from gui.plots import look
from gui.plots.live import finite_part
from gui.plots.long_items import Band
from gui.plots.streams import BATCH, ONLINE, stream_color
from gui.plots.watched import WatchedPanel
from gui.translation import later, tr

_EMPTY = later("The shares of batch and online model in the final score appear here.")
_ALONE = later("No batch model: the score is the online learner's alone.")


class WeightsPanel(WatchedPanel):
    """The batch model's share from below, the online learner's from above; together they fill the height."""

    COLUMNS = {later("Batch"): "weight_batch", later("Online"): "weight_online"}

    def __init__(self) -> None:
        self._batch, self._online = Band(), Band()
        super().__init__(tr("Weights"), y=tr("Share"), y_percent=True, empty=_EMPTY)
        self._room = 86
        for item in (self._batch, self._online):
            self.plot.addItem(item, ignoreBounds=True)

    def _waiting(self, snapshot: MonitorSnapshot) -> str:
        return super()._waiting(snapshot) if snapshot.champion else _ALONE

    def _show(self, snapshot: MonitorSnapshot) -> None:
        x, share = finite_part(snapshot.curves.event, snapshot.curves.weight_batch)
        self._batch.set_data(x, np.zeros(len(x)), share)
        self._online.set_data(x, share, np.ones(len(x)))
        self.draw_curve("line", x, share, pg.mkPen(stream_color(self.look, BATCH), width=1))
        self.follow_curves(snapshot.curves, 0.0, 1.0)
        batch, online = float(snapshot.curves.weight_batch[-1]), float(snapshot.curves.weight_online[-1])
        self.draw_names(float(snapshot.curves.event[-1]), {
            BATCH: (batch / 2, tr("batch {batch:.0f} %", batch=batch * 100), stream_color(self.look, BATCH)),
            ONLINE: (batch + online / 2, tr("online {online:.0f} %", online=online * 100),
                     stream_color(self.look, ONLINE)),
        })

    def _restyle(self) -> None:
        self._batch.setBrush(pg.mkBrush(look.faded(stream_color(self.look, BATCH), 0.35)))
        self._online.setBrush(pg.mkBrush(look.faded(stream_color(self.look, ONLINE), 0.35)))

    def _said(self, snapshot: MonitorSnapshot) -> str:
        return tr("Share in the final score: {values_at}.", values_at=self._values_at(snapshot, -1))

    def _values_at(self, snapshot: MonitorSnapshot, place: int) -> str:
        curves = snapshot.curves
        return tr("batch {weight_batch:.1%}, online {weight_online:.1%}", weight_batch=curves.weight_batch[place],
                  weight_online=curves.weight_online[place])
