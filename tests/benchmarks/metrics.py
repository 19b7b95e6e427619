"""AUC and its interval beside scikit-learn's AUC alone."""

from __future__ import annotations

import numpy as np

from tests.benchmarks.measuring import Row, against

ROWS = 1_000_000


def rows(*, repeats: int) -> list[Row]:
    """Both on the same rows; the figures agree to the last digits or the row is not made."""
    from sklearn.metrics import roc_auc_score

    from engine.evaluation import intervals, metrics

    random = np.random.default_rng(0)
    label = (random.random(ROWS) < 0.4).astype(np.int64)
    probability = np.clip(0.4 + 0.1 * (label - 0.4) + 0.2 * random.normal(size=ROWS), 0, 1).round(6)
    assert abs(metrics.auc(label, probability) - roc_auc_score(label, probability)) < 1e-12
    peer = ("roc_auc_score", lambda: roc_auc_score(label, probability))
    return [
        against(f"AUC of {ROWS:,} rows with ties",
                dict([("auc", lambda: metrics.auc(label, probability)), peer]), repeats=repeats, bar=0.1),
        against("The same with its DeLong interval",
                dict([("delong", lambda: intervals.delong(label, probability)), peer]), repeats=repeats, bar=1.2),
    ]
