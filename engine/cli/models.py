"""The model library: list, show, promote, roll back, challenge, delete and bring back."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from engine.bundle import mlflow_tracking
from engine.cli import held
from engine.cli.output import Output
from engine.cli.tracking import add_tracking_option, target_of, tell
from engine.cli.workspaces import library
from engine.ensemble.naming import called
from engine.errors import WorkbenchError
from engine.library import accounting, learning, ledger, lineage, promotion, runs, trash
from engine.library.differences import differences
from engine.library.filtering import matching
from engine.library.store import Workspace
from engine.records import Interval, RunRecord

_NONE = "No models yet: `alphapulse train DATA` makes the first."
_RUN = "run: its id, the beginning of it, or its name"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which run; the list without an action."""
    parser.add_argument("--filter", default="", metavar="EXPRESSION", help="list only runs for which all of it holds, "
                        "such as 'auc > 0.58 model = xgboost tag:hourly is:starred -failed'")
    verbs = parser.add_subparsers(dest="action", metavar="ACTION")
    shared = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: what stands before the action must not be undone by its default.
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    shared.add_argument("--workspace", type=Path, metavar="DIR", default=argparse.SUPPRESS)
    for action, words in (
        ("show", "everything about one run"), ("promote", "make a run the champion"),
        ("rollback", "bring back the champion before"),
        ("challenge", "make a run the challenger, which is to score in the champion's shadow"),
        ("withdraw", "have no challenger any more"), ("history", "all changes of champion and challenger"),
        ("looks", "every look at the outcomes of a run: how often somebody looked, and what luck alone would reach"),
        ("delete", "put a run into the trash"), ("restore", "bring a run back from the trash"),
        ("trash", "the deleted runs; they are kept for 30 days"), ("empty-trash", "remove them for good now"),
        ("rename", "give a run another name"), ("import", "take a bundle into the library"),
        ("push", "log a run as a model in MLflow"), ("sync", "send to MLflow what waits, aliases in step"),
    ):
        child = verbs.add_parser(action, help=words, parents=[shared])
        if action in ("show", "promote", "challenge", "delete", "restore", "rename", "push", "looks"):
            child.add_argument("id", metavar="ID", help=_RUN)
        if action == "show":
            child.add_argument("--learning", action="store_true", help="also the loss of each round, block by block")
            child.add_argument("--thresholds", action="store_true",
                               help="also the mean R, with its interval, of what each threshold would have accepted")
            child.add_argument("--cost", type=float, default=0.0, metavar="R",
                               help="with --thresholds: what each trade costs")
            child.add_argument("--reliability", action="store_true",
                               help="also what it said beside the share of wins that came, in bins")
        if action in ("promote", "rollback", "challenge", "withdraw"):
            child.add_argument("--reason", default="", help="why, for the history")
        if action in ("promote", "rollback", "challenge", "withdraw", "sync"):
            add_tracking_option(child)
        if action == "rename":
            child.add_argument("name", metavar="NAME")
        if action == "import":
            child.add_argument("file", metavar="FILE",
                               help="a bundle (*.apbundle), or in MLflow models:/NAME/VERSION or runs:/ID/model")
        if action in ("import", "push"):
            child.add_argument("--tracking", default="", metavar="URI",
                               help="MLflow's server or database (sqlite:///FILE); MLFLOW_TRACKING_URI when left out")
        if action == "push":
            child.add_argument("--experiment", default="AlphaPulse", help="where it is logged")
            child.add_argument("--register", default="", metavar="NAME", help="also as a version of this model")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Do the action, then tell the library's state: `models`, `champion`, `challenger`, `history`."""
    with library(args, out) as workspace:
        more = _ACTIONS[args.action](workspace, args, out)
        return {**_state(workspace), **more}


def _list(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    holds = matching(args.filter)
    found = tuple(each for each in runs.list_runs(workspace) if holds(each))
    _show_list(workspace, found, out, none="No model is like that." if args.filter else _NONE)
    return {"models": [_summary(each) for each in found]}


def _show(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = runs.get_run(workspace, args.id)
    chain, luck = lineage.chain(workspace, found.id), accounting.account_of_run(workspace, found.id)
    if not out.json:
        _show_run(found, out)
        out.say("Descent: " + " <- ".join(step.id for step in chain))
        if luck is not None:
            out.say(luck.words)
    curves = learning.curves_of(workspace, found.id) if args.learning else ()
    if args.learning and not out.json:
        out.table(("block", "round", "training loss", "later rows"), [
            (curve.fold + 1, int(number), *(f"{loss:.5f}" if math.isfinite(loss) else "-" for loss in losses))
            for curve in curves for number, *losses in zip(curve.round, curve.train, curve.valid, strict=True)])
    more: dict[str, Any] = {"learning": curves} if args.learning else {}
    if args.thresholds:
        more["thresholds"] = held.by_threshold(workspace, found, args.cost, out)
    if args.reliability:
        more["reliability"] = held.reliability(workspace, found, out)
    return {"model": found, "lineage": chain, "luck": luck, **more}


def _looks(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = runs.get_run(workspace, args.id)
    look = ledger.look_of(workspace, found.id)
    looks = ledger.all_looks(workspace, look.outcomes) if look is not None else ()
    luck = accounting.account_of_run(workspace, found.id)
    if not out.json:
        out.table(("", "time", "what", "by", "AUC", "run"), [
            (each.number, each.time, each.kind.words, "hand" if each.by_hand else each.study or "procedure",
             "-" if math.isnan(each.score) else f"{each.score:.4f}", each.run) for each in looks])
        out.say(luck.words if luck is not None else f"No look at {found.name} was written down.")
    return {"looks": [_look(each) for each in looks], "luck": luck}


def _look(look: ledger.Look) -> dict[str, Any]:
    return {"number": look.number, "time": look.time, "kind": look.kind, "by_hand": look.by_hand, "study": look.study,
            "auc": look.score, "fold_aucs": look.fold_scores, "run": look.run, "settings": look.settings,
            "fingerprint": look.fingerprint}


def _promote(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    target = target_of(args, workspace)
    entry = promotion.promote(workspace, args.id, args.reason)
    out.say(f"{entry.id} is the champion" + (f", before it {entry.previous}" if entry.previous else ""))
    return tell(workspace, [], target, out)


def _sync(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    return tell(workspace, [], mlflow_tracking.target_of(workspace, args.mlflow or mlflow_tracking.EMBEDDED), out)


def _rollback(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    target = target_of(args, workspace)
    entry = promotion.rollback(workspace, args.reason)
    out.say(f"{entry.id} is the champion again" if entry.id else "There is no champion now")
    return tell(workspace, [], target, out)


def _challenge(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    target = target_of(args, workspace)
    entry = promotion.challenge(workspace, args.id, args.reason)
    out.say(f"{entry.id} is the challenger" + (f", before it {entry.previous}" if entry.previous else ""))
    return tell(workspace, [], target, out)


def _withdraw(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    target = target_of(args, workspace)
    entry = promotion.withdraw(workspace, args.reason)
    out.say(f"{entry.previous} is no challenger any more")
    return tell(workspace, [], target, out)


def _history(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    entries = promotion.changes(workspace)
    if not out.json:
        out.table(("time", "what", "model", "before", "reason"), [
            (entry.time, entry.action, entry.id or "-", entry.previous or "-", entry.reason) for entry in entries])
    return {"changes": entries}


def _delete(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    gone = trash.delete(workspace, args.id)
    out.say(f"{gone.id} is in the trash; `alphapulse models restore {gone.id}` brings it back")
    return {"deleted": gone.id}


def _restore(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = trash.restore(workspace, args.id)
    out.say(f"{found.id} is back")
    return {"restored": found.id}


def _trash(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = runs.list_runs(workspace, trash=True)
    _show_list(workspace, found, out, none="The trash is empty.")
    return {"trash": [_summary(each) for each in found]}


def _empty_trash(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    count = trash.empty(workspace)
    out.say(f"{count} deleted {'run is' if count == 1 else 'runs are'} gone for good")
    return {"removed": count}


def _rename(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = runs.update_run(workspace, args.id, name=args.name)
    out.say(f"{found.id} is now called {found.name}")
    return {"model": found}


def _import(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    from engine.bundle import mlflow_exchange
    from engine.bundle.importing import cannot_score, import_bundle

    if mlflow_exchange.is_address(args.file):
        found = mlflow_exchange.pull(workspace, args.file, _tracking(args), progress=out.progress)
    else:
        found = import_bundle(workspace, args.file, progress=out.progress)
    out.say(f"{found.name} is in the library as {found.id}")
    lacking = cannot_score(workspace, found.id)
    for words in lacking:
        out.warn(words)
    return {"model": found, "cannot_score": lacking, "differences": _beside_champion(workspace, found, out)}


def _beside_champion(workspace: Workspace, found: RunRecord, out: Output) -> list[dict[str, Any]]:
    """How a model that was taken in differs from the champion, shown and as JSON."""
    champion = promotion.champion(workspace)
    if champion is None or champion == found.id:
        return []
    lines = differences([runs.get_run(workspace, champion), found], called=called)
    if not out.json:
        out.say(f"Beside the champion, {champion}:")
        out.table(("", "champion", "imported"), [(line.name, *line.values) for line in lines])
    return [{"name": line.name, "champion": line.values[0], "imported": line.values[1]} for line in lines]


def _push(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    from engine.bundle import mlflow_exchange

    made = mlflow_exchange.push(workspace, args.id, _tracking(args), experiment=args.experiment,
                                register=args.register, progress=out.progress)
    out.say(f"In MLflow as {made.uri}")
    return {"mlflow": made}


def _tracking(args: argparse.Namespace) -> str:
    found = args.tracking or os.environ.get("MLFLOW_TRACKING_URI", "")
    if not found:
        raise WorkbenchError("It is not said where MLflow is.", code="no-tracking",
                             remedy="Give --tracking URI, or set MLFLOW_TRACKING_URI.")
    return str(found)


_ACTIONS: dict[str | None, Callable[[Workspace, argparse.Namespace, Output], dict[str, Any]]] = {
    None: _list, "show": _show, "promote": _promote, "rollback": _rollback, "challenge": _challenge,
    "withdraw": _withdraw, "history": _history, "delete": _delete, "looks": _looks, "sync": _sync,
    "restore": _restore, "rename": _rename, "import": _import, "push": _push, "trash": _trash,
    "empty-trash": _empty_trash,
}


def _state(workspace: Workspace) -> dict[str, Any]:
    return {
        "models": [_summary(found) for found in runs.list_runs(workspace)],
        "champion": promotion.champion(workspace),
        "challenger": promotion.challenger(workspace),
        "history": promotion.history(workspace),
    }


def _summary(found: RunRecord) -> dict[str, Any]:
    scores = found.scores
    auc = scores.auc if scores is not None else Interval(float("nan"), float("nan"), float("nan"))
    return {
        "id": found.id, "name": found.name, "kind": found.kind, "created": found.created, "status": found.status,
        "auc": auc.value, "auc_low": auc.low, "auc_high": auc.high,
        "accuracy": scores.accuracy.value if scores else None, "log_loss": scores.log_loss.value if scores else None,
        "brier": scores.brier.value if scores else None, "trees": found.trees, "rows": found.rows,
        "features": len(found.features), "source": found.source, "fingerprint": found.fingerprint,
        "parent": found.parent, "contaminated": found.contaminated, "starred": found.starred, "note": found.note,
        "model_path": found.model_path,
    }


def _show_list(workspace: Workspace, found: Sequence[RunRecord], out: Output, *, none: str) -> None:
    if out.json:
        return
    badges = {promotion.challenger(workspace): "challenger", promotion.champion(workspace): "champion"}
    if not found:
        out.say(none)
        return
    out.table(("", "id", "name", "AUC", "95 % interval", "trees", "rows", "made"), [
        (badges.get(each.id, "*" if each.starred else ""), each.id, each.name, *_auc(each),
         each.trees or "", each.rows, each.created) for each in found
    ])


def _auc(found: RunRecord) -> tuple[str, str]:
    if found.scores is None:
        return "-", "-"
    auc = found.scores.auc
    return f"{auc.value:.4f}", f"{auc.low:.4f} to {auc.high:.4f}"


def _show_run(found: RunRecord, out: Output) -> None:
    out.say(f"{found.name} ({found.id}), {found.kind}, {found.status}, made {found.created}")
    out.say(f"Trained on {found.source}: {found.rows:,} rows, {len(found.features)} features, data {found.fingerprint}")
    if found.scores is not None:
        for name in ("auc", "accuracy", "log_loss", "brier", "average_precision", "mean_r"):
            value = getattr(found.scores, name)
            if value is not None:
                words = name.replace("_", " ").capitalize()
                out.say(f"  {words}: {value.value:.4f} ({value.low:.4f} to {value.high:.4f})")
    for words in found.warnings:
        out.warn(words)
    if found.note:
        out.say(f"Note: {found.note}")
    out.say(f"Model file: {found.model_path or 'none'}")
