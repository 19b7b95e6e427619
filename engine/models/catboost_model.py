"""CatBoost: Fortran-ordered tables, text codes for categories, continued only from freshly loaded models."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.models import catboost_trees
from engine.models.base import BoostedModel, LeafChange, broken_file, feature_names
from engine.models.built import SHELF, key_of, size_of
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest
from engine.models.watch import RoundWatch
from engine.records import Floats

_SYMMETRIC = "SymmetricTree"
_FRACTIONS = np.dtype(np.float32)  # labels that are whole numbers it reads one by one, the interpreter's lock held
_MISSING = -1  # the code of a missing category: CatBoost takes no NaN there


class CatBoostModel(BoostedModel):
    """A CatBoost model on f0..fN, cut to its best round."""

    name = "catboost"
    title = "CatBoost"
    suffix = ".cbm"
    begins = b"CBM1"
    explained_at_once = 16_384
    skips = {
        "same_for_any_thread_count": "sums of floats are split by threads; the count is recorded with the model",
    }
    owned = {
        "learning_rate": "learning_rate", "eta": "learning_rate", "depth": "max_depth", "max_depth": "max_depth",
        "min_data_in_leaf": "min_child_weight", "min_child_samples": "min_child_weight", "l2_leaf_reg": "l2",
        "reg_lambda": "l2", "subsample": "subsample", "rsm": "column_sample",
        "colsample_bylevel": "column_sample", "border_count": "max_bins", "max_bin": "max_bins",
        "random_seed": "seed", "random_state": "seed", "thread_count": "threads", "iterations": "rounds",
        "num_boost_round": "rounds", "n_estimators": "rounds", "num_trees": "rounds",
        "early_stopping_rounds": "early_stopping_rounds", "od_wait": "early_stopping_rounds",
        "od_type": "early_stopping_rounds", "od_pval": "early_stopping_rounds",
        "use_best_model": "early_stopping_rounds", "scale_pos_weight": "scale_pos_weight",
        "class_weights": "scale_pos_weight", "auto_class_weights": "scale_pos_weight",
        "boost_from_average": "the program", "loss_function": "the label", "objective": "the label",
        "eval_metric": "early stopping",
        "task_type": "device", "devices": "device", "cat_features": "the schema",
        "allow_writing_files": "the program", "verbose": "the program",
        "logging_level": "the program", "silent": "the program", "train_dir": "the program",
    }

    def __init__(self, model: Any) -> None:
        self._model = model
        self._trees = int(model.tree_count_)
        self._names = tuple(model.feature_names_)
        self._width = len(self._names)
        if list(self._names) != feature_names(self._width):
            model.set_feature_names(feature_names(self._width))  # a foreign file's; columns go by position here
        self._categorical = tuple(int(column) for column in model.get_cat_feature_indices())

    @classmethod
    def _read(cls, data: bytes) -> CatBoostModel:
        """Read CatBoost's binary format."""
        import catboost

        model = catboost.CatBoost()
        try:
            model.load_model(blob=data)
        except catboost.CatBoostError as error:
            raise broken_file(cls.title, error) from error
        return cls(model)

    def to_bytes(self) -> bytes:
        """CatBoost's binary format; it holds a time stamp, so the same model has other bytes each time."""
        return bytes(self._model._serialize_model())

    @property
    def is_binary(self) -> bool:
        """By the loss: CatBoost loads a classifier as a regressor and the reverse without a word (catboost#2504)."""
        return self._model.get_all_params().get("loss_function") in ("Logloss", "CrossEntropy")

    def newest(self, trees: int, shift: float) -> CatBoostModel:
        """Shrunk from the front; the shift goes into the bias."""
        model = self._copy()
        model.shrink(ntree_start=self._trees - trees, ntree_end=self._trees)
        return type(self)(_moved(model, shift))

    def faded(self, share: float, shift: float) -> CatBoostModel:
        """Leaf by leaf: the scale of a whole model would fade the trees that are put on it, too."""
        model = self._copy()
        model.shrink(self._trees)  # what was read from bytes only points at them until trees are cut, be it none
        model.set_leaf_values(np.asarray(model.get_leaf_values()) * share)
        return type(self)(_moved(model, shift))

    def _copy(self) -> Any:
        import catboost

        model = catboost.CatBoost()
        model.load_model(blob=self.to_bytes())
        return model

    def with_leaves(self, change: LeafChange) -> CatBoostModel:
        """All leaves at once, in a copy from a file: a model that was read from memory lets nobody change it."""
        import catboost

        model = catboost.CatBoost()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "model.cbm")
            file.write_bytes(self.to_bytes())
            model.load_model(str(file))
        ends = np.cumsum(model.get_tree_leaf_counts())
        model.set_leaf_values(np.concatenate(change(list(np.split(np.asarray(model.get_leaf_values()), ends[:-1])))))
        return type(self)(model)

    def shaped_by(self) -> Mapping[str, Any]:
        """How its trees grow."""
        return {"grow_policy": self._model.get_all_params().get("grow_policy", _SYMMETRIC)}

    @classmethod
    def clash(cls, before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
        """CatBoost sums symmetric trees with symmetric ones only."""
        old, new = (str(each.get("grow_policy", _SYMMETRIC)) for each in (before, now))
        if (old == _SYMMETRIC) == (new == _SYMMETRIC):
            return ""
        return f"The model's trees grow by {old}, this training's by {new}: CatBoost cannot add them up."

    @classmethod
    def _train(cls, data: FitData, knobs: Knobs, base: CatBoostModel | None, watch: RoundWatch) -> CatBoostModel:
        import catboost

        first = 0 if base is None else base.trees
        model = catboost.CatBoost({
            **_params(knobs, _mean(data.weight), ordered=data.ordered), "iterations": knobs.rounds - first,
            "boost_from_average": base is None,  # else the first rounds go into finding the base rate
        })
        # `base` was just read from bytes: a model object that was fitted here would bring its old labels along.
        how: dict[str, Any] = {"init_model": None if base is None else base._model,
                               "callbacks": [_Listener(watch, first)]}
        if base is not None or data.categorical or knobs.extra:  # kept bins would not serve the parent's true values
            kind = _label_kind(base)
            model.fit(_train_pool(data, knobs, kind), eval_set=_valid_pool(data, knobs, kind), **how)
        else:
            key = key_of("catboost", data, knobs.max_bins)
            with SHELF.lent(key, size_of(data) * 2, lambda: _binned(data, knobs)) as (train, valid):
                watch.check()
                model.fit(train, eval_set=valid, **how)
        _forget_parents(model)
        keep = watch.rounds_to_keep(int(model.tree_count_))
        if keep < model.tree_count_:
            model.shrink(keep)
        return cls(model)

    @classmethod
    def _library_error(cls) -> type[Exception]:
        import catboost

        return catboost.CatBoostError  # type: ignore[no-any-return]

    def _margin(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        return np.asarray(self._model.predict(
            _pool(matrix, self._categorical, threads), prediction_type="RawFormulaVal", thread_count=threads))

    def _stages(self, matrix: Matrix, rounds: Sequence[int], threads: int) -> list[NDArray[Any]]:
        pool = _pool(matrix, self._categorical, threads)
        return [self._model.predict(pool, prediction_type="RawFormulaVal", ntree_start=first, ntree_end=last,
                                    thread_count=threads) for first, last in itertools.pairwise((0, *rounds))]

    def _contributions(self, matrix: Matrix, threads: int) -> NDArray[Any]:
        return np.asarray(self._model.get_feature_importance(
            _pool(matrix, self._categorical, threads), type="ShapValues", thread_count=threads))

    def _gain(self) -> Floats:
        return np.asarray(self._model.get_feature_importance(type="PredictionValuesChange"), dtype=np.float64)

    def gain(self) -> Floats:
        """CatBoost tells shares; the splits of a tree share out the variance of its leaves, which is counted here."""
        values, weights = np.asarray(self._model.get_leaf_values()), np.asarray(self._model.get_leaf_weights())
        tree = np.repeat(np.arange(self.trees), self._model.get_tree_leaf_counts())
        rows = np.maximum(np.bincount(tree, weights), 1e-12)
        middle = np.bincount(tree, weights * values) / rows
        spread = float((np.bincount(tree, weights * (values - middle[tree]) ** 2) / rows).sum())
        return self._gain() / 100.0 * spread

    def _flat(self, categories: Sequence[int]) -> FlatForest:
        with tempfile.TemporaryDirectory() as folder:  # CatBoost writes JSON to files only
            file = Path(folder, "model.json")
            self._model.save_model(str(file), format="json")
            return catboost_trees.read(file.read_bytes(), categories)


class _Listener:
    """Returns False to stop, and never raises: CatBoost would turn an exception into text."""

    def __init__(self, watch: RoundWatch, first: int) -> None:
        self._watch = watch
        self._first = first

    def after_iteration(self, info: Any) -> bool:
        metrics = info.metrics  # the whole history, each time
        train = metrics.get("learn", {}).get("Logloss", [float("nan")])[-1]
        valid = metrics.get("validation", {}).get("Logloss", [float("nan")])[-1]
        return not self._watch(self._first + info.iteration, float(train), float(valid))  # counts from 1


def _moved(model: Any, shift: float) -> Any:
    scale, bias = model.get_scale_and_bias()
    model.set_scale_and_bias(scale, bias + shift)
    return model


def _forget_parents(model: Any) -> None:
    """Each continuation keeps its parent's own description, and that of the parent's parent: 8 kB a generation."""
    told = model.get_metadata()
    for name in [name for name in told.keys() if name.startswith("initModel:")]:  # noqa: SIM118 - no mapping
        del told[name]


def _mean(weight: NDArray[Any] | None) -> float:
    return 1.0 if weight is None else float(weight.mean())


def _params(knobs: Knobs, mean_weight: float, *, ordered: bool) -> dict[str, Any]:
    sampling: dict[str, Any] = {"bootstrap_type": "No"}
    if knobs.subsample < 1:
        sampling = {"bootstrap_type": "Bernoulli", "subsample": knobs.subsample}
    return {
        "loss_function": "Logloss", "learning_rate": knobs.learning_rate,
        "depth": knobs.max_depth,
        "l2_leaf_reg": knobs.l2 / mean_weight,  # CatBoost multiplies it by the mean weight, the others do not
        "rsm": knobs.column_sample,
        "border_count": knobs.max_bins - 2, "random_seed": knobs.seed, "thread_count": knobs.threads,
        "has_time": ordered,  # in order of time, target statistics must not look ahead; else any order is as good
        "allow_writing_files": False, "logging_level": "Silent", "use_best_model": False, **sampling, **knobs.extra,
    }


def _binned(data: FitData, knobs: Knobs) -> tuple[Any, Any]:
    """The training rows in bins, as the fit itself would make them; watched rows are binned by it each time."""
    train = _train_pool(data, knobs)
    train.quantize(border_count=knobs.max_bins - 2)
    return train, _valid_pool(data, knobs)


def _label_kind(base: CatBoostModel | None) -> np.dtype[Any]:
    """CatBoost adds trees only to a model whose labels were of the same kind: whole numbers, truths or fractions."""
    classes = None if base is None else base._model.classes_
    return _FRACTIONS if classes is None or classes.dtype.kind not in "biuf" else classes.dtype


def _train_pool(data: FitData, knobs: Knobs, kind: np.dtype[Any] = _FRACTIONS) -> Any:
    return _pool(data.matrix, data.categorical, knobs.threads, data.label.astype(kind), data.weight)


def _valid_pool(data: FitData, knobs: Knobs, kind: np.dtype[Any] = _FRACTIONS) -> Any:
    if data.valid_matrix is None:
        return None
    return _pool(data.valid_matrix, data.categorical, knobs.threads, np.asarray(data.valid_label, dtype=kind),
                 data.valid_weight)


def _pool(matrix: Matrix, categorical: tuple[int, ...], threads: int, label: NDArray[Any] | None = None,
          weight: NDArray[Any] | None = None) -> Any:
    """A Pool that shares a Fortran-ordered matrix; from C order it would copy while holding the interpreter's lock."""
    import catboost

    columns = np.asfortranarray(matrix)
    how: dict[str, Any] = {"label": label, "weight": weight, "thread_count": threads}
    if not categorical:
        return catboost.Pool(columns, feature_names=feature_names(matrix.shape[1]), **how)
    return catboost.Pool(_frame(columns, categorical), cat_features=list(categorical), **how)


def _frame(columns: Matrix, categorical: tuple[int, ...]) -> Any:
    import pandas as pd

    return pd.DataFrame({
        f"f{i}": _category(columns[:, i]) if i in categorical else columns[:, i] for i in range(columns.shape[1])
    }, copy=False)


def _category(codes: NDArray[Any]) -> Any:
    """Codes as a text category; the text of a code is always the same, so that trees keep their meaning."""
    import pandas as pd

    whole = np.where(np.isnan(codes), _MISSING, codes).astype(np.int64)
    known, place = np.unique(whole, return_inverse=True)
    return pd.Categorical.from_codes(place, categories=pd.Index([str(code) for code in known]))
