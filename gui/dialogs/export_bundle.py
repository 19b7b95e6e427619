"""Exporting a model: what goes into the bundle, where it goes, and that it is proved before it is put there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from engine.progress import Progress
from engine.records import RunRecord
from gui import theme
from gui.dialogs.ask import ask
from gui.dialogs.files import choose_place
from gui.jobs import Jobs, Lane
from gui.parts.fields import set_invalid
from gui.parts.labels import button, label
from gui.parts.table import Column, RecordTable
from gui.parts.words import model_name, size
from gui.plots.series import run_label

SUFFIX = "apbundle"
_PROMISE = ("A bundle opens on any machine with this program. Before it is put into place it is read back, and its "
            "models score their canary rows in a process of their own.")
_WORDS = {
    "manifest.json": "What it is, and the hash of every other entry", "schema.json": "Features, their order and kinds",
    "metrics.json": "Scores with intervals, importances", "lineage.json": "What it was trained on, and from what",
    "canary.json": "Rows that it must score alike elsewhere", "README.md": "The model card, for people",
    "online.json": "State of the online learner", "manifest.sig": "Signature",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside a bundle."""

    name: str
    size: int

    @property
    def words(self) -> str:
        """What it is for."""
        return _WORDS.get(self.name, "The model, in its library's own format")


def entries_of(path: Path, *, progress: Progress) -> tuple[Entry, ...]:
    """What a model file holds; a job for the side lane."""
    from engine.bundle import archive, reading

    progress.report(0.0, "Reading the model")
    return tuple(Entry(name, len(data)) for name, data in archive.unpack(reading.read_file(path)).items())


class ExportDialog(QDialog):
    """`export` writes the bundle and is called once, with the chosen path; opened by `open()`, never run."""

    def __init__(self, run: RunRecord, parent: QWidget, *, jobs: Jobs, proposal: Path,
                 export: Callable[[Path], object]) -> None:
        super().__init__(parent, windowTitle=f"Export {run_label(run)}", objectName="dialog.export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._run, self._export = run, export
        self.path = QLineEdit(str(proposal), objectName="export.path")
        self.path.setAccessibleName("File to write")
        self.path.textEdited.connect(self._on_edited)
        self.browse = button("Browse…", self._browse, name="export.browse")
        self.onnx = QCheckBox("Also as ONNX", objectName="export.onnx", enabled=False)
        self.onnx.setToolTip("ONNX is not part of this version yet.")
        self.contents = RecordTable(
            (Column("name", "Entry", _name, width=150), Column("size", "Size", _size, number=True, width=76),
             Column("words", "What it is", _words)),
            key=_name, name="export.contents", words="Contents of the bundle",
        )
        self.problem = label(role="danger", wrap=True, name="export.problem")
        self.ok = button("Export", self._on_export, kind="primary", name="export.ok", icon_name="package")
        self.ok.setDefault(True)
        self._lay_out()
        self.resize(600, 470)
        self.ok.setFocus()
        self._job = jobs.start(Lane.SIDE, "export-contents", entries_of, Path(run.model_path), quiet=True)
        self._job.succeeded.connect(self._show_contents)

    @Slot(object)
    def _show_contents(self, entries: Sequence[Entry]) -> None:
        self.contents.set_records(entries)

    def _lay_out(self) -> None:
        run = self._run
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(run_label(run), font="title"))
        column.addWidget(label(f"{model_name(run.kind)} · {len(run.features)} features · {run.id}", role="muted"))
        column.addWidget(label(_PROMISE, wrap=True))
        column.addWidget(self.contents, 1)
        column.addWidget(self.onnx)
        row = QHBoxLayout(spacing=theme.SMALL)
        caption = label("File")
        caption.setBuddy(self.path)
        row.addWidget(caption)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.problem.hide()
        buttons = QHBoxLayout(spacing=theme.SMALL)
        buttons.addStretch()
        buttons.addWidget(button("Cancel", self.reject, name="export.cancel"))
        buttons.addWidget(self.ok)
        column.addLayout(buttons)

    def _browse(self) -> None:
        choose_place(self, "Export Model", f"AlphaPulse bundle (*.{SUFFIX})", self._take, proposal=self._target(),
                     suffix=SUFFIX)

    def _take(self, path: Path) -> None:
        self.path.setText(str(path))
        self._finish(path)  # the file dialog has asked before overwriting

    def _target(self) -> Path:
        path = Path(self.path.text().strip()).expanduser()
        return path if path.suffix or path.is_dir() else path.with_suffix(f".{SUFFIX}")

    def _on_export(self) -> None:
        problem = self._fault()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        set_invalid(self.path, problem)
        if problem:
            self.path.setFocus()
            return
        target = self._target()
        if target.exists():
            ask(self, "Replace the File?", f"{target.name} exists already and would be replaced.", yes="Replace",
                then=lambda: self._finish(target))
        else:
            self._finish(target)

    def _fault(self) -> str:
        if not self.path.text().strip():
            return "There is no file name. Give one, or press Browse."
        target = self._target()
        if target.is_dir():
            return f"{target} is a folder. Add a file name."
        if not target.parent.is_dir():
            return f"There is no folder {target.parent}. Choose one with Browse."
        return ""

    def _finish(self, path: Path) -> None:
        self.accept()
        self._export(path)

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
