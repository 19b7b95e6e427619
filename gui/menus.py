"""What is in the menus, in order."""

from __future__ import annotations

from gui.actions import ActionSpec
from gui.session import Session


def _has_runs(session: Session) -> bool:
    return bool(session.runs)


def _has_champion(session: Session) -> bool:
    return session.champion is not None


SPECS = (
    ActionSpec("file.open", "&Open…", "File", "Ctrl+O", "folder-open", "Open a file of signals or a bundle"),
    ActionSpec("file.sample", "Open &Sample", "File", "", "sparkles", "Open real hourly Bitcoin signals"),
    ActionSpec("file.export", "&Export Model…", "File", "Ctrl+E", "package", "Write a model as a bundle", _has_runs,
               separator=True),
    ActionSpec("file.quit", "&Quit", "File", "Ctrl+Q", separator=True),
    ActionSpec("edit.undo", "&Undo", "Edit", "Ctrl+Z", "undo-2", "Take back the last change"),
    ActionSpec("edit.redo", "&Redo", "Edit", "Ctrl+Shift+Z", "rotate-ccw", "Do it again"),
    ActionSpec("view.training", "&Training", "View", "Ctrl+1", "chart-line"),
    ActionSpec("view.monitor", "&Online Monitor", "View", "Ctrl+2", "activity"),
    ActionSpec("view.ensemble", "&Ensemble", "View", "Ctrl+3", "layers"),
    ActionSpec("view.models", "&Models", "View", "Ctrl+4", "database"),
    ActionSpec("view.theme.system", "&System", "View/Theme", group="theme", hint="Follow the system"),
    ActionSpec("view.theme.light", "&Light", "View/Theme", group="theme"),
    ActionSpec("view.theme.dark", "&Dark", "View/Theme", group="theme"),
    ActionSpec("run.train", "&Train", "Run", "Ctrl+Return | Ctrl+Enter", "play", "Train the chosen models"),
    ActionSpec("run.stop", "&Stop, Keep the Best So Far", "Run", "", "square", "Finish now with what there is"),
    ActionSpec("run.cancel", "&Cancel", "Run", "Esc", "x", "End the running work and keep nothing of it"),
    ActionSpec("run.rollback", "&Roll Back Champion", "Run", "", "history", "Bring back the champion before",
               _has_champion, separator=True),
    ActionSpec("tools.palette", "&Command Palette…", "Tools", "Ctrl+Shift+P", "search", "Find any command by its name"),
    ActionSpec("tools.settings", "&Settings…", "Tools", "Ctrl+,", "settings", "Theme and where things are kept"),
    ActionSpec("help.shortcuts", "&Keyboard Shortcuts", "Help", "F1", "keyboard"),
    ActionSpec("help.report", "&Problem Report…", "Help", "", "circle-alert"),
    ActionSpec("help.about", "&About AlphaPulse Workbench", "Help", icon="info", separator=True),
)
