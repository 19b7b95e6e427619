"""Everything that is kept of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.records import Interval, RunRecord
from gui import theme
from gui.glossary import METRICS
from gui.parts.kept import scheme
from gui.parts.labels import button, label
from gui.parts.words import count, counted, duration, interval, local_time, model_name, setting, share, signed
from gui.sentences import said
from gui.translation import localized, tr

_SCORES = ("auc", "accuracy", "log_loss", "brier", "average_precision", "mean_r")


class RunDetails(QDialog):
    """Scores, data, validation, settings, versions and a note; `save_note` keeps the note."""

    def __init__(self, run: RunRecord, parent: QWidget, *, save_note: Callable[[str], object]) -> None:
        super().__init__(parent, windowTitle=tr("Run {value}", value=run.name or run.id),
                         objectName="dialog.run_details")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._run, self._save_note = run, save_note
        self.note = QPlainTextEdit(run.note, placeholderText=tr("A note for yourself"), maximumHeight=64,
                                   objectName="run_details.note", tabChangesFocus=True)
        self.note.setAccessibleName(tr("Note"))
        self._lay_out()
        self.resize(620, 620)
        self.finished.connect(self._keep_note)

    def _lay_out(self) -> None:
        run = self._run
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(run.name or run.id, font="title"))
        column.addWidget(label(f"{model_name(run.kind)} · {local_time(run.created)} · {run.id}", role="muted"))
        if run.message:
            column.addWidget(label(said(run.message), wrap=True, role="danger" if run.status == "failed" else "muted"))
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setWidget(self._body())
        column.addWidget(scroll, 1)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Close"), self.close, kind="primary", name="run_details.close"))
        column.addLayout(row)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.SMALL, theme.TIGHT, theme.SMALL, theme.TIGHT)
        for title, rows in sections_of(self._run):
            rows = list(rows)
            if rows:
                column.addWidget(label(title, font="section"))
                column.addLayout(facts_grid(rows))
        column.addStretch()
        return body

    @Slot()
    def _keep_note(self) -> None:
        if self.note.toPlainText() != self._run.note:
            self._save_note(self.note.toPlainText())


def sections_of(run: RunRecord) -> Iterable[tuple[str, Iterable[tuple[str, str]]]]:
    """What is kept of a run: titles, each with names and values in words."""
    yield tr("Scores on unseen later rows, with 95 % intervals"), _scores(run)
    yield tr("Data"), _data(run)
    yield tr("Validation"), _validation(run)
    yield tr("Model"), ((tr("Trees"), count(run.trees)), (tr("Best round"), count(run.best_iteration)),
                    (tr("Training took"), duration(run.training_seconds)),
                        (tr("Started from"), run.parent or tr("nothing")))
    yield tr("Settings"), ((setting(name), _setting(name, value)) for name, value in run.settings.items())
    yield tr("Most important features"), ((name, share(part)) for name, part in
                                      sorted(run.importance.items(), key=lambda pair: -pair[1])[:10])
    yield tr("Versions"), ((name, str(version)) for name, version in run.versions.items())
    yield tr("Warnings"), (("", said(warning)) for warning in run.warnings)


def _scores(run: RunRecord) -> Iterable[tuple[str, str]]:
    if run.scores is None:
        return
    for name in _SCORES:
        value: Interval | None = getattr(run.scores, name)
        if value is not None:
            metric = METRICS[name]
            yield tr(metric.name), f"{interval(value)}   {tr(metric.direction)} {tr(metric.meaning)}"
    if run.next_block is not None:
        yield tr("Next block"), said(run.next_block.words)
    if run.scores.mean_r_all is not None:
        yield tr("Mean R of all signals"), signed(run.scores.mean_r_all)


def _data(run: RunRecord) -> Iterable[tuple[str, str]]:
    yield tr("File"), run.source
    yield tr("Rows"), count(run.rows)
    yield tr("Features"), counted(len(run.features), "feature")
    yield tr("Fingerprint"), run.fingerprint[:16]
    for field, words in (("label", tr("Win or loss")), ("time", tr("Signal time")), ("label_time", tr("Outcome time")),
                         ("weight", tr("Realized R"))):
        if (column := getattr(run.roles, field)) is not None:
            yield words, column


def _validation(run: RunRecord) -> Iterable[tuple[str, str]]:
    if run.validation is not None:
        yield tr("Scheme"), scheme(run.validation.scheme)
        yield tr("Test blocks"), str(run.validation.folds)
        yield tr("Purged rows"), count(run.validation.purged_rows)
        yield tr("Embargo"), run.validation.embargo
    yield tr("Contaminated"), tr("yes: its start had seen test rows") if run.contaminated else tr("no")


def _setting(name: str, value: Any) -> str:
    """A setting's value; of a choice its words in the form."""
    from engine.ensemble.naming import called, chosen

    found = chosen(called(name), value) if isinstance(value, str) else value
    return tr(found) if found != value else _plain(value)


def _plain(value: Any) -> str:
    """A setting in words; of records, such as members, their names."""
    if value is None or value in ((), [], {}, ""):
        return tr("none")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(part)}" for name, part in value.items())
    if isinstance(value, (list, tuple)):
        return " · ".join(str(part.get("name", part)) if isinstance(part, dict) else _plain(part) for part in value)
    return localized(f"{value:.6g}") if isinstance(value, float) else said(str(value).replace("_", " "))


def facts_grid(rows: list[tuple[str, str]]) -> QGridLayout:
    """Names on the left, values that can be selected on the right."""
    grid = QGridLayout(horizontalSpacing=theme.HUGE, verticalSpacing=2)
    for row, (name, value) in enumerate(rows):
        grid.addWidget(label(name, role="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        made = label(value, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(made, row, 1)
    grid.setColumnMinimumWidth(0, 150)
    grid.setColumnStretch(1, 1)
    return grid
