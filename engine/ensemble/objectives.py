"""What weights can be asked to make best, beside the log loss: the AUC, or the mean R of the signals rated best."""

from __future__ import annotations

import enum
from collections.abc import Callable

import numpy as np

from engine.ensemble.panel import Panel
from engine.evaluation.calibration import sigmoid
from engine.evaluation.comparison import compare, compare_means
from engine.evaluation.intervals import Z95, Values
from engine.records import Comparison, Floats

BEST_SHARE = 0.2  # expected R is the mean R of this share of the signals, those with the highest scores
_MOST_LEVELS = 1 << 16
_PAIRS = 20_000
_STEPS, _RATE = 200, 0.5
Going = Callable[[float], bool]  # told the share of steps that are done, answers whether to take more, or raises


class Metric(enum.Enum):
    """What a method makes best: its own choice (log loss; for greedy selection the AUC), or another."""

    METHOD = "method"
    AUC = "auc"
    LOG_LOSS = "log_loss"
    EXPECTED_R = "expected_r"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"method": "As the Method Does", "auc": "AUC", "log_loss": "Log Loss",
                "expected_r": f"Expected R (Best {BEST_SHARE:.0%})"}[self.value]


def taken_share(count: int) -> int:
    """How many of `count` signals are among the best."""
    return max(int(count * BEST_SHARE), 1)


def taken(probability: Floats) -> Floats:
    """1 / share for the signals (n,) that are rated best and 0 for the others: times R, its mean is the expected R."""
    count = taken_share(len(probability))
    found = np.zeros(len(probability))
    found[np.argpartition(-probability, count - 1)[:count]] = len(probability) / count
    return found


def compared(panel: Panel, p_a: Floats, p_b: Floats, a: str, b: str, metric: Metric) -> Comparison:
    """Two predictions of a panel's rows by the metric that was asked for: expected R, or else the AUC."""
    if metric is not Metric.EXPECTED_R or not len(panel):
        return compare(panel.label, p_a, p_b, a, b)
    return compare_means(taken(p_a) * panel.rr, taken(p_b) * panel.rr, a, b)


def always(_share: float) -> bool:
    """Take every step."""
    return True


def best_shares(panel: Panel, metric: Metric, weight: Floats, going: Going = always) -> Floats:
    """Shares (k,) that raise the AUC or the expected R, drawn to equal as far as the rows leave the gain open.

    Exponentiated gradient on a smooth form of the metric: the logistic loss of pairs of a win and a loss, or a soft
    threshold at the best fifth. The pull is James-Stein's: z^2 / (1 + z^2) of the way, z the gain in standard errors.
    """
    rising = _pair_gradient(panel, weight) if metric is Metric.AUC else _r_gradient(panel)
    members = len(panel.names)
    equal = np.full(members, 1.0 / members)
    shares = equal.copy()
    for step in range(_STEPS):
        if not going(step / _STEPS):
            break
        gradient = rising(shares)
        size = float(np.abs(gradient - gradient.mean()).max())
        if size < 1e-9:
            break
        shares = shares * np.exp(_RATE / (1 + step / 20) * (gradient - gradient.max()) / size)
        shares = shares / shares.sum()
    gain = compared(panel, shares @ panel.probability, equal @ panel.probability, "own", "equal", metric).difference
    error = (gain.high - gain.low) / (2 * Z95)
    z = gain.value / error if error > 0 and gain.value > 0 else 0.0
    return np.asarray(equal + (shares - equal) * z * z / (1 + z * z))


def _pair_gradient(panel: Panel, weight: Floats) -> Callable[[Floats], Floats]:
    random = np.random.Generator(np.random.PCG64(7))
    won = panel.label == 1
    pairs = [random.choice(np.flatnonzero(side), _PAIRS, p=weight[side] / weight[side].sum()) for side in (won, ~won)]
    ahead = panel.probability[:, pairs[0]] - panel.probability[:, pairs[1]]
    scaled = ahead / max(float(np.abs(ahead).mean()), 1e-12)
    return lambda shares: np.asarray(scaled @ sigmoid(-(shares @ scaled)) / _PAIRS)


def _r_gradient(panel: Panel) -> Callable[[Floats], Floats]:
    p, rr = panel.probability, panel.rr
    width = max(float(p.std(axis=1).mean()) / 4, 1e-6)

    def rising(shares: Floats) -> Floats:
        mixed = shares @ p
        soft = sigmoid((mixed - np.quantile(mixed, 1 - BEST_SHARE)) / width)
        mean = float(rr @ soft / soft.sum())
        return np.asarray(p @ ((rr - mean) * soft * (1 - soft)) / (width * soft.sum()))

    return rising


def binned_auc(label: Values, probability: Floats, weight: Floats | None = None) -> float:
    """The AUC of probabilities cut to at most 65,536 levels, in linear time; within 1e-4 of exact on real scores."""
    levels = min(4 * len(probability) + 1024, _MOST_LEVELS)
    level = (probability * (levels - 1)).astype(np.int64)
    won = label == 1
    weight = np.ones(len(level)) if weight is None else weight
    wins = np.bincount(level[won], weights=weight[won], minlength=levels)
    losses = np.bincount(level[~won], weights=weight[~won], minlength=levels)
    below = np.cumsum(losses) - 0.5 * losses
    return float(wins @ below / (wins.sum() * losses.sum()))
