"""Train, evaluate and register models."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from engine.cli import recipe_options
from engine.cli.advice import advice_answer, show_advice
from engine.cli.answers import leak_answer, run_answer
from engine.cli.columns import add_column_options, given_roles
from engine.cli.output import Output
from engine.cli.recipe_options import add_recipe_options
from engine.cli.setting_options import add_setting_options, with_settings
from engine.cli.tracking import add_tracking_option, target_of, tell
from engine.cli.tuning import add_tuning_options, asked, tuned, unfinished
from engine.cli.workspaces import library
from engine.data.loading import load_table
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.models import LIBRARIES
from engine.records import Interval, RunRecord, TrainingReport
from engine.training import checkpoint
from engine.training.advice import advise
from engine.training.config import (
    BALANCED,
    Calibration,
    Continuing,
    Device,
    ModelType,
    Scheme,
    ThresholdRule,
    TrainingConfig,
    ValidationOptions,
    Weighting,
)
from engine.training.trainer import train_models
from engine.training.tuning import picking, studies
from engine.training.tuning.options import TuningOptions
from engine.training.tuning.picking import Picked
from engine.training.warm_start import MORE_ROUNDS, open_parent

_DEFAULT = TrainingConfig()
_SPLIT = ValidationOptions()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`DATA`, the column options, and how to train."""
    add_column_options(parser)
    parser.add_argument("--models", metavar="A,B", help=f"which of {', '.join(LIBRARIES)} (default: all)")
    parser.add_argument("--warm-start", metavar="RUN", help="go on from this run, or from a model file")
    parser.add_argument("--rounds", type=int, metavar="N",
                        help=f"most trees in total, a parent's included (default {_DEFAULT.rounds})")
    parser.add_argument("--folds", type=int, default=_SPLIT.folds, metavar="N",
                        help="test blocks (default %(default)s)")
    parser.add_argument("--embargo", default=_SPLIT.embargo, metavar="D", help="a further gap, such as 4h or 2d")
    parser.add_argument("--seed", type=int, default=_DEFAULT.seed, metavar="N", help="the same seed, the same models")
    add_tuning_options(parser)
    add_recipe_options(parser)
    add_setting_options(parser)
    add_tracking_option(parser)
    parser.add_argument("--weighting", choices=[each.value for each in Weighting], default=_DEFAULT.weighting.value,
                        help="how much each signal counts (default %(default)s)")
    parser.add_argument("--half-life", metavar="D", default=_DEFAULT.half_life,
                        help="after how long a signal counts half, such as 90d or '5000 rows'")
    parser.add_argument("--temper", type=float, metavar="P", default=_DEFAULT.weight_power,
                        help="weights by realized R are |R| to this power (default %(default)s)")
    parser.add_argument("--scale-pos-weight", metavar="S", default="1",
                        help=f'how much a win counts against a loss, or "{BALANCED}"')
    parser.add_argument("--scheme", choices=[each.value for each in Scheme], default=_SPLIT.scheme.value,
                        help="how to split (default %(default)s; the others report too much)")
    parser.add_argument("--continuing", choices=[each.value for each in Continuing], default=_DEFAULT.continuing.value,
                        help="with --warm-start: add trees, or keep the parent's and learn their leaves anew")
    parser.add_argument("--old-trees", type=float, default=_DEFAULT.old_trees, metavar="SHARE",
                        help="with a warm start: how much of what the parent's trees say stays (0.05 to 1)")
    parser.add_argument("--tree-budget", type=int, default=_DEFAULT.tree_budget, metavar="N",
                        help="with --warm-start: keep at most so many trees, the oldest make room (default: all)")
    parser.add_argument("--advise", action="store_true",
                        help="with --warm-start: try warm start, recent rows only and all history, and recommend one; "
                             "nothing is kept")
    parser.add_argument("--recent-rows", type=int, default=_SPLIT.recent_rows, metavar="N",
                        help="train only on so many rows before each test block (default: all)")
    parser.add_argument("--groups", type=int, default=_SPLIT.groups, metavar="N",
                        help="combinatorial: cut the rows in so many groups (default %(default)s)")
    parser.add_argument("--test-groups", type=int, default=_SPLIT.test_groups, metavar="K",
                        help="combinatorial: test every choice of so many groups (default %(default)s)")
    parser.add_argument("--calibration", choices=[each.value for each in Calibration],
                        default=_DEFAULT.calibration.value, help="map the probabilities (default %(default)s)")
    parser.add_argument("--threshold", type=float, metavar="P",
                        help="accept from this probability on (default: where earlier blocks earned most R)")
    parser.add_argument("--cost", type=float, metavar="R", default=_DEFAULT.cost_r, help="costs of a trade in R")
    parser.add_argument("--device", choices=[each.value for each in Device], default=_DEFAULT.device.value,
                        help="where trees grow; without a GPU the processor is used and named")
    parser.add_argument("--resume", action="store_true",
                        help="go on from the blocks that a killed training of DATA had finished")
    parser.add_argument("--side-by-side", action="store_true", help="train the models at once, one core each")
    parser.add_argument("--no-leak-meter", action="store_true", help="leave out the three fits of the leak meter")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Read the file, train each model over the same folds, keep the runs, and say how they compare."""
    with library(args, out) as workspace:
        target = target_of(args, workspace)
        picked = picking.pick(workspace, args.trial) if args.trial else None
        recipe = recipe_options.wanted(args, workspace, add_arguments, picked)
        options = recipe.validation or _split(args)
        configs = list(recipe.configs) or _configs(args, workspace)
        configs, options = with_settings(args, configs, options)
        table = load_table(args.data, recipe_options.roles_of(recipe, given_roles(args)),
                           progress=out.progress.part(0.0, 0.05))
        _tell_roles(table, out)
        whole, search = table, recipe.tuning or asked(args)
        table, chosen = recipe_options.with_columns(recipe, table, workspace, out)
        if args.advise:
            return {"advice": _advised(args, table, configs, options, workspace, out)}
        if options.scheme is Scheme.COMBINATORIAL:
            out.say(f"{options.fits} fits for each model: every choice of {args.test_groups} of {args.groups} groups")
        report, more = _train(args, table, configs, options, search, workspace, out, picked)
        _show(report, out)
        recipe_options.name_runs(recipe, report, workspace)
        more |= tell(workspace, [each.id for each in report.runs], target, out)
        more |= chosen | recipe_options.save(args, recipe, whole, configs, options, search, workspace, out)
    return {
        **more,
        "runs": [run_answer(each) for each in report.runs],
        "validation": {"scheme": report.validation.scheme, "folds": report.validation.folds,
                       "purged_rows": report.validation.purged_rows, "embargo": report.validation.embargo,
                       "blocks": report.validation.blocks, "purged": report.validation.purged,
                       "paths": {each.id: each.validation.paths for each in report.runs if each.validation}},
        **leak_answer(report.leak_meter),
        "luck": report.luck,
        "comparisons": report.comparisons,
        "baselines": {each.name: each.scores for each in report.baselines},
    }


def _split(args: argparse.Namespace) -> ValidationOptions:
    return ValidationOptions(scheme=Scheme(args.scheme), folds=args.folds, embargo=args.embargo,
                             groups=args.groups, test_groups=args.test_groups, recent_rows=args.recent_rows)


def _train(
    args: argparse.Namespace, table: SignalTable, configs: list[TrainingConfig], options: ValidationOptions,
    search: TuningOptions | None, workspace: Workspace, out: Output, picked: Picked | None = None,
) -> tuple[TrainingReport, dict[str, Any]]:
    """Train, from the beginning or from where a killed training or search was; with what to tell of the search."""
    said: tuple[str, ...] = ()
    if picked is not None:
        options, words = picked.to_train(table)
        said = (words,)
    killed = unfinished(workspace, table)
    if search is not None and args.warm_start:
        raise WorkbenchError("A warm start goes on with its parent's settings.", where="--tune",
                             code="tuned-warm-start", remedy="Leave one of --tune and --warm-start out.")
    if killed is not None and not args.resume:
        out.warn(f"{killed.words} --resume goes on from there.")
    if args.resume and killed is None and search is not None:
        studies.OFFERS.chosen(workspace, fingerprint=table.fingerprint)  # refuses: there is none
    if search is not None or (args.resume and killed is not None):
        return tuned(table, configs, options, search, workspace, out, leak_meter=not args.no_leak_meter,
                     resume=killed if args.resume else None)
    how: dict[str, Any] = {"workspace": workspace, "side_by_side": args.side_by_side,
                           "progress": out.progress.part(0.05, 1.0)}
    if args.resume:
        point = checkpoint.OFFERS.chosen(workspace, fingerprint=table.fingerprint)
        return train_models(table, point.configs, point.validation, warm_start=point.warm_start,
                            leak_meter=point.leak_meter, resume=point, **how), {}
    for point in checkpoint.OFFERS.of(workspace):
        if point.fingerprint == table.fingerprint:
            out.warn(f"{point.words} --resume goes on from there.")
    return train_models(table, configs, options, warm_start=args.warm_start, leak_meter=not args.no_leak_meter,
                        said=said, **how), {}


def _advised(
    args: argparse.Namespace, table: SignalTable, configs: list[TrainingConfig], options: ValidationOptions,
    workspace: Workspace, out: Output,
) -> dict[str, Any]:
    if not args.warm_start or len(configs) != 1:
        raise WorkbenchError("Advice is about one model.", where="--advise", code="no-parent",
                             remedy="Name the model to bring up to date with --warm-start.")
    config = replace(configs[0], rounds=args.rounds or _DEFAULT.rounds)
    advice = advise(table, args.warm_start, config, options, workspace=workspace, progress=out.progress.part(0.05, 1.0))
    if not out.json:
        show_advice(advice, args.warm_start, args.data, out)
    return advice_answer(advice)


def _configs(args: argparse.Namespace, workspace: Workspace) -> list[TrainingConfig]:
    names, rounds = _names(args.models), args.rounds
    if args.warm_start:
        parent = open_parent(args.warm_start, workspace=workspace)
        names = names or [parent.kind]
        rounds = parent.trees + MORE_ROUNDS if rounds is None else rounds
    return [
        TrainingConfig(model_type=_model_type(name), rounds=_DEFAULT.rounds if rounds is None else rounds,
                       seed=args.seed, tree_budget=args.tree_budget, old_trees=args.old_trees,
                       continuing=Continuing(args.continuing), weighting=Weighting(args.weighting),
                       half_life=args.half_life, weight_power=args.temper,
                       calibration=Calibration(args.calibration), cost_r=args.cost,
                       device=Device(args.device),
                       threshold_rule=ThresholdRule.BY_R if args.threshold is None else ThresholdRule.FIXED,
                       threshold=_DEFAULT.threshold if args.threshold is None else args.threshold,
                       scale_pos_weight=_class_weight(args.scale_pos_weight))
        for name in names or LIBRARIES
    ]


def _names(models: str | None) -> list[str]:
    return [] if models is None else list(dict.fromkeys(filter(None, (name.strip() for name in models.split(",")))))


def _model_type(name: str) -> ModelType:
    try:
        return ModelType(name.lower())
    except ValueError as error:
        raise WorkbenchError(f"There is no model type {name!r}.", where="--models", code="unknown-model",
                             remedy=f"Choose from {', '.join(LIBRARIES)}.") from error


def _class_weight(words: str) -> float | str:
    try:
        return float(words)
    except ValueError:
        return words


def _tell_roles(table: SignalTable, out: Output) -> None:
    roles = table.roles
    named = [f"{name.replace('_', ' ')} {getattr(roles, name)}" for name in ("label", "time", "label_time", "weight",
                                                                             "id") if getattr(roles, name)]
    guessed = f" (guessed: {', '.join(name.replace('_', ' ') for name in roles.guessed)})" if roles.guessed else ""
    out.say(f"{len(table):,} rows, {len(table.schema)} features; {', '.join(named)}{guessed}")
    for finding in table.findings:
        if finding.level.value != "info":
            out.warn(f"{finding.message} {finding.remedy}".strip())


def _show(report: TrainingReport, out: Output) -> None:
    for words in dict.fromkeys(words for each in report.runs for words in each.warnings):
        out.warn(words)
    for each in report.runs:
        if each.message:
            out.warn(f"{each.name} failed. {each.message}")
    if out.json:
        return
    out.table(("run", "model", "AUC", "95 %", "deflated", "accuracy", "log loss", "trees", ""), [
        (each.id, each.kind, *_auc(each.scores.auc), _deflated(report, each), f"{each.scores.accuracy.value:.3f}",
         f"{each.scores.log_loss.value:.4f}", each.trees, "contaminated" if each.contaminated else "")
        for each in report.runs if each.scores is not None
    ])
    for baseline in report.baselines:
        out.say(f"{baseline.name}: AUC {_auc(baseline.scores.auc)[0]}, log loss {baseline.scores.log_loss.value:.4f}")
    for comparison in report.comparisons:
        out.say(comparison.words)
        if comparison.money:
            out.say(comparison.money)
    _show_outlook(report, out)
    _show_honesty(report, out)


def _show_outlook(report: TrainingReport, out: Output) -> None:
    """What to expect of the next block, and from which probability on it pays."""
    for each in report.runs:
        if each.next_block is not None:
            out.say(f"{each.name}: {each.next_block.words}")
        if each.threshold is not None:
            out.say(f"{each.name}: {each.threshold.words}")


def _deflated(report: TrainingReport, run: RunRecord) -> str:
    """The probability that the run is above what luck alone reaches."""
    found = report.luck.get(run.id)
    return "-" if found is None else f"{found.deflated:.2f}"


def _show_honesty(report: TrainingReport, out: Output) -> None:
    """What luck and the way of splitting have to do with the scores."""
    best = max(report.luck.values(), key=lambda found: found.auc.value, default=None)
    if best is not None:
        out.say(f"{next(each.name for each in report.runs if each.id == best.judged)}: {best.words}")
    if report.leak_meter is not None:
        meter = report.leak_meter
        out.say(f"Leak meter (AUC): shuffled {_figure(meter.shuffled)}, blocked {_figure(meter.blocked)}, "
                f"walk-forward {_figure(meter.walk_forward)}, purged {_figure(meter.purged_walk_forward)}")
        if meter.words:
            (out.warn if meter.leaks else out.say)(meter.words)
    for each in report.runs:
        paths = () if each.validation is None else each.validation.paths
        if paths:
            out.say(f"{each.name}: AUC of the {len(paths)} paths from {min(paths):.3f} to {max(paths):.3f}")


def _auc(auc: Interval) -> tuple[str, str]:
    return f"{auc.value:.4f}", f"{auc.low:.3f} to {auc.high:.3f}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
