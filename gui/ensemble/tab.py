"""The Ensemble tab: members, method and weights on the left; the answer and its charts on the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.progress import Progress, ProgressPoint
from engine.records import EnsembleReport
from gui import theme
from gui.ensemble.charts import PARTS as CHARTS
from gui.ensemble.charts import EnsembleCharts
from gui.ensemble.details import EnsembleDetails, details
from gui.ensemble.members_panel import MembersPanel
from gui.ensemble.method_panel import MethodPanel
from gui.ensemble.optimiser import search
from gui.ensemble.result_panel import ResultPanel, r_words
from gui.ensemble.trying import Trying
from gui.ensemble.weights_panel import WeightsPanel
from gui.jobs import Job, Jobs, Lane
from gui.library import Library
from gui.messages import Message, Messages, Tone
from gui.opening import Opener
from gui.overrides import override
from gui.parts.ahead import ready, rest
from gui.parts.empty_state import EmptyState
from gui.parts.labels import card
from gui.parts.splitter import Splitter
from gui.parts.words import seconds_left
from gui.sentences import said
from gui.session import Session, Topic
from gui.translation import tr

# What takes its time to make, to be made ahead.
PARTS = (*CHARTS, MembersPanel, MethodPanel, WeightsPanel, ResultPanel)
_LEFT, _RIGHT, _NARROW, _BROAD = 520, 720, 420, 560
_FEWEST = 2


def build(*args: Any, progress: Progress, **options: Any) -> EnsembleReport:
    """The engine's procedure, imported when it is first wanted."""
    from engine.ensemble.building import build_ensemble

    return build_ensemble(*args, progress=progress, **options)


class EnsembleTab(QWidget):
    """Combines models of the library over the open file."""

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages, opener: Opener, library: Library,
                 show_tab: Callable[[str], object], export: Callable[[str], object],
                 build_with: Callable[..., EnsembleReport] = build,
                 search_with: Callable[..., Any] = search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.jobs, self.messages, self.library = session, jobs, messages, library
        self._opener, self._show_tab, self._export, self._build_with = opener, show_tab, export, build_with
        self.members, self.method, self.weights = ready(MembersPanel), ready(MethodPanel), ready(WeightsPanel)
        self.result = ready(ResultPanel)
        self._lay_out()
        self.report: EnsembleReport | None = None
        self._job: Job | None = None
        self._to_keep = False
        self._draft: str | None = None  # the last build, while nobody has said that it is to stay
        self.trying = Trying(self.weights, self.result, self.charts, jobs=jobs, undo_stack=library.undo_stack,
                             by_r=self._weight_by_r, as_built=self._show_built, search_with=search_with, parent=self)
        self._connect()

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Follow the library and the open file."""
        if topics & {Topic.RUNS, Topic.CHAMPION, Topic.DATA}:
            self.members.set_runs(self.session.runs, self.session.champion, self.session.data)
            self.pages.setCurrentIndex(0 if self.session.runs else 1)
            if self.report is None:
                self._show_members()

    def add_members(self, ids: Collection[str]) -> None:
        """Tick these runs besides those that are ticked."""
        self.refresh(frozenset({Topic.RUNS}))
        self.members.choose({*(run.id for run in self.members.chosen), *ids})

    # --- what the user does

    def build(self, weights: Mapping[str, float] | None = None, name: str = "") -> None:
        """Combine the ticked models; says what is lacking where that cannot be."""
        options = self.method.options(weights=weights, name=name)
        if options is None or self._lacks_something():
            return
        self.messages.dismiss()
        self.trying.end()
        self._to_keep = weights is not None
        runs = self.members.chosen
        job = self.jobs.start(Lane.ENGINE, "ensemble", self._build_with, self.session.data,
                              self.members.references, options, workspace=self.session.workspace,
                              title=tr("Combining {runs} models", runs=len(runs)))
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_built)
        job.finished.connect(self._on_finished)
        self._job = job
        self.method.show_busy(tr("Opening the members"))

    def _lacks_something(self) -> bool:
        if self.session.data is None:
            source = self._known_source()
            action = (tr("Open {name}", name=source.name), partial(self._opener.open, source)) if source else None
            self._refuse(tr("There are no signals to score the ensemble on."),
                         tr("Open the file that the models were trained on, or a later one."), action)
            return True
        if len(self.members.chosen) < _FEWEST:
            self._refuse(tr("An ensemble needs at least two members."),
                         tr("Tick one more model in the table of members."))
            return True
        return False

    def _refuse(self, what: str, remedy: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        self.messages.post(Message(Tone.WARNING, what, remedy=remedy, action=action))
        self.method.show_idle(f"{what} {remedy}", role="warning")

    def _known_source(self) -> Path | None:
        sources = [Path(run.source) for run in (*self.members.chosen, *self.session.runs) if run.source]
        return next((source for source in sources if source.exists()), None)

    @Slot(str)
    def _on_save(self, name: str) -> None:
        if self.report is None:
            return
        if self.weights.given:
            own = name if name != self.report.record.name else ""
            self.build(self.weights.weights, own)
        elif self.library.update(self.report.record.id, name=name or self.report.record.name):
            self._draft = None
            self.result.show_kept(True)
            self.messages.good(tr("{value} is kept in the library.", value=name or self.report.record.name),
                               action=(tr("Show Models"), partial(self._show_tab, "models")))

    @Slot()
    def _on_promote(self) -> None:
        if self.report is not None and self.library.promote(self.report.record.id, tr("from the Ensemble tab")):
            self._draft = None
            self.result.show_kept(True)

    @Slot()
    def _on_export(self) -> None:
        if self.report is not None:
            self._draft = None
            self.result.show_kept(True)
            self._export(self.report.record.id)

    @Slot()
    def _on_members(self) -> None:
        self.method.show_idle("")
        if self.report is not None:
            self.report = None
            self.trying.begin(None)
            self.weights.clear()
            self.result.show_nothing(tr("The members have changed. Build again to see what they are worth together."))
        self._show_members()

    # --- the job

    @Slot(object)
    def _on_progress(self, point: ProgressPoint) -> None:
        self.method.show_busy(" · ".join(filter(None, (said(point.words), seconds_left(point.seconds_left)))))

    @Slot(object)
    def _on_built(self, report: EnsembleReport) -> None:
        if self._draft is not None:
            self.library.discard(self._draft)
        self._draft = None if self._to_keep else report.record.id
        self.report = report
        self.trying.begin(report)
        self.weights.set_weights(report.weights, {member.id: member.name for member in report.members})
        self._show_built()
        self.jobs.start(Lane.SIDE, "ensemble-details", details, report).succeeded.connect(self._on_details)
        self.library.reload()
        self.session.announce(Topic.ENSEMBLE)

    @Slot()
    def _on_finished(self) -> None:
        job = self._job
        if job is not None and job.done and self.sender() is job:
            self.method.show_idle(tr("Cancelled.") if job.cancel_requested else "")

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # --- what is shown of the build itself

    def _show_built(self) -> None:
        if self.report is None:
            return
        self.result.show_report(self.report)
        self.result.show_kept(self._draft is None)
        self.charts.show_report(self.report, self.session.champion)
        self._say_scores(self.report)

    def _weight_by_r(self) -> bool | None:
        options = self.method.options()
        return None if options is None else options.weight_by_r

    def _say_scores(self, report: EnsembleReport) -> None:
        """Under the sliders, what the weights as built score."""
        found = report.scores
        if found is None:
            self.weights.show_scores(float("nan"), tr("No rows to score on."))
        else:
            mean = found.mean_r.value if found.mean_r is not None else float("nan")
            self.weights.show_scores(found.auc.value, r_words(mean, found.accepted_share or 0.0))

    @Slot(object)
    def _on_details(self, found: EnsembleDetails) -> None:
        self.charts.show_details(found)

    # --- inside

    def _show_members(self) -> None:
        self.charts.show_members(self.members.chosen, self.session.champion)

    def _connect(self) -> None:
        self.members.changed.connect(self._on_members)
        self.method.build_wanted.connect(self._on_build)
        self.method.stop_wanted.connect(self._cancel)
        self.result.save_wanted.connect(self._on_save)
        self.result.promote_wanted.connect(self._on_promote)
        self.result.export_wanted.connect(self._on_export)

    @Slot()
    def _on_build(self) -> None:
        self.build()

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            "layers", tr("No Models to Combine"),
            tr("An ensemble averages models of the library. Train two or more first; "
               "models that err in different places help each other most."),
            actions=((tr("Go to Training"), partial(self._show_tab, "training")),
                     (tr("Open Sample"), self._open_sample)), name="ensemble.empty",
        )
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._lay_out_body()
        self.pages.addWidget(self.empty)
        self.pages.setCurrentIndex(1)

    def _open_sample(self) -> None:
        self._show_tab("training")
        self._opener.open_sample()

    def _lay_out_body(self) -> None:
        """From the outside to the inside: what is full already is dear to move."""
        body = QWidget()
        self.pages.addWidget(body)
        row = QHBoxLayout(body)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        splitter = Splitter(Qt.Orientation.Horizontal, name="ensemble.splitter")
        row.addWidget(splitter)
        left, right = QWidget(splitter), QWidget(splitter)
        rest(self, partial(self._fill_left, left))
        self._fill_right(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LEFT, _RIGHT])

    def _fill_left(self, left: QWidget) -> None:
        left.setMinimumWidth(_NARROW)
        column = QVBoxLayout(left, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.members, 5)
        column.addWidget(self.method)
        frame = card()
        column.addWidget(frame, 3)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.TIGHT, theme.SMALL)
        inside.addWidget(self.weights)

    def _fill_right(self, right: QWidget) -> None:
        right.setMinimumWidth(_BROAD)
        column = QVBoxLayout(right, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.result)
        self.charts = EnsembleCharts(self.session.places, right)
        column.addWidget(self.charts, 1)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is scored for nobody, least of all while the window closes."""
        self.trying.rest()
        super().hideEvent(event)
