"""What the analyst does with runs: promote, star, rename, delete and take back, export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from engine.errors import WorkbenchError
from engine.records import RunRecord
from gui.jobs import Job, Jobs, Lane
from gui.messages import Messages
from gui.parts.words import counted
from gui.session import Session
from gui.translation import tr
from gui.undo import Step, UndoStack

if TYPE_CHECKING:
    from engine.bundle.exporting import Draft, ExportOptions

_STEPS_BACK = 200  # more nobody remembers, and each keeps what it would bring back


class Library(QObject):
    """Changes to the runs of the workspace, each told to the user and undoable where it can be.

    *Signals*: `ensemble_wanted(tuple)` ids to put into the ensemble · `retrain_wanted(str)` an id to start from.
    """

    ensemble_wanted = Signal(object)
    retrain_wanted = Signal(str)
    report_wanted = Signal(object)

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages) -> None:
        super().__init__(session)
        self._session, self._jobs, self._messages = session, jobs, messages
        self.undo_stack = UndoStack(self)
        self.undo_stack.setUndoLimit(_STEPS_BACK)

    def reload(self) -> None:
        """Read the runs anew."""
        self._try(self._session.reload_runs)

    def promote(self, run_id: str, reason: str = "") -> bool:
        """Make a run the champion."""
        from engine.library import promotion

        def work() -> None:
            promotion.promote(self._session.workspace, run_id, reason)
            self._session.reload_runs()

        name = self.name(run_id)
        return self._try(work, tr("{name} is the champion now.", name=name), (tr("Roll Back"), self.roll_back))

    def roll_back(self) -> bool:
        """Bring back the champion before."""
        from engine.library import promotion

        def work() -> None:
            promotion.rollback(self._session.workspace)
            self._session.reload_runs()

        done = self._try(work)
        if done:
            champion = self._session.champion
            self._messages.good(tr("{name} is the champion again.", name=self.name(champion)) if champion
                                else tr("There is no champion any more."))
        return done

    def set_challenger(self, run_id: str | None) -> bool:
        """Make a run the challenger, or have none; Undo brings back who was it before."""
        before = self._session.challenger
        if not self._challenge(run_id):
            return False
        self.undo_stack.push(_Challenge(self, before, run_id))
        told = (tr("{name} is the challenger now.", name=self.name(run_id)) if run_id
                else tr("{name} is no challenger any more.", name=self.name(before)))
        self._messages.good(told, action=(tr("Undo"), self.undo_stack.undo))
        return True

    def _challenge(self, run_id: str | None) -> bool:
        from engine.library import promotion

        workspace = self._session.workspace

        def work() -> None:
            if run_id is not None:
                promotion.challenge(workspace, run_id)
            elif self._session.challenger is not None:
                promotion.withdraw(workspace)
            self._session.reload_runs()

        return self._try(work)

    def update(self, run_id: str, **values: Any) -> bool:
        """Rename, star, pin, tag or annotate a run; it can be undone."""
        run = self._session.run(run_id)
        before = {} if run is None else {name: getattr(run, name) for name in values}
        if not self._update(run_id, **values):
            return False
        if before:
            self.undo_stack.push(_Edit(self, run_id, before, values))
        return True

    def _update(self, run_id: str, **values: Any) -> bool:
        from engine.library import runs

        return self._try(lambda: self._session.replace_run(runs.update_run(self._session.workspace, run_id, **values)))

    def toggle_star(self, run: RunRecord) -> bool:
        """Star a run, or take its star away."""
        return self.update(run.id, starred=not run.starred)

    def delete(self, ids: Sequence[str]) -> bool:
        """Put runs into the trash; Undo brings them back."""
        gone = self._delete(ids)
        if not gone:
            return False
        self.undo_stack.push(_Deletion(self, gone))
        what = self.name(gone[0]) if len(gone) == 1 else counted(len(gone), "run")
        self._messages.info(tr("Deleted {what}.", what=what), action=(tr("Undo"), self.undo_stack.undo))
        return True

    def _delete(self, ids: Sequence[str]) -> tuple[str, ...]:
        from engine.library import trash

        gone = [run_id for run_id in ids if self._try(partial(trash.delete, self._session.workspace, run_id))]
        self._session.reload_runs()
        return tuple(gone)

    def discard(self, run_id: str) -> None:
        """Put a run that nobody wanted to keep into the trash, without a word; one that has become dear stays."""
        from engine.library import trash

        run = self._session.run(run_id)
        if run is not None and not run.starred and not run.note and run_id != self._session.champion:
            self._try(partial(trash.delete, self._session.workspace, run_id))

    def restore(self, ids: Sequence[str]) -> None:
        """Bring runs back from the trash, and say so."""
        from engine.library import trash

        back = [run_id for run_id in ids if self._try(partial(trash.restore, self._session.workspace, run_id))]
        self.reload()
        if back:
            self._messages.good(tr("Brought back {ids}.", ids=counted(len(back), "run")))

    def deleted(self) -> tuple[RunRecord, ...]:
        """What is in the trash, newest first."""
        from engine.library import runs

        return runs.list_runs(self._session.workspace, trash=True)

    def empty_trash(self) -> None:
        """Remove what was deleted for good."""
        from engine.library import trash

        self._try(partial(trash.empty, self._session.workspace))

    def report(self, ids: Sequence[str], path: Path) -> Job:
        """Write the report of runs in the background."""
        from engine.report.runs import write_report

        job = self._jobs.start(Lane.SIDE, "report", write_report, self._session.workspace, tuple(ids), path,
                               title=tr("Writing {name}", name=path.name))
        job.succeeded.connect(self._on_reported)
        return job

    @Slot(object)
    def _on_reported(self, path: Path) -> None:
        self._messages.good(tr("The report is in {path}.", path=path), action=(
            tr("Open"), partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))))

    def export(self, run_id: str, path: Path, options: ExportOptions | None = None, made: Draft | None = None) -> Job:
        """Write a bundle in the background: the draft that was looked at, or a new one."""
        from engine.bundle.exporting import save, write_bundle

        start = partial(self._jobs.start, Lane.ENGINE, "export", title=tr("Exporting {name}", name=self.name(run_id)))
        workspace = self._session.workspace
        job = start(write_bundle, workspace, run_id, path, options) if made is None else start(
            save, workspace, made, path)
        job.succeeded.connect(lambda _made: self._messages.good(tr("Exported to {path}.", path=path)))
        return job

    def name(self, run_id: str | None) -> str:
        """What a run is called."""
        run = self._session.run(run_id)
        return run.name if run is not None and run.name else str(run_id)

    def _try(self, work: Callable[[], object], done: str = "",
             action: tuple[str, Callable[[], object]] | None = None) -> bool:
        """Do something short; a refusal is told."""
        try:
            work()
        except WorkbenchError as error:
            self._messages.error(error)
            return False
        if done:
            self._messages.good(done, action=action)
        return True


class _Challenge(Step):
    """Another challenger, or none."""

    def __init__(self, library: Library, before: str | None, after: str | None) -> None:
        super().__init__(tr("Make Challenger") if after else tr("Withdraw Challenger"))
        self._library, self._before, self._after = library, before, after

    def again(self) -> None:
        """Do it again."""
        self._library._challenge(self._after)

    def back(self) -> None:
        """The one before, or none."""
        self._library._challenge(self._before)


class _Edit(Step):
    """Another name, star, pin, tags or note."""

    def __init__(self, library: Library, run_id: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        super().__init__(tr("Change {name}", name=library.name(run_id)))
        self._library, self._run, self._before, self._after = library, run_id, before, after

    def again(self) -> None:
        """Change it again."""
        self._library._update(self._run, **self._after)

    def back(self) -> None:
        """As it was."""
        self._library._update(self._run, **self._before)


class _Deletion(Step):
    """Runs that were put into the trash."""

    def __init__(self, library: Library, ids: tuple[str, ...]) -> None:
        super().__init__(tr("Delete {ids}", ids=counted(len(ids), 'Run')))
        self._library, self._ids = library, ids

    def again(self) -> None:
        """Delete again."""
        self._library._delete(self._ids)

    def back(self) -> None:
        """Bring back."""
        self._library.restore(self._ids)
