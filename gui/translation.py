"""The words of the window in the language of the user: `tr` inside functions, `later` where a table of words is made.

`tr("Rows: {rows:,}", rows=n)` looks up the whole sentence and puts the values in afterwards, numbers as the language
writes them. A module's constants are made before the language is known: `later("Train")` only says that these are
words, and whoever shows them (`label`, `button`, `Column`, the menus, the charts) asks `tr` then. `plural` chooses
between two sentences; what the engine says goes through `gui/sentences.py`. `python3 packaging/words.py` collects all
of them for Qt's own tools.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.settings import Language, resource

CONTEXT = "window"
_MOST = 5000  # remembered: what analysts name themselves passes here too
_found: dict[str, str] = {}  # what was asked for before: charts ask many times a second
_figures: dict[int, str] = {}  # how this language writes the point and the comma of numbers
_installed: list[QTranslator] = []
forgetting: list[Callable[[], object]] = []  # what else is remembered in one language only


class _Sentence(string.Formatter):
    """Puts values into a sentence; numbers as the language writes them."""

    def format_field(self, value: Any, spec: str) -> str:
        text = format(value, spec)
        return localized(text) if isinstance(value, (int, float)) and not isinstance(value, bool) else text


_sentence = _Sentence()


def tr(text: str, /, **values: Any) -> str:
    """These words in the language of now, with the values in their places."""
    found = _found.get(text)
    if found is None:
        if len(_found) > _MOST:
            _found.clear()
        found = _found[text] = QCoreApplication.translate(CONTEXT, text) if text else text
    return _sentence.vformat(found, (), values) if values else found


def later(text: str) -> str:
    """The words as they are, to be translated by whoever shows them."""
    return text


def plural(number: int, one: str, many: str, /, **values: Any) -> str:
    """One sentence for 1, the other for all else; `{n}` is the number."""
    return tr(one if number == 1 else many, n=number, **values)


def localized(figures: str) -> str:
    """Figures as Python writes them, with the point and the comma of the language."""
    return figures.translate(_figures) if _figures else figures


def written(value: float, form: str) -> str:
    """A number in a form such as ".3f", as the language writes it."""
    return localized(format(value, form))


def as_python_writes(figures: str) -> str:
    """A number as it is typed in this language, as Python reads it; what is no number is left as it is."""
    comma, point = _figures.get(ord(","), ","), _figures.get(ord("."), ".")
    if re.fullmatch(rf"[+-]?\d{{1,3}}({re.escape(comma)}\d{{3}})+({re.escape(point)}\d*)?", figures):
        figures = figures.replace(comma, "")
    return figures.replace(point, ".") if figures.count(point) == 1 else figures


def set_language(language: Language) -> None:
    """Use this language from now on; what is on the screen already is not written anew."""
    app = QCoreApplication.instance()
    locale = _locale(language)
    while _installed:
        app.removeTranslator(_installed.pop())
    _figures.clear()
    _forget()
    QLocale.setDefault(locale)
    if locale.language() is not QLocale.Language.German:
        return
    for name, folder in (("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
                         ("de", str(resource("translations")))):
        use(name, folder)
    _figures.update(str.maketrans({",": locale.groupSeparator(), ".": locale.decimalPoint()}))


def use(name: str, folder: str) -> bool:
    """Install one file of Qt's; False when there is none."""
    translator = QTranslator(QCoreApplication.instance())
    if not translator.load(name, folder):
        return False
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
    _forget()
    return True


def speaks_another() -> bool:
    """Whether the window speaks another language than the engine."""
    return bool(_installed)


def _forget() -> None:
    """A change of language: nothing that was looked up before holds."""
    _found.clear()
    for forget in forgetting:
        forget()


def _locale(language: Language) -> QLocale:
    """What is asked for, or the system's where it is one that we speak; else English."""
    if language is Language.SYSTEM:
        system = QLocale.system()
        german = system.language() is QLocale.Language.German
        return system if german else QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    if language is Language.GERMAN:
        return QLocale(QLocale.Language.German, QLocale.Country.Germany)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
