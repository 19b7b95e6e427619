"""The searches that the library keeps: list them, look through the trials of one, remove one."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.cli.output import Output
from engine.cli.tuning import cells
from engine.cli.workspaces import library
from engine.library.store import Workspace
from engine.records import TrialRecord
from engine.training.tuning import picking, studies
from engine.training.tuning.picking import Kept


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which search; the list without an action."""
    verbs = parser.add_subparsers(dest="action", metavar="ACTION")
    shared = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: what stands before the action must not be undone by its default.
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    shared.add_argument("--workspace", type=Path, metavar="DIR", default=argparse.SUPPRESS)
    for action, words in (("list", "every search, the newest first"), ("show", "the best trials of a search"),
                          ("delete", "remove a search; its looks stay counted")):
        child = verbs.add_parser(action, help=words, parents=[shared])
        if action != "list":
            child.add_argument("id", metavar="STUDY", nargs="?" if action == "show" else None, default="",
                               help="its name or how it begins" + (" (default: the newest)" * (action == "show")))
        if action == "show":
            child.add_argument("--all", action="store_true", help="every trial, not only the best and the front")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Do the action."""
    with library(args, out) as workspace:
        studies.require_optuna()
        return _ACTIONS[args.action](workspace, args, out)


def _list(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = picking.kept(workspace)
    if not out.json and not found:
        out.say("No searches yet: `alphapulse train DATA --tune fast` makes the first.")
    elif not out.json:
        out.table(("search", "made", "of", "best by", "trials", ""), [
            (each.id, each.created, Path(each.source).name, each.options.objective.words,
             sum(map(len, each.trials.values())), "" if each.finished else "not ended") for each in found])
    return {"studies": [_answer(each) for each in found]}


def _show(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = picking.get(workspace, args.id)
    listed = {model: trials if args.all else found.shown(model) for model, trials in found.trials.items()}
    if not out.json:
        out.say(f"{found.id} on {Path(found.source).name}, best by {found.options.objective.words}"
                f"{'' if found.finished else ', not ended'}")
        out.table(("trial", "AUC", "R", "log loss", "settings", ""), [
            (f"{model}:{trial.number + 1}", *cells(trial), _place(found, trial))
            for model, trials in listed.items() for trial in trials])
        out.say("`alphapulse train DATA --trial MODEL:NUMBER` trains one of them"
                f"{'' if not args.id else f' (--trial {found.id}:MODEL:NUMBER)'}.")
    return {"study": {**_answer(found), "listed": listed}}


def _place(study: Kept, trial: TrialRecord) -> str:
    if not trial.complete:
        return "given up"
    shown = study.shown(trial.model)
    return "taken" if shown and shown[0] is trial else "front" if trial in shown else ""


def _delete(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    gone = picking.delete(workspace, args.id)
    out.say(f"{gone.id} is gone")
    return {"deleted": _answer(gone)}


_ACTIONS: dict[str | None, Callable[[Workspace, argparse.Namespace, Output], dict[str, Any]]] = {
    None: _list, "list": _list, "show": _show, "delete": _delete,
}


def _answer(study: Kept) -> dict[str, Any]:
    return {"id": study.id, "created": study.created, "source": study.source, "finished": study.finished,
            "objective": study.options.objective.value,
            "trials": {model: len(trials) for model, trials in study.trials.items()},
            "best": {model: study.best(model) for model in study.trials},
            "front": {model: [each.number for each in study.shown(model)] for model in study.trials}}
