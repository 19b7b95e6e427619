"""XGBoost, through its native interface only: the sklearn wrapper continues on quantised features."""

from __future__ import annotations

import itertools
import json
import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.models import xgboost_trees
from engine.models.base import BoostedModel, LeafChange, broken_file, feature_names
from engine.models.built import SHELF, key_of, size_of
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest
from engine.models.watch import RoundWatch
from engine.records import Floats

_VALID = "valid"


class XGBoostModel(BoostedModel):
    """A Booster on f0..fN, cut to its best round; one copy a thread count, since that is a setting of the Booster."""

    name = "xgboost"
    title = "XGBoost"
    relearns = True
    suffix = ".ubj"
    begins = b"{"
    owned = {
        "eta": "learning_rate", "learning_rate": "learning_rate", "max_depth": "max_depth",
        "min_child_weight": "min_child_weight", "lambda": "l2", "reg_lambda": "l2", "subsample": "subsample",
        "colsample_bytree": "column_sample", "max_bin": "max_bins", "seed": "seed", "random_state": "seed",
        "nthread": "threads", "n_jobs": "threads", "n_estimators": "rounds", "num_boost_round": "rounds",
        "num_round": "rounds", "early_stopping_rounds": "early_stopping_rounds",
        "scale_pos_weight": "scale_pos_weight", "objective": "the label", "eval_metric": "early stopping",
        "verbosity": "the program", "booster": "the program", "device": "device", "gpu_id": "device",
        "enable_categorical": "the schema", "feature_types": "the schema",
    }

    def __init__(self, booster: Any) -> None:
        booster.set_param({"nthread": 1, "device": "cpu"})
        self._copies = {1: booster}
        self._lock = threading.Lock()
        self._trees = int(booster.num_boosted_rounds())
        self._width = int(booster.num_features())
        self._names = tuple(booster.feature_names or ())
        if self._names and list(self._names) != feature_names(self._width):
            booster.feature_names = feature_names(self._width)  # a foreign file's; columns go by position here

    @classmethod
    def _read(cls, data: bytes) -> XGBoostModel:
        """Read UBJSON or JSON; rounds after an early-stopped model's best are cut off, and the stale mark with them."""
        import xgboost as xgb

        booster = xgb.Booster()
        try:
            booster.load_model(bytearray(data))
        except (xgb.core.XGBoostError, ValueError, TypeError) as error:
            raise broken_file(cls.title, error) from error
        best = booster.attr("best_iteration")
        return cls(booster if best is None else booster[: int(best) + 1])

    def to_bytes(self) -> bytes:
        """UBJSON."""
        return bytes(self._copies[1].save_raw("ubj"))

    @property
    def is_binary(self) -> bool:
        """By the objective."""
        learner = json.loads(self._copies[1].save_config())["learner"]
        return learner["learner_train_param"]["objective"] in ("binary:logistic", "binary:logitraw", "reg:logistic")

    def newest(self, trees: int, shift: float) -> XGBoostModel:
        """Sliced from the front."""
        return self._moved(json.loads(self._copies[1][self._trees - trees:].save_raw("json")), shift)

    def faded(self, share: float, shift: float) -> XGBoostModel:
        """A leaf's answer stands where other nodes keep their question."""
        model = json.loads(self._copies[1].save_raw("json"))
        for tree in model["learner"]["gradient_booster"]["model"]["trees"]:
            tree["split_conditions"] = [value * share if child == -1 else value for value, child in zip(
                tree["split_conditions"], tree["left_children"], strict=True)]
        return self._moved(model, shift)

    def _moved(self, model: dict[str, Any], shift: float) -> XGBoostModel:
        """The shift goes into the base score, which is kept as a probability."""
        import xgboost as xgb

        known = model["learner"]["learner_model_param"]
        chance = float(known["base_score"].strip("[]"))
        moved = 1.0 / (1.0 + math.exp(-(math.log(chance / (1.0 - chance)) + shift)))
        known["base_score"] = f"[{moved!r}]" if known["base_score"].startswith("[") else repr(moved)
        booster = xgb.Booster()
        booster.load_model(bytearray(json.dumps(model).encode()))  # `load_config` leaves the base score as it was
        return type(self)(booster)

    def with_leaves(self, change: LeafChange) -> XGBoostModel:
        """Through its JSON, where a leaf's value stands in the place of a threshold."""
        import xgboost as xgb

        model = json.loads(self._copies[1].save_raw("json"))
        trees = model["learner"]["gradient_booster"]["model"]["trees"]
        places = [np.flatnonzero(np.asarray(tree["left_children"]) == -1) for tree in trees]
        before = [np.asarray(tree["split_conditions"], dtype=np.float32)[place].astype(np.float64)
                  for tree, place in zip(trees, places, strict=True)]
        for tree, place, values in zip(trees, places, change(before), strict=True):
            for at, value in zip(place.tolist(), values.tolist(), strict=True):
                # The shortest text of a float32: XGBoost's reader takes no more digits than one has.
                tree["split_conditions"][at] = float(str(np.float32(value)))
        booster = xgb.Booster()
        booster.load_model(bytearray(json.dumps(model).encode()))
        return type(self)(booster)

    def obstacle(self) -> str:
        """Only plain boosted trees go on: XGBoost would put trees on a linear model, or drop some of a DART."""
        booster = json.loads(self._copies[1].save_config())["learner"]["gradient_booster"]
        if booster["name"] != "gbtree":
            return f"The model is of the booster {booster['name']}, which cannot be continued by gbtree."
        parallel = int(booster["gbtree_model_param"].get("num_parallel_tree", 1))
        return "" if parallel <= 1 else f"The model grows {parallel} trees a round, which is a forest of forests."

    @classmethod
    def _train(cls, data: FitData, knobs: Knobs, base: XGBoostModel | None, watch: RoundWatch) -> XGBoostModel:
        import xgboost as xgb

        warm, first = base is not None, 0 if base is None else base.trees
        key = key_of("xgboost", data, warm, knobs.max_bins, knobs.gpu, knobs.extra)
        with SHELF.lent(key, size_of(data) * (4 if warm else 1), lambda: _datasets(data, knobs, warm=warm)) as built:
            watch.check()
            booster = xgb.train(
                _params(knobs), built[0], knobs.rounds - first, evals=[(each, _VALID) for each in built[1:]],
                xgb_model=None if base is None else base._copies[1], verbose_eval=False,
                callbacks=[_listener(watch, built[0], first)],
            )
        if booster.feature_names is None:
            booster.feature_names = feature_names(data.matrix.shape[1])
        keep = watch.rounds_to_keep(booster.num_boosted_rounds())
        return cls(booster if keep == booster.num_boosted_rounds() else booster[:keep])

    @classmethod
    def _relearn(cls, data: FitData, knobs: Knobs, base: XGBoostModel) -> XGBoostModel:
        """By the updater "refresh", one tree after the other; it knows the processor only."""
        import xgboost as xgb

        params = {**_params(replace(knobs, gpu=False)), "process_type": "update", "updater": "refresh",
                  "refresh_leaf": True}
        del params["tree_method"]
        train = _datasets(replace(data, valid_matrix=None), knobs, warm=True)[0]
        return cls(xgb.train(params, train, base.trees, xgb_model=base._copies[1], verbose_eval=False))

    @classmethod
    def _unknown(cls, extra: Mapping[str, Any]) -> set[str]:
        import xgboost as xgb

        tiny = xgb.DMatrix(np.zeros((2, 1), dtype=np.float32), [0, 1], nthread=1)
        booster = xgb.train({"verbosity": 0, "nthread": 1, "objective": "binary:logistic", **extra}, tiny, 0)
        return set(extra) - _names(json.loads(booster.save_config()))

    @classmethod
    def _library_error(cls) -> type[Exception]:
        import xgboost as xgb

        return xgb.core.XGBoostError  # type: ignore[no-any-return]

    def _margin(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        return np.asarray(self._handle(threads).inplace_predict(
            matrix, predict_type="margin", validate_features=False))

    def _stages(self, matrix: Matrix, rounds: Sequence[int], threads: int) -> list[NDArray[Any]]:
        booster = self._handle(threads)
        base = self._base_margin()  # which every range of rounds brings along
        return [booster.inplace_predict(matrix, predict_type="margin", validate_features=False,
                                        iteration_range=(first, last)) - (base if first else 0.0)
                for first, last in itertools.pairwise((0, *rounds))]

    def _base_margin(self) -> float:
        told = json.loads(self._copies[1].save_config())["learner"]["learner_model_param"]["base_score"]
        chance = float(told.strip("[]"))
        return math.log(chance / (1.0 - chance))

    def _contributions(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        booster = self._handle(threads)
        return np.asarray(booster.predict(_rows(matrix, booster.feature_types, threads), pred_contribs=True))

    def _gain(self) -> Floats:
        gain = np.zeros(self._width)
        for name, value in self._copies[1].get_score(importance_type="total_gain").items():
            gain[int(name[1:])] = value  # unused features are absent
        return gain

    def _flat(self, categories: Sequence[int]) -> FlatForest:
        return xgboost_trees.read(bytes(self._copies[1].save_raw("json")))

    def _handle(self, threads: int) -> Any:
        with self._lock:
            if threads not in self._copies:
                self._copies[threads] = self._copies[1].copy()
                self._copies[threads].set_param({"nthread": threads})
            return self._copies[threads]


def _names(config: Any) -> set[str]:
    """Every key of a nested configuration; it holds each parameter under all its names."""
    if isinstance(config, list):
        return set().union(*map(_names, config))
    return set().union(config, *map(_names, config.values())) if isinstance(config, dict) else set()


def _params(knobs: Knobs) -> dict[str, Any]:
    return {
        "objective": "binary:logistic", "eval_metric": "logloss", "tree_method": "hist", "verbosity": 0,
        "learning_rate": knobs.learning_rate, "max_depth": knobs.max_depth, "lambda": knobs.l2,
        "min_child_weight": knobs.min_child_weight, "subsample": knobs.subsample,
        "colsample_bytree": knobs.column_sample, "max_bin": knobs.max_bins, "seed": knobs.seed,
        "nthread": knobs.threads, "device": "cuda" if knobs.gpu else "cpu", **knobs.extra,
    }


def _datasets(data: FitData, knobs: Knobs, *, warm: bool) -> tuple[Any, ...]:
    """Quantised when cold; raw when warm, because the parent's margins must be taken on the true values."""
    import xgboost as xgb

    width = data.matrix.shape[1]
    how: dict[str, Any] = {"nthread": knobs.threads}
    if warm or data.categorical:  # else without: XGBoost reads each name anew in each round
        how |= {"feature_names": feature_names(width), "feature_types": _types(width, data.categorical),
                "enable_categorical": True}
    if warm:
        train = xgb.DMatrix(data.matrix, data.label, weight=data.weight, **how)
    else:
        train = xgb.QuantileDMatrix(data.matrix, data.label, weight=data.weight, max_bin=knobs.max_bins, **how)
    if data.valid_matrix is None:
        return (train,)
    return train, xgb.DMatrix(data.valid_matrix, data.valid_label, weight=data.valid_weight, **how)


def _rows(matrix: Matrix, types: list[str] | None, threads: int) -> Any:
    import xgboost as xgb

    return xgb.DMatrix(matrix, feature_names=feature_names(matrix.shape[1]), feature_types=types,
                       enable_categorical=True, nthread=threads)


def _types(width: int, categorical: tuple[int, ...]) -> list[str]:
    return ["c" if column in categorical else "float" for column in range(width)]


def _listener(watch: RoundWatch, train: Any, first: int) -> Any:
    import xgboost as xgb

    rows = train.num_row()

    class Listener(xgb.callback.TrainingCallback):  # type: ignore[misc]
        def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:
            total = first + epoch + 1  # epoch counts from 0, without the parent
            loss = watch.train_loss
            if watch.wants_train_loss(total, rows):
                loss = float(model.eval_set([(train, "train")], epoch).rsplit(":", 1)[1])
            valid = evals_log[_VALID]["logloss"][-1] if evals_log else float("nan")
            return watch(total, loss, float(valid))

    return Listener()
