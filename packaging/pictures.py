"""Take pictures of the program: `python3 packaging/pictures.py [--all] [--language german] [FOLDER]`.

Opens the window over an empty workspace, does the whole job on the sample as an analyst would, and takes each tab in
both themes, as the README shows them. Needs no screen.

--all             every page of every tab, every dialog, message, refusal and empty state, in both themes at 1280 x 720
                  and 2560 x 1440, and every page in a window of 1024 x 700. They go to build/pictures; the set before
                  is kept beside it as build/pictures-before
--only WORD       of these the pictures whose name holds the word: page_ dialog_ message_ refusal_ empty_ _2560_ _dark
--language german what the window speaks: english, german
--compare EARLIER tells which pictures differ from those of an earlier folder, and by how much; after --all without a
                  folder that is the set before. With --only-compare no picture is taken
--workspace DIR   work in this workspace and keep it; where it has runs, they are used

QT_SCALE_FACTOR=2 takes them as a screen of that density shows them.
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
WIDTH, HEIGHT = 1280, 800
SIZES = ((1280, 720), (2560, 1440))
SMALL = (1024, 700)
THEMES = ("light", "dark")
WHY = {"deutsch": "bisher der Beste"}  # what the analyst notes at a promotion, where not in English
PATIENCE = 120.0  # seconds for one step
SETTLED = 0.25  # seconds until what is drawn stands


def main(arguments: list) -> int:
    """Set up what is missing and go on in the program's own Python."""
    from environment import VENV, become, prepare

    if Path(sys.prefix) != VENV:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        return become(prepare(development=False, display=False), [str(Path(__file__)), *arguments])
    sys.path.insert(0, str(ROOT))
    wanted = parsed(arguments)
    if not wanted.only_compare:
        if wanted.earlier_kept:
            put_aside(wanted.folder, wanted.compare)
        wanted.folder.mkdir(parents=True, exist_ok=True)
        take_all(wanted)
    if wanted.compare is not None and wanted.compare.is_dir():
        from comparing import tell

        tell(wanted.compare, wanted.folder)
    return 0


def parsed(arguments: list) -> object:
    """What the words of the command line ask for."""
    import argparse

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--language", choices=("english", "german"), default="english")
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--compare", type=Path)
    parser.add_argument("--only-compare", action="store_true")
    wanted = parser.parse_args(arguments)
    wanted.earlier_kept = wanted.all and wanted.folder is None and wanted.compare is None
    wanted.folder = wanted.folder or ROOT / ("build/pictures" if wanted.all else "resources/pictures")
    if wanted.earlier_kept:
        wanted.compare = wanted.folder.with_name("pictures-before")
    return wanted


def put_aside(folder: Path, before: Path) -> None:
    """Keep the set of the last time."""
    if folder.is_dir():
        shutil.rmtree(before, ignore_errors=True)
        folder.rename(before)


def take_all(wanted: object) -> None:
    """Open windows over workspaces of their own, and take them."""
    import qasync
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory(prefix="alphapulse-") as temporary,
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner,
    ):
        workspace = wanted.workspace or Path(temporary) / "workspace"
        for each in (Path(temporary) / "empty", workspace):
            speak(each, wanted.language)
        camera = Camera(wanted.folder, wanted.only)
        if wanted.all:
            runner.run(take_empty(Path(temporary) / "empty", camera))
        runner.run(take(workspace, camera, whole=wanted.all))


def speak(workspace: Path, language: str) -> None:
    """The window over this workspace speaks this language."""
    from engine.settings import Language
    from gui.session import Session

    session = Session(workspace)
    session.update_settings(language=Language[language.upper()])
    session.close()


class Camera:
    """Takes the pictures whose name holds the word that was asked for."""

    def __init__(self, folder: Path, only: str) -> None:
        self._folder, self._only = folder, only

    def wants(self, *names: str) -> bool:
        """Whether one of these pictures is wanted."""
        return any(self._only in name for name in names)

    async def take(self, window: object, widget: object, name: str, theme: str) -> None:
        """One picture, once what is drawn has settled."""
        if not self.wants(name):
            return
        set_theme(window, theme)
        await asyncio.sleep(SETTLED)
        path = self._folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise RuntimeError(f"{path} could not be written")
        print(path, flush=True)


async def take(workspace: Path, camera: Camera, *, whole: bool = False) -> None:
    """The day of an analyst, then the pictures."""
    from gui.app import create_window

    window = create_window(workspace)
    window.resize(WIDTH, HEIGHT)
    window.show()
    try:
        workspace.parent.mkdir(parents=True, exist_ok=True)
        await work(window, Path(shutil.copy(ROOT / "resources" / "sample" / "btc_1h.csv", workspace.parent)))
        await (everything(window, camera) if whole else photograph(window, camera))
    finally:
        window.jobs.cancel_all()
        await window.jobs.close()
        window.session.close()


async def work(window: object, sample: Path) -> None:
    """Open the sample, train three, combine them, promote the ensemble, and watch it to the end of the file."""
    session = window.session
    window.opener.open(sample)
    await until(lambda: session.data is not None, "the sample is open")
    if not any(run.kind == "ensemble" for run in session.runs):
        press(window, "training.train")
        await until(lambda: len(session.runs) >= 3 and idle(window), "three models are trained")
    window.show_tab("ensemble")
    await asyncio.sleep(0.5)
    press(window, "ensemble.build")
    await until(lambda: any(run.kind == "ensemble" for run in session.runs) and idle(window), "the ensemble is built")
    window.library.promote(next(run.id for run in session.runs if run.kind == "ensemble"),
                           WHY.get(session.settings.language.value, "best so far"))
    window.show_tab("monitor")
    await asyncio.sleep(0.5)
    speed = find(window, "monitor.speed")
    speed.setCurrentIndex(0)  # full speed
    press(window, "monitor.start")
    await asyncio.sleep(0.5)
    await until(lambda: idle(window), "the file is watched to its end")


async def photograph(window: object, camera: Camera) -> None:
    """Each tab in both themes."""
    from scenes import TABS

    window.messages.dismiss()
    window.session.select([window.session.champion])
    for theme in THEMES:
        for tab in TABS:
            window.show_tab(tab)
            await camera.take(window, window, f"{tab}_{theme}", theme)


async def take_empty(workspace: Path, camera: Camera) -> None:
    """What a first user sees: every tab while there is nothing to show."""
    from gui.app import create_window
    from scenes import TABS

    window = create_window(workspace)
    window.show()
    for width, height in (*SIZES, SMALL):
        window.resize(width, height)
        for theme in THEMES:
            for tab in TABS:
                window.show_tab(tab)
                await camera.take(window, window, f"empty_{tab}_{width}_{theme}", theme)
    window.end()


async def everything(window: object, camera: Camera) -> None:
    """Every page, every message, every refusal and every dialog, in both themes."""
    import scenes

    window.messages.dismiss()
    window.session.select([window.session.champion])
    for width, height in (*SIZES, SMALL):
        if not camera.wants(*(f"page_{tab}_{width}_{theme}" for tab in scenes.TABS for theme in THEMES), "page_"):
            continue
        window.resize(width, height)
        await asyncio.sleep(SETTLED)
        for theme in THEMES:
            for name, show in scenes.pages(window):
                picture = f"page_{name}_{width}_{theme}"
                if camera.wants(picture):
                    show()
                    await until(lambda: idle(window), f"{name} is there")
                    await camera.take(window, window, picture, theme)
    window.resize(*SIZES[0])
    with tempfile.TemporaryDirectory(prefix="alphapulse-") as folder:
        for kind, found in (("message", scenes.messages()), ("dialog", scenes.dialogs()),
                            ("refusal", scenes.refusals(Path(folder)))):
            for theme in THEMES:
                for name, show in found.items():
                    if camera.wants(f"{kind}_{name}_{theme}"):
                        await over(window, camera, f"{kind}_{name}_{theme}", show, theme)


async def over(window: object, camera: Camera, picture: str, show: Callable[[object], object], theme: str) -> None:
    """What opens over the window, or is said in it, and away with it again."""
    import scenes

    set_theme(window, theme)
    show(window)
    await asyncio.sleep(SETTLED)
    await until(lambda: idle(window), f"{picture} is there")
    await camera.take(window, scenes.front(window), picture, theme)
    scenes.close(window)
    window.messages.dismiss()


def set_theme(window: object, theme: str) -> None:
    """Switch the look."""
    from engine.settings import Theme

    if window.session.settings.theme is not Theme(theme):
        window.session.set_theme(Theme(theme))


async def until(true: Callable[[], bool], words: str) -> None:
    """Wait for a condition; `words` say what never came."""
    started = time.monotonic()
    while not true():
        if time.monotonic() - started > PATIENCE:
            raise TimeoutError(f"waited {PATIENCE:.0f} s until {words}")
        await asyncio.sleep(0.1)
    if time.monotonic() - started > 1:
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
