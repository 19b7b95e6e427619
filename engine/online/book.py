"""The book of a stream: what was said of each signal, the blend's weights, rolling windows and totals.

Plain Python functions on arrays, one event at a time, that numba compiles on first use; see `kernels`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from engine.online.kernels import EXPIRY, LABEL, SIGNAL, Bytes
from engine.online.mixing import (
    FIXED,
    ROLLING,
    Mixing,
    best_share,
    fixed_mix,
    loss_of,
    share,
    shared_mix,
    weigh_grid,
)
from engine.records import Floats, Ints

FINAL, BATCH, ONLINE, MIX = 0, 1, 2, 3  # rows of the scores
LAST_CLASS, PRIOR = 3, 4  # rows of the accuracies after the first three
PRIOR_LOSS = 4  # row of the losses after the four scores
PREVIOUS, SHARED = 5, 6  # rows after those; only losses have the second
SIZE, HEAD, LABELS, WINS, LAST, SIGNALS, PENDING, APART = range(8)  # places in Book.counts

TRACK = (
    "event", "time", "accuracy", "accuracy_batch", "accuracy_online", "accuracy_last_class", "accuracy_prior",
    "auc", "auc_batch", "auc_online", "log_loss", "log_loss_batch", "log_loss_online", "log_loss_mix",
    "log_loss_prior", "weight_batch", "weight_online", "total_final", "total_batch", "total_online", "total_mix",
    "total_shared", "total_previous", "pending", "known",
)


class Scores(NamedTuple):
    """What was said of each signal at its own time; arrays by slot."""

    batch: Floats
    previous: Floats
    online: Floats
    mix: Floats
    shared: Floats
    final: Floats
    prior: Floats
    last: Bytes


class Book(NamedTuple):
    """Rings over the last labels and running totals; rows as named above."""

    label: Bytes  # (window,)
    score: Floats  # (2, 3, window): by label 0 and 1; final, batch, online; NaN where the label is the other
    right: Bytes  # (6, window): final, batch, online, last class, prior, previous; 2 = gave no answer
    loss: Floats  # (7, window): final, batch, online, mix, prior, previous, shared; NaN = gave no score
    window_right: Ints  # (6,)
    window_known: Ints  # (6,)
    window_loss: Floats  # (7,)
    loss_known: Ints  # (7,)
    pairs: Ints  # (3,): twice the number of win-loss pairs in the right order, ties count one
    wins: Ints  # (3,)
    losses: Ints  # (3,)
    total_right: Ints  # (6,)
    total_known: Ints  # (6,)
    total_loss: Floats  # (7,)
    charged: Floats  # (7,): as total_loss, but who gave no score is charged the final score's loss
    counts: Ints  # size, head, labels, wins, last label, signals, pending, ring entries whose final is not the online
    weights: Floats  # (3,) or (4,): batch, online, mix, previous, as the fixed share learns them
    grid: Floats  # (21,): the window's loss under each batch share, for the rolling way


# --- what is said of a signal -----------------------------------------------------------------------------------------


def say(slot: int, scores: Scores, book: Book, mixing: Mixing) -> None:
    """What every predictor says of a signal, with what is known at this moment."""
    counts = book.counts
    batch, online, previous = scores.batch[slot], scores.online[slot], scores.previous[slot]
    mix = fixed_mix(batch, online, mixing.batch_weight)
    shared = shared_mix(batch, online, mix, previous, book.weights)
    scores.mix[slot] = mix
    scores.shared[slot] = shared
    final = mix if mixing.way == FIXED else shared
    if mixing.way == ROLLING:
        final = fixed_mix(batch, online, best_share(book.grid, counts[SIZE], mixing.batch_weight))
    scores.final[slot] = final
    scores.prior[slot] = (counts[WINS] + 1.0) / (counts[LABELS] + 2.0)
    scores.last[slot] = counts[LAST]
    counts[SIGNALS] += 1
    counts[PENDING] += 1


def right(score: float, label: int) -> int:
    """1 right, 0 wrong, 2 no answer; exactly one half is taken for a loss, as River does."""
    if math.isnan(score):
        return 2
    return 1 if (score > 0.5) == (label == 1) else 0


# --- the exact rolling AUC --------------------------------------------------------------------------------------------


def pairs_with(score: Floats, row: int, said: float, label: int) -> int:
    """Twice the number of opposite labels in the ring that a score is on the right side of; a tie counts one.

    The other label's entries alone are numbers, so a bare comparison counts them: eight a step when compiled.
    """
    total = 0
    if label == 1:
        for j in range(score.shape[2]):
            total += int(score[0, row, j] < said) + int(score[0, row, j] <= said)
    else:
        for j in range(score.shape[2]):
            total += int(score[1, row, j] > said) + int(score[1, row, j] >= said)
    return total


def count_score(book: Book, row: int, said: float, label: int, sign: int) -> None:
    """Take one score into the rank sums (sign 1) or out of them (sign -1)."""
    score, pairs, wins, losses = book.score, book.pairs, book.wins, book.losses
    if math.isnan(said):
        return
    pairs[row] += sign * pairs_with(score, row, said, label)
    wins[row] += sign * label
    losses[row] += sign * (1 - label)


def same(a: float, b: float) -> bool:
    """Whether two scores are one, or both are missing."""
    return a == b or (math.isnan(a) and math.isnan(b))


def count_scores(book: Book, at: int, label: int, sign: int) -> None:
    """All three scores of a ring entry; without a champion the final score is the online one and is counted once."""
    score, counts, pairs, wins, losses = book.score, book.counts, book.pairs, book.wins, book.losses
    final, batch, online = score[label, FINAL, at], score[label, BATCH, at], score[label, ONLINE, at]
    apart = 0 if same(final, online) else 1
    before = counts[APART]
    counts[APART] += sign * apart
    count_score(book, ONLINE, online, label, sign)
    count_score(book, BATCH, batch, label, sign)
    if before == 0 and apart == 0:
        pairs[FINAL] = pairs[ONLINE]
        wins[FINAL] = wins[ONLINE]
        losses[FINAL] = losses[ONLINE]
    else:
        count_score(book, FINAL, final, label, sign)


# --- rolling windows and totals ---------------------------------------------------------------------------------------


def count_answers(book: Book, at: int, sign: int) -> None:
    """Take one ring entry's answers and losses into the window's sums or out of them."""
    answers, window_right, window_known = book.right, book.window_right, book.window_known
    for row in range(answers.shape[0]):
        answer = answers[row, at]
        if answer < 2:
            window_right[row] += sign * answer
            window_known[row] += sign
    losses, window_loss, loss_known = book.loss, book.window_loss, book.loss_known
    for row in range(losses.shape[0]):
        loss = losses[row, at]
        if not math.isnan(loss):
            window_loss[row] += sign * loss
            loss_known[row] += sign


def make_room(book: Book, mixing: Mixing) -> int:
    """The ring place for the next label; the oldest leaves when the ring is full."""
    labels, score, counts, grid = book.label, book.score, book.counts, book.grid
    window = labels.shape[0]
    at = int(counts[HEAD])
    if counts[SIZE] == window:
        label = int(labels[at])
        count_scores(book, at, label, -1)
        count_answers(book, at, -1)
        if mixing.way == ROLLING:
            weigh_grid(score[label, BATCH, at], score[label, ONLINE, at], label, -1.0, grid)
        for row in range(3):
            score[label, row, at] = math.nan
    else:
        counts[SIZE] += 1
    counts[HEAD] = (at + 1) % window
    return at


def settle_sums(book: Book, mixing: Mixing) -> None:
    """Add up the window's losses afresh once a round, so that rounding never gathers."""
    losses, window_loss, size = book.loss, book.window_loss, book.counts[SIZE]
    for row in range(losses.shape[0]):
        total = 0.0
        for j in range(size):
            loss = losses[row, j]
            total += 0.0 if math.isnan(loss) else loss
        window_loss[row] = total
    if mixing.way == ROLLING:
        weigh_window_pass(book)


def weigh_window_pass(book: Book) -> None:
    """The window's loss under each batch share, added up afresh."""
    labels, score, grid, size = book.label, book.score, book.grid, book.counts[SIZE]
    grid[:] = 0.0
    for j in range(size):
        label = int(labels[j])
        weigh_grid(score[label, BATCH, j], score[label, ONLINE, j], label, 1.0, grid)


def write_loss(book: Book, row: int, at: int, loss: float, final: float) -> None:
    """One loss into the ring and the totals."""
    losses, total_loss, charged = book.loss, book.total_loss, book.charged
    losses[row, at] = loss
    known = 0.0 if math.isnan(loss) else loss
    total_loss[row] += known
    charged[row] += final if math.isnan(loss) else known


def write_entry(book: Book, at: int, slot: int, label: int, scores: Scores) -> None:
    """One label and all that was said of its signal, into the ring and the totals."""
    labels, score, answers, total_right, total_known = (
        book.label, book.score, book.right, book.total_right, book.total_known)
    labels[at] = label
    final, batch, online = scores.final[slot], scores.batch[slot], scores.online[slot]
    mix, shared = scores.mix[slot], scores.shared[slot]
    prior, previous, last = scores.prior[slot], scores.previous[slot], scores.last[slot]
    score[label, FINAL, at], score[label, BATCH, at], score[label, ONLINE, at] = final, batch, online
    answers[FINAL, at] = right(final, label)
    answers[BATCH, at] = right(batch, label)
    answers[ONLINE, at] = right(online, label)
    answers[LAST_CLASS, at] = 1 if last == label else 0
    answers[PRIOR, at] = right(prior, label)
    answers[PREVIOUS, at] = right(previous, label)
    for row in range(answers.shape[0]):
        answer = answers[row, at]
        if answer < 2:
            total_right[row] += answer
            total_known[row] += 1
    online_loss = loss_of(online, label)
    mix_loss = online_loss if same(mix, online) else loss_of(mix, label)
    final_loss = mix_loss if same(final, mix) else loss_of(final, label)
    write_loss(book, FINAL, at, final_loss, final_loss)
    write_loss(book, BATCH, at, loss_of(batch, label), final_loss)
    write_loss(book, ONLINE, at, online_loss, final_loss)
    write_loss(book, MIX, at, mix_loss, final_loss)
    write_loss(book, PRIOR_LOSS, at, loss_of(prior, label), final_loss)
    write_loss(book, PREVIOUS, at, loss_of(previous, label), final_loss)
    write_loss(book, SHARED, at, final_loss if same(shared, final) else loss_of(shared, label), final_loss)


def enter(slot: int, label: int, scores: Scores, book: Book, mixing: Mixing) -> None:
    """A label arrived: the blend learns, the book moves on."""
    batch, online = scores.batch[slot], scores.online[slot]
    share(batch, online, scores.mix[slot], scores.previous[slot], label, book.weights, mixing.share_rate)
    at = make_room(book, mixing)
    write_entry(book, at, slot, label, scores)
    count_scores(book, at, label, 1)
    count_answers(book, at, 1)
    if mixing.way == ROLLING:
        weigh_grid(batch, online, label, 1.0, book.grid)
    if book.counts[HEAD] == 0:
        settle_sums(book, mixing)
    book.counts[LABELS] += 1
    book.counts[WINS] += label
    book.counts[LAST] = label
    book.counts[PENDING] -= 1


def ratio(part: float, whole: float) -> float:
    """A share, NaN of nothing."""
    return part / whole if whole > 0 else math.nan


def batch_part(book: Book, mixing: Mixing) -> float:
    """The share of the batch models in the final score at this moment."""
    if mixing.way == FIXED:
        return mixing.batch_weight
    if mixing.way == ROLLING:
        return best_share(book.grid, book.counts[SIZE], mixing.batch_weight)
    part = book.weights[0] + book.weights[2] * mixing.batch_weight
    if book.weights.shape[0] > 3:
        part += book.weights[3]
    return float(part)


def write_track(out: Floats, time: int, book: Book, mixing: Mixing) -> None:
    """The figures of this moment, in the order of TRACK."""
    out[0] = book.counts[LABELS]
    out[1] = time
    for row in range(5):
        out[2 + row] = ratio(book.window_right[row], book.window_known[row])
        out[10 + row] = ratio(book.window_loss[row], book.loss_known[row])
    for row in range(3):
        out[7 + row] = ratio(book.pairs[row], 2.0 * book.wins[row] * book.losses[row])
    batch = batch_part(book, mixing) if book.window_known[BATCH] > 0 else 0.0
    out[15] = batch
    out[16] = 1.0 - batch
    for row in range(4):
        out[17 + row] = book.charged[row]
    out[21] = book.charged[SHARED]
    out[22] = book.charged[PREVIOUS]
    out[23] = book.counts[PENDING]
    out[24] = book.window_known[FINAL]


def book_pass(op: Bytes, slot: Ints, label: Bytes, time: Ints, scores: Scores, book: Book, mixing: Mixing,
              stride: int, track: Floats, said: Floats) -> int:
    """Events in order: a signal gets its final score, a label moves blend and windows, an expiry gives one up.

    Every `stride`-th label writes a row of `track`; `said` (labels of the chunk, 2) gets what batch and online had
    said of its signal. Returns the rows written.
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
        enter(slot[k], label[k], scores, book, mixing)
        said[seen, 0] = scores.batch[slot[k]]
        said[seen, 1] = scores.online[slot[k]]
        seen += 1
        if book.counts[LABELS] % stride == 0:
            write_track(track[written], time[k], book, mixing)
            written += 1
    return written


LOOPS: tuple[Callable[..., Any], ...] = (
    say, right, pairs_with, count_score, same, count_scores, count_answers, make_room, weigh_window_pass, settle_sums,
    write_loss, write_entry, enter, ratio, batch_part, write_track, book_pass,
)
