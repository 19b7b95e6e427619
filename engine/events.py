"""What a source tells a monitor: signals, labels and settings, each with its own time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class SignalEvent:
    """A signal fired at `time` (ns UTC, or -1).

    `features` (d,) are float32 in the schema's order, categories as codes, NaN missing.
    """

    id: str
    time: int
    features: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LabelEvent:
    """The outcome of signal `id` became known at `time` (ns UTC, or -1): 1 win, 0 loss."""

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
