"""The report tells the figures of the records, in words that claim no more, and fetches nothing."""

from __future__ import annotations

import dataclasses
import re

import numpy as np
import pytest

from engine.evaluation import metrics
from engine.records import (
    BaselineScores,
    Finding,
    Interval,
    LeakMeter,
    Level,
    OutOfFold,
    Roles,
    RunRecord,
    TableProfile,
    ValidationRecord,
)
from engine.report.summary import BundleFacts, WholeJob, charts, html

ROWS = 400


def predictions(strength: float) -> OutOfFold:
    random = np.random.default_rng(3)
    truth = random.normal(size=ROWS)
    label = (truth + random.normal(size=ROWS) > 0.3).astype(np.int64)
    probability = 1 / (1 + np.exp(-strength * (truth - 0.3)))
    times = np.arange(ROWS, dtype=np.int64)
    return OutOfFold(times, times, times + 5, label, probability, times // 80, np.where(label == 1, 1.5, -1.0))


def run(name: str, oof: OutOfFold) -> RunRecord:
    return RunRecord(
        id=f"id-{name}", name=name, kind=name.lower(), created="2026-01-01T00:00:00Z", status="done", source="a.csv",
        fingerprint="f", rows=800, features=("speed", "<b>depth</b>"), roles=Roles(label="win"), settings={},
        validation=ValidationRecord("purged_walk_forward", 5, 1234, "0"),
        scores=metrics.score(oof.label, oof.probability, realized_rr=oof.realized_rr),
        importance={"speed": 0.75, "<b>depth</b>": 0.25}, trees=10, best_iteration=9, training_seconds=1.0,
        model_path="m",
    )


@pytest.fixture
def job() -> WholeJob:
    oofs = {"XGBoost": predictions(1.0), "LightGBM": predictions(0.5)}
    runs = tuple(run(name, oof) for name, oof in oofs.items())
    profile = TableProfile(
        source="signals <1>.csv", rows=800, columns=4, features=("speed", "<b>depth</b>"), categorical=(),
        roles=Roles(label="win", outcomes=("exit_price",)), positive_rate=0.4, labelled_rows=800,
        first_time="2017-07-02T06:00:00Z", last_time="2019-10-16T21:00:00Z", missing_share=0.0, weight_range=None,
        fingerprint="f", findings=(Finding(Level.WARNING, "x", "c", "A column is odd.", "Look at it."),),
    )
    return WholeJob(
        profile, runs, {one.id: oofs[one.name] for one in runs}, leak_meter=LeakMeter(0.9, 0.6, 0.58, 0.55),
        baselines=(BaselineScores("Base rate", metrics.score(oofs["XGBoost"].label, np.full(ROWS, 0.4))),),
        bundle=BundleFacts("out/a.apbundle", "ab" * 32, 2_500_000, 3, 16, 3645, 0.0), seconds=12.0,
        versions={"xgboost": "3.2.0"},
    )


def test_the_report_is_one_file_that_fetches_nothing(job: WholeJob) -> None:
    text = html(job)
    assert not re.search(r"(?:src|href)\s*=|https?://|url\(|@import|<script|<link", text)
    assert text.startswith("<!doctype html>")
    assert text.count("<svg") == len(charts(job)) == 5


def test_names_of_columns_and_files_are_never_markup(job: WholeJob) -> None:
    assert "<b>depth" not in html(job)
    assert "signals &lt;1&gt;.csv" in html(job)


def test_figures_baselines_and_findings_are_told(job: WholeJob) -> None:
    text = html(job)
    scores = job.runs[0].scores
    assert scores is not None
    assert f"<td>{scores.auc.value:.3f}<small>{scores.auc.low:.3f} to {scores.auc.high:.3f}</small></td>" in text
    for words in ("Baseline: base rate", "A column is odd. Look at it.", "1,234 training rows",
                  "to the last bit", "2.5 MB, 3 members", "exit_price"):
        assert words in text


def test_a_score_on_rows_that_were_seen_is_marked(job: WholeJob) -> None:
    assert "contaminated" not in html(job)
    seen = dataclasses.replace(job.runs[0], contaminated=True)
    assert "XGBoost (contaminated: tested on rows" in html(dataclasses.replace(job, runs=(seen, *job.runs[1:])))


def test_a_gap_between_careless_and_honest_split_is_said_in_words(job: WholeJob) -> None:
    assert "Shuffled rows would have promised 0.900" in html(job)
    level = dataclasses.replace(job, leak_meter=LeakMeter(0.56, 0.55, 0.55, 0.55))
    assert "about the same" in html(level)


def test_a_result_too_good_to_be_true_is_doubted(job: WholeJob) -> None:
    assert "knows the outcome before you believe it" in html(job)
    honest = tuple(
        dataclasses.replace(one, scores=dataclasses.replace(one.scores, auc=Interval(0.56, 0.53, 0.59)))
        for one in job.runs if one.scores
    )
    assert "before you believe it" not in html(dataclasses.replace(job, runs=honest))


def test_a_job_with_little_in_it_still_reports(job: WholeJob) -> None:
    bare = WholeJob(job.profile, (dataclasses.replace(job.runs[0], scores=None, importance={}),), {})
    assert "The data" in html(bare)
