"""Forms from options: every type has its field, what is typed comes back, what is wrong is named."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.settings import AppSettings, option
from engine.training.config import TrainingConfig, ValidationOptions
from gui.parts.fields import FieldError
from gui.parts.form import OptionForm


class Mood(enum.Enum):
    CALM = "calm"
    WILD = "wild"

    @property
    def words(self) -> str:
        return {"calm": "Calm as a lake", "wild": "Wild"}[self.value]


@dataclass(frozen=True, slots=True)
class Options:
    count: int = option(5, "Count", low=1, high=50, step=2, help="How many.")
    rate: float = option(0.1, "Rate", low=0.0, high=1.0, step=0.05)
    limit: float | None = option(None, "Limit", low=0.0)
    mood: Mood = option(Mood.CALM, "Mood")
    word: str = option("4h", "Word")
    kind: str = option("a", "Kind", choices=("a", "b"))
    quiet: bool = option(False, "Quiet")
    more: Mapping[str, Any] = option({}, "More")
    hidden: tuple[str, ...] = ()


@pytest.fixture
def form(qtbot: QtBot) -> OptionForm[Options]:
    made = OptionForm(Options(), name="form", columns=2)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_option_has_a_field_with_words_and_help(form: OptionForm[Options]) -> None:
    assert list(form.fields) == [f.name for f in fields(Options) if f.name != "hidden"]
    assert form.fields["count"].accessibleName() == "Count"
    assert form.fields["count"].toolTip() == "How many."
    assert form.fields["mood"].itemText(0) == "Calm as a lake"


OPTIONS = st.builds(
    Options, count=st.integers(1, 50), rate=st.floats(0, 1).map(lambda x: round(x, 6)),
    limit=st.none() | st.floats(0, 1e6).map(lambda x: round(x, 3)), mood=st.sampled_from(Mood),
    word=st.text("abc123", max_size=8), kind=st.sampled_from(["a", "b"]), quiet=st.booleans(),
    more=st.dictionaries(st.text("abc_", min_size=1, max_size=6), st.integers(-9, 9) | st.booleans(), max_size=3),
)


@given(OPTIONS)
def test_what_is_shown_comes_back(qtbot: QtBot, options: Options) -> None:
    form = OptionForm(Options())
    form.set_value(options)
    assert form.value() == options
    form.deleteLater()


@pytest.mark.parametrize("options", [TrainingConfig(), ValidationOptions(), AppSettings()])
def test_the_engine_s_own_options_come_back(qtbot: QtBot, options: Any) -> None:
    form = OptionForm(options)
    assert form.value() == options
    assert not form.changed_names()
    form.deleteLater()


@pytest.mark.parametrize(("name", "typed", "what", "remedy"), [
    ("count", "x", "Count is “x”.", "Give a whole number from 1 to 50."),
    ("count", "2.5", "Count is “2.5”.", "Give a whole number from 1 to 50."),
    ("count", "51", "Count is 51.", "Give a whole number from 1 to 50."),
    ("count", "", "Count is empty.", "Give a whole number from 1 to 50."),
    ("rate", "nan", "Rate is nan.", "Give a number from 0 to 1."),
    ("limit", "-1", "Limit is -1.", "Give a number of at least 0."),
    ("more", "depth", "More: “depth” has no “=”.", "Write name=value, separated by commas."),
])
def test_a_wrong_text_is_named_with_a_way_out(
    form: OptionForm[Options], name: str, typed: str, what: str, remedy: str
) -> None:
    form.fields[name].setText(typed)
    with pytest.raises(FieldError):
        form.value()
    problem, = form.check()
    assert (problem.what, problem.remedy) == (what, remedy)
    assert problem.field.property("invalid") == "true"
    assert remedy in problem.field.accessibleDescription()
    form.reset()
    assert not form.check()
    assert problem.field.property("invalid") == "false"


def test_nothing_turns_red_before_it_is_checked(form: OptionForm[Options], qtbot: QtBot) -> None:
    field = form.fields["count"]
    field.clear()
    qtbot.keyClicks(field, "9999")
    form.fields["word"].setFocus()
    assert field.property("invalid") != "true"


@pytest.mark.parametrize(("key", "after"), [
    (Qt.Key.Key_Up, "7"), (Qt.Key.Key_Down, "3"), (Qt.Key.Key_PageUp, "25"), (Qt.Key.Key_PageDown, "1"),
])
def test_keys_step_a_number_within_its_range(
    form: OptionForm[Options], qtbot: QtBot, key: Qt.Key, after: str
) -> None:
    qtbot.keyClick(form.fields["count"], key)
    assert form.fields["count"].text() == after


def test_what_differs_from_its_default_is_counted_and_reset(form: OptionForm[Options], qtbot: QtBot) -> None:
    told: list[int] = []
    form.changed.connect(lambda: told.append(1))
    form.fields["count"].selectAll()
    qtbot.keyClicks(form.fields["count"], "9")
    form.fields["quiet"].click()
    assert form.changed_names() == ["count", "quiet"]
    assert len(told) == 2
    form.reset()
    assert form.value() == Options()


def test_an_empty_optional_number_is_left_to_the_program(form: OptionForm[Options]) -> None:
    assert form.fields["limit"].placeholderText() == "automatic"
    assert form.value().limit is None
