"""The four tabs as data, and how one is built when it is first needed."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.parts.empty_state import EmptyState
from gui.translation import later, tr


@dataclass(frozen=True)
class TabSpec:
    """One tab: object name of its page, title, icon, and where its widget is found when it is first needed."""

    name: str
    title: str
    icon: str
    module: str
    class_name: str


TABS = (
    TabSpec("training", later("Training"), "chart-line", "gui.training.tab", later("TrainingTab")),
    TabSpec("monitor", later("Online Monitor"), "activity", "gui.monitor.tab", later("MonitorTab")),
    TabSpec("ensemble", later("Ensemble"), "layers", "gui.ensemble.tab", later("EnsembleTab")),
    TabSpec("models", later("Models"), "database", "gui.models.tab", later("ModelsTab")),
)


def place(name: str) -> int:
    """Where a tab stands."""
    return next(number for number, spec in enumerate(TABS) if spec.name == name)


def make_tab(spec: TabSpec, services: Mapping[str, Any]) -> QWidget:
    """Build a tab with those services that its constructor names; its page, as `parent`, among them."""
    try:
        found = importlib.util.find_spec(spec.module)
    except ModuleNotFoundError:
        found = None
    if found is None:
        return EmptyState(spec.icon, spec.title, tr("This part of the workbench is not built yet."))
    kind = getattr(importlib.import_module(spec.module), spec.class_name)
    wanted = inspect.signature(kind.__init__).parameters
    return kind(**{name: service for name, service in services.items() if name in wanted})


def page(spec: TabSpec) -> QWidget:
    """The empty page of a tab."""
    made = QWidget(objectName=spec.name)
    made.setAccessibleName(tr(spec.title))
    layout = QVBoxLayout(made, spacing=0)
    layout.setContentsMargins(0, 0, 0, 0)
    return made
