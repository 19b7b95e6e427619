"""The ledger: who was champion or challenger when, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.library.promotion import LedgerEntry
from gui import theme
from gui.parts.labels import label
from gui.parts.table import Column, RecordTable
from gui.parts.words import local_time
from gui.sentences import said
from gui.translation import later, tr

_ACTIONS = {
    "promote": ("crown", "champion", later("Champion")), "rollback": ("history", "muted", later("Rolled back")),
    "challenge": ("trending-up", "link", later("Challenger")), "withdraw": ("x", "muted", later("Withdrawn")),
}


class HistoryPanel(QWidget):
    """The newest change on top."""

    def __init__(self, *, name_of: Callable[[str | None], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self.entries: tuple[LedgerEntry, ...] = ()
        self.table = RecordTable(
            (Column("action", "", _action_words, mark=_action, width=30),
             Column("time", tr("When"), _when, width=146, sort=_time),
             Column("id", tr("Model"), self._new, width=190),
             Column("previous", tr("Before"), self._previous, width=190),
             Column("reason", tr("Why"), _reason)),
            key=_key, name="models.history", words=tr("History of champions and challengers"),
        )
        self.none = label(tr("No model has been made champion yet. Choose one and press Make Champion."), role="muted",
                          font="small", wrap=True)
        column = QVBoxLayout(self, spacing=theme.TIGHT)
        column.setContentsMargins(0, theme.SMALL, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.set_entries(())

    def set_entries(self, entries: Sequence[LedgerEntry]) -> None:
        """Show the ledger, given oldest first."""
        self.entries = tuple(reversed(entries))
        self.table.set_records(self.entries)
        self.none.setVisible(not entries)
        self.table.setVisible(bool(entries))
        self._rest.setVisible(not entries)

    def _new(self, entry: LedgerEntry) -> str:
        if entry.id is None:
            return tr("no challenger") if entry.action == "withdraw" else tr("no champion")
        return self._name_of(entry.id)

    def _previous(self, entry: LedgerEntry) -> str:
        return self._name_of(entry.previous) if entry.previous else tr("none")


def _action(entry: LedgerEntry) -> tuple[str, str, str]:
    picture, color, words = _ACTIONS.get(entry.action, ("info", "muted", entry.action.capitalize()))
    return picture, color, tr(words)


def _action_words(entry: LedgerEntry) -> str:
    return _action(entry)[2]


def _when(entry: LedgerEntry) -> str:
    return local_time(entry.time)


def _time(entry: LedgerEntry) -> str:
    return entry.time


def _reason(entry: LedgerEntry) -> str:
    return said(entry.reason)


def _key(entry: LedgerEntry) -> str:
    return f"{entry.time} {entry.id} {entry.previous} {entry.action}"
