"""Two colour sets that can be read, a live switch, icons and glyphs in the right colours."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.settings import Theme, resource
from gui import icons
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


def test_a_switch_in_use_comes_in_two_halves_and_paints_nothing_between(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Theme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(theme.changed):
        theme.switch(Theme.DARK)
        assert theme.dark
        assert not window.updatesEnabled()
    assert window.updatesEnabled()
    assert DARK.window in qapp.styleSheet()
    theme.switch(Theme.LIGHT)
    theme.switch(Theme.DARK)
    theme.apply(qapp, Theme.LIGHT)
    sheet = qapp.styleSheet()
    qtbot.wait(20)
    assert qapp.styleSheet() == sheet, "the half that was left is not done after all"
    theme.switch(Theme.DARK)
    qtbot.waitUntil(lambda: DARK.window in qapp.styleSheet())
    assert window.updatesEnabled()
    theme.apply(qapp, Theme.LIGHT)
