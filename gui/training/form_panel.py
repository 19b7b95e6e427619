"""The left column: data, roles, models, validation, advanced, and Train at its foot, in the order of work."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engine.records import AdviceWay, RunRecord, TrialRecord
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from engine.training.tuning.options import Effort, TuningOptions
from engine.training.tuning.settled import chosen_config
from gui import theme
from gui.jobs import Jobs
from gui.parts.fields import FieldError
from gui.parts.form import Problem
from gui.parts.labels import button, label, rule
from gui.session import Session, Topic
from gui.training.data_panel import DataPanel
from gui.training.leaks_panel import LeaksPanel
from gui.training.models_panel import ModelsPanel
from gui.training.options_panel import OptionsPanel
from gui.training.ready import hindrance
from gui.training.roles_panel import RolesPanel
from gui.training.run_panel import RunPanel
from gui.training.starts import MOST_ROUNDS, judge_of
from gui.training.weighing import WeighingJob
from gui.translation import tr

WIDTH = 384
_BAR = 10  # pixels of the scroll bar


@dataclass(frozen=True)
class TrainingOrder:
    """What the form asks for."""

    configs: tuple[TrainingConfig, ...]
    validation: ValidationOptions
    parent: str | None
    tuning: TuningOptions | None = None


@dataclass(frozen=True)
class FormActions:
    """What the form's buttons do."""

    open: Callable[[], object]
    open_sample: Callable[[], object]
    open_path: Callable[[str], object]
    give_role: Callable[[str, str | None], object]
    leave_out: Callable[[Sequence[str]], object]
    bring_back: Callable[[Sequence[str]], object]
    train: Callable[[], object]
    stop: Callable[[], object]
    cancel: Callable[[], object]
    compare_starts: Callable[[], object]
    choose_columns: Callable[[], object]


class FormPanel(QWidget):
    """`head` stands beside the first heading.

    *Signals*: `changed()` after the user changed something that is restored at the next start.
    """

    changed = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, actions: FormActions, head: QWidget) -> None:
        super().__init__()
        self._session = session
        self.data = DataPanel(on_open=actions.open, on_sample=actions.open_sample, on_path=actions.open_path)
        self.roles = RolesPanel(on_role=actions.give_role)
        self.leaks = LeaksPanel(on_leave_out=actions.leave_out, on_bring_back=actions.bring_back)
        self.columns = button(tr("Choose Columns…"), actions.choose_columns, kind="link",
                              name="training.columns",
                              hint=tr("Find out which columns carry the signal, and what leaving out the rest costs"))
        self.models = ModelsPanel(on_compare=actions.compare_starts)
        self.options = OptionsPanel()
        self.weighing = WeighingJob(session=session, jobs=jobs, parent=self)
        self.run = RunPanel(on_train=actions.train, on_stop=actions.stop, on_cancel=actions.cancel)
        self.run.put_before_train(self.options.tuning.field)
        self.columns.setEnabled(False)
        self.setFixedWidth(WIDTH)
        self._lay_out(head)
        self.models.changed.connect(self.changed)
        self.options.changed.connect(self.changed)
        self.options.weights.changed.connect(self._weigh)
        self.weighing.told.connect(self.options.weights.show_weighing)

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Show the session's file and runs."""
        session = self._session
        profile = session.profile
        if Topic.DATA in topics:
            self.data.show_profile(str(session.path) if session.path else None, profile)
            self.roles.show_profile(profile)
            self.leaks.show_profile(profile, session.roles.dropped)
            self.options.show_win_share(profile.positive_rate if profile is not None else None)
            self._weigh()
            self.columns.setEnabled(session.data is not None)
        if topics & {Topic.RUNS, Topic.DATA}:
            self._list_runs()

    def order_tabs(self) -> None:
        """Tab goes from top to bottom; what was put in later would come last. For a form that is in its place."""
        QWidget.setTabOrder(self.run.train.previousInFocusChain(), self.options.tuning.field)
        QWidget.setTabOrder(self.options.tuning.field, self.run.train)

    def put_above_train(self, widget: QWidget) -> None:
        """Show something between the form and Train."""
        self._above.addWidget(widget)

    def order(self) -> TrainingOrder | list[Problem]:
        """What the form asks for; or what is wrong with it, each field marked."""
        problems = [*self._data_problems(), *self._model_problems(), *self.options.check(),
                    *self.options.tuning.check(continues=self.models.parent_run is not None)]
        if problems:
            return problems
        config, validation = self.options.value()
        configs = tuple(replace(config, model_type=ModelType(kind)) for kind in self.models.chosen)
        return TrainingOrder(configs, validation, self.models.parent_run, self.options.tuning.value())

    def use_trial(self, trial: TrialRecord) -> None:
        """Show the settings of a trial, to be trained by hand."""
        with contextlib.suppress(FieldError):
            config = replace(self.options.value()[0], model_type=ModelType(trial.model))
            self.models.start_from(None)
            self.models.choose([trial.model])
            self.options.tuning.choose(Effort.NONE)
            self.options.show(chosen_config(config, trial))
            self.options.advanced.set_open(True)
            self.changed.emit()

    def use_way(self, way: AdviceWay, parent: RunRecord) -> None:
        """Show the settings of a way to bring this model up to date."""
        more = TrainingConfig().rounds
        with contextlib.suppress(FieldError):
            more = self.options.value()[0].rounds
        self.models.start_from(parent.id if way.warm else None)
        self.models.choose([parent.kind])
        total = min(parent.trees + more, MOST_ROUNDS) if way.warm else more
        self.options.set_option("rounds", total)
        self.options.set_option("recent_rows", way.recent_rows)

    def state(self) -> dict[str, Any]:
        """What is restored at the next start."""
        return {**self.options.state(), "models": list(self.models.chosen)}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` gave."""
        self.options.restore(state)
        self._weigh()
        if isinstance(state.get("models"), list):
            self.models.choose(state["models"])

    @Slot()
    def _weigh(self) -> None:
        try:
            self.weighing.ask(self.options.value()[0])
        except FieldError:
            self.weighing.ask(None)

    def _list_runs(self) -> None:
        session = self._session
        schema = session.data.schema if session.data is not None else None
        self.models.show_runs(session.runs, judge_of(schema) if session.runs else None)

    def _data_problems(self) -> list[Problem]:
        session = self._session
        if session.path is None:
            return [Problem(self.data.open_button, tr("No file of signals is open."),
                            tr("Open one, or try it with Open Sample."))]
        if session.profile is not None and session.profile.roles.label is None:
            self.roles.mark_label(tr("No column is chosen as win or loss."))
            return [Problem(self.roles.combos["label"], tr("No column is chosen as win or loss."),
                            tr("Choose the column that holds 1 for a win and 0 for a loss."))]
        self.roles.mark_label("")
        if session.profile is not None and session.data is None:
            return [Problem(self.data.findings, tr("This file cannot be trained on."), hindrance(session.profile)
                            or tr("See the findings under the file."))]
        return []

    def _model_problems(self) -> list[Problem]:
        if self.models.chosen:
            return []
        self.models.mark(tr("No model is chosen."))
        return [Problem(self.models.boxes["xgboost"], tr("No model is chosen."),
                        tr("Check at least one of the three."))]

    def _lay_out(self, head: QWidget) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner, spacing=theme.SMALL)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE - _BAR, theme.MEDIUM)
        for title, part, beside in ((tr("Data"), self.data, head), (tr("Columns"), self.roles, self.columns),
                                    (tr("Models"), self.models, None), (tr("Validation"), self.options, None)):
            column.addLayout(_heading(title, beside))
            column.addWidget(part)
            if part is self.roles:
                column.addWidget(self.leaks)
            column.addSpacing(theme.TIGHT)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its track is in the margin
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._scroll = scroll
        outer = QVBoxLayout(self, spacing=0)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        self._above = QVBoxLayout(spacing=0)
        self._above.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        outer.addLayout(self._above)
        outer.addWidget(rule())
        outer.addWidget(self.run)
        QApplication.instance().focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What gets the focus by the keyboard comes into view."""
        if now is not None and self._scroll.widget().isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, theme.HUGE)


def _heading(title: str, beside: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout(spacing=theme.LARGE)
    row.addWidget(label(title, font="section"))
    row.addStretch(1)
    if beside is not None:
        row.addWidget(beside)
    return row
