"""Where a live source is and how it is called, as a form and as an address: each says what the other does."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlencode

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from engine.errors import WorkbenchError
from gui import theme
from gui.dialogs.files import choose_file, choose_folder
from gui.dialogs.simulated_fields import SimulatedFields
from gui.parts.fields import Combo, DropLine
from gui.parts.labels import button, label
from gui.sentences import said_of
from gui.translation import later, tr

_KINDS = ((later("Redis stream"), "redis"), (later("PostgreSQL or TimescaleDB table"), "postgresql"),
          (later("File that grows"), "tail"), (later("Folder of files"), "folder"),
          (later("Simulator, no server needed"), "simulate"))
_SERVERS = ("redis", "postgresql")
_PORTS = {"redis": "6379", "postgresql": "5432"}


class SourceForm(QWidget):
    """*Signals*: `edited()` the address or the password is another one; `refused(str)` a typed address is none."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
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
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        for field in (self.host, self.port, self.database, self.main, self.labels, self.user, self.path, self.pattern,
                      self.more):
            field.textEdited.connect(self._write_address)
        self.simulated.edited.connect(self._write_address)
        self.address.editingFinished.connect(self.read_address)
        self.password.textEdited.connect(self.edited)
        self._on_kind()

    def set_address(self, address: str) -> None:
        """Show an address in all fields."""
        self.address.setText(address)
        self.read_address()

    def labels_elsewhere(self) -> str:
        """The address of another source that brings the labels; nothing where the same server has them."""
        written = self.labels.text().strip()
        return written if "://" in written and self.kind.currentData() != "simulate" else ""

    def forget(self) -> None:
        """No password stays; an address of labels may hold one too."""
        self.password.clear()
        self.labels.clear()

    def _lay_out(self) -> None:
        self.form = QFormLayout(self, fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(theme.MEDIUM)
        self.form.setVerticalSpacing(theme.SMALL)
        self._path_row = QWidget()
        beside = QHBoxLayout(self._path_row, spacing=theme.SMALL)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.path, 1)
        beside.addWidget(self.browse)
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

    @Slot()
    def _write_address(self) -> None:
        self.address.setText(self._written())
        self.edited.emit()

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

    def _labels_beside(self) -> str:
        """The stream or table of the same server that has them; nothing where the signals' own has."""
        return "" if self.labels_elsewhere() else self.labels.text().strip()

    def _database(self) -> str:
        return self.database.text().strip() or ("0" if self.kind.currentData() == "redis" else "")

    def _with_options(self, place: str, options: dict[str, str]) -> str:
        told = urlencode({name: value for name, value in options.items() if value}, safe="*,./:")
        more = self.more.text().strip().strip("&?")
        told = "&".join(part for part in (told, more) if part)
        return f"{place}?{told}" if told else place

    @Slot()
    def read_address(self) -> None:
        """Fill the form from an address that was typed or pasted; a password in it goes into its own field."""
        from engine.monitoring.sources.address import parse

        if self.address.text().strip() == self._written():
            return
        try:
            found = parse(self.address.text().strip())
        except WorkbenchError as error:
            self.refused.emit(said_of(error))
            return
        if found.kind not in {kind for _, kind in _KINDS}:
            self.refused.emit(tr("This is no live source; files are replayed from the Source list."))
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
        if "labels" in options or not self.labels_elsewhere():
            self.labels.setText(options.pop("labels", ""))
        self.pattern.setText(options.pop("pattern", ""))
        if found.kind == "simulate":
            self.simulated.take({name: options.pop(name) for name in ("drift", "rate", "seed") if name in options})
        self.more.setText(urlencode(options, safe="*,./:"))
        self.kind.setCurrentIndex(self.kind.findData(found.kind))
        self._write_address()

    def _browse(self) -> None:
        if self.kind.currentData() == "folder":
            choose_folder(self, tr("Folder to Watch"), self._take_path)
        else:
            choose_file(self, tr("File to Watch"), tr("Tables (*.csv *.tsv *.txt *.jsonl *.ndjson);;All files (*)"),
                        self._take_path)

    def _take_path(self, path: Path) -> None:
        self.path.setText(str(path))
        self._write_address()


def _line(name: str, words: str, placeholder: str) -> DropLine:
    return DropLine(name=name, words=words, placeholder=placeholder)
