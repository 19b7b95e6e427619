"""The frozen program: the window, or the command line when the first word is one of its verbs."""

import multiprocessing
import os
import sys


def main() -> int:
    """Children of the frozen program start here too, hence `freeze_support` before anything else."""
    multiprocessing.freeze_support()
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from engine.cli import VERBS

    if len(sys.argv) > 1 and sys.argv[1] in VERBS:
        from engine.cli import main as command

        return command()
    from gui.app import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main())
