"""Scoring with a loaded model or ensemble; needs only NumPy and the models' own libraries."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.bundle.carded import Carded
from engine.bundle.manifest import ModelCard
from engine.bundle.quick import FEW, PIECE, QuickWay
from engine.data.schema import FeatureSchema, Kind, Matrix
from engine.errors import WorkbenchError
from engine.evaluation import calibration
from engine.evaluation.calibration import Calibrator, sigmoid, sigmoid_one
from engine.evaluation.pooling import Pool
from engine.models.base import BoostedModel, default_threads
from engine.records import Floats

_MANY = 2_000  # rows from which several threads pay


class MemberView:
    """The columns of one member within the ensemble's: which ones, and its own category codes."""

    def __init__(self, union: FeatureSchema, own: FeatureSchema) -> None:
        place = {name: number for number, name in enumerate(union.names)}
        self.columns = np.asarray([place[name] for name in own.names], dtype=np.intp)
        self._same_order = list(self.columns) == list(range(len(union)))
        self.recodes: dict[int, Matrix] = {}
        for number, feature in enumerate(own.features):
            theirs = union.features[place[feature.name]].categories
            if feature.kind is Kind.CATEGORY and theirs[: len(feature.categories)] != feature.categories:
                codes = {name: code for code, name in enumerate(feature.categories)}
                self.recodes[number] = np.asarray([codes.get(name, np.nan) for name in theirs], dtype=np.float32)
            elif feature.kind is Kind.CATEGORY and len(theirs) > len(feature.categories):
                table = np.arange(len(theirs), dtype=np.float32)
                table[len(feature.categories) :] = np.nan
                self.recodes[number] = table

    def of(self, matrix: Matrix) -> Matrix:
        """The member's own matrix; the very same one where nothing differs."""
        if self._same_order and not self.recodes:
            return matrix
        own = np.ascontiguousarray(matrix[:, self.columns])
        for number, table in self.recodes.items():
            codes = own[:, number]
            known = ~np.isnan(codes)
            codes[known] = table[codes[known].astype(np.intp)]
        return own


@dataclass(frozen=True, eq=False, slots=True)
class LoadedMember:
    """One model, ready to score."""

    card: ModelCard
    model: BoostedModel
    view: MemberView

    def margin(self, matrix: Matrix, threads: int) -> Floats:
        """The native log-odds (n,) of rows in the ensemble's columns."""
        return self.model.margin(self.view.of(matrix), threads=threads)


class LoadedModel(Carded):
    """A model, or an ensemble of those members that could be loaded. Immutable; safe from several threads.

    `left_out` names the members that are missing, each with the reason in words.
    """

    def __init__(
        self, card: ModelCard, members: Sequence[LoadedMember], pool: Pool | None = None, *,
        left_out: Mapping[str, str] | None = None, trust: str = "",
    ) -> None:
        if not members:
            reasons = "; ".join(f"{name}: {words}" for name, words in (left_out or {}).items())
            raise WorkbenchError(f"None of its models can be used. {reasons}", where=card.name, code="no-members",
                                 remedy="Install the missing libraries, then open it again.")
        self.card = card
        self.members = tuple(members)
        self.pool = pool
        self.left_out = dict(left_out or {})
        self.trust = trust
        self._calibrations = {each.card.name: _calibrator(each.card) for each in members}
        self._final_calibration = _calibrator(card) if pool is not None else None
        self._place = {each.card.name: place for place, each in enumerate(members)}
        self.quick = QuickWay(members)

    @property
    def status(self) -> str:
        """ "ok", or which members are left out and why."""
        return "; ".join(f"without {name}: {words}" for name, words in self.left_out.items()) or "ok"

    @property
    def weights(self) -> dict[str, float]:
        """Each present member's share; 1 for a single model."""
        if self.pool is None:
            return {each.card.name: 1.0 for each in self.members}
        shares = self.pool.present_weights([name not in self.left_out for name in self.pool.names])
        return {each.card.name: shares[each.card.name] for each in self.members}

    def predict(self, rows: Any) -> Floats:
        """Probabilities of a win (n,), corrected, pooled and calibrated. `rows` as `FeatureSchema.encode` takes."""
        matrix = self.schema.encode(rows)
        if len(matrix) == 1:
            margins = self.quick.margins(matrix)
            return np.array([self._one(self._first(matrix) if margins is None else margins[:, 0].tolist())])
        return self.combine(self.scores_of(self._quickest(matrix)))

    def member_scores(self, rows: Any) -> dict[str, Floats]:
        """Each member's own probability (n,), by name."""
        return self.scores_of(self._quickest(self.schema.encode(rows)))

    def margins(self, rows: Any, *, threads: int | None = None) -> dict[str, Floats]:
        """What the native libraries say: log-odds (n,) by name, before any correction."""
        matrix = self.schema.encode(rows)
        count = threads or _threads_for(len(matrix))
        return {each.card.name: each.margin(matrix, count) if len(matrix) else np.empty(0) for each in self.members}

    def _quickest(self, matrix: Matrix) -> dict[str, Floats]:
        """The same margins by the shortest way that is open: by flat forests, once these are proved, where they win."""
        few = self.quick.margins(matrix) if 0 < len(matrix) <= FEW else None
        if few is not None:
            return {each.card.name: margin for each, margin in zip(self.members, few, strict=True)}
        if len(matrix) <= FEW:
            return self.margins(matrix)
        return {each.card.name: self._in_pieces(place, matrix) for place, each in enumerate(self.members)}

    def _first(self, matrix: Matrix) -> list[float]:
        return [float(each.margin(matrix, 1)[0]) for each in self.members]

    def _in_pieces(self, place: int, matrix: Matrix) -> Floats:
        """A member's margins of many rows, piece by piece: the short way may open meanwhile."""
        if not self.quick.takes_many(place):
            return self.members[place].margin(matrix, _threads_for(len(matrix)))
        parts = []
        for start in range(0, len(matrix), PIECE):
            piece = matrix[start:start + PIECE]
            quick = self.quick.margin(place, piece, _threads_for(len(piece)))
            parts.append(self.members[place].margin(piece, _threads_for(len(piece))) if quick is None else quick)
        return np.concatenate(parts)

    def scores_of(self, margins: Mapping[str, Floats]) -> dict[str, Floats]:
        """The members' probabilities from their margins."""
        return {
            each.card.name: member_score(each.card, margins[each.card.name], self._calibrations[each.card.name])
            for each in self.members
        }

    def scores(self, rows: Any) -> tuple[dict[str, Floats], Floats]:
        """The members' and the final probabilities (n,) at once."""
        members = self.member_scores(rows)
        return members, self.combine(members)

    def combine(self, scores: Mapping[str, Floats]) -> Floats:
        """The final probability (n,) from the members'."""
        if self.pool is None:
            return scores[self.members[0].card.name]
        return _pooled(self.pool, scores, self._final_calibration)

    def _one(self, margins: Sequence[float]) -> float:
        """The final probability of one row from its members' margins: `scores_of` and `combine` in microseconds."""
        scores = []
        for each, margin in zip(self.members, margins, strict=True):
            score = sigmoid_one(margin + each.card.offset)
            calibrator = self._calibrations[each.card.name]
            scores.append(score if calibrator is None else calibrator.one(score))
        if self.pool is None:
            return scores[0]
        found = self._place.get
        final = self.pool.one([math.nan if (place := found(name)) is None else scores[place]
                               for name in self.pool.names])
        return final if self._final_calibration is None else self._final_calibration.one(final)

    def contributions(self, rows: Any, *, threads: int = 1) -> Floats:
        """TreeSHAP values (n, d + 1) in log-odds, the bias last.

        For a single model each row adds up to the corrected log-odds before calibration. For an ensemble they are the
        members' values in the proportion of their weights: a picture, where probabilities are averaged, not log-odds.
        """
        matrix = self.schema.encode(rows)
        total = np.zeros((len(matrix), len(self.schema) + 1))
        for place, each in enumerate(self.members):
            share, own_rows = self.weights[each.card.name], each.view.of(matrix)
            own = self.quick.contributions(place, own_rows, threads)
            if own is None:
                own = each.model.contributions(own_rows, threads=threads)
            total[:, each.view.columns] += own[:, :-1] * share
            total[:, -1] += (own[:, -1] + each.card.offset) * share
        return total


def _threads_for(rows: int) -> int:
    return default_threads() if rows >= _MANY else 1


def member_score(card: ModelCard, margin: Floats, calibrator: Calibrator | None = None) -> Floats:
    """A member's probability from its native margin: offset, then calibration."""
    probability = sigmoid(margin + card.offset)
    return probability if calibrator is None else calibrator.apply(probability)


def canary_scores(
    card: ModelCard, members: Sequence[ModelCard], pool: Pool | None, margins: Mapping[str, Floats]
) -> tuple[dict[str, Floats], Floats]:
    """Members' and final probabilities from margins alone, with no model at hand."""
    scores = {each.name: member_score(each, margins[each.name], _calibrator(each)) for each in members}
    if pool is None:
        return scores, scores[members[0].name]
    return scores, _pooled(pool, scores, _calibrator(card))


def _pooled(pool: Pool, scores: Mapping[str, Floats], calibrator: Calibrator | None) -> Floats:
    absent = np.full(len(next(iter(scores.values()))), np.nan)
    final = pool.apply(np.stack([scores.get(name, absent) for name in pool.names]))
    return final if calibrator is None else calibrator.apply(final)


def _calibrator(card: ModelCard) -> Calibrator | None:
    return None if card.calibration is None else calibration.from_json(card.calibration)

