"""The main window: four tabs, menus from the action table, the message strip, the status bar with jobs."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from engine.settings import Theme
from gui.actions import Actions
from gui.dialogs.report import ReportDialog
from gui.errors import Faults
from gui.icons import icon
from gui.jobs import Job, Jobs
from gui.menus import SPECS
from gui.messages import Messages
from gui.parts.empty_state import EmptyState
from gui.parts.job_bar import JobBar
from gui.parts.labels import label
from gui.parts.message_bar import MessageBar
from gui.session import Session, Topic
from gui.theme import theme as look

_ALL = frozenset(Topic)
_SMALLEST, _USUAL = QSize(960, 600), QSize(1440, 900)


@dataclass(frozen=True)
class TabSpec:
    """One tab: object name of its page, title, icon, and where its widget is found when it is first needed."""

    name: str
    title: str
    icon: str
    module: str
    class_name: str


TABS = (
    TabSpec("training", "Training", "chart-line", "gui.training.tab", "TrainingTab"),
    TabSpec("monitor", "Online Monitor", "activity", "gui.monitor.tab", "MonitorTab"),
    TabSpec("ensemble", "Ensemble", "layers", "gui.ensemble.tab", "EnsembleTab"),
    TabSpec("models", "Models", "database", "gui.models.tab", "ModelsTab"),
)


class MainWindow(QMainWindow):
    """Owns nothing but widgets: state is the session's, work is the jobs'.

    *Signals*: `closing()` once, when the user has agreed to close.
    """

    closing = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, faults: Faults, lazy: bool = False) -> None:
        super().__init__(objectName="main", windowTitle="AlphaPulse Workbench", acceptDrops=True)
        self.session, self.jobs, self.messages, self.faults = session, jobs, messages, faults
        self._stale: dict[str, frozenset[Topic]] = {}
        self._built: dict[str, QWidget] = {}
        self._may_close = False
        self.message_bar = MessageBar(messages)
        self.job_bar = JobBar(jobs)
        self.state_label = label(role="muted", name="main.state")
        self.tabs = QTabWidget(objectName="main.tabs", documentMode=True)
        self.report = ReportDialog(faults, self)
        self._lay_out()
        self.actions_table = Actions(self, SPECS, self._methods())
        self._on_tab(0)
        if not lazy:
            self.build_all()
        self._connect()
        self._refresh_actions()

    # --- building ---

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre, spacing=0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)
        for spec in TABS:
            self.tabs.addTab(_page(spec), icon(spec.icon, "muted"), spec.title)
        self.tabs.setIconSize(QSize(15, 15))
        self.tabs.setAccessibleName("Tabs")
        self.statusBar().addWidget(self.state_label, 1)
        self.statusBar().addPermanentWidget(self.job_bar)
        self.statusBar().setSizeGripEnabled(False)
        self.setMinimumSize(_SMALLEST)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.jobs.failed.connect(self._on_job_failed)
        self.tabs.currentChanged.connect(self._on_tab)

    def build_all(self) -> None:
        """Build the tabs that have not been looked at yet."""
        for number in range(len(TABS)):
            self._build_tab(number)

    def build_soon(self) -> None:
        """Build the other tabs one by one while nothing else is to do."""
        missing = [number for number, spec in enumerate(TABS) if spec.name not in self._built]
        if missing:
            self._build_tab(missing[0])
            QTimer.singleShot(50, self.build_soon)

    def _build_tab(self, number: int) -> None:
        spec = TABS[number]
        if spec.name in self._built:
            return
        tab = self._make_tab(spec)
        self._built[spec.name] = tab
        page = self.tabs.widget(number)
        page.layout().addWidget(tab)
        self._stale[spec.name] = _ALL
        self._refresh_tab(number)

    def _make_tab(self, spec: TabSpec) -> QWidget:
        try:
            found = importlib.util.find_spec(spec.module)
        except ModuleNotFoundError:
            found = None
        if found is None:
            return EmptyState(spec.icon, spec.title, "This part of the workbench is not built yet.")
        kind = getattr(importlib.import_module(spec.module), spec.class_name)
        return kind(session=self.session, jobs=self.jobs, messages=self.messages)

    def tab(self, name: str) -> QWidget:
        """The widget of a tab, built if need be."""
        self._build_tab(next(number for number, spec in enumerate(TABS) if spec.name == name))
        return self._built[name]

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(next(number for number, spec in enumerate(TABS) if spec.name == name))

    # --- refreshing ---

    @Slot(object)
    def _on_changed(self, topics: frozenset[Topic]) -> None:
        for name in self._built:
            self._stale[name] = self._stale.get(name, frozenset()) | topics
        self._refresh_tab(self.tabs.currentIndex())
        self._refresh_actions()
        if Topic.SETTINGS in topics:
            look.apply(QApplication.instance(), self.session.settings.theme)

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        self.tabs.widget(number).layout().insertWidget(0, self.message_bar)
        self._build_tab(number)
        self._refresh_tab(number)

    def _refresh_tab(self, number: int) -> None:
        """Bring the tab in front up to date; hidden ones wait until they are looked at."""
        name = TABS[number].name
        topics = self._stale.pop(name, frozenset()) if number == self.tabs.currentIndex() else frozenset()
        refresh = getattr(self._built.get(name), "refresh", None)
        if topics and refresh is not None:
            refresh(topics)

    def _refresh_actions(self) -> None:
        self.actions_table.refresh(self.session)
        mode = self.session.settings.theme
        for choice in Theme:
            self.actions_table[f"view.theme.{choice.value}"].setChecked(choice is mode)

    @Slot(object, object)
    def _on_job_failed(self, job: Job, error: BaseException) -> None:
        if not self.messages.tell(error):
            self.faults.catch(error)

    # --- what the actions do ---

    def _methods(self) -> dict[str, Callable[[], object]]:
        themes = {f"view.theme.{mode.value}": (lambda mode=mode: self.session.set_theme(mode)) for mode in Theme}
        tabs = {f"view.{spec.name}": (lambda name=spec.name: self.show_tab(name)) for spec in TABS}
        return {**themes, **tabs, "file.quit": self.close, "help.about": self._about}

    def _about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    # --- closing ---

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once while work is running, then let the window go."""
        if not self._may_close:
            self._may_close = True
            self.closing.emit()
        event.accept()


def _page(spec: TabSpec) -> QWidget:
    page = QWidget(objectName=spec.name)
    page.setAccessibleName(spec.title)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return page
