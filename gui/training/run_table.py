"""The table of runs: what was trained, how good it is with its interval, and what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engine.records import LuckAccount, RunRecord
from gui import theme
from gui.glossary import metric_words
from gui.library import Library
from gui.parts.labels import label
from gui.parts.run_cells import auc, auc_words, menu_of, star, status, status_color, status_tip, value
from gui.parts.run_filter import RunFilter
from gui.parts.table import Column, RecordTable
from gui.parts.words import counted, duration, interval, local_time, model_name, moment, score, signed
from gui.sentences import said
from gui.session import Session, Topic
from gui.training.luck import short
from gui.translation import tr

_FEWEST_TO_COMPARE = 2
_MOST_IN_A_REPORT = 6


class RunTable(QWidget):
    """A title row with buttons for what is selected and a filter, and the table.

    `details`, `export` and `retrain` open what they say; `color_of` tells the colour of a run in the plots.
    """

    def __init__(self, *, session: Session, library: Library, details: Callable[[str], object],
                 export: Callable[[str], object], retrain: Callable[[str], object],
                 color_of: Callable[[str], str],
                 luck_of: Callable[[str], LuckAccount | None], actions: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._session, self._library, self._color_of = session, library, color_of
        self._details, self._export, self._retrain, self._luck_of = details, export, retrain, luck_of
        self.table = RecordTable(self._columns(), key=lambda run: run.id, name="training.runs", words=tr("Runs"),
                                 dimmed=self._is_hidden, pinned=lambda run: run.pinned, menu_for=self._menu)
        self.filter = RunFilter(self.table, name="training.runs.filter", words=tr("Filter runs"))
        self.filter.setMinimumWidth(80)
        self.filter.setMaximumWidth(170)
        self.title = label(tr("Runs"), font="section")
        for name in ("tags", "data"):  # until there are some, until there are several: the row is full
            self.table.setColumnHidden(self._place(name), True)
        self._lay_out(actions)
        self.table.selected.connect(self._on_selected)
        self.table.marked.connect(self._on_marked)
        self.table.activated_record.connect(self._on_activated)
        self.table.delete_pressed.connect(self._on_delete)

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Show the session's runs and what of them is chosen."""
        if topics & {Topic.RUNS, Topic.CHAMPION, Topic.SELECTION}:
            self.table.set_records(self._session.runs)
            self.table.setColumnHidden(self._place("tags"), not any(run.tags for run in self._session.runs))
            files = {run.source for run in self._session.runs}
            self.table.setColumnHidden(self._place("data"), len(files) < 2)  # the window's head names the only one
            self._select()
            self.title.setText(counted(len(self._session.runs), "Run"))

    def _select(self) -> None:
        self.table.select_quietly(self._session.selected, [run.id for run in self.table.selected_records()])

    def _lay_out(self, actions: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self, spacing=6)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.title)
        row.addStretch(1)
        for made in actions:
            row.addWidget(made)
        row.addWidget(self.filter, 1)
        column.addLayout(row)
        column.addWidget(self.filter.told)
        column.addWidget(self.table, 1)

    # --- columns ---

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("eye", "", lambda run: "", mark=self._eye, width=28, hint=tr("Draw this run's curves, or do not.")),
            Column("star", "", lambda run: "", mark=star, width=28, sort=lambda run: run.starred,
                   hint=tr("Star what you want to find again.")),
            Column("name", tr("Name"), lambda run: run.name or run.id, width=96, tip=_name_tip, edit=self._rename,
                   hint=tr("Press F2 to rename.")),
            Column("kind", tr("Model"), lambda run: model_name(run.kind), width=80,
                   hint=tr("The library that grew the trees.")),
            Column("auc", "AUC (95 %)", auc_words, number=True, width=111,
                   tip=lambda run: interval(auc(run)),
                   sort=lambda run: value(auc(run)),
                   hint=metric_words("auc")),
            Column("luck", tr("P (skill)"), lambda run: short(self._luck_of(run.id)), number=True, width=76,
                   color=self._luck_color, tip=self._luck_tip, sort=lambda run: short(self._luck_of(run.id)) or None,
                   hint=tr("Probability that the AUC is above what luck alone reaches in so many looks; from 0.95 on "
                           "it is told as more than luck.")),
            Column("delta", "Δ AUC", self._delta, number=True, width=66, sort=self._delta_value,
                   hint=metric_words("delta_auc")),
            Column("log_loss", tr("Log Loss"), lambda run: _score(run, "log_loss"), number=True, width=74,
                   sort=lambda run: value(run.scores.log_loss if run.scores else None),
                   hint=metric_words("log_loss")),
            Column("mean_r", tr("Mean R"), lambda run: _score(run, "mean_r", sign=True), number=True, width=66,
                   sort=lambda run: value(run.scores.mean_r if run.scores else None),
                   hint=metric_words("mean_r")),
            Column("seconds", tr("Took"), lambda run: duration(run.training_seconds), number=True, width=60,
                   sort=lambda run: run.training_seconds),
            Column("status", tr("Status"), status, width=80, color=status_color, tip=status_tip),
            Column("created", tr("Trained"), lambda run: moment(run.created), width=84, sort=lambda run: run.created,
                   tip=lambda run: local_time(run.created, seconds=True)),
            Column("tags", tr("Tags"), _tags, width=70, edit=self._tag,
                   hint=tr("Words of your own, parted by commas; the filter finds them.")),
            Column("data", tr("Data"), lambda run: Path(run.source).name, width=78, tip=lambda run: run.source),
        )

    def _eye(self, run: RunRecord) -> tuple[str, str, str]:
        if run.id == self._session.champion:
            return "crown", "champion", tr("Champion: always drawn as reference")
        if run.id in self._session.selected and run.id not in self._session.shown:
            return "eye", self._color_of(run.id) or "muted", tr("Drawn while it is selected: click to keep it drawn")
        if run.id in self._session.shown:
            return "eye", self._color_of(run.id) or "muted", tr("Drawn: click to hide its curves")
        return "eye-off", "border", tr("Hidden: click to draw its curves")

    def _luck_color(self, run: RunRecord) -> str:
        account = self._luck_of(run.id)
        return "" if account is None or account.beyond_luck else "warning"

    def _luck_tip(self, run: RunRecord) -> str:
        account = self._luck_of(run.id)
        return said(account.words) if account is not None else tr("No look at this run was written down here.")

    def _is_hidden(self, run: RunRecord) -> bool:
        return run.id not in {*self._session.shown, *self._session.selected, self._session.champion}

    def _delta_value(self, run: RunRecord) -> float | None:
        champion = self._session.run(self._session.champion)
        mine, other = auc(run), auc(champion) if champion is not None else None
        if mine is None or other is None or run.id == self._session.champion:
            return None
        return mine.value - other.value

    def _delta(self, run: RunRecord) -> str:
        return signed(self._delta_value(run))

    def _rename(self, run: RunRecord, name: str) -> None:
        if name and name != run.name:
            self._library.update(run.id, name=name)

    def _tag(self, run: RunRecord, text: str) -> None:
        self._library.update(run.id, tags=text.split(","))

    # --- events ---

    @Slot(list)
    def _on_selected(self, runs: list[RunRecord]) -> None:
        self._session.select(run.id for run in runs)

    @Slot(object, str)
    def _on_marked(self, run: RunRecord, column: str) -> None:
        if column == "star":
            self._library.toggle_star(run)
        elif run.id != self._session.champion:
            if run.id in self._session.shown:  # what is selected is drawn
                self._session.select(each for each in self._session.selected if each != run.id)
            self._session.show_runs(self._session.shown ^ {run.id})

    @Slot(object)
    def _on_activated(self, run: RunRecord) -> None:
        self._details(run.id)

    @Slot(list)
    def _on_delete(self, runs: list[RunRecord]) -> None:
        self._library.delete([run.id for run in runs])

    def _menu(self, runs: list[RunRecord]) -> QMenu | None:
        if not runs:
            return None
        run, one = runs[0], len(runs) == 1
        whole = run.status in ("done", "stopped")
        entries = (
            (tr("Details…"), "info", one, lambda: self._details(run.id)),
            (tr("Make Champion"), "crown", one and whole and run.id != self._session.champion,
             lambda: self._library.promote(run.id)),
            (tr("Export…"), "package", one and whole, lambda: self._export(run.id)),
            (tr("Add to Ensemble"), "layers", whole,
             lambda: self._library.ensemble_wanted.emit(tuple(run.id for run in runs))),
            (tr("Continue Training from This"), "git-compare", one and whole, lambda: self._retrain(run.id)),
            (tr("Show Only These") if not one else tr("Show Only This"), "eye", True,
             lambda: self._session.show_runs(run.id for run in runs)),
            (tr("Write Report…"), "file-text", whole and len(runs) <= _MOST_IN_A_REPORT,
             lambda: self._library.report_wanted.emit(tuple(run.id for run in runs))),
            (tr("Unpin") if run.pinned else tr("Pin to the Top"), "pin", True,
             lambda: [self._library.update(each.id, pinned=not run.pinned) for each in runs]),
            (tr("Rename"), "pencil", one, partial(self._edit, "name")),
            (tr("Edit Tags"), "tag", one, partial(self._edit, "tags")),
            (tr("Delete"), "trash-2", True, lambda: self._library.delete([run.id for run in runs])),
        )
        return menu_of(entries, self)

    def _place(self, key: str) -> int:
        return next(n for n, column in enumerate(self.table.records_model.columns) if column.key == key)

    def _edit(self, key: str) -> None:
        row = self.table.selectionModel().selectedRows()[0].row()
        place = self._place(key)
        self.table.setColumnHidden(place, False)
        self.table.edit(self.table.records_model.index(row, place))


def _tags(run: RunRecord) -> str:
    return ", ".join(run.tags)


def _score(run: RunRecord, name: str, *, sign: bool = False) -> str:
    found = getattr(run.scores, name) if run.scores is not None else None
    if found is None:
        return "–"
    return signed(found.value) if sign else score(found.value)


def _name_tip(run: RunRecord) -> str:
    size = (counted(run.rows, "row"), counted(len(run.features), "feature"), counted(run.trees, "tree"))
    lines = [run.name or run.id, run.id, ", ".join(size)]
    if run.note:
        lines.append(run.note)
    return "\n".join(lines)
