"""Builds the tabs that nobody has looked at yet, piece by piece while nothing else is to do."""

from __future__ import annotations

import importlib
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.progress import Progress
from gui.jobs import Lane
from gui.parts import ahead
from gui.tabs import TABS, place
from gui.translation import tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_PAUSE = 5  # milliseconds between two pieces: what the user does comes first
_MODULES = ("numpy", "pyqtgraph", "gui.training.results", *(spec.module for spec in TABS),
            "engine.monitoring.sources.address")  # what is open is written down by it


def load_charts(*, progress: Progress) -> None:
    """Import what draws and the rooms that use it, beside the window."""
    for number, name in enumerate(_MODULES):
        progress.report(number / len(_MODULES), tr("loading {name}", name=name))
        importlib.import_module(name)


class Builder(QObject):
    """Imports in the background, then a piece at a time: the parts of a tab, and the tab that takes them.

    *Signals*: `built()` once everything is.
    """

    built = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pieces: deque[Callable[[], object]] = deque()
        self._rest: deque[Callable[[], object]] = deque()  # of the pieces that are done
        self._wanted = 0
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._next)
        window.closed.connect(self._end)

    def begin(self) -> None:
        """Load, then build; until then the Training tab shows runs without their charts."""
        self._window.tab(TABS[0].name).waits = True
        job = self._window.jobs.start(Lane.SIDE, "charts", load_charts, quiet=True)
        job.finished.connect(self._on_loaded)

    def turn(self, number: int) -> None:
        """Bring a tab to the front once it is built, unless the user has chosen another one by then."""
        self._wanted = number

    @Slot()
    def _on_loaded(self) -> None:
        if not self._window.jobs.closed:
            self._pieces.extend(self._plan())
            self._timer.start()

    def _plan(self) -> Iterator[Callable[[], object]]:
        """What is in front first: the results where there are runs, the tab that was open at the last end."""
        window = self._window
        results = [*(partial(ahead.make, kind) for kind in importlib.import_module("gui.training.plots_panel").PARTS),
                   window.tab(TABS[0].name).build_all]
        others = [spec for spec in TABS[1:] if spec.name not in window.built]
        others.sort(key=lambda spec: place(spec.name) != self._wanted)
        yield from results if not self._wanted else ()
        for spec in others:
            for kind in importlib.import_module(spec.module).PARTS:
                yield partial(ahead.make, kind)
            yield partial(window.tab, spec.name)
            if place(spec.name) == self._wanted:
                yield self._turn
        yield from results if self._wanted else ()
        yield self._finish

    @Slot()
    def _next(self) -> None:
        if self._rest:
            self._rest.popleft()()
        elif self._pieces:
            with ahead.piece_by_piece() as rest:
                self._pieces.popleft()()
            self._rest.extend(rest)
        else:
            self._timer.stop()

    def _turn(self) -> None:
        if self._window.tabs.currentIndex() == 0:
            self._window.tabs.setCurrentIndex(self._wanted)

    def _finish(self) -> None:
        self._window.build_all()
        self._window.layout_memory.restore_parts(self._window)
        self.built.emit()

    @Slot()
    def _end(self) -> None:
        """No new piece; what was begun is made whole, so that all that there is goes with the window."""
        self._timer.stop()
        self._pieces.clear()
        while self._rest:
            self._rest.popleft()()
        ahead.clear()
