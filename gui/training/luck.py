"""The account of luck of the runs, made in the background: how far above what luck alone would have found they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from engine.library import accounting
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import LuckAccount, RunRecord
from gui.jobs import Jobs, Lane
from gui.sentences import said
from gui.session import Session
from gui.translation import localized, tr

_SLOT = "training-luck"


def account_for(ids: Sequence[str], workspace: Workspace, *, progress: Progress) -> dict[str, LuckAccount]:
    """The accounts of these runs, by run."""
    progress.report(0.0, tr("Counting the looks"))
    return accounting.accounts_of_runs(workspace, ids)


class Accountant(QObject):
    """*Signals*: `found()` after the accounts have changed."""

    found = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._asked: tuple[str, ...] = ()
        self.accounts: dict[str, LuckAccount] = {}

    def want(self, runs: Sequence[RunRecord]) -> None:
        """Account for these runs, unless that has been asked for last."""
        ids = tuple(run.id for run in runs if run.scores is not None)
        if ids == self._asked:
            return
        self._asked = ids
        job = self._jobs.start(Lane.SIDE, _SLOT, account_for, ids, self._session.workspace, quiet=True)
        job.succeeded.connect(self._on_found)

    def accounts_of(self, run: str) -> LuckAccount | None:
        """The account of a run, once it is made."""
        return self.accounts.get(run)

    def look_again(self) -> None:
        """There are looks that no run tells of."""
        self._asked = ()
        self.want(self._session.runs)

    @Slot(object)
    def _on_found(self, accounts: dict[str, LuckAccount]) -> None:
        self.accounts = accounts
        self.found.emit()


def short(account: LuckAccount | None) -> str:
    """The deflated score for a table."""
    return "" if account is None else localized(f"{account.deflated:.2f}")


def sentence(account: LuckAccount | None) -> str:
    """What stands beside the verdict; the rest is its tooltip."""
    return "" if account is None else said(accounting.verdict(account))
