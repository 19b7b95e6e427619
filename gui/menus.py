"""What is in the menus, in order."""

from __future__ import annotations

from gui.actions import ActionSpec

SPECS = (
    ActionSpec("file.quit", "&Quit", "File", "Ctrl+Q", separator=True),
    ActionSpec("view.training", "&Training", "View", "Ctrl+1", "chart-line"),
    ActionSpec("view.monitor", "&Online Monitor", "View", "Ctrl+2", "activity"),
    ActionSpec("view.ensemble", "&Ensemble", "View", "Ctrl+3", "layers"),
    ActionSpec("view.models", "&Models", "View", "Ctrl+4", "database"),
    ActionSpec("view.theme.system", "&System", "View/Theme", group="theme"),
    ActionSpec("view.theme.light", "&Light", "View/Theme", group="theme"),
    ActionSpec("view.theme.dark", "&Dark", "View/Theme", group="theme"),
    ActionSpec("help.about", "&About AlphaPulse Workbench", "Help", icon="info"),
)
