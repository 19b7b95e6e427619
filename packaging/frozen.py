"""The frozen program: the window, or the command line when the first word is one of its verbs.

Its own child processes (the guard that tries foreign models, scoring elsewhere) are started as `PROGRAM -m MODULE`
and `PROGRAM -c CODE`, as with a plain Python, so it answers those two as Python does.
"""

import multiprocessing
import os
import runpy
import sys


def main() -> int:
    """Tell who is asked for; `freeze_support` comes before anything else."""
    multiprocessing.freeze_support()
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if sys.argv[1:2] == ["-m"]:
        del sys.argv[:2]
        runpy.run_module(sys.argv[0], run_name="__main__")
        return 0
    if sys.argv[1:2] == ["-c"]:
        exec(sys.argv[2], {"__name__": "__main__"})
        return 0
    from engine.cli import VERBS

    if len(sys.argv) > 1 and sys.argv[1] in VERBS:
        from engine.cli import main as command

        return command()
    from gui.app import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main())
