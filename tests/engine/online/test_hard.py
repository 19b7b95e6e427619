"""The buffer of hard examples: what belongs in it, the costliest kept, the same after any cut and any stop."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cli import main
from engine.data.loading import load_table
from engine.monitoring.monitor import Monitor
from engine.monitoring.recent_file import hard_examples, write_hard
from engine.monitoring.recorded import recorded
from engine.monitoring.rules import DAY, Rule, RuleKind, RuleWatch, parse_rule
from engine.monitoring.sources.file import FileSource
from engine.online.hard import CHANCE, HardExamples
from engine.online.options import LearnerOptions
from tests.engine.online.made import Arithmetic, make_table

ROWS = 600

LABELS = st.lists(st.tuples(st.one_of(st.just(math.nan), st.floats(0, 1)), st.integers(0, 1),
                            st.one_of(st.just(math.nan), st.floats(-3, 3))), max_size=60)


def _feed(buffer: HardExamples, labels: list[tuple[float, int, float]], cuts: set[int]) -> None:
    start = 0
    for end in sorted({*cuts, len(labels)}):
        part = labels[start:end]
        score, label, gained = (np.asarray([row[place] for row in part], dtype=float) for place in range(3))
        buffer.labelled([f"s{number}" for number in range(start, end)], score, label.astype(np.int8), gained)
        start = end


def _by_hand(labels: list[tuple[float, int, float]], most: int) -> list[str]:
    hard = []
    for number, (score, label, gained) in enumerate(labels):
        chance = score if label else 1.0 - score
        if chance < CHANCE:
            worth = 1.0 if math.isnan(gained) else abs(gained)
            hard.append((-math.log(max(chance, 2.220446049250313e-16)) * worth, number))
    return [f"s{number}" for _, number in sorted(hard, reverse=True)[:most]]


@given(LABELS, st.sets(st.integers(0, 60)), st.integers(1, 20))
def test_the_costliest_are_kept_however_the_labels_are_cut(labels, cuts, most) -> None:
    buffer = HardExamples(most)
    _feed(buffer, labels, {cut for cut in cuts if cut <= len(labels)})
    assert [one.id for one in buffer.worst()] == _by_hand(labels, most)
    assert buffer.count == len(_by_hand(labels, 1000))
    back = HardExamples(most)
    back.restore(json.loads(json.dumps(buffer.state())))
    assert back.state() == buffer.state()


def test_a_corrected_label_takes_its_example_out() -> None:
    buffer = HardExamples(3)
    _feed(buffer, [(0.1, 1, 1.0), (0.9, 0, -1.0), (0.2, 1, 1.0)], set())
    buffer.corrected("s0", 0)
    buffer.corrected("s1", 0)  # the same again
    assert [one.id for one in buffer.worst()] == ["s1", "s2"]
    assert buffer.count == 2
    buffer.labelled(["t0", "t1"], np.asarray([0.3, 0.01]), np.asarray([1, 1], dtype=np.int8), np.full(2, np.nan))
    assert [one.id for one in buffer.worst()] == ["t1", "s1", "s2"]


def _monitor(folder: Path, **how: object) -> Monitor:
    table = make_table(ROWS)
    return Monitor(FileSource(table, words="made"), LearnerOptions(window=200), champion=Arithmetic(table.schema),
                   champion_name="ruler", folder=folder, **how)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kept")
    _monitor(made).run()
    return made


def _journal(folder: Path) -> Path:
    return next((folder / "journal").glob("*.sqlite"))


def test_a_stopped_monitor_goes_on_with_the_same_buffer_and_so_does_who_looks_on(
    folder: Path, tmp_path: Path
) -> None:
    table, champion = make_table(ROWS), Arithmetic(make_table(2).schema)
    chance = np.where(table.label == 1, champion.predict(table.matrix), 1 - champion.predict(table.matrix))
    whole = hard_examples(_journal(folder))
    assert whole[0] == int((chance < CHANCE).sum()) > 20
    _monitor(tmp_path, max_signals=250).run()
    made = _monitor(tmp_path)
    assert made.run().hard == whole[0]
    assert str(made.hard_examples()) == str(whole[1]) == str(hard_examples(_journal(tmp_path))[1])


def test_they_are_shown_and_saved_as_a_file_whose_features_do_not_tell_what_made_them_hard(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("hard.csv", "hard.parquet"):
        assert main(["hard", "--workspace", str(folder), "--json", "--out", str(tmp_path / name), "--limit", "3"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert len(told["examples"]) == 3
        assert told["examples"][0]["cost"] >= told["examples"][2]["cost"]
        table = load_table(tmp_path / name)
        assert len(table) == told["kept"] == told["count"]
        assert not {"outcome_chance", "outcome_cost"} & set(table.schema.names)
    assert main(["hard", "--workspace", str(folder)]) == 0
    assert "hard examples came" in capsys.readouterr().out
    assert main(["hard", "--workspace", str(tmp_path / "none"), "--json"]) == 1


def test_the_rule_fires_once_the_buffer_is_full_and_the_journal_tells_when_it_would_have(folder: Path) -> None:
    journal = _journal(folder)
    count, examples = hard_examples(journal)
    rule = parse_rule(f"hard>={count}!")
    assert (rule.kind, rule.retrain) == (RuleKind.HARD, True)
    assert rule.words == f"Buffer of hard examples full at {count} signals"
    found = _monitor(folder).snapshot()
    watch = RuleWatch([rule])
    from dataclasses import replace

    assert not watch.look(replace(found, hard=count - 1))
    (firing,) = watch.look(replace(found, hard=count))
    assert firing.rule is rule
    assert not watch.look(replace(found, hard=count + 1))
    past = recorded(journal)
    assert len(past.hard) == count == len(examples)
    assert past.answer(rule).times == 1
    assert past.answer(Rule(RuleKind.HARD, count + 1)).times == 0
    newest = int(past.times.max())
    assert past.answer(Rule(RuleKind.HARD, 1.0), days=(newest - int(past.hard[0])) / DAY / 2).times == 0


def test_a_rule_of_another_sign_is_refused() -> None:
    for text in ("hard>5", "hard<5", "pending>=5", "hard>=0"):
        with pytest.raises(Exception, match=r"no rule|not possible"):
            parse_rule(text)


def test_there_is_nothing_to_save_in_words(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(Exception, match="no hard example"):
        write_hard(_journal(folder), (), tmp_path / "none.csv")
