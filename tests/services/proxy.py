"""A wire between a client and a server that a test can slow down, cut or let lie."""

from __future__ import annotations

import contextlib
import socket
import threading
import time


class Proxy:
    """Listens on `port` and passes everything on to another port of this machine; end it with `close`."""

    def __init__(self, target: int) -> None:
        self.delay = 0.0  # seconds that each packet waits
        self.lie = b""  # what the client hears instead of the server's answers
        self._target = target
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Break all connections; new ones may come."""
        for wire in self._open:
            with contextlib.suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()
        self._open = []

    def close(self) -> None:
        """End it."""
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                try:
                    server = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    client.close()
                    continue
                self._open += [client, server]
                for here, there, answers in ((client, server, False), (server, client, True)):
                    threading.Thread(target=self._pass, args=(here, there, answers), daemon=True).start()

    def _pass(self, here: socket.socket, there: socket.socket, answers: bool) -> None:
        """`answers`: this way go the server's answers. After a lie nothing more is heard on that wire."""
        with contextlib.suppress(OSError):
            while data := here.recv(1 << 16):
                time.sleep(self.delay)
                if answers and (lie := self.lie):
                    there.sendall(lie)
                    break
                there.sendall(data)
        for wire in (here, there):
            with contextlib.suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()
