"""Take the README's pictures: `python3 packaging/pictures.py [--all] [FOLDER]`.

Opens the window over an empty workspace, does the whole job on the sample as an analyst would, and takes each tab in
both themes. Needs no screen. `--all` takes every tab, every dialog and every empty state besides, in both themes at
1280 x 720 and 2560 x 1440.
"""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABS = ("training", "monitor", "ensemble", "models")
WIDTH, HEIGHT = 1280, 800
SIZES = ((1280, 720), (2560, 1440))
DIALOGS = ("tools.settings", "tools.palette", "help.shortcuts", "help.glossary", "help.about", "help.report",
           "file.export", "file.open")
PATIENCE = 120.0  # seconds for one step


def main(arguments: list) -> int:
    """Set up what is missing and go on in the program's own Python."""
    from environment import VENV, become, prepare

    if Path(sys.prefix) != VENV:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        return become(prepare(development=False, display=False), [str(Path(__file__)), *arguments])
    sys.path.insert(0, str(ROOT))
    whole = "--all" in arguments
    named = [Path(word) for word in arguments if not word.startswith("--")]
    folder = named[0] if named else ROOT / ("build/pictures" if whole else "resources/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    import qasync
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory(prefix="alphapulse-") as temporary,
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner,
    ):
        if whole:
            runner.run(take_empty(Path(temporary) / "empty", folder))
        runner.run(take(Path(temporary) / "workspace", folder, whole=whole))
    return 0


async def take(workspace: Path, folder: Path, *, whole: bool = False) -> None:
    """The day of an analyst, then the pictures."""
    from gui.app import create_window

    window = create_window(workspace)
    window.resize(WIDTH, HEIGHT)
    window.show()
    try:
        await work(window, Path(shutil.copy(ROOT / "resources" / "sample" / "btc_1h.csv", workspace.parent)))
        await (everything(window, folder) if whole else photograph(window, folder))
    finally:
        window.jobs.cancel_all()
        await window.jobs.close()
        window.session.close()


async def work(window: object, sample: Path) -> None:
    """Open the sample, train three, combine them, promote the ensemble, and watch it to the end of the file."""
    session = window.session
    window.opener.open(sample)
    await until(lambda: session.data is not None, "the sample is open")
    press(window, "training.train")
    await until(lambda: len(session.runs) >= 3 and idle(window), "three models are trained")
    window.show_tab("ensemble")
    await asyncio.sleep(0.5)
    press(window, "ensemble.build")
    await until(lambda: any(run.kind == "ensemble" for run in session.runs) and idle(window), "the ensemble is built")
    window.library.promote(next(run.id for run in session.runs if run.kind == "ensemble"), "best so far")
    window.show_tab("monitor")
    await asyncio.sleep(0.5)
    speed = find(window, "monitor.speed")
    speed.setCurrentIndex(0)  # full speed
    press(window, "monitor.start")
    await asyncio.sleep(0.5)
    await until(lambda: idle(window), "the file is watched to its end")


async def photograph(window: object, folder: Path) -> None:
    """Each tab in both themes."""
    from engine.settings import Theme

    window.messages.dismiss()
    window.session.select([window.session.champion])
    for theme in (Theme.LIGHT, Theme.DARK):
        window.session.set_theme(theme)
        for tab in TABS:
            window.show_tab(tab)
            await asyncio.sleep(1.0)
            path = folder / f"{tab}_{theme.value}.png"
            if not window.grab().save(str(path)):
                raise RuntimeError(f"{path} could not be written")
            print(path, flush=True)


async def take_empty(workspace: Path, folder: Path) -> None:
    """What a first user sees: every tab while there is nothing to show, and the tour."""
    from gui.app import create_window

    window = create_window(workspace)
    window.show()
    window.commands.tour()
    await in_all_looks(window, folder, "empty")
    window.end()


async def everything(window: object, folder: Path) -> None:
    """Every tab and every dialog, in both themes and both sizes."""
    window.messages.dismiss()
    window.session.select([window.session.champion])
    await in_all_looks(window, folder, "full")
    for action in DIALOGS:
        window.actions_table[action].trigger()
        await asyncio.sleep(1.0)
        for theme in ("light", "dark"):
            await shot(window, front(window), theme, folder / f"dialog_{action.replace('.', '_')}_{theme}.png")
        front(window).close()


async def in_all_looks(window: object, folder: Path, name: str) -> None:
    """Every tab in both themes and both sizes."""
    for width, height in SIZES:
        window.resize(width, height)
        for theme in ("light", "dark"):
            for tab in TABS:
                window.show_tab(tab)
                await shot(window, window, theme, folder / f"{name}_{tab}_{width}_{theme}.png")


async def shot(window: object, widget: object, theme: str, path: Path) -> None:
    """One picture, once what is drawn has settled."""
    from engine.settings import Theme

    window.session.set_theme(Theme(theme))
    await asyncio.sleep(0.6)
    if not widget.grab().save(str(path)):
        raise RuntimeError(f"{path} could not be written")
    print(path, flush=True)


def front(window: object) -> object:
    """The dialog that was opened last, or the window."""
    from PySide6.QtWidgets import QWidget

    shown = [child for child in window.findChildren(QWidget) if child.objectName().startswith("dialog.")
             and child.isVisible()]
    return shown[-1] if shown else window


async def until(true: Callable[[], bool], words: str) -> None:
    """Wait for a condition; `words` say what never came."""
    started = time.monotonic()
    while not true():
        if time.monotonic() - started > PATIENCE:
            raise TimeoutError(f"waited {PATIENCE:.0f} s until {words}")
        await asyncio.sleep(0.1)
    print(f"{words} ({time.monotonic() - started:.1f} s)", file=sys.stderr, flush=True)


def idle(window: object) -> bool:
    """Whether no job runs that a user would see."""
    return not window.jobs.shown


def press(window: object, name: str) -> None:
    """Click the button of this name, which must be enabled."""
    button = find(window, name)
    if not button.isEnabled():
        raise RuntimeError(f"{name} cannot be pressed")
    button.click()


def find(window: object, name: str) -> object:
    """The control of this name."""
    from PySide6.QtWidgets import QWidget

    found = window.findChild(QWidget, name)
    if found is None:
        raise RuntimeError(f"there is no {name}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
