"""A replay of 100,000 events with late labels, beside River itself on a part of the same events."""

from __future__ import annotations

import statistics

from tests.benchmarks import made
from tests.benchmarks.measuring import Row, interleaved, seconds

EVENTS, FEATURES, BY_RIVER = 100_000, 40, 5_000
BAR = 15.0


def rows(*, repeats: int) -> list[Row]:
    """Seconds for the whole replay (score, wait for the label, learn, watch for drift), and events a second of both."""
    from engine.data.loading import table_from_frame
    from engine.online.replay import ReplayOptions, replay

    frame = made.signals(EVENTS, FEATURES)
    table = table_from_frame(frame, made.ROLES, source="made")
    replay(table, ReplayOptions(limit=1000))  # compiled loops come from the cache or are made here
    features = frame.filter(regex="^x")[:BY_RIVER].to_dict("records")
    labels = frame["win"][:BY_RIVER].astype(bool).tolist()
    taken = interleaved({"replay": lambda: replay(table), "river": lambda: _river(features, labels)},
                        max(repeats // 2, 3))
    ours, river = statistics.median(taken["replay"]), statistics.median(taken["river"])
    ratio = (ours / EVENTS) / (river / BY_RIVER)
    return [Row(f"Replay of {EVENTS:,} events of {FEATURES} features, labels late",
                f"{seconds(ours)} ({EVENTS / ours:,.0f} events/s)",
                f"River alone, labels at once: {BY_RIVER / river:,.0f} events/s", f"{ratio:.3f}x",
                f"under {BAR:.0f} s", ours < BAR)]


def _river(features: list[dict[str, float]], labels: list[bool]) -> None:
    """River's own loop: predict one, learn one."""
    from river import linear_model, optim, preprocessing

    model = preprocessing.StandardScaler() | linear_model.LogisticRegression(optim.SGD(0.001))
    for row, label in zip(features, labels, strict=True):
        model.predict_proba_one(row)
        model.learn_one(row, label)
