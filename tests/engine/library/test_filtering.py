"""Which runs an expression finds, and what is no expression."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.library.filtering import matching
from tests.gui import library

RUNS = (library.run("a-1", auc=0.55, tags=("hourly", "final"), starred=True, note="after the crash"),
        library.run("b-2", kind="lightgbm", auc=0.60, pinned=True, name="my best"),
        library.run("c-3", kind="catboost", status="failed", scores=None))


def found(text: str) -> str:
    holds = matching(text)
    return "".join(run.id[0] for run in RUNS if holds(run))


@pytest.mark.parametrize(("text", "ids"), [
    ("", "abc"), ("auc > 0.58", "b"), ("auc>0,58", "b"), ("auc <= 0.58", "a"), ("auc != 0.6", "a"),
    ("model = xgboost", "a"), ("MODEL=XGBoost", "a"), ("model != xgboost", "bc"), ("model:boost", "ac"),
    ("tag:final", "a"), ("-tag:final", "bc"), ("tag = fin", ""), ('name:"my best"', "b"), ('"my best"', "b"),
    ("best my", "b"), ("is:starred", "a"), ("-is:starred", "bc"), ("is:pinned", "b"), ("status = failed", "c"),
    ("-failed", "ab"), ("note:crash", "a"), ("auc > 0.5 -tag:final", "b"), ("trees > 1000", ""), ("crash final", "a"),
])
def test_every_condition_has_to_hold(text: str, ids: str) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(("text", "what"), [
    ("auc > many", "“many” is no number."), ("colour = red", "Runs have nothing called “colour”."),
    ("is:purple", "A run cannot be “purple”."), ("model > 3", "“model” is no number."),
    ("auc >", "“auc” compares nothing."), ("> 3", "“>” compares nothing."),
    ('name:"my', "“\"my” has a quotation mark without its other one."),
])
def test_what_is_no_expression_is_refused_with_a_way_out(text: str, what: str) -> None:
    with pytest.raises(WorkbenchError) as refused:
        matching(text)
    assert refused.value.what == what
    assert refused.value.remedy


@given(st.floats(0.3, 0.9), st.sampled_from([">", ">=", "<", "<=", "=", "!="]))
def test_a_figure_is_compared_as_python_compares_it(limit: float, symbol: str) -> None:
    holds = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq,
             "!=": operator.ne}[symbol]
    scored = [run for run in RUNS if run.scores is not None]
    wanted = "".join(run.id[0] for run in scored if holds(run.scores.auc.value, limit))
    assert found(f"auc {symbol} {limit!r}") == wanted


@given(st.text(max_size=40))
def test_any_text_is_an_expression_or_refused(text: str) -> None:
    try:
        matching(text)
    except WorkbenchError as error:
        refused = error
    else:
        return
    assert refused.what
    assert refused.remedy
