"""Exporting a model: what goes into the bundle, what it costs, how it opens elsewhere; nothing is saved unseen."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import RunRecord
from gui import theme
from gui.dialogs.ask import ask
from gui.dialogs.files import choose_place
from gui.jobs import Job, Jobs, Lane
from gui.overrides import override
from gui.parts.fields import Combo, set_invalid
from gui.parts.labels import button, label
from gui.parts.path_line import PathLine
from gui.parts.table import Column, RecordTable
from gui.parts.words import model_name, size
from gui.plots.series import run_label
from gui.sentences import said, said_of
from gui.translation import later, tr

if TYPE_CHECKING:
    from engine.bundle.exporting import Draft, ExportOptions

SUFFIX = "apbundle"
_TRYING = later("Making the bundle and opening it in a process of its own, as another machine would …")
_RECEIVER = {
    "unsigned": later("Another machine will say: nobody vouches for its origin."),
    "signed by an unknown key": later("Another machine will know your signature once your key is on its list."),
}
_WORDS = {
    "manifest.json": later("What it is, and the hash of every other entry"),
    "schema.json": later("Features, their order "
                                                                                          "and kinds"),
    "metrics.json": later("Scores with intervals, importances"),
    "lineage.json": later("What it was trained on, and from what"),
    "canary.json": later("Rows that it must score alike elsewhere"), "README.md": later("The model card, for people"),
    "online.json": later("State of the online learner"), "manifest.sig": later("Signature"),
}
_FORMS = (  # words, how leaves are rounded, and whether they go back into the libraries' own files
    (later("As trained"), "", False), (later("Compact, 16-bit leaves (FP16)"), "fp16", False),
    (later("Compact, 8-bit leaves (INT8)"), "int8", False),
    (later("FP16 leaves, native files"), "fp16", True), (later("INT8 leaves, native files"), "int8", True),
)
_KINDS = {".flat": later("The model as a compact forest"), ".svg": later("A plot of the model card"),
          ".onnx": later("The whole score as one ONNX graph")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside a bundle."""

    name: str
    size: int

    @property
    def words(self) -> str:
        """What it is for."""
        return _WORDS.get(self.name) or _KINDS.get(Path(self.name).suffix, tr("The model, in its library's own format"))


@dataclass(frozen=True, eq=False, slots=True)
class Shown:
    """A draft with what is told of it."""

    draft: Draft
    entries: tuple[Entry, ...]
    words: str


def draft_of(workspace: Workspace, run_id: str, options: ExportOptions, *, progress: Progress) -> Shown:
    """Make the bundle and open it in the guarded process; a job for the side lane."""
    from engine.bundle import archive, exporting

    made = exporting.draft(workspace, run_id, options, as_stranger=True, progress=progress)
    entries = tuple(Entry(name, len(data)) for name, data in archive.unpack(made.data).items())
    return Shown(made, entries, _told(made))


def _told(made: Draft) -> str:
    bundle = made.bundle
    words = [tr("{size}. It opens: {rows} canary rows gave the same scores.", size=size(bundle.size),
                rows=len(bundle.canary.rows))]
    if bundle.card.price is not None:
        words.append(tr("Compact, {words}", words=said(bundle.card.price.words)))
    if bundle.onnx is not None:
        graph = bundle.onnx.card
        words.append(tr("ONNX (opset {opset}): the largest difference of a probability was "
                        "{largest_difference:.1e}, over {rows:,} rows.", opset=graph.opset,
                        largest_difference=graph.largest_difference, rows=graph.rows))
    if bundle.signature is not None:
        words.append(tr("Signed; your key's fingerprint is {fingerprint}.", fingerprint=bundle.signature.fingerprint))
    words.append(_RECEIVER[made.seen_elsewhere.value])
    return " ".join(words)


class ExportDialog(QDialog):
    """`export` is called once, with the path, the options and the draft; opened by `open()`, never run."""

    def __init__(self, run: RunRecord, parent: QWidget, *, jobs: Jobs, workspace: Workspace, proposal: Path,
                 export: Callable[[Path, ExportOptions, Draft | None], object]) -> None:
        super().__init__(parent, windowTitle=tr("Export {run_label}", run_label=run_label(run)),
                         objectName="dialog.export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._run, self._export, self._jobs, self._workspace = run, export, jobs, workspace
        self.path = PathLine(name="export.path", words=tr("File to write"))
        self.path.setText(str(proposal))
        self.path.textEdited.connect(self._on_edited)
        self.browse = button(tr("Browse…"), self._browse, name="export.browse")
        self.onnx = _option(tr("Also as ONNX"), "export.onnx", _reason_without_onnx(),
                            tr("One graph from raw features to the final score; refused where it would differ."))
        self.sign = _option(tr("Sign with my key"), "export.sign", _reason_without_signing(),
                            tr("Whoever has your key on a list can see that the bundle comes from you."))
        self.form = Combo(name="export.form", words=tr("Form of the models"))
        for words, *_form in _FORMS:
            self.form.addItem(tr(words))
        self.form.setToolTip(tr("A compact form keeps every threshold and rounds the leaves; what that costs is "
                                "shown. In native files the libraries' own programs can open it."))
        self.contents = RecordTable(
            (Column("name", tr("Entry"), _name, width=150), Column("size", tr("Size"), _size, number=True, width=92),
             Column("words", tr("What it is"), _words)),
            key=_name, name="export.contents", words=tr("Contents of the bundle"),
        )
        self.told = label(_TRYING, wrap=True, name="export.told")
        self.problem = label(role="danger", wrap=True, name="export.problem")
        self.ok = button(tr("Export"), self._on_export, kind="primary", name="export.ok", icon_name="package")
        self.ok.setDefault(True)
        self._lay_out()
        self.resize(640, 560)
        self.ok.setFocus()
        self._shown: Shown | None = None
        self._job: Job | None = None
        for box in (self.onnx, self.sign):
            box.toggled.connect(self._make)
        self.form.currentIndexChanged.connect(self._make)
        self._make()

    @property
    def options(self) -> ExportOptions:
        """What is ticked."""
        from engine.bundle.exporting import ExportOptions

        _, compact, native = _FORMS[self.form.currentIndex()]
        return ExportOptions(onnx=self.onnx.isChecked(), sign=self.sign.isChecked(), compact=compact, native=native)

    @Slot()
    def _make(self) -> None:
        """Make the draft anew, for what is ticked now."""
        self._shown = None
        self.told.setText(tr(_TRYING))
        self.problem.hide()
        # A plain bundle costs nothing that would have to be seen first.
        self.ok.setEnabled(not self.options.onnx and not self.options.compact)
        self._job = self._jobs.start(Lane.SIDE, "export-draft", draft_of, self._workspace, self._run.id, self.options,
                                     quiet=True)
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._show_failure)

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.told.setText(shown.words)
        self.contents.set_records(shown.entries)
        self.ok.setEnabled(True)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self.told.setText(tr("This bundle cannot be made."))
        self.problem.setText(said_of(error))
        self.problem.show()
        self.ok.setEnabled(False)

    def _lay_out(self) -> None:
        run = self._run
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(self.windowTitle(), font="title"))
        column.addWidget(label(tr("{model_name} · {features} features · {id}", model_name=model_name(run.kind),
                                  features=len(run.features), id=run.id), role="muted"))
        ticks = QHBoxLayout(spacing=theme.LARGE)
        ticks.addWidget(self.form)
        for box in (self.onnx, self.sign):
            ticks.addWidget(box)
        ticks.addStretch()
        column.addLayout(ticks)
        column.addWidget(self.contents, 1)
        column.addWidget(self.told)
        row = QHBoxLayout(spacing=theme.SMALL)
        caption = label(tr("File"))
        caption.setBuddy(self.path)
        row.addWidget(caption)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.problem.hide()
        buttons = QHBoxLayout(spacing=theme.SMALL)
        buttons.addStretch()
        buttons.addWidget(button(tr("Cancel"), self.reject, name="export.cancel"))
        buttons.addWidget(self.ok)
        column.addLayout(buttons)

    def _browse(self) -> None:
        choose_place(self, tr("Export Model"), tr("AlphaPulse bundle (*.{SUFFIX})", SUFFIX=SUFFIX), self._take,
                     proposal=self._target(),
                     suffix=SUFFIX)

    def _take(self, path: Path) -> None:
        self.path.setText(str(path))
        self._finish(path)  # the file dialog has asked before overwriting

    def _target(self) -> Path:
        path = Path(os.path.expanduser(self.path.text().strip()))
        return path if path.suffix or os.path.isdir(path) else path.with_suffix(f".{SUFFIX}")

    def _on_export(self) -> None:
        problem = self._fault()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        set_invalid(self.path, problem)
        if problem:
            self.path.setFocus()
            return
        target = self._target()
        if os.path.exists(target):
            ask(self, tr("Replace the File?"), tr("{name} exists already and would be replaced.", name=target.name),
                yes=tr("Replace"),
                then=lambda: self._finish(target))
        else:
            self._finish(target)

    def _fault(self) -> str:
        if not self.path.text().strip():
            return tr("There is no file name. Give one, or press Browse.")
        target = self._target()
        if os.path.isdir(target):
            return tr("{target} is a folder. Add a file name.", target=target)
        if not os.path.isdir(target.parent):  # Path's own raises at a name that is too long
            return tr("There is no folder {parent}. Choose one with Browse.", parent=target.parent)
        return ""

    def _finish(self, path: Path) -> None:
        options, made = self.options, self._shown.draft if self._shown is not None else None
        self.accept()
        self._export(path, options, made)

    @override
    def done(self, result: int) -> None:
        """Let go of the draft that is being made."""
        if self._job is not None and not self._job.done:
            self._job.cancel()
        super().done(result)

    @Slot()
    def _on_edited(self) -> None:
        self.problem.hide()
        set_invalid(self.path, "")


def _name(entry: Entry) -> str:
    return entry.name


def _size(entry: Entry) -> str:
    return size(entry.size)


def _words(entry: Entry) -> str:
    return entry.words


def _option(words: str, name: str, reason: str, hint: str) -> QCheckBox:
    """A tick; greyed with the reason where it cannot be had here."""
    made = QCheckBox(words, objectName=name, enabled=not reason)
    made.setToolTip(reason or hint)
    return made


def _reason_without_onnx() -> str:
    from engine.bundle import onnx_export

    words = onnx_export.missing()
    return tr("Install the extra `onnx`: {words}.", words=words) if words else ""


def _reason_without_signing() -> str:
    return "" if importlib.util.find_spec("cryptography") else tr("Install the extra `signing`.")
