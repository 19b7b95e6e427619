"""What the charts of a running monitor share: a snapshot in, curves over its labels out, marks, table, readout."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg

from engine.records import Floats, MonitorSnapshot, OnlineCurves
from gui.parts.words import capitalised, event_time
from gui.plots.base import Table
from gui.plots.legend import LegendEntry
from gui.plots.live import LivePanel
from gui.plots.streams import marks_of, stream_color, takes_part, words_of
from gui.translation import later, tr, written

_SETTLED = 20  # one part in so many at the start is left out of the height: the first few labels swing from end to end


class WatchedPanel(LivePanel):
    """`take` accepts a snapshot at any rate; it draws what it got last, only while visible.

    A subclass gives `_show` (draw this snapshot) and, where there is more to say, `_waiting`, `_said` and `COLUMNS`:
    the title of each column of the table and the curve that it holds. `STREAMS` are the curves of one figure by who
    predicts, for a chart that has one for each; `_say` writes a value of it.
    """

    COLUMNS: Mapping[str, str] = {}
    STREAMS: Mapping[str, str] = {}

    def __init__(self, title: str, *, empty: str, y: str = "", y_percent: bool = False, names: bool = True,
                 x: str = "") -> None:
        self.snapshot: MonitorSnapshot | None = None
        self._begin = empty
        super().__init__(title, y=y, empty=empty, y_percent=y_percent, names=names, x=x)

    def take(self, snapshot: MonitorSnapshot) -> None:
        """Show this snapshot."""
        self.snapshot = snapshot
        waiting = self._waiting(snapshot)
        if waiting:
            if waiting != self.empty_words:
                self.set_empty(waiting)
            return
        if self.empty_words:
            self.set_empty(None)
        self._changed()

    def clear(self) -> None:
        """No monitor is open."""
        self.snapshot = None
        self.set_empty(self._begin)

    # --- what a subclass gives

    def _show(self, snapshot: MonitorSnapshot) -> None:
        raise NotImplementedError

    def _said(self, snapshot: MonitorSnapshot) -> str:
        raise NotImplementedError

    def _waiting(self, snapshot: MonitorSnapshot) -> str:
        """The words in place of the picture while there is nothing to show."""
        return "" if len(snapshot.curves.event) else self._begin

    # --- for subclasses

    def streams(self, curves: OnlineCurves) -> dict[str, Floats]:
        """The chart's figure by who predicts."""
        return {key: getattr(curves, field) for key, field in self.STREAMS.items()}

    def draw_streams(self, snapshot: MonitorSnapshot) -> None:
        """A curve for everyone who takes part."""
        event = snapshot.curves.event
        for key, values in self.streams(snapshot.curves).items():
            shown = values if takes_part(snapshot, key) else np.full(len(event), np.nan)
            self.draw_curve(key, event, shown, pg.mkPen(stream_color(self.look, key), width=1))

    def stream_entries(self, snapshot: MonitorSnapshot) -> list[LegendEntry]:
        """The same in the legend."""
        return [LegendEntry(key, capitalised(words_of(snapshot, key)), pg.mkPen(stream_color(self.look, key), width=2))
                for key in self.STREAMS if takes_part(snapshot, key)]

    def follow_curves(self, curves: OnlineCurves, low: float, high: float) -> None:
        """Show all of the labels, from `low` to `high`, and the flags of the marks at the top of it."""
        self.follow(float(curves.event[0]), float(curves.event[-1]), low, high)
        self.draw_flags()

    def _draw(self) -> None:
        if self.snapshot is not None:
            self.draw_marks(marks_of(self.snapshot))
            self._show(self.snapshot)

    def _words(self) -> str:
        return self.empty_words if self.snapshot is None else self._said(self.snapshot)

    def _table(self) -> Table:
        columns = {later("Label"): "event", later("Time (ns UTC)"): "time", **self.COLUMNS}
        curves = None if self.snapshot is None else self.snapshot.curves
        rows = () if curves is None else tuple(zip(*(getattr(curves, field).tolist() for field in columns.values()),
                                                   strict=True))
        return Table(tuple(columns), rows)

    def _readout(self, x: float, y: float) -> str:
        snapshot, mark = self.snapshot, self.mark_near(x)
        if mark is not None:
            return mark.words
        if snapshot is None or not len(snapshot.curves.event):
            return ""
        place = place_of(snapshot.curves, x)
        values = self._values_at(snapshot, place)
        when = event_time(int(snapshot.curves.time[place]))
        return tr("label {event:,}{value}:  {values}", event=snapshot.curves.event[place],
                  value=when and f' · {when}', values=values) if values else ""

    def _values_at(self, snapshot: MonitorSnapshot, place: int, between: str = "   ") -> str:
        """What stands under the mouse at a place of the curves."""
        return between.join(f"{words_of(snapshot, key)} {self._say(values[place])}"
                            for key, values in self.streams(snapshot.curves).items() if takes_part(snapshot, key))

    def _say(self, value: float) -> str:
        return written(value, ".4f")


def place_of(curves: OnlineCurves, x: float) -> int:
    """The place of the label nearest to `x`."""
    return int(np.clip(np.searchsorted(curves.event, int(x)), 0, len(curves.event) - 1))


def span_of(*series: Floats) -> tuple[float, float]:
    """Least and greatest of curves once they have settled."""
    values = np.concatenate([each[len(each) // _SETTLED:] for each in series])
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)


def newest(values: Floats) -> float:
    """The last of them, NaN for none."""
    return float(values[-1]) if len(values) else float("nan")
