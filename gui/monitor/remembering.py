"""What a monitor's form is written down as, and found again from: source, model, speed, blend, learner."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import settings
from engine.online.options import LearnerOptions
from gui.dialogs.connect import Connection
from gui.monitor.watching import Elsewhere
from gui.parts.fields import FieldError

if TYPE_CHECKING:
    from gui.monitor.view import MonitorView

State = dict[str, Any]


def view_state(view: MonitorView) -> State:
    """Plain JSON values; an address holds no password."""
    source = view.source
    try:
        options = settings.to_json(view.options())
    except FieldError:  # half typed: the next change is written down
        options = {}
    return {
        "file": str(view.chosen) if view.chosen is not None and view.chosen == source.path else "",
        "address": source.connection.address if source.connection is not None else "",
        "labels": source.connection.labels if source.connection is not None else "",
        "elsewhere": str(source.elsewhere.folder) if source.elsewhere is not None else "",
        "champion": source.champion.currentData() if source.picked else None,
        "speed": source.speed_value, "resume": view.learner.resume, "options": options,
        "days": view.side.days.value(), "tuned_on": view.blend.tuned_on, "keep_events": view.side.keeping.keeps,
        "events_to": view.side.keeping.copies_to,
    }


def restore_view(view: MonitorView, state: State) -> None:
    """Show what was written down; what is gone since is left out."""
    if state.get("address"):
        view.take_live(Connection(str(state["address"]), labels=str(state.get("labels") or "")))
    elif state.get("elsewhere") and Path(str(state["elsewhere"])).is_dir():
        view.take_live(Elsewhere(Path(str(state["elsewhere"]))))
    elif state.get("file") and Path(str(state["file"])).exists():
        view.take_file(Path(str(state["file"])))
    if state.get("champion") is not None:
        view.source.pick(str(state["champion"]))
    speed = view.source.speed.findData(state.get("speed"))
    view.source.speed.setCurrentIndex(max(speed, 0))
    if isinstance(state.get("options"), dict) and state["options"]:
        view.take_options(settings.from_json(LearnerOptions, state["options"]))
    view.learner.go_on.setChecked(bool(state.get("resume")))
    view.side.keeping.set_value(str(state.get("keep_events") or ""), str(state.get("events_to") or ""))
    if isinstance(state.get("tuned_on"), int):
        view.blend.set_tuned(state["tuned_on"])
    if isinstance(state.get("days"), int):
        view.side.days.setValue(state["days"])
