"""Built data sets are found again by content, and give the very same models."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.models import LIBRARIES, built, library
from engine.models.fit_data import FitData, Knobs
from tests.engine.models.problems import numbers, with_gaps


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_second_fit_on_the_same_rows_is_the_same_model(name: str) -> None:
    problem = with_gaps()
    data = FitData(problem.matrix[:300], problem.label[:300], None, problem.matrix[300:], problem.label[300:])
    knobs = Knobs(rounds=30, learning_rate=0.1, max_depth=3, patience=10, subsample=0.8)
    built.SHELF.clear()
    first = library(name).fit(data, knobs)
    assert len(built.SHELF) == 1
    again = library(name).fit(replace(data, matrix=data.matrix.copy()), knobs)
    assert len(built.SHELF) == 1
    np.testing.assert_array_equal(again.margin(problem.matrix), first.margin(problem.matrix))
    other = library(name).fit(data, replace(knobs, learning_rate=0.3, max_depth=4))
    built.SHELF.clear()
    fresh = library(name).fit(data, replace(knobs, learning_rate=0.3, max_depth=4))
    np.testing.assert_array_equal(other.margin(problem.matrix), fresh.margin(problem.matrix))


@pytest.mark.parametrize("name", LIBRARIES)
def test_other_labels_weights_or_rows_are_not_found(name: str) -> None:
    problem, knobs = numbers(), Knobs(rounds=5, max_depth=3)
    built.SHELF.clear()
    data = FitData(problem.matrix, problem.label)
    touched = problem.matrix.copy()
    touched[5, 2] += 1
    for number, each in enumerate((data, replace(data, label=1 - problem.label), replace(data, matrix=touched),
                                   replace(data, weight=np.linspace(0.5, 1.5, 400))), 1):
        library(name).fit(each, knobs)
        assert len(built.SHELF) == number


def test_the_shelf_gives_the_longest_unused_away_and_lends_to_one_only() -> None:
    shelf, made = built.Shelf(100), []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    for key in "abcab":
        with shelf.lent(key, 40, make):
            pass
    assert made == [0, 1, 2, 3, 4]
    assert len(shelf) == 2
    with shelf.lent("b", 40, make) as one, shelf.lent("b", 40, make) as other:
        assert one != other
    with pytest.raises(KeyError), shelf.lent("z", 1, make):
        raise KeyError
    with shelf.lent("z", 1, make) as fresh:
        assert fresh == made[-1], "what a failed fit held is not trusted"


def test_the_order_of_rows_and_one_bit_are_told_apart() -> None:
    matrix = np.random.default_rng(0).normal(size=(3001, 7)).astype(np.float32)
    label = np.zeros(3001)
    keys = {built.key_of("x", FitData(each, label)) for each in (matrix, matrix[::-1], np.roll(matrix, 1, axis=1),
                                                                 np.nextafter(matrix, np.float32(9)))}
    assert len(keys) == 4
