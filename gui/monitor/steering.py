"""From the blend panel to the running monitor: what was moved acts at once, can be taken back, and is tried before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from engine.online.options import Blending
from gui.monitor.blend_panel import BlendPanel
from gui.monitor.control import MonitorControl
from gui.monitor.undoing import BlendChange, Change
from gui.translation import tr


class Steering(QObject):
    """Connects one panel with one control."""

    def __init__(self, panel: BlendPanel, control: MonitorControl, undo_stack: QUndoStack) -> None:
        super().__init__(control)
        self._panel, self._control, self._undo = panel, control, undo_stack
        panel.changed.connect(self._on_share)
        panel.way_changed.connect(self._on_way)
        panel.tuned.connect(self._on_tuned)
        panel.labels.valueChanged.connect(self.preview)

    def apply_share(self, value: float) -> None:
        """Another batch share, shown and acted on."""
        self._panel.set_value(value)
        self._control.set_blend(value)

    def apply_tuning(self, labels: int) -> None:
        """Tune on so many labels, shown and acted on."""
        self._panel.set_tuned(labels)
        self._control.set_tuning(labels)

    def apply_way(self, way: Blending) -> None:
        """Another way of mixing, shown and acted on."""
        self._panel.set_way(way)
        self._control.set_blending(way)

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
