"""A program: the window on a GNOME desktop that turns dark while it is open; prints the colours before and after."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 30.0  # seconds

if __name__ == "__main__":
    portal = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert portal.stdout.readline() == "there\n"  # before Qt asks for the first time
    from PySide6.QtWidgets import QApplication

    from gui.app import create_window

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        window = create_window(Path(folder) / "workspace")
        window.show()
        told = []
        for dark in (False, True):
            if dark:
                portal.stdin.write("dark\n")
                portal.stdin.flush()
            until = time.monotonic() + PATIENCE
            while (app.styleHints().colorScheme().name == "Dark") is not dark and time.monotonic() < until:
                app.processEvents()
            window.show_tab("monitor")
            for _ in range(10):
                app.processEvents()
            chart = window.tab("monitor").view.charts.accuracy.grab().toImage()
            told.append({"frame": window.grab().toImage().pixelColor(4, 60).lightness(),
                         "chart": chart.pixelColor(chart.width() // 2, chart.height() - 20).lightness()})
        window.end()
    portal.kill()
    print(json.dumps(told))
