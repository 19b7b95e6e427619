"""Explain a model's scores by its features."""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np

from engine.bundle.explaining import explain
from engine.bundle.loading import load_model
from engine.cli.bends import show_dependence
from engine.cli.columns import add_column_options, given_roles
from engine.cli.output import Output
from engine.cli.workspaces import shared_workspace
from engine.data.loading import load_for_schema
from engine.errors import WorkbenchError
from engine.evaluation.explanation import Explanation, Stability, dependence, stability, waterfall
from engine.library import runs
from engine.library.store import Workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`RUN DATA`, and what to look at."""
    parser.add_argument("model", metavar="RUN", help="a run of the workspace, a bundle or a model file")
    add_column_options(parser)
    parser.add_argument("--limit", type=int, default=20_000, metavar="N",
                        help="the newest N rows (default %(default)s)")
    parser.add_argument("--top", type=int, default=15, metavar="N", help="so many features (default %(default)s)")
    parser.add_argument("--row", type=int, metavar="ROW", help="one signal's waterfall: its data row, counted from 0")
    parser.add_argument("--feature", metavar="COL", help="one feature's values against its contributions")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Importance over the rows, its stability over the folds, and on demand one signal or one feature."""
    with shared_workspace(args) as workspace:
        loaded = load_model(args.model, workspace=workspace)
        steady = _stability(workspace, loaded.card.id)
    table = load_for_schema(args.data, loaded.schema, given_roles(args), progress=out.progress.part(0.0, 0.2))
    place = None if args.row is None else _place(table.row, args.row)
    first, last = (len(table) - args.limit, len(table)) if place is None else (0, max(args.limit, place + 1))
    found = explain(loaded, table.matrix[max(first, 0):last], progress=out.progress.part(0.2, 1.0))
    one = None if place is None else waterfall(found, place, top=args.top)
    bends = None if args.feature is None else dependence(found, args.feature)
    _show(found, steady, one, args, out)
    if bends is not None and not out.json:
        show_dependence(found, bends, out)
    return {
        "id": loaded.card.id, "rows": len(found.margin), "exact": found.exact, "gap": found.gap,
        "base": float(found.bias.mean()), "features": _features(found), "stability": steady, "waterfall": one,
        "dependence": bends,
    }


def _features(found: Explanation) -> list[dict[str, Any]]:
    importance = found.importance
    total = float(importance.sum()) or 1.0
    return [{"name": found.names[k], "mean_abs": float(importance[k]), "share": float(importance[k]) / total,
             "mean": float(found.contributions[:, k].mean())} for k in np.argsort(-importance, kind="stable")]


def _place(rows: np.ndarray, wanted: int) -> int:
    """Where a row of the file stands in order of time; refused where it is not there or was left out."""
    found = np.flatnonzero(rows == wanted)
    if not len(found):
        raise WorkbenchError(f"There is no row {wanted} in the file, or it was left out.", where="--row",
                             remedy=f"Give a row from 0 to {rows.max(initial=0)}.", code="no-such-row")
    return int(found[0])


def _stability(workspace: Workspace | None, id: str) -> Stability | None:
    if workspace is None or all(each.id != id for each in runs.list_runs(workspace)):
        return None
    return stability(runs.get_run(workspace, id).fold_importance)


def _show(found: Explanation, steady: Stability | None, one: Any, args: argparse.Namespace, out: Output) -> None:
    if out.json:
        return
    folds = {} if steady is None else {each.feature: f"{each.low:.3f} to {each.high:.3f}" for each in steady.features}
    out.table(("feature", "mean |log-odds|", "share", "share of gain over the folds"), [
        (each["name"], f"{each['mean_abs']:.4f}", f"{each['share']:.1%}", folds.get(each["name"], ""))
        for each in _features(found)[:args.top]])
    if steady is not None:
        out.say(steady.words)
    if one is not None:
        out.say(f"Row {args.row}: base {one.base:+.3f}")
        for step in one.steps:
            out.say(f"  {step.feature}{' = ' + step.value if step.value else ''}: {step.contribution:+.3f}")
        out.say(f"  log-odds {one.margin:+.3f}, probability {one.probability:.3f}")
