"""Open AlphaPulse Workbench: `python3 packaging/start.py [--workspace DIR] [FILE]`.

Does its own set-up the first time. Without a display, or with `--headless`, it runs the same job on the shipped
sample (`alphapulse demo`) and says where the report, the pictures and the bundle are.
"""

import os
import sys

OLDEST = (3, 11)


def main(arguments: list) -> int:
    """Set up what is missing, then go on as the program."""
    if sys.version_info < OLDEST:
        print("AlphaPulse Workbench needs Python 3.11 or newer; this one is " + sys.version.split()[0], file=sys.stderr)
        return 1
    if "-h" in arguments or "--help" in arguments:
        print(__doc__)
        return 0
    from display import has_display
    from environment import SetupError, become, prepare

    wanted = "--headless" not in arguments and os.environ.get("QT_QPA_PLATFORM") != "offscreen"
    display = wanted and has_display(os.environ)
    try:
        python = prepare(development=False, display=display)
    except SetupError as error:
        print(f"[setup] {error}", file=sys.stderr)
        return 1
    if display:
        return become(python, ["-m", "gui", *arguments])
    rest = [word for word in arguments if word != "--headless"]
    if wanted:
        print("[setup] No display: running the whole job on the sample instead.", file=sys.stderr)
    return become(python, ["-m", "engine.cli", "demo", *rest])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
