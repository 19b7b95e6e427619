"""The engine's sentences in another language: each is found again, no value is changed, none stays English."""

from __future__ import annotations

import ast
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from engine.errors import WorkbenchError
from engine.settings import Language
from gui import sentences, translation
from gui.messages import Message, Messages, Tone
from gui.parts.fields import FieldError
from gui.sentences import said, said_of

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import engine_words  # noqa: E402 - a script beside the program
import words  # noqa: E402
from tests.gui.marked import Marked, speak  # noqa: E402

KINDS: dict[str, str] = json.loads((ROOT / "resources" / "translations" / "engine.json").read_text(encoding="utf-8"))
NAMED = re.compile(r"\{(\w+)\}")
KNOWN_WORDS = ("the online model", "equal weights", "errors of the champion")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Whatever a test speaks, the next one speaks English."""
    yield
    translation.set_language(Language.ENGLISH)


@pytest.fixture
def marked(qapp: QApplication) -> None:
    """A language in which each known sentence stands in brackets."""
    speak(Marked())


@pytest.fixture
def german(qapp: QApplication) -> None:
    """German, with its point and comma."""
    translation.set_language(Language.GERMAN)


def filled(text: str, values: list[str]) -> str:
    """The sentence as the engine would write it."""
    given = iter(values)
    return NAMED.sub(lambda _place: next(given), text)


def plain_values(kinds: str) -> list[str]:
    """Values that nobody takes for words of a sentence."""
    known = {"c": "equal weights, wins", "l": "a, b_2"}
    return [{"n": f"{place},234.5", "w": KNOWN_WORDS[place % 3]}.get(kind) or known.get(kind, f"spalte_{place}")
            for place, kind in enumerate(kinds, start=1)]


def test_the_window_knows_nearly_all_sentences_of_the_engine_and_says_which_it_does_not() -> None:
    now = words.sentences().kinds
    fresh = [text for text, kinds in now.items() if kinds and KINDS.get(text) != kinds]
    assert len(fresh) < 0.05 * len(now), "run python3 packaging/words.py"
    print(f"{len(fresh)} sentences are newer than engine.json: python3 packaging/words.py takes them in")


def test_every_sentence_that_the_window_knows_can_be_found_again() -> None:
    found = engine_words.Found(dict(KINDS), dict.fromkeys(KINDS, "engine.json"))
    assert not list(engine_words.unmatchable(found)), "say it in whole sentences"


def test_german_is_complete_where_it_was_translated_and_keeps_every_value() -> None:
    known = words.translations("de", words.ENGINE)
    assert len(known) > 1300
    assert not [text for text, german in known.items() if words._places(text) != words._places(german)]
    assert len(set(KINDS) - set(known) - words.collected()) < 0.05 * len(KINDS)


def test_each_template_is_translated_with_its_values_in_their_places(marked: None) -> None:
    english = []
    for text, kinds in KINDS.items():
        sentence = filled(text, plain_values(kinds))
        shown = said(sentence)
        names = [value for value, kind in zip(plain_values(kinds), kinds, strict=True) if kind == "t"]
        assert all(name in shown for name in names), (sentence, shown)
        if shown == sentence:
            english.append(sentence)
    # Where two words of the engine stand side by side a made-up pair can be read in two ways: then it stays English.
    assert len(english) <= 0.03 * len(KINDS), english


@given(st.data(), st.sampled_from(sorted(KINDS)))
def test_no_value_is_ever_changed_whatever_it_holds(data: st.DataObject, text: str) -> None:
    wild = st.one_of(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12),
                     st.sampled_from(["/tmp/a b.csv", "is better than", "(x)", "a: b", "{0}", "win; loss", "3 rows"]))
    values = [data.draw(wild) if kind == "t" else value
              for kind, value in zip(KINDS[text], plain_values(KINDS[text]), strict=True)]
    sentence = filled(text, values)
    translation.set_language(Language.GERMAN)
    shown = said(sentence)
    assert shown == sentence or all(value in shown for value, kind in zip(values, KINDS[text], strict=True)
                                    if kind == "t")


@pytest.mark.parametrize(("sentence", "shown"), [
    ("The file has 1,200 columns; 20 is the most that can be read.",
     "Die Datei hat 1.200 Spalten; höchstens 20 sind lesbar."),
    ("The blend is better than equal weights: difference 0.012 (0.003 to 0.021), probability over 99 %.",
     ("Die Mischung ist besser als gleiche Gewichte: Unterschied 0,012 (0,003 bis 0,021), "
      "Wahrscheinlichkeit über 99 %.")),
    ("no batch model: the score is the online model's alone; the online model has learnt nothing yet",
     "kein Batch-Modell: der Score ist der des Online-Modells allein; das Online-Modell hat noch nichts gelernt"),
    ("3 rows left out for having no readable time: lines 4, 5 and 1,000 more.",
     "3 Zeilen ohne lesbare Zeit weggelassen: Zeilen 4, 5 und 1.000 weitere."),
    ("ADWIN: errors of the champion rose from 0.412 to 0.512 at label 1,200; within the cool-down",
     "ADWIN: Fehlerrate des Champions stieg von 0,412 auf 0,512 bei Label 1.200; innerhalb der Abklingzeit"),
    ("Accuracy below 52 % for 200 labels: 51.3 % now", "Genauigkeit unter 52 % über 200 Labels: jetzt 51,3 %"),
    ("There is no file /home/a.b/1,234.5 rows.csv.", "Es gibt keine Datei /home/a.b/1,234.5 rows.csv."),
    ("Nothing that the engine ever says", "Nothing that the engine ever says"),
    (("No evidence that XGBoost is better than LightGBM 2: difference in expected R 0.010 (-0.010 to 0.030), "
     "probability 70 %."),
     ("Kein Beleg, dass XGBoost besser ist als LightGBM 2: Unterschied im erwarteten R 0,010 (-0,010 bis 0,030), "
     "Wahrscheinlichkeit 70 %.")),
    (("No evidence that the blend is better than equal weights: difference 0.003 (-0.012 to 0.018), probability 65 %. "
     "Equal weights are used."),
     ("Kein Beleg, dass die Mischung besser ist als gleiche Gewichte: Unterschied 0,003 (-0,012 bis 0,018), "
     "Wahrscheinlichkeit 65 %. Gleiche Gewichte werden verwendet.")),
])
def test_sentences_in_german(german: None, sentence: str, shown: str) -> None:
    assert said(sentence) == shown


def test_several_sentences_are_taken_apart_and_what_is_not_known_stays(german: None) -> None:
    text = "Some model says so. All 12 rows count alike. Signals count half after 5000 rows."
    assert said(text) == "Some model says so. Alle 12 Zeilen zählen gleich. Signale zählen nach 5000 rows die Hälfte."


def test_a_refusal_is_told_with_its_place_as_it_is_named(german: None) -> None:
    error = WorkbenchError("The file is empty.", where="Label.csv", remedy="Choose another file.")
    assert said_of(error) == "Label.csv: Die Datei ist leer. Eine andere Datei wählen."
    assert said_of(WorkbenchError("The file is empty.", where="label time")).startswith("Label-Zeit: ")
    assert said_of(FieldError("No number.", "Give one.")) == "No number. Give one."
    assert said_of(KeyError(2)).startswith("Etwas Unerwartetes"), "2 would tell nobody anything"


def test_every_message_of_the_strip_is_in_the_language_of_the_window(german: None) -> None:
    strip = Messages()
    strip.post(Message(Tone.WARNING, "The file is empty.", "signals", "Choose another file.",
                       "All 12 rows count alike."))
    told = strip.history[-1]
    assert (told.what, told.where, told.remedy) == ("Die Datei ist leer.", "signals", "Eine andere Datei wählen.")
    assert told.details == "Alle 12 Zeilen zählen gleich."


def test_english_costs_nothing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "_translated", lambda _text: pytest.fail("looked up"))
    assert said("The file is empty.") == "The file is empty."


def test_a_sentence_is_found_in_about_a_millisecond(german: None) -> None:
    said("The file is empty.")  # reads the templates
    texts = [filled(text, plain_values(kinds)) for text, kinds in KINDS.items()]
    start = time.thread_time()
    for text in texts:
        said(text)
    assert (time.thread_time() - start) / len(texts) < 0.01


ACCOUNT = (
    "May be luck: AUC 0.567, one of 6 looks at these outcomes (3 trainings, 3 trials), worth 2.3 independent ones; "
    "luck would reach 0.520 on the mean and this high in 4.5 % of cases (deflated score 0.93). Probability of "
    "overfitting 12 %: how often the best of one half of the time is below the median in the other. In R: +0.120 a "
    "signal is no better than luck (deflated Sharpe ratio 0.43).")


def test_of_a_long_account_each_piece_is_read_once(german: None) -> None:
    assert said(ACCOUNT).startswith("Vielleicht Glück: AUC 0,567")
    read = sentences._reading.cache_info().misses
    assert read < 3_000, "of 100,000 readings when each was read anew: five seconds of the window's time"


@pytest.mark.parametrize(("code", "templates"), [
    ('def f(n):\n    raise E(f"There are {n:,} rows.")', {"There are {n} rows.": "n"}),
    ('def f(n, m):\n    more = f" and {m} more" if m else ""\n    return f"It lacks {n}{more} of them."',
     {"It lacks {n} and {m} more of them.": "tt", "It lacks {n} of them.": "tt"[:1]}),
    ('def f(a):\n    return "All is well here" if a else f"Not {a.words} at all"',
     {"All is well here": "", "Not {words} at all": "w"}),
    ('def f(names):\n    return f"The names are {\', \'.join(names)}."', {"The names are {names}.": "l"}),
])
def test_the_collector_reads_whole_sentences(code: str, templates: dict[str, str]) -> None:
    reader = engine_words._Reader(ast.parse(code), words.UNSEEN, words.UNSEEN_NAMES)
    found = dict(engine_words._template(parts) for _, parts in reader.sentences())
    assert {text: kinds for text, kinds in found.items() if words.reads_like_words(NAMED.sub("\0", text))} == templates


@pytest.mark.parametrize("text", ["{a}{b} is wrong", "{a}: {b}"])
def test_a_sentence_that_nobody_could_take_apart_is_named(text: str) -> None:
    found = engine_words.Found()
    found.add(text, "tt", "here.py:1")
    assert list(engine_words.unmatchable(found)) == [f"here.py:1: {text}"]
