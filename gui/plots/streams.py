"""The three predictors of a stream and the marks upon it, the same in every live chart."""

from __future__ import annotations

from engine.records import DriftMark, MonitorSnapshot, StreamMark
from gui.plots.live import Mark
from gui.plots.look import PlotLook
from gui.sentences import said
from gui.translation import later, tr

FINAL, BATCH, ONLINE = "final", "batch", "online"
WORDS = {FINAL: later("blended"), BATCH: later("batch only"), ONLINE: later("online only")}
DETECTORS = {"adwin": "ADWIN", "hddm-a": "HDDM_A", "page-hinkley": later("Page-Hinkley"), "ddm": "DDM"}
_KINDS = {"blend": ("muted", "d", later("blend")), "note": ("text", "s", later("note")),
          "inputs": ("muted", "t1", later("inputs")), "alert": ("bad", "star", later("alert")),
          "dropped": ("bad", "x", later("failed")), "swap": ("champion", "star", later("champion")),
          "challenger": ("champion", "o", later("challenger")), "retrained": ("champion", "p", later("retrained"))}
_STRONG = frozenset({"swap", "retrained"})
_PLACES = {FINAL: 0, BATCH: 1, ONLINE: 2}


def stream_color(look: PlotLook, key: str) -> str:
    """The colour of a predictor."""
    return look.series[_PLACES[key]]


def takes_part(snapshot: MonitorSnapshot, key: str) -> bool:
    """Whether this predictor is drawn: without a batch model the final score is the online one's, drawn once."""
    return key == FINAL or bool(snapshot.champion)


def words_of(snapshot: MonitorSnapshot, key: str) -> str:
    """What a predictor is called."""
    return tr(WORDS[key] if snapshot.champion else WORDS[ONLINE])


def marks_of(snapshot: MonitorSnapshot) -> list[Mark]:
    """Drift alarms and other happenings, in their order."""
    marks = [*map(_of_drift, snapshot.drifts), *map(_of_stream, snapshot.marks)]
    return sorted(marks, key=lambda mark: mark.event)


def _of_drift(mark: DriftMark) -> Mark:
    return Mark(mark.event, said(mark.words), color="warning", strong=mark.retrain, symbol="t",
                short=tr(DETECTORS.get(mark.detector, mark.detector)))


def marked(mark: StreamMark) -> str:
    """The words of a mark; a note is the user's own."""
    return mark.words if mark.kind == "note" else said(mark.words)


def _of_stream(mark: StreamMark) -> Mark:
    color, symbol, short = _KINDS.get(mark.kind, ("muted", "o", ""))
    return Mark(mark.event, marked(mark), color=color, strong=mark.kind in _STRONG, symbol=symbol, short=tr(short))
