"""Times and alarms of a stream as plain JSON values."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.records import DriftMark


def iso(time: int | None) -> str | None:
    """Nanoseconds since 1970 as ISO 8601 UTC; None where there is no time."""
    if time is None or time < 0:
        return None
    return str(np.datetime_as_string(np.datetime64(time, "ns"), unit="s", timezone="UTC"))


def drift_json(mark: DriftMark) -> dict[str, Any]:
    """One alarm."""
    return {"event": mark.event, "time": iso(mark.time), "detector": mark.detector, "watched": mark.watched,
            "retrain": mark.retrain, "words": mark.words}
