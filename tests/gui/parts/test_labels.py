"""Labels set their words as a printer would, and answer what they were given."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.parts.labels import label, typeset


@pytest.mark.parametrize(("given", "shown"), [
    ("difference -0.004 (-0.013 to 0.005)", "difference −0.004 (−0.013 to 0.005)"), ("80 %.", "80\u00a0%."),
    ("2017-07-02 - 2019-07-18", "2017-07-02 - 2019-07-18"), ("cat-2026-7e02", "cat-2026-7e02"), ("walk-forward", ) * 2,
])
def test_minus_signs_and_percentages_are_set(given: str, shown: str) -> None:
    assert typeset(given) == shown


def test_a_label_answers_what_it_was_given(qtbot: QtBot) -> None:
    made = label("worth -1 R, 5 %")
    qtbot.addWidget(made)
    assert made.text() == "worth -1 R, 5 %"
    assert QLabel.text(made) == "worth −1 R, 5\u00a0%"
