"""`train --recipe`, `--features` and `--save-recipe`: what a recipe takes over from the other options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from engine.cli.output import Output
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library import recipes, runs
from engine.library.store import Workspace
from engine.records import Roles, TrainingReport
from engine.training import recipe as cooking
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.recipe import Prepared
from engine.training.tuning.options import TuningOptions
from engine.training.tuning.picking import Picked

_MODELS = ("models", "rounds", "seed", "weighting", "half_life", "temper", "scale_pos_weight", "calibration",
           "threshold", "cost", "device", "set", "param")
_SPLIT = ("folds", "embargo", "scheme", "recent_rows", "groups", "test_groups")
_SEARCH = ("tune", "tune_trials", "tune_seconds", "objective", "held_blocks", "tune_keep",
           "no_earlier_studies")


def add_recipe_options(parser: argparse.ArgumentParser) -> None:
    """Which recipe, and under which name to keep this one."""
    parser.add_argument("--recipe", metavar="NAME", help="train as this recipe says (NAME@2: its version 2)")
    parser.add_argument("--features", metavar="NAME", help="with the columns that this recipe's selection has chosen")
    parser.add_argument("--save-recipe", metavar="NAME", help="keep what is asked for here as a recipe")


def wanted(
    args: argparse.Namespace, workspace: Workspace, add_arguments: Callable[[argparse.ArgumentParser], None],
    picked: Picked | None = None,
) -> Prepared:
    """The recipe, or what a picked trial says; refuses options that it would overrule."""
    found, parser = Prepared(), argparse.ArgumentParser()
    add_arguments(parser)
    if picked is not None:
        _refuse_said(args, parser, "the trial", ("recipe", "warm_start", "resume", *_MODELS, *_SPLIT, *_SEARCH),
                     remedy="Leave it out, or train without --trial.")
        found = Prepared(roles=picked.study.roles, configs=(picked.config,), validation=picked.study.validation)
    if args.recipe:
        found = cooking.prepared(recipes.get(workspace, args.recipe))
        said = ((found.configs, _MODELS), (found.validation, _SPLIT), (found.tuning, _SEARCH))
        _refuse_said(args, parser, f"the recipe {found.title}",
                     [name for section, names in said if section for name in names],
                     remedy="Leave it out, or change and import the recipe.")
    if args.features:
        found = cooking.with_columns_of(found, cooking.prepared(recipes.get(workspace, args.features)))
    return found


def _refuse_said(args: argparse.Namespace, parser: argparse.ArgumentParser, by: str, names: Iterable[str], *,
                 remedy: str) -> None:
    """Raise for the first of these options that was given: it is set already."""
    for name in names:
        if getattr(args, name) != parser.get_default(name):
            option = f"--{name.replace('_', '-')}"
            raise WorkbenchError(f"{option} is set by {by}.", where=option, code="set-by-recipe", remedy=remedy)


def roles_of(found: Prepared, given: Roles) -> Roles:
    """The recipe's roles, the command line's own first."""
    named = {name: getattr(given, name) or getattr(found.roles, name)
             for name in ("label", "time", "label_time", "weight", "id")}
    return replace(given, **named)


def with_columns(
    found: Prepared, table: SignalTable, workspace: Workspace, out: Output
) -> tuple[SignalTable, dict[str, Any]]:
    """The table as the recipe wants it, and what to tell."""
    table, report, words = cooking.with_columns(found, table, workspace=workspace,
                                                progress=out.progress.part(0.05, 0.3))
    for each in words:
        (out.say if report is not None else out.warn)(each)
    return table, {"selection": report} if report is not None else {}


def name_runs(found: Prepared, report: TrainingReport, workspace: Workspace) -> None:
    """Each run's note says which recipe it comes from."""
    for run in report.runs if found.title else ():
        runs.update_run(workspace, run.id, note=f"Recipe {found.title}")


def save(
    args: argparse.Namespace, found: Prepared, table: SignalTable, configs: list[TrainingConfig],
    options: ValidationOptions, search: TuningOptions | None, workspace: Workspace, out: Output,
) -> dict[str, Any]:
    """Keep what was asked for under a name, where one was given."""
    if not args.save_recipe:
        return {}
    content = cooking.content_of(roles=table.roles, features=table.schema.names, configs=configs, validation=options,
                                 selection=found.selection, tuning=search)
    kept = recipes.save(workspace, args.save_recipe, content)
    out.say(f"Recipe {kept.title} is saved")
    return {"recipe": {"name": kept.name, "version": kept.version}}
