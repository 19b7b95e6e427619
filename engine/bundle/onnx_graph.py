"""One ONNX graph from raw features to the calibrated final score, for a model or a whole ensemble.

Inputs: one float32 (n, 1) a feature, by its name; NaN is missing, a category is its code in `schema.json`. Outputs:
`final` and one score a member, float64 (n,). Trees are summed in single precision, all that follows in double.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import ModelCard
from engine.bundle.scoring import MemberView
from engine.evaluation import calibration
from engine.evaluation.calibration import CLIP, Isotonic, Platt, Temperature
from engine.evaluation.pooling import Link, Pool
from engine.models.onnx_trees import Derived, TreeNode

OPSET, TREES_OPSET, IR = 17, 3, 8
_INT, _DOUBLE = 7, 11  # ONNX's numbers for its types


def outputs_for(card: ModelCard, members: int) -> tuple[str, ...]:
    """What the answers are called: the final one, then one a member; no feature has these names."""
    def free(name: str) -> str:
        while name in card.schema.names:
            name += "_"
        return name

    return (free("final"), *(free(f"member_{place + 1}") for place in range(members)))


def build(card: ModelCard, members: Sequence[tuple[ModelCard, TreeNode, MemberView]], pool: Pool | None) -> bytes:
    """The serialised graph; needs the onnx package."""
    from onnx import TensorProto, helper

    made = _Made(card.schema.names)
    rows = made.add("Concat", list(card.schema.names), axis=1)
    scores = {own.name: _member(made, rows, card, own, trees, view) for own, trees, view in members}
    final, *others = outputs_for(card, len(members))
    for name, each in zip(others, members, strict=True):
        made.add("Identity", [scores[each[0].name]], out=name)
    made.add("Identity", [_final(made, card, scores, pool)], out=final)
    graph = helper.make_graph(
        made.nodes, "alphapulse",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, 1]) for name in card.schema.names],
        [helper.make_tensor_value_info(name, TensorProto.DOUBLE, [None]) for name in (final, *others)],
        made.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET),
                                                    helper.make_opsetid("ai.onnx.ml", TREES_OPSET)], ir_version=IR)
    model.producer_name = "alphapulse-workbench"
    return bytes(model.SerializeToString(deterministic=True))


@dataclass(eq=False)
class _Made:
    """Nodes and constants, under names that no feature has."""

    taken: Sequence[str]
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    count: int = 0

    def name(self) -> str:
        """A fresh one."""
        self.count += 1
        name = f"/{self.count}"
        return name if name not in self.taken else self.name()

    def constant(self, values: Any, kind: Any) -> str:
        """An array of the graph."""
        from onnx import numpy_helper

        name = self.name()
        self.constants.append(numpy_helper.from_array(np.asarray(values, dtype=kind), name))
        return name

    def number(self, value: float) -> str:
        """A number in double precision."""
        return self.constant(value, np.float64)

    def add(self, operator: str, inputs: Sequence[str], *, domain: str = "", out: str = "", **attributes: Any) -> str:
        """A node with one output; returns its name."""
        from onnx import helper

        out = out or self.name()
        self.nodes.append(helper.make_node(operator, list(inputs), [out], domain=domain, **attributes))
        return out


def _member(made: _Made, rows: str, card: ModelCard, own: ModelCard, trees: TreeNode, view: MemberView) -> str:
    """A member's probability (n,)."""
    columns = _columns(made, rows, card, trees.columns, view)
    answer = made.add("TreeEnsembleRegressor", [columns], domain="ai.onnx.ml", **trees.attributes)
    flat = made.add("Reshape", [made.add("Cast", [answer], to=_DOUBLE), made.constant([-1], np.int64)])
    scaled = flat if trees.scale == 1 else made.add("Mul", [flat, made.number(trees.scale)])
    margin = made.add("Add", [scaled, made.number(trees.base + own.offset)])
    return _calibrated(made, made.add("Sigmoid", [margin]), own)


def _columns(made: _Made, rows: str, card: ModelCard, wanted: Sequence[Derived], view: MemberView) -> str:
    """The columns that the trees look at (n, V), in their order; a forest of mere leaves gets the first feature."""
    if not wanted:
        return made.add("Gather", [rows, made.constant([0], np.int64)], axis=1)
    codes: dict[int, str] = {}
    parts: list[str] = []
    plain: list[int] = []

    def flush() -> None:
        if plain:
            parts.append(made.add("Gather", [rows, made.constant(list(plain), np.int64)], axis=1))
            plain.clear()

    for each in wanted:
        source = int(view.columns[each.feature])
        recode = view.recodes.get(each.feature)
        if each.table is None and recode is None:
            plain.append(source)
            continue
        flush()
        known = len(card.schema.features[source].categories)
        code = codes.get(source) or codes.setdefault(source, _code(made, rows, source, known))
        table = _translated(each.table, recode, known)
        parts.append(made.add("Gather", [made.constant(table, np.float32), code], axis=0))
    flush()
    return parts[0] if len(parts) == 1 else made.add("Concat", parts, axis=1)


def _code(made: _Made, rows: str, column: int, known: int) -> str:
    """A category's code plus one (n, 1); 0 for missing ones and for codes that the schema does not know."""
    value = made.add("Gather", [rows, made.constant([column], np.int64)], axis=1)
    zero = made.constant(0, np.float32)
    valid = made.add("And", [made.add("GreaterOrEqual", [value, zero]),
                             made.add("Less", [value, made.constant(known, np.float32)])])
    whole = made.add("Cast", [made.add("Where", [valid, value, zero])], to=_INT)
    shifted = made.add("Add", [whole, made.constant(1, np.int64)])
    return made.add("Where", [valid, shifted, made.constant(0, np.int64)])


def _translated(table: NDArray[np.float32] | None, recode: NDArray[np.float32] | None, known: int) -> Any:
    """A table (known + 1,) over the ensemble's codes: the member's own codes, or its answers for them."""
    codes = np.arange(known, dtype=np.float64)
    if recode is not None:
        codes = np.asarray(recode[:known], dtype=np.float64)
    if table is None:
        return np.concatenate([[np.nan], codes]).astype(np.float32)
    place = np.where(np.isnan(codes), 0, codes + 1).astype(np.int64)
    padded = np.append(table, table[-1])  # what lies beyond is no member
    return padded[np.minimum(np.concatenate([[0], place]), len(padded) - 1)].astype(np.float32)


def _final(made: _Made, card: ModelCard, scores: dict[str, str], pool: Pool | None) -> str:
    if pool is None:
        return next(iter(scores.values()))
    column = made.constant([-1, 1], np.int64)
    parts = [scores[name] if pool.link is Link.PROBABILITY else _logit(made, scores[name]) for name in pool.names]
    table = made.add("Concat", [made.add("Reshape", [part, column]) for part in parts], axis=1)
    weights = made.constant(np.asarray(pool.weights)[:, None], np.float64)
    pooled = made.add("Reshape", [made.add("MatMul", [table, weights]), made.constant([-1], np.int64)])
    if pool.link is Link.LOGIT:
        pooled = made.add("Sigmoid", [pooled])
    if pool.calibrator is not None:
        pooled = _mapped(made, pooled, pool.calibrator)
    return _calibrated(made, pooled, card)


def _calibrated(made: _Made, score: str, card: ModelCard) -> str:
    return score if card.calibration is None else _mapped(made, score, calibration.from_json(card.calibration))


def _mapped(made: _Made, score: str, calibrator: Any) -> str:
    if isinstance(calibrator, Platt):
        steep = made.add("Mul", [_logit(made, score), made.number(calibrator.slope)])
        return made.add("Sigmoid", [made.add("Add", [steep, made.number(calibrator.intercept)])])
    if isinstance(calibrator, Temperature):
        return made.add("Sigmoid", [made.add("Div", [_logit(made, score), made.number(calibrator.temperature)])])
    assert isinstance(calibrator, Isotonic)
    return _interpolated(made, score, np.asarray(calibrator.x), np.asarray(calibrator.y))


def _logit(made: _Made, score: str) -> str:
    kept = made.add("Clip", [score, made.number(CLIP), made.number(1 - CLIP)])
    other = made.add("Log", [made.add("Sub", [made.number(1.0), kept])])
    return made.add("Sub", [made.add("Log", [kept]), other])


def _interpolated(made: _Made, score: str, x: NDArray[np.float64], y: NDArray[np.float64]) -> str:
    """Straight lines through points: how many points a value has passed says which line it is on."""
    kept = made.add("Clip", [score, made.number(float(x[0])), made.number(float(x[-1]))])
    column = made.add("Reshape", [kept, made.constant([-1, 1], np.int64)])
    passed = made.add("Cast", [made.add("GreaterOrEqual", [column, made.constant(x[None, :], np.float64)])], to=_INT)
    count = made.add("ReduceSum", [passed, made.constant([1], np.int64)], keepdims=0)
    line = made.add("Sub", [count, made.constant(1, np.int64)])
    steepness = np.append(np.diff(y) / np.diff(x), 0.0)
    from_x, at_y, slope = (made.add("Gather", [made.constant(part, np.float64), line], axis=0)
                           for part in (x, y, steepness))
    return made.add("Add", [at_y, made.add("Mul", [slope, made.add("Sub", [kept, from_x])])])
