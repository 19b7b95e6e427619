"""Scoring by a bundle's ONNX graph: needs NumPy and ONNX Runtime, and none of the learning libraries."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.bundle.carded import Carded
from engine.bundle.manifest import ModelCard, OnnxCard
from engine.bundle.refusal import BundleRefused
from engine.data.schema import Matrix
from engine.errors import WorkbenchError
from engine.models.base import default_threads
from engine.records import Floats


@dataclass(frozen=True, eq=False, slots=True)
class GraphMember:
    """A member of which only the card is here: its trees are in the graph."""

    card: ModelCard


class OnnxModel(Carded):
    """What `LoadedModel` is, by a graph: `scores`, `predict`, `member_scores`. Immutable; safe from several threads."""

    left_out: dict[str, str] = {}
    status = "ok"

    def __init__(self, card: ModelCard, members: Sequence[ModelCard], part: OnnxCard, graph: bytes, *,
                 trust: str = "", threads: int | None = None) -> None:
        self.card, self.trust = card, trust
        self.members = tuple(GraphMember(each) for each in members)
        self._outputs = (part.final, *part.members)
        self._session = session(graph, threads=threads or default_threads())

    def scores(self, rows: Any) -> tuple[dict[str, Floats], Floats]:
        """The members' and the final probabilities (n,)."""
        matrix = self.schema.encode(rows)
        members, final = run(self._session, self.schema.names, self._outputs, matrix)
        return dict(zip((each.card.name for each in self.members), members, strict=True)), final

    def predict(self, rows: Any) -> Floats:
        """Probabilities of a win (n,). `rows` as `FeatureSchema.encode` takes."""
        return self.scores(rows)[1]

    def member_scores(self, rows: Any) -> dict[str, Floats]:
        """Each member's own probability (n,), by name."""
        return self.scores(rows)[0]


def missing() -> str:
    """ "" when ONNX Runtime is here, else the reason in words."""
    return "" if importlib.util.find_spec("onnxruntime") is not None else "onnxruntime is not installed"


def session(graph: bytes, *, threads: int) -> Any:
    """A runtime for a graph that `onnx_checks` has let through; raises `BundleRefused` when it refuses it."""
    if missing():
        raise WorkbenchError("Scoring by ONNX needs ONNX Runtime, which is not here.", code="missing-library",
                             remedy="Install onnxruntime, or score without the ONNX graph.")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 4  # what it says of a bad file may hold foreign bytes
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception:  # the runtime has a dozen kinds of its own, and their words stay here
        raise BundleRefused("ONNX Runtime refuses the graph.", code="bundle-onnx") from None


def run(graph: Any, names: Sequence[str], outputs: Sequence[str], matrix: Matrix) -> tuple[list[Floats], Floats]:
    """The members' and the final probabilities (n,) of rows in the bundle's columns; `outputs` has the final first."""
    if not len(matrix):
        return [np.empty(0) for _ in outputs[1:]], np.empty(0)
    feed = {name: np.ascontiguousarray(matrix[:, place:place + 1]) for place, name in enumerate(names)}
    final, *members = graph.run(list(outputs), feed)
    return members, final
