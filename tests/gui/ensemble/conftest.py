"""The robot of the Ensemble tab."""

from tests.gui.ensemble.robot import robot  # noqa: F401 - a fixture
