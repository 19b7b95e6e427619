"""Words in another language: everything is wrapped, values find their places, numbers are written as it writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from engine.settings import Language, Option
from gui import translation
from gui.app import create_window
from gui.main_window import MainWindow
from gui.parts import words as parts
from gui.parts.fields import FieldError, NumberField
from gui.parts.table import RecordTable
from gui.plots.base import PlotPanel
from gui.plots.legend import LegendButton
from gui.translation import localized, plural, tr

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import words  # noqa: E402 - a script beside the program


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Whatever a test speaks, the next one speaks English."""
    yield
    translation.set_language(Language.ENGLISH)


def test_everything_that_reads_like_words_can_be_translated() -> None:
    assert not list(words.unwrapped()), "wrap these in tr(), or in later() where no function is running"


@pytest.mark.parametrize("code", ['label("No model yet")', 'x = f"{n} rows purged"', '_A = ("Trained on",)',
                                  'def f(empty="Nothing to show"): ...', 'tr("Kept", name="Of the run")'])
def test_the_search_finds_what_is_not_wrapped(code: str) -> None:
    looker = words._Looker()
    looker.visit(words.ast.parse(code))
    assert looker.found == [] if code.startswith("tr(") else len(looker.found) == 1


@pytest.mark.parametrize("code", ['label(tr("No model yet"))', '_A = (later("Trained on"),)', 'x.setObjectName("A b")',
                                  'raise ValueError("No such thing")', 'if text == "Some words": ...',
                                  '"""Words for readers of the code."""'])
def test_the_search_lets_names_keys_and_wrapped_words_be(code: str) -> None:
    looker = words._Looker()
    looker.visit(words.ast.parse(code))
    assert not looker.found


def test_values_find_their_places() -> None:
    assert tr("Rows: {rows:,} of {name}", rows=1234567, name="a") == "Rows: 1,234,567 of a"
    assert plural(1, "{n:,} row", "{n:,} rows") == "1 row"
    assert plural(1200, "{n:,} row", "{n:,} rows") == "1,200 rows"


def test_figures_are_written_as_the_language_writes_them() -> None:
    translation.set_language(Language.GERMAN)
    assert localized("1,234.5") == "1.234,5"
    assert parts.score(-0.5125) == "−0,512"
    assert parts.share(0.125) == "12,5 %"
    assert tr("{value:.2f}", value=0.5) == "0,50"
    assert parts.moment("2026-03-02T10:00:00Z", now=None).count("Mär") == 1
    translation.set_language(Language.ENGLISH)
    assert localized("1,234.5") == "1,234.5"


@pytest.mark.parametrize(("language", "typed", "read"), [
    (Language.ENGLISH, "0.05", "0.05"), (Language.ENGLISH, "1,234.5", "1234.5"), (Language.ENGLISH, "1,5", "1,5"),
    (Language.GERMAN, "0,05", "0.05"), (Language.GERMAN, "1.234,5", "1234.5"), (Language.GERMAN, "1.234", "1234"),
    (Language.GERMAN, "0.05", "0.05"), (Language.GERMAN, "-12,5", "-12.5"), (Language.GERMAN, "abc", "abc"),
])
def test_a_typed_number_is_read_as_the_language_writes_it(language: Language, typed: str, read: str) -> None:
    translation.set_language(language)
    assert translation.as_python_writes(typed) == read


def test_a_field_shows_and_takes_numbers_of_the_language_and_never_drops_a_comma() -> None:
    how = Option("Learning rate", low=0.0, high=1.0)
    translation.set_language(Language.GERMAN)
    field = NumberField(how, whole=False)
    field.set_value(0.25)
    assert field.text() == "0,25"
    assert field.value() == 0.25
    translation.set_language(Language.ENGLISH)
    with pytest.raises(FieldError):
        field.value()


def test_lupdate_takes_every_text_and_lrelease_what_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                                  qapp: QApplication) -> None:
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    monkeypatch.setattr(words, "texts", lambda: {"window": {"Train", 'A "quoted" {value}\nin two lines'}})
    words.update()
    file = tmp_path / "de.ts"
    text = file.read_text(encoding="utf-8")
    assert words.untranslated() == ['A "quoted" {value}\nin two lines', "Train"]
    head, _, rest = text.partition("<source>Train</source>")
    file.write_text(head + "<source>Train</source>" + rest.replace(
        '<translation type="unfinished"></translation>', "<translation>Trainieren</translation>", 1), encoding="utf-8")
    words.update()
    assert words.untranslated() == ['A "quoted" {value}\nin two lines']
    assert translation.use("de", str(tmp_path))
    assert tr("Train") == "Trainieren"


def test_a_translation_that_lost_a_value_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "texts", lambda: {"window": {"{n} rows"}})
    monkeypatch.setattr(words, "translations", lambda *_which: {"{n} rows": "Zeilen"})
    assert words.untranslated() == ["{n} rows"]


class Pseudo(QTranslator):
    """Every text longer by two fifths and in brackets, so that what was never asked for is seen."""

    def translate(self, context: str, text: str, *_more: object) -> str:
        parts = re.split(r"(\{[^}]*\})", text)
        accents = "".join(part if part.startswith("{") else part.replace("a", "á").replace("e", "é") for part in parts)
        return f"⟦{accents}{'·' * (2 * len(text) // 5)}⟧"

    def isEmpty(self) -> bool:
        return False


def speaking(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    translation._installed.append(translator)
    translation._forget()


def said(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Every text of buttons, tabs, menus and column titles, with where it stands."""
    for action in window.actions_table.by_id.values():
        yield "menu", action.text()
    for button in window.findChildren(QAbstractButton):
        if not button.objectName().startswith(("qt_", "Scroll")) and not isinstance(button, LegendButton):
            yield button.objectName(), button.text()
            yield f"{button.objectName()} tip", button.toolTip()
    for table in window.findChildren(RecordTable):
        model = table.records_model
        for column in range(model.columnCount()):
            yield table.objectName(), str(model.headerData(column, Qt.Orientation.Horizontal))
    for panel in window.findChildren(PlotPanel):
        yield "chart", panel.title


def test_in_another_language_no_word_of_the_frame_stays_english_and_none_is_cut(
    qtbot: QtBot, workspace_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translator = Pseudo()
    monkeypatch.setattr("gui.app.set_language", lambda _language: speaking(translator))
    window = create_window(workspace_dir)
    window.resize(1280, 720)
    window.show()
    same = {"AUC", "ROC", "AUC (95 %)", "Δ AUC", "XGBoost", "LightGBM", "CatBoost", "R", "PNG", "SVG", "PDF", "CSV"}
    bare = {(where, text) for where, text in said(window)
            if words.reads_like_words(text) and "⟦" not in text and text not in same}
    assert not bare
    assert sum("⟦" in text for _, text in said(window)) > 300
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        qtbot.wait(1)
        cut = [button.text() for button in window.findChildren(QPushButton)
               if button.isVisible() and button.text()
               and button.fontMetrics().horizontalAdvance(button.text().replace("&", "")) > button.width()]
        assert not cut
    window.end()
    window.deleteLater()


def test_german_is_complete_where_it_was_translated_and_keeps_every_value() -> None:
    known = words.translations()
    assert len(known) > 1400
    wrong = [text for text, german in known.items() if words._places(text) != words._places(german)]
    assert not wrong
    print(f"{len(words.untranslated())} texts have no German yet: python3 packaging/words.py lists them")


def test_the_window_speaks_german_with_qts_own_words(qtbot: QtBot, workspace_dir: Path) -> None:
    workspace_dir.mkdir(parents=True)
    (workspace_dir / "settings.json").write_text('{"format": 1, "language": "deutsch"}', encoding="utf-8")
    window = create_window(workspace_dir)
    window.show()
    assert [action.text() for action in window.menuBar().actions()] == [
        "&Datei", "&Bearbeiten", "&Ansicht", "A&usführen", "E&xtras", "&Hilfe"]
    assert window.findChild(QPushButton, "training.train").text() == "Trainieren"
    assert window.tabs.tabText(3) == "Modelle"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    letters = [action.text()[action.text().index("&") + 1].lower() for action in window.menuBar().actions()]
    assert len(letters) == len(set(letters))
    window.end()
    window.deleteLater()
