"""A live source: where it is, how it is called, whose password; tried before it is taken, the password kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from gui import theme
from gui.dialogs.files import choose_file, choose_folder
from gui.dialogs.simulated_fields import SimulatedFields
from gui.jobs import Job, Jobs, Lane
from gui.overrides import override
from gui.parts.fields import Combo, DropLine
from gui.parts.labels import button, label, set_role
from gui.sentences import said, said_of
from gui.translation import later, tr

if TYPE_CHECKING:
    from engine.monitoring.sources.probing import Probe
    from engine.monitoring.sources.secret import Secret

_KINDS = ((later("Redis stream"), "redis"), (later("PostgreSQL or TimescaleDB table"), "postgresql"),
          (later("File that grows"), "tail"), (later("Folder of files"), "folder"),
          (later("Simulator, no server needed"), "simulate"))
_SERVERS = ("redis", "postgresql")
_PORTS = {"redis": "6379", "postgresql": "5432"}
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
        self.kind = Combo(name="connect.kind", words=tr("Kind of source"))
        for words, kind in _KINDS:
            self.kind.addItem(tr(words), kind)
        self.host = _line("connect.host", tr("Server"), "localhost")
        self.port = _line("connect.port", tr("Port"), "6379")
        self.database = _line("connect.database", tr("Database"), "0")
        self.main = _line("connect.main", tr("Stream"), "signals")
        self.labels = _line("connect.labels", tr("Labels in"), tr("the same"))
        self.labels.setToolTip(tr("Another stream or table of the same server by its name, or another source by its "
                                  "address: redis://host/0?stream=labels, tail:///path…"))
        self.user = _line("connect.user", tr("User"), tr("not needed"))
        self.password = _line("connect.password", tr("Password"), tr("from the environment, .pgpass or the keyring"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.path = _line("connect.path", tr("File"), "")
        self.pattern = _line("connect.pattern", tr("Names"), "*.csv")
        self.more = _line("connect.more", tr("More options"), "from=now&id=trade_id")
        self.more.setToolTip(tr("As in an address: from=start|now, id=, time=, label=, label_time=, rr=, drop=A,B; "
                                "Redis: group=; PostgreSQL: every=, notify=, xid=, service=, sslmode=; "
                                "simulator: rows=, auc=, wins=, delay=."))
        self.keep = QCheckBox(tr("Keep the password in the system's keyring"), objectName="connect.keep")
        self.address = _line("connect.address", tr("Address"), "")
        self.browse = button(tr("Browse…"), self._browse, name="connect.browse")
        self.test = button(tr("Test"), self._on_test, icon_name="radio", name="connect.test")
        self.told = label(tr(_FIRST_WORDS), role="muted", wrap=True, name="connect.told")
        self.ok = button(tr("Connect"), self._on_connect, kind="primary", name="connect.ok")
        self.ok.setDefault(True)
        self._lay_out()
        self._connect()
        if address:
            self.address.setText(address)
            self._read_address()
        self._on_kind()
        self._ask_for_keyring()
        self.setMinimumWidth(460)
        self.resize(560, 0)

    # --- laying out

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("Connect a Live Source"), font="title"))
        self.form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setHorizontalSpacing(theme.MEDIUM)
        self.form.setVerticalSpacing(theme.SMALL)
        beside = QHBoxLayout(spacing=theme.SMALL)
        beside.addWidget(self.path, 1)
        beside.addWidget(self.browse)
        self._path_row = QWidget()
        beside.setContentsMargins(0, 0, 0, 0)
        self._path_row.setLayout(beside)
        rows = ((tr("Source"), self.kind), (tr("Server"), self.host), (tr("Port"), self.port),
                (tr("Database"), self.database), (tr("Stream"), self.main), (tr("Labels in"), self.labels),
                (tr("User"), self.user), (tr("Password"), self.password), (tr("File"), self._path_row),
                (tr("Names"), self.pattern), (tr("More options"), self.more), (tr("Address"), self.address))
        for words, field in rows:
            caption = label(words)
            caption.setBuddy(field)
            self.form.addRow(caption, field)
        self.form.insertRow(8, "", self.keep)
        self.simulated = SimulatedFields(self.form, self, before=self.more)
        column.addLayout(self.form)
        column.addWidget(self.told)
        buttons = QHBoxLayout(spacing=theme.SMALL)
        buttons.addWidget(self.test)
        buttons.addStretch()
        buttons.addWidget(button(tr("Cancel"), self.reject, name="connect.cancel"))
        buttons.addWidget(self.ok)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        for field in (self.host, self.port, self.database, self.main, self.labels, self.user, self.path, self.pattern,
                      self.more):
            field.textEdited.connect(self._write_address)
        self.simulated.edited.connect(self._write_address)
        self.address.editingFinished.connect(self._read_address)
        self.password.textEdited.connect(self._forget_trial)

    # --- the form and the address say the same

    @Slot()
    def _on_kind(self) -> None:
        kind = self.kind.currentData()
        server, table = kind in _SERVERS, kind == "postgresql"
        for field in (self.host, self.port, self.database, self.main, self.user, self.password, self.keep):
            self.form.setRowVisible(field, server)
        made_up = kind == "simulate"
        self.form.setRowVisible(self._path_row, not server and not made_up)
        self.form.setRowVisible(self.labels, not made_up)
        self.simulated.set_visible(made_up)
        self.form.setRowVisible(self.pattern, kind == "folder")
        self.port.setPlaceholderText(_PORTS.get(kind, ""))
        self.database.setPlaceholderText("trading" if table else "0")
        for field, words in ((self.main, tr("Table") if table else tr("Stream")),
                             (self._path_row, tr("Folder") if kind == "folder" else tr("File"))):
            self.form.labelForField(field).setText(words)
        self.main.setAccessibleName(tr("Table") if table else tr("Stream"))
        self._write_address()
        self.adjustSize()

    @Slot()
    def _write_address(self) -> None:
        self.address.setText(self._written())
        self._forget_trial()

    def _written(self) -> str:
        kind = self.kind.currentData()
        if kind == "simulate":
            return self._with_options("simulate://", self.simulated.options())
        if kind not in _SERVERS:
            options = {"pattern": self.pattern.text().strip()} if kind == "folder" else {}
            return self._with_options(f"{kind}://{quote(self.path.text().strip())}", options)
        user = f"{quote(self.user.text().strip())}@" if self.user.text().strip() else ""
        host, port = self.host.text().strip() or "localhost", self.port.text().strip()
        place = f"{kind}://{user}{host}{f':{port}' if port else ''}/{quote(self._database())}"
        main = "stream" if kind == "redis" else "table"
        return self._with_options(place, {main: self.main.text().strip() or "signals", "labels": self._labels_beside()})

    def _labels_elsewhere(self) -> str:
        """The address of another source that brings the labels; nothing where the same server has them."""
        written = self.labels.text().strip()
        return written if "://" in written and self.kind.currentData() != "simulate" else ""

    def _labels_beside(self) -> str:
        """The stream or table of the same server that has them; nothing where the signals' own has."""
        return "" if self._labels_elsewhere() else self.labels.text().strip()

    def _database(self) -> str:
        return self.database.text().strip() or ("0" if self.kind.currentData() == "redis" else "")

    def _with_options(self, place: str, options: dict[str, str]) -> str:
        told = urlencode({name: value for name, value in options.items() if value}, safe="*,./:")
        more = self.more.text().strip().strip("&?")
        told = "&".join(part for part in (told, more) if part)
        return f"{place}?{told}" if told else place

    @Slot()
    def _read_address(self) -> None:
        """Fill the form from an address that was typed or pasted; a password in it goes into its own field."""
        from engine.monitoring.sources.address import parse

        if self.address.text().strip() == self._written():
            return
        try:
            found = parse(self.address.text().strip())
        except WorkbenchError as error:
            self._say(said_of(error), "danger")
            return
        if found.kind not in {kind for _, kind in _KINDS}:
            self._say(tr("This is no live source; files are replayed from the Source list."), "danger")
            return
        if found.secret:
            self.password.setText(found.secret.reveal())
        options = dict(found.options)
        self.host.setText(found.host)
        self.port.setText(str(found.port) if found.port and str(found.port) != _PORTS.get(found.kind) else "")
        self.database.setText(found.database)
        self.user.setText(found.user)
        self.path.setText(found.path)
        self.main.setText(options.pop("stream", options.pop("table", "")))
        if "labels" in options or not self._labels_elsewhere():
            self.labels.setText(options.pop("labels", ""))
        self.pattern.setText(options.pop("pattern", ""))
        if found.kind == "simulate":
            self.simulated.take({name: options.pop(name) for name in ("drift", "rate", "seed") if name in options})
        self.more.setText(urlencode(options, safe="*,./:"))
        self.kind.setCurrentIndex(self.kind.findData(found.kind))
        self._write_address()

    # --- trying and taking

    @Slot()
    def _on_test(self) -> None:
        from engine.monitoring.sources.probing import probe

        self._say(tr("Connecting…"), "muted")
        self.test.setEnabled(False)
        self._job = self._jobs.start(Lane.SIDE, "connect-test", probe, self.address.text().strip(),
                                     labels=self._labels_elsewhere(), schema=self._schema, secret=self._secret(),
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
        if not isinstance(error, WorkbenchError):
            raise error
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

        self._read_address()
        try:
            found = parse(self.address.text().strip())
            labels = parse(self._labels_elsewhere()) if self._labels_elsewhere() else None
            if labels is not None and not labels.live:
                raise WorkbenchError(tr("Labels cannot come from a file that is replayed."), code="bad-source",
                                     remedy=tr("Watch it as it grows: tail:///path."))
        except WorkbenchError as error:
            self._say(said_of(error), "danger")
            return
        secret = self._secret()
        if secret and self.keep.isChecked() and self.keep.isEnabled():
            into_keyring(found.account, secret)
        self.accept()
        self._take(Connection(found.words, secret, *((labels.words, labels.secret) if labels is not None else ())))

    def _secret(self) -> Secret | None:
        from engine.monitoring.sources.secret import Secret

        return Secret(self.password.text()) if self.password.text() else None

    def _ask_for_keyring(self) -> None:
        self.keep.setEnabled(False)
        job = self._jobs.start(Lane.SIDE, "connect-keyring", _keyring, quiet=True)
        job.succeeded.connect(self._show_keyring)

    @Slot(object)
    def _show_keyring(self, found: tuple[bool, str]) -> None:
        there, words = found
        self.keep.setEnabled(there)
        self.keep.setToolTip(said(words))

    @Slot()
    def _forget_trial(self) -> None:
        self._say(tr(_FIRST_WORDS), "muted")

    def _say(self, words: str, role: str) -> None:
        self.told.setText(words)
        self.told.setMinimumHeight(self.told.heightForWidth(self.told.width()))  # a dialog does not ask by itself
        set_role(self.told, role)

    def _browse(self) -> None:
        if self.kind.currentData() == "folder":
            choose_folder(self, tr("Folder to Watch"), self._take_path)
        else:
            choose_file(self, tr("File to Watch"), tr("Tables (*.csv *.tsv *.txt *.jsonl *.ndjson);;All files (*)"),
                        self._take_path)

    def _take_path(self, path: Path) -> None:
        self.path.setText(str(path))
        self._write_address()

    @override
    def done(self, result: int) -> None:
        """Let a trial go; the password goes with the dialog."""
        if self._job is not None and not self._job.done:
            self._job.cancel()
        self.password.clear()
        self.labels.clear()  # an address in it may hold one too
        super().done(result)


def _keyring(*, progress: object) -> tuple[bool, str]:
    from engine.monitoring.sources.secret import keyring_words

    return keyring_words()


def _line(name: str, words: str, placeholder: str) -> DropLine:
    return DropLine(name=name, words=words, placeholder=placeholder)
