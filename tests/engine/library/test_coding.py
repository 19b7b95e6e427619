"""Records as JSON and back, also across versions of the program."""

import json

import pytest

from engine.library import coding
from engine.records import Interval, OutOfFold, RunRecord, Scores
from tests.engine.library.records import a_run


def plain(record):
    return json.loads(coding.to_text(record))


def test_a_record_comes_back_equal():
    run = a_run(parent="xgb-1")
    assert coding.decode(RunRecord, plain(run)) == run


def test_nan_bounds_stay_nan():
    back = coding.decode(Interval, plain(Interval(0.5, float("nan"), float("inf"))))
    assert back.value == 0.5
    assert back.low != back.low
    assert back.high != back.high


def test_what_a_newer_program_added_is_ignored_and_what_an_older_one_lacks_is_default():
    values = plain(a_run())
    values["invented_later"] = {"x": 1}
    for name in ("starred", "note", "versions", "exposure", "message"):
        del values[name]
    back = coding.decode(RunRecord, values)
    assert (back.starred, back.note, back.exposure) == (False, "", ())


@pytest.mark.parametrize(("name", "value"), [
    ("trees", "many"), ("trees", True), ("trees", None), ("name", 3), ("features", "f1"), ("roles", []),
    ("scores", {"rows": 1}), ("importance", [1]), ("importance", {"a": "b"}), ("exposure", [1]), ("contaminated", 0),
    ("training_seconds", "1"), ("training_seconds", True), ("validation", {"blocks": [[1, 2, 3]]})])
def test_values_of_the_wrong_shape_are_refused(name, value):
    values = {**plain(a_run()), name: value}
    with pytest.raises(ValueError):
        coding.decode(RunRecord, values)


def test_a_missing_field_without_default_is_refused():
    values = plain(a_run())
    del values["kind"]
    with pytest.raises(ValueError, match="lacks kind"):
        coding.decode(RunRecord, values)


def test_the_same_record_gives_the_same_text():
    run = a_run("xgb-1")
    assert coding.to_text(run) == coding.to_text(coding.decode(RunRecord, plain(run)))
    assert "NaN" not in coding.to_text(Scores(0, 0, *[Interval(float("nan"), 0, 0)] * 5))
    assert OutOfFold.__dataclass_fields__.keys() >= {"row", "fold"}
