"""Every view of the program and the way to it: each page of each tab, each dialog, each kind of message.

The pictures are taken of them, and a test looks whether all they say fits. `window` is the main window, over a library
with runs and an open file of signals.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABS = ("training", "monitor", "ensemble", "models")
_ROWS = ("Choose on at least 200 rows with both outcomes: give a longer file, or raise the share of rows that only "
         "train.")
_LONG = ("All 3,645 known outcomes are a loss: there is nothing to tell apart.", "signals_2024_to_2026_final.csv",
         _ROWS)


def pages(window: object) -> Iterator:
    """(name, show) of every page of every tab, one after the other: how many there are depends on the room."""
    from PySide6.QtWidgets import QApplication

    from gui.parts.plot_pages import PlotPages

    for tab in TABS:
        window.show_tab(tab)
        QApplication.processEvents()
        strips = window.tab(tab).findChildren(PlotPages)
        yield from ((f"{tab}_{title.lower()}", partial(strip.show_page, title))
                    for strip in strips for title in strip.titles)
        if not strips:
            yield tab, _nothing
    yield "models_comparison", partial(_compare, window)


def dialogs() -> dict:
    """What opens each dialog, by name."""
    menu = {action.replace(".", "_"): (lambda window, action=action: window.actions_table[action].trigger())
            for action in ("tools.settings", "tools.palette", "tools.trash", "help.shortcuts", "help.glossary",
                           "help.about", "help.report", "help.tour", "file.export", "file.open", "file.report",
                           "monitor.triggers")}
    return {
        **menu, "run_details": lambda window: window.commands.show_details(_best(window).id),
        "chart_table": lambda window: _chart(window).show_table(), "chart_menu": _chart_menu,
        "full_screen": lambda window: _chart(window).show_full_screen(),
        "connect": lambda window: window.tab("monitor").view.chooser.choose_connection(),
        "columns": lambda window: window.tab("training").choose_columns(), "starts": _starts, "question": _question,
        "note": _note, "run_menu": _run_menu,
    }


def messages() -> dict:
    """What tells something in the strip, by its tone."""
    return {"info": _tell_deleted,
            "warning": lambda window: window.messages.warn(_LONG[0], where=_LONG[1], remedy=_LONG[2]),
            "error": _tell_error}


def refusals(folder: Path) -> dict:
    """What the program refuses, by name: faulty files, a bundle that was changed, addresses, an empty form."""
    opened = {name: partial(_open, path) for name, path in _faulty(folder).items()}
    sources = {name: partial(_watch, address) for name, address in _SOURCES.items()}
    return {**opened, **sources, "form": _train_nothing}


_SOURCES = {"source": "carrier-pigeon://coop", "table": "postgresql://localhost/none",
            "speed": "file:///nowhere.csv?speed=quick", "server": "redis://localhost:1/0?stream=signals"}


def _faulty(folder: Path) -> dict:
    """Files that cannot be taken, made here."""
    sample = (ROOT / "resources" / "sample" / "btc_1h.csv").read_bytes()
    lines = sample.splitlines(keepends=True)
    made = {"empty.csv": b"", "header.csv": lines[0], "binary.csv": bytes(range(256)) * 40,
            "few.csv": b"".join(lines[:4]), "program.exe": b"MZ",
            "no_label.csv": b"".join(b"%d,%d,%d\n" % (k, 2 * k, k % 7) for k in range(200)),
            "not.parquet": b"PAR1 this is no Parquet file PAR1", "not.apbundle": b"PK nothing"}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return {"missing": folder / "missing.csv", **{name.replace(".", "_"): folder / name for name in made}}


def _open(path: Path, window: object) -> None:
    window.show_tab("training")
    options = window.tab("training").form.options  # without what the scene before has asked for
    options.validation.reset()
    options.reset()
    options.advanced.set_open(False)
    window.opener.open(path)


def _watch(address: str, window: object) -> None:
    """Give this address to the dialog and try it."""
    from gui.dialogs.connect import ConnectDialog

    window.tab("monitor").view.chooser.choose_connection()
    dialog = window.findChildren(ConnectDialog)[-1]
    dialog.form.address.setText(address)
    dialog.form.address.editingFinished.emit()
    dialog.test.click()


def _train_nothing(window: object) -> None:
    """Ask for what cannot be, in several fields."""
    from PySide6.QtWidgets import QLineEdit

    window.show_tab("training")
    window.tab("training").form.options.advanced.set_open(True)
    for name, text in (("training.validation.folds", "1"), ("training.advanced.learning_rate", "fast")):
        window.findChild(QLineEdit, name).setText(text)
    window.tab("training").form.run.train.click()


def front(window: object) -> object:
    """What was opened last: a dialog, a menu, a card over the window; or the window."""
    from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu):
        return popup
    shown = [child for child in window.findChildren(QWidget)
             if child.isVisible() and (isinstance(child, QDialog) or child.objectName() in _CARDS)]
    return shown[-1] if shown else window


_CARDS = {"dialog.palette", "tour", "plot.full_screen"}


def close(window: object) -> None:
    """End whatever is open over the window."""
    for _ in range(9):
        found = front(window)
        if found is window:
            return
        found.end() if found.objectName() == "tour" else found.close()
        found.hide()


def _nothing(_window: object = None) -> None:
    """There is nothing to do."""


def _best(window: object) -> object:
    runs = [run for run in window.session.runs if run.scores is not None and run.kind != "ensemble"]
    return runs[0]


def _chart(window: object) -> object:
    window.show_tab("training")
    return window.tab("training").results.plots.auc


def _chart_menu(window: object) -> None:
    from PySide6.QtCore import QPoint

    from gui.plots.menu import chart_menu

    chart = _chart(window)
    chart_menu(chart).popup(chart.mapToGlobal(QPoint(40, 40)))


def _run_menu(window: object) -> None:
    from PySide6.QtCore import QPoint

    window.show_tab("training")
    window.session.select([_best(window).id])
    table = window.tab("training").results.runs.table
    table.customContextMenuRequested.emit(QPoint(80, 20))


def _note(window: object) -> None:
    from gui.monitor.note_dialog import NoteDialog

    NoteDialog(window, event=None, use=_nothing).open()


def _starts(window: object) -> None:
    training = window.tab("training")
    training.start_from(_best(window).id)
    training.compare_starts()


def _question(window: object) -> None:
    from gui.dialogs.ask import ask
    from gui.translation import tr

    ask(window, tr("Close the Workbench?"),
        tr("{titles} is still running and would be cancelled.", titles=tr("Training {names}", names="LightGBM")),
        yes=tr("Cancel It and Close"), no=tr("Keep Working"))


def _compare(window: object) -> None:
    runs = [run for run in window.session.runs if run.scores is not None]
    window.session.select([run.id for run in runs[:3]])
    window.tab("models").compare(runs[:3])


def _tell_deleted(window: object) -> None:
    from gui.translation import tr

    window.messages.info(tr("Deleted {what}.", what="LightGBM 1"), action=(tr("Undo"), _nothing))


def _tell_error(window: object) -> None:
    from engine.errors import WorkbenchError

    window.messages.error(WorkbenchError(_LONG[0], where=str(Path("/data") / _LONG[1]), remedy=_LONG[2]))
