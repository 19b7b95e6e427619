"""What both tables of runs show of one: its status, its AUC, its star; and the menu over chosen ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QWidget

from engine.records import Interval, RunRecord
from gui.icons import icon
from gui.parts.words import plus_minus
from gui.sentences import said
from gui.translation import later, tr

STATUS = {"done": later("Done"), "stopped": later("Stopped early"), "failed": later("Failed"),
          "cancelled": later("Cancelled")}
Mark = tuple[str, str, str]  # picture, colour, words
Entry = tuple[str, str, bool, Callable[[], object]]  # words, picture, whether it can be had, what it does


def usable(run: RunRecord) -> bool:
    """Whether the run holds a model."""
    return run.status in ("done", "stopped") and bool(run.model_path)


def auc(run: RunRecord) -> Interval | None:
    """Its AUC on unseen rows."""
    return run.scores.auc if run.scores is not None else None


def auc_words(run: RunRecord) -> str:
    """The same with half its interval."""
    return plus_minus(auc(run))


def value(found: Interval | None) -> float | None:
    """What a column sorts by."""
    return found.value if found is not None else None


def status(run: RunRecord) -> str:
    """How the training ended, or that its scores are too good."""
    return tr("Contaminated") if run.contaminated else tr(STATUS.get(run.status, run.status.capitalize()))


def status_color(run: RunRecord) -> str:
    """Red for a failure, amber where scores are too good."""
    if run.status == "failed":
        return "danger"
    return "warning" if run.contaminated else ""


def status_tip(run: RunRecord) -> str:
    """Why."""
    if run.contaminated:
        return tr("Contaminated: a model that it was started from had seen rows of this test. Its scores are too good.")
    return said(run.message) or status(run)


def star(run: RunRecord) -> Mark:
    """Full or empty."""
    return ("star", "warning", tr("Starred: click to take the star away")) if run.starred else (
        "star", "border", tr("Click to star"))


def menu_of(entries: Iterable[Entry], parent: QWidget) -> QMenu:
    """A menu of commands; those that cannot be had now are grey."""
    menu = QMenu(parent)
    for words, picture, possible, act in entries:
        action = menu.addAction(icon(picture, "muted"), tr(words))
        action.setEnabled(possible)
        action.triggered.connect(lambda _checked=False, act=act: act())
    return menu
