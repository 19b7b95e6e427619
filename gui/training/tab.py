"""The Training tab: form on the left, results on the right, and one training at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from engine.errors import WorkbenchError
from engine.progress import ProgressPoint
from engine.records import RunRecord, TableProfile, TrialRecord
from gui.jobs import Job, Jobs
from gui.library import Library
from gui.messages import Message, Messages, Tone
from gui.opening import Opener
from gui.parts.empty_state import EmptyState
from gui.parts.fields import set_invalid
from gui.parts.form import Problem
from gui.parts.turns import turns
from gui.parts.words import counted, duration, model_name
from gui.sentences import said, said_of
from gui.session import Session, Topic
from gui.tracking import Teller
from gui.training.cooking import Cook
from gui.training.form_panel import FormActions, FormPanel
from gui.training.queue import Queue
from gui.training.ready import before_training
from gui.training.unfinished import UnfinishedCard
from gui.training.work import TrainingWork, live_values
from gui.translation import tr

_READ = 15.0  # seconds for a note that asks for nothing


class TrainingTab(QWidget):
    """*Signals*: `state_changed()` after something changed that is restored at the next start."""

    state_changed = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, opener: Opener, library: Library,
                 choose_file: Callable[[], object], details: Callable[[str], object],
                 export: Callable[[str], object]) -> None:
        super().__init__()
        self.session, self.jobs, self.messages, self._opener, self._library = session, jobs, messages, opener, library
        self._details, self._export = details, export
        self._train_when_read = False
        self.work = TrainingWork(session=session, jobs=jobs, messages=messages)
        self.queue = Queue(self.work, session=session, messages=messages)
        self.cook = Cook(session=session, opener=opener, messages=messages)
        self.form = FormPanel(session=session, jobs=jobs, head=self.cook.panel, actions=FormActions(
            open=choose_file, open_sample=opener.open_sample, open_path=opener.open, give_role=opener.give_role,
            leave_out=opener.leave_out, bring_back=opener.bring_back,
            train=self.train, stop=self.stop, cancel=self.cancel, compare_starts=self.compare_starts,
            choose_columns=self.choose_columns))
        self.teller = Teller(session=session, jobs=jobs, messages=messages, parent=self)
        self.cook.follow(self.form)
        self.unfinished = UnfinishedCard(session=session, jobs=jobs, opener=opener, resume=self.work.resume,
                                         say=messages.info)
        self.form.put_above_train(self.unfinished)
        self._results: Any = None
        self._filter = ""  # of the runs, found again before there is a table
        self.waits = False  # for somebody who builds the results soon, piece by piece
        self.right = QStackedWidget()
        self.empty = EmptyState("chart-line", "", "", name="training.empty", actions=(
            (tr("Open Data…"), choose_file), (tr("Open Sample"), opener.open_sample)))
        self.ready = EmptyState("play", "", "", name="training.ready", actions=((tr("Train"), self.train),))
        self._soon = QWidget()  # in place of the results for a moment
        self._lay_out()
        self._connect()

    @property
    def results(self) -> Any:
        """The right side; built when it is first needed, because the plots' library takes its time to load."""
        if self._results is None:
            from gui.training.results import ResultsPanel

            self._results = ResultsPanel(session=self.session, jobs=self.jobs, library=self._library,
                                         details=self._details, export=self._export, retrain=self.start_from,
                                         parent=self.right)
            search = self._results.plots.search
            search.use_wanted.connect(self.use_trial)
            search.best_wanted.connect(self.stop)
            self._results.runs.filter.textChanged.connect(self.state_changed)
            self._results.runs.filter.setText(self._filter)
            self.right.addWidget(self._results)
            self._results.refresh(frozenset(Topic))
        return self._results

    def build_all(self) -> None:
        """Build what is built lazily."""
        self.waits = False
        _ = self.results
        self._choose_right()

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Show what has changed."""
        self.form.refresh(topics)
        self.unfinished.look_once()
        self.cook.look_once()
        if self._results is not None or (self.session.runs and not self.waits):
            self.results.refresh(topics)
        self._choose_right()

    def state(self) -> dict[str, Any]:
        """What is found again at the next start, beside the form."""
        return {"filter": self._results.runs.filter.text() if self._results is not None else self._filter}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Bring back what `state` gave."""
        self._filter = str(state.get("filter") or "")
        if self._results is not None:
            self._results.runs.filter.setText(self._filter)

    # --- what the user does ---

    def train(self, *, dismiss: bool = True) -> bool:
        """Start, or say what is wrong with the form; while a file is read or a training runs, start afterwards."""
        if self.work.running:
            return self.queue.ask(None if self._opener.reading else self.form.order())
        if self._opener.reading:
            self._train_when_read = True
            self.form.run.show_idle(tr("Training starts when the file is read."))
            return True
        order = self.form.order()
        if isinstance(order, list):
            self._refuse(order)
            return False
        if dismiss:
            self.messages.dismiss()
        try:
            self.work.start(order)
        except WorkbenchError as error:
            self.messages.error(error)
            return False
        return True

    def stop(self) -> None:
        """Finish with the best so far."""
        if self.work.running:
            self.work.stop()
            self.form.run.show_ending(tr("Stopping: finishing with the best so far…"))

    def cancel(self) -> None:
        """End with nothing kept, and with nothing to follow."""
        self._train_when_read = False
        self.queue.clear()
        if self.work.running:
            self.work.cancel()
            self.form.run.show_ending(tr("Cancelling…"))

    def start_from(self, run_id: str) -> None:
        """Choose a run to continue from."""
        self.form.models.start_from(run_id)
        self.form.models.start.setFocus()

    def compare_starts(self) -> None:
        """Try the ways to bring the chosen run up to date, side by side."""
        parent = self.session.run(self.form.models.parent_run)
        order = self.form.order()
        if isinstance(order, list):
            self._refuse(order)
        elif parent is not None and self.session.data is not None:
            from gui.training.starts_dialog import StartsDialog

            use = partial(self.form.use_way, parent=parent)
            dialog = StartsDialog(self.window(), jobs=self.jobs, run=parent, use=use)
            dialog.begin(self.session.data, order, self.session.workspace)
            dialog.open()

    def choose_columns(self) -> None:
        """Find the columns that carry the signal, for the models and the split of the form."""
        order, table = self.form.order(), self.session.data
        if isinstance(order, list):
            self._refuse(order)
        elif table is not None:
            from gui.training.columns_dialog import ColumnsDialog

            dialog = ColumnsDialog(self.window(), jobs=self.jobs, use=self.cook.use_columns,
                                   keep=self.cook.keep_columns, again=self._count_again)
            dialog.prepare(table, order.configs, order.validation, self.session.workspace)
            dialog.open()

    def _count_again(self) -> None:
        if self._results is not None:
            self._results.accountant.look_again()

    @Slot(object)
    def use_trial(self, trial: TrialRecord) -> None:
        """Put the settings of a trial into the form, to train with them by hand."""
        self.form.use_trial(trial)
        self.messages.post(Message(Tone.INFO, tr("The form holds the settings of {model} trial {number}.",
                                                 model=model_name(trial.model), number=trial.number + 1),
                                   remedy=tr("Train tests them on all blocks, those that chose them too."),
                                   seconds=_READ))

    # --- a training's life ---

    @Slot()
    def _on_started(self) -> None:
        self.form.run.show_running()
        self.results.begin(self.work.objective)
        turns().later(self, self._choose_right)

    @Slot(object)
    def _on_progress(self, point: ProgressPoint) -> None:
        self.form.run.show_point(point)

    @Slot(list)
    def _on_reported(self, points: list[ProgressPoint]) -> None:
        for values in live_values(points):
            self.results.take(values)

    @Slot(object)
    def _on_succeeded(self, report: Any) -> None:
        runs = report.runs
        seconds = sum(run.training_seconds for run in runs)
        words = tr("Trained {runs} in {seconds}.", runs=counted(len(runs), 'model'), seconds=duration(seconds))
        if any(run.status == "stopped" for run in runs):
            words = tr("Stopped: kept the best so far of {runs}.", runs=counted(len(runs), 'model'))
        if self.work.tuning is not None:
            words = tr("{words} Settings from {trials:,} trials.", words=words, trials=self.work.tuning.trials)
        self.results.finish(self.work.tuning)
        self.form.run.show_idle(words, "positive")
        self._tell_warnings(runs)
        self.teller.tell([run.id for run in runs])
        self._choose_right()
        self._go_on()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """The engine's refusal is told in the strip; where it names an option, the option is marked."""
        field = self.form.options.field(error.where) if isinstance(error, WorkbenchError) else None
        if field is not None:
            set_invalid(field, said_of(error))
            field.setFocus()
        self.results.finish()
        self.form.run.show_idle(tr("The training failed."), "danger")
        self._choose_right()
        self._go_on()

    @Slot()
    def _on_cancelled(self) -> None:
        self.results.finish()
        self.form.run.show_idle(tr("Cancelled. Nothing was kept."))
        self._choose_right()

    def _go_on(self) -> None:
        """Train what was asked for meanwhile; what the strip says of the one before stays."""
        if self.queue.take():
            self.train(dismiss=False)

    @Slot(object)
    def _on_reading(self, job: Job) -> None:
        self.form.data.show_reading(job)

    @Slot(object)
    def _on_peeked(self, profile: TableProfile) -> None:
        self.form.data.show_peek(profile, profile.rows)
        self.form.roles.show_profile(profile)

    @Slot()
    def _on_opened(self) -> None:
        if self._train_when_read:
            self._train_when_read = False
            self.train()

    @Slot()
    def _on_refused(self) -> None:
        if self._train_when_read:
            self._train_when_read = False
            self.form.run.show_idle("")

    # --- inside ---

    def _tell_warnings(self, runs: Sequence[RunRecord]) -> None:
        """Every warning once, the first in the strip and all of them behind Show Details."""
        warnings = list(dict.fromkeys(warning for run in runs for warning in run.warnings if warning))
        failed = [f"{model_name(run.kind)}: {said(run.message)}" for run in runs if run.status == "failed"]
        told = [*failed, *warnings]
        if told:
            more = tr("And {told} under Show Details.",
                      told=counted(len(told) - 1, "more note")) if len(told) > 1 else ""
            self.messages.post(Message(Tone.WARNING if failed else Tone.INFO, told[0], remedy=more,
                                       details="\n".join(told) if more else "", seconds=0.0 if failed else _READ))

    def _refuse(self, problems: list[Problem]) -> None:
        """Tell the first problem and take the user to its field; every bad field is marked."""
        first = problems[0]
        more = tr(" {problems} to mend.",
                  problems=counted(len(problems) - 1, "more field")) if len(problems) > 1 else ""
        self.messages.error(WorkbenchError(first.what, remedy=first.remedy + more, code="bad-form"))
        first.field.setFocus()
        self.form.run.show_idle(first.what, "danger")

    def _choose_right(self) -> None:
        with turns().put_off():
            self._turn_right()

    def _turn_right(self) -> None:
        session = self.session
        if self._results is None and self.waits and session.runs:
            self.right.setCurrentWidget(self._soon)
        elif session.runs or self.work.running:
            self.right.setCurrentWidget(self.results)
        elif session.profile is not None:
            self.ready.say(*before_training(session.profile, self.form.models.chosen))
            self.right.setCurrentWidget(self.ready)
        else:
            self.empty.say(tr("Train Your First Models"), tr("Open a file of trading signals, one row a signal, with "
                                                         "a column that says whether it won. Or try it with real "
                                                         "hourly Bitcoin signals."))
            self.right.setCurrentWidget(self.empty)

    def _lay_out(self) -> None:
        self.right.addWidget(self.empty)
        self.right.addWidget(self.ready)
        self.right.addWidget(self._soon)
        line = QFrame()
        line.setProperty("rule", "true")
        line.setFixedWidth(1)
        row = QHBoxLayout(self, spacing=0)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form)
        row.addWidget(line)
        row.addWidget(self.right, 1)
        self.form.order_tabs()

    def _connect(self) -> None:
        work = self.work
        work.started.connect(self._on_started)
        work.progressed.connect(self._on_progress)
        work.reported.connect(self._on_reported)
        work.succeeded.connect(self._on_succeeded)
        work.failed.connect(self._on_failed)
        work.cancelled.connect(self._on_cancelled)
        self._opener.started.connect(self._on_reading)
        self._opener.peeked.connect(self._on_peeked)
        self._opener.opened.connect(self._on_opened)
        self._opener.refused.connect(self._on_refused)
        self.form.changed.connect(self.state_changed)
        self.form.models.changed.connect(self._choose_right)
