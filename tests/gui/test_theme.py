"""Two colour sets that can be read, a live switch, icons and glyphs in the right colours."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.settings import Theme, resource
from gui import icons
from gui.main_window import MainWindow
from gui.style_sheet import style_sheet
from gui.theme import DARK, LIGHT, Colors, body_font, contrast, theme

SETS = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "surface", "raised")
FILLS = ("positive_fill", "warning_fill", "danger_fill", "info_fill", "selection", "sunken")


@SETS
@pytest.mark.parametrize(("text", "ground"), [
    *product(("text", "muted", "link", "positive", "warning", "danger"), GROUNDS), *product(("text",), FILLS),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("muted", "sunken"), ("link", "selection"),
])
def test_text_can_be_read(colors: Colors, text: str, ground: str) -> None:
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


@SETS
@pytest.mark.parametrize(("mark", "ground"), [*product(("border", "accent", "link"), GROUNDS)])
def test_edges_and_marks_can_be_seen(colors: Colors, mark: str, ground: str) -> None:
    assert contrast(getattr(colors, mark), getattr(colors, ground)) >= 3.0


@SETS
def test_every_curve_can_be_seen(colors: Colors) -> None:
    assert min(contrast(color, colors.surface) for color in colors.series) >= 3.0


def test_switching_changes_palette_and_tells_it_once(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Theme.LIGHT)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.apply(qapp, Theme.DARK)
    theme.apply(qapp, Theme.DARK)
    assert told == [True]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    theme.apply(qapp, Theme.LIGHT)


def worn(window: QWidget) -> list[tuple[str, list[str]]]:
    """The colours of every widget of a window."""
    return [(f"{type(widget).__name__} {widget.objectName()}",
             [widget.palette().color(group, role).name(QColor.NameFormat.HexArgb)
              for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
              for role in QPalette.ColorRole if role is not QPalette.ColorRole.NColorRoles])
            for widget in (window, *window.findChildren(QWidget))]


def pictures(window: MainWindow) -> list[QImage]:
    """Every tab as it is on the screen."""
    taken = []
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        QApplication.processEvents()
        taken.append(window.grab().toImage())
    return taken


def test_a_live_switch_ends_as_if_qt_had_dressed_everything_anew(window: MainWindow, qtbot: QtBot) -> None:
    pictures(window)  # the focus is where it stays from now on
    for mode in (Theme.DARK, Theme.LIGHT):
        theme.switch(mode)
        qtbot.waitUntil(lambda: not theme._waiting)
        seen, colors = pictures(window), worn(window)
        app = QApplication.instance()
        app.setStyleSheet("")
        app.setStyleSheet(style_sheet(theme.colors))
        assert seen == pictures(window)
        assert [one for one, other in zip(colors, worn(window), strict=True) if one != other] == []


def test_what_is_on_the_screen_changes_at_once_and_a_hidden_tab_when_it_is_turned_to(window: MainWindow) -> None:
    theme.switch(Theme.DARK)
    front = window.tab("training").findChild(QPushButton, "training.train")
    hidden = window.tab("models").empty.findChildren(QPushButton)[-1]
    assert window.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert front.palette().color(QPalette.ColorRole.ButtonText).name() == DARK.on_accent
    assert theme._waiting
    assert hidden.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText).name() == LIGHT.text
    window.show_tab("models")
    assert hidden.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText).name() == DARK.text


def test_a_message_that_comes_right_after_a_switch_can_be_read(window: MainWindow) -> None:
    window.messages.info("Said before.", action=("Undo", lambda: None))
    window.messages.dismiss()
    theme.switch(Theme.DARK)
    bar = window.message_bar
    assert not bar.isVisible()
    window.messages.info("Said now.", action=("Undo", lambda: None))
    assert bar.what.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    assert contrast(bar.action.palette().color(QPalette.ColorRole.ButtonText).name(), DARK.surface) >= 4.5


def test_hidden_widgets_are_soon_dressed_though_the_clock_runs_away(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp, Theme.LIGHT)
    hidden = [QWidget() for _ in range(500)]
    for widget in hidden:
        widget.ensurePolished()
    monkeypatch.setattr("gui.theme._SLICE", -1.0)  # other programs have the processor
    theme.switch(Theme.DARK)
    slices, many = 0, len(theme._waiting)  # those of tests before may be among them
    while theme._waiting:
        theme._dress_some()
        slices += 1
    assert many >= len(hidden)
    assert 1 < slices < many / 10 + 1
    theme.apply(qapp, Theme.LIGHT)


def test_widgets_that_end_while_they_wait_for_their_colours_do_no_harm(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Theme.LIGHT)
    hidden = [QWidget() for _ in range(50)]
    for widget in hidden:
        widget.ensurePolished()
    theme.switch(Theme.DARK)
    assert theme._waiting
    hidden.clear()
    qtbot.waitUntil(lambda: not theme._waiting)
    theme.apply(qapp, Theme.LIGHT)


def test_a_system_that_says_nothing_is_light(qapp: QApplication) -> None:
    theme.apply(qapp, Theme.SYSTEM)
    assert not theme.dark


def test_the_type_is_our_own_and_its_figures_are_of_equal_width(qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)
    assert QFontInfo(body_font()).family() == "Inter"
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(body_font())
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


@SETS
def test_an_icon_is_painted_in_the_colour_of_the_theme(qapp: QApplication, colors: Colors) -> None:
    theme.apply(qapp, Theme.DARK if colors.dark else Theme.LIGHT)
    image = icons.icon("play", "danger").pixmap(32, 32).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)
            if image.pixelColor(x, y).alpha() == 255}
    assert QColor(colors.danger).name() in seen
    theme.apply(qapp, Theme.LIGHT)


def test_every_icon_that_the_program_names_is_there() -> None:
    names = {path.stem for path in resource("icons").glob("*.svg")}
    root = resource("icons").parent.parent / "gui"
    used = set()
    for file in root.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        used |= set(re.findall(r"""(?:icon_name=|[^_]icon\(|EmptyState\(|tool_button\()["']([a-z0-9-]+)["']""", text))
    assert used
    assert used <= names, used - names


@SETS
def test_the_glyphs_of_the_style_sheet_have_the_colours_of_their_set(colors: Colors) -> None:
    folder = resource("icons/glyphs") / ("dark" if colors.dark else "light")
    for name in ("chevron-down", "chevron-up"):
        assert f'stroke="{colors.muted}"' in (folder / f"{name}.svg").read_text(encoding="utf-8")
    assert f'stroke="{colors.on_accent}"' in (folder / "check.svg").read_text(encoding="utf-8")


def test_the_system_is_followed_when_it_turns_dark(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply(qapp, Theme.SYSTEM)
    monkeypatch.setattr("gui.theme._wanted", lambda mode: DARK if mode is Theme.SYSTEM else LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colors is DARK
    theme.apply(qapp, Theme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colors is LIGHT, "what the user chose stays"


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session (apt-get install dbus)")
def test_a_gnome_desktop_that_turns_dark_takes_the_window_and_its_charts_along(screen: str) -> None:
    """Through Qt's own listening to the desktop: a portal for settings, on a bus of its own."""
    python = "/usr/bin/python3"  # GLib's bindings belong to the system
    if subprocess.run([python, "-c", "from gi.repository import Gio"], capture_output=True, check=False).returncode:
        pytest.skip("needs GLib for the system's Python (apt-get install python3-gi)")
    here = Path(__file__).parent
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME"}
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.gui.followed_theme", python,
         str(here / "desktop_portal.py")], cwd=here.parents[1], env=environment, capture_output=True, text=True,
        timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    light, dark = json.loads(done.stdout.splitlines()[-1])
    assert min(light.values()) > 200
    assert max(dark.values()) < 60
