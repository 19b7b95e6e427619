"""Going on from a model: what it is, whether it fits, and what its trees have seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.bundle.loading import load_model
from engine.bundle.manifest import ENSEMBLE
from engine.data.schema import Feature, FeatureSchema, Kind, Matrix
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.models import LIBRARIES, library
from engine.progress import Progress
from engine.records import Exposure, RunRecord
from engine.training.config import Continuing, TrainingConfig
from engine.training.foreign_names import adopted

MORE_ROUNDS = 100  # how many rounds are added where no total is given


@dataclass(frozen=True, slots=True)
class Parent:
    """A model to go on from; `native` are its library's own bytes.

    `exposure` is empty where nobody knows what its trees have seen (a file of another program).
    """

    id: str
    kind: str
    native: bytes
    trees: int
    schema: FeatureSchema
    exposure: tuple[Exposure, ...]
    obstacle: str = ""  # why the library cannot go on from it, whatever the options
    extra: Mapping[str, Any] = field(default_factory=dict)  # the library's own parameters that shaped it

    @property
    def warning(self) -> str:
        """What is not known of it."""
        return "" if self.exposure else ("What the model to go on from was trained on is not known: the scores are "
                                         "marked as contaminated.")


def open_parent(
    path_or_run: str | Path, *, workspace: Workspace | None, progress: Progress | None = None
) -> Parent:
    """Read a run, a bundle or a library's own file as the model to go on from; an ensemble is refused."""
    loaded = load_model(path_or_run, workspace=workspace, progress=progress)
    if loaded.kind == ENSEMBLE:
        raise WorkbenchError(
            f"{loaded.card.name} is an ensemble; its members cannot be trained further together.",
            where="warm start", remedy="Choose one of its members.", code="not-continuable",
        )
    model, card = loaded.members[0].model, loaded.members[0].card
    return Parent(card.id, card.kind, model.to_bytes(), model.trees, card.schema, card.exposure, model.obstacle(),
                  model.shaped_by())


def compatibility(
    parent: Parent | RunRecord, schema: FeatureSchema | None, config: TrainingConfig
) -> WorkbenchError | None:
    """Why this training cannot go on from the parent, the difference named; None where it can.

    Cheap enough to be asked of every run of a library: of a `RunRecord` no file is opened, so what only the model
    itself tells (types of columns, a foreign booster) is found when it is. `schema` None: the data is not looked at.
    """
    if isinstance(parent, RunRecord) and not parent.model_path:
        return _obstacle(f"{parent.name} ({parent.status}) holds no model.", "Choose a run that is done.", "no-model")
    if parent.kind not in LIBRARIES:
        return _obstacle(f"A model of the kind {parent.kind} cannot be trained further.", "Choose one of its members.",
                         "not-continuable")
    if config.model_type.value != parent.kind:
        title = library(parent.kind).title
        return _obstacle(f"{config.model_type.title} cannot go on from a {title} model.",
                         f"Train {title}, or start without a parent.", "other-library")
    words = _shape(parent, config)
    if words:
        return _obstacle(words, "Choose another parent, or start without one.", "other-shape")
    few = _rounds(parent.trees, config)
    if few is not None or schema is None:
        return few
    return _columns(parent, schema)


def _rounds(trees: int, config: TrainingConfig) -> WorkbenchError | None:
    """Whether the total adds trees, and whether the budget has room for an older one."""
    if config.continuing is Continuing.RELEARN:
        kind = library(config.model_type.value)
        return None if kind.relearns else _obstacle(
            f"{kind.title} cannot learn the leaves of a grown model anew.", "Add trees instead.", "cannot-relearn")
    if config.rounds <= trees:
        return WorkbenchError(
            f"The parent has {trees} trees already; {config.rounds} rounds in total add none.",
            where="rounds", remedy=f"Give a total above {trees}.", code="no-new-rounds",
        )
    if config.tree_budget and config.rounds - trees >= config.tree_budget:
        new = config.rounds - trees
        return WorkbenchError(
            f"{new} new trees leave no room for an older one in a budget of {config.tree_budget}.",
            where="tree_budget", remedy=f"Give a budget above {new}, or fewer rounds.", code="no-room",
        )
    return None


def check_fits(parent: Parent, config: TrainingConfig) -> None:
    """Refuse, with the difference named, what this model cannot be continued with."""
    reason = compatibility(parent, None, config)
    if reason is not None:
        raise reason


def fit_schema(parent: Parent, schema: FeatureSchema) -> FeatureSchema:
    """The parent's schema with new categories appended, or a refusal that names the columns that differ."""
    reason = _columns(parent, schema)
    if reason is not None:
        raise reason
    return _renamed(parent, schema)[0].grown(schema)


def assumed(parent: Parent, schema: FeatureSchema) -> tuple[str, ...]:
    """What was taken for granted of a parent and its columns, in words."""
    return tuple(filter(None, (parent.warning, _renamed(parent, schema)[1])))


def _columns(parent: Parent | RunRecord, schema: FeatureSchema) -> WorkbenchError | None:
    if isinstance(parent, RunRecord):
        known = {feature.name: feature for feature in schema.features}
        own = FeatureSchema(tuple(known.get(name, Feature(name)) for name in parent.features))  # types are not known
    else:
        own = _renamed(parent, schema)[0]
    difference = own.difference(schema)
    if not difference:
        return None
    return _obstacle(f"The data does not fit the model to go on from: it {difference.words()}.",
                     "Give the columns that the model was trained on, drop the others, or start without a parent.",
                     "other-features")


def _renamed(parent: Parent, schema: FeatureSchema) -> tuple[FeatureSchema, str]:
    """A foreign model's columns under the data's names; this program's models know their own."""
    return (parent.schema, "") if parent.exposure else adopted(parent.schema, schema)


def _shape(parent: Parent | RunRecord, config: TrainingConfig) -> str:
    """What the library cannot put together in one forest."""
    kind = library(parent.kind)
    if isinstance(parent, Parent):
        return parent.obstacle or kind.clash(parent.extra, config.extra_params)
    before = parent.settings.get("extra_params") or {}
    return kind.clash(before, config.extra_params)


def _obstacle(what: str, remedy: str, code: str) -> WorkbenchError:
    return WorkbenchError(what, where="warm start", remedy=remedy, code=code)


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
