"""The table of models."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from engine.records import RunRecord
from gui.models.facts import file_size, lineage
from gui.parts.run_cells import auc, auc_words, menu_of, star, status, status_color, status_tip, usable, value
from gui.parts.seen import UNKNOWN, span, trained_on
from gui.parts.table import Column, RecordTable
from gui.parts.words import local_time, model_name, moment, size
from gui.plots.series import run_label
from gui.translation import later, tr, written

WORDS = {  # the commands in the order of the menu
    "promote": (later("Make Champion"), "crown"), "challenge": (later("Make Challenger"), "trending-up"),
    "export": (later("Export…"), "package"), "compare": (later("Compare"), "git-compare"),
    "ensemble": (later("Add to Ensemble"), "layers"), "retrain": (later("Continue Training from This"), "refresh-cw"),
    "details": (later("Details…"), "info"), "delete": (later("Delete"), "trash-2"),
}


class ModelsList(QWidget):
    """*Signals*: `selected(list)` of runs · `wanted(str, list)` a command of the menu with the runs it is for ·
    `renamed(str, str)` id and name.
    """

    selected = Signal(list)
    wanted = Signal(str, list)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._runs: tuple[RunRecord, ...] = ()
        self._champion: str | None = None
        self._challenger: str | None = None
        self._sizes: dict[str, int | None] = {}
        self.table = RecordTable(self._columns(), key=_key, name="models.list", words=tr("Models"), menu_for=self._menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.selected.connect(self.selected)
        self.table.marked.connect(self._on_marked)

    def set_runs(self, runs: Sequence[RunRecord], champion: str | None, challenger: str | None = None) -> None:
        """List the runs."""
        self._runs, self._champion, self._challenger = tuple(runs), champion, challenger
        self._sizes = {run.id: file_size(run) for run in runs}
        self.table.set_records(self._runs)
        parents = next(n for n, column in enumerate(self.table.records_model.columns) if column.key == "parent")
        self.table.setColumnHidden(parents, not any(run.parent for run in runs))  # until there is one

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("badge", "", _no_text, mark=self._badge, width=30, sort=self._rank,
                   hint=tr("The crown marks the champion, the rising line its challenger; a star is yours to set.")),
            Column("name", tr("Name"), run_label, width=140, tip=self._lineage, edit=self._rename,
                   hint=tr("Press F2 to rename.")),
            Column("kind", tr("Model"), _kind, width=84),
            Column("auc", "AUC (95 %)", auc_words, number=True, width=114, sort=lambda run: value(auc(run)),
                   hint=tr("On unseen later rows; higher is better, 0.5 is chance.")),
            Column("status", tr("Status"), status, width=70, color=status_color, tip=status_tip),
            Column("dates", tr("Trained on signals of"), trained_on, width=204, sort=_last_seen,
                   hint=tr("First and last signal that its trees have seen.")),
            Column("features", tr("Features"), _features, number=True, width=74, sort=_feature_count),
            Column("size", tr("Size"), self._size, number=True, width=80, sort=self._bytes),
            Column("parent", tr("Started from"), self._parent, width=110, tip=self._lineage),
            Column("created", tr("Trained at"), _created, width=84, tip=_created_tip, sort=_created_key),
        )

    def _is_champion(self, run: RunRecord) -> bool:
        return run.id == self._champion

    def _rank(self, run: RunRecord) -> int:
        return 2 * self._is_champion(run) + (run.id == self._challenger)

    def _badge(self, run: RunRecord) -> tuple[str, str, str] | None:
        if self._is_champion(run):
            return "crown", "champion", tr("Champion: the model that is live")
        if run.id == self._challenger:
            return "trending-up", "link", tr("Challenger: to score in the champion's shadow")
        return star(run)

    def _size(self, run: RunRecord) -> str:
        found = self._sizes.get(run.id)
        return UNKNOWN if found is None else size(found)

    def _bytes(self, run: RunRecord) -> int | None:
        return self._sizes.get(run.id)

    def _parent(self, run: RunRecord) -> str:
        names = lineage(run, self._runs)
        return names[1] if len(names) > 1 else ""

    def _lineage(self, run: RunRecord) -> str:
        return " ← ".join(lineage(run, self._runs)) + f"\n{Path(run.source).name}"

    def _rename(self, run: RunRecord, name: str) -> None:
        if name and name != run.name:
            self.renamed.emit(run.id, name)

    def _on_marked(self, run: RunRecord, _column: str) -> None:
        if not self._rank(run):
            self.wanted.emit("star", [run])

    def _menu(self, runs: list[RunRecord]) -> QMenu | None:
        if not runs:
            return None
        entries = [(worded(command, runs, self._challenger), picture, possible(command, runs, self._champion),
                    partial(self.wanted.emit, command, runs))
                   for command, (_words, picture) in WORDS.items()]
        return menu_of(entries, self)


def worded(command: str, runs: Sequence[RunRecord], challenger: str | None) -> str:
    """What a command is called for these runs: the challenger's own is to be it no more."""
    if command == "challenge" and len(runs) == 1 and runs[0].id == challenger:
        return tr("Withdraw Challenger")
    return tr(WORDS[command][0])


def possible(command: str, runs: Sequence[RunRecord], champion: str | None) -> bool:
    """Whether a command can be done with these runs."""
    one, whole = len(runs) == 1, bool(runs) and all(usable(run) for run in runs)
    return {
        "promote": one and whole and runs[0].id != champion,
        "challenge": one and whole and champion not in (None, runs[0].id), "export": one and whole,
        "compare": len(runs) > 1, "ensemble": whole, "retrain": one and whole, "details": one, "delete": bool(runs),
    }[command]


def _key(run: RunRecord) -> str:
    return run.id


def _no_text(_run: RunRecord) -> str:
    return ""


def _kind(run: RunRecord) -> str:
    return model_name(run.kind)


def _last_seen(run: RunRecord) -> int:
    return span(run.exposure)[1] or 0


def _feature_count(run: RunRecord) -> int:
    return len(run.features)


def _features(run: RunRecord) -> str:
    return written(len(run.features), ',')


def _created(run: RunRecord) -> str:
    return moment(run.created)


def _created_tip(run: RunRecord) -> str:
    return local_time(run.created, seconds=True)


def _created_key(run: RunRecord) -> str:
    return run.created
