"""Recipes: list, show, compare, and exchange as TOML."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.cli.output import Output
from engine.cli.workspaces import library
from engine.errors import WorkbenchError
from engine.library import recipes
from engine.library.recipes import Recipe
from engine.library.store import Workspace
from engine.settings import write_atomically
from engine.training import recipe as cooking

_NAME = "NAME, or NAME@2 for its version 2"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which recipe; the list without an action."""
    verbs = parser.add_subparsers(dest="action", metavar="ACTION")
    shared = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: what stands before the action must not be undone by its default.
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    shared.add_argument("--workspace", type=Path, metavar="DIR", default=argparse.SUPPRESS)
    for action, words in (("list", "every recipe"), ("show", "a recipe as TOML"), ("diff", "what changed, in words"),
                          ("export", "write a recipe as TOML"), ("import", "take a recipe from a TOML file"),
                          ("delete", "remove a recipe, or one version of it")):
        child = verbs.add_parser(action, help=words, parents=[shared])
        if action in ("show", "export", "delete", "diff"):
            child.add_argument("name", metavar="NAME", help=_NAME)
        if action == "diff":
            child.add_argument("other", metavar="OTHER", nargs="?",
                               help=f"{_NAME} (default: the version before NAME's)")
        if action == "export":
            child.add_argument("--out", type=Path, metavar="FILE", required=True)
        if action == "import":
            child.add_argument("file", type=Path, metavar="FILE")
            child.add_argument("--name", default="", help="under another name than the file says")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Do the action."""
    with library(args, out) as workspace:
        return _ACTIONS[args.action](workspace, args, out)


def _list(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = recipes.all_recipes(workspace)
    if not out.json and not found:
        out.say("No recipes yet: `alphapulse train DATA --save-recipe NAME` keeps the first.")
    elif not out.json:
        out.table(("recipe", "saved", "says", "note"), [
            (each.title, each.created, ", ".join(each.content), each.note) for each in found])
    return {"recipes": [_answer(each) for each in found]}


def _show(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = recipes.get(workspace, args.name)
    if not out.json:
        out.say(recipes.to_toml(found).rstrip())
    return {"recipe": {**_answer(found), "content": found.content}}


def _diff(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    after = recipes.get(workspace, args.name)
    if args.other:
        before, after = after, recipes.get(workspace, args.other)
    elif after.version == 1:
        raise WorkbenchError(f"{after.title} is the first version.", where=args.name, code="no-such-recipe",
                             remedy="Name the recipe to compare it with.")
    else:
        before = recipes.get(workspace, f"{after.name} v{after.version - 1}")
    found = recipes.changes(before, after)
    if not out.json:
        out.say(f"From {before.title} to {after.title}:" if found else f"{before.title} and {after.title} are alike.")
        for line in found:
            out.say(f"  {line}")
    return {"before": _answer(before), "after": _answer(after), "changes": found}


def _export(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    found = recipes.get(workspace, args.name)
    write_atomically(args.out, recipes.to_toml(found).encode())
    out.say(f"{found.title} is in {args.out}")
    return {"recipe": _answer(found), "path": str(args.out)}


def _import(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    kept = cooking.take_file(workspace, args.file, name=args.name)
    out.say(f"{kept.title} is here")
    return {"recipe": _answer(kept)}


def _delete(workspace: Workspace, args: argparse.Namespace, out: Output) -> dict[str, Any]:
    gone = recipes.delete(workspace, args.name)
    out.say(f"{', '.join(each.title for each in gone)} {'is' if len(gone) == 1 else 'are'} gone")
    return {"deleted": [_answer(each) for each in gone]}


_ACTIONS: dict[str | None, Callable[[Workspace, argparse.Namespace, Output], dict[str, Any]]] = {
    None: _list, "list": _list, "show": _show, "diff": _diff, "export": _export, "import": _import, "delete": _delete,
}


def _answer(recipe: Recipe) -> dict[str, Any]:
    return {"name": recipe.name, "version": recipe.version, "created": recipe.created, "note": recipe.note,
            "sections": list(recipe.content)}
