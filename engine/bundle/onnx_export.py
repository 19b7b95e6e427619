"""Making an ONNX graph of loaded models, and the proof that it scores as they do: on canary rows and 10,000 more."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence

import numpy as np

from engine.bundle import golden, onnx_graph, onnx_scoring
from engine.bundle.manifest import ModelCard, OnnxCard
from engine.bundle.scoring import LoadedModel, MemberView
from engine.data.schema import Kind, Matrix
from engine.errors import WorkbenchError
from engine.models import flat_proof, onnx_trees
from engine.models.flat_forest import NotFlat
from engine.progress import Progress

FILE = "models/scores.onnx"
ROWS = 10_000
BAR = 1e-5  # of a probability
_MISSING = 0.1


def missing() -> str:
    """ "" when graphs can be made and proved here, else the reason in words."""
    absent = [name for name in ("onnx", "onnxruntime") if importlib.util.find_spec(name) is None]
    return f"{' and '.join(absent)} not installed" if absent else ""


def graph_of(model: LoadedModel, *, progress: Progress | None = None) -> tuple[OnnxCard, bytes]:
    """The graph and what was measured of it.

    Raises `WorkbenchError` with the reason when it cannot be expressed or differs by more than 1e-5.
    """
    progress = progress or Progress()
    if missing():
        raise WorkbenchError(f"ONNX needs packages that are not here: {missing()}.", code="missing-library",
                             remedy="Install the extra `onnx`, or export without ONNX.")
    progress.report(0.0, "Writing the ONNX graph")
    data = onnx_graph.build(model.card, [_trees(model, place) for place in range(len(model.members))], model.pool)
    outputs = onnx_graph.outputs_for(model.card, len(model.members))
    progress.report(0.4, "Comparing it with the models")
    rows = trying_rows(model)
    difference = _largest_difference(model, data, outputs, rows, progress)
    if not difference <= BAR:
        raise WorkbenchError(
            f"The ONNX graph would score up to {difference:.1e} apart from the model ({len(rows):,} rows tried).",
            code="onnx-differs", remedy="Export without ONNX.",
        )
    final, *members = outputs
    return OnnxCard(FILE, onnx_graph.OPSET, onnx_graph.TREES_OPSET, len(rows), difference, final, tuple(members)), data


def _trees(model: LoadedModel, place: int) -> tuple[ModelCard, onnx_trees.TreeNode, MemberView]:
    each = model.members[place]
    categories = [len(feature.categories) for feature in each.card.schema.features]
    try:
        return each.card, onnx_trees.tree_node(flat_proof.sound(each.model.flat(categories))), each.view
    except NotFlat as reason:
        raise WorkbenchError(f"The model cannot be expressed in ONNX: {reason}.", where=each.card.name,
                             code="onnx-not-expressible", remedy="Export without ONNX.") from None


def trying_rows(model: LoadedModel, count: int = ROWS) -> Matrix:
    """The canary rows; rows over each feature's range; rows on and beside the thresholds; a tenth of cells missing."""
    random = np.random.default_rng(0)
    spread = golden.rows_for(model.schema, count // 2)
    near = golden.rows_for(model.schema, count - len(spread))
    for each in model.members:
        categories = [len(feature.categories) for feature in each.card.schema.features]
        close = flat_proof.trying_rows(each.model.flat(categories), len(near), len(each.card.schema))
        for place, feature in enumerate(each.card.schema.features):
            if feature.kind is not Kind.CATEGORY:
                mine = random.random(len(near)) < 1 / len(model.members)
                near[mine, each.view.columns[place]] = close[mine, place]
    rows = np.concatenate([spread, near])
    rows[random.random(rows.shape) < _MISSING] = np.nan
    return np.ascontiguousarray(np.concatenate([golden.rows_for(model.schema), rows]))


def _largest_difference(
    model: LoadedModel, data: bytes, outputs: Sequence[str], rows: Matrix, progress: Progress
) -> float:
    graph = onnx_scoring.session(data, threads=1)
    worst = 0.0
    for start in range(0, len(rows), 2_048):
        progress.report(0.4 + 0.6 * start / len(rows), "Comparing it with the models")
        part = rows[start:start + 2_048]
        theirs, final = onnx_scoring.run(graph, model.schema.names, outputs, part)
        ours, whole = model.scores(part)
        for a, b in ((final, whole), *zip(theirs, ours.values(), strict=True)):
            worst = max(worst, float(np.abs(a - b).max(initial=0.0)) if not np.isnan(a).any() else np.inf)
    return worst
