"""Wins and losses in every spelling, and a refusal in words for everything else."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.data.labels import encode_label, is_binary
from engine.errors import WorkbenchError


@pytest.mark.parametrize("cells", [
    ["win", "loss", None], ["True", "False", None], ["Y", "N", None], [1, 0, None], [1.0, 0.0, np.nan], ["1", "0",
    None],
    [1, -1, None], ["WON", " lost ", None], [True, False, None], ["TP", "SL", None], ["target", "stop", None],
    ["yes", "no", None],
])
def test_two_words_and_the_unknown(cells):
    column = pd.Series(cells)
    assert is_binary(column)
    assert encode_label(column, "win").tolist() == [1, 0, -1]


def test_booleans_and_categories():
    assert encode_label(pd.Series([True, False]), "win").tolist() == [1, 0]
    assert encode_label(pd.Series([True, None], dtype="boolean"), "win").tolist() == [1, -1]
    assert encode_label(pd.Series(["win", "loss"], dtype="category"), "win").tolist() == [1, 0]


@pytest.mark.parametrize(("cells", "shown"), [
    ([0, 1, 2], "0, 1, 2"), ([-1, 0, 1], "-1, 0, 1"), (["win", "loss", "timeout"], "timeout"), ([0.5, 0.25], "0.25"),
    (list(range(100)), "many different values"),
])
def test_three_kinds_of_outcome_are_refused(cells, shown):
    column = pd.Series(cells)
    assert not is_binary(column)
    with pytest.raises(WorkbenchError, match=shown) as refusal:
        encode_label(column, "win")
    assert refusal.value.remedy


def test_nothing_known_is_not_binary():
    assert not is_binary(pd.Series([None, None], dtype=object))
    assert encode_label(pd.Series([None, None], dtype=object), "win").tolist() == [-1, -1]
