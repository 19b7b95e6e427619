"""What is kept of an ensemble: a run of the library, the card and the file that opens anywhere."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.bundle import loading, reading, writing
from engine.bundle.manifest import ModelCard, card_of, union_of
from engine.data.distinct import distinct
from engine.data.schema import Kind
from engine.ensemble.combining import Combined
from engine.ensemble.members import Member, is_forward
from engine.ensemble.options import EnsembleOptions
from engine.errors import WorkbenchError
from engine.evaluation.next_block import next_block
from engine.evaluation.pooling import Pool
from engine.library import runs
from engine.library.store import Workspace
from engine.records import (
    Asked,
    Comparison,
    EarlierRows,
    EnsembleReport,
    Exposure,
    Interval,
    MemberReport,
    NextBlock,
    Roles,
    RunRecord,
    Scores,
    ValidationRecord,
)
from engine.settings import to_json

KIND = "ensemble"
Part = tuple[ModelCard, bytes]
_NOT_KNOWN = Interval(float("nan"), float("nan"), float("nan"))


def parts_of(members: Sequence[Member], workspace: Workspace | None) -> list[Part]:
    """Each member's card, under its name in the ensemble, and its native bytes."""
    parts = [_part(member, workspace) for member in members]
    _check_kinds([card for card, _ in parts])
    return parts


def _check_kinds(cards: Sequence[ModelCard]) -> None:
    """One column cannot be numbers for one member and categories for another: one row would have two encodings."""
    first: dict[str, tuple[Kind, str]] = {}
    for card in cards:
        for feature in card.schema.features:
            kind, name = first.setdefault(feature.name, (feature.kind, card.name))
            if kind is not feature.kind:
                raise WorkbenchError(
                    f"{feature.name} is a {kind.value} for {name} and a {feature.kind.value} for {card.name}.",
                    where="members", code="unlike-features", remedy="Combine models that were trained on like columns.",
                )


def record_of(
    combined: Combined, members: Sequence[Member], parts: Sequence[Part], options: EnsembleOptions, *, id: str,
    source: str, fingerprint: str, roles: Roles, seconds: float, warnings: Mapping[str, str],
    notes: Sequence[str] = (),
) -> RunRecord:
    """The run that stands for an ensemble; its exposure is that of all members and of the weights.

    `warnings` go by member name; `notes` are of them all.
    """
    weights = dict(zip(combined.pool.names, combined.pool.weights, strict=True))
    return RunRecord(
        id=id, name=options.name, kind=KIND, created=runs.now(),
        status="done", source=source, fingerprint=fingerprint, rows=len(combined.fitted),
        features=union_of([card.schema for card, _ in parts]).names, roles=roles,
        settings=_settings(combined, members, options), validation=_validation(combined, options),
        scores=combined.scores, importance=_importance(parts, weights), trees=sum(card.trees for card, _ in parts),
        best_iteration=0, training_seconds=seconds, model_path="",
        exposure=_exposure(combined, members, fingerprint), contaminated=any(m.contaminated for m in members),
        versions={"python": platform.python_version(), "numpy": np.__version__},
        warnings=(*warnings.values(), *notes), message=combined.fallback,
        next_block=_promise(combined) if all(
            is_forward(member, fingerprint, warnings.get(member.name, "")) for member in members) else None,
    )


def file_of(
    record: RunRecord, parts: Sequence[Part], pool: Pool, threshold: float
) -> bytes:
    """The one file that holds members, weights, calibration and lineage."""
    card = card_of(record, union_of([card.schema for card, _ in parts]), threshold=threshold)
    return writing.ensemble_bytes(card, parts, pool)


def report_of(
    combined: Combined, members: Sequence[Member], record: RunRecord, options: EnsembleOptions,
    warnings: Mapping[str, str], champion: tuple[MemberReport, Comparison] | None = None,
) -> EnsembleReport:
    """The record for the window; weights by member id."""
    reports = tuple(
        member_report(member, scores, weight, without=without, warning=warnings.get(member.name, ""), against=against)
        for member, scores, weight, without, against in zip(
            members, combined.member_scores, combined.pool.weights, combined.without, combined.against, strict=True)
    )
    best = next(member.id for member in members if member.name == combined.best)
    return EnsembleReport(
        record=record, method=options.method.value, members=reports,
        weights={member.id: member.weight for member in reports}, scores=combined.scores,
        equal_weights_scores=combined.equal_scores, best_member=best,
        comparisons=combined.comparisons + ((champion[1],) if champion else ()), correlation=combined.correlation,
        fallback=combined.fallback, out_of_fold=combined.out_of_fold, predictions=combined.scored.probability,
        champion=champion[0] if champion else None, warnings=record.warnings, disagreement=combined.disagreement,
        asked=_asked(combined, members), earlier=_earlier(combined),
    )


def _asked(combined: Combined, members: Sequence[Member]) -> Asked | None:
    if combined.asked is None:
        return None
    weights = {member.id: share for member, share in zip(members, combined.asked.weights, strict=True)}
    return Asked(weights, combined.asked.scores, combined.asked.words)


def _earlier(combined: Combined) -> EarlierRows | None:
    rows = combined.earlier
    if not len(rows):
        return None
    rr = np.full(len(rows), np.nan) if rows.realized_rr is None else rows.realized_rr
    return EarlierRows(rows.probability, rows.label.astype(np.int64), rr)


def named(options: EnsembleOptions, workspace: Workspace | None) -> EnsembleOptions:
    """With a name of its own where none was given: the method's, numbered where a library keeps it."""
    if options.name:
        return options
    title = "Given Weights" if options.weights else options.method.words
    return replace(options, name=title if workspace is None else runs.new_name(title, workspace))


def member_report(
    member: Member, scores: Scores | None, weight: float, *, without: float = float("nan"), warning: str = "",
    against: Comparison | None = None,
) -> MemberReport:
    """One member beside its scores."""
    return MemberReport(
        id=member.id, name=member.name, role=member.role, kind=member.kind, weight=weight, scores=scores,
        auc=_NOT_KNOWN if scores is None else scores.auc, without=without, warning=warning, against=against,
    )


def _part(member: Member, workspace: Workspace | None) -> Part:
    if member.part is not None:
        return replace(member.part[0], name=member.name), member.part[1]
    data = reading.read_file(member.file)
    if reading.is_bundle(data):
        only = reading.parse(data, where=str(member.file)).members[0]
        return replace(only.card, name=member.name), only.native
    # A library's own file says nothing of itself; opening it, guarded, tells its kind and width.
    card = loading.load_model(member.file, workspace=workspace).card
    return replace(card, name=member.name), data


def _promise(combined: Combined) -> NextBlock | None:
    """By the blocks of later rows, each scored with weights that had not seen it."""
    found = combined.out_of_fold
    blocks = [found.fold == number for number in distinct(found.fold)]
    return next_block([(found.label[rows], found.probability[rows]) for rows in blocks])


def _settings(combined: Combined, members: Sequence[Member], options: EnsembleOptions) -> dict[str, Any]:
    return {
        **to_json(options),
        "members": [{"id": m.id, "name": m.name, "role": m.role, "kind": m.kind, "weight": weight}
                    for m, weight in zip(members, combined.pool.weights, strict=True)],
        "best_member": next(m.id for m in members if m.name == combined.best),
        "comparisons": [comparison.words for comparison in combined.comparisons],
        "calibrated": combined.pool.calibrator is not None,
        "asked_auc": None if combined.asked is None else combined.asked.scores.auc.value,
    }


def _validation(combined: Combined, options: EnsembleOptions) -> ValidationRecord:
    fold = combined.out_of_fold.fold
    edges = np.append(np.flatnonzero(np.diff(fold, prepend=-1)), len(fold))
    blocks = tuple((int(a), int(b) - 1) for a, b in zip(edges[:-1], edges[1:], strict=True))  # noqa: RUF007
    return ValidationRecord(scheme="weights_forward", folds=len(blocks), purged_rows=combined.purged_rows,
                            embargo=options.embargo, blocks=blocks)


def _importance(parts: Sequence[Part], weights: Mapping[str, float]) -> dict[str, float]:
    """The members' importances in the proportion of their weights."""
    total: dict[str, float] = {}
    for card, _ in parts:
        for feature, share in card.importance.items():
            total[feature] = total.get(feature, 0.0) + weights[card.name] * share
    whole = sum(total.values())
    return {feature: share / whole for feature, share in total.items()} if whole > 0 else {}


def _exposure(combined: Combined, members: Sequence[Member], fingerprint: str) -> tuple[Exposure, ...]:
    seen = list(dict.fromkeys(each for member in members for each in member.exposure))
    fitted = combined.fitted
    if len(fitted):
        known = fitted.time is not None
        seen.append(Exposure(
            fingerprint, len(fitted), int(fitted.time[0]) if fitted.time is not None else None,
            int(fitted.time[-1]) if fitted.time is not None else None,
            int(fitted.label_time.max()) if known and fitted.label_time is not None else None,
        ))
    return tuple(seen)
