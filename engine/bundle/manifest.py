"""What a bundle says of its model and members, and how that is spread over the entries of the archive."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from engine.bundle import archive
from engine.bundle.refusal import BundleRefused
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.evaluation import calibration, pooling
from engine.evaluation.compacting import CompactPrice
from engine.evaluation.pooling import Pool
from engine.library import coding
from engine.models.compact import Leaves
from engine.records import Exposure, Roles, RunRecord, Scores, ValidationRecord, to_plain

FORMAT = "alphapulse-bundle/1"
ENSEMBLE = "ensemble"
KINDS = ("xgboost", "lightgbm", "catboost", "online")
SUFFIXES = {"xgboost": ".ubj", "lightgbm": ".txt", "catboost": ".cbm", "online": ".json"}
LICENCES = {"xgboost": "Apache-2.0", "lightgbm": "MIT", "catboost": "Apache-2.0", "online": "that of this program"}
MAX_FEATURES = 5000
ONNX = "onnx"
COMPACT = "compact"
COMPACT_SUFFIX = ".flat"
EXTENSIONS = (ONNX, COMPACT)  # what a manifest may require of its reader

# Which fields of a card live in which entry; all others stand in the manifest.
_HOMES = {
    "schema.json": ("schema",),
    "metrics.json": ("scores", "validation", "importance", "price"),
    "lineage.json": ("exposure", "settings", "roles", "fingerprint", "rows", "source", "contaminated", "versions",
                     "warnings"),
}


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Everything that is known of a model but its trees.

    `offset` is added to the margin: -ln(s) undoes a `scale_pos_weight` of s. `calibration` is a calibrator of
    `evaluation.calibration` as plain JSON, applied last. `kind` is a library or "ensemble"; an ensemble has no
    library, trees or offset of its own, its `schema` is the union of its members'. `compact` says how the leaves of a
    compact form are kept (`models.compact.Leaves`), whose measured `price` stands in the whole's card.
    """

    id: str
    name: str
    kind: str
    created: str
    schema: FeatureSchema
    library: str = ""
    library_version: str = ""
    offset: float = 0.0
    calibration: Mapping[str, Any] | None = None
    threshold: float = 0.5
    threads: int = 1
    trees: int = 0
    best_iteration: int = 0
    label: str = ""
    parent: str | None = None
    scores: Scores | None = None
    validation: ValidationRecord | None = None
    importance: Mapping[str, float] = field(default_factory=dict)
    exposure: tuple[Exposure, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    roles: Roles | None = None
    fingerprint: str = ""
    rows: int = 0
    source: str = ""
    contaminated: bool = False
    versions: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    compact: str = ""
    price: CompactPrice | None = None


@dataclass(frozen=True, slots=True)
class OnnxCard:
    """A bundle's ONNX graph: its operator sets, and the largest difference of a probability over `rows` rows."""

    file: str
    opset: int
    trees_opset: int
    rows: int
    largest_difference: float
    final: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the JSON entries of a bundle say together; `files` names each member's native file, in the same order."""

    card: ModelCard
    members: tuple[ModelCard, ...]
    files: tuple[str, ...]
    pool: Pool | None
    onnx: OnnxCard | None = None


def card_of(record: RunRecord, schema: FeatureSchema, **more: Any) -> ModelCard:
    """The card of a run; `more` are the fields that a run does not hold (offset, library_version, threads, ...).

    Only the name of the source file goes into it, never its folder.
    """
    return ModelCard(
        id=record.id, name=record.name, kind=record.kind, created=record.created, schema=schema,
        **{"library": "" if record.kind == ENSEMBLE else record.kind, "trees": record.trees,
           "best_iteration": record.best_iteration, "label": record.roles.label or "", "parent": record.parent,
           "scores": record.scores, "validation": record.validation, "importance": record.importance,
           "exposure": record.exposure, "settings": record.settings, "roles": record.roles,
           "fingerprint": record.fingerprint, "rows": record.rows,
           "source": record.source.replace("\\", "/").rsplit("/", 1)[-1], "contaminated": record.contaminated,
           "versions": record.versions, "warnings": record.warnings, **more},
    )


def to_entries(contents: Contents) -> dict[str, dict[str, Any]]:
    """The JSON entries, the manifest first and still without its list of files."""
    model, parts = _split(contents.card)
    members = [_split(card) for card in contents.members]
    ensemble = contents.card.kind == ENSEMBLE
    manifest: dict[str, Any] = {
        "format": FORMAT, "requires": _required(contents), "task": "binary", "model": model,
        "licences": {each.kind: LICENCES.get(each.kind, "") for each in contents.members},
        "members": [{"file": file, **part} for file, (part, _) in zip(contents.files, members, strict=True)]
        if ensemble else [{"file": contents.files[0]}],
        "pool": None if contents.pool is None else contents.pool.to_json(),
    }
    if contents.onnx is not None:
        manifest[ONNX] = to_plain(contents.onnx)
    if ensemble:
        for entry, part in parts.items():
            part["members"] = [_own(part, member_parts[entry]) for _, member_parts in members]
    return {archive.MANIFEST: manifest, **parts}


def _required(contents: Contents) -> list[str]:
    """What a reader must know to open it; one that does not says that it is too old."""
    used = {ONNX: contents.onnx is not None, COMPACT: any(each.compact for each in contents.members)}
    return [name for name, there in used.items() if there]


def suffix_of(card: ModelCard) -> str:
    """What a member's file is called at its end."""
    return COMPACT_SUFFIX if card.compact else SUFFIXES.get(card.kind, "")


def from_entries(manifest: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]]) -> Contents:
    """The inverse; raises `BundleRefused` for whatever does not fit together."""
    _check_format(manifest)
    try:
        contents = _contents(manifest, parts)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        raise BundleRefused("It lacks a field that must be there, or holds one of the wrong kind.",
                            where=archive.MANIFEST, code="bundle-manifest") from None
    _check_model(contents)
    return contents


def _contents(manifest: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]]) -> Contents:
    card = _joined(manifest["model"], parts)
    stated = manifest["members"]
    files = tuple(str(member["file"]) for member in stated)
    onnx = coding.decode(OnnxCard, manifest[ONNX]) if ONNX in manifest["requires"] else None
    if card.kind != ENSEMBLE:
        return Contents(card, (card,), files, None, onnx)
    members = tuple(
        _joined(member, {name: part["members"][place] for name, part in parts.items()}, whole=(parts, card))
        for place, member in enumerate(stated)
    )
    return Contents(card, members, files, _pool(manifest["pool"]), onnx)


def _pool(values: Mapping[str, Any]) -> Pool:
    try:
        return pooling.from_json(values)
    except WorkbenchError:
        raise ValueError("pool") from None


def _split(card: ModelCard) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    plain = to_plain(replace(card, schema=FeatureSchema(())))
    plain["schema"] = card.schema.to_json()
    parts = {entry: {name: plain.pop(name) for name in names} for entry, names in _HOMES.items()}
    return plain, parts


def _own(whole: Mapping[str, Any], member: dict[str, Any]) -> dict[str, Any]:
    """What a member says otherwise than the whole: members mostly share their features."""
    return {name: value for name, value in member.items() if name != "schema" or value != whole["schema"]}


def _joined(
    model: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]],
    whole: tuple[Mapping[str, Mapping[str, Any]], ModelCard] | None = None,
) -> ModelCard:
    """The card of a model; a member whose features are those of the `whole` shares them."""
    values = dict(model)
    for entry, names in _HOMES.items():
        values.update({name: parts[entry][name] for name in names if name in parts[entry]})
    shared = whole is not None and values.get("schema", whole[0]["schema.json"]["schema"])
    if whole is not None and shared == whole[0]["schema.json"]["schema"]:
        return replace(coding.decode(ModelCard, {**values, "schema": {"features": []}}), schema=whole[1].schema)
    return coding.decode(ModelCard, {**values, "schema": {"features": values["schema"]}})


def _check_format(manifest: Mapping[str, Any]) -> None:
    stated = manifest.get("format")
    requires = manifest.get("requires", [])
    if stated != FORMAT or not isinstance(requires, list) or not all(each in EXTENSIONS for each in requires):
        newer = isinstance(stated, str) and stated.startswith("alphapulse-bundle/")
        raise BundleRefused(
            "It was written in a format that this program does not know.", where=archive.MANIFEST,
            remedy="Update the program to open it." if newer else "Ask the sender for a bundle of this program.",
            code="bundle-newer" if newer else "bundle-format",
        )
    if manifest.get("task") != "binary":
        raise BundleRefused("The model is no classifier of win and loss.", where=archive.MANIFEST,
                            remedy="Export a model that was trained on a win/loss label.", code="bundle-task")


def _check_model(contents: Contents) -> None:
    card, members = contents.card, contents.members
    names = [member.name for member in members]
    union = set(card.schema.names)
    pool = contents.pool
    for wrong, words in (
        (not members or len(contents.files) != len(members), "It names no members."),
        (len(set(contents.files)) != len(members), "Two members name the same file."),
        (len(set(names)) != len(names), "Two members have the same name."),
        (any(member.kind not in KINDS for member in members), "It names a library that this program does not know."),
        (any(not file.endswith(suffix_of(member)) for file, member in
             zip(contents.files, members, strict=False)), "A member's file is not of its library."),
        (any(not _sound(each) for each in (card, *members)), "A threshold, offset or calibration is out of range."),
        (any(not _sound_features(each.schema) for each in (card, *members)),
         "The feature list is empty, too long, or names a feature twice."),
        (any(not set(member.schema.names) <= union for member in members), "A member has features of its own."),
        (contents.onnx is not None and not _sound_graph(contents), "Its ONNX graph does not belong to its members."),
        (card.kind == ENSEMBLE and (pool is None or set(pool.names) != set(names)),
         "The weights do not belong to its members."),
    ):
        if wrong:
            raise BundleRefused(words, where=archive.MANIFEST, code="bundle-manifest")


def _sound_graph(contents: Contents) -> bool:
    graph = contents.onnx
    assert graph is not None
    names = [graph.final, *graph.members]
    return (graph.file.endswith(".onnx") and graph.file not in contents.files
            and len(graph.members) == len(contents.members) and len({*names, *contents.card.schema.names})
            == len(names) + len(contents.card.schema))


def _sound(card: ModelCard) -> bool:
    return (math.isfinite(card.offset) and 0 <= card.threshold <= 1 and card.threads >= 1 and _calibrated(card)
            and card.compact in ("", *(leaves.value for leaves in Leaves)))


def _calibrated(card: ModelCard) -> bool:
    try:
        return card.calibration is None or bool(calibration.from_json(card.calibration))
    except WorkbenchError:
        return False


def _sound_features(schema: FeatureSchema) -> bool:
    return 0 < len(schema) <= MAX_FEATURES and len(set(schema.names)) == len(schema)


def union_of(schemas: Sequence[FeatureSchema]) -> FeatureSchema:
    """All features of several schemas, in order of appearance; categories grow at the end."""
    union = schemas[0]
    for schema in schemas[1:]:
        union = union.grown(schema)
        known = set(union.names)
        union = FeatureSchema(union.features + tuple(f for f in schema.features if f.name not in known))
    return union
