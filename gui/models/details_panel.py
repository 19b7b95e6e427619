"""Everything that is known of the chosen model, and a note that can be written on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.records import RunRecord
from gui import theme
from gui.dialogs.run_details import sections_of
from gui.models.facts import chain_rows, exposure_rows, member_rows, trust_rows
from gui.overrides import override
from gui.parts.ahead import ready
from gui.parts.labels import card, label
from gui.parts.words import counted, local_time, model_name
from gui.places import Places
from gui.plots.comparison import ComparisonPanel
from gui.plots.series import ScoreRecord, run_label, series_of
from gui.session import Session
from gui.translation import tr

_PAUSE = 700  # ms after the last letter of a note
_NAMES = 116  # width of the names of facts
_ONE, _SEVERAL = 0, 1


class DetailsPanel(QWidget):
    """*Signals*: `noted(str, str)` the id and its new note."""

    noted = Signal(str, str)

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places
        self._run: RunRecord | None = None
        self.title = label(font="title", wrap=True, name="models.details.title")
        self.subtitle = label(font="small", role="muted", wrap=True)
        self.note = QPlainTextEdit(placeholderText=tr("A note for yourself"), objectName="models.note",
                                   tabChangesFocus=True)
        self.note.setAccessibleName(tr("Note on the model"))
        self.note.setFixedHeight(58)
        self.scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setAccessibleName(tr("Details of the model"))
        self.auc = ready(ComparisonPanel)
        self.words = label(wrap=True, name="models.compare.words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._save)
        self.note.textChanged.connect(self._pause.start)
        self._lay_out()
        self._show_several((), None)

    def show_runs(self, chosen: Sequence[RunRecord], session: Session, imported: str | None = None) -> None:
        """One run in full; for several or none, what to do."""
        self._save()
        one = chosen[0] if len(chosen) == 1 else None
        if one is None:
            self._show_several(chosen, session.champion)
            return
        self._pages.setCurrentIndex(_ONE)
        self._set_note(one)
        self.title.setText(run_label(one))
        badges = {session.challenger: tr("Challenger · "), session.champion: tr("Champion · ")}
        self.subtitle.setText(f"{badges.get(one.id, '')}{model_name(one.kind)} · {local_time(one.created)} · {one.id}")
        self.scroll.setWidget(_body(one, session.runs, imported))

    @property
    def text(self) -> str:
        """All words of the panel, for tests and for search."""
        found = [self.title.text(), self.subtitle.text()]
        inside = self.scroll.widget()
        if inside is not None:
            found += [str(part.property("text")) for part in inside.findChildren(QWidget) if part.property("text")]
        return "\n".join(found)

    def say(self, words: str) -> None:
        """What a comparison of the chosen models found."""
        self.words.setText(words)

    def _show_several(self, chosen: Sequence[RunRecord], champion: str | None) -> None:
        self._run = None
        many = len(chosen)
        self.title.setText(tr("{many} chosen", many=counted(many, 'model')) if many else tr("No model chosen"))
        self.subtitle.setText(tr("Press Compare to see how they differ.") if many else tr("Choose a model to see its "
                                                                                      "card."))
        self.note.setVisible(False)
        self.scroll.setWidget(QWidget())
        self._pages.setCurrentIndex(_SEVERAL if many else _ONE)
        self.words.setText("")
        scored = [run for run in chosen if run.scores is not None]
        places = self._places.borrow([run.id for run in scored if run.id != champion])
        pairs = zip(series_of(scored, champion, places), scored, strict=True)
        self.auc.set_records([ScoreRecord(series, run.scores.auc) for series, run in pairs if run.scores is not None])
        self.auc.set_note(tr("each on its own validation rows"))

    def _set_note(self, run: RunRecord) -> None:
        if self._run is None or self._run.id != run.id:
            self.note.blockSignals(True)
            self.note.setPlainText(run.note)
            self.note.blockSignals(False)
        self._run = run
        self.note.setVisible(True)

    @Slot()
    def _save(self) -> None:
        self._pause.stop()
        run, text = self._run, self.note.toPlainText()
        if run is not None and text != run.note:
            self._run = None
            self.noted.emit(run.id, text)
            self._run = self._run or run

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame, spacing=theme.TIGHT)
        inside.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.TIGHT, theme.MEDIUM)
        inside.addWidget(self.title)
        inside.addWidget(self.subtitle)
        inside.addSpacing(theme.TIGHT)
        several = QWidget()
        below = QVBoxLayout(several, spacing=theme.MEDIUM)
        below.setContentsMargins(0, 0, theme.MEDIUM, 0)
        below.addWidget(self.auc, 3)
        below.addWidget(self.words, 2)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.scroll)
        self._pages.addWidget(several)
        inside.addWidget(self._pages, 1)
        inside.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written."""
        self._save()
        super().hideEvent(event)


def _facts(rows: Sequence[tuple[str, str]]) -> QGridLayout:
    """Names beside values; what follows a value after a gap is its meaning and becomes the tooltip."""
    grid = QGridLayout(horizontalSpacing=theme.SMALL, verticalSpacing=3)
    for place, (name, words) in enumerate(rows):
        value, _, meaning = words.partition("   ")
        caption, shown = label(name, role="muted", wrap=True), label(value, wrap=True)
        caption.setFixedWidth(_NAMES)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (caption, shown):
            part.setToolTip(meaning)
        grid.addWidget(caption, place, 0)
        grid.addWidget(shown, place, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _body(run: RunRecord, runs: Sequence[RunRecord], imported: str | None) -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body, spacing=theme.SMALL)
    column.setContentsMargins(0, 0, theme.MEDIUM, 0)
    own = ((tr("Members"), member_rows(run)), (tr("Seen in training"), exposure_rows(run)),
           (tr("Lineage"), [*chain_rows(run, runs), *trust_rows(imported)]))
    scores, *rest = [(title, list(rows)) for title, rows in sections_of(run)]
    for title, rows in (scores, *own, *rest):
        if rows:
            column.addWidget(label(title, font="section", wrap=True))
            column.addLayout(_facts(rows))
    column.addStretch()
    return body
