"""The book of a stream: what was said of each signal, the blend's weights, rolling windows and totals.

Plain Python functions on arrays, one event at a time, that numba compiles on first use; see `kernels`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from engine.online.kernels import EXPIRY, LABEL, SIGNAL, Bytes
from engine.records import Floats, Ints

FINAL, BATCH, ONLINE, MIX = 0, 1, 2, 3  # rows of the scores
LAST_CLASS, PRIOR = 3, 4  # rows of the accuracies after the first three
PRIOR_LOSS = 4  # row of the losses after the four scores
SIZE, HEAD, LABELS, WINS, LAST, SIGNALS, PENDING = range(7)  # places in Book.counts
FLOOR = 1e-6  # scores are kept this far from 0 and 1 where the blend weighs them
LOSS_FLOOR = 2.220446049250313e-16  # one float64 step, as the evaluation takes it

TRACK = (
    "event", "time", "accuracy", "accuracy_batch", "accuracy_online", "accuracy_last_class", "accuracy_prior",
    "auc", "auc_batch", "auc_online", "log_loss", "log_loss_batch", "log_loss_online", "log_loss_mix",
    "log_loss_prior", "weight_batch", "weight_online", "pending", "known",
)


class Scores(NamedTuple):
    """What was said of each signal at its own time; arrays by slot."""

    batch: Floats
    online: Floats
    mix: Floats
    final: Floats
    prior: Floats
    last: Bytes


class Book(NamedTuple):
    """Rings over the last labels and running totals; rows as named above."""

    label: Bytes  # (window,)
    score: Floats  # (3, window): final, batch, online
    right: Bytes  # (5, window): final, batch, online, last class, prior; 2 = gave no answer
    loss: Floats  # (5, window): final, batch, online, mix, prior; NaN = gave no score
    window_right: Ints  # (5,)
    window_known: Ints  # (5,)
    window_loss: Floats  # (5,)
    loss_known: Ints  # (5,)
    pairs: Ints  # (3,): twice the number of win-loss pairs in the right order, ties count one
    wins: Ints  # (3,)
    losses: Ints  # (3,)
    total_right: Ints  # (5,)
    total_known: Ints  # (5,)
    total_loss: Floats  # (5,)
    counts: Ints  # size, head, labels, wins, last label, signals, pending
    weights: Floats  # (3,): batch, online, mix, as the fixed share learns them


class Mixing(NamedTuple):
    """How batch and online become the final score."""

    adaptive: bool
    batch_weight: float
    share_rate: float


# --- blend ----------------------------------------------------------------------------------------------------------


def fixed_mix(batch: float, online: float, batch_weight: float) -> float:
    """The stated mix; a member that gives no score leaves the whole to the other."""
    if math.isnan(batch):
        return online
    if math.isnan(online):
        return batch
    return batch_weight * batch + (1.0 - batch_weight) * online


def shared_mix(batch: float, online: float, mix: float, weights: Floats) -> float:
    """The members that gave a score, by their present weights."""
    total = 0.0
    share = 0.0
    for i, score in enumerate((batch, online, mix)):
        if not math.isnan(score):
            total += weights[i] * score
            share += weights[i]
    return total / share if share > 0.0 else math.nan


def likelihood(score: float, label: int) -> float:
    """The probability that a score gave to what happened, kept off 0 and 1."""
    kept = max(min(score, 1.0 - FLOOR), FLOOR)
    return kept if label == 1 else 1.0 - kept


def share(batch: float, online: float, mix: float, label: int, weights: Floats, rate: float) -> None:
    """Fixed share (Herbster and Warmuth, Machine Learning 32:151, 1998) on log loss with learning rate 1.

    A member without a score sleeps: its weight stays its share of the whole (Freund and others, STOC 1997).
    """
    said = shared_mix(batch, online, mix, weights)
    if math.isnan(said):
        return
    total = 0.0
    for i, score in enumerate((batch, online, mix)):
        if not math.isnan(score):
            weights[i] *= likelihood(score, label) / likelihood(said, label)
        total += weights[i]
    for i in range(weights.shape[0]):
        weights[i] = (1.0 - rate) * weights[i] / total + rate / weights.shape[0]


# --- the book: rolling windows and totals ----------------------------------------------------------------------------


def say(slot: int, scores: Scores, book: Book, mixing: Mixing) -> None:
    """What every predictor says of a signal, with what is known at this moment."""
    counts = book.counts
    batch, online = scores.batch[slot], scores.online[slot]
    mix = fixed_mix(batch, online, mixing.batch_weight)
    scores.mix[slot] = mix
    scores.final[slot] = shared_mix(batch, online, mix, book.weights) if mixing.adaptive else mix
    scores.prior[slot] = (counts[WINS] + 1.0) / (counts[LABELS] + 2.0)
    scores.last[slot] = counts[LAST]
    counts[SIGNALS] += 1
    counts[PENDING] += 1


def right(score: float, label: int) -> int:
    """1 right, 0 wrong, 2 no answer; exactly one half is taken for a loss, as River does."""
    if math.isnan(score):
        return 2
    return 1 if (score > 0.5) == (label == 1) else 0


def loss_of(score: float, label: int) -> float:
    """Log loss of one score, NaN for none."""
    if math.isnan(score):
        return math.nan
    return -math.log(max(score if label == 1 else 1.0 - score, LOSS_FLOOR))


def pairs_with(scores: Floats, labels: Bytes, size: int, score: float, label: int) -> int:
    """Twice the number of opposite labels in the ring that a score is on the right side of; a tie counts one."""
    total = 0
    if label == 1:
        for j in range(size):
            total += int(labels[j] == 0) * (int(scores[j] < score) + int(scores[j] <= score))
    else:
        for j in range(size):
            total += int(labels[j] == 1) * (int(scores[j] > score) + int(scores[j] >= score))
    return total


def count_score(book: Book, row: int, at: int, size: int, sign: int) -> None:
    """Take one ring entry's score into the rank sums (sign 1) or out of them (sign -1)."""
    score, label = book.score[row, at], book.label[at]
    if math.isnan(score):
        return
    book.pairs[row] += sign * pairs_with(book.score[row], book.label, size, score, label)
    if label == 1:
        book.wins[row] += sign
    else:
        book.losses[row] += sign


def count_answers(book: Book, at: int, sign: int) -> None:
    """Take one ring entry's answers and losses into the window's sums or out of them."""
    for row in range(book.right.shape[0]):
        if book.right[row, at] < 2:
            book.window_right[row] += sign * book.right[row, at]
            book.window_known[row] += sign
        if not math.isnan(book.loss[row, at]):
            book.window_loss[row] += sign * book.loss[row, at]
            book.loss_known[row] += sign


def make_room(book: Book) -> int:
    """The ring place for the next label; the oldest leaves when the ring is full."""
    window = book.label.shape[0]
    at = book.counts[HEAD]
    if book.counts[SIZE] == window:
        for row in range(3):
            count_score(book, row, at, window, -1)
        count_answers(book, at, -1)
    else:
        book.counts[SIZE] += 1
    book.counts[HEAD] = (at + 1) % window
    return int(at)


def settle_sums(book: Book) -> None:
    """Add up the window's losses afresh once a round, so that rounding never gathers."""
    for row in range(book.loss.shape[0]):
        total = 0.0
        for j in range(book.counts[SIZE]):
            if not math.isnan(book.loss[row, j]):
                total += book.loss[row, j]
        book.window_loss[row] = total


def write_entry(book: Book, at: int, slot: int, label: int, scores: Scores) -> None:
    """One label and all that was said of its signal, into the ring and the totals."""
    book.label[at] = label
    said = (scores.final[slot], scores.batch[slot], scores.online[slot])
    for row in range(3):
        book.score[row, at] = said[row]
        book.right[row, at] = right(said[row], label)
        book.loss[row, at] = loss_of(said[row], label)
    book.right[LAST_CLASS, at] = 1 if scores.last[slot] == label else 0
    book.right[PRIOR, at] = right(scores.prior[slot], label)
    book.loss[MIX, at] = loss_of(scores.mix[slot], label)
    book.loss[PRIOR_LOSS, at] = loss_of(scores.prior[slot], label)
    for row in range(5):
        if book.right[row, at] < 2:
            book.total_right[row] += book.right[row, at]
            book.total_known[row] += 1
        if not math.isnan(book.loss[row, at]):
            book.total_loss[row] += book.loss[row, at]


def enter(slot: int, label: int, scores: Scores, book: Book, mixing: Mixing) -> int:
    """A label arrived: the blend learns, the book moves on. Returns the ring place."""
    share(scores.batch[slot], scores.online[slot], scores.mix[slot], label, book.weights, mixing.share_rate)
    at = make_room(book)
    write_entry(book, at, slot, label, scores)
    size = book.counts[SIZE]
    for row in range(3):
        count_score(book, row, at, size, 1)
    count_answers(book, at, 1)
    if book.counts[HEAD] == 0:
        settle_sums(book)
    book.counts[LABELS] += 1
    book.counts[WINS] += label
    book.counts[LAST] = label
    book.counts[PENDING] -= 1
    return at


def ratio(part: float, whole: float) -> float:
    """A share, NaN of nothing."""
    return part / whole if whole > 0 else math.nan


def write_track(out: Floats, time: int, book: Book, mixing: Mixing) -> None:
    """The figures of this moment, in the order of TRACK."""
    out[0] = book.counts[LABELS]
    out[1] = time
    for row in range(5):
        out[2 + row] = ratio(book.window_right[row], book.window_known[row])
        out[10 + row] = ratio(book.window_loss[row], book.loss_known[row])
    for row in range(3):
        out[7 + row] = ratio(book.pairs[row], 2.0 * book.wins[row] * book.losses[row])
    batch = mixing.batch_weight
    if mixing.adaptive:
        batch = book.weights[0] + book.weights[2] * mixing.batch_weight
    if book.window_known[BATCH] == 0:
        batch = 0.0
    out[15] = batch
    out[16] = 1.0 - batch
    out[17] = book.counts[PENDING]
    out[18] = book.window_known[FINAL]


def book_pass(op: Bytes, slot: Ints, label: Bytes, time: Ints, scores: Scores, book: Book, mixing: Mixing,
              stride: int, track: Floats, losses: Floats) -> int:
    """Events in order: a signal gets its final score, a label moves blend and windows, an expiry gives one up.

    Every `stride`-th label writes a row of `track`; `losses` (labels of the chunk, 4) gets batch loss, batch error,
    online loss, online error. Returns the rows written.
    """
    written = 0
    seen = 0
    for k in range(op.shape[0]):
        if op[k] == SIGNAL:
            say(slot[k], scores, book, mixing)
        if op[k] == EXPIRY:
            book.counts[PENDING] -= 1
        if op[k] != LABEL:
            continue
        at = enter(slot[k], label[k], scores, book, mixing)
        for member in range(2):
            losses[seen, 2 * member] = book.loss[BATCH + member, at]
            answer = book.right[BATCH + member, at]
            losses[seen, 2 * member + 1] = math.nan if answer == 2 else 1.0 - answer
        seen += 1
        if book.counts[LABELS] % stride == 0:
            write_track(track[written], time[k], book, mixing)
            written += 1
    return written


LOOPS: tuple[Callable[..., Any], ...] = (
    fixed_mix, shared_mix, likelihood, share, say, right, loss_of, pairs_with, count_score, count_answers, make_room,
    settle_sums, write_entry, enter, ratio, write_track, book_pass,
)
