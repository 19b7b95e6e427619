"""The robot of the Online Monitor tab."""

from tests.gui.monitor.robot import robot  # noqa: F401 - a fixture
