"""The right side: the verdict in words with what to do about it, the plots, and the table of runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import Comparison, RunRecord, TuningReport
from gui import theme
from gui.jobs import Jobs
from gui.library import Library
from gui.parts.labels import button, label
from gui.parts.splitter import Splitter
from gui.parts.turns import turns
from gui.parts.words import model_name, score
from gui.sentences import said
from gui.session import Session, Topic
from gui.training.curve_store import CurveStore
from gui.training.curves import RunCurves
from gui.training.explaining import Explainer
from gui.training.luck import Accountant, sentence
from gui.training.plots_panel import PlotsPanel
from gui.training.run_table import RunTable
from gui.translation import later, tr

_MOST_DRAWN = 8  # more curves in one picture tell nothing
_WHOLE = ("done", "stopped")
_CONTAMINATED = later("{} is contaminated: what it was started from had seen tested rows, so its scores are too good.")


class ResultsPanel(QWidget):
    """Follows the session: the runs with an open eye are drawn, the selected ones are compared in words."""

    def __init__(self, *, session: Session, jobs: Jobs, library: Library, details: Callable[[str], object],
                 export: Callable[[str], object], retrain: Callable[[str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._library, self._export = session, library, export
        self._training = False
        self._store = CurveStore(session=session, jobs=jobs, parent=self)
        self._explainer = Explainer(session=session, jobs=jobs, parent=self)
        self.verdict = label(wrap=True, font="strong", name="training.verdict")
        self.promote = button(tr("Make Champion"), self._on_promote, icon_name="crown", name="training.promote")
        self.export = button(tr("Export…"), self._on_export, icon_name="package", name="training.export")
        self.ensemble = button(tr("Add to Ensemble"), self._on_ensemble, icon_name="layers", name="training.ensemble")
        self.luck = label(font="small", role="muted", wrap=True, name="training.luck")
        self.accountant = Accountant(session=session, jobs=jobs, parent=self)
        self.splitter = Splitter(Qt.Orientation.Vertical, name="training.splitter")
        self._lay_out()
        self.plots = PlotsPanel(session.places, self.splitter)
        self.runs = RunTable(session=session, library=library, details=details, export=export, retrain=retrain,
                             color_of=self.plots.color_of, luck_of=self.accountant.accounts_of,
                             actions=(self.promote, self.export, self.ensemble))
        self.splitter.addWidget(self.runs)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(theme.SMALL)
        self.splitter.setSizes([390, 180])
        self._store.changed.connect(self._on_curves)
        self._store.compared.connect(self._on_compared)
        self.accountant.found.connect(self._on_luck)
        self._store.live.connect(self._on_live)
        self._explainer.told.connect(self.plots.explanation.say)
        self._explainer.found.connect(self.plots.explanation.show_explained)
        self.plots.pages.turned.connect(self._on_turned)

    # --- following the session ---

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Show what has changed."""
        if topics & {Topic.RUNS, Topic.SELECTION, Topic.CHAMPION}:
            if not self._training:
                self._draw()
                self._say()
            self._enable()
        elif Topic.DATA in topics:
            self._explain()
        self.runs.refresh(topics)

    def begin(self, objective: str = "") -> None:
        """A training has begun; `objective` is what a search before it seeks."""
        self._training = True
        self._store.forget_live()
        self.plots.begin(objective)
        self.plots.show_split(None)
        self.luck.hide()
        self.verdict.setText(tr("Searching on earlier rows… the runs are then scored on later ones that no trial saw.")
                             if objective else tr("Training… the curves fill in as each test block is done."))

    def take(self, values: Mapping[str, Any]) -> None:
        """The values of one progress point."""
        self.plots.take(values)
        if "out_of_fold" in values:
            self._store.take({str(values["model"]): values["out_of_fold"]})

    def finish(self, tuning: TuningReport | None = None) -> None:
        """The training is over, well or not; with what a search before it found."""
        self._training = False
        self._store.forget_live()
        self.plots.finish(tuning)
        self._draw()
        turns().later(self, self._compare)  # last: what is seen would be drawn anew with each thing that it is told

    def _compare(self) -> None:
        if not self._training:  # the next one may have begun
            self._say()
            self.plots.compare()

    def _drawn(self) -> list[RunRecord]:
        """The runs to draw: the champion, those with an open eye and the selected ones, newest first."""
        session = self._session
        wanted = {*session.shown, *session.selected, *([session.champion] if session.champion else [])}
        return [run for run in session.runs if run.id in wanted][:_MOST_DRAWN]

    def _draw(self) -> None:
        """Draw what is known, and find what is missing in the background."""
        drawn, best = self._drawn(), self._best()
        self.plots.show_stability(best)
        self.plots.show_runs(drawn, self._session.champion)
        self.plots.show_split(best)
        self._explain()
        self._show_curves()
        self._store.want([run.id for run in drawn if run.status in _WHOLE])
        self.accountant.want(self._session.runs)

    def _show_curves(self) -> None:
        self.plots.show_curves(self._store.curves)
        read = all(run.id in self._store.learning for run in self._drawn() if run.status in _WHOLE)
        if read and not self._training:  # else what was seen live stays until then
            self.plots.show_learning(self._store.learning)
        together = self._store.together
        self.plots.show_together(together.scores.auc if together is not None else None)

    @Slot()
    def _on_curves(self) -> None:
        if not self._training:
            self._show_curves()
            self._say()

    @Slot(dict)
    def _on_live(self, found: dict[str, RunCurves]) -> None:
        if self._training:
            self.plots.show_live(found)

    @Slot(str)
    def _on_turned(self, _title: str) -> None:
        self._explain()

    def _explain(self) -> None:
        """Explain the best of what is chosen, while a page shows it; a training has the processor to itself."""
        if self.plots.explains and not self._training:
            self._explainer.want(self._best())

    # --- the verdict ---

    def _say(self) -> None:
        (words, money), best = self._verdict(), self._best()
        doubt = _CONTAMINATED.format(_called(best)) if best is not None and best.contaminated else ""
        expected = said(best.next_block.words) if best is not None and best.next_block is not None else ""
        self.verdict.setText(" ".join(filter(None, (words, money, expected, doubt))))
        account = self.accountant.accounts_of(best.id) if best is not None else None
        self.luck.setText(sentence(account))
        self.luck.setToolTip(said(account.words) if account is not None else "")
        self.luck.setVisible(account is not None)
        self.plots.money.show_run(best, money)

    @Slot()
    def _on_compared(self) -> None:
        if not self._training:
            self._say()

    @Slot()
    def _on_luck(self) -> None:
        self.runs.refresh(frozenset({Topic.RUNS}))
        if not self._training:
            self._say()

    def _verdict(self) -> tuple[str, str]:
        """Who is better in words, and whether accuracy and expectancy disagree."""
        chosen = self._chosen()
        scored = [run for run in chosen if run.scores is not None]
        if not scored:
            return (said(chosen[0].message) if chosen and chosen[0].message else tr("Select runs to compare them.")), ""
        best = max(scored, key=lambda run: run.scores.auc.value if run.scores else 0.0)
        rival = self._rival(best, scored)
        compared = self._compared(best, rival) if rival is not None else None
        if compared is not None:
            return said(compared.words), said(compared.money)
        interval = best.scores.auc if best.scores else None
        assert interval is not None
        return (tr("{called}: AUC {score} on unseen later rows ({low} to {high}; 0.5 is chance).",
                   called=_called(best), score=score(interval.value), low=score(interval.low),
                   high=score(interval.high))), ""

    def _rival(self, best: RunRecord, scored: list[RunRecord]) -> RunRecord | None:
        """Whom the best is compared with: the second of those selected, else the champion."""
        others = sorted((run for run in scored if run.id != best.id),
                        key=lambda run: -(run.scores.auc.value if run.scores else 0.0))
        if others:
            return others[0]
        champion = self._session.run(self._session.champion)
        return champion if champion is not None and champion.id != best.id else None

    def _compared(self, best: RunRecord, rival: RunRecord) -> Comparison | None:
        return self._store.pair((best.id, _called(best)), (rival.id, _called(rival)))

    # --- buttons ---

    def _chosen(self) -> list[RunRecord]:
        """The selected runs; without a selection those that are drawn, else the newest one."""
        session = self._session
        picked = [run for run in session.runs if run.id in session.selected]
        return picked or self._drawn() or list(session.runs[:1])

    def _best(self) -> RunRecord | None:
        whole = [run for run in self._chosen() if run.status in _WHOLE]
        return max(whole, key=lambda run: run.scores.auc.value if run.scores else 0.0, default=None)

    def _enable(self) -> None:
        best = self._best()
        self.promote.setEnabled(best is not None and best.id != self._session.champion)
        self.export.setEnabled(best is not None)
        self.ensemble.setEnabled(best is not None)
        name = _called(best) if best is not None else ""
        self.promote.setToolTip(tr("Make {name} the champion",
                                   name=name) if best is not None else tr("Train or select a run first"))
        self.export.setToolTip(tr("Export {name} as a bundle",
                                  name=name) if best is not None else tr("Train or select a run first"))

    def _on_promote(self) -> None:
        best = self._best()
        if best is not None:
            self._library.promote(best.id)

    def _on_export(self) -> None:
        best = self._best()
        if best is not None:
            self._export(best.id)

    def _on_ensemble(self) -> None:
        ids = tuple(run.id for run in self._chosen() if run.status in _WHOLE)
        if ids:
            self._library.ensemble_wanted.emit(ids)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.addWidget(self.verdict)
        column.addWidget(self.luck)
        column.addWidget(self.splitter, 1)


def _called(run: RunRecord) -> str:
    return run.name or f"{model_name(run.kind)} {run.id}"
