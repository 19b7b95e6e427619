"""Words in another language: everything is wrapped, values find their places, numbers are written as it writes them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from engine.settings import Language, Option
from gui import translation
from gui.parts import words as parts
from gui.parts.fields import FieldError, NumberField
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
    monkeypatch.setattr(words, "collected", lambda: {"Train", 'A "quoted" {value}\nin two lines'})
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
    monkeypatch.setattr(words, "collected", lambda: {"{n} rows"})
    monkeypatch.setattr(words, "translations", lambda _language: {"{n} rows": "Zeilen"})
    assert words.untranslated() == ["{n} rows"]
