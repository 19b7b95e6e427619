"""What is in the menus, in order."""

from __future__ import annotations

from gui.actions import ActionSpec
from gui.session import Session
from gui.translation import later


def _has_runs(session: Session) -> bool:
    return bool(session.runs)


def _has_champion(session: Session) -> bool:
    return session.champion is not None


SPECS = (
    ActionSpec("file.open", later("&Open…"), "File", "Ctrl+O", "folder-open",
               later("Open a file of signals or a bundle")),
    ActionSpec("file.sample", later("Open &Sample"), "File", "", "sparkles", later("Open real hourly Bitcoin signals")),
    ActionSpec("file.export", later("&Export Model…"), "File", "Ctrl+E", "package", later("Write a model as a "
                                                                                   "bundle"), _has_runs,
               separator=True),
    ActionSpec("file.report", later("&Write Report…"), "File", "Ctrl+R", "file-text",
               later("The chosen runs as one HTML or PDF file"), _has_runs),
    ActionSpec("file.quit", later("&Quit"), "File", "Ctrl+Q", separator=True),
    ActionSpec("edit.undo", later("&Undo"), "Edit", "Ctrl+Z", "undo-2", later("Take back the last change")),
    ActionSpec("edit.redo", later("&Redo"), "Edit", "Ctrl+Shift+Z", "rotate-ccw", later("Do it again")),
    ActionSpec("view.training", later("&Training"), "View", "Ctrl+1", "chart-line"),
    ActionSpec("view.monitor", later("&Online Monitor"), "View", "Ctrl+2", "activity"),
    ActionSpec("view.ensemble", later("&Ensemble"), "View", "Ctrl+3", "layers"),
    ActionSpec("view.models", later("&Models"), "View", "Ctrl+4", "database"),
    ActionSpec("view.theme.system", later("&System"), "View/Theme", group="theme", hint=later("Follow the system")),
    ActionSpec("view.theme.light", later("&Light"), "View/Theme", group="theme"),
    ActionSpec("view.theme.dark", later("&Dark"), "View/Theme", group="theme"),
    ActionSpec("run.train", later("&Train"), "Run", "Ctrl+Return | Ctrl+Enter", "play",
               later("Train the chosen models")),
    ActionSpec("run.stop", later("&Stop, Keep the Best So Far"), "Run", "", "square",
               later("Finish now with what there is")),
    ActionSpec("run.cancel", later("&Cancel"), "Run", "Esc", "x", later("End the running work and keep nothing of it")),
    ActionSpec("run.resume", later("Resume &Unfinished Training"), "Run", "Ctrl+Shift+Return", "history",
               later("Go on with a training that a crash or a power cut ended")),
    ActionSpec("run.rollback", later("&Roll Back Champion"), "Run", "", "history",
               later("Bring back the champion before"),
               _has_champion, separator=True),
    ActionSpec("monitor.start", later("&Start Monitor"), "Run/Monitor", "", "play",
               later("Watch the chosen source")),
    ActionSpec("monitor.pause", later("&Pause Monitor or Go On"), "Run/Monitor", "", "pause",
               later("Hold the source, or let it go on")),
    ActionSpec("monitor.stop", later("S&top Monitor"), "Run/Monitor", "", "square",
               later("End in order; what was learnt is kept")),
    ActionSpec("monitor.freeze", later("&Hold or Follow the View"), "Run/Monitor", "", "eye",
               later("The learner goes on either way")),
    ActionSpec("monitor.note", later("Add a &Note to the Monitor…"), "Run/Monitor", "", "file-plus",
               later("Kept in the journal at this moment")),
    ActionSpec("monitor.triggers", later("Monitor T&riggers…"), "Run/Monitor", "", "bell",
               later("Rules of your own: when to speak up")),
    ActionSpec("monitor.machine", later("Time &Machine"), "Run/Monitor", "", "clock",
               later("What is recorded, run again with other settings")),
    ActionSpec("monitor.add", later("&Add a Monitor"), "Run/Monitor", "", "plus",
               later("One more, with a source of its own")),
    ActionSpec("tools.palette", later("&Command Palette…"), "Tools", "Ctrl+Shift+P", "search", later("Find any command "
                                                                                              "by its name")),
    ActionSpec("tools.trash", later("&Deleted Models…"), "Tools", "", "trash-2",
               later("Bring back what was deleted in the last 30 days, or remove it for good")),
    ActionSpec("tools.settings", later("&Settings…"), "Tools", "Ctrl+,", "settings",
               later("Theme and where things are kept")),
    ActionSpec("help.shortcuts", later("&Keyboard Shortcuts"), "Help", "F1", "keyboard"),
    ActionSpec("help.glossary", later("What the &Figures Mean…"), "Help", "", "circle-help"),
    ActionSpec("help.tour", later("&Tour…"), "Help", "", "sparkles", later("The first minutes, step by step")),
    ActionSpec("help.report", later("&Problem Report…"), "Help", "", "circle-alert"),
    ActionSpec("help.about", later("&About AlphaPulse Workbench"), "Help", icon="info", separator=True),
)
