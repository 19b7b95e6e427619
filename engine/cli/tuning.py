"""`train --tune`: how the search is asked for, and what is told of it."""

from __future__ import annotations

import argparse
from typing import Any

from engine.cli.output import Output
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.records import StudyRecord, TrainingReport, TrialRecord, TuningReport
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.tuning import studies
from engine.training.tuning.options import Effort, Objective, TuningOptions
from engine.training.tuning.tuned import train_tuned

_DEFAULT = TuningOptions()
_EFFORTS = [each.value for each in Effort if each is not Effort.NONE]


def add_tuning_options(parser: argparse.ArgumentParser) -> None:
    """How to search."""
    parser.add_argument("--tune", metavar="|".join((*_EFFORTS, "SECONDS")),
                        help="search for good settings first, 10 s, 1 min, 10 min or so many seconds in all; the score "
                             "is then of later rows that no trial saw")
    parser.add_argument("--tune-trials", type=int, metavar="N", default=0, help="the most trials of each model")
    parser.add_argument("--tune-seconds", type=float, metavar="S", default=0.0,
                        help="seconds for search and training together")
    parser.add_argument("--objective", choices=[each.value for each in Objective], default=_DEFAULT.objective.value,
                        help="what trials are compared by (default %(default)s; all: a front to pick from)")
    parser.add_argument("--held-blocks", type=int, metavar="N", default=_DEFAULT.held_blocks,
                        help="test blocks that no trial sees (default %(default)s)")
    parser.add_argument("--tune-keep", type=int, metavar="N", default=_DEFAULT.kept,
                        help="how many of each model's best trials become runs (default %(default)s)")
    parser.add_argument("--trial", metavar="[STUDY:]MODEL:NUMBER",
                        help="train with the settings of this trial of a search (default: the newest), such as one of "
                             "its front; `studies show` lists them")
    parser.add_argument("--no-earlier-studies", action="store_true",
                        help="do not begin with what earlier searches of the same features found")


def asked(args: argparse.Namespace) -> TuningOptions | None:
    """The search that was asked for; None for none."""
    if args.tune is None and not args.tune_trials and not args.tune_seconds:
        return None
    effort, seconds = _effort(args.tune)
    return TuningOptions(effort=effort, objective=Objective(args.objective), seconds=args.tune_seconds or seconds,
                         trials=args.tune_trials, seed=args.seed, held_blocks=args.held_blocks,
                         kept=args.tune_keep, earlier=not args.no_earlier_studies)


def unfinished(workspace: Workspace, table: SignalTable) -> studies.Unfinished | None:
    """A search on this table that was killed."""
    return next((each for each in studies.OFFERS.of(workspace) if each.fingerprint == table.fingerprint), None)


def tuned(
    table: SignalTable, configs: list[TrainingConfig], validation: ValidationOptions, options: TuningOptions | None,
    workspace: Workspace, out: Output, *, leak_meter: bool, resume: studies.Unfinished | None = None,
) -> tuple[TrainingReport, dict[str, Any]]:
    """Search and train, or go on from a search that was killed; the runs, and what to tell of the search."""
    if resume is not None:
        configs, validation, options = list(resume.configs), resume.validation, resume.options
    found = train_tuned(table, configs, validation, options, workspace=workspace, leak_meter=leak_meter, resume=resume,
                        progress=out.progress.part(0.05, 1.0))
    if not out.json:
        show_tuning(found.tuning, out)
    return found.training, {"tuning": tuning_answer(found.tuning)}


def tuning_answer(found: TuningReport) -> dict[str, Any]:
    """`tuning{id, objective, trials, seconds, rows, held_rows, words, studies[...]}`."""
    return {"id": found.id, "objective": found.objective, "trials": found.trials, "resumed": found.resumed,
            "seconds": found.seconds, "fit_seconds": found.fit_seconds, "rows": found.rows,
            "held_rows": found.held_rows, "words": found.words, "studies": [_study(each) for each in found.studies]}


def show_tuning(found: TuningReport, out: Output) -> None:
    """The best of each library, the front where there is one, and which settings mattered."""
    out.say(found.words)
    rows = [(f"{study.model}:{trial.number + 1}", len(study.trials), *cells(trial),
             "taken" if trial is study.chosen else "front")
            for study in found.studies for trial in _listed(study)]
    out.table(("trial", "of", "AUC", "R", "log loss", "settings", ""), rows)
    if any(len(study.front) > 1 for study in found.studies):
        out.say(f"`alphapulse train DATA --trial {found.id}:MODEL:NUMBER` trains one of the front instead.")
    for study in found.studies:
        if study.importance:
            most = sorted(study.importance.items(), key=lambda item: -item[1])[:3]
            told = ", ".join(f"{name.replace('_', ' ')} {share:.0%}".replace("%", " %") for name, share in most)
            out.say(f"{study.model}: what mattered most: {told}")


def _listed(study: StudyRecord) -> list[TrialRecord]:
    front = [study.trial(number) for number in study.front if number != study.best]
    return [each for each in (study.chosen, *front) if each is not None]


def cells(trial: TrialRecord) -> tuple[str, str, str, str]:
    """Its figures and settings for a table."""
    known = trial.expected_r == trial.expected_r
    return (f"{trial.auc:.4f}", f"{trial.expected_r:+.3f}" if known else "-", f"{trial.log_loss:.4f}", trial.words)


def _study(study: StudyRecord) -> dict[str, Any]:
    return {"model": study.model, "best": study.best, "front": study.front, "importance": study.importance,
            "trials": study.trials}


def _effort(words: str | None) -> tuple[Effort, float]:
    if words is None:
        return Effort.NONE, 0.0
    if words in _EFFORTS:
        return Effort(words), 0.0
    try:
        return Effort.NONE, float(words)
    except ValueError as error:
        raise WorkbenchError(f"There is no effort {words!r}.", where="--tune", code="unknown-effort",
                             remedy=f"Give {', '.join(_EFFORTS)} or a number of seconds.") from error
