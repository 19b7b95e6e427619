"""What the user is told: messages with a place and a remedy, and where they go."""

from __future__ import annotations

import enum
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from engine.errors import Cancelled, WorkbenchError
from gui.sentences import place_said, said


class Tone(enum.Enum):
    """How a message sounds."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Message:
    """One thing to tell; `action` is a button (words, callable), `seconds` > 0 lets it go by itself."""

    tone: Tone
    what: str
    where: str = ""
    remedy: str = ""
    details: str = ""
    action: tuple[str, Callable[[], object]] | None = None
    seconds: float = 0.0

    @property
    def text(self) -> str:
        """The message as one line."""
        place = f"{self.where}: " if self.where else ""
        return " ".join(part for part in (f"{place}{self.what}", self.remedy) if part)


class Messages(QObject):
    """Where every room sends its messages; the strip and the tests listen.

    *Signals*: `posted(Message)`, `retracted(Message)`, `dismissed()`.
    """

    posted = Signal(object)
    retracted = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: list[Message] = []

    def post(self, message: Message) -> None:
        """Tell the user."""
        message = replace(message, what=said(message.what), where=place_said(message.where),
                          remedy=said(message.remedy), details="\n".join(map(said, message.details.split("\n"))))
        self.history = [*self.history[-199:], message]
        self.posted.emit(message)

    def info(self, what: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """A sentence that needs no answer."""
        self.post(Message(Tone.INFO, what, action=action, seconds=8.0))

    def good(self, what: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Something succeeded."""
        self.post(Message(Tone.GOOD, what, action=action, seconds=8.0))

    def warn(self, what: str, *, where: str = "", remedy: str = "") -> None:
        """Something to look at; it stays."""
        self.post(Message(Tone.WARNING, what, where, remedy))

    def error(self, error: WorkbenchError) -> None:
        """Something that the analyst can put right; it stays."""
        cause = error.__cause__
        details = "".join(traceback.format_exception(cause)) if cause is not None else ""
        self.post(Message(Tone.ERROR, error.what, error.where, error.remedy, details))

    def tell(self, error: BaseException) -> bool:
        """Handle an expected ending; False when it is neither the analyst's fault nor wish."""
        if isinstance(error, WorkbenchError):
            self.error(error)
            return True
        return isinstance(error, Cancelled)

    def retract(self, message: Message) -> None:
        """This does not hold any more; another message that is shown by now stays."""
        self.retracted.emit(message)

    def dismiss(self) -> None:
        """Take the shown message away."""
        self.dismissed.emit()
