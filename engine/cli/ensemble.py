"""Combine models of the library."""

from __future__ import annotations

import argparse
from typing import Any

from engine.cli.columns import add_column_options, given_roles
from engine.cli.output import Output
from engine.cli.workspaces import library
from engine.data.loading import load_table
from engine.ensemble.building import build_ensemble
from engine.ensemble.finding import split_role
from engine.ensemble.objectives import Metric
from engine.ensemble.options import EnsembleOptions, Method
from engine.errors import WorkbenchError
from engine.records import EnsembleReport, Interval


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`DATA --members ID,ID --method M` and what a method may be asked."""
    add_column_options(parser)
    parser.add_argument("--members", required=True, metavar="ID,ID",
                        help="runs of the library (id, its beginning, or name), model files or a learner's saved "
                             "state; online is a fresh online learner run over DATA; role=ID gives a role")
    parser.add_argument("--method", choices=[method.value for method in Method], default=Method.BLENDING.value,
                        help="how they are combined")
    parser.add_argument("--weights", default="", metavar="W,W", help="weights of your own, in the members' order")
    parser.add_argument("--lock", action="append", default=[], metavar="MEMBER=W",
                        help="a member (by role, id or name) whose weight stays at W while the others share what is "
                             "left; may be repeated (blending, weighted_average, greedy)")
    parser.add_argument("--metric", choices=[metric.value for metric in Metric], default=Metric.METHOD.value,
                        help="what weighted_average and greedy make best (default: log loss, AUC)")
    parser.add_argument("--by-r", action="store_true", help="let rows with large realized R count more")
    parser.add_argument("--embargo", default="0", metavar="D", help="a further gap before each later block, as 4h")
    parser.add_argument("--name", default="", help="how the ensemble is listed")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Combine, score, register, and tell what came of it."""
    references = [reference.strip() for reference in args.members.split(",") if reference.strip()]
    options = EnsembleOptions(
        method=Method(args.method), weights=_weights(args.weights, references), metric=Metric(args.metric),
        locked=_locked(args.lock), weight_by_r=args.by_r, embargo=args.embargo, name=args.name,
    )
    table = load_table(args.data, given_roles(args), progress=out.progress.part(0.0, 0.2))
    with library(args, out) as workspace:
        report = build_ensemble(table, references, options, workspace=workspace, progress=out.progress.part(0.2, 1.0))
    _tell(report, out)
    return ensemble_json(report)


def _weights(text: str, references: list[str]) -> dict[str, float]:
    if not text.strip():
        return {}
    try:
        values = [float(value) for value in text.split(",")]
    except ValueError:
        values = []
    if len(values) != len(references):
        raise WorkbenchError(f"{text!r} is not one weight for each of {len(references)} members.", where="--weights",
                             remedy="Give numbers separated by commas, such as 0.7,0.3.", code="bad-weights")
    return {split_role(reference)[1]: value for reference, value in zip(references, values, strict=True)}


def _locked(given: list[str]) -> dict[str, float]:
    locked: dict[str, float] = {}
    for text in given:
        name, equals, weight = text.rpartition("=")
        try:
            locked[name.strip()] = float(weight)
        except ValueError:
            equals = ""
        if not (equals and name.strip()):
            raise WorkbenchError(f"{text!r} is not a member and its weight.", where="--lock", code="bad-weights",
                                 remedy="Give the member's role, id or name and a share, such as monthly=0.5.")
    return locked


def _tell(report: EnsembleReport, out: Output) -> None:
    for words in report.warnings:
        out.warn(words)
    rows = report.scores.rows if report.scores else 0
    out.say(f"{report.record.name}: AUC {_words(_auc(report))} on {rows:,} rows later than any weight saw")
    if report.record.next_block is not None:
        out.say(report.record.next_block.words)
    out.table(
        ("member", "id", "weight", "AUC", "AUC lost without it"),
        [(each.name, each.id, f"{each.weight:.3f}", _words(each.auc), f"{each.without:+.3f}")
         for each in report.members],
    )
    for comparison in report.comparisons:
        out.say(comparison.words)
    if report.fallback:
        out.say(report.fallback)
    if report.asked:
        out.say(f"{report.method} itself: AUC {_words(report.asked.scores.auc)}. {report.asked.words}")


def ensemble_json(report: EnsembleReport) -> dict[str, Any]:
    """The record as JSON values, without the predictions."""
    auc = _auc(report)
    return {
        "id": report.record.id, "method": report.method, "weights": report.weights,
        "auc": auc.value, "auc_low": auc.low, "auc_high": auc.high,
        "members": [{"id": each.id, "name": each.name, "role": each.role, "weight": each.weight,
                     "auc": each.auc.value, "auc_low": each.auc.low, "auc_high": each.auc.high,
                     "without": each.without, "against": None if each.against is None else each.against.words}
                    for each in report.members],
        "locked": report.record.settings.get("locked", {}),
        "fallback": report.fallback, "best_member": report.best_member, "name": report.record.name,
        "asked": None if report.asked is None else {
            "weights": report.asked.weights, "auc": report.asked.scores.auc.value,
            "auc_low": report.asked.scores.auc.low, "auc_high": report.asked.scores.auc.high,
            "words": report.asked.words},
        "rows": report.scores.rows if report.scores else 0, "next_block": report.record.next_block,
        "equal_weights_auc": report.equal_weights_scores.auc.value if report.equal_weights_scores else None,
        "comparisons": [comparison.words for comparison in report.comparisons],
        "warnings": report.warnings, "model_path": report.record.model_path,
    }


def _auc(report: EnsembleReport) -> Interval:
    nan = float("nan")
    return report.scores.auc if report.scores else Interval(nan, nan, nan)


def _words(value: Interval) -> str:
    return f"{value.value:.3f} ({value.low:.3f} to {value.high:.3f})"
