"""Rules of the analyst's own: they fire once, at the right label, and a recording tells how often."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.monitoring.rules import (
    DAY,
    Rule,
    RuleKind,
    RuleWatch,
    load_rules,
    parse_rule,
    proposed,
    save_rules,
    would_have_fired,
)
from engine.records import DriftMark, FeedState
from tests.gui.plots.invented import curves, snapshot

HOUR = DAY // 24


def _with(accuracy: np.ndarray, *, hours: bool = True):
    made = curves(len(accuracy))
    time = np.arange(1, len(accuracy) + 1) * HOUR if hours else np.full(len(accuracy), -1)
    return replace(made, accuracy=accuracy, time=time)


def test_accuracy_must_stay_below_for_all_of_the_labels() -> None:
    watch = RuleWatch([Rule(RuleKind.ACCURACY, 0.5, labels=100)])
    values = np.full(400, 0.6)
    values[200:] = 0.4
    heard = []
    for labels in range(150, 400, 10):
        shot = snapshot(labels, curves=_with(values[:labels]))
        heard += [(labels, firing.words) for firing in watch.look(shot)]
    assert [labels for labels, _ in heard] == [300]
    assert heard[0][1] == "Accuracy below 50 % for 100 labels: 40 % now"
    assert watch.holding
    watch.look(snapshot(450, curves=_with(np.append(values, np.full(50, 0.9)))))
    assert not watch.holding


def test_drift_fires_for_new_alarms_that_ask_for_retraining_only() -> None:
    watch = RuleWatch([Rule(RuleKind.DRIFT)])
    mark = DriftMark(700, None, "adwin", "log loss", True, "ADWIN: it rose")
    assert not watch.look(snapshot(800, drifts=(mark,)))  # it was there before anyone looked
    quiet = replace(mark, event=750, retrain=False)
    assert not watch.look(snapshot(800, drifts=(mark, quiet)))
    (firing,) = watch.look(snapshot(900, drifts=(mark, quiet, replace(mark, event=880))))
    assert firing.words == "ADWIN: it rose"


@pytest.mark.parametrize(("kind", "limit", "quiet", "loud"), [
    (RuleKind.SILENT, 60.0, {"silent": 30.0}, {"silent": 90.0}),
    (RuleKind.SILENT, 60.0, {"silent": 90.0, "state": FeedState.PAUSED}, {"silent": 90.0}),
    (RuleKind.LATENCY, 1.0, {"latency_p99": 5.0}, {"latency_p99": 5.0, "fraction": None}),
    (RuleKind.PENDING, 100.0, {"pending": 100}, {"pending": 101}),
    (RuleKind.MEAN_R, 0.0, {"mean_r": None}, {"mean_r": snapshot().accuracy.__class__(-0.1, -0.2, 0.0)}),
    (RuleKind.LABELS, 1000.0, {"labels": 999}, {"labels": 1001}),
    (RuleKind.DAILY, 17.0, {"time": 16 * HOUR}, {"time": 17 * HOUR}),
])
def test_each_kind_holds_beyond_its_limit_and_fires_once(kind, limit, quiet, loud) -> None:
    watch = RuleWatch([Rule(kind, limit)])
    assert not watch.look(snapshot(**quiet))
    assert len(watch.look(snapshot(**loud))) == 1
    assert not watch.look(snapshot(**loud))


def test_a_rule_that_is_off_says_nothing() -> None:
    assert not RuleWatch([Rule(RuleKind.PENDING, 1.0, on=False)]).look(snapshot())


@given(st.lists(st.booleans(), min_size=1, max_size=300), st.integers(1, 40))
def test_a_recording_is_asked_as_the_live_rule_would_have_answered(low: list[bool], labels: int) -> None:
    values = np.where(low, 0.4, 0.6)
    rule = Rule(RuleKind.ACCURACY, 0.5, labels=labels)
    watch, live = RuleWatch([rule]), 0
    for many in range(1, len(values) + 1):
        live += len(watch.look(snapshot(many, curves=_with(values[:many], hours=False))))
    found = _with(values, hours=False)
    assert would_have_fired(rule, found, (), found.time).times == live


def test_only_the_last_days_count_where_times_are_known() -> None:
    values = np.full(24 * 60, 0.6)
    values[100:200] = values[24 * 50: 24 * 51] = 0.4
    found = _with(values)
    answer = would_have_fired(Rule(RuleKind.ACCURACY, 0.5, labels=10), found, (), found.time)
    assert answer.words == "would have fired 1× in the last 30 days"
    assert would_have_fired(Rule(RuleKind.ACCURACY, 0.5, labels=10), found, (), found.time, days=90).times == 2
    daily = would_have_fired(Rule(RuleKind.DAILY, 17.0), found, (), found.time)
    assert daily.times in (29, 30, 31)
    gap = np.append(found.time, found.time[-1] + 2 * HOUR)
    assert would_have_fired(Rule(RuleKind.SILENT, 3700.0), found, (), gap).times == 1


def test_what_no_journal_holds_is_said() -> None:
    found = _with(np.full(10, 0.5))
    assert would_have_fired(Rule(RuleKind.LATENCY, 1.0), found, (), found.time).times is None
    assert "not in the journal" in would_have_fired(Rule(RuleKind.LATENCY, 1.0), found, (), found.time).words


@pytest.mark.parametrize(("text", "said"), [
    ("accuracy<0.52/500!", "Accuracy below 52 % for 500 labels"), ("drift", "Drift that asks for retraining"),
    ("silent > 60", "Source silent for 60 s"), ("mean-r<-0.1", "Mean R below -0.1 R"),
])
def test_a_rule_is_read_from_a_line(text: str, said: str) -> None:
    rule = parse_rule(text)
    assert rule.words == said
    assert rule.retrain == text.endswith("!")


@pytest.mark.parametrize("text", ["", "accuracy", "accuracy>0.5", "drift<3", "profit<1", "accuracy<x", "accuracy<52"])
def test_what_is_no_rule_is_refused_with_what_would_be_one(text: str) -> None:
    with pytest.raises(WorkbenchError, match="Give "):
        parse_rule(text)


def test_rules_are_kept_in_the_workspace_and_a_broken_file_gives_the_proposed_ones(tmp_path: Path) -> None:
    assert load_rules(tmp_path) == proposed()
    rules = (parse_rule("accuracy<0.52/500!"), replace(parse_rule("silent>5"), on=False))
    save_rules(tmp_path, rules)
    assert load_rules(tmp_path) == rules
    (tmp_path / "rules.json").write_text('{"rules": [{"kind": "profit"}]}')
    assert load_rules(tmp_path) == proposed()
