"""A live source: where it is, how it is called, whose password; tried before it is taken, the password kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from gui import theme
from gui.dialogs.connect_form import SourceForm
from gui.jobs import Job, Jobs, Lane
from gui.overrides import override
from gui.parts.labels import button, label, set_role
from gui.sentences import said, said_of
from gui.translation import later, tr

if TYPE_CHECKING:
    from engine.monitoring.sources.probing import Probe
    from engine.monitoring.sources.secret import Secret

_FIRST_WORDS = later("Test tries it without taking anything.")


@dataclass(frozen=True, slots=True)
class Connection:
    """What was chosen; `labels` is where those come from where it is another source. No address holds a password."""

    address: str
    secret: Secret | None = None
    labels: str = ""
    labels_secret: Secret | None = None


class ConnectDialog(QDialog):
    """A form that writes an address, or takes one that is pasted; `take(Connection)` is called once, on Connect.

    `schema` is the champion's, whose features the source should bring.
    """

    def __init__(self, parent: QWidget, *, jobs: Jobs, take: Callable[[Connection], object], address: str = "",
                 schema: FeatureSchema | None = None) -> None:
        super().__init__(parent, windowTitle=tr("Connect a Live Source"), objectName="dialog.connect")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._take, self._schema = jobs, take, schema
        self._job: Job | None = None
        self.form = SourceForm()
        self.test = button(tr("Test"), self._on_test, icon_name="radio", name="connect.test")
        self.told = label(tr(_FIRST_WORDS), role="muted", wrap=True, name="connect.told")
        self.ok = button(tr("Connect"), self._on_connect, kind="primary", name="connect.ok")
        self.ok.setDefault(True)
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.refused.connect(self._on_refused)
        self.form.kind.currentIndexChanged.connect(self.adjustSize)  # other kinds have other rows
        if address:
            self.form.set_address(address)
        self._ask_for_keyring()
        self.setMinimumWidth(460)
        self.resize(560, 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("Connect a Live Source"), font="title"))
        column.addWidget(self.form)
        column.addWidget(self.told)
        buttons = QHBoxLayout(spacing=theme.SMALL)
        buttons.addWidget(self.test)
        buttons.addStretch()
        buttons.addWidget(button(tr("Cancel"), self.reject, name="connect.cancel"))
        buttons.addWidget(self.ok)
        column.addLayout(buttons)

    # --- trying and taking

    @Slot()
    def _on_test(self) -> None:
        from engine.monitoring.sources.probing import probe

        self._say(tr("Connecting…"), "muted")
        self.test.setEnabled(False)
        self._job = self._jobs.start(Lane.SIDE, "connect-test", probe, self.form.address.text().strip(),
                                     labels=self.form.labels_elsewhere(), schema=self._schema, secret=self._secret(),
                                     quiet=True)
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._show_failure)

    @Slot(object)
    def _show(self, found: Probe) -> None:
        self._tried(self.ok)
        lines = list(map(said, (found.words, *found.facts, found.remedy)))
        self._say("\n".join(line for line in lines if line), "positive" if found.works else "danger")
        self.adjustSize()

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self._tried(self.test)
        self._say(said_of(error), "danger")

    def _tried(self, next_: QPushButton) -> None:
        """The button gave its focus away while it was off, to Cancel, which is the last thing that Enter should be."""
        self.test.setEnabled(True)
        if isinstance(self.focusWidget(), QPushButton):
            next_.setFocus()

    @Slot()
    def _on_connect(self) -> None:
        from engine.monitoring.sources.address import parse
        from engine.monitoring.sources.secret import into_keyring

        self.form.read_address()
        try:
            found = parse(self.form.address.text().strip())
            labels = parse(self.form.labels_elsewhere()) if self.form.labels_elsewhere() else None
            if labels is not None and not labels.live:
                raise WorkbenchError(tr("Labels cannot come from a file that is replayed."), code="bad-source",
                                     remedy=tr("Watch it as it grows: tail:///path."))
        except WorkbenchError as error:
            self._say(said_of(error), "danger")
            return
        secret = self._secret()
        if secret and self.form.keep.isChecked() and self.form.keep.isEnabled():
            into_keyring(found.account, secret)
        self.accept()
        self._take(Connection(found.words, secret, *((labels.words, labels.secret) if labels is not None else ())))

    def _secret(self) -> Secret | None:
        from engine.monitoring.sources.secret import Secret

        return Secret(self.form.password.text()) if self.form.password.text() else None

    def _ask_for_keyring(self) -> None:
        self.form.keep.setEnabled(False)
        job = self._jobs.start(Lane.SIDE, "connect-keyring", _keyring, quiet=True)
        job.succeeded.connect(self._show_keyring)

    @Slot(object)
    def _show_keyring(self, found: tuple[bool, str]) -> None:
        there, words = found
        self.form.keep.setEnabled(there)
        self.form.keep.setToolTip(said(words))

    @Slot()
    def _on_edited(self) -> None:
        """Another source, of which nothing is known yet."""
        self._say(tr(_FIRST_WORDS), "muted")

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self._say(words, "danger")

    def _say(self, words: str, role: str) -> None:
        self.told.setText(words)
        self.told.setMinimumHeight(self.told.heightForWidth(self.told.width()))  # a dialog does not ask by itself
        set_role(self.told, role)

    @override
    def done(self, result: int) -> None:
        """Let a trial go; the password goes with the dialog."""
        if self._job is not None and not self._job.done:
            self._job.cancel()
        self.form.forget()
        super().done(result)


def _keyring(*, progress: object) -> tuple[bool, str]:
    from engine.monitoring.sources.secret import keyring_words

    return keyring_words()
