"""MLflow in the window: off by default, in words while a server is away."""

from __future__ import annotations

from engine.bundle import mlflow_tracking
from engine.settings import Tracking
from tests.gui.robots import Robot
from tests.services.mlflow_server import free_port


def test_nothing_is_sent_unless_the_settings_say_so(trained: Robot) -> None:
    assert trained.window.session.settings.tracking is Tracking.OFF
    assert mlflow_tracking.waiting(trained.window.session.workspace) == 0


def test_while_a_server_is_away_the_strip_says_that_runs_wait(opened: Robot) -> None:
    session = opened.window.session
    session.update_settings(tracking=Tracking.SERVER, tracking_server=f"http://127.0.0.1:{free_port()}")
    for kind in ("lightgbm", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.click("training.train")
    opened.idle()
    assert "1 run waits in the workspace and goes with the next delivery." in opened.told
    assert len(session.runs) == 1
    session.update_settings(tracking_server="http://me:secret@host")
    opened.window.library.promote(session.runs[0].id)
    opened.idle()
    assert "name and password" in opened.told
    assert "secret" not in opened.told
