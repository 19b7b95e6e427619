"""What is suspicious about a table's content: labels, times, repeats, idle columns, realised ratios."""

from __future__ import annotations

import time as clock
from collections.abc import Container, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data.encoding import Summary
from engine.data.places import Places, counted, some
from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.records import Finding, Floats, Ints, Level

_DAY_NS = 86_400 * 10**9
_FEW_LABELS = 40
_RARE = 0.02
_MANY_MISSING = 0.5
_HUGE_R = 100.0
_DISAGREE = 0.1
_SHOWN_COLUMNS = 5
_NO_FEATURES = Finding(
    Level.ERROR, "no-features", "", "No column is left as a feature.", "Check the roles: which columns are features?")


def check_table(
    table: SignalTable, places: Places, summary: Summary, *, label_read: bool = True, told: Container[str] = (),
) -> list[Finding]:
    """Everything that can be told from the table; `places` are those of its rows. `told`: columns known to be idle."""
    if not len(table):
        return [Finding(Level.ERROR, "no-rows", "", "The file has no rows of data.", "Choose a file with signals.")]
    findings = [] if len(table.schema) else [_NO_FEATURES]
    if table.roles.label is not None and label_read:
        findings += check_labels(table.label, table.roles.label, places)
    if table.time is not None:
        findings += _future(table.time, str(table.roles.time), places)
    findings += _repeats(table, places)
    findings += [idle for idle in _idle_columns(table.schema.names, summary) if idle.column not in told]
    if table.realized_rr is not None:
        findings += check_ratio(table.realized_rr, table.label, str(table.roles.weight), places)
    return findings


def check_labels(label: NDArray[np.int8], name: str, places: Places) -> list[Finding]:
    """Both classes there, and enough of each; open outcomes where signals are young."""
    known = label != UNKNOWN_LABEL
    wins, rows, missing = int((label == 1).sum()), int(known.sum()), int((~known).sum())
    rarer = min(wins, rows - wins)
    findings = []
    if missing and rows:
        findings.append(Finding(
            Level.INFO, "open-labels", name,
            f"{counted(missing, 'signal')} without an outcome yet; kept, but not trained on.", "",
        ))
        findings += _lost_labels(known, name, places)
    if not rows:
        findings.append(Finding(
            Level.ERROR, "no-known-label", name, "No signal has a known outcome.",
            "Choose another label column, or wait for outcomes.",
        ))
    elif not rarer:
        findings.append(Finding(
            Level.ERROR, "one-class", name,
            f"All {rows:,} known outcomes are a {'win' if wins else 'loss'}: there is nothing to tell apart.",
            "Choose another label column or a file with both outcomes.",
        ))
    elif rarer < _FEW_LABELS / 2 or rows < _FEW_LABELS:
        findings.append(Finding(
            Level.WARNING, "few-labels", name,
            f"Only {wins:,} wins and {rows - wins:,} losses: scores will say little.", "Use more data.",
        ))
    elif rarer < _RARE * rows:
        findings.append(Finding(
            Level.INFO, "rare-class", name, f"Only {rarer / rows:.1%} of the outcomes are of the rarer kind.",
            "Look at average precision rather than accuracy.",
        ))
    return findings


def _lost_labels(known: NDArray[np.bool_], name: str, places: Places) -> list[Finding]:
    """An outcome that is open while half of all known ones came later was rather lost."""
    middle = np.flatnonzero(known)[known.sum() // 2]
    lost = np.flatnonzero(~known[:middle])
    if not len(lost):
        return []
    return [Finding(
        Level.WARNING, "lost-labels", name,
        f"{counted(lost, 'signal')} of the earlier half without an outcome, though later ones have theirs: "
        f"{places.words(lost)}.", "Look whether their outcomes were lost on the way into the file.",
    )]


def check_ratio(ratio: Floats, label: NDArray[np.int8], name: str, places: Places) -> list[Finding]:
    """Realised ratios in R: there where the outcome is, of a human size, with the sign of the label."""
    known = label != UNKNOWN_LABEL
    findings = []
    huge = np.flatnonzero(np.abs(ratio) > _HUGE_R)
    if len(huge):
        findings.append(Finding(
            Level.WARNING, "huge-ratio", name,
            f"{counted(huge, 'value')} beyond {_HUGE_R:.0f} R: {places.words(huge)}.",
            "Check the unit: it should be profit in multiples of the risk taken.",
        ))
    gone = np.flatnonzero(np.isnan(ratio) & known)
    if len(gone):
        findings.append(Finding(
            Level.WARNING, "ratio-missing", name,
            f"{counted(gone, 'signal')} with a known outcome but no realised ratio: {places.words(gone)}.",
            "Fill them in, or expect them to be left out of mean R.",
        ))
    both = known & ~np.isnan(ratio) & (ratio != 0)
    against = float(((ratio[both] > 0) != (label[both] == 1)).mean()) if both.any() else 0.0
    if against > _DISAGREE:
        findings.append(Finding(
            Level.WARNING, "ratio-against-label", name, f"Its sign contradicts the label in {against:.0%} of the rows.",
            "Check that label and realised ratio belong to the same trade.",
        ))
    return findings


def check_label_times(
    time: Ints, label_time: Ints, known: NDArray[np.bool_], given: NDArray[np.bool_], name: str, places: Places
) -> list[Finding]:
    """Known outcomes have a time, and not one before the signal; `given` marks rows with a label time."""
    findings = []
    gone = np.flatnonzero(known & ~given)
    if len(gone):
        findings.append(Finding(
            Level.WARNING, "label-time-missing", name,
            f"{counted(gone, 'signal')} with a known outcome but no time of it: {places.words(gone)}.",
            "They are purged as if it had taken as long as the slowest one.",
        ))
    early = np.flatnonzero(given & (label_time < time))
    if len(early):
        grave = len(early) > 0.5 * max(int(given.sum()), 1)
        findings.append(Finding(
            Level.ERROR if grave else Level.WARNING, "label-before-signal", name,
            f"{counted(early, 'outcome')} known before the signal itself: {places.words(early)}.",
            "Check that both columns are in the same time zone." + ("" if grave else " They count as known at once."),
        ))
    return findings


def _future(time: Ints, name: str, places: Places) -> list[Finding]:
    late = np.flatnonzero(time > clock.time_ns() + _DAY_NS)
    if not len(late):
        return []
    return [Finding(
        Level.WARNING, "future-time", name, f"{counted(late, 'signal')} in the future: {places.words(late)}.",
        "Check the unit and the zone of the times.",
    )]


def _repeats(table: SignalTable, places: Places) -> list[Finding]:
    findings = _repeated_ids(table)
    repeated = np.flatnonzero(_seen_before(table))
    if len(repeated):
        findings.append(Finding(
            Level.INFO if table.time is None else Level.WARNING, "duplicate-rows", "",
            f"{counted(repeated, 'row')} equal to an earlier one in every feature, label and time: "
            f"{places.words(repeated)}.", "Check that no signal is in the file twice.",
        ))
    return findings


def _repeated_ids(table: SignalTable) -> list[Finding]:
    if table.ids is None:
        return []
    import pandas as pd

    again = np.flatnonzero(pd.Index(table.ids).duplicated())
    if not len(again):
        return []
    return [Finding(
        Level.WARNING, "duplicate-ids", str(table.roles.id),
        f"{counted(again, 'id')} not for the first time, such as {some(table.ids[again[:3]].tolist())}.",
        "Check that no signal is in the file twice.",
    )]


def _seen_before(table: SignalTable) -> NDArray[np.bool_]:
    """Rows whose features, label and time all stood before, by a hash of 64 bits."""
    mark = table.label.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    if table.time is not None:
        mark ^= table.time.astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)
    for column in np.ascontiguousarray(table.matrix).view(np.uint32).T:
        mark ^= column
        mark *= np.uint64(0x100000001B3)
        mark ^= mark >> np.uint64(29)
    order = np.argsort(mark, kind="stable")
    again = np.zeros(len(mark), dtype=bool)
    again[order[1:]] = mark[order[1:]] == mark[order[:-1]]
    return again


def _idle_columns(names: Sequence[str], summary: Summary) -> list[Finding]:
    empty, constant = summary.missing == 1, summary.low == summary.high
    sparse = (summary.missing > _MANY_MISSING) & ~empty
    return [
        *_columns(names, empty, Finding(
            Level.WARNING, "empty-feature", "", "always missing", "Drop it, or look where its values are lost.")),
        *_columns(names, constant, Finding(
            Level.INFO, "constant-feature", "", "the same in every row", "It teaches a model nothing.")),
        *_columns(names, sparse, Finding(
            Level.WARNING, "mostly-missing", "", "missing in more than half of the rows",
            "Models can use it, but check why.")),
    ]


def _columns(names: Sequence[str], which: NDArray[np.bool_], what: Finding) -> list[Finding]:
    """One finding a column, or one for all where they are many."""
    chosen = [name for name, is_so in zip(names, which.tolist(), strict=True) if is_so]
    if len(chosen) > _SHOWN_COLUMNS:
        return [replace(what, message=f"{len(chosen)} features are {what.message}: {some(chosen)}.")]
    return [replace(what, column=name, message=f"{name} is {what.message}.") for name in chosen]
