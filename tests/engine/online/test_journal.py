"""The journal: on disk when it says so, each event once, damage noticed."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.events import LabelEvent, SettingEvent, SignalEvent
from engine.online.journal import Entry, Journal
from engine.online.snapshots import KEPT_SNAPSHOTS
from engine.online.state import Made, canonical, state_hash


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal" / "stream.sqlite"


def _signal(name: str, time: int = 5) -> Entry:
    return Entry(SignalEvent(name, time, np.asarray([1.5, np.nan, -0.1], dtype=np.float32)), 0.25)


EVENTS = [_signal("a"), Entry(LabelEvent("a", 9, 1, -0.7)), Entry(SettingEvent("c1", 10, "batch_weight", 0.3))]


def test_events_come_back_as_they_were(file: Path) -> None:
    with Journal(file) as journal:
        journal.append(EVENTS, cursor={"place": 3})
    with Journal(file) as journal:
        signal, label, setting = journal.entries()
        assert journal.meta("cursor") == {"place": 3}
    assert (label.event, setting.event) == (EVENTS[1].event, EVENTS[2].event)
    assert isinstance(signal.event, SignalEvent)
    assert (signal.event.id, signal.event.time, signal.batch) == ("a", 5, 0.25)
    np.testing.assert_array_equal(signal.event.features, EVENTS[0].event.features)  # type: ignore[union-attr]
    assert math.isnan(label.batch)


def test_an_event_that_is_sent_again_is_left_out(file: Path) -> None:
    with Journal(file) as journal:
        assert len(journal.append(EVENTS)) == 3
        new = journal.append([*EVENTS, _signal("b"), _signal("b")])
        assert [entry.event.id for entry in new] == ["b"]
        assert journal.last == 4


def test_a_correction_of_a_label_is_an_event_of_its_own(file: Path) -> None:
    with Journal(file) as journal:
        journal.append(EVENTS)
        assert len(journal.append([Entry(LabelEvent("a", 12, 0))])) == 1


def test_labels_are_given_back_oldest_first(file: Path) -> None:
    with Journal(file) as journal:
        journal.append([Entry(LabelEvent(name, 1, place % 2)) for place, name in enumerate("abcd")])
        assert journal.labels(3, 2) == [("b", 1), ("c", 0)]


def test_a_failure_within_a_group_leaves_nothing_of_it(file: Path) -> None:
    with Journal(file) as journal:
        bad = _signal("x", 2**70)
        with pytest.raises(OverflowError):
            journal.append([_signal("ok"), bad], cursor=9)
        assert journal.last == 0
        assert journal.meta("cursor") is None


def test_a_damaged_snapshot_is_passed_over_for_an_older_one(file: Path) -> None:
    with Journal(file) as journal:
        for number in range(5):
            journal.append([_signal(str(number))])
            journal.snapshot({"n": number})
        assert journal.newest_state() == (5, {"n": 4})
    with sqlite3.connect(file) as database:
        assert database.execute("SELECT count(*) FROM snapshots").fetchone() == (KEPT_SNAPSHOTS,)
        database.execute("UPDATE snapshots SET state = '{\"n\":9}' WHERE seq = 5")
        database.execute("UPDATE snapshots SET state = 'no json' WHERE seq = 4")
    database.close()
    with Journal(file) as journal:
        assert journal.newest_state() == (3, {"n": 2})


def test_a_large_state_is_kept_in_parts_and_one_part_that_is_wrong_or_gone_spoils_it(file: Path) -> None:
    state = {"n": 1, "rows": [f"{number:040}" for number in range(10_000)]}
    with Journal(file) as journal:
        for number in range(3):
            journal.append([_signal(str(number))])
            journal.snapshot({**state, "n": number})
        journal.snapshot({**state, "n": 7})  # the same place again
        assert journal.newest_state() == (3, {**state, "n": 7})
        parts = journal._database.execute("SELECT seq, length(text) FROM snapshot_parts").fetchall()
        assert max(size for _, size in parts) < 100_000
        assert {seq for seq, _ in parts} == {1, 2, 3}
        journal._database.execute("UPDATE snapshot_parts SET text = replace(text, '9', '8') WHERE seq = 3 AND part = 4")
        journal._database.execute("DELETE FROM snapshot_parts WHERE seq = 2 AND part = 1")
        assert journal.newest_state() == (1, {**state, "n": 0})


def test_a_state_that_an_earlier_program_kept_in_one_piece_is_read(file: Path) -> None:
    with Journal(file) as journal:
        journal.append([_signal("a")])
        text = canonical({"n": 4}).decode()
        journal._database.execute("INSERT INTO snapshots VALUES (1, ?, ?)", (text, state_hash({"n": 4})))
        journal._database.execute("DROP TABLE snapshot_parts")
        assert journal.newest_state() == (1, {"n": 4})


@pytest.mark.parametrize("many", [0, 1, 99, 100, 101, 250])
def test_entries_that_are_made_as_they_are_spelled_are_spelled_as_a_list_is(many: int) -> None:
    whole = [{"id": str(number), "time": number} for number in range(many)]
    made = Made(many, lambda start, end: whole[start:end])
    assert canonical({"pending": made}) == canonical({"pending": whole})
    assert made == whole
    assert list(made) == whole
    assert not many or made[-1] == whole[-1]


def test_a_damaged_event_is_refused_by_number(file: Path) -> None:
    with Journal(file) as journal:
        journal.append(EVENTS)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE events SET body = x'00' WHERE seq = 2")
    database.close()
    with Journal(file) as journal, pytest.raises(WorkbenchError, match="Event 2"):
        list(journal.entries())


def test_a_second_writer_gets_a_clear_message(file: Path) -> None:
    with Journal(file) as journal:
        journal.append(EVENTS)
        with pytest.raises(WorkbenchError, match="already running"):
            Journal(file)


def test_readers_see_what_is_committed_while_it_is_written(file: Path) -> None:
    with Journal(file) as journal:
        journal.append(EVENTS)
        with Journal(file, read_only=True) as reader:
            assert len(list(reader.entries())) == 3
            journal.append([_signal("b")])
            assert reader.last == 4


def test_a_file_that_is_no_journal_is_refused_in_words(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database at all" * 100)
    with pytest.raises(WorkbenchError, match="could not be used"):
        Journal(file)


def test_others_can_read_it_without_this_program(file: Path) -> None:
    with Journal(file) as journal:
        journal.set_meta({"names": ["p", "q", "r"]})
        journal.append(EVENTS)
    database = sqlite3.connect(file)
    kinds = database.execute("SELECT kind, id, time FROM events ORDER BY seq").fetchall()
    body = database.execute("SELECT body FROM events WHERE kind = 'signal'").fetchone()[0]
    database.close()
    assert kinds == [("signal", "a", 5), ("label", "a", 9), ("setting", "c1", 10)]
    np.testing.assert_array_equal(np.frombuffer(body[:16], "<f8"), [0.25, np.nan])
    np.testing.assert_array_equal(np.frombuffer(body[16:], "<f4"), np.asarray([1.5, np.nan, -0.1], dtype="<f4"))


@pytest.mark.parametrize("form", [1, 2])
def test_a_journal_of_an_older_form_is_gone_on_with_as_it_was_begun(file: Path, form: int) -> None:
    with Journal(file) as journal:
        journal.set_meta({"format": form})
        journal.append(EVENTS[:1])
    with Journal(file) as journal:
        journal.append([Entry(SignalEvent("later", 12, np.asarray([0.5, 2.0], dtype=np.float32)), 0.75)])
        first, later = journal.entries()
    assert isinstance(first.event, SignalEvent)
    assert isinstance(later.event, SignalEvent)
    assert (later.batch, later.event.features.tolist()) == (0.75, [0.5, 2.0])
    np.testing.assert_allclose(first.event.features, [1.5, np.nan, -0.1], rtol=1e-6)
