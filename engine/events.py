"""What a source tells a monitor: signals, labels and settings, each with its own time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from engine.records import Floats


@dataclass(frozen=True, eq=False, slots=True)
class SignalEvent:
    """A signal fired: `features` (d,) float64 in the order of the learner's columns, NaN missing; `time` ns UTC."""

    id: str
    time: int
    features: Floats


@dataclass(frozen=True, slots=True)
class LabelEvent:
    """The outcome of signal `id` became known at `time` (ns UTC): 1 win, 0 loss."""

    id: str
    time: int
    label: int
    realized_rr: float = float("nan")


@dataclass(frozen=True, slots=True)
class SettingEvent:
    """The analyst changed something that scores depend on; `value` is a plain JSON value."""

    id: str
    time: int
    name: str
    value: Any


Event: TypeAlias = SignalEvent | LabelEvent | SettingEvent


def features_of(values: Mapping[str, float], names: tuple[str, ...]) -> Floats:
    """A row of the named columns from a mapping; what is not there is missing."""
    return np.asarray([values.get(name, np.nan) for name in names], dtype=np.float64)
