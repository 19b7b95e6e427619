"""Making the compiled loops ready: by a process of its own where they have never been made on this machine.

A compiler that is torn off takes its program down, one that is waited for holds it at its end, and in a window's
process it takes turns with the window. The process beside fills the folder in which machine code is kept; this one
loads it from there, a fraction of a second. Where the program ends first, the other goes on alone and the next start
finds its work. `python -m engine.online.preparing` is that process; it makes the loops of the forests too.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable

import numpy as np

from engine.models import flat_scorer, flat_shap
from engine.online import loops
from engine.online.drift import DriftWatch
from engine.online.kernels import LABEL, SIGNAL
from engine.online.options import Blending, Detector, LearnerOptions
from engine.online.prequential import Events, Prequential, Signals
from engine.online.ripening import Arrived

_LOOK = 0.1  # seconds between looks at the process
_FORESTS, _FORESTS_TOO = (flat_scorer.MACHINE, flat_shap.MACHINE), "forests"
_beside = threading.Lock()
_warming: threading.Thread | None = None


def warm_up(told: Callable[[], None] = lambda: None) -> None:
    """Compile the loops, or load them from where they are kept: seconds once a machine, then a fraction of one.

    `told` is called while a process makes them; what it raises comes out, and the process goes on alone.
    """
    if loops.ready():
        return
    if not loops.kept():
        _made_beside(told, loops.kept)
    _load()
    loops.remember()


def under_way() -> bool:
    """Whether something is made ready beside this program's work."""
    return (_warming is not None and _warming.is_alive()) or any(each.under_way for each in _FORESTS)


def warm_up_beside(*, forests: bool = False) -> None:
    """Make the loops ready in a thread of its own; until then the plain ones serve, with the same numbers.

    With `forests` what scores single rows is made ready after them: two that load at once take turns with the window.
    """
    global _warming
    with _beside:
        if loops.ready() or (_warming is not None and _warming.is_alive()):
            return
        # Not a daemon: loading machine code must not be torn off. It ends as soon as the program does.
        _warming = threading.Thread(target=_warm_up_while_wanted, args=[forests], name="warm-up")
        _warming.start()


class _ProgramEndsError(Exception):
    """Nobody waits for the loops any more."""


def _warm_up_while_wanted(forests: bool) -> None:
    main = threading.main_thread()

    def told() -> None:
        if not main.is_alive():
            raise _ProgramEndsError

    with contextlib.suppress(_ProgramEndsError):
        if forests and loops.kept() and not loops.kept(_FORESTS_TOO):
            _made_beside(told)
        warm_up(told)
        if forests:
            told()
            flat_scorer.MACHINE.prepare()


def _made_beside(told: Callable[[], None], enough: Callable[[], bool] = lambda: False) -> None:
    """Wait for a process that fills the folder; where there can be none, or it fails, this one compiles."""
    if getattr(sys, "frozen", False) or not loops.keeps():
        return
    try:
        process = _begin()
    except OSError:
        return
    while process.poll() is None and not enough():
        told()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK)
    if process.returncode is None:  # it goes on with what nobody here waits for
        threading.Thread(target=process.wait, name="preparing", daemon=True).start()


def _begin() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "engine.online.preparing"], stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _load() -> None:
    """Call every loop once with the types that it will be called with."""
    op = np.asarray([SIGNAL, LABEL], dtype=np.int8)
    events = Events(op, np.zeros(2, dtype=np.int64), np.ones(2, dtype=np.int8), np.zeros(2, dtype=np.int64))
    one, single = np.ones(1, dtype=np.int64), np.zeros((1, 1))
    with loops.compiling():
        core = Prequential(("x",), LearnerOptions(window=50), champion=False)
        core.run(events, Signals.empty(1, 1))
        core.set_blend(blending=Blending.ROLLING)
        for kind in Detector:
            watch = DriftWatch(LearnerOptions(detector=kind), champion=True)
            watch.feed(Arrived.at_once(np.full(1, 0.5), np.ones(1, dtype=np.int8)), 1)
        loops.best().distance_pass(single, one, single, one, np.empty(1))


def _make_all() -> None:
    """Compile everything, what is waited for first."""
    _load()
    loops.remember()
    for each in _FORESTS:
        each.prepare()
    loops.remember(_FORESTS_TOO)


if __name__ == "__main__":
    _make_all()
