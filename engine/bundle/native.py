"""A learning library's own model file, which says nothing of threshold, calibration or label; opened with care."""

from __future__ import annotations

import hashlib

from engine import models
from engine.bundle import guard, libraries
from engine.bundle.manifest import MAX_FEATURES, ModelCard
from engine.bundle.refusal import BundleRefused
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
from engine.bundle.trust import Trust
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.models.base import feature_names
from engine.progress import Progress

SUFFIXES = (".ubj", ".json", ".txt", ".cbm")
_LIMIT = 1 << 30


def sniff(data: bytes) -> str:
    """Which library wrote these bytes, judged by how they begin; "" when none did."""
    if data[:4] == b"CBM1":
        return "catboost"
    if data[:5] == b"tree\n" or data[:6] == b"tree\r\n":
        return "lightgbm"
    start = data[:4096].lstrip()
    if start[:1] == b"{" and (b"learner" in start or b"version" in start):
        return "xgboost"
    return ""


def load(data: bytes, *, where: str, ours: bool, progress: Progress | None = None) -> LoadedModel:
    """Open a native file: features as it names them, else f0..fN; no correction. Foreign ones are guarded first."""
    kind = sniff(data)
    if not kind:
        raise BundleRefused("It is neither a bundle nor a model of XGBoost, LightGBM or CatBoost.", where=where,
                            remedy="Choose a model file; pickle and joblib files are never opened.",
                            code="bundle-unknown")
    words = libraries.missing(kind)
    if words:
        raise WorkbenchError(f"The model needs a library that is not here: {words}.", where=where,
                             remedy=f"Install {kind}, then open it again.", code="missing-library")
    if len(data) > _LIMIT:
        raise BundleRefused("It is larger than 1 GiB.", where=where)
    tried = None if ours else guard.try_model(kind, data, where=where, progress=progress)
    if tried is not None and not 0 < tried.width <= MAX_FEATURES:
        raise BundleRefused("It has no features, or too many.", where=where)
    model = models.library(kind).from_bytes(data)
    if not model.is_binary:
        raise guard.not_binary(where)
    names = model.column_names if len(set(model.column_names)) == model.width else feature_names(model.width)
    schema = FeatureSchema.plain(names)
    digest = hashlib.sha256(data).hexdigest()
    card = ModelCard(id=digest[:16], name=kind, kind=kind, created="", schema=schema, library=kind,
                     library_version=libraries.version(kind), trees=model.trees, best_iteration=model.best_iteration)
    return LoadedModel(card, [LoadedMember(card, model, MemberView(schema, schema))],
                       trust=(Trust.WRITTEN_HERE if ours else Trust.NATIVE).value)
