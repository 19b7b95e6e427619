"""The report of the whole job: what was found, in words that claim no more than the figures show."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine.drawing.charts import (
    AucRow,
    auc_chart,
    calibration_chart,
    importance_chart,
    leak_chart,
    live_chart,
    roc_chart,
)
from engine.drawing.svg import Plot
from engine.evaluation import curves
from engine.records import (
    BaselineScores,
    Comparison,
    EnsembleReport,
    Interval,
    LeakMeter,
    Level,
    LuckAccount,
    OutOfFold,
    ReplayRecord,
    RunRecord,
    Scores,
    TableProfile,
)
from engine.report import page

SUSPICIOUS = 0.62  # hourly and daily signals that look better than this have nearly always seen the future
_MARK = " (contaminated: tested on rows that it may have seen)"
_LEAK_GAP = 0.03
_LIVE = {"final": "Final score", "batch": "Batch models", "online": "Online learner"}
_LIVE_BASELINES = {"prior": "more frequent class", "last_class": "last label"}
_HEADER = ("", "AUC", "Accuracy", "Log loss", "Brier", "Precision", "Mean R", "Accepted")


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """A bundle that was written, verified and used by another process."""

    path: str
    sha256: str
    bytes: int
    members: int
    golden_rows: int
    scored_rows: int
    largest_difference: float


@dataclass(frozen=True, eq=False, slots=True)
class WholeJob:
    """Everything that the report tells; `out_of_fold` goes by run id."""

    profile: TableProfile
    runs: tuple[RunRecord, ...]
    out_of_fold: Mapping[str, OutOfFold]
    comparisons: tuple[Comparison, ...] = ()
    baselines: tuple[BaselineScores, ...] = ()
    leak_meter: LeakMeter | None = None
    ensemble: EnsembleReport | None = None
    replay: ReplayRecord | None = None
    bundle: BundleFacts | None = None
    seconds: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)
    luck: Mapping[str, LuckAccount] = field(default_factory=dict)  # by run id


def charts(job: WholeJob) -> dict[str, Plot]:
    """Every chart of the report by its file name."""
    labelled = {_short(run): job.out_of_fold[run.id] for run in job.runs if run.id in job.out_of_fold}
    found = {
        "auc": auc_chart([AucRow(_short(run), run.scores.auc, k) for k, run in enumerate(job.runs) if run.scores]),
        "roc": roc_chart({name: curves.roc(oof.label, oof.probability) for name, oof in labelled.items()}),
        "calibration": calibration_chart(
            {name: curves.calibration(oof.label, oof.probability) for name, oof in labelled.items()}
        ),
        "importance": importance_chart({_short(run): run.importance for run in job.runs}),
    }
    if job.leak_meter is not None:
        found["leak_meter"] = leak_chart(job.leak_meter)
    if job.ensemble is not None:
        found["ensemble"] = auc_chart(_ensemble_rows(job.ensemble))
    if job.replay is not None:
        found["live_accuracy"] = live_chart(job.replay.curves)
    return found


def html(job: WholeJob) -> str:
    """The whole report."""
    plots = charts(job)
    parts = [
        page.words(f"{Path(job.profile.source).name}: {job.profile.rows:,} signals from "
                   f"{_day(job.profile.first_time)} to {_day(job.profile.last_time)}. Made in {job.seconds:.0f} s.",
                   soft=True),
        page.tiles(_headline(job)),
        _data_section(job),
        _models_section(job, plots),
        _leak_section(job, plots),
        _ensemble_section(job, plots),
        _live_section(job, plots),
        _bundle_section(job),
        _caution_section(job),
    ]
    return page.page("AlphaPulse Workbench: the whole job on one file", [part for part in parts if part])


def _headline(job: WholeJob) -> list[tuple[str, str]]:
    tiles = [(f"{job.profile.rows:,}", "signals"), (_percent(job.profile.positive_rate), "of them won")]
    best = max((run for run in job.runs if run.scores), key=lambda run: _of(run.scores).auc.value, default=None)
    if best is not None:
        tiles.append((f"{_of(best.scores).auc.value:.3f}", f"best AUC of one model ({_short(best)})"))
    if job.ensemble is not None and job.ensemble.scores is not None:
        tiles.append((f"{job.ensemble.scores.auc.value:.3f}", "AUC of the ensemble, later rows"))
    if job.replay is not None:
        tiles.append((_percent(job.replay.accuracy.value, 1), "live accuracy"))
    return tiles


def _data_section(job: WholeJob) -> str:
    roles = job.profile.roles
    named = {"label": roles.label, "signal time": roles.time, "label time": roles.label_time,
             "realized R": roles.weight, "id": roles.id}  # fmt: skip
    sentence = ", ".join(f"{role} = {column}" for role, column in named.items() if column)
    findings = [f"{f.message} {f.remedy}".strip() for f in job.profile.findings if f.level is not Level.INFO]
    return page.section(
        "The data",
        page.words(f"{len(job.profile.features)} features. Roles: {sentence}. Known only afterwards, and so never "
                   f"features: {', '.join(roles.outcomes) or 'none'}."),
        page.bullets(findings),
    )


def _models_section(job: WholeJob, plots: Mapping[str, Plot]) -> str:
    scored = [run for run in job.runs if run.scores is not None]
    rows = [_score_row(f"{_short(run)}{_MARK if run.contaminated else ''}", _of(run.scores)) for run in scored]
    rows += [_score_row(f"Baseline: {one.name.lower()}", one.scores) for one in job.baselines]
    how = scored[0].validation if scored else None
    words = "" if how is None else (
        f"Every model was tested on the same {_of(scored[0].scores).rows:,} later rows, in {how.folds} blocks, each "
        f"by a model that had seen only earlier rows; {how.purged_rows:,} training rows whose outcome was not yet "
        "known when the block began were left out. Intervals are 95 %. Precision is the average precision; mean R is "
        "that of the signals with a probability of one half or more, whose share is under Accepted."
    )
    return page.section(
        "Three models, compared on rows they had not seen",
        page.words(words), page.table(_HEADER, rows),
        page.bullets([*(comparison.words for comparison in job.comparisons),
                      *(f"{_short(run)}: {job.luck[run.id].words}" for run in scored if run.id in job.luck)]),
        page.side_by_side(
            page.figure(plots["auc"], "The dotted line is no skill. Intervals that overlap are no ranking."),
            page.figure(plots["roc"], "With the 95 % band of the first model."),
            page.figure(plots["calibration"], "Above the dotted line the model is too careful, below it too bold."),
            page.figure(plots["importance"], "What the trees used; not what causes a win."),
        ),
    )


def _leak_section(job: WholeJob, plots: Mapping[str, Plot]) -> str:
    meter = job.leak_meter
    if meter is None or meter.purged_walk_forward is None:
        return ""
    honest, rosy = meter.purged_walk_forward, meter.shuffled
    words = f"Split so that the future is unseen, the model reaches an AUC of {honest:.3f}."
    if rosy is not None and rosy - honest > _LEAK_GAP:
        words += (f" Shuffled rows would have promised {rosy:.3f}: neighbours in time share their outcome, so a "
                  "shuffled test repeats what training saw. Only the purged figure can be expected of new signals.")
    elif rosy is not None:
        words += f" Shuffled rows give {rosy:.3f}, about the same: neighbours share little here."
    return page.section("How much a careless split would have promised", page.words(words),
                        page.figure(plots["leak_meter"], "The same settings four times; only the split differs."))


def _ensemble_section(job: WholeJob, plots: Mapping[str, Plot]) -> str:
    found = job.ensemble
    if found is None:
        return ""
    rows = [_score_row(_without_file(one.name), one.scores, f"{one.weight:.2f}")
            for one in found.members if one.scores is not None]
    if found.equal_weights_scores is not None:
        rows.append(_score_row("Equal weights", found.equal_weights_scores, ""))
    if found.scores is not None:
        rows.append(_score_row(f"Ensemble ({found.method.replace('_', ' ')})", found.scores, ""))
    where = f"{len(found.out_of_fold.label):,} rows that are later than all rows the weights were found on"
    return page.section(
        "The ensemble", page.words(f"Scored on {where}. {found.fallback}".strip()),
        page.table((*_HEADER, "Weight"), rows),
        page.bullets([*(c.words for c in found.comparisons), *found.warnings]),
        page.figure(plots["ensemble"], "Members, equal weights and ensemble on the same rows."),
    )


def _live_section(job: WholeJob, plots: Mapping[str, Plot]) -> str:
    found = job.replay
    if found is None:
        return ""
    rows = [(_LIVE.get(name, name), _interval(figure.accuracy), _number(figure.auc), _number(figure.log_loss))
            for name, figure in found.figures.items()]
    rows += [(f"Baseline: {title}", _number(found.baseline.get(name)), "",
              _number(found.baseline.get(f"{name}_log_loss"))) for name, title in _LIVE_BASELINES.items()]
    words = (f"{found.events:,} signals were scored one after the other; each of the {found.labels:,} labels was "
             f"learnt only when it would have been known. {found.skill} The batch scores are those of models that are "
             "trained again before each test block, so no row is judged by a model that had seen it.")
    if found.contaminated:
        words += (f" {found.contaminated:,} of these signals were also training rows of the batch model: its line is "
                  "too good there.")
    drifts = [drift.words for drift in found.drifts[:5]]
    return page.section(
        "The online learner, live on the same file", page.words(words),
        page.table(("", "Accuracy", "AUC", "Log loss"), rows), page.bullets([*drifts, *found.warnings]),
        page.figure(plots["live_accuracy"], "Over a sliding window, with the 95 % band of the final score. Where the "
                    "band covers a baseline, the score is not shown to be better than it."),
    )


def _bundle_section(job: WholeJob) -> str:
    found = job.bundle
    if found is None:
        return ""
    agreement = ("gave the very same probabilities, to the last bit" if found.largest_difference == 0
                 else f"differed by at most {found.largest_difference:.1e}")
    return page.section(
        "The bundle",
        page.words(f"{found.path}: {found.bytes / 1e6:.1f} MB, {found.members} members. All hashes and "
                   f"{found.golden_rows} golden rows were checked. Another process with an empty workspace scored "
                   f"{found.scored_rows:,} signals with it and {agreement}."),
        page.words(f"SHA-256 {found.sha256}", soft=True),
    )


def _caution_section(job: WholeJob) -> str:
    best = [run for run in job.runs if run.scores and run.scores.auc.value > SUSPICIOUS]
    cautions = [
        "One file and one period: the intervals hold for signals like these, not for another market or year.",
        "Neighbouring signals share their luck, so true uncertainty is somewhat wider than the intervals.",
        "Mean R is before the costs that the file does not contain, and no advice to trade.",
    ]
    if best:
        cautions.insert(0, f"An AUC above {SUSPICIOUS} is rare for signals like these: look for a column that knows "
                           "the outcome before you believe it.")
    made = ", ".join(f"{name} {version}" for name, version in job.versions.items())
    return page.section("What these figures do not say", page.bullets(cautions), page.words(made, soft=True))


def _score_row(name: str, scores: Scores, *more: str) -> tuple[str, ...]:
    return (name, _interval(scores.auc), _interval(scores.accuracy), _interval(scores.log_loss),
            f"{scores.brier.value:.4f}", f"{scores.average_precision.value:.3f}",
            "" if scores.mean_r is None else _interval(scores.mean_r, 2), _percent(scores.accepted_share), *more)


def _ensemble_rows(found: EnsembleReport) -> list[AucRow]:
    rows = [AucRow(_without_file(member.name), member.auc, k) for k, member in enumerate(found.members)]
    if found.equal_weights_scores is not None:
        rows.append(AucRow("Equal weights", found.equal_weights_scores.auc, len(rows)))
    if found.scores is not None:
        rows.append(AucRow("Ensemble", found.scores.auc, len(rows)))
    return rows


def _short(run: RunRecord) -> str:
    return _without_file(run.name)


def _without_file(name: str) -> str:
    """ "XGBoost on btc_1h" is "XGBoost" where there is one file only."""
    return name.partition(" on ")[0]


def _of(scores: Scores | None) -> Scores:
    if scores is None:
        raise TypeError("a run without scores")
    return scores


def _interval(interval: Interval, digits: int = 3) -> str:
    """The value, and its interval on a second line."""
    if not math.isfinite(interval.value):
        return "-"
    if not math.isfinite(interval.low):
        return f"{interval.value:.{digits}f}"
    return f"{interval.value:.{digits}f}\n{interval.low:.{digits}f} to {interval.high:.{digits}f}"


def _number(value: float | None) -> str:
    return "" if value is None or not math.isfinite(value) else f"{value:.3f}"


def _percent(share: float | None, digits: int = 0) -> str:
    return "" if share is None else f"{share * 100:.{digits}f} %"


def _day(time: str | None) -> str:
    return time[:10] if time else "an unknown day"
