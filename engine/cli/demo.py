"""The whole job on the shipped sample."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from engine.cli.answers import leak_answer, run_answer
from engine.cli.ensemble import ensemble_json
from engine.cli.output import Output
from engine.cli.replay import replay_json
from engine.cli.workspaces import library
from engine.records import Interval
from engine.report.whole_job import Written, run_whole_job
from engine.settings import resource

SAMPLE = "sample/btc_1h.csv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--out DIR`."""
    parser.add_argument("--out", type=Path, metavar="DIR",
                        help="where report, pictures and bundle go (else the workspace's exports/demo)")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Do the job and say where report, pictures and bundle are."""
    with library(args, out) as workspace:
        folder = args.out if args.out is not None else workspace.exports / "demo"
        found = run_whole_job(resource(SAMPLE), folder.absolute(), workspace=workspace, progress=out.progress)
    if not args.json:
        _show(found, out)
    job = found.job
    return {
        "runs": [run_answer(run) for run in job.runs], **leak_answer(job.leak_meter),
        "comparisons": [comparison.words for comparison in job.comparisons],
        "ensemble": None if job.ensemble is None else ensemble_json(job.ensemble),
        "replay": None if job.replay is None else replay_json(job.replay),
        "bundle": str(found.bundle), "verified": job.bundle, "report": str(found.report),
        "pictures": [str(path) for path in found.pictures], "seconds": job.seconds,
    }


def _show(found: Written, out: Output) -> None:
    job = found.job
    out.table(("model", "AUC", "95 %", "accuracy", "log loss", "trees"), [
        (run.name, *_auc(run.scores.auc), f"{run.scores.accuracy.value:.3f}", f"{run.scores.log_loss.value:.4f}",
         run.trees)
        for run in job.runs if run.scores is not None
    ])
    for comparison in job.comparisons:
        out.say(comparison.words)
    if job.ensemble is not None and job.ensemble.scores is not None:
        value, bounds = _auc(job.ensemble.scores.auc)
        out.say(f"Ensemble: AUC {value} ({bounds}) on later rows. {job.ensemble.fallback}".rstrip())
    if job.replay is not None:
        out.say(f"Live: {job.replay.skill}")
    if job.bundle is not None:
        out.say(f"Another process scored {job.bundle.scored_rows:,} signals with the bundle; largest difference "
                f"{job.bundle.largest_difference:g}.")
    out.say("")
    out.say(f"Report:   {found.report}")
    out.say(f"Pictures: {found.report.parent / 'pictures'}")
    out.say(f"Bundle:   {found.bundle}")


def _auc(auc: Interval) -> tuple[str, str]:
    return f"{auc.value:.4f}", f"{auc.low:.3f} to {auc.high:.3f}"
