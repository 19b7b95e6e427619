"""Run the online learner over a file, labels arriving at their own time."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from engine.cli.columns import add_column_options, given_roles
from engine.cli.learner_options import add_learner_options, learner_options, open_champion
from engine.cli.output import Output
from engine.data.loading import load_for_schema, load_table
from engine.online.replay import ReplayOptions, replay
from engine.online.reporting import drift_json, iso
from engine.records import OnlineFigures, ReplayRecord


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`DATA`, the column options and the learner's."""
    add_column_options(parser)
    add_learner_options(parser)
    parser.add_argument("--labels", choices=("late", "at-once"), default="late",
                        help="labels at their own label time (default), or right after their signal")
    parser.add_argument("--limit", type=int, metavar="N", default=0, help="only the first N signals")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Replay and tell how the score did against what needs no model."""
    options = ReplayOptions(learner_options(args), at_once=args.labels == "at-once", limit=args.limit)
    champion = open_champion(args, out)
    if champion.model is None:
        table = load_table(args.data, given_roles(args), progress=out.progress.part(0.0, 0.1))
    else:
        table = load_for_schema(args.data, champion.model.schema, given_roles(args),
                                progress=out.progress.part(0.0, 0.1))
    _tell_roles(table.roles, out)
    found = replay(table, options, champion=champion.model, previous=champion.previous,
                   progress=out.progress.part(0.1, 1.0))
    for words in found.warnings:
        out.warn(words)
    if not out.json:
        _show(found, out)
    return {"champion": champion.name or None, **replay_json(found)}


def replay_json(found: ReplayRecord) -> dict[str, Any]:
    """The record as JSON values, without the curves."""
    return {
        "events": found.events, "labels": found.labels, "pending": found.pending,
        "accuracy": found.accuracy.value, "accuracy_low": found.accuracy.low, "accuracy_high": found.accuracy.high,
        "auc": found.auc.value, "auc_low": found.auc.low, "auc_high": found.auc.high, "log_loss": found.log_loss,
        "kappa_temporal": found.kappa_temporal, "baseline": dict(found.baseline),
        "figures": _figures(found.figures),
        "weights": dict(found.weights), "drifts": [drift_json(mark) for mark in found.drifts],
        "contaminated": found.contaminated, "untouched": _figures(found.untouched),
        "untouched_labels": found.untouched_labels, "skill": found.skill, "warnings": list(found.warnings),
        "log_losses": dict(found.losses), "regret": dict(found.regret),
        "events_per_second": found.events_per_second, "seconds": found.seconds, "state_hash": found.state_hash,
    }


def _figures(found: Mapping[str, OnlineFigures]) -> dict[str, dict[str, float | None]]:
    return {name: {"accuracy": each.accuracy.value, "auc": each.auc, "log_loss": each.log_loss}
            for name, each in found.items()}


def _tell_roles(roles: Any, out: Output) -> None:
    named = ", ".join(f"{role.replace('_', ' ')} {getattr(roles, role)}{' (guessed)' if role in roles.guessed else ''}"
                      for role in ("label", "time", "label_time", "id") if getattr(roles, role))
    out.say(f"Columns: {named or 'none named'}")


def _show(found: ReplayRecord, out: Output) -> None:
    out.say(f"{found.events:,} signals, {found.labels:,} labels learnt, {found.pending:,} still pending; "
            f"{found.events_per_second:,.0f} signals a second")
    rows = [(name, f"{each.accuracy.value:.4f}", _cell(each.auc), _cell(each.log_loss))
            for name, each in found.figures.items()]
    rows += [(f"{name}, {found.untouched_labels:,} untouched", f"{each.accuracy.value:.4f}", _cell(each.auc),
              _cell(each.log_loss)) for name, each in found.untouched.items()]
    rows.append(("prior", f"{found.baseline['prior']:.4f}", "-", _cell(found.baseline["prior_log_loss"])))
    rows.append(("last class", f"{found.baseline['last_class']:.4f}", "-", "-"))
    out.table(("score", "accuracy", "AUC", "log loss"), rows)
    out.say(f"Kappa-Temporal {found.kappa_temporal:.3f}. {found.skill}")
    for mark in found.drifts:
        out.say(f"Drift: {mark.words}{f' ({when})' if (when := iso(mark.time)) else ''}"
                f"{'; retraining advised' if mark.retrain else ''}")
    out.say(f"State {found.state_hash}")


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"
