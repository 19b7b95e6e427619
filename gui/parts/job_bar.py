"""Running jobs in the status bar, each with its progress, the time that is left, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from gui import theme
from gui.jobs import Job, Jobs, JobState
from gui.parts.labels import label, tool_button
from gui.parts.words import seconds_left
from gui.translation import tr, written


class JobBar(QWidget):
    """One row a job, side by side; empty while nothing runs."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(objectName="main.jobs")
        self.setAccessibleName(tr("Running jobs: none"))
        self._jobs = jobs
        self._rows: dict[Job, _JobRow] = {}
        self._row = QHBoxLayout(self, spacing=theme.LARGE)
        self._row.setContentsMargins(0, 0, 0, 0)
        jobs.changed.connect(self._rebuild)
        jobs.progressed.connect(self._show_progress)

    @Slot()
    def _rebuild(self) -> None:
        active = self._jobs.shown
        for job in [job for job in self._rows if job not in active]:
            row = self._rows.pop(job)
            self._row.removeWidget(row)
            row.hide()
            row.deleteLater()
        for job in active:
            if job not in self._rows:
                self._rows[job] = _JobRow(job)
                self._row.addWidget(self._rows[job])
        self.setAccessibleName(tr("Running jobs: ") + (", ".join(job.title for job in active) or "none"))

    @Slot(object)
    def _show_progress(self, job: Job) -> None:
        if job in self._rows:
            self._rows[job].refresh()


class _JobRow(QWidget):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._words = label(job.title, font="small", role="muted")
        self._bar = QProgressBar(textVisible=False, maximum=1000)
        self._bar.setFixedWidth(90)
        self._bar.setAccessibleName(tr("Progress of {title}", title=job.title))
        self.cancel = tool_button("x", tr("Cancel {title}", title=job.title), self._cancel, name="main.jobs.cancel")
        row = QHBoxLayout(self, spacing=theme.SMALL)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self.cancel):
            row.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest point."""
        job = self._job
        if job.cancel_requested:
            state = tr("cancelling…")
        elif job.point is None:
            state = tr("waiting…") if job.state is JobState.WAITING else ""
        else:
            share = written(job.point.fraction, ".0%") if job.point.fraction else ""
            state = seconds_left(job.point.seconds_left) or share
        self._words.setText(f"{job.title} · {state}" if state else job.title)
        self._bar.setVisible(job.point is None or job.point.fraction > 0.0)  # what has no end shows none
        self._bar.setRange(0, 1000 if job.point is not None else 0)
        self._bar.setValue(round(1000 * job.point.fraction) if job.point is not None else 0)

    def _cancel(self) -> None:
        self._job.cancel()
        self.cancel.setEnabled(False)
        self.refresh()
