"""Prequential replay of a table: every signal is scored before its label is learnt, labels late unless told otherwise.

The champion scores in bulk; the online learner sees one event at a time. Two replays of the same table with the same
options give the same state hash.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.evaluation import metrics
from engine.evaluation.intervals import delong, wilson
from engine.online import skill
from engine.online.blend import regret
from engine.online.book import BATCH, FINAL, LAST_CLASS, PRIOR, PRIOR_LOSS, Scores
from engine.online.contamination import contamination_words, known_until, trained_on
from engine.online.encoding import Encoding
from engine.online.kernels import LABEL, SIGNAL
from engine.online.labels import pending_state
from engine.online.linear import NS_PER_HOUR
from engine.online.options import LearnerOptions, resolved
from engine.online.prequential import Events, Prequential, Signals, warm_up
from engine.online.state import state_hash
from engine.online.timeline import labels_late, signal_ids, timeline
from engine.online.track import Track, curves
from engine.progress import Progress
from engine.records import DriftMark, Floats, Ints, OnlineFigures, ReplayRecord
from engine.settings import option

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

CHUNK = 8192  # events between reports: a few hundredths of a second
BATCH_ROWS = 4096


@dataclass(frozen=True, slots=True)
class ReplayOptions:
    """How a table is replayed."""

    learner: LearnerOptions = LearnerOptions()
    at_once: bool = option(
        False, "Labels at once",
        help="Each label right after its signal: flatters the score, for comparison with published figures only.",
    )
    limit: int = option(0, "Limit", low=0, help="Only the first so many signals; 0 takes all.")
    curve_points: int = option(20_000, "Points in the curves", low=100, high=1_000_000, folded=True)


def replay(
    table: SignalTable, options: ReplayOptions = ReplayOptions(), *,
    champion: LoadedModel | None = None, previous: LoadedModel | None = None,
    batch: Floats | None = None, progress: Progress | None = None,
) -> ReplayRecord:
    """Run the online learner over a table, beside the champion where there is one; see `ReplayRecord`.

    `previous`, the champion before that one, reads the same columns and joins the shares that learn. `batch` (n,) are
    batch scores made elsewhere, used as they are in place of a champion's; NaN where there is none.
    """
    progress = progress or Progress()
    if options.limit:
        table = table.take(np.arange(min(options.limit, len(table))))
    encoding = Encoding.of(table.schema)
    learner = resolved(options.learner, late=labels_late(table, at_once=options.at_once))
    core = Prequential(encoding.names, learner, champion=champion is not None or batch is not None,
                       watch_after=known_until(champion), previous=previous is not None)
    signals = signals_of(table, encoding)
    progress.report(0.0, "preparing the compiled loops")
    warm_up()
    started = time.perf_counter()
    if batch is not None:
        signals.scores.batch[:] = batch[: len(table)]
    elif champion is not None:
        champion_scores(table, champion, signals.scores.batch, progress.part(0.0, 0.3 if previous else 0.6))
    if previous is not None:
        champion_scores(table, previous, signals.scores.previous, progress.part(0.3, 0.6))
    events = timeline(table, at_once=options.at_once, expiry_ns=int(options.learner.expiry_hours * NS_PER_HOUR))
    track = Track()
    drifts = run_through(core, events, signals, track, progress.part(0.6 if champion else 0.0, 1.0))
    seconds = time.perf_counter() - started
    return _record(table, options, core, signals, events, track, drifts, seconds, champion)


def signals_of(table: SignalTable, encoding: Encoding) -> Signals:
    """The table's rows as the learner's slots."""
    signals = Signals.empty(len(table), 0)
    return signals._replace(features=encoding.apply(table.matrix))


def champion_scores(table: SignalTable, champion: LoadedModel, out: Floats, progress: Progress) -> None:
    """The frozen champion's probability of every row, in bulk."""
    for start in range(0, len(table), BATCH_ROWS):
        end = min(start + BATCH_ROWS, len(table))
        out[start:end] = champion.predict(table.matrix[start:end])
        progress.report(end / len(table), f"champion's scores, {end:,} of {len(table):,}")


def run_through(core: Prequential, events: Events, signals: Signals, track: Track,
                progress: Progress) -> list[DriftMark]:
    """All events in chunks, telling how far it is; *Stop* ends it after the events so far."""
    drifts: list[DriftMark] = []
    total = len(events.op)
    for start in range(0, total, CHUNK):
        rows, marks = core.run(events.part(start, start + CHUNK), signals, stride=track.stride)
        track.extend(rows)
        drifts += marks
        done = min(start + CHUNK, total)
        progress.report(done / total, f"event {done:,} of {total:,}", labels=core.labels, pending=core.pending)
        if progress.stop_requested:
            break
    return drifts


def _record(table: SignalTable, options: ReplayOptions, core: Prequential, signals: Signals, events: Events,
            track: Track, drifts: list[DriftMark], seconds: float, champion: LoadedModel | None) -> ReplayRecord:
    learnt = _learnt_rows(events, core)
    label = table.label[learnt]
    said = _said(signals.scores, learnt, core)
    final, baseline = said["final"], _baseline(core)
    book = core.book
    accuracy = wilson(int(book.total_right[FINAL]), int(book.total_known[FINAL]))
    log_loss = metrics.log_loss(label, final) if len(label) else float("nan")
    seen = trained_on(table, champion)
    clean = ~seen[learnt]
    pending = pending_rows(events, core)
    state = {**core.state(), "pending": pending_state(signals, pending, signal_ids(table), table.time)}
    return ReplayRecord(
        events=core.signals, labels=core.labels, pending=core.pending, accuracy=accuracy,
        auc=delong(label, final), log_loss=log_loss,
        kappa_temporal=skill.kappa_temporal(accuracy.value, baseline["last_class"]), baseline=baseline,
        figures={name: _figures(label, score) for name, score in said.items()}, drifts=tuple(drifts), marks=(),
        events_per_second=core.signals / seconds if seconds else float("nan"), seconds=seconds,
        state_hash=state_hash(state), weights=core.weights, contaminated=int(seen.sum()),
        untouched={name: _figures(label[clean], score[clean]) for name, score in said.items()} if seen.any() else {},
        untouched_labels=int(clean.sum()), skill=_skill(signals.scores, learnt, label, clean),
        warnings=_warnings(table, options, int(seen.sum())), curves=curves(track.copy(options.curve_points)),
        losses=core.losses, regret=regret(core.losses),
    )


def _skill(scores: Scores, rows: Ints, label: NDArray[np.int8], clean: NDArray[np.bool_]) -> str:
    """The sentence on skill, from signals that the champion had not seen where it had seen some."""
    rows, label = rows[clean], label[clean]
    final = _figures(label, scores.final[rows])
    prior = _figures(label, scores.prior[rows])
    last = float(np.mean(scores.last[rows] == label)) if len(label) else float("nan")
    baseline = {"last_class": last, "prior": prior.accuracy.value, "prior_log_loss": skill.number(prior.log_loss)}
    said = skill.words(final.accuracy, final.log_loss, baseline, len(label))
    return said if clean.all() else f"On the {len(label):,} labels that the champion had not seen: {said}"


def _learnt_rows(events: Events, core: Prequential) -> Ints:
    rows: Ints = events.slot[events.op == LABEL]
    return rows[: core.labels]


def pending_rows(events: Events, core: Prequential) -> Ints:
    """The rows that were scored and have neither label nor expired, in order."""
    signals: Ints = events.slot[events.op == SIGNAL][: core.signals]
    gone = events.slot[events.op != SIGNAL][: core.signals - core.pending]
    return signals[~np.isin(signals, gone)]


def _said(scores: Scores, rows: Ints, core: Prequential) -> dict[str, Floats]:
    said = {"final": scores.final[rows], "online": scores.online[rows]}
    if core.champion:
        said["batch"] = scores.batch[rows]
    if core.previous:
        said["previous"] = scores.previous[rows]
    return said


def _figures(label: NDArray[np.int8], score: Floats) -> OnlineFigures:
    there = ~np.isnan(score)
    label, score = label[there], score[there]
    right = int(np.count_nonzero((score > 0.5) == (label == 1)))
    both = len(np.unique(label)) == 2
    return OnlineFigures(wilson(right, len(label)), metrics.auc(label, score) if both else None,
                         metrics.log_loss(label, score) if len(label) else None)


def _baseline(core: Prequential) -> Mapping[str, float]:
    book = core.book
    labels = max(core.labels, 1)
    found = {"last_class": float(book.total_right[LAST_CLASS]) / labels,
             "prior": float(book.total_right[PRIOR]) / labels,
             "prior_log_loss": float(book.total_loss[PRIOR_LOSS]) / labels}
    if core.champion:
        found["champion"] = float(book.total_right[BATCH]) / max(int(book.total_known[BATCH]), 1)
    return found


def _warnings(table: SignalTable, options: ReplayOptions, seen: int) -> tuple[str, ...]:
    found = []
    if options.at_once:
        found.append("Labels were learnt at once; live they arrive later, and the score is lower.")
    elif not labels_late(table):
        found.append("The file has no label times: labels were learnt at once, which flatters the score.")
    unknown = int(np.count_nonzero(table.label == UNKNOWN_LABEL))
    if unknown:
        found.append(f"{unknown:,} of the signals have no label yet: scored, never learnt.")
    if seen:
        found.append(contamination_words(seen, len(table)))
    return tuple(found)
