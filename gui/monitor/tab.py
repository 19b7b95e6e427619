"""The Online Monitor tab: one monitor, or several in tabs or side by side, each with its own source and journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from engine.monitoring.rules import Firing, Rule, load_rules, save_rules
from engine.records import MonitorSnapshot
from gui import theme
from gui.jobs import Jobs
from gui.library import Library
from gui.messages import Message, Messages, Tone
from gui.monitor.charts import PARTS as CHARTS
from gui.monitor.outages import Outages
from gui.monitor.remembering import restore_view, view_state
from gui.monitor.side import PARTS as OF_SIDE
from gui.monitor.side import SideColumn
from gui.monitor.tiles import TileStrip
from gui.monitor.tools import ViewTools
from gui.monitor.undoing import Change
from gui.monitor.view import MonitorView
from gui.monitor.watching import watch
from gui.notifications import Notifier
from gui.opening import Opener
from gui.parts.splitter import Splitter
from gui.sentences import said
from gui.session import Session, Topic
from gui.translation import tr

PARTS = (*CHARTS, *OF_SIDE, SideColumn, TileStrip, ViewTools)  # what takes its time to make, to be made ahead
_MOST = 6  # monitors of one window


class MonitorTab(QWidget):
    """Keeps the monitors and the rules, and tells the user what a rule found.

    *Signals*: `state_changed()` after something changed that is restored at the next start.
    """

    state_changed = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, opener: Opener, library: Library,
                 notifier: Notifier, show_tab: Callable[[str], object],
                 watch_with: Callable[..., MonitorSnapshot] = watch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.jobs, self.messages = session, jobs, messages
        self._notifier, self._undo = notifier, library.undo_stack
        self.rules = load_rules(session.folder)
        self._make = partial(MonitorView, session=session, jobs=jobs, messages=messages, opener=opener,
                             undo_stack=library.undo_stack, show_tab=show_tab, watch_with=watch_with)
        self._made = 0
        self.views: list[MonitorView] = []
        self.bar = QTabBar(objectName="monitor.tabs", documentMode=True, expanding=False)
        self.bar.setAccessibleName(tr("Monitors"))
        self.one = QStackedWidget()  # one in front
        self.split = Splitter(Qt.Orientation.Horizontal, name="monitor.views")  # or all side by side
        self.split.setHandleWidth(theme.SMALL)
        column = QVBoxLayout(self, spacing=0)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.bar, self.one, self.split):
            column.addWidget(part, 0 if part is self.bar else 1)
        self.bar.currentChanged.connect(self._on_turned)
        self.add()

    @property
    def view(self) -> MonitorView:
        """The monitor in front."""
        return self.views[max(self.bar.currentIndex(), 0)]

    @property
    def beside(self) -> bool:
        """Whether the monitors stand side by side."""
        return not self.split.isHidden()

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Follow the open file and the library."""
        for view in self.views:
            view.refresh(topics)

    def state(self) -> dict[str, Any]:
        """The forms of all monitors, and how they stand."""
        return {"monitors": [view_state(view) for view in self.views], "beside": self.beside}

    def restore(self, state: dict[str, Any]) -> None:
        """Bring the monitors back as they were set up; none is started by itself."""
        found = [each for each in state.get("monitors") or () if isinstance(each, dict)][:_MOST]
        while len(self.views) < len(found):
            self.add()
        for view, each in zip(self.views, found, strict=False):
            restore_view(view, each)
        self.bar.setCurrentIndex(0)
        self._arrange(beside=bool(state.get("beside")) and len(self.views) > 1)

    @Slot()
    def add(self) -> None:
        """One more monitor, with a source of its own."""
        if len(self.views) >= _MOST:
            self.messages.warn(tr("{MOST} monitors are open.",
                                  MOST=_MOST), remedy=tr("Close one that has ended first."))
            return
        self._made += 1
        view = self._make(rules=self.rules, number=self._made, parent=self.one)
        if self._made > 1:
            _rename(view, self._made)
        self.views.append(view)
        view.wanted.connect(partial(self._on_tool, view))
        view.control.fired.connect(partial(self._on_fired, view))
        outages = Outages(view, messages=self.messages, notifier=self._notifier)
        view.control.away.connect(outages.tell)
        view.control.back.connect(outages.over)
        view.control.changed.connect(self._name_tabs)
        view.control.changed.connect(self.state_changed)
        view.charts.note_wanted.connect(partial(self._ask_note, view))
        self.bar.addTab(view.title)
        view.refresh(frozenset(Topic))
        self._arrange(beside=self.beside and len(self.views) > 1)
        self.bar.setCurrentIndex(len(self.views) - 1)

    def act(self, name: str) -> None:
        """Do by name, in the monitor in front, what its buttons do; what cannot be done now is left."""
        view = self.view
        buttons = {"start": view.source.start, "pause": view.source.pause, "stop": view.source.stop,
                   "triggers": view.side.alerts.triggers, "machine": view.tools.buttons["time_machine"],
                   **{tool: view.tools.buttons[tool] for tool in ("freeze", "note", "add")}}
        buttons[name].click()  # a button that is not enabled does nothing

    def close_view(self, view: MonitorView) -> None:
        """Let a monitor go; a running one is ended in order, and what it learnt is kept."""
        if len(self.views) == 1:
            return
        view.control.stop()
        place = self.views.index(view)
        self.views.remove(view)
        self.bar.removeTab(place)
        view.setParent(None)
        view.deleteLater()
        self._arrange(beside=self.beside and len(self.views) > 1)

    def set_rules(self, rules: tuple[Rule, ...]) -> None:
        """Other rules, for every monitor, from now on."""
        before, self.rules = self.rules, rules
        if rules != before:
            self._use_rules(rules)
            self._undo.push(Change(tr("Triggers"), before, rules, self._use_rules))

    # --- inside

    def _use_rules(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        save_rules(self.session.folder, rules)
        for view in self.views:
            view.control.set_rules(rules)
            view.show_rules()

    def _arrange(self, *, beside: bool) -> None:
        """Put the views where they belong; what was in front stays in front."""
        many = len(self.views)
        self.bar.setVisible(many > 1)
        self.split.setVisible(beside)
        self.one.setVisible(not beside)
        for view in self.views:
            (self.split if beside else self.one).addWidget(view)
            view.tools.show_many(many, beside=beside)
            if beside:
                view.show()  # a stack hides what is not in front
        if beside:
            self.split.setSizes([1000] * many)
        else:
            self.one.setCurrentWidget(self.view)
        self._name_tabs()

    @Slot(int)
    def _on_turned(self, _place: int) -> None:
        if self.views and not self.beside:
            self.one.setCurrentWidget(self.view)

    @Slot()
    def _name_tabs(self) -> None:
        titles = [view.title for view in self.views]
        for place, title in enumerate(titles):
            again = titles[:place].count(title)
            self.bar.setTabText(place, f"{title} ({again + 1})" if again else title)

    def _on_tool(self, view: MonitorView, name: str) -> None:
        acts: dict[str, Callable[[], Any]] = {
            "add": self.add, "close": partial(self.close_view, view), "note": partial(self._ask_note, view, None),
            "beside": partial(self._arrange, beside=not self.beside), "triggers": partial(self._show_rules, view),
        }
        acts[name]()

    def _show_rules(self, view: MonitorView) -> None:
        from gui.monitor.rules_dialog import RulesDialog

        RulesDialog(self.window(), self.rules, jobs=self.jobs, journal=view.explaining.journal,
                    use=self.set_rules).open()

    def _ask_note(self, view: MonitorView, event: int | None) -> None:
        from gui.monitor.note_dialog import NoteDialog

        NoteDialog(self.window(), event=event, use=view.note).open()

    def _on_fired(self, view: MonitorView, firing: Firing) -> None:
        """A rule began to hold: in the strip, and on the desktop while the window is not in front."""
        action = (tr("Retrain…"), view.retrain_now) if firing.rule.retrain else None
        self.messages.post(Message(Tone.WARNING, firing.words, where=view.title if len(self.views) > 1 else "",
                                   action=action))
        if firing.rule.notify:
            self._notifier.tell(tr("Monitor: {title}", title=view.title), said(firing.words))


def _rename(view: MonitorView, number: int) -> None:
    """The parts of a further monitor have names of their own."""
    for part in view.findChildren(QObject):
        if part.objectName().startswith("monitor."):
            part.setObjectName(f"monitor{number}.{part.objectName().removeprefix('monitor.')}")
