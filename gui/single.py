"""One window a workspace: a second start hands its file to the first window, which comes to the front."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 2000  # milliseconds for the first window to answer
_LONGEST = 65_536  # bytes of a message


def hand_over(workspace: Path, file: Path | None) -> bool:
    """Ask the window that has this workspace open to come forward; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(workspace))
    if not socket.waitForConnected(_PATIENCE):
        return False
    message = json.dumps({"file": str(file.absolute()) if file is not None else None})
    socket.write(message.encode() + b"\n")
    answered = socket.waitForBytesWritten(_PATIENCE) and socket.waitForReadyRead(_PATIENCE)
    return bool(answered) and bytes(socket.readAll().data()).startswith(b"ok")


class FirstWindow(QObject):
    """Listens for later starts. *Signals*: `called(file)` with the path that the other start was given, or None."""

    called = Signal(object)

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(_name(workspace))  # what a killed window left: nobody answered there
        self._server.listen(_name(workspace))

    def end(self) -> None:
        """Listen no longer."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            file = json.loads(bytes(socket.readLine().data())).get("file")
        except (ValueError, AttributeError):
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.called.emit(Path(file) if isinstance(file, str) else None)


def _name(workspace: Path) -> str:
    return "alphapulse-" + hashlib.sha256(str(workspace.absolute()).encode()).hexdigest()[:20]
