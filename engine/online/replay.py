"""Prequential replay of a table: every signal is scored before its label is learnt, labels late unless told otherwise.

The champion scores in bulk; the online learner sees one event at a time. Two replays of the same table with the same
options give the same state hash.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.evaluation import metrics
from engine.evaluation.intervals import delong, wilson
from engine.online import skill
from engine.online.blend import regret
from engine.online.book import FINAL, Scores
from engine.online.causes import causes_of
from engine.online.contamination import contamination_words, known_until, trained_on
from engine.online.encoding import Encoding
from engine.online.input_drift import BATCH, InputWatch
from engine.online.kernels import LABEL, SIGNAL
from engine.online.labels import pending_state
from engine.online.linear import NS_PER_HOUR
from engine.online.newest import Newest
from engine.online.options import LearnerOptions, resolved
from engine.online.outcome import (
    arrival_of,
    baseline_of,
    detectors_of,
    figures_of,
    learnt_rows,
    pending_rows,
    said_of,
)
from engine.online.preparing import warm_up, warm_up_beside
from engine.online.prequential import Events, Prequential, Signals
from engine.online.state import state_hash
from engine.online.stored import stored_words
from engine.online.timeline import labels_late, signal_ids, timeline
from engine.online.track import Track, curves
from engine.progress import Progress
from engine.records import DriftMark, Floats, Ints, ReplayRecord
from engine.settings import option

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

CHUNK = 8192  # events between reports: a few hundredths of a second
BATCH_ROWS = 4096
MOST_BATCHES = 400  # of inputs that are compared with the first rows
FEW = 2000  # signals whose replay on the plain loops is quicker than making the compiled ones


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
    batch: Floats | None = None, stored: Floats | None = None, progress: Progress | None = None,
) -> ReplayRecord:
    """Run the online learner over a table, beside the champion where there is one; see `ReplayRecord`.

    `previous`, the champion before that one, reads the same columns and joins the shares that learn. `batch` (n,) are
    batch scores made elsewhere, used as they are in place of a champion's; NaN where there is none. `stored` (n,) are
    what the champion's fold models said of rows that it was trained on (see `stored`); they take its place there.
    """
    progress = progress or Progress()
    if options.limit:
        table = table.take(np.arange(min(options.limit, len(table))))
    encoding = Encoding.of(table.schema)
    learner = resolved(options.learner, late=labels_late(table, at_once=options.at_once))
    core = Prequential(encoding.names, learner, champion=champion is not None or batch is not None,
                       watch_after=known_until(champion), previous=previous is not None)
    signals = signals_of(table, encoding)
    prepare_loops(len(table), progress)
    started = time.perf_counter()
    if batch is not None:
        signals.scores.batch[:] = batch[: len(table)]
    elif champion is not None:
        champion_scores(table, champion, signals.scores.batch, progress.part(0.0, 0.3 if previous else 0.6))
    if stored is not None:
        signals.scores.batch[:] = np.where(np.isnan(stored[: len(table)]), signals.scores.batch, stored[: len(table)])
    if previous is not None:
        champion_scores(table, previous, signals.scores.previous, progress.part(0.3, 0.6))
    events = timeline(table, at_once=options.at_once, expiry_ns=int(options.learner.expiry_hours * NS_PER_HOUR))
    track = Track()
    drifts = run_through(core, events, signals, track, progress.part(0.6 if champion else 0.0, 1.0))
    seconds = time.perf_counter() - started
    seen = trained_on(table, champion)
    covered = np.zeros(len(table), dtype=bool) if stored is None else seen & ~np.isnan(stored[: len(table)])
    return _record(table, options, core, signals, events, track, drifts, seconds, champion, seen & ~covered,
                   int(covered.sum()))


def prepare_loops(signals: int, progress: Progress) -> None:
    """Few signals start at once on the plain loops; for many the compiled ones are worth waiting for."""
    if signals > FEW:
        warm_up(lambda: progress.report(0.0, "preparing the compiled loops, once a machine"))
    else:
        warm_up_beside()


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
            track: Track, drifts: list[DriftMark], seconds: float, champion: LoadedModel | None,
            seen: NDArray[np.bool_], covered: int) -> ReplayRecord:
    learnt = learnt_rows(events, core)
    label = table.label[learnt]
    said = said_of(signals.scores, learnt, core)
    final, baseline = said["final"], baseline_of(core)
    book = core.book
    accuracy = wilson(int(book.total_right[FINAL]), int(book.total_known[FINAL]))
    log_loss = metrics.log_loss(label, final) if len(label) else float("nan")
    clean = ~seen[learnt]
    pending = pending_rows(events, core)
    state = {**core.state(), "pending": pending_state(signals, pending, signal_ids(table), table.time),
             "newest": _newest(table, core, signals, events).state()}
    return ReplayRecord(
        events=core.signals, labels=core.labels, pending=core.pending, accuracy=accuracy,
        auc=delong(label, final), log_loss=log_loss,
        kappa_temporal=skill.kappa_temporal(accuracy.value, baseline["last_class"]), baseline=baseline,
        figures={name: figures_of(label, score) for name, score in said.items()}, drifts=tuple(drifts), marks=(),
        events_per_second=core.signals / seconds if seconds else float("nan"), seconds=seconds,
        state_hash=state_hash(state), weights=core.weights, contaminated=int(seen.sum()),
        untouched={name: figures_of(label[clean], score[clean]) for name, score in said.items()} if seen.any() else {},
        untouched_labels=int(clean.sum()), skill=_skill(signals.scores, learnt, label, clean),
        warnings=_warnings(table, options, int(seen.sum()), covered), out_of_fold=covered,
        curves=curves(track.copy(options.curve_points)),
        losses=core.losses, regret=regret(core.losses),
        arrival=arrival_of(events, signals.scores, core, table.realized_rr),
        **detectors_of(core, label, said), effective_window=core.effective_window,
        input_drifts=_input_drifts(events, signals, core),
        causes=causes_of(drifts, table.matrix[learnt], label - said.get("batch", final), champion),
    )


def _newest(table: SignalTable, core: Prequential, signals: Signals, events: Events) -> Newest:
    """The last window's signals and what became of them, as a monitor keeps them."""
    newest, ids = Newest(core.options.window), signal_ids(table)
    fired, labels = events.op == SIGNAL, events.op == LABEL
    slots, learnt = events.slot[fired][: core.signals], events.slot[labels][: core.labels]
    newest.fired(slots, [ids[slot] for slot in slots.tolist()], events.time[fired][: core.signals],
                 signals.scores.final[slots])
    gained = np.full(len(learnt), np.nan) if table.realized_rr is None else table.realized_rr[learnt]
    newest.labelled(learnt, events.time[labels][: core.labels], events.label[labels][: core.labels], gained)
    return newest


def _input_drifts(events: Events, signals: Signals, core: Prequential) -> tuple[DriftMark, ...]:
    """The features in batches, in the order in which the signals fired; long streams in longer ones."""
    fired = np.flatnonzero(events.op == SIGNAL)[: core.signals]
    watch = InputWatch(core.names, batch=max(BATCH, len(fired) // MOST_BATCHES))
    return tuple(watch.feed(signals.features[events.slot[fired]], events.time[fired]))


def _skill(scores: Scores, rows: Ints, label: NDArray[np.int8], clean: NDArray[np.bool_]) -> str:
    """The sentence on skill, from signals that the champion had not seen where it had seen some."""
    rows, label = rows[clean], label[clean]
    final = figures_of(label, scores.final[rows])
    prior = figures_of(label, scores.prior[rows])
    last = float(np.mean(scores.last[rows] == label)) if len(label) else float("nan")
    baseline = {"last_class": last, "prior": prior.accuracy.value, "prior_log_loss": skill.number(prior.log_loss)}
    said = skill.words(final.accuracy, final.log_loss, baseline, len(label))
    return said if clean.all() else f"On the {len(label):,} labels that the champion had not seen: {said}"


def _warnings(table: SignalTable, options: ReplayOptions, seen: int, covered: int) -> tuple[str, ...]:
    found = []
    if options.at_once:
        found.append("Labels were learnt at once; live they arrive later, and the score is lower.")
    elif not labels_late(table):
        found.append("The file has no label times: labels were learnt at once, which flatters the score.")
    unknown = int(np.count_nonzero(table.label == UNKNOWN_LABEL))
    if unknown:
        found.append(f"{unknown:,} of the signals have no label yet: scored, never learnt.")
    if covered:
        found.append(stored_words(covered))
    if seen:
        found.append(contamination_words(seen, len(table)))
    return tuple(found)
