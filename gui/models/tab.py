"""The Models tab: the list, its commands, the chosen model's card, the champions' history and a comparison."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from engine.errors import WorkbenchError
from engine.library.comparing import RunsCompared, compare_runs
from engine.progress import Progress
from engine.records import RunRecord
from gui import theme
from gui.dialogs.files import choose_file
from gui.jobs import Jobs, Lane
from gui.library import Library
from gui.messages import Message, Messages, Tone
from gui.models.compare_panel import ComparePanel
from gui.models.details_panel import DetailsPanel
from gui.models.history_panel import HistoryPanel
from gui.models.models_list import WORDS, ModelsList, possible, worded
from gui.parts.ahead import ready, rest
from gui.parts.empty_state import EmptyState
from gui.parts.flow import FlowLayout
from gui.parts.labels import button
from gui.parts.run_filter import RunFilter
from gui.parts.splitter import Splitter
from gui.plots.comparison import ComparisonPanel
from gui.plots.series import run_label
from gui.sentences import said
from gui.session import Session, Topic
from gui.translation import later, tr

BUNDLES = later("AlphaPulse bundles (*.apbundle);;All files (*)")
PARTS = (ModelsList, ComparisonPanel, ComparePanel)  # what takes its time to make, to be made ahead
_BUTTONS = ("promote", "challenge", "export", "compare", "delete")


def import_bundle(workspace: Any, path: Path, *, progress: Progress) -> tuple[RunRecord, tuple[str, ...]]:
    """The engine's procedure, and what cannot be scored here of what it took in."""
    from engine.bundle import importing

    taken = importing.import_bundle(workspace, path, progress=progress)
    return taken, importing.cannot_score(workspace, taken.id)


class ModelsTab(QWidget):
    """The library. `details`, `export` and `retrain` open what they say for a run's id.

    *Signals*: `state_changed()` after something changed that is restored at the next start.
    """

    state_changed = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, library: Library,
                 show_tab: Callable[[str], object], details: Callable[[str], object],
                 export: Callable[[str], object], retrain: Callable[[str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.jobs, self.messages, self.library = session, jobs, messages, library
        self._show_tab = show_tab
        self.list, self.details = ready(ModelsList), DetailsPanel(session.places)
        self.history, self.comparison = HistoryPanel(name_of=library.name), ready(ComparePanel)
        self._commands: dict[str, Callable[[Sequence[RunRecord]], object]] = {
            "promote": lambda runs: library.promote(runs[0].id), "challenge": self._challenge,
            "export": lambda runs: export(runs[0].id),
            "compare": self.compare, "retrain": lambda runs: retrain(runs[0].id),
            "details": lambda runs: details(runs[0].id), "star": lambda runs: library.toggle_star(runs[0]),
            "ensemble": lambda runs: library.ensemble_wanted.emit(tuple(run.id for run in runs)),
            "delete": lambda runs: library.delete([run.id for run in runs]),
        }
        self._make_buttons()
        self._lay_out()
        self.filter.textChanged.connect(self.state_changed)
        self.list.selected.connect(self._on_selected)
        self.list.wanted.connect(self._do)
        self.list.renamed.connect(self._on_renamed)
        self.details.noted.connect(self._on_noted)

    @property
    def chosen(self) -> list[RunRecord]:
        """The selected runs, from top to bottom."""
        found: list[RunRecord] = self.list.table.selected_records()
        return found

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Follow the library."""
        if topics & {Topic.RUNS, Topic.CHAMPION}:
            self.list.set_runs(self.session.runs, self.session.champion, self.session.challenger)
            self._show_history()
            self.pages.setCurrentIndex(0 if self.session.runs or self.history.entries else 1)
        if topics & {Topic.RUNS, Topic.CHAMPION, Topic.SELECTION}:
            self._select()

    def state(self) -> dict[str, Any]:
        """What is found again at the next start."""
        return {"filter": self.filter.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Bring back what `state` gave."""
        self.filter.setText(str(state.get("filter") or ""))

    # --- what the user does

    def import_bundle(self, path: Path) -> None:
        """Verify a bundle in a process of its own and keep it in the library."""
        job = self.jobs.start(Lane.ENGINE, "import", import_bundle, self.session.workspace, path,
                              title=tr("Importing {name}", name=path.name))
        job.succeeded.connect(self._on_imported)

    def compare(self, runs: Sequence[RunRecord]) -> None:
        """Show how the chosen models differ, the champion as the one to beat where it is among them."""
        first = sorted(runs, key=lambda run: run.id != self.session.champion)
        self.comparison.show_runs(first)
        self.below.setCurrentWidget(self.comparison)
        self.details.say(tr("Comparing on the rows that they share …"))
        job = self.jobs.start(Lane.SIDE, "compare", compare_runs, self.session.workspace, self.comparison.runs)
        job.succeeded.connect(self._on_compared)

    def _challenge(self, runs: Sequence[RunRecord]) -> None:
        """The chosen model becomes the challenger; the challenger itself is none any more."""
        self.library.set_challenger(None if runs[0].id == self.session.challenger else runs[0].id)

    def _ask_for_bundle(self) -> None:
        choose_file(self, tr("Import a Bundle"), BUNDLES, self.import_bundle)

    # --- what follows

    @Slot(object)
    def _on_imported(self, taken: tuple[RunRecord, tuple[str, ...]]) -> None:
        run, lacking = taken
        self.library.reload()
        self.session.select([run.id])
        champion = self.session.run(self.session.champion)
        beside = champion is not None and champion.id != run.id
        if champion is not None and beside:
            self.comparison.show_runs([champion, run])
            self.below.setCurrentWidget(self.comparison)
        below = " " + tr("Below stands how it differs from the champion.") if beside else ""
        if lacking:
            told = tr("Imported {run_label}: every byte was checked, but {lacking}", run_label=run_label(run),
                      lacking=" ".join(lacking))
            self.messages.post(Message(Tone.WARNING, told + below))
        else:
            self.messages.good(tr("Imported {run_label}: every byte was checked, and its models reproduced their "
                                  "canary rows.", run_label=run_label(run)) + below)

    @Slot(object)
    def _on_compared(self, found: RunsCompared) -> None:
        rest = tr("\n\nOn {rows:,} rows that none of them had seen.", rows=found.rows) if found.rows else ""
        self.details.say("\n\n".join(map(said, found.words)) + rest)

    @Slot(list)
    def _on_selected(self, runs: list[RunRecord]) -> None:
        self.session.select(run.id for run in runs)
        self._show_chosen()

    @Slot(str, str)
    def _on_renamed(self, run_id: str, name: str) -> None:
        self.library.update(run_id, name=name)

    @Slot(str, str)
    def _on_noted(self, run_id: str, note: str) -> None:
        self.library.update(run_id, note=note)

    @Slot(str, list)
    def _do(self, command: str, runs: list[RunRecord]) -> None:
        if runs:
            self._commands[command](runs)

    def _select(self) -> None:
        self.list.table.select_quietly(self.session.selected, [run.id for run in self.chosen])
        self._show_chosen()

    def _show_chosen(self) -> None:
        from engine.library.runs import imported_as

        chosen = self.chosen
        imported = imported_as(self.session.workspace, chosen[0].id) if len(chosen) == 1 else None
        self.details.show_runs(chosen, self.session, imported)
        for command, made in self.buttons.items():
            made.setEnabled(possible(command, chosen, self.session.champion))
            made.setText(worded(command, chosen, self.session.challenger))
        self.rollback.setEnabled(self.session.champion is not None)

    def _show_history(self) -> None:
        from engine.library import promotion

        try:
            self.history.set_entries(promotion.changes(self.session.workspace))
        except WorkbenchError as error:
            self.messages.error(error)

    # --- laying out

    def _make_buttons(self) -> None:
        self.buttons = {
            command: button(words, partial(self._do_chosen, command), icon_name=picture, name=f"models.{command}",
                            hint=_HINTS[command])
            for command, (words, picture) in WORDS.items() if command in _BUTTONS
        }
        self.rollback = button(tr("Roll Back"), self.library.roll_back, icon_name="history", name="models.rollback",
                               hint=tr("Bring back the champion before the present one."))
        self.take_in = button(tr("Import…"), self._ask_for_bundle, icon_name="file-down", name="models.import",
                              hint=tr("Take a bundle into the library; it is verified first. You may also drop "
                                      "it here."))
        self.filter = RunFilter(self.list.table, name="models.filter", words=tr("Filter models"))

    def _do_chosen(self, command: str) -> None:
        self._do(command, self.chosen)

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            "database", tr("No Models Yet"),
            tr("Every training is kept here with its data, settings, scores and versions. "
               "Train a model, or take in a bundle from another machine."),
            actions=((tr("Go to Training"), partial(self._show_tab, "training")),
                     (tr("Import…"), self._ask_for_bundle)),
            name="models.empty",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget()
        column.addWidget(self.pages)
        self._lay_out_body()
        self.pages.addWidget(self.empty)
        self.pages.setCurrentIndex(1)

    def _lay_out_body(self) -> None:
        """From the outside to the inside: what is full already is dear to move."""
        body = QWidget()
        self.pages.addWidget(body)
        column = QVBoxLayout(body, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        commands = QWidget()
        flow = FlowLayout(commands, spacing=6)
        for made in (self.buttons["promote"], self.rollback, self.buttons["challenge"], self.buttons["export"],
                     self.take_in, self.buttons["compare"], self.buttons["delete"]):
            flow.addWidget(made)
        row = QHBoxLayout(spacing=6)
        row.addWidget(commands, 1)
        row.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.filter.told)
        whole = Splitter(Qt.Orientation.Horizontal, name="models.splitter")
        column.addWidget(whole, 1)
        left = Splitter(Qt.Orientation.Vertical, name="models.splitter.left")
        whole.addWidget(left)
        left.addWidget(self.list)
        self.below = QTabWidget(documentMode=True, objectName="models.below")
        left.addWidget(self.below)
        self.below.setAccessibleName(tr("History and comparison"))
        self.below.addTab(self.history, tr("History"))
        self.below.addTab(self.comparison, tr("Comparison"))
        left.setSizes([360, 220])
        rest(self, partial(self._add_details, whole))

    def _add_details(self, whole: Splitter) -> None:
        whole.addWidget(self.details)
        whole.setSizes([896, 364])


_HINTS = {
    "promote": later("Make the chosen model the champion: the one that is live and that others are measured against."),
    "challenge": later("Mark the chosen model as the one that is to score in the champion's shadow, here and in "
                       "MLflow; there is one at a time, and it needs a champion."),
    "export": later("Write the chosen model as a bundle that opens on another machine."),
    "compare": later("See how the chosen models differ, and which one is better."),
    "delete": later("Put the chosen models into the trash. Undo brings them back."),
}

