"""A replay of 100,000 events with late labels, beside River itself on a part of the same events."""

from __future__ import annotations

import statistics
import time

from tests.benchmarks.measuring import Row, interleaved, seconds

EVENTS, FEATURES_LEARNT_BY_RIVER = 100_000, 5_000
BAR = 15.0


def rows(*, repeats: int) -> list[Row]:
    """Seconds for the whole replay (score, wait for the label, learn, watch for drift), and events a second of both."""
    from engine.data.loading import table_from_frame
    from engine.data.synthetic import stream
    from engine.online.replay import ReplayOptions, replay
    from engine.records import Roles

    made = stream("stationary", rows=EVENTS, seed=0)
    table = table_from_frame(made.frame(), Roles(), source="stream")
    replay(table, ReplayOptions(limit=1000))  # compiled loops come from the cache or are made here
    taken = interleaved({"replay": lambda: replay(table, ReplayOptions()), "river": lambda: _river(made)},
                        max(repeats // 2, 3))
    ours, river = statistics.median(taken["replay"]), statistics.median(taken["river"])
    ratio = (FEATURES_LEARNT_BY_RIVER / river) / (EVENTS / ours)
    return [Row(f"Replay of {EVENTS:,} events, labels late", f"{seconds(ours)} ({EVENTS / ours:,.0f} events/s)",
                f"River, labels at once: {FEATURES_LEARNT_BY_RIVER / river:,.0f} events/s", f"{ratio:.3f}x the time",
                f"under {BAR:.0f} s", ours < BAR)]


def _river(made: object) -> float:
    """River's own loop: predict one, learn one."""
    from river import linear_model, optim, preprocessing

    model = preprocessing.StandardScaler() | linear_model.LogisticRegression(optim.SGD(0.001))
    started = time.perf_counter()
    for row, label in zip(made.X[:FEATURES_LEARNT_BY_RIVER], made.label[:FEATURES_LEARNT_BY_RIVER], strict=True):
        features = dict(enumerate(row.tolist()))
        model.predict_proba_one(features)
        model.learn_one(features, bool(label))
    return time.perf_counter() - started
