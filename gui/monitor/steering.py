"""From the blend panel to the running monitor: what was moved acts at once, can be taken back, and is tried before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Slot

from engine.online.options import Blending
from gui.monitor.blend_panel import BlendPanel
from gui.monitor.control import MonitorControl
from gui.monitor.undoing import BlendChange, Change
from gui.translation import tr
from gui.undo import UndoStack

T = TypeVar("T")


class Steering(QObject):
    """Connects one panel with one control."""

    def __init__(self, panel: BlendPanel, control: MonitorControl, undo_stack: UndoStack) -> None:
        super().__init__(control)
        self._panel, self._control, self._undo = panel, control, undo_stack
        panel.changed.connect(self._on_share)
        panel.way_changed.connect(self._on_way)
        panel.tuned.connect(self._on_tuned)
        panel.labels.valueChanged.connect(self.preview)

    def apply_share(self, value: float) -> bool:
        """Another batch share, shown and acted on; False where the monitor was closed."""
        return self._set(value, self._panel.set_value, self._control.set_blend)

    def apply_tuning(self, labels: int) -> bool:
        """Tune on so many labels, shown and acted on; False where the monitor was closed."""
        return self._set(labels, self._panel.set_tuned, self._control.set_tuning)

    def apply_way(self, way: Blending) -> bool:
        """Another way of mixing, shown and acted on; False where the monitor was closed."""
        return self._set(way, self._panel.set_way, self._control.set_blending)

    def _set(self, value: T, show: Callable[[T], object], act: Callable[[T], object]) -> bool:
        if not shiboken6.isValid(self):
            return False
        show(value)
        act(value)
        return True

    @Slot()
    def preview(self) -> None:
        """What each share would have scored on the newest labels."""
        monitor, panel = self._control.monitor, self._panel
        if panel.tuned_on and (found := self._control.snapshot()) is not None:
            panel.set_value(found.blend)  # the monitor moves it
        panel.set_preview(None if monitor is None else monitor.blend_preview(panel.labels.value()))

    @Slot(float, float)
    def _on_share(self, before: float, after: float) -> None:
        self._control.set_blend(after)
        self._undo.push(BlendChange(before, after, self.apply_share, self))

    @Slot(int, int)
    def _on_tuned(self, before: int, after: int) -> None:
        self._control.set_tuning(after)
        self._undo.push(Change(tr("Tuning of the Blend"), before, after, self.apply_tuning))

    @Slot(object, object)
    def _on_way(self, before: Blending, after: Blending) -> None:
        self._control.set_blending(after)
        self._undo.push(Change(tr("Way of Blending"), before, after, self.apply_way))
