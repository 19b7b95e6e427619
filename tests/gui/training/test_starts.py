"""Bringing a model up to date: three ways side by side, one recommended, one click to use it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from tests.gui.robots import Robot


def test_three_ways_are_compared_and_one_is_used(trained: Robot) -> None:
    parent = trained.window.session.runs[0]
    assert not trained.find("training.compare_starts").isEnabled(), "nothing is chosen to start from"
    trained.window.commands.retrain(parent.id)
    assert trained.text("training.warm_start.hint") == "Has 12 trees; Rounds under Advanced is the total."
    trained.click("training.compare_starts")
    trained.idle()
    advice = trained.find("dialog.starts", QDialog).advice
    assert trained.text("starts.verdict") == advice.words
    described = trained.find("starts.plot.auc").accessibleDescription()
    for words in ("Warm start", "Recent only", "All history", "As it stands"):
        assert words in described
    recommended = trained.find(f"starts.use.{advice.recommended}")
    assert recommended.isDefault()
    trained.click("starts.use.warm_start")
    form = trained.window.tab("training").form
    order = form.order()
    assert order.parent == parent.id
    assert order.configs[0].rounds == 24
    assert order.validation.recent_rows == advice.ways[0].recent_rows
    assert len(trained.window.session.runs) == 1, "nothing is kept of the comparison"


def test_the_comparison_can_be_cancelled(trained: Robot) -> None:
    trained.window.commands.retrain(trained.window.session.runs[0].id)
    trained.type("training.advanced.rounds", "5000")
    trained.type("training.advanced.early_stopping_rounds", "0")
    trained.click("training.compare_starts")
    trained.until(lambda: trained.find("starts.progress").value() > 0)
    trained.click("starts.close")
    trained.idle()
    assert trained.window.jobs.in_slot("training-advice") is None
