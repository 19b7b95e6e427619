"""Run the online learner over a file, labels arriving at their own time."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.cli.columns import add_column_options, given_roles
from engine.cli.learner_options import add_learner_options, learner_options, open_champion
from engine.cli.output import Output
from engine.data.loading import load_for_schema, load_table
from engine.errors import WorkbenchError
from engine.monitoring.rules import parse_rule, would_have_fired
from engine.online.journal import Journal
from engine.online.options import Detector
from engine.online.recording import read_recording, rerun
from engine.online.replay import ReplayOptions, replay
from engine.online.reporting import drift_json, iso
from engine.online.stored import stored_scores
from engine.records import ArrivalFigures, Ints, OnlineFigures, ReplayRecord, to_plain
from engine.settings import default_workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`DATA`, the column options and the learner's; or the journal of a monitor in place of a file."""
    add_column_options(parser, needed=False)
    parser.add_argument("--from-journal", metavar="FILE",
                        help="run what a monitor recorded again with these options, beside what was (`newest`: the "
                             "workspace's newest)")
    parser.add_argument("--rule", metavar="RULE", action="append", default=[],
                        help="with --from-journal: how often a rule of `monitor --rule` would have fired")
    add_learner_options(parser)
    parser.add_argument("--labels", choices=("late", "at-once"), default="late",
                        help="labels at their own label time (default), or right after their signal")
    parser.add_argument("--limit", type=int, metavar="N", default=0, help="only the first N signals")


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Replay and tell how the score did against what needs no model."""
    if (args.data is None) == (args.from_journal is None):
        raise WorkbenchError("Give either a file of signals or --from-journal.", code="no-data",
                             remedy="See `alphapulse replay --help`.")
    if args.from_journal is not None:
        return _again(args, out)
    options = ReplayOptions(learner_options(args), at_once=args.labels == "at-once", limit=args.limit)
    champion = open_champion(args, out)
    if champion.model is None:
        table = load_table(args.data, given_roles(args), progress=out.progress.part(0.0, 0.1))
    else:
        table = load_for_schema(args.data, champion.model.schema, given_roles(args),
                                progress=out.progress.part(0.0, 0.1))
    _tell_roles(table.roles, out)
    found = replay(table, options, champion=champion.model, previous=champion.previous,
                   stored=stored_scores(args.workspace or default_workspace(), champion.model, table),
                   progress=out.progress.part(0.1, 1.0))
    for words in found.warnings:
        out.warn(words)
    if not out.json:
        _show(found, out)
    return {"champion": champion.name or None, **replay_json(found)}


def _again(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """The time machine: the recorded stream as it was, and with the given options."""
    with Journal(_journal_file(args), read_only=True) as journal:
        recording = read_recording(journal, progress=out.progress.part(0.0, 0.5))
    recorded = rerun(recording, progress=out.progress.part(0.5, 0.75))
    found = rerun(recording, learner_options(args), progress=out.progress.part(0.75, 1.0))
    if not out.json:
        out.say("As it was:")
        _show(recorded, out)
        out.say("With these options:")
        _show(found, out)
    answers = _asked(args, recorded, recording.events.time, out)
    return {**replay_json(found), "recorded": replay_json(recorded), "rules": answers}


def _asked(args: argparse.Namespace, recorded: ReplayRecord, times: Ints, out: Output) -> list[dict[str, Any]]:
    """How often each rule would have fired in what was recorded."""
    answers = []
    for rule in map(parse_rule, args.rule):
        answer = would_have_fired(rule, recorded.curves, recorded.drifts, times)
        answers.append({"rule": rule.words, "times": answer.times, "words": answer.words})
        if not out.json:
            out.say(f"{rule.words}: {answer.words}")
    return answers


def _journal_file(args: argparse.Namespace) -> Path:
    """The named file, or the newest journal of the workspace."""
    if args.from_journal != "newest":
        file = Path(args.from_journal)
        if not file.is_file():
            raise WorkbenchError("There is no such journal.", where=str(file), code="no-journal",
                                 remedy="Journals are in the workspace's folder `journal`.")
        return file
    root: Path = args.workspace or default_workspace()
    folder = root / "journal"
    files = sorted(folder.glob("*.sqlite"), key=lambda each: each.stat().st_mtime)
    if not files:
        raise WorkbenchError("No monitor has kept a journal here.", where=str(folder), code="no-journal",
                             remedy="Run `alphapulse monitor --source ...` first.")
    return files[-1]


def arrival_json(found: ArrivalFigures | None) -> dict[str, Any] | None:
    """Naive and corrected figures of the last window."""
    if found is None:
        return None
    return {"signals": found.signals, "pending_share": found.pending_share,
            **{name: {"naive": each.naive, "corrected": each.corrected}
               for name, each in (("win_rate", found.win_rate), ("accuracy", found.accuracy),
                                  ("expected_r", found.expected_r))}}


def replay_json(found: ReplayRecord) -> dict[str, Any]:
    """The record as JSON values, without the curves."""
    return {
        "events": found.events, "labels": found.labels, "pending": found.pending,
        "accuracy": found.accuracy.value, "accuracy_low": found.accuracy.low, "accuracy_high": found.accuracy.high,
        "auc": found.auc.value, "auc_low": found.auc.low, "auc_high": found.auc.high, "log_loss": found.log_loss,
        "kappa_temporal": found.kappa_temporal, "baseline": dict(found.baseline),
        "figures": _figures(found.figures),
        "weights": dict(found.weights), "drifts": [drift_json(mark) for mark in found.drifts],
        "contaminated": found.contaminated, "out_of_fold": found.out_of_fold, "untouched": _figures(found.untouched),
        "untouched_labels": found.untouched_labels, "skill": found.skill, "warnings": list(found.warnings),
        "false_alarms": to_plain(found.false_alarms), "detectors": to_plain(found.detectors),
        "causes": to_plain(found.causes),
        "input_drifts": [drift_json(mark) for mark in found.input_drifts],
        "arrival": arrival_json(found.arrival), "log_losses": dict(found.losses), "regret": dict(found.regret),
        "effective_window": to_plain(found.effective_window),
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
    if found.effective_window < found.labels - 1:
        out.say(f"Old labels fade: {found.effective_window:,.0f} of {found.labels:,} count.")
    if found.losses:
        out.say("Log loss in nats, and regret to the best single member: " + ", ".join(
            f"{name} {value:,.1f} ({found.regret[name]:+,.1f})" for name, value in found.losses.items()))
    if found.arrival is not None:
        out.say(arrival_words(found.arrival))
    if found.detectors:
        out.say("On this stream in random order, so without any change, in 10,000 labels:")
        out.table(("detector", "alarms", "asks for retraining"),
                  [(Detector(each.detector).words, f"{each.alarms:.2f}", f"{each.retrains:.2f}")
                   for each in found.detectors])
    for cause in found.causes:
        out.say(cause.words)
    for mark in found.input_drifts:
        out.say(f"Inputs: {mark.words}")
    for mark in found.drifts:
        out.say(f"Drift: {mark.words}{f' ({when})' if (when := iso(mark.time)) else ''}"
                f"{'; retraining advised' if mark.retrain else ''}")
    out.say(f"State {found.state_hash}")


def arrival_words(found: ArrivalFigures) -> str:
    """What the last window shows, and what it would once late labels are in."""
    rate = found.win_rate
    return (f"Last {found.signals:,} signals, {found.pending_share:.0%} without a label yet: win rate "
            f"{rate.naive:.1%} so far, {rate.corrected:.1%} allowing for late labels.")


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"
