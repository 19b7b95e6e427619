"""LightGBM, through its native interface; it matches columns by position and validates nothing, so we do."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.models import lightgbm_trees
from engine.models.base import BoostedModel, LeafChange, broken_file, feature_names
from engine.models.built import SHELF, key_of, size_of
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest
from engine.models.watch import RoundWatch
from engine.records import Floats

_VALID = "valid"
_log = logging.getLogger(__name__)


class LightGBMModel(BoostedModel):
    """A Booster on f0..fN, cut to its best round."""

    name = "lightgbm"
    title = "LightGBM"
    relearns = True
    suffix = ".txt"
    begins = b"tree"
    owned = {
        "learning_rate": "learning_rate", "shrinkage_rate": "learning_rate", "eta": "learning_rate",
        "max_depth": "max_depth", "min_sum_hessian_in_leaf": "min_child_weight",
        "min_child_weight": "min_child_weight", "min_sum_hessian": "min_child_weight", "lambda_l2": "l2",
        "reg_lambda": "l2", "lambda": "l2", "bagging_fraction": "subsample", "subsample": "subsample",
        "bagging": "subsample", "feature_fraction": "column_sample", "colsample_bytree": "column_sample",
        "max_bin": "max_bins", "max_bins": "max_bins", "seed": "seed", "random_state": "seed",
        "random_seed": "seed", "num_threads": "threads", "n_jobs": "threads", "nthread": "threads",
        "num_thread": "threads", "num_iterations": "rounds", "n_estimators": "rounds",
        "num_boost_round": "rounds", "num_trees": "rounds", "num_rounds": "rounds", "n_iter": "rounds",
        "early_stopping_round": "early_stopping_rounds", "early_stopping_rounds": "early_stopping_rounds",
        "early_stopping": "early_stopping_rounds", "scale_pos_weight": "scale_pos_weight",
        "is_unbalance": "scale_pos_weight", "unbalance": "scale_pos_weight", "objective": "the label",
        "application": "the label", "metric": "early stopping", "metrics": "early stopping",
        "boosting": "the program", "boosting_type": "the program", "boost": "the program",
        "device": "device", "device_type": "device",
        "verbosity": "the program", "verbose": "the program", "categorical_feature": "the schema",
        "zero_as_missing": "the schema",
    }

    def __init__(self, booster: Any) -> None:
        self._booster = booster
        self._trees = int(booster.current_iteration())
        self._width = int(booster.num_feature())
        self._names = tuple(booster.feature_name())

    @classmethod
    def _read(cls, data: bytes) -> LightGBMModel:
        """Read LightGBM's text format. A damaged file kills the process: verify the bytes first."""
        import lightgbm as lgb

        _quiet()
        try:
            return cls(lgb.Booster(model_str=data.decode("utf-8")))
        except (lgb.basic.LightGBMError, UnicodeDecodeError) as error:
            raise broken_file(cls.title, error) from error

    def to_bytes(self) -> bytes:
        """LightGBM's text format."""
        return str(self._booster.model_to_string()).encode("utf-8")

    @property
    def is_binary(self) -> bool:
        """By the objective; with another slope than 1 its raw scores are not log-odds."""
        return "\nobjective=binary sigmoid:1\n" in self._booster.model_to_string(num_iteration=1)

    def newest(self, trees: int, shift: float) -> LightGBMModel:
        """Written from a later start; the base rate is in the first tree's leaves, so the shift goes there too."""
        import lightgbm as lgb

        _quiet()
        first = self._trees - trees
        booster = lgb.Booster(model_str=self._booster.model_to_string(start_iteration=first, num_iteration=trees))
        return type(self)(_with_leaves(booster, 1.0, shift, trees=1))

    def faded(self, share: float, shift: float) -> LightGBMModel:
        """Leaf by leaf; the base rate in the first tree fades too, which the shift has to make good."""
        import lightgbm as lgb

        _quiet()
        booster = lgb.Booster(model_str=self._booster.model_to_string())
        return type(self)(_with_leaves(booster, share, shift, trees=self._trees))

    def with_leaves(self, change: LeafChange) -> LightGBMModel:
        """Leaf by leaf, in a copy."""
        import lightgbm as lgb

        _quiet()
        booster = lgb.Booster(model_str=self._booster.model_to_string())
        counts = [told["num_leaves"] for told in booster.dump_model()["tree_info"]]
        before = [np.array([booster.get_leaf_output(tree, leaf) for leaf in range(count)])
                  for tree, count in enumerate(counts)]
        for tree, values in enumerate(change(before)):
            for leaf, value in enumerate(values.tolist()):
                booster.set_leaf_output(tree, leaf, value)
        return type(self)(booster)

    def obstacle(self) -> str:
        """A random forest averages its trees; and its own category codes of pandas would be overwritten."""
        text = self._booster.model_to_string(num_iteration=1)
        if "\naverage_output\n" in text:
            return "The model is a random forest, whose trees are averaged, not added."
        if "\npandas_categorical:[[" in text:
            return "The model holds category codes of pandas, which mean something else in other data."
        return ""

    @classmethod
    def _train(cls, data: FitData, knobs: Knobs, base: LightGBMModel | None, watch: RoundWatch) -> LightGBMModel:
        import lightgbm as lgb

        _quiet()
        params = _params(knobs)
        first = 0 if base is None else base.trees
        if base is not None:  # the parent's margins are taken on the raw rows, which a kept data set has no more
            built = _datasets(data, params, keep_raw=True)
            booster = cls._grow(built, params, knobs.rounds - first, base, watch, len(data.label))
        else:
            key = key_of("lightgbm", data, knobs.max_bins, knobs.threads, knobs.gpu, knobs.extra)
            with SHELF.lent(key, size_of(data), lambda: _datasets(data, params, keep_raw=False)) as built:
                booster = cls._grow(built, params, knobs.rounds, None, watch, len(data.label))
        keep = watch.rounds_to_keep(booster.current_iteration())
        return cls(lgb.Booster(model_str=booster.model_to_string(num_iteration=keep)))

    @classmethod
    def _grow(
        cls, built: tuple[Any, ...], params: dict[str, Any], rounds: int, base: LightGBMModel | None,
        watch: RoundWatch, rows: int,
    ) -> Any:
        import lightgbm as lgb

        for each in built:
            each.construct()
            watch.check()
        return lgb.train(
            params, built[0], rounds, init_model=None if base is None else base._booster, valid_sets=list(built[1:]),
            valid_names=[_VALID][:len(built) - 1], callbacks=[_listener(watch, rows)], keep_training_booster=True,
        )

    @classmethod
    def _relearn(cls, data: FitData, knobs: Knobs, base: LightGBMModel) -> LightGBMModel:
        """By `Booster.refit` from the base rate of the new rows, which then goes back into the first tree."""
        import lightgbm as lgb

        _quiet()
        weight = np.ones(len(data.label)) if data.weight is None else data.weight
        rate = float(np.average(data.label, weights=weight))
        start = float(np.log(rate / (1 - rate)))
        booster = lgb.Booster(model_str=_with_true_shrinkage(str(base._booster.model_to_string())))
        booster.params.update(lambda_l2=knobs.l2, num_threads=knobs.threads, verbosity=-1)
        found = cls(booster.refit(data.matrix, data.label, decay_rate=0.0, weight=data.weight,
                                  init_score=np.full(len(data.label), start)))
        return found.newest(found.trees, start)

    @classmethod
    def _unknown(cls, extra: Mapping[str, Any]) -> set[str]:
        import lightgbm as lgb

        groups = lgb.basic._ConfigAliases._get_all_param_aliases()  # there is no public list
        return set(extra) - {name for group in groups.values() for name in group} - set(groups)

    @classmethod
    def _library_error(cls) -> type[Exception]:
        import lightgbm as lgb

        return lgb.basic.LightGBMError  # type: ignore[no-any-return]

    def _margin(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        return np.asarray(self._booster.predict(matrix, raw_score=True, num_threads=threads))

    def _stages(self, matrix: Matrix, rounds: Sequence[int], threads: int) -> list[NDArray[Any]]:
        return [self._booster.predict(matrix, raw_score=True, start_iteration=first, num_iteration=last - first,
                                      num_threads=threads) for first, last in itertools.pairwise((0, *rounds))]

    def _contributions(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        return np.asarray(self._booster.predict(matrix, pred_contrib=True, num_threads=threads))

    def _gain(self) -> Floats:
        return np.asarray(self._booster.feature_importance("gain"), dtype=np.float64)

    def _flat(self, categories: Sequence[int]) -> FlatForest:
        return lightgbm_trees.read(self.to_bytes().decode("utf-8"))


def _with_leaves(booster: Any, share: float, shift: float, *, trees: int) -> Any:
    """The first trees' leaves times `share`, and those of the very first moved by `shift`."""
    for tree, told in enumerate(booster.dump_model(num_iteration=trees)["tree_info"]):
        for leaf in range(told["num_leaves"]):
            value = booster.get_leaf_output(tree, leaf) * share
            booster.set_leaf_output(tree, leaf, value + (shift if tree == 0 else 0.0))
    return booster


def _with_true_shrinkage(text: str) -> str:
    """The first tree holds the base rate and says its learning rate was 1, which `refit` would believe."""
    said = re.findall(r"^shrinkage=(.*)$", text, flags=re.MULTILINE)
    sizes = re.search(r"^tree_sizes=(\d+)", text, flags=re.MULTILINE)
    if len(said) < 2 or said[0] != "1" or sizes is None:
        return text
    longer = len(said[1]) - len(said[0])
    text = text.replace(sizes.group(0), f"tree_sizes={int(sizes.group(1)) + longer}", 1)
    return text.replace("\nshrinkage=1\n", f"\nshrinkage={said[1]}\n", 1)


def _params(knobs: Knobs) -> dict[str, Any]:
    return {
        "objective": "binary", "metric": "binary_logloss", "verbosity": -1,
        "learning_rate": knobs.learning_rate, "max_depth": knobs.max_depth,
        "num_leaves": min(2**knobs.max_depth, 4096), "min_sum_hessian_in_leaf": knobs.min_child_weight,
        "min_data_in_leaf": 1,  # leaves are bounded by weight, as in XGBoost: a row of weight 2 is two rows
        "lambda_l2": knobs.l2, "bagging_fraction": knobs.subsample, "bagging_freq": int(knobs.subsample < 1),
        "feature_fraction": knobs.column_sample, "max_bin": knobs.max_bins - 1, "seed": knobs.seed,
        "num_threads": knobs.threads,
        "device_type": "gpu" if knobs.gpu else "cpu",
        # Else the layout is chosen by a stopwatch; both give the same bits, this one quicker and without a second copy.
        "deterministic": True, "force_col_wise": True,
        **knobs.extra,
    }


def _datasets(data: FitData, params: dict[str, Any], *, keep_raw: bool) -> tuple[Any, ...]:
    import lightgbm as lgb

    how: dict[str, Any] = {
        "feature_name": feature_names(data.matrix.shape[1]), "params": params,
        "categorical_feature": list(data.categorical), "free_raw_data": not keep_raw,
    }
    train = lgb.Dataset(data.matrix, data.label, weight=data.weight, **how)
    if data.valid_matrix is None:
        return (train,)
    return train, lgb.Dataset(data.valid_matrix, data.valid_label, weight=data.valid_weight, reference=train, **how)


def _listener(watch: RoundWatch, rows: int) -> Any:
    import lightgbm as lgb

    def hear(env: Any) -> None:
        total = env.iteration + 1  # counts from 0, with the parent's rounds
        loss = watch.train_loss
        if watch.wants_train_loss(total, rows):
            loss = float(env.model.eval_train()[0][2])
        valid = env.evaluation_result_list[0][2] if env.evaluation_result_list else float("nan")
        if watch(total, loss, float(valid)):
            raise lgb.callback.EarlyStopException(env.iteration, env.evaluation_result_list or [])

    return hear


class _Logger:
    """LightGBM prints to standard output, which belongs to the JSON of the command line."""

    def info(self, words: str) -> None:
        _log.debug(words)

    def warning(self, words: str) -> None:
        _log.info(words)


def _quiet() -> None:
    import lightgbm as lgb

    lgb.register_logger(_Logger())
