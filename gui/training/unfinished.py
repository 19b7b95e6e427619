"""A training or a search that a kill or a power cut ended: offered again, to be gone on with or to be given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.library.store import Workspace
from engine.progress import Progress
from gui import theme
from gui.jobs import Jobs, Lane
from gui.opening import Opener
from gui.parts.labels import button, label
from gui.sentences import said
from gui.session import Session
from gui.translation import tr

if TYPE_CHECKING:
    from engine.training.checkpoint import Checkpoint
    from engine.training.tuning.studies import Unfinished

_SLOT = "training-unfinished"


class UnfinishedCard(QWidget):
    """Hidden while there is nothing to offer; `resume(checkpoint)` is called once its file is open."""

    def __init__(self, *, session: Session, jobs: Jobs, opener: Opener,
                 resume: Callable[[Checkpoint | Unfinished], object], say: Callable[[str], object]) -> None:
        super().__init__(objectName="training.unfinished", visible=False)
        self._session, self._jobs, self._opener, self._on_ready, self._say = session, jobs, opener, resume, say
        self._looked = self._waiting = False
        self.offer: Checkpoint | Unfinished | None = None
        self.words = label(font="small", wrap=True, name="training.unfinished.words")
        self.resume = button(tr("Resume"), self._on_resume, name="training.unfinished.resume",
                             hint=tr("Go on from the finished blocks, to the same result"))
        self.discard = button(tr("Discard"), self._on_discard, name="training.unfinished.discard",
                              hint=tr("Give the finished blocks up"))
        card = QFrame()
        card.setProperty("level", "info")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.SMALL)
        outer.addWidget(card)
        column = QVBoxLayout(card, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        column.addWidget(self.words)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addStretch()
        row.addWidget(self.discard)
        row.addWidget(self.resume)
        column.addLayout(row)
        opener.opened.connect(self._on_opened)
        opener.refused.connect(self._on_refused)

    def look_once(self) -> None:
        """Look for an unfinished training, the first time that the workspace is open."""
        if not self._looked and self._session.is_open:
            self._looked = True
            self.look()

    def look(self) -> None:
        """Look for an unfinished training."""
        job = self._jobs.start(Lane.SIDE, _SLOT, _find, self._session.workspace, quiet=True)
        job.succeeded.connect(self._on_found)

    @Slot(object)
    def _on_found(self, found: tuple[Checkpoint | Unfinished, ...]) -> None:
        self.offer = found[0] if found else None
        self.setVisible(bool(found))
        if self.offer is not None:
            self.words.setText(said(self.offer.words))
            self.setAccessibleName(said(self.offer.words))

    def take_up(self) -> None:
        """Go on with what is offered; say so where there is nothing."""
        if self.offer is None or self.isHidden():
            self._say(tr("There is no unfinished training."))
        else:
            self._on_resume()

    def _on_resume(self) -> None:
        if self.offer is not None and not self._waiting and not self._ready():
            self._waiting = True
            self._opener.open(self.offer.source, self.offer.roles)

    def _ready(self) -> bool:
        """Go on when the file is the one that was trained on."""
        table, offer = self._session.data, self.offer
        if table is None or offer is None or table.fingerprint != offer.fingerprint:
            return False
        self.hide()
        self._on_ready(offer)
        return True

    @Slot()
    def _on_opened(self) -> None:
        if self._waiting and not self._ready():
            self.words.setText(tr("The file has changed since: the unfinished training cannot be gone on with."))
            self.resume.hide()
        self._waiting = False

    @Slot()
    def _on_refused(self) -> None:
        self._waiting = False

    def _on_discard(self) -> None:
        if self.offer is not None:
            job = self._jobs.start(Lane.SIDE, _SLOT, _discard, self._session.workspace, self.offer.id, quiet=True)
            job.succeeded.connect(self._on_found)


def _find(workspace: Workspace, *, progress: Progress) -> tuple[Checkpoint | Unfinished, ...]:
    """Trainings and searches, the newest first."""
    from engine.training import checkpoint
    from engine.training.tuning import studies

    progress.check()
    found = (*checkpoint.OFFERS.of(workspace), *studies.OFFERS.of(workspace))
    return tuple(sorted(found, key=lambda each: each.created, reverse=True))


def _discard(workspace: Workspace, id: str, *, progress: Progress) -> tuple[Checkpoint | Unfinished, ...]:
    from engine.training import checkpoint
    from engine.training.tuning import studies

    searched = any(each.id == id for each in studies.OFFERS.of(workspace))
    (studies if searched else checkpoint).OFFERS.discard(workspace, id)
    return _find(workspace, progress=progress)
