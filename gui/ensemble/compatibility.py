"""Whether a run can be a member for the open table, and why not."""

from __future__ import annotations

from datetime import UTC, datetime

from engine.data.table import SignalTable
from engine.records import RunRecord
from gui.translation import tr

_WHOLE = ("done", "stopped")
_NAMED = 3  # features that a reason names


def reason_against(run: RunRecord, table: SignalTable | None) -> str:
    """Why a run cannot be a member; empty where it can. Without a table only what the run itself says counts."""
    if run.status not in _WHOLE or not run.model_path:
        return tr("It holds no model.")
    if run.kind == "ensemble":
        return tr("It is an ensemble itself: choose its members instead.")
    return "" if table is None else _against_table(run, table)


def _against_table(run: RunRecord, table: SignalTable) -> str:
    known = set(table.schema.names)
    absent = [name for name in run.features if name not in known]
    if absent:
        named = ", ".join(absent[:_NAMED]) + (" …" if len(absent) > _NAMED else "")
        return tr("The open file lacks {absent} of its features: {named}.", absent=len(absent), named=named)
    if run.fingerprint == table.fingerprint:
        return ""
    if any(seen.fingerprint == table.fingerprint for seen in run.exposure):
        return tr("It was trained on these very rows, so none of them counts for it.")
    return _against_time(run, table)


def _against_time(run: RunRecord, table: SignalTable) -> str:
    ends = [end for seen in run.exposure for end in (seen.last, seen.last_label) if end is not None]
    if not ends or table.time is None or not len(table):
        return ""
    if int(table.time[-1]) <= max(ends):
        return tr("It was trained on signals up to {day}; the open file holds none later.", day=_day(max(ends)))
    return ""


def _day(ns: int) -> str:
    return datetime.fromtimestamp(ns / 1e9, tz=UTC).strftime("%Y-%m-%d")
