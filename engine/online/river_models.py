"""The menu of River's own online models, for what the compiled linear model cannot be: trees, forests, naive Bayes.

They run in River itself, one row at a time as mappings without the missing values. Their state cannot be read back
without pickle, so it is rebuilt from the journal's events; the linear pipeline is the exception.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from engine.errors import WorkbenchError
from engine.online.kernels import LABEL, SIGNAL, Bytes
from engine.online.linear import rates_of
from engine.online.options import LearnerOptions, OnlineKind
from engine.online.state import State
from engine.records import Floats, Ints

SEED = 1


class RiverModel:
    """A River classifier behind the loop's interface."""

    def __init__(self, names: tuple[str, ...], options: LearnerOptions) -> None:
        self.names = names
        self.kind = options.model
        self.model = _MENU[options.model](options)
        self.learnt = 0
        self.fault = ""  # what River last failed with

    def predict(self, row: Floats) -> float:
        """Probability of a win; one half before the model knows of wins."""
        said = self.model.predict_proba_one(self._mapping(row))
        score = float(said.get(True, 0.0 if said.get(False) else 0.5))
        return score if math.isfinite(score) else math.nan

    def learn(self, row: Floats, label: int, weight: float = 1.0, time: float = -1.0) -> None:
        """Learn one row."""
        self.model.learn_one(self._mapping(row), bool(label), **({} if weight == 1.0 else {"w": weight}))
        self.learnt += 1

    def run(self, op: Bytes, slot: Ints, label: Bytes, time: Ints, features: Floats, weight: Floats,
            online: Floats) -> None:
        """Events in order: a signal writes its score, a label is learnt."""
        for kind, place, win in zip(op.tolist(), slot.tolist(), label.tolist(), strict=True):
            try:
                if kind == SIGNAL:
                    online[place] = math.nan
                    online[place] = self.predict(features[place])
                elif kind == LABEL:
                    self.learn(features[place], win, float(weight[place]))
            except (ArithmeticError, LookupError, ValueError, TypeError, AttributeError) as error:
                self.fault = f"{type(error).__name__}: {error}"  # it says nothing here; the others go on

    def state(self) -> State:
        """What can be told of it as JSON: enough to see whether two runs agree, not enough to restore."""
        return {"kind": self.kind.value, "learnt": self.learnt, "names": list(self.names)}

    @classmethod
    def from_state(cls, state: Mapping[str, Any], names: tuple[str, ...], options: LearnerOptions) -> RiverModel:
        """Only an untouched model can be restored; the journal's events rebuild the others."""
        if state["learnt"]:
            raise WorkbenchError(
                f"The state of {state['kind']} cannot be read back without pickle.", code="not-restorable",
                remedy="Replay the journal's events, or use the linear model.",
            )
        return cls(names, options)

    def _mapping(self, row: Floats) -> dict[str, float]:
        return {name: value for name, value in zip(self.names, row.tolist(), strict=True) if not math.isnan(value)}


def _linear(options: LearnerOptions) -> Any:
    from river import linear_model, optim, preprocessing

    return preprocessing.StandardScaler() | linear_model.LogisticRegression(
        optimizer=optim.SGD(options.learning_rate), l2=options.l2, intercept_lr=rates_of(options).intercept_rate)


def _hoeffding(options: LearnerOptions) -> Any:
    from river import tree

    return tree.HoeffdingTreeClassifier()


def _adaptive_forest(options: LearnerOptions) -> Any:
    from river import forest

    return forest.ARFClassifier(seed=SEED)


def _naive_bayes(options: LearnerOptions) -> Any:
    from river import naive_bayes

    return naive_bayes.GaussianNB()


def _alma(options: LearnerOptions) -> Any:
    from river import linear_model, preprocessing

    return preprocessing.StandardScaler() | linear_model.ALMAClassifier()


def _aggregated_forest(options: LearnerOptions) -> Any:
    from river import forest, preprocessing

    # Unscaled columns make its split ranges overflow.
    return preprocessing.StandardScaler() | forest.AMFClassifier(seed=SEED)


_MENU: dict[OnlineKind, Callable[[LearnerOptions], Any]] = {
    OnlineKind.RIVER_LINEAR: _linear, OnlineKind.HOEFFDING: _hoeffding, OnlineKind.ADAPTIVE_FOREST: _adaptive_forest,
    OnlineKind.NAIVE_BAYES: _naive_bayes, OnlineKind.ALMA: _alma, OnlineKind.AGGREGATED_FOREST: _aggregated_forest,
}
