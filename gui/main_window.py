"""The main window: four tabs, menus from the action table, the message strip, the status bar with jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from gui import opening, restoring
from gui.actions import Actions
from gui.commands import Commands
from gui.dialogs.ask import ask
from gui.dialogs.report import ReportDialog
from gui.errors import Faults
from gui.glossary import explain
from gui.icons import icon
from gui.jobs import Job, Jobs, JobState
from gui.library import Library
from gui.menus import SPECS
from gui.messages import Messages
from gui.notifications import Notifier
from gui.opening import Opener
from gui.overrides import override
from gui.parts.job_bar import JobBar
from gui.parts.labels import label
from gui.parts.message_bar import MessageBar
from gui.parts.words import counted
from gui.restoring import Layout, Memory
from gui.session import Session, Topic
from gui.tabs import TABS, make_tab, page, place
from gui.theme import theme as look
from gui.translation import later, tr

_ALL = frozenset(Topic)
_SMALLEST = QSize(1024, 640)
_ENDINGS = {JobState.SUCCEEDED: later("done"), JobState.FAILED: later("failed"), JobState.CANCELLED: later("cancelled")}
_LAST_WAIT = 2.4  # seconds that running work gets to end when the window closes


class MainWindow(QMainWindow):
    """Owns nothing but widgets: state is the session's, work is the jobs'.

    *Signals*: `closed()` once, when the work has ended and the window is gone.
    """

    closed = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, faults: Faults, lazy: bool = False) -> None:
        super().__init__(objectName="main", windowTitle="AlphaPulse Workbench", acceptDrops=True)
        self.session, self.jobs, self.messages, self.faults = session, jobs, messages, faults
        self.opener = Opener(session=session, jobs=jobs, messages=messages)
        self.library = Library(session=session, jobs=jobs, messages=messages)
        self.notifier = Notifier(self, session=session, jobs=jobs)
        self.layout_memory = Layout(session.folder)
        self.memory = Memory(session.folder, self._state, self)
        self.remembered = self.memory.load()  # before anything of this session is written over it
        self._stale: dict[str, frozenset[Topic]] = {}
        self._built: dict[str, QWidget] = {}
        self._question: QMessageBox | None = None
        self._ended = self.reopens = False
        self.message_bar = MessageBar(messages)
        self.job_bar = JobBar(jobs)
        self.state_label = label(role="muted", font="small", name="main.state")
        self.engine_label = label(role="muted", font="small", name="main.engine")
        self.open_label = label(role="muted", font="small", name="main.open")
        self.tabs = QTabWidget(objectName="main.tabs", documentMode=True, iconSize=QSize(15, 15))
        self.report = ReportDialog(faults, self)
        self.commands = Commands(self)
        self._lay_out()
        self.actions_table = Actions(self, SPECS, self.commands.methods())
        self.commands.add_recent(self.actions_table.menus["File"])
        self._connect()
        self._on_tab(0)
        explain(self)
        if not lazy:
            self.library.reload()
            self.build_all()
        self._refresh_frame(_ALL)
        self.centralWidget().setFocus()

    # --- tabs ---

    def build_all(self) -> None:
        """Build everything that has not been looked at yet."""
        for number in range(len(TABS)):
            self._build_tab(number)
        build_rest = getattr(self._built[TABS[0].name], "build_all", None)
        if build_rest is not None:
            build_rest()
        explain(self)

    def tab(self, name: str) -> Any:
        """The widget of a tab, built if need be."""
        self._build_tab(place(name))
        return self._built[name]

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(place(name))

    def _build_tab(self, number: int) -> None:
        spec = TABS[number]
        if spec.name in self._built:
            return
        tab = make_tab(spec, {**self._services(), "parent": self.tabs.widget(number)})
        self._built[spec.name] = tab
        self.tabs.widget(number).layout().addWidget(tab)
        self._stale[spec.name] = _ALL
        self._refresh_tab(number)
        restoring.restore_tab(self, spec.name)
        explain(tab)
        changed = getattr(tab, "state_changed", None)
        if changed is not None:
            changed.connect(self.memory.touch)

    def _services(self) -> dict[str, Any]:
        """What a tab may ask for in its constructor, by name."""
        commands = self.commands
        return {
            "session": self.session, "jobs": self.jobs, "messages": self.messages, "opener": self.opener,
            "library": self.library, "show_tab": self.show_tab, "choose_file": commands.choose_file,
            "details": commands.show_details, "export": commands.export, "retrain": commands.retrain,
            "notifier": self.notifier,
        }

    # --- following the session ---

    @Slot(object)
    def _on_changed(self, topics: frozenset[Topic]) -> None:
        for name in self._built:
            self._stale[name] = self._stale.get(name, frozenset()) | topics
        self._refresh_tab(self.tabs.currentIndex())
        self._refresh_frame(topics)
        self.memory.touch()

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        self.tabs.widget(number).layout().insertWidget(0, self.message_bar)
        self.message_bar.setVisible(self.message_bar.current is not None)
        self._build_tab(number)
        self._refresh_tab(number)

    def _refresh_tab(self, number: int) -> None:
        """Bring the tab in front up to date; hidden ones wait until they are looked at."""
        name = TABS[number].name
        topics = self._stale.pop(name, frozenset()) if number == self.tabs.currentIndex() else frozenset()
        refresh = getattr(self._built.get(name), "refresh", None)
        if topics and refresh is not None:
            refresh(topics)

    def _refresh_frame(self, topics: frozenset[Topic]) -> None:
        session = self.session
        self._refresh_actions()
        parts = []
        if session.path is not None:
            rows = f" · {counted(session.profile.rows, 'signal')}" if session.profile is not None else ""
            parts.append(f"{session.path.name}{rows}")
        if session.champion is not None:
            parts.append(tr("Champion {name}", name=self.library.name(session.champion)))
        self.open_label.setText("     ".join(parts))
        if Topic.SETTINGS in topics:
            look.switch(session.settings.theme)
            self.commands.offer_language()

    @Slot()
    def _refresh_actions(self) -> None:
        self.actions_table.refresh(self.session)
        self.commands.refresh(self.actions_table)

    @Slot(object, object)
    def _on_job_failed(self, job: Job, error: BaseException) -> None:
        if not self.messages.tell(error):
            self.faults.catch(error)

    @Slot(object)
    def _on_job_ended(self, job: Job) -> None:
        if job.title:
            self.state_label.setText(f"{job.title}: {tr(_ENDINGS[job.state])}")

    @Slot(object)
    def _on_bundle(self, path: Path) -> None:
        self.show_tab("models")
        take = getattr(self.tab("models"), "import_bundle", None)
        if take is not None:
            take(path)

    @Slot(object)
    def _on_ensemble(self, ids: tuple[str, ...]) -> None:
        take = getattr(self.tab("ensemble"), "add_members", None)
        if take is not None:
            take(ids)
        self.show_tab("ensemble")

    @Slot(str)
    def _on_retrain(self, run_id: str) -> None:
        self.commands.retrain(run_id)

    # --- start and restoring ---

    def restore_place(self) -> None:
        """Put the window where it was."""
        restoring.place_window(self, self.layout_memory)

    def restore(self, turn: Callable[[int], object] | None = None) -> None:
        """Find again what was there at the last end: tab (by `turn`), form, file, what each tab remembers."""
        restoring.restore(self, self.remembered, turn or self.tabs.setCurrentIndex)

    def start_empty(self) -> None:
        """Put away what was opened again."""
        restoring.start_empty(self)

    def _state(self) -> dict[str, Any]:
        return restoring.state_of(self)

    @property
    def built(self) -> Mapping[str, QWidget]:
        """The tabs that were looked at or built by now, by name."""
        return self._built

    # --- closing ---

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once while work is running, then end it and let the window go."""
        if self._ended or not self._losable():
            event.accept()
            self.end()
        else:
            event.ignore()
            self._ask_to_close()

    def _ask_to_close(self) -> None:
        if self._question is not None:
            return
        titles = ", ".join(job.title for job in self._losable())
        self._question = ask(self, tr("Close the Workbench?"), tr("{titles} is still running and would be cancelled.",
                                                              titles=titles),
                             yes=tr("Cancel It and Close"), no=tr("Keep Working"), then=self.end)
        self._question.finished.connect(self._on_question_answered)

    @Slot()
    def _close_if_all_is_done(self) -> None:
        if self._question is not None and not self._losable():
            reopens = self.reopens  # which an answer of No would take away
            self._question.close()
            self.reopens = reopens
            QTimer.singleShot(0, self, self.end)  # not from within a job's own end, which goes on after this

    def _losable(self) -> list[Job]:
        """The work that closing would lose; a file that is being read can be read again."""
        return [job for job in self.jobs.shown if job.slot != opening.SLOT]

    @Slot()
    def _on_question_answered(self) -> None:
        self._question = None
        self.reopens = self.reopens and self._ended

    def end(self) -> None:
        """Close without asking. The order: remember, hide, end the work, let go of the workspace."""
        if self._ended:
            return
        self._ended = True
        self.memory.write()
        self.layout_memory.save(self)
        self.hide()
        self.jobs.close_now(_LAST_WAIT)
        self.session.close()
        self.closed.emit()

    # --- drag and drop ---

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of signals and bundles, wherever in the window they are dropped."""
        path = _dropped(event)
        if path is not None and (opening.is_signals(path) or opening.is_bundle(path)):
            event.acceptProposedAction()
        elif path is not None:
            self.state_label.setText(tr("{name} is no file of signals: drop CSV, Parquet, Feather or a bundle.",
                                        name=path.name))
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = _dropped(event)
        if path is None:
            return
        event.acceptProposedAction()
        if not opening.is_bundle(path):
            self.show_tab("training")
        self.opener.open(path)

    # --- building ---

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre, spacing=0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)
        for spec in TABS:
            self.tabs.addTab(page(spec), icon(spec.icon, "muted"), tr(spec.title))
        self.tabs.setProperty("kind", "main")  # underlined, unlike tabs within a page
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(tr("Tabs"))
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.open_label.setContentsMargins(0, 0, 16, 4)
        self.open_label.setMinimumHeight(32)
        self.open_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tabs.setCornerWidget(self.open_label)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setFixedHeight(30)
        bar.addWidget(self.state_label, 1)
        bar.addPermanentWidget(self.job_bar)
        bar.addPermanentWidget(self.engine_label)
        bar.setContentsMargins(10, 0, 10, 0)
        self.setMinimumSize(_SMALLEST)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.jobs.failed.connect(self._on_job_failed)
        self.jobs.ended.connect(self._on_job_ended)
        self.tabs.currentChanged.connect(self._on_tab)
        self.jobs.changed.connect(self._refresh_actions)
        self.jobs.changed.connect(self._close_if_all_is_done)
        self.library.undo_stack.indexChanged.connect(self._refresh_actions)
        self.opener.bundle_wanted.connect(self._on_bundle)
        self.library.ensemble_wanted.connect(self._on_ensemble)
        self.library.retrain_wanted.connect(self._on_retrain)
        self.library.report_wanted.connect(self.commands.write_report)


def _dropped(event: QDropEvent) -> Path | None:
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if urls else None
