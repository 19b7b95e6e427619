"""From a frame and its roles to a `SignalTable`; whatever is wrong becomes a finding, errors too."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.checks import check_label_times, check_table
from engine.data.day_order import DayOrder
from engine.data.encoding import describe, encode_frame, outside_ranges, summarise, with_ranges
from engine.data.fingerprint import fingerprint
from engine.data.labels import encode_label
from engine.data.leaks import SUSPECT, Moments, find_leaks
from engine.data.places import Places, counted
from engine.data.roles import feature_names, of_trades
from engine.data.schema import FeatureSchema
from engine.data.table import UNKNOWN_LABEL, SignalTable
from engine.data.times import UNKNOWN_TIME, read_times
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Floats, Ints, Level, Roles

if TYPE_CHECKING:
    import pandas as pd


@dataclass(eq=False, slots=True)
class Assembly:
    """One table in the making. `leaks_out`: columns that surely know the outcome are made outcome columns."""

    frame: pd.DataFrame
    roles: Roles
    places: Places
    source: str = ""
    schema: FeatureSchema | None = None
    findings: list[Finding] = field(default_factory=list)
    named_rows: int = 0
    leaks_out: bool = False
    _order: DayOrder | None = None

    def table(self, progress: Progress) -> SignalTable:
        """The table in order of time, with every finding; look there for errors before using it."""
        time = self._in_order_of_time()
        label = self._label()
        label_time = self._label_time(time, label)
        ratio = self._ratio()
        if self.schema is None:
            self._look_for_leaks(label, Moments(time, label_time, ratio))
        progress.report(0.1, "encoding features")
        schema = self.schema or describe(self.frame, feature_names(self.frame, self.roles))
        matrix, notes = encode_frame(self.frame, schema, self.places, progress.part(0.1, 0.8))
        self.findings += notes
        summary = summarise(matrix)
        progress.report(0.85, "checking")
        if self.schema is None:
            schema = with_ranges(schema, summary)
        else:
            self.findings += outside_ranges(schema, matrix)
        table = SignalTable(
            schema=schema, matrix=matrix, label=label, time=time, label_time=label_time, realized_rr=ratio,
            ids=self._ids(), row=self.places.rows, roles=self.roles, source=self.source, named_rows=self.named_rows,
            fingerprint=fingerprint(schema, matrix, label, time, label_time, ratio),
        )
        label_read = not any(finding.code == "label-not-binary" for finding in self.findings)
        fine = {note.column for note in notes if note.code == "too-fine"}
        self.findings += check_table(table, self.places, summary, label_read=label_read, told=fine)
        progress.report(1.0, "loaded")
        return replace(table, findings=tuple(self.findings))

    def _in_order_of_time(self) -> Ints | None:
        """Sort the rows; those without a time are left out and named."""
        name = self.roles.time
        if name is None:
            self._say_no_time()
            return None
        reading = read_times(self.frame[name], name)
        self.findings += reading.notes
        self._order = reading.order
        if reading.problem is not None:
            self.findings.append(reading.problem)
            return None
        gone = np.flatnonzero(reading.missing)
        keep = np.flatnonzero(~reading.missing)
        times = reading.ns[keep]
        back = int((times[1:] < times[:-1]).sum())
        self._say_missing_times(gone, name)
        if back:
            self._note(
                Level.INFO, "sorted", name,
                f"The rows were not in order of time ({counted(back, 'step')} back); they were sorted.", "",
            )
            keep = keep[np.argsort(times, kind="stable")]
        if back or len(gone):
            self.frame, self.places = self.frame.iloc[keep], self.places.take(keep)
        return reading.ns[keep]

    def _say_no_time(self) -> None:
        if len(self.frame) and of_trades(self.frame, self.roles):
            self._note(
                Level.INFO, "no-time", "", "No column holds the signal's time: rows are taken in file order.",
                "Name the column of the signal time.",
            )

    def _say_missing_times(self, gone: Ints, name: str) -> None:
        self.named_rows += len(gone)
        if len(gone):
            self._note(
                Level.WARNING, "time-missing", name,
                f"{counted(gone, 'row')} left out for having no readable time: {self.places.words(gone)}.",
                "Correct these times, or do without the rows.",
            )

    def _label(self) -> NDArray[np.int8]:
        unknown = np.full(len(self.frame), UNKNOWN_LABEL, dtype=np.int8)
        if self.roles.label is None:
            return unknown
        try:
            return encode_label(self.frame[self.roles.label], self.roles.label)
        except WorkbenchError as error:
            self._note(Level.ERROR, error.code, self.roles.label, error.what, error.remedy)
            return unknown

    def _label_time(self, time: Ints | None, label: NDArray[np.int8]) -> Ints | None:
        """Never before the signal; -1 where the outcome is open; the slowest delay where a known one has no time."""
        name = self.roles.label_time
        if name is None or time is None:
            self._say_no_label_time(time)
            return None
        reading = read_times(self.frame[name], name, self._order)
        self.findings += [note for note in reading.notes if note.code not in ("naive-time", "epoch-time")]
        if reading.problem is not None:
            self.findings.append(reading.problem)
            return None
        known, given = label != UNKNOWN_LABEL, ~reading.missing
        self.findings += check_label_times(time, reading.ns, known, given, name, self.places)
        slowest = int((reading.ns[given] - time[given]).max()) if given.any() else 0
        found = np.maximum(np.where(given, reading.ns, time + max(slowest, 0)), time)
        return np.where(known, found, UNKNOWN_TIME)

    def _say_no_label_time(self, time: Ints | None) -> None:
        if time is not None and self.roles.label is not None and self.roles.label_time is None:
            self._note(
                Level.WARNING, "no-label-time", "",
                "No column tells when each outcome was known: only the order of rows keeps training from the test.",
                "Name the column of the outcome time, or give an embargo as long as a trade lasts.",
            )

    def _ratio(self) -> Floats | None:
        import pandas as pd

        name = self.roles.weight
        if name is None:
            return None
        numbers = pd.to_numeric(self.frame[name], errors="coerce")
        values = numbers.to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
        values[np.isinf(values)] = np.nan
        bad = np.flatnonzero(np.isnan(values) & self.frame[name].notna().to_numpy(dtype=bool))
        if len(bad):
            self._note(
                Level.WARNING, "ratio-not-numeric", name,
                f"{counted(bad, 'cell')} not a finite number, taken as missing: {self.places.words(bad)}.",
                "Correct them, or choose another column of realized R.",
            )
        return values

    def _ids(self) -> NDArray[np.object_] | None:
        return None if self.roles.id is None else self.frame[self.roles.id].astype(str).to_numpy(dtype=object)

    def _look_for_leaks(self, label: NDArray[np.int8], moments: Moments) -> None:
        trades = of_trades(self.frame, self.roles)
        names = feature_names(self.frame, self.roles)
        for leak in find_leaks(self.frame, names, label, moments if trades else None):
            if leak.certain and trades and self.leaks_out:
                self.roles = replace(self.roles, outcomes=(*self.roles.outcomes, leak.column))
                self._note(
                    Level.WARNING, "leak", leak.column,
                    f"{leak.why}: it cannot have been known at the signal and is not used as a feature.",
                    "If it was known, check the label; else drop the column.",
                )
            elif leak.words:
                self._note(Level.WARNING, leak.code, leak.column, f"{leak.why}.",
                           "Drop it unless it was truly known at the time of the signal.")
            elif leak.auc >= SUSPECT:
                self._note(
                    Level.WARNING, "leak-suspected", leak.column, f"{leak.why}; good signals stay below 0.62.",
                    "Drop it unless it was truly known at the time of the signal.",
                )

    def _note(self, level: Level, code: str, column: str, message: str, remedy: str) -> None:
        self.findings.append(Finding(level, code, column, message, remedy))

