"""What the list and the comparison say, without a window."""

from __future__ import annotations

from engine.library.differences import differences, flat
from engine.records import Exposure
from gui.models.facts import chain_rows, lineage, member_rows
from gui.parts.seen import trained_on
from tests.gui import library as invented


def test_lineage_follows_parents_and_survives_gaps_and_circles() -> None:
    oldest, middle, newest = invented.run("a"), invented.run("b", parent="a"), invented.run("c", parent="b")
    assert lineage(newest, [oldest, middle, newest]) == ("xgboost c", "xgboost b", "xgboost a")
    assert lineage(newest, [newest]) == ("xgboost c", "b (gone)")
    circle = [invented.run("x", parent="y"), invented.run("y", parent="x")]
    assert lineage(circle[0], circle) == ("xgboost x", "xgboost y")


def test_the_chain_tells_of_each_step_what_it_was() -> None:
    oldest, newest = invented.run("a"), invented.run("b", parent="a")
    rows = chain_rows(newest, [oldest, newest])
    assert [name for name, _ in rows] == ["From", "This model", "Continues"]
    assert rows[2][1].startswith("xgboost a, XGBoost, ")
    assert "signals of" in rows[1][1]
    assert chain_rows(newest, [newest])[-1] == ("Continues", "a (gone)")
    assert len(chain_rows(oldest, [oldest])) == 1
    circle = [invented.run("x", parent="y"), invented.run("y", parent="x")]
    assert len(chain_rows(circle[0], circle)) == 3


def test_the_span_covers_all_trainings() -> None:
    first, second = Exposure("a", 1, 0, invented.DAY, None), Exposure("b", 1, 5 * invented.DAY, 9 * invented.DAY, None)
    assert trained_on(invented.run("a", exposure=(first, second))) == "1970-01-01 – 1970-01-10"
    assert trained_on(invented.run("a", exposure=(Exposure("a", 1, None, None, None),))) == "–"


def test_equal_runs_have_no_differences() -> None:
    assert differences([invented.run("a"), invented.run("b")]) == []
    assert any(line.name == "Max depth" for line in differences([invented.run("a"), invented.run("b")], only=False))


def test_features_of_one_run_alone_are_named() -> None:
    lines = differences([invented.run("a"), invented.run("b", features=("momentum", "volume"))])
    own = next(line for line in lines if line.name == "Features of its own")
    assert own.values == ("spread, hour", "volume")


def test_nested_settings_become_one_level() -> None:
    found = flat({"a": 0.1, "extra": {"b": 2, "c": None, "d": True}, "seeds": [1, 2], "members": [{"name": "x"}],
                  "none": [], "comparisons": ["better"]})
    assert found == {"a": "0.1", "extra, b": "2", "extra, c": "None", "extra, d": "yes", "seeds": "1, 2",
                     "members": "x", "none": "none"}


def test_members_of_an_ensemble_are_told_with_their_weights() -> None:
    ensemble = invented.run("e", kind="ensemble", settings={"members": [{"name": "x", "weight": 0.25}]})
    assert member_rows(ensemble) == [("x", "weight 0.250")]
    assert member_rows(invented.run("a")) == []
