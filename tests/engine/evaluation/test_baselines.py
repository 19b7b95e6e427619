"""Baselines know no more than they could have known."""

import numpy as np

from engine.evaluation import baselines


def test_the_prior_is_the_share_of_wins_among_known_training_labels():
    np.testing.assert_array_equal(baselines.prior(np.array([1, 0, 0, -1, 0]), 2), [0.25, 0.25])
    np.testing.assert_array_equal(baselines.prior(np.array([-1]), 1), [0.5])


def test_the_last_class_waits_for_the_label():
    label = np.array([1, 0, 1, 0])
    time = np.array([0, 10, 20, 30])
    np.testing.assert_array_equal(baselines.last_class(label, time, time + 15), [0.5, 0.5, 1, 0])
    np.testing.assert_array_equal(baselines.last_class(label), [0.5, 1, 0, 1])


def test_the_last_class_passes_over_unknown_labels():
    np.testing.assert_array_equal(baselines.last_class(np.array([1, -1, 0])), [0.5, 1, 1])
