"""The account of luck beside the verdict and in the table."""

from __future__ import annotations

from engine.library import accounting
from tests.gui.robots import Robot


def test_the_account_of_luck_stands_beside_the_verdict_and_in_the_table(trained: Robot) -> None:
    session = trained.window.session
    account = accounting.account_of_run(session.workspace, session.runs[0].id)
    trained.until(lambda: trained.text("training.luck") == accounting.verdict(account))
    assert "the first look at these outcomes" in trained.text("training.luck")
    assert trained.visible("training.luck")
    assert trained.find("training.luck").toolTip() == account.words
    assert trained.cell(0, "luck") == f"{account.deflated:.2f}"
    trained.type("training.advanced.rounds", "20")
    trained.click("training.train")
    trained.idle()
    trained.until(lambda: "2 looks at these outcomes (2 trainings)" in trained.text("training.luck"))
