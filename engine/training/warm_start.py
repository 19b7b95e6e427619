"""Going on from a model: what it is, whether it fits, and what its trees have seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.bundle.loading import load_model
from engine.bundle.manifest import ENSEMBLE
from engine.data.schema import FeatureSchema, Kind, Matrix
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.models import library
from engine.records import Exposure
from engine.training.config import TrainingConfig

MORE_ROUNDS = 100  # how many rounds are added where no total is given


@dataclass(frozen=True, slots=True)
class Parent:
    """A model to go on from; `native` are its library's own bytes."""

    id: str
    kind: str
    native: bytes
    trees: int
    schema: FeatureSchema
    exposure: tuple[Exposure, ...]


def open_parent(path_or_run: str | Path, *, workspace: Workspace | None) -> Parent:
    """Read a run, a bundle or a library's own file as the model to go on from; an ensemble is refused."""
    loaded = load_model(path_or_run, workspace=workspace)
    if loaded.kind == ENSEMBLE:
        raise WorkbenchError(
            f"{loaded.card.name} is an ensemble; its members cannot be trained further together.",
            where="warm start", remedy="Choose one of its members.", code="not-continuable",
        )
    model, card = loaded.members[0].model, loaded.members[0].card
    return Parent(card.id, card.kind, model.to_bytes(), model.trees, card.schema, card.exposure)


def check_fits(parent: Parent, config: TrainingConfig) -> None:
    """Refuse, with the difference named, what this model cannot be continued with."""
    if config.model_type.value != parent.kind:
        raise WorkbenchError(
            f"{config.model_type.title} cannot go on from a {library(parent.kind).title} model.", where="warm start",
            remedy=f"Train {library(parent.kind).title}, or start without a parent.", code="other-library",
        )
    if config.rounds <= parent.trees:
        raise WorkbenchError(
            f"The parent has {parent.trees} trees already; {config.rounds} rounds in total add none.",
            where="rounds", remedy=f"Give a total above {parent.trees}.", code="no-new-rounds",
        )


def fit_schema(parent: Parent, schema: FeatureSchema) -> FeatureSchema:
    """The parent's schema with new categories appended, or a refusal that names the columns that differ."""
    difference = parent.schema.difference(schema)
    if difference:
        raise WorkbenchError(
            f"The data does not fit the model to go on from: it {difference.words()}.", where="warm start",
            remedy="Give the columns that the model was trained on, drop the others, or start without a parent.",
            code="other-features",
        )
    return parent.schema.grown(schema)


def adopt(parent: Parent, table: SignalTable) -> SignalTable:
    """The table in the parent's columns and category codes."""
    schema = fit_schema(parent, table.schema)
    return replace(table, schema=schema, matrix=recoded(table.matrix, table.schema, schema))


def recoded(matrix: Matrix, own: FeatureSchema, wanted: FeatureSchema) -> Matrix:
    """Columns in the wanted order, category codes by name; the very same matrix where nothing differs."""
    if own.names == wanted.names and all(a.categories == b.categories[: len(a.categories)] for a, b in
                                         zip(own.features, wanted.features, strict=True)):
        return matrix
    place = {name: column for column, name in enumerate(own.names)}
    columns = [matrix[:, place[feature.name]] for feature in wanted.features]
    for number, feature in enumerate(wanted.features):
        if feature.kind is Kind.CATEGORY:
            codes = {name: code for code, name in enumerate(feature.categories)}
            known = own.features[place[feature.name]].categories
            table = np.asarray([codes[name] for name in known] + [np.nan], dtype=np.float32)
            old = columns[number]
            columns[number] = table[np.where(np.isnan(old), len(known), old).astype(np.intp)]
    return np.ascontiguousarray(np.stack(columns, axis=1))
