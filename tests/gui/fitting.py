"""Whether all that a window says fits: cut words, parts outside of their window, parts on top of each other.

As a program (`python -m tests.gui.fitting WIDTH HEIGHT [LANGUAGE]`) it opens the whole window over invented runs and
the sample at that size, walks every page and every dialog, and prints what does not fit, and all that is said, as
JSON: QT_SCALE_FACTOR acts only on a process that starts with it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from tests.gui.marked import texts_in

ROOT = Path(__file__).resolve().parents[2]
_SLACK = 1  # pixels: sizes are rounded
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def cut(window: QWidget) -> list[str]:
    """What a visible widget says and does not show whole; words that end in … and tell the rest as a tooltip fit."""
    return [f"{_called(widget)}: {words}" for widget in _visible(window)
            for words in (*_cut_words(widget), *_cut_content(widget))]


def outside(window: QWidget) -> list[str]:
    """Widgets that reach out of their window, or of their parent where nothing scrolls."""
    return [_called(widget) for widget in _visible(window) if not _in_scroll(widget, window)
            and not _grown(window.rect()).contains(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))]


def covered(window: QWidget) -> list[str]:
    """Neighbours of one layout that lie on top of each other."""
    found = []
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in _visible(window):
        if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)):
            by_parent.setdefault(widget.parentWidget(), []).append(widget)
    for widgets in by_parent.values():
        for place, one in enumerate(widgets):
            found += [f"{_called(one)} on {_called(other)}" for other in widgets[place + 1:]
                      if min((both := one.geometry() & other.geometry()).width(), both.height()) > 2]
    return found


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        own = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), (QLineEdit, QAbstractSpinBox))
        if widget.isVisible() and widget.window() is window.window() and not own and not _inside_combo(widget):
            yield widget


def _inside_combo(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QComboBox)


def _cut_words(widget: QWidget) -> Iterator[str]:
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and widget.text() and not widget.toolTip():
        words = widget.text().replace("&", "") if widget.buddy() is not None else widget.text()
        margins = widget.contentsMargins()
        room = widget.size() - QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        needs = metrics.boundingRect(QRect(0, 0, room.width(), 9999), _flags(widget), words).size()
        if needs.width() > room.width() + _SLACK or needs.height() > room.height() + 2:
            yield f"{words!r} needs {needs.toTuple()}, has {room.toTuple()}"
    elif isinstance(widget, QComboBox):
        yield from _cut_in(widget, widget.currentText(), _combo_room(widget))
    elif isinstance(widget, (QPushButton, QCheckBox)) and widget.text():
        if widget.width() + _SLACK < widget.sizeHint().width() and _button_room(widget) < metrics.horizontalAdvance(
                widget.text().replace("&", "")):
            yield f"{widget.text()!r} is {widget.width()} wide, wants {widget.sizeHint().width()}"
    elif isinstance(widget, QToolButton) and widget.icon().isNull():
        yield from _cut_in(widget, widget.text(), widget.width())
    elif isinstance(widget, QLineEdit) and not widget.text():
        yield from _cut_in(widget, widget.placeholderText(), widget.width() - 12)
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count())
                    if widget.fontMetrics().horizontalAdvance(widget.tabText(n)) > widget.tabRect(n).width())
    elif isinstance(widget, QHeaderView) and isinstance(widget.parentWidget(), QTableView):
        yield from _cut_titles(widget)


def _cut_content(widget: QWidget) -> Iterator[str]:
    """What is wider than an area that does not scroll sideways: nobody can bring it into view."""
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBarPolicy() is _NEVER and widget.widget() is not None:
        needs, room = widget.widget().width(), widget.viewport().width()
        if needs > room + _SLACK:
            yield f"what it holds is {needs} wide, it has {room}"


def _cut_in(widget: QWidget, words: str, room: int) -> Iterator[str]:
    needs = widget.fontMetrics().horizontalAdvance(words)
    if needs > room + _SLACK and words not in widget.toolTip():
        yield f"{words!r} needs {needs}, has {room}"


def _cut_titles(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for section in range(header.count() if header.orientation() is Qt.Orientation.Horizontal else 0):
        words = str(model.headerData(section, header.orientation()) or "")
        needs = header.fontMetrics().horizontalAdvance(words) + 12
        if not header.isSectionHidden(section) and needs > header.sectionSize(section):
            yield f"title {words!r} needs {needs}, has {header.sectionSize(section)}"


def _flags(widget: QLabel) -> int:
    return int(Qt.TextFlag.TextWordWrap) if widget.wordWrap() else 0


def _combo_room(widget: QComboBox) -> int:
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    field = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                          QStyle.SubControl.SC_ComboBoxEditField, widget)
    return field.width() - (0 if widget.itemIcon(widget.currentIndex()).isNull() else widget.iconSize().width() + 4)


def _button_room(widget: QPushButton | QCheckBox) -> int:
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    what = (QStyle.SubElement.SE_CheckBoxContents if isinstance(widget, QCheckBox)
            else QStyle.SubElement.SE_PushButtonContents)
    room = widget.style().subElementRect(what, option, widget).width()
    return room - (0 if widget.icon().isNull() else widget.iconSize().width() + 4)


def _in_scroll(widget: QWidget, window: QWidget) -> bool:
    """Whether somebody above scrolls, so that what is outside can be brought in."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea) or (isinstance(above, QAbstractScrollArea) and widget is not above):
            return True
        above = above.parentWidget()
    return False


def _grown(rect: QRect) -> QRect:
    return rect.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)


def _called(widget: QWidget) -> str:
    name, above = widget.objectName(), widget.parentWidget()
    while not name and above is not None:
        name, above = above.objectName(), above.parentWidget()
    return f"{name}/{type(widget).__name__}"


def walk(width: int, height: int, said: set[str], language: str = "") -> dict[str, list[str]]:
    """What does not fit, by view, in a window that speaks this language, the system's where none is named; all that it
    says goes into `said`.
    """
    sys.path.insert(0, str(ROOT / "packaging"))
    import gui.app
    import scenes
    from engine.settings import Language
    from gui.app import create_window
    from tests.gui import invented

    found: dict[str, list[str]] = {}
    if language:
        gui.app.set_language = partial(_speak, Language[language.upper()])
    with tempfile.TemporaryDirectory() as folder:
        empty = create_window(Path(folder) / "empty")
        _look(empty, width, height, found, said, "empty", ((tab, partial(empty.show_tab, tab)) for tab in scenes.TABS))
        empty.end()
        invented.three(Path(folder) / "full")
        window = create_window(Path(folder) / "full")
        window.opener.open(ROOT / "resources" / "sample" / "btc_1h.csv")
        _wait(window)
        _feed(window)
        _look(window, width, height, found, said, "page", scenes.pages(window))
        for kind, views in (("message", scenes.messages()), ("dialog", scenes.dialogs())):
            for name, show in views.items():
                show(window)
                _wait(window)
                _note(found, f"{kind} {name}", scenes.front(window), window.size())
                said |= {text for _, text in texts_in(scenes.front(window))}
                scenes.close(window)
                window.messages.dismiss()
        window.end()
    return found


def _feed(window: QWidget) -> None:
    """The monitor has learnt some labels."""
    from tests.gui.plots.invented import snapshot

    window.show_tab("monitor")
    view = window.tab("monitor").view
    shot = snapshot(speed=60.0, status="Stopped; the state is saved.", skill="", notes=())
    view.source.show_state(busy=True, opening=False, paused=True)
    view.source.state.show_snapshot(shot)
    view.tiles.show_snapshot(shot)
    view.tools.skill.show_snapshot(shot)
    view.blend.set_batch(True)
    view.charts.take(shot, None, {}, settled=False)


def _speak(language: object, _asked: object = None) -> None:
    """Whatever the settings ask for."""
    from gui.translation import set_language

    set_language(language)


def _look(window: QWidget, width: int, height: int, found: dict[str, list[str]], said: set[str], name: str,
          views: Iterable[tuple[str, Callable[[], object]]]) -> None:
    window.resize(width, height)
    window.show()
    if (window.width(), window.height()) != (width, height):
        found[f"{name} window"] = [f"is {window.size().toTuple()}"]
    for view, show in views:
        show()
        _wait(window)
        _note(found, f"{name} {view}", window, window.size())
        said |= {text for _, text in texts_in(window)}


def _note(found: dict[str, list[str]], name: str, widget: QWidget, room: QSize) -> None:
    told = [*cut(widget), *(f"outside: {each}" for each in outside(widget)), *(f"covers: {c}" for c in covered(widget))]
    room = room.expandedTo(widget.screen().size())
    if not QRect(QPoint(0, 0), room).contains(QRect(QPoint(0, 0), widget.size())):
        told.append(f"larger than the window: {widget.size().toTuple()}")
    found[name] = told


def _wait(window: QWidget) -> None:
    """Until nothing runs that a user would see, and what is laid out stands."""
    for _ in range(3):
        QApplication.processEvents()
    while window.jobs.active:
        QApplication.processEvents()


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    heard: set[str] = set()
    views = walk(int(sys.argv[1]), int(sys.argv[2]), heard, *sys.argv[3:])
    print(json.dumps({"views": len(views), "scale": app.primaryScreen().devicePixelRatio(),
                      "found": {name: told for name, told in views.items() if told}, "said": sorted(heard)}))
