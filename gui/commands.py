"""What the actions of the menus do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from engine.settings import Theme
from gui import opening
from gui.actions import Actions
from gui.dialogs.files import choose_file, choose_place
from gui.jobs import Lane
from gui.menus import SPECS
from gui.translation import tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_MONITOR = ("start", "pause", "stop", "freeze", "note", "triggers", "machine", "add")
_TABS = ("training", "monitor", "ensemble", "models")
_WHOLE = ("done", "stopped")
_IN_A_REPORT = 6


class Commands(QObject):
    """One method a command; the window is its stage."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._language = window.session.settings.language
        self._recent: QMenu | None = None
        self._waits = self._early = False

    def methods(self) -> dict[str, Callable[[], object]]:
        """The methods by action id."""
        window = self._window
        themes = {f"view.theme.{mode.value}": (lambda mode=mode: window.session.set_theme(mode)) for mode in Theme}
        tabs = {f"view.{name}": (lambda name=name: window.show_tab(name)) for name in _TABS}
        monitors = {f"monitor.{name}": (lambda name=name: self._monitor(name)) for name in _MONITOR}
        return {
            **themes, **tabs, **monitors,
            "file.open": self.choose_file, "file.sample": self._open_sample, "file.export": self._export_chosen,
            "file.report": self.write_report,
            "file.quit": window.close, "edit.undo": window.library.undo_stack.undo,
            "edit.redo": window.library.undo_stack.redo, "run.train": self._train, "run.stop": self._stop,
            "run.cancel": self._cancel, "run.resume": self._resume, "run.rollback": window.library.roll_back,
            "tools.palette": self._palette, "tools.trash": self._trash,
            "tools.settings": self._settings, "help.shortcuts": self._shortcuts, "help.report": window.report.open,
            "help.glossary": self._glossary, "help.tour": self.tour,
            "help.about": self._about,
        }

    def refresh(self, actions: Actions) -> None:
        """Show in the menus what is on and what can be undone."""
        stack = self._window.library.undo_stack
        actions["run.stop"].setEnabled(bool(self._window.jobs.shown))
        actions["edit.undo"].setEnabled(stack.canUndo())
        actions["edit.redo"].setEnabled(stack.canRedo())
        for mode in Theme:
            actions[f"view.theme.{mode.value}"].setChecked(mode is self._window.session.settings.theme)

    # --- files ---

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        path = self._window.session.path
        choose_file(self._window, tr("Open Signals"), tr(opening.FILTER), self.open_path,
                    folder=path.parent if path is not None else None)

    def open_path(self, path: Path) -> None:
        """Open a file of signals in the Training tab, a bundle in Models."""
        if not opening.is_bundle(path):
            self._window.show_tab("training")
        self._window.opener.open(path)

    def _resume(self) -> None:
        self._window.show_tab("training")
        self._window.tab("training").unfinished.take_up()

    def _open_sample(self) -> None:
        self._window.show_tab("training")
        self._window.opener.open_sample()

    def add_recent(self, menu: QMenu) -> None:
        """Put the list of recent files under Open Sample."""
        self._recent = QMenu(tr("Open &Recent"), menu)
        self._recent.setAccessibleName(tr("Recent files"))
        menu.insertMenu(menu.actions()[2], self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)

    @Slot()
    def _fill_recent(self) -> None:
        assert self._recent is not None
        self._recent.clear()
        for name in self._window.session.settings.recent_files:
            there = Path(name).exists()
            action = self._recent.addAction(name if there else tr("{name} (gone)", name=name))
            action.setEnabled(there)
            action.triggered.connect(lambda _checked=False, name=name: self.open_path(Path(name)))
        if self._recent.isEmpty():
            self._recent.addAction(tr("No Recent Files")).setEnabled(False)

    # --- runs ---

    def show_details(self, run_id: str) -> None:
        """Everything that is kept of a run."""
        from gui.dialogs.run_details import RunDetails

        run = self._window.session.run(run_id)
        if run is not None:
            save = self._window.library.update
            RunDetails(run, self._window, save_note=lambda note: save(run_id, note=note)).open()

    def export(self, run_id: str) -> None:
        """Show what goes into the bundle, ask where to, and write it."""
        from gui.dialogs.export_bundle import ExportDialog

        window = self._window
        run = window.session.run(run_id)
        if run is None:
            return
        proposal = window.session.workspace.exports / f"{window.library.name(run_id).replace('/', '-')}.apbundle"
        proposal.parent.mkdir(parents=True, exist_ok=True)
        ExportDialog(run, window, jobs=window.jobs, workspace=window.session.workspace, proposal=proposal,
                     export=partial(window.library.export, run_id)).open()

    def write_report(self, ids: Sequence[str] = ()) -> None:
        """Ask where to, and write the report of these runs; where none is named, of the chosen ones or the champion."""
        session = self._window.session
        whole = [run.id for run in session.runs if run.status in _WHOLE]
        ids = ids or tuple(run for run in session.selected if run in whole)[:_IN_A_REPORT] or tuple(
            run for run in (session.champion, *whole) if run is not None)[:1]
        if ids:
            name = self._window.library.name(ids[0]).replace("/", "-") + ("" if len(ids) == 1 else tr(" and others"))
            place = session.workspace.exports / f"{name}.html"
            place.parent.mkdir(parents=True, exist_ok=True)
            choose_place(self._window, tr("Write Report"), tr("Web page (*.html);;PDF (*.pdf)"),
                         partial(self._window.library.report, ids), proposal=place, suffix="html")

    def retrain(self, run_id: str) -> None:
        """Go to the form with this run to continue from."""
        self._window.show_tab("training")
        self._window.tab("training").start_from(run_id)

    def _export_chosen(self) -> None:
        session = self._window.session
        whole = [run for run in session.runs if run.status in _WHOLE]
        chosen = next((run for run in whole if run.id in session.selected), None)
        chosen = chosen or session.run(session.champion) or next(iter(whole), None)
        if chosen is not None:
            self.export(chosen.id)

    # --- work ---

    def wait(self) -> None:
        """The file and the form of the last end are still to come: what is asked to be trained waits for them."""
        self._waits = True

    def go(self) -> None:
        """They are there: do what was asked for before."""
        self._waits = False
        if self._early:
            self._early = False
            self._train()

    def _train(self) -> None:
        if self._waits:
            self._early = True
            return
        self._window.show_tab("training")
        self._window.tab("training").train()

    def _monitor(self, name: str) -> None:
        self._window.show_tab("monitor")
        self._window.tab("monitor").act(name)

    def _stop(self) -> None:
        for job in self._window.jobs.shown:
            job.stop()
        self._window.tab("training").stop()

    def _cancel(self) -> None:
        """Esc: the training first, then whatever else runs for the tab in front; else the message goes."""
        window = self._window
        training = window.tab("training")
        if training.work.running:
            training.cancel()
        elif window.jobs.shown and window.jobs.shown[-1].lane is not Lane.MONITOR:
            window.jobs.shown[-1].cancel()
        else:
            window.messages.dismiss()

    # --- dialogs ---

    def _palette(self) -> None:
        from gui.dialogs.palette import CommandPalette

        CommandPalette([self._window.actions_table[spec.id] for spec in SPECS], self._window).open()

    def _settings(self) -> None:
        from gui.dialogs.settings import SettingsDialog

        SettingsDialog(self._window.session, self._window).open()

    def _trash(self) -> None:
        from gui.dialogs.trash import TrashDialog

        TrashDialog(self._window.library, self._window).open()

    def _shortcuts(self) -> None:
        from gui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(SPECS, self._window).open()

    def _glossary(self) -> None:
        from gui.dialogs.glossary import GlossaryDialog

        GlossaryDialog(self._window).open()

    def offer_language(self) -> None:
        """Another language needs every word anew: the window opens again, with what was open."""
        chosen = self._window.session.settings.language
        if chosen is not self._language:
            self._language = chosen
            self._window.messages.info(tr("The window speaks the other language once it is opened again."),
                                       action=(tr("Open It Again Now"), self._reopen))

    def _reopen(self) -> None:
        """Close, asking where work would be lost, and come back."""
        self._window.reopens = True
        self._window.close()

    def tour(self) -> None:
        """The first minutes, step by step."""
        from gui.tour import Tour

        if self._window.findChild(Tour) is None:
            Tour(self._window).begin()

    def _about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()
