"""Choose the columns that carry the signal."""

from __future__ import annotations

import argparse
from typing import Any

from engine.cli.columns import add_column_options, given_roles
from engine.cli.output import Output
from engine.cli.workspaces import library
from engine.data.loading import load_table
from engine.library import recipes
from engine.models import LIBRARIES
from engine.records import FeatureJudgement, SelectionReport
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from engine.training.recipe import Selection, content_of
from engine.training.selection.options import Correction, Method, SelectionOptions
from engine.training.selection.selecting import select_features

_DEFAULT = SelectionOptions()
_SPLIT = ValidationOptions()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`DATA`, the column options, and how to choose."""
    add_column_options(parser)
    parser.add_argument("--method", choices=[each.value for each in Method], default=_DEFAULT.method.value,
                        help="what a column has to show (default %(default)s)")
    parser.add_argument("--model", choices=LIBRARIES, default="lightgbm", help="whose trees judge (%(default)s)")
    parser.add_argument("--level", type=float, default=_DEFAULT.level, metavar="P",
                        help="corrected p-value from which on a column is dropped (default %(default)s)")
    parser.add_argument("--correction", choices=[each.value for each in Correction],
                        default=_DEFAULT.correction.value, help="of the p-values (default %(default)s)")
    parser.add_argument("--repetitions", type=int, default=_DEFAULT.repetitions, metavar="N")
    parser.add_argument("--permutations", type=int, default=_DEFAULT.permutations, metavar="N",
                        help="most of each column (default: as many as the correction needs)")
    parser.add_argument("--share", type=float, default=_DEFAULT.share, metavar="P",
                        help="of the repetitions in which a column has to stand out (default %(default)s)")
    parser.add_argument("--folds", type=int, default=_SPLIT.folds, metavar="N", help="test blocks")
    parser.add_argument("--embargo", default=_SPLIT.embargo, metavar="D", help="a further gap, such as 4h or 2d")
    parser.add_argument("--seed", type=int, default=_DEFAULT.seed, metavar="N")
    parser.add_argument("--save", metavar="NAME", help="keep the chosen columns, for `train --features NAME`")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Choose on earlier rows, say on later ones what it cost, and keep the set where a name is given."""
    options = SelectionOptions(
        method=Method(args.method), level=args.level, correction=Correction(args.correction), share=args.share,
        repetitions=args.repetitions, permutations=args.permutations, seed=args.seed)
    split = ValidationOptions(folds=args.folds, embargo=args.embargo)
    with library(args, out) as workspace:
        table = load_table(args.data, given_roles(args), progress=out.progress.part(0.0, 0.05))
        config = TrainingConfig(model_type=ModelType(args.model), seed=args.seed)
        report = select_features(table, config, split, options, workspace=workspace,
                                 progress=out.progress.part(0.05, 1.0))
        kept = None
        if args.save:
            kept = recipes.save(workspace, args.save, content_of(selection=Selection(options, report.chosen)),
                                note=report.words)
    if not out.json:
        _show(report, out)
    if kept is not None:
        out.say(f"Kept as {kept.title}: `alphapulse train DATA --features {kept.name!r}` trains with these columns")
    return {"selection": report, "recipe": None if kept is None else {"name": kept.name, "version": kept.version}}


def _show(report: SelectionReport, out: Output) -> None:
    out.table(("", "column", "strength", "p", "corrected", "stood out"), [
        ("kept" if each.kept else "dropped", each.name, f"{each.strength:.4g}", _figure(each.p_value),
         _figure(each.adjusted), _share(each)) for each in report.judged])
    out.say(report.words)
    out.say(report.comparison.words)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _share(each: FeatureJudgement) -> str:
    return "" if each.share is None else f"{each.share:.0%}".replace("%", " %")
