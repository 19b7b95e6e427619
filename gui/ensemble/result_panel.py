"""The answer: the ensemble's AUC, whether it gained anything, what it fell back to, and the button that keeps it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from engine.records import Comparison, EnsembleReport, Interval
from gui import icons, theme
from gui.ensemble.following import Followed
from gui.ensemble.preview import Preview
from gui.parts.flow import FlowLayout
from gui.parts.labels import button, label, set_role
from gui.parts.words import capitalised, count, interval, score, share, signed
from gui.sentences import said
from gui.theme import theme as look
from gui.translation import later, tr

if TYPE_CHECKING:
    from engine.ensemble.optimising import Optimised

_HINT = (later("Tick two models or more, choose a method, and build. The ensemble is scored on rows later than "
               "those that chose its weights."))
_PROMOTE = later("Keep it and make it the champion: the model that is live and that others are measured against.")
_EXPORT = later("Keep it and write it as one file that opens on another machine.")
_TONES = {"good": ("circle-check", "positive"), "warning": ("triangle-alert", "warning"),
          "error": ("circle-alert", "danger"), "info": ("info", "link")}


def tone_of(comparison: Comparison | None) -> str:
    """Green only where the whole interval is above 0; amber where it includes 0; red where all of it is below."""
    return "warning" if comparison is None else _tone(comparison.difference)


def _tone(difference: Interval) -> str:
    if not math.isfinite(difference.low):
        return "warning"
    if difference.low > 0:
        return "good"
    return "error" if difference.high < 0 else "warning"


class ResultPanel(QFrame):
    """A card over the charts. *Signals*: `save_wanted(str)` with the name, `promote_wanted()`, `export_wanted()`."""

    save_wanted = Signal(str)
    promote_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="ensemble.result")
        self._tone = "info"
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("Result"))
        self.headline = label(font="title", wrap=True, name="ensemble.headline")
        self.gain = label(wrap=True, name="ensemble.gain")
        self.fallback = label(wrap=True, font="small", role="muted", name="ensemble.fallback")
        self.name = QLineEdit(objectName="ensemble.name", placeholderText=tr("Name"))
        self.name.setAccessibleName(tr("Name of the ensemble"))
        self.name.setFixedWidth(180)
        self.save = button(tr("Save"), self._on_save, icon_name="check", name="ensemble.save",
                           hint=tr("Keep the ensemble in the library under this name."))
        self.kept = label(font="small", role="muted", name="ensemble.kept")
        self.kept.setToolTip(tr("It is listed in Models until the next build takes its place; Save keeps it for good."))
        self.promote = button(tr("Make Champion"), self.promote_wanted.emit, name="ensemble.promote", hint=_PROMOTE)
        self.export = button(tr("Export…"), self.export_wanted.emit, name="ensemble.export", hint=_EXPORT)
        self._lay_out()
        look.changed.connect(self._paint_icon)
        self.show_nothing("")

    def show_nothing(self, words: str) -> None:
        """No ensemble yet."""
        self.headline.setText(tr("No ensemble yet"))
        self.gain.setText(words or tr(_HINT))
        self.fallback.setText("")
        self._set_tone("info")
        self._enable(False)

    def show_report(self, report: EnsembleReport) -> None:
        """What a build found."""
        best = report.comparisons[0] if report.comparisons else None
        self.headline.setText(_headline(report))
        told = filter(None, (best, report.record.next_block))
        self.gain.setText(" ".join(capitalised(said(each.words)) for each in told))
        rest = [capitalised(said(one.words)) for one in report.comparisons[1:]]
        whole = list(filter(None, [said(report.fallback), _asked(report), *rest]))
        self.fallback.setText(" ".join(whole[:2]))
        self.fallback.setToolTip("\n".join(filter(None, [*whole, said(report.asked.words) if report.asked else ""])))
        self._set_tone(tone_of(best))
        self.name.setText(report.record.name)
        self.save.setText(tr("Save"))
        self._enable(True)
        self._allow(True)

    def show_followed(self, found: Followed) -> None:
        """What the weights under the user's hand score, before they rest."""
        self.headline.setText(tr("Your weights: AUC {auc}", auc=score(found.point.auc)))
        self.gain.setText(f"{r_words(found.point.mean_r, found.point.accepted_share)}.")
        self._by_eye(len(found.report.out_of_fold.label))
        self._set_tone("info")
        self._allow(False)

    def show_found(self, found: Optimised) -> None:
        """What a search for weights found and gained."""
        auc = found.auc
        self.headline.setText(tr("Optimised weights: AUC {score} ({low} to {high})", score=score(auc.value),
                                 low=score(auc.low), high=score(auc.high)))
        self.gain.setText(" ".join(said(gain.words) for gain in found.gains))
        stopped = tr("Stopped at the best so far. ") if found.stopped else ""
        self.fallback.setText(tr("{stopped}Found on {fitted_rows} earlier rows, judged on {scored_rows} later "
                                 "ones. Save keeps an ensemble with these weights.", stopped=stopped,
                                 fitted_rows=count(found.fitted_rows), scored_rows=count(found.scored_rows)))
        self.fallback.setToolTip("")
        self.fallback.setVisible(True)
        self._set_tone(_tone(found.gains[0].difference))
        self.save.setText(tr("Save Mix"))
        self._allow(False)

    def show_preview(self, found: Preview, rows: int) -> None:
        """What the user's own weights would score."""
        self.headline.setText(tr("Your weights: AUC {score} ({low} to {high})", score=score(found.auc.value),
                                 low=score(found.auc.low), high=score(found.auc.high)))
        self.gain.setText(capitalised(said(found.against_best.words)))
        self._by_eye(rows)
        self._set_tone(tone_of(found.against_best))
        self.save.setText(tr("Save Mix"))
        self._allow(False)

    def _enable(self, there: bool) -> None:
        self.save.setVisible(there)
        self.name.setVisible(there)
        self.promote.setVisible(there)
        self.kept.setVisible(there)
        self.export.setVisible(there)
        self.fallback.setVisible(bool(self.fallback.text()))

    def _by_eye(self, rows: int) -> None:
        self.fallback.setText(tr("Chosen by eye on the same {rows} rows: expect a little less on new ones. Save "
                                 "keeps an ensemble with these weights.", rows=count(rows)))
        self.fallback.setVisible(True)

    def show_kept(self, kept: bool) -> None:
        """Whether the next build leaves this one in the library."""
        self.kept.setText("" if kept else tr("Not saved yet"))

    def _allow(self, built: bool) -> None:
        """Promoting and exporting are of what was built, not of weights that are only tried."""
        for made, hint in ((self.promote, _PROMOTE), (self.export, _EXPORT)):
            made.setEnabled(built)
            made.setToolTip(tr(hint) if built else tr("Save these weights first."))

    def _on_save(self) -> None:
        self.save_wanted.emit(self.name.text().strip())

    def _set_tone(self, tone: str) -> None:
        self._tone = tone
        set_role(self, tone, property_name="level")
        self._paint_icon()

    def _paint_icon(self) -> None:
        name, color = _TONES[self._tone]
        self._picture.setPixmap(icons.pixmap(name, 22, color, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        keep = FlowLayout(spacing=theme.SMALL)
        keep.setContentsMargins(0, theme.TIGHT, 0, 0)
        keep.addWidget(self.name)
        keep.addWidget(self.save)
        keep.addWidget(self.promote)
        keep.addWidget(self.export)
        keep.addWidget(self.kept)
        words = QVBoxLayout(spacing=2)
        for part in (self.headline, self.gain, self.fallback):
            words.addWidget(part)
        words.addLayout(keep)
        row = QHBoxLayout(self, spacing=theme.MEDIUM)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def r_words(mean_r: float, accepted_share: float) -> str:
    """The mean R of what is accepted, and how much that is."""
    if not math.isfinite(mean_r):
        return tr("No signal is accepted")
    return tr("Expected R {mean_r} on the {accepted_share} of signals that are accepted", mean_r=signed(mean_r),
              accepted_share=share(accepted_share))


def _asked(report: EnsembleReport) -> str:
    """What the chosen method itself scored, where something else is used."""
    if report.asked is None:
        return ""
    name = report.method.replace("_", " ").capitalize()
    return tr("{name} itself: AUC {auc}.", name=name, auc=interval(report.asked.scores.auc))


def _headline(report: EnsembleReport) -> str:
    if report.scores is None:
        return tr("{name}: no rows to score it on", name=report.record.name)
    auc, rows = report.scores.auc, count(report.scores.rows)
    return tr("Ensemble AUC {score} ({low} to {high}) on {rows} rows", score=score(auc.value), low=score(auc.low),
              high=score(auc.high), rows=rows)
