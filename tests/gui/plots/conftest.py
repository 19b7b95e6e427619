"""Charts with invented but fixed records, one of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.data.schema import Feature, FeatureSchema
from engine.evaluation.explanation import Explanation, beeswarm, dependence, waterfall
from engine.records import Curve, Interval, LeakMeter, TrialRecord
from engine.settings import Theme
from gui.plots.base import PlotPanel
from gui.plots.calibration import CalibrationPanel
from gui.plots.comparison import ComparisonPanel
from gui.plots.contributions import DependencePanel, SwarmPanel, WaterfallPanel
from gui.plots.correlation import CorrelationPanel
from gui.plots.folds import FoldRow, FoldsPanel
from gui.plots.importance import ImportancePanel
from gui.plots.latency import LatencyPanel
from gui.plots.learning import LearningPanel
from gui.plots.live_curve import LiveCurvePanel
from gui.plots.moved_inputs import MovedInputsPanel
from gui.plots.precision_recall import PrecisionRecallPanel
from gui.plots.regret import RegretPanel
from gui.plots.replayed import ReplayedPanel
from gui.plots.roc import RocPanel
from gui.plots.series import CurveRecord, ScoreRecord, Series, ShareRecord
from gui.plots.timeline import TimelinePanel
from gui.plots.trials import TrialsPanel
from gui.plots.weights import WeightsPanel
from gui.theme import theme
from gui.training.expected_r_plot import ExpectedRPanel
from gui.training.leak_meter import LeakMeterPanel
from tests.gui.plots.invented import curves, inputs, snapshot

RUNS = (Series("a", "LightGBM 42", 0), Series("b", "XGBoost 41", 1), Series("c", "monthly", 0, champion=True))
GRID = np.linspace(0.0, 1.0, 50)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """Every test starts and ends in the light theme."""
    theme.apply(qapp, Theme.LIGHT)
    yield
    theme.apply(qapp, Theme.LIGHT)


def roc() -> PlotPanel:
    panel = RocPanel()
    panel.set_records([CurveRecord(s, Curve(GRID, GRID**0.7), Interval(0.57, 0.55, 0.59)) for s in RUNS])
    return panel


def precision_recall() -> PlotPanel:
    panel = PrecisionRecallPanel()
    panel.set_records(
        [CurveRecord(s, Curve(GRID, 0.4 + 0.3 * (1 - GRID)), Interval(0.47, 0.45, 0.49)) for s in RUNS], base_rate=0.4,
    )
    return panel


def calibration() -> PlotPanel:
    x = np.linspace(0.2, 0.6, 5)
    curve = Curve(x, x + 0.01, x - 0.02, x + 0.04, np.array([40, 200, 300, 180, 20]))
    panel = CalibrationPanel()
    panel.set_records([CurveRecord(s, curve, Interval(0.23, 0.22, 0.24)) for s in RUNS])
    return panel


def importance() -> PlotPanel:
    panel = ImportancePanel()
    panel.set_records([ShareRecord(s, {"momentum": 0.5, "spread": 0.3, "hour": 0.2}) for s in RUNS])
    return panel


def comparison() -> PlotPanel:
    panel = ComparisonPanel()
    panel.set_records([ScoreRecord(s, Interval(0.57, 0.55, 0.59)) for s in RUNS])
    return panel


def learning() -> PlotPanel:
    panel = LearningPanel()
    panel.begin()
    for number in range(30):
        panel.take({"model": "xgboost", "fold": 0, "round": number, "train_loss": 0.69 - 0.001 * number,
                    "valid_loss": 0.69 - 0.0005 * number})
    panel.finish()
    return panel


def accuracy() -> PlotPanel:
    panel = LiveCurvePanel()
    panel.take(snapshot())
    return panel


def timeline() -> PlotPanel:
    panel = TimelinePanel()
    panel.take(snapshot())
    return panel


def weights() -> PlotPanel:
    panel = WeightsPanel()
    panel.take(snapshot())
    return panel


def regret() -> PlotPanel:
    panel = RegretPanel()
    panel.take(snapshot())
    return panel


def latency() -> PlotPanel:
    panel = LatencyPanel()
    panel.take(snapshot())
    return panel


def moved_inputs() -> PlotPanel:
    panel = MovedInputsPanel()
    panel.take_inputs(inputs(), {"momentum": 0.7, "spread": 0.2, "side": 0.1})
    panel.take(snapshot())
    return panel


def correlation() -> PlotPanel:
    panel = CorrelationPanel()
    panel.set_records(["first", "second"], np.array([[1.0, 0.8], [0.8, 1.0]]))
    return panel


def folds() -> PlotPanel:
    panel = FoldsPanel()
    panel.set_records([FoldRow("1", ((0, 94),), ((95, 99),), ((100, 149),)),
                       FoldRow("2", ((0, 147),), ((148, 149),), ((150, 199),))])
    return panel


def _explanation() -> Explanation:
    random = np.random.default_rng(0)
    values = random.normal(size=(80, 3)).astype(np.float32)
    contributions = values * np.array([0.5, -0.2, 0.1])
    schema = FeatureSchema(tuple(Feature(name) for name in ("momentum", "spread", "hour")))
    return Explanation(schema, values, contributions, np.full(80, -0.4), contributions.sum(axis=1) - 0.4)


def swarm() -> PlotPanel:
    panel = SwarmPanel()
    panel.set_records(beeswarm(_explanation()))
    return panel


def one_feature() -> PlotPanel:
    panel = DependencePanel()
    panel.set_record(dependence(_explanation(), "momentum"))
    return panel


def one_signal() -> PlotPanel:
    panel = WaterfallPanel()
    panel.set_record(waterfall(_explanation(), 3))
    return panel


def money() -> PlotPanel:
    panel = ExpectedRPanel(total=True)
    counts = np.linspace(900, 30, 50).astype(int)
    panel.set_records([CurveRecord(s, Curve(GRID, GRID - 0.4 - 0.02 * n, GRID - 0.5, GRID - 0.3, counts), None)
                       for n, s in enumerate(RUNS)])
    panel.set_threshold(0.6)
    return panel


def leak_meter() -> PlotPanel:
    panel = LeakMeterPanel()
    panel.show_meter(LeakMeter(0.71, 0.60, 0.58, 0.57, leaks=True, words="A shuffled split would promise too much."))
    return panel


def _trials(panel: TrialsPanel) -> PlotPanel:
    panel.add([TrialRecord(model, n, {"l2": 1.0}, 10, 0.55 + 0.002 * n + 0.01 * k, 0.1 - 0.01 * n, 0.69 - 0.001 * n,
                           (0.6,), "complete", "search", 0.1, 1.0)
               for k, model in enumerate(("xgboost", "lightgbm")) for n in range(8)])
    panel.mark(("xgboost", 7), frozenset({("xgboost", 7), ("xgboost", 2)}))
    return panel


def trials() -> PlotPanel:
    return _trials(TrialsPanel("Trials"))


def front() -> PlotPanel:
    return _trials(TrialsPanel("AUC against R", x="expected_r"))


def replayed() -> PlotPanel:
    panel = ReplayedPanel()
    drifts = snapshot().drifts
    recorded = curves(1500)
    panel.set_measure("log_loss")
    panel.set_records(SimpleNamespace(curves=recorded, drifts=drifts),
                      SimpleNamespace(curves=replace(recorded, log_loss=recorded.log_loss - 0.01), drifts=drifts))
    return panel


MAKERS: dict[str, Callable[[], PlotPanel]] = {
    "roc": roc, "precision_recall": precision_recall, "calibration": calibration, "importance": importance,
    "comparison": comparison, "learning": learning, "accuracy": accuracy, "timeline": timeline, "weights": weights,
    "regret": regret, "latency": latency, "moved_inputs": moved_inputs,
    "correlation": correlation, "folds": folds, "swarm": swarm, "dependence": one_feature, "waterfall": one_signal,
    "money": money, "leak_meter": leak_meter, "trials": trials, "front": front, "replayed": replayed,
}


@pytest.fixture(params=MAKERS.values(), ids=MAKERS.keys())
def panel(request: pytest.FixtureRequest, qtbot) -> PlotPanel:
    """One chart of each kind, not yet shown."""
    made = request.param()
    qtbot.addWidget(made)
    made.resize(480, 320)
    return made
