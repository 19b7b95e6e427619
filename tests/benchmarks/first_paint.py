"""First paint of the window from the start of its process, as a user's own start does it; prints one JSON object."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time

HEAVY = ("sklearn", "xgboost", "lightgbm", "catboost", "river", "pandas", "numba", "scipy", "pyarrow")


def rows(*, repeats: int, display: str = "") -> list:
    """Start the window some times and take the median; where there is a screen, on that too."""
    from tests.benchmarks.measuring import Row, in_child

    found = []
    for platform in ("offscreen", *(["xcb"] if display else [])):
        runs = [in_child("first_paint", platform=platform, display=display) for _ in range(repeats + 1)][1:]
        median = statistics.median(run["seconds"] for run in runs)
        loaded = sorted({name for run in runs for name in run["loaded"]})
        where = "a virtual screen" if platform == "xcb" else "no screen"
        found.append(Row(f"First paint from process start ({where})", f"{median:.2f} s",
                         f"learning libraries loaded: {', '.join(loaded) or 'none'}", f"{median:.2f} s",
                         "under 1 s, none loaded", median < 1 and not loaded))
    return found


def main() -> None:
    """Open the window for real and leave at its first paint."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
                loaded = [name for name in HEAVY if name in sys.modules]
                print(json.dumps({"seconds": time.time() - float(os.environ["STARTED"]), "loaded": loaded,
                                  "work": time.process_time()}), flush=True)
                os._exit(0)
            return False

    app = QApplication(sys.argv[:1])
    watch = Watch()
    app.installEventFilter(watch)
    import tempfile

    from gui.app import main as open_window

    with tempfile.TemporaryDirectory() as folder:
        open_window(["--workspace", folder])


if __name__ == "__main__":
    main()
