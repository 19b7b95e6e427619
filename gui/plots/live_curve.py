"""The accuracy of a running monitor: blended with its Wilson band, batch and online alone, and the baselines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyqtgraph as pg

from engine.records import MonitorSnapshot, OnlineCurves
from gui import theme
from gui.parts.words import capitalised, share
from gui.plots import look
from gui.plots.legend import LegendEntry
from gui.plots.live import finite_part
from gui.plots.long_items import Band
from gui.plots.streams import BATCH, FINAL, ONLINE, stream_color, takes_part, words_of
from gui.plots.watched import WatchedPanel, newest, span_of
from gui.translation import later, tr

_FIELDS = {FINAL: "accuracy", BATCH: "accuracy_batch", ONLINE: "accuracy_online"}
_BASELINES = {"last_class": ("accuracy_last_class", later("last label"), (1, 3)),
              "prior": ("accuracy_prior", later("majority"), (5, 3))}
_CHAMPION = "champion"
_DRAWN = ("accuracy_low", "accuracy_high", *_FIELDS.values(), *(field for field, _, _ in _BASELINES.values()))

_EMPTY = later("Start the monitor to see how often the scores are right, as labels arrive.")
_WAITING = later("Waiting for the first labels: a signal is scored at once and judged when its label arrives.")


class LiveCurvePanel(WatchedPanel):
    """Rolling accuracy, with the names of the marks beside their lines."""

    COLUMNS = {later("Blended"): "accuracy", later("Low"): "accuracy_low", later("High"): "accuracy_high",
               later("Batch only"): "accuracy_batch", later("Online only"): "accuracy_online",
               later("Last label"): "accuracy_last_class", later("Majority"): "accuracy_prior"}

    STREAMS = _FIELDS

    def __init__(self) -> None:
        self.reference: float | None = None
        self._seen = pg.LinearRegionItem(movable=False)
        self._seen_words = pg.TextItem(tr("seen in training"), anchor=(0.5, 1))
        self._band = Band()
        self._champion = pg.InfiniteLine(angle=0, movable=False)
        super().__init__(tr("Accuracy"), y=tr("Accuracy"), y_percent=True, empty=_EMPTY, x=tr("Labels learnt"))
        self._seen.setZValue(-8)
        self._seen_words.setFont(theme.small_font())
        for item in (self._band, self._champion, self._seen, self._seen_words):
            self.plot.addItem(item, ignoreBounds=True)

    def set_reference(self, accuracy: float | None) -> None:
        """The batch model's accuracy in its validation, for the dotted line."""
        self.reference = accuracy

    def _waiting(self, snapshot: MonitorSnapshot) -> str:
        return "" if len(snapshot.curves.event) else _WAITING

    def _show(self, snapshot: MonitorSnapshot) -> None:
        curves = snapshot.curves
        if snapshot.out_of_fold:  # there its fold models speak for it, which had not seen those rows
            self.seen_until = None if snapshot.shaded is None else snapshot.shaded[1]
        self.draw_streams(snapshot)
        for key, (field, _, dashes) in _BASELINES.items():
            pen = look.dashed(pg.mkPen(self.look.muted, width=1), dashes)
            self.draw_curve(key, curves.event, getattr(curves, field), pen)
        self._draw_band(curves)
        self._draw_champion()
        self.follow_curves(curves, *span_of(*(getattr(curves, field) for field in _DRAWN)))
        self._draw_seen(snapshot)
        self._draw_names(snapshot)
        self.legend.set_entries(self._entries(snapshot))
        self.set_note(tr("last {window:,} labels, 95 % band", window=snapshot.window))

    def _draw_band(self, curves: OnlineCurves) -> None:
        shown = FINAL not in self.legend.hidden_keys
        self._band.setVisible(shown)
        if shown:
            self._band.set_data(*finite_part(curves.event, curves.accuracy_low, curves.accuracy_high))

    def _draw_champion(self) -> None:
        self._champion.setVisible(self.reference is not None and _CHAMPION not in self.legend.hidden_keys)
        if self.reference is not None:
            self._champion.setPos(self.reference)

    def _draw_seen(self, snapshot: MonitorSnapshot) -> None:
        """Where the champion's figures flatter it: what it was trained on and no fold model of it can judge."""
        curves = snapshot.curves
        first = last = 0
        if snapshot.shaded is not None and (curves.time >= 0).all():
            first, last = np.searchsorted(curves.time, snapshot.shaded).tolist()
        for item in (self._seen, self._seen_words):
            item.setVisible(last > first)
        if last > first:
            self._seen.setRegion((float(curves.event[first]), float(curves.event[last - 1])))
            (left, right), (bottom, _) = self.plot.getViewBox().viewRange()
            begin, end = max(left, float(curves.event[first])), min(right, float(curves.event[last - 1]))
            self._seen_words.setVisible(end > begin)
            self._seen_words.setPos((begin + end) / 2, bottom)  # at the top are the flags of the marks

    def _draw_names(self, snapshot: MonitorSnapshot) -> None:
        ends: dict[str, tuple[float, str, object]] = {}
        away = self.legend.hidden_keys
        for key, field in _FIELDS.items():
            if takes_part(snapshot, key) and key not in away:
                value = newest(getattr(snapshot.curves, field))
                ends[key] = (value, f"{words_of(snapshot, key)} {share(value)}", stream_color(self.look, key))
        for key, (field, words, _) in _BASELINES.items():
            if key not in away:
                value = newest(getattr(snapshot.curves, field))
                ends[key] = (value, f"{tr(words)} {share(value)}", self.look.muted)
        self.draw_names(float(snapshot.curves.event[-1]), ends)

    def _entries(self, snapshot: MonitorSnapshot) -> list[LegendEntry]:
        final, *others = self.stream_entries(snapshot)
        entries = [replace(final, band=look.faded(stream_color(self.look, FINAL), self.look.band)), *others]
        for key, (_, words, dashes) in _BASELINES.items():
            pen = look.dashed(pg.mkPen(self.look.muted, width=1), dashes)
            entries.append(LegendEntry(key, capitalised(tr(words)), pen, tip=_TIPS[key]))
        if self.reference is not None:
            pen = look.dashed(pg.mkPen(self.look.champion, width=2), look.DOTTED)
            entries.append(LegendEntry(_CHAMPION, tr("Champion in validation"), pen, tip=_TIPS[_CHAMPION]))
        return entries

    def _restyle(self) -> None:
        self._band.setBrush(pg.mkBrush(look.faded(stream_color(self.look, FINAL), self.look.band)))
        self._seen.setBrush(pg.mkBrush(look.faded(self.look.warning, 0.07)))
        for line in self._seen.lines:
            line.setPen(look.dashed(pg.mkPen(look.faded(self.look.warning, 0.6), width=1), (2, 4)))
        self._seen_words.setColor(self.look.warning)
        self._champion.setPen(look.dashed(pg.mkPen(self.look.champion, width=1), (1.5, 4)))

    def _said(self, snapshot: MonitorSnapshot) -> str:
        curves, accuracy = snapshot.curves, snapshot.accuracy
        figures = self._values_at(snapshot, -1, ", ")
        bases = [f"{tr(words)} {share(newest(getattr(curves, field)))}" for field, words, _ in _BASELINES.values()]
        return (tr("Accuracy over the last {window:,} labels: {figures}; 95 % band {low} to {high}; baselines: "
                   "{bases}; {drifts} drift alarms.", window=snapshot.window, figures=figures,
                   low=share(accuracy.low), high=share(accuracy.high), bases=', '.join(bases),
                   drifts=len(snapshot.drifts)))

    def _say(self, value: float) -> str:
        return share(value)


_TIPS = {
    "last_class": later("Accuracy of repeating the last known label. A model that does not beat it has no skill."),
    "prior": later("Accuracy of always saying the more frequent label so far."),
    _CHAMPION: later("The champion's accuracy in its validation, on rows it had not seen."),
}
