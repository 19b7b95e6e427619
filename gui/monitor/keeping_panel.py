"""What of a monitor's events is kept and for how long, and where the event log is copied to; folded until wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from engine.errors import WorkbenchError
from gui import theme
from gui.parts.fields import DropLine
from gui.parts.fold import Fold
from gui.parts.labels import label
from gui.translation import tr

if TYPE_CHECKING:
    from engine.monitoring.sources.secret import Secret


class KeepingPanel(QWidget):
    """Two lines, as `monitor --keep-events` and `--events-to`; they take effect at the next start."""

    def __init__(self) -> None:
        super().__init__()
        self._secret: Secret | None = None
        self.keep = DropLine(name="monitor.keep_events", words=tr("Keep events for"), placeholder=tr("ever"))
        self.keep.setToolTip(tr("Delete older events along the way: 12h, 30d or 8w, or the oldest beyond 500MB or "
                                "50GB. What the monitor needs to go on, and what is still to be copied, stays. The "
                                "time machine begins after what was deleted."))
        self.copy_to = DropLine(name="monitor.events_to", words=tr("Copy the event log to"), placeholder=tr("nowhere"))
        self.copy_to.setToolTip(tr("Copy each prediction, label, drift, swap and error to a Redis stream: "
                                   "redis://localhost/0?stream=events. It catches up after an outage, and delays "
                                   "nothing. A password comes from the environment or the keyring; one that is typed "
                                   "here is kept nowhere."))
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.SMALL)
        for words, field in ((tr("Keep events"), self.keep), (tr("Copy to"), self.copy_to)):
            caption = label(words)
            caption.setBuddy(field)
            form.addRow(caption, field)
        self.fold = Fold(tr("Event Log"), inside, name="monitor.keeping.fold")
        outside = QVBoxLayout(self)
        outside.setContentsMargins(2, 0, 2, 0)
        outside.addWidget(self.fold)
        self.keep.textChanged.connect(self._say)
        self.copy_to.textChanged.connect(self._say)
        self.copy_to.editingFinished.connect(self._take_secret)
        self._say()

    @property
    def secret(self) -> Secret | None:
        """The password that was typed within the address."""
        return self._secret if self.copy_to.text().strip() else None

    @property
    def keeps(self) -> str:
        """For how long, as on the command line; nothing for ever."""
        return self.keep.text().strip()

    @property
    def copies_to(self) -> str:
        """The address of the copy, without a password."""
        self._take_secret()
        return self.copy_to.text().strip()

    def set_value(self, keeps: str, copies_to: str) -> None:
        """As it was written down."""
        self.keep.setText(keeps)
        self.copy_to.setText(copies_to)

    def check(self) -> None:
        """Refuse what cannot be; the line that holds it has the focus then."""
        from engine.monitoring.sources.url import copy_address
        from engine.online.retention import parse_retention

        lines = ((self.keep, self.keeps, parse_retention), (self.copy_to, self.copies_to, copy_address))
        for field, text, read in lines:
            try:
                if text:
                    read(text)
            except WorkbenchError:
                self.fold.set_open(True)
                field.setFocus()
                raise

    @Slot()
    def _take_secret(self) -> None:
        """A password does not stay where it can be read."""
        from engine.monitoring.sources.address import parse

        try:
            found = parse(self.copy_to.text().strip())
        except WorkbenchError:
            return
        if found.secret:
            self._secret = found.secret
            self.copy_to.setText(found.words)

    @Slot()
    def _say(self) -> None:
        kept = tr("for {time}", time=self.keeps) if self.keeps else tr("kept")
        self.fold.summary.setText(tr("{kept}, copied", kept=kept) if self.copy_to.text().strip() else kept)
