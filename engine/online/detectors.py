"""HDDM_A, Page-Hinkley and DDM as River computes them, on plain arrays; ADWIN is in `adwin`.

Each starts again after an alarm. Plain Python functions that numba compiles on first use; see `kernels`. HDDM_A: Frias-
Blanco and others, IEEE TKDE 27:810, 2015; Page-Hinkley: Page, Biometrika 41:100, 1954; DDM: Gama and others, SBIA 2004.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.records import Floats, Ints

N, MEAN = 0, 1  # places in every detector's state: values since the last alarm, and their mean
CUT_N, CUT_MEAN = 2, 3  # of HDDM_A: the same at the cut that it compares with
UP, DOWN, LEAST_UP, MOST_DOWN = 2, 3, 4, 5  # of Page-Hinkley
LEAST_MEAN, LEAST_SPREAD, LEAST_SUM = 2, 3, 4  # of DDM
PLACES = 6

HDDM_CONFIDENCE = 3e-4
ALLOWED, THRESHOLD, FADING, PH_LEAST = 0.15, 70.0, 0.9999, 30  # of Page-Hinkley, in spreads of its input
DDM_LEVEL, DDM_LEAST = 3.0, 30


def fresh() -> Floats:
    """The state of a detector that has seen nothing."""
    return np.zeros(PLACES)


def hddm_pass(values: Floats, state: Floats, confidence: float, alarms: Ints) -> int:
    """Values (k,) of 0 to 1, NaN passed over; writes the places of the alarms and returns how many there are."""
    found = 0
    bound, level = math.log(1.0 / confidence), math.log(2.0 / confidence)
    for k in range(values.shape[0]):
        if math.isnan(values[k]):
            continue
        state[N] += 1.0
        n = state[N]
        state[MEAN] += (values[k] - state[MEAN]) / n
        mean = state[MEAN]
        if state[CUT_N] == 0.0 or state[CUT_MEAN] + math.sqrt(1.0 / (2.0 * state[CUT_N]) * bound) >= mean + math.sqrt(
                1.0 / (2.0 * n) * bound):
            state[CUT_N] = n
            state[CUT_MEAN] = mean
        if state[CUT_N] < n:
            share = (n - state[CUT_N]) / state[CUT_N] * (1.0 / n)
            if mean - state[CUT_MEAN] >= math.sqrt(share / 2.0 * level):
                alarms[found] = k
                found += 1
                state[:] = 0.0
    return found


def page_hinkley_pass(values: Floats, state: Floats, allowed: float, threshold: float, alarms: Ints) -> int:
    """Values (k,), NaN passed over; both directions. Writes the places of the alarms and returns how many there are."""
    found = 0
    for k in range(values.shape[0]):
        if math.isnan(values[k]):
            continue
        if state[N] == 0.0:
            state[LEAST_UP] = math.inf
            state[MOST_DOWN] = -1.0  # as in River
        state[N] += 1.0
        state[MEAN] += (values[k] - state[MEAN]) / state[N]
        apart = values[k] - state[MEAN]
        state[UP] = FADING * state[UP] + apart - allowed
        state[DOWN] = FADING * state[DOWN] + apart + allowed
        state[LEAST_UP] = min(state[LEAST_UP], state[UP])
        state[MOST_DOWN] = max(state[MOST_DOWN], state[DOWN])
        most = max(state[UP] - state[LEAST_UP], state[MOST_DOWN] - state[DOWN])
        if state[N] >= PH_LEAST and most > threshold:
            alarms[found] = k
            found += 1
            state[:] = 0.0
    return found


def ddm_pass(values: Floats, state: Floats, level: float, alarms: Ints) -> int:
    """Values (k,) of 0 to 1, NaN passed over; writes the places of the alarms and returns how many there are."""
    found = 0
    for k in range(values.shape[0]):
        if math.isnan(values[k]):
            continue
        if state[N] == 0.0:
            state[LEAST_SUM] = math.inf
        state[N] += 1.0
        state[MEAN] += (values[k] - state[MEAN]) / state[N]
        mean = state[MEAN]
        spread = math.sqrt(max(mean * (1.0 - mean), 0.0) / state[N])
        if state[N] > DDM_LEAST:
            if mean + spread <= state[LEAST_SUM]:
                state[LEAST_MEAN] = mean
                state[LEAST_SPREAD] = spread
                state[LEAST_SUM] = mean + spread
            if mean + spread > state[LEAST_MEAN] + level * state[LEAST_SPREAD]:
                alarms[found] = k
                found += 1
                state[:] = 0.0
    return found


LOOPS: tuple[Callable[..., Any], ...] = (hddm_pass, page_hinkley_pass, ddm_pass)
