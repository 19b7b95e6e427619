"""The weights of one ensemble are never moved by the sliders of the one before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.ensemble.weights_panel import WeightsPanel


def test_the_sliders_of_the_ensemble_before_are_gone_from_sight_at_once(qtbot: QtBot) -> None:
    panel = WeightsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_weights({"a": 0.5, "b": 0.5}, {"a": "A", "b": "B"})
    before = [widget for row in panel.rows.values() for widget in row.widgets]
    qtbot.waitUntil(lambda: all(widget.isVisible() for widget in before))
    panel.set_weights({"a": 0.4, "c": 0.6}, {"a": "A", "c": "C"})
    assert not any(widget.isVisible() for widget in before)
    qtbot.waitUntil(lambda: all(row.slider.isVisible() for row in panel.rows.values()))
