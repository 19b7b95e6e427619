"""A running monitor: exact, steerable, resumable, and honest when its champion fails."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import Cancelled, WorkbenchError
from engine.events import LabelEvent
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.base import Poll
from engine.monitoring.sources.file import FileSource
from engine.online.book import BATCH, PREVIOUS
from engine.online.journal import Journal
from engine.online.options import Blending, LearnerOptions, OnlineKind
from engine.online.replay import ReplayOptions, replay
from engine.progress import Progress
from engine.records import Exposure, FeedState, MonitorSnapshot
from tests.engine.online.made import Arithmetic, make_table

S = 1_000_000_000


def _source(rows: int = 400, speed: float = 0.0, **how: Any) -> FileSource:
    return FileSource(make_table(rows), words="made", speed=speed, **how)


def _until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, at most ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        threading.Event().wait(0.002)


@contextmanager
def _running(monitor: Monitor) -> Iterator[Monitor]:
    thread = threading.Thread(target=monitor.run, daemon=True)
    thread.start()
    try:
        yield monitor
    finally:
        monitor.stop()
        thread.join(10)
        assert not thread.is_alive()


@pytest.mark.parametrize("champion", [False, True])
@pytest.mark.parametrize("blending", list(Blending))
def test_at_full_speed_it_is_the_replay_to_the_last_bit(champion: bool, blending: Blending) -> None:
    source = _source(1500)
    model: Any = Arithmetic(source.schema) if champion else None
    options = LearnerOptions(blending=blending, window=200)
    monitor = Monitor(source, options, champion=model)
    found = monitor.run()
    replayed = replay(source.table, ReplayOptions(options), champion=model)
    assert monitor.state_hash() == replayed.state_hash
    assert (found.events, found.labels, found.state) == (1500, 1500, FeedState.FINISHED)
    np.testing.assert_array_equal(found.curves.auc, replayed.curves.auc)
    assert found.drifts == replayed.drifts


def test_a_snapshot_tells_everything_before_during_and_after() -> None:
    source = _source(800)
    monitor = Monitor(source, champion=Arithmetic(source.schema), champion_name="ruler")  # type: ignore[arg-type]
    before = monitor.snapshot()
    assert (before.state, before.events) == (FeedState.READY, 0)
    assert np.isnan(before.accuracy.value)
    after = monitor.run()
    assert after.champion == "ruler"
    assert after.accuracy.low < after.accuracy.value < after.accuracy.high
    assert set(after.figures) == {"final", "batch", "online"}
    assert {"last_class", "prior", "champion"} <= set(after.baseline)
    assert 0 < after.latency_p50 <= after.latency_p99
    assert len(after.latency) == 600
    assert after.time == source.table.label_time.max()  # type: ignore[union-attr]
    assert after.fraction == 1.0
    assert after.skill


def test_snapshots_cost_little_and_never_tear() -> None:
    source = _source(20_000)
    monitor = Monitor(source, LearnerOptions(window=500), champion=Arithmetic(source.schema))  # type: ignore[arg-type]
    seen: list[MonitorSnapshot] = []
    took: list[float] = []
    with _running(monitor):
        while not seen or seen[-1].state in (FeedState.READY, FeedState.RUNNING):
            started = time.perf_counter()
            seen.append(monitor.snapshot())
            took.append(time.perf_counter() - started)
            threading.Event().wait(0.005)
    assert np.median(took) < 0.02
    for found in seen:
        assert found.events == found.labels + found.pending
        assert len(found.curves.event) == len(found.curves.accuracy) <= 4001
    assert seen[-1].labels == 20_000


def test_who_sees_the_end_sees_all_of_it_though_the_state_is_being_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monitor = Monitor(_source(2_000), LearnerOptions(window=500))
    seen: list[MonitorSnapshot] = []
    close = monitor._close

    def saves() -> None:
        with monitor._lock:
            seen.append(monitor.snapshot())
        close()

    monkeypatch.setattr(monitor, "_close", saves)
    monitor.run()
    assert [(found.state, found.labels) for found in seen] == [(FeedState.FINISHED, 2_000)]


def test_pause_holds_everything_step_takes_one_and_resume_goes_on() -> None:
    with _running(Monitor(_source(speed=0.001))) as monitor:
        _until(lambda: monitor.snapshot().events == 1)
        monitor.pause()
        _until(lambda: monitor.snapshot().state is FeedState.PAUSED)
        monitor.step()
        _until(lambda: monitor.snapshot().events == 2)
        monitor.step(5)
        _until(lambda: monitor.snapshot().events + monitor.snapshot().labels == 7)
        monitor.set_speed(0.0)
        assert monitor.snapshot().state is FeedState.PAUSED
        monitor.resume()
        _until(lambda: monitor.snapshot().state is FeedState.FINISHED)
        assert monitor.snapshot().labels == 400


def test_the_speed_changes_while_it_runs() -> None:
    with _running(Monitor(_source(speed=0.001))) as monitor:
        _until(lambda: monitor.snapshot().events == 1)
        assert monitor.snapshot().speed == 0.001
        monitor.set_speed(1e6)
        _until(lambda: monitor.snapshot().state is FeedState.FINISHED)


def test_the_slider_acts_on_the_next_signal_even_while_paused(tmp_path: Path) -> None:
    source = _source(speed=0.001)
    monitor = Monitor(source, champion=Arithmetic(source.schema), folder=tmp_path)  # type: ignore[arg-type]
    with _running(monitor):
        _until(lambda: monitor.snapshot().events == 1)
        monitor.pause()
        monitor.set_blend(0.25)
        assert monitor.snapshot().blend == 0.25
        _until(lambda: monitor.snapshot().weights["batch"] == 0.25)
        monitor.set_blend(adaptive=True)
        _until(lambda: any("Adaptive" in mark.words for mark in monitor.snapshot().marks))
    (journal,) = (tmp_path / "journal").glob("*.sqlite")
    database = sqlite3.connect(journal)
    kinds = database.execute("SELECT body FROM events WHERE kind = 'setting' ORDER BY seq").fetchall()
    database.close()
    assert [bytes(body).decode() for (body,) in kinds] == ['["batch_weight", 0.25]', '["blending", "adaptive"]']


@pytest.mark.parametrize("wish", [lambda m: m.set_blend(1.5), lambda m: m.set_speed(-1), lambda m: m.set_blend(-0.1)])
def test_an_impossible_wish_is_refused_in_words(wish: Callable[[Monitor], None]) -> None:
    with pytest.raises(WorkbenchError, match="not possible"):
        wish(Monitor(_source()))


@pytest.mark.parametrize("kind", [OnlineKind.LINEAR, OnlineKind.NAIVE_BAYES])
def test_it_goes_on_where_it_was_stopped_as_if_it_never_had_been(tmp_path: Path, kind: OnlineKind) -> None:
    options = LearnerOptions(window=200, model=kind, batch_weight=0.6)

    def start(**how: Any) -> tuple[Monitor, MonitorSnapshot]:
        source = _source(900)
        champion: Any = Arithmetic(source.schema)
        monitor = Monitor(source, options, champion=champion, folder=tmp_path, **how)
        return monitor, monitor.run()

    first = start(max_signals=300)[1]
    assert (first.state, first.events) == (FeedState.STOPPED, 300)
    second = start(max_signals=200)[1]
    assert second.events == 500
    assert any(mark.kind == "resumed" for mark in second.marks)
    monitor, last = start()
    assert (last.events, last.duplicates) == (900, 0)
    whole = Monitor(_source(900), options, champion=Arithmetic(_source().schema))  # type: ignore[arg-type]
    whole.run()
    assert monitor.state_hash() == whole.state_hash()
    assert start(max_signals=10)[1].events == 10, "a file that was played to its end begins anew"


def test_a_changed_blend_is_resumed_too(tmp_path: Path) -> None:
    for _ in range(2):
        source = _source()
        monitor = Monitor(source, champion=Arithmetic(source.schema), folder=tmp_path, max_signals=100)  # type: ignore[arg-type]
        if monitor.snapshot().blend == 0.8:
            monitor.set_blend(0.3)
        found = monitor.run()
    assert found.blend == 0.3
    assert found.events == 200


def test_the_effective_window_of_a_half_life_is_told() -> None:
    found = Monitor(_source(), LearnerOptions(half_life_events=50)).run()
    assert found.effective_window == pytest.approx(1 / (1 - 0.5 ** (1 / 50)), rel=0.01)
    assert [mark.kind for mark in found.marks] == ["watching"]
    assert "within" in found.marks[0].words
    assert any("Old labels fade: 72 of 400 count" in words for words in found.notes)
    assert Monitor(_source()).run().effective_window == 400


def test_other_options_begin_a_stream_of_their_own(tmp_path: Path) -> None:
    Monitor(_source(), folder=tmp_path, max_signals=100).run()
    found = Monitor(_source(), LearnerOptions(learning_rate=0.01), folder=tmp_path, max_signals=50).run()
    assert found.events == 50


def test_a_fresh_start_forgets(tmp_path: Path) -> None:
    Monitor(_source(), folder=tmp_path, max_signals=100).run()
    assert Monitor(_source(), folder=tmp_path, resume=False, max_signals=50).run().events == 50


def test_a_second_monitor_of_the_same_stream_gets_a_clear_message(tmp_path: Path) -> None:
    with _running(Monitor(_source(speed=0.001), folder=tmp_path)) as first:
        _until(lambda: first.snapshot().events == 1)
        second = Monitor(_source(speed=0.001), folder=tmp_path)
        with pytest.raises(WorkbenchError, match="already running"):
            second.run()
        assert second.snapshot().state is FeedState.FAILED


class Resending(FileSource):
    """A source that sends much of what it sent before again, as at-least-once feeds do."""

    def poll(self, cursor: Any, most: int) -> Poll:
        found = super().poll(cursor, min(most, 500))
        back = max(int(cursor or 0) - 30, 0)
        again = [self._event(place) for place in range(back, int(cursor or 0))]
        return Poll([*again, *found.events], found.cursor, found.ended)


def test_what_is_sent_again_counts_once(tmp_path: Path) -> None:
    monitor = Monitor(Resending(make_table(2000), words="made"), folder=tmp_path)
    found = monitor.run()
    clean = Monitor(_source(2000))
    clean.run()
    assert found.duplicates > 100
    assert monitor.state_hash() == clean.state_hash()
    memory = Monitor(Resending(make_table(2000), words="made"))
    assert memory.run().labels == 2000
    assert memory.state_hash() == clean.state_hash()


class Correcting(FileSource):
    """A source that contradicts the first label once everything else has come."""

    def poll(self, cursor: Any, most: int) -> Poll:
        found = super().poll(cursor, most)
        first = next(event for event in super().poll(0, 1000).events if isinstance(event, LabelEvent))
        wrong = LabelEvent(first.id, first.time + 999 * S, 1 - first.label)
        return Poll([*found.events, wrong], found.cursor, found.ended) if found.ended and found.events else found


def test_a_label_that_is_corrected_after_a_restart_is_still_told(tmp_path: Path) -> None:
    Monitor(_source(600), folder=tmp_path, max_signals=500).run()
    found = Monitor(Correcting(make_table(600), words="made"), folder=tmp_path).run()
    assert (found.labels, found.corrections) == (600, 1)
    assert any(mark.kind == "correction" for mark in found.marks)


def test_a_champion_that_fails_is_out_at_once_named_and_comes_back() -> None:
    source = _source()
    champion = Arithmetic(source.schema)
    monitor = Monitor(source, champion=champion, on_window=lambda found: _toggle(champion, found), every=100)  # type: ignore[arg-type]
    found = monitor.run()
    assert found.events == 400
    assert [mark.kind for mark in found.marks].count("dropped") == 2
    assert "broken" in next(mark.words for mark in found.marks if mark.kind == "dropped")
    assert any("gives no score" in words for words in found.notes)
    assert not np.isnan(found.curves.accuracy).any()


class Stumbling(Arithmetic):
    """Fails, or gives no number, where the second column is as told."""

    def __init__(self, schema: Any, *, at: float, raises: bool) -> None:
        super().__init__(schema)
        self.at, self.raises = np.float32(at), raises

    def predict(self, rows: Any) -> np.ndarray:
        bad = self.schema.encode(rows)[:, 1] == self.at
        if self.raises and bad.any():
            raise RuntimeError("stumbled")
        return np.where(bad, np.nan, super().predict(rows))


@pytest.mark.parametrize("who", ["champion", "previous champion"])
@pytest.mark.parametrize("raises", [True, False])
def test_a_member_is_out_for_the_very_signal_that_it_fails_on_and_named(who: str, raises: bool) -> None:
    source = FileSource(make_table(300, missing=0.0), words="made")
    source.table.matrix[[40, 210], 1] = 77.0
    sound, stumbling = Arithmetic(source.schema), Stumbling(source.schema, at=77.0, raises=raises)
    champion, previous = (stumbling, sound) if who == "champion" else (sound, stumbling)
    options = LearnerOptions(blending=Blending.ADAPTIVE, window=300)
    monitor = Monitor(source, options, champion=champion, previous=previous)  # type: ignore[arg-type]
    found = monitor.run()
    scores = {row.id: row.score for row in monitor.recent(300)}
    assert not any(np.isnan(score) for score in scores.values()), "the others answer"
    dropped = next(mark for mark in found.marks if mark.kind == "dropped")
    assert dropped.words.startswith(f"The {who} gave no score for signal row-40 (")
    assert ("stumbled" if raises else "no number") in dropped.words
    assert {"batch", "online", "mix", "previous", "final"} <= set(found.losses) == set(found.regret)
    silent = stream_of(monitor).core.book
    row = BATCH if who == "champion" else PREVIOUS
    assert int(silent.total_known[row]) == 298, "the other 298 are scored"


def test_an_online_model_that_fails_is_out_and_named_and_the_champion_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.online.river_models import RiverModel

    predict, asked = RiverModel.predict, iter(range(10_000))

    def stumbling(self: RiverModel, row: np.ndarray) -> float:
        if next(asked) == 150:
            raise OverflowError("too large")
        return predict(self, row)

    monkeypatch.setattr(RiverModel, "predict", stumbling)
    source = _source(300)
    options = LearnerOptions(model=OnlineKind.NAIVE_BAYES)
    found = Monitor(source, options, champion=Arithmetic(source.schema)).run()  # type: ignore[arg-type]
    assert found.labels == 300
    assert [mark.words for mark in found.marks if mark.kind == "dropped"] == [
        "The online model gave no score for signal row-150 (OverflowError: too large); the others go on until it does."]
    assert not np.isnan(found.curves.accuracy).any()


def test_the_figures_that_allow_for_late_labels_survive_a_restart(tmp_path: Path) -> None:
    def start(folder: Path | None, most: int) -> tuple[Monitor, MonitorSnapshot]:
        monitor = Monitor(FileSource(make_table(900, delay=60), words="made"), LearnerOptions(window=200),
                          folder=folder, max_signals=most)
        return monitor, monitor.run()

    start(tmp_path, 400)
    resumed, found = start(tmp_path, 300)
    whole, expected = start(None, 700)
    assert found.arrival == expected.arrival is not None
    assert repr(resumed.recent(200)) == repr(whole.recent(200))
    assert resumed.state_hash() == whole.state_hash()


def stream_of(monitor: Monitor) -> Any:
    return monitor._stream


def _toggle(champion: Arithmetic, found: MonitorSnapshot) -> None:
    champion.fails = None if champion.fails else RuntimeError("broken")


def test_a_champion_that_was_trained_on_these_signals_is_told() -> None:
    source = _source()
    exposure = Exposure(source.table.fingerprint, 400, None, None, None)
    found = Monitor(source, champion=Arithmetic(source.schema, (exposure,))).snapshot()  # type: ignore[arg-type]
    assert found.contaminated == 400
    assert any("trained on 400" in words for words in found.notes)


def test_an_unexpected_fault_is_not_taken_for_running_and_the_journal_goes_on(tmp_path: Path) -> None:
    def burst(found: MonitorSnapshot) -> None:
        raise ZeroDivisionError

    monitor = Monitor(_source(), folder=tmp_path, every=100, on_window=burst)
    with pytest.raises(ZeroDivisionError):
        monitor.run()
    assert monitor.snapshot().state is FeedState.FAILED
    assert Monitor(_source(), folder=tmp_path, max_signals=50).run().events == 150


def test_cancel_ends_it_and_keeps_what_was_journalled(tmp_path: Path) -> None:
    progress = Progress(lambda point: progress.cancel() if point.fraction > 0.2 else None)
    monitor = Monitor(_source(5000), folder=tmp_path)
    with pytest.raises(Cancelled):
        monitor.run(progress)
    assert monitor.snapshot().state is FeedState.STOPPED
    there = monitor.snapshot().events
    assert Monitor(_source(5000), folder=tmp_path, max_signals=1).run().events == there + 1


def test_stop_is_heard_while_it_waits_for_a_far_event() -> None:
    with _running(Monitor(_source(speed=0.0001))) as monitor:
        _until(lambda: monitor.snapshot().events == 1)
        started = time.monotonic()
        monitor.stop()
        _until(lambda: monitor.snapshot().state is FeedState.STOPPED)
        assert time.monotonic() - started < 1.0


def test_windows_are_told_exactly_and_the_limit_is_kept() -> None:
    told: list[int] = []
    found = Monitor(_source(1000), max_signals=730, every=250, on_window=lambda each: told.append(each.events)).run()
    assert told == [250, 500]
    assert found.events == 730


def test_a_journal_whose_snapshot_is_damaged_is_rebuilt_from_its_events(tmp_path: Path) -> None:
    Monitor(_source(900), folder=tmp_path, max_signals=300).run()
    (journal,) = (tmp_path / "journal").glob("*.sqlite")
    with sqlite3.connect(journal) as database:
        database.execute("UPDATE snapshots SET sha256 = 'wrong'")
    database.close()
    monitor, clean = Monitor(_source(900), folder=tmp_path), Monitor(_source(900))
    assert monitor.run().events == 900
    clean.run()
    assert monitor.state_hash() == clean.state_hash()


def test_expired_signals_are_counted_and_the_replay_agrees() -> None:
    options = LearnerOptions(expiry_hours=20 / 3600)
    source = _source(600)
    monitor = Monitor(source, options)
    found = monitor.run()
    replayed = replay(source.table, ReplayOptions(options))
    assert found.expired > 50
    assert found.labels == replayed.labels
    assert found.events == found.labels + found.pending + found.expired


def test_the_snapshot_allows_for_labels_that_are_still_to_come() -> None:
    source = FileSource(make_table(600, delay=60), words="made")
    monitor = Monitor(source, max_signals=500)
    found = monitor.run().arrival
    assert found is not None
    assert found.signals == 500
    assert 0.0 < found.pending_share < 0.3
    assert found.win_rate.corrected == pytest.approx(found.win_rate.naive, abs=0.1), "wins and losses are as quick here"


def test_a_live_alarm_comes_with_its_cause_and_every_detector_with_its_false_alarms() -> None:
    table = make_table(5000, missing=0.0, seed=3)
    table.matrix[4000:, 0] *= -3.0
    champion = Arithmetic(table.schema)
    champion.contributions = lambda rows: np.column_stack([rows[:, :1], np.zeros((len(rows), 4))])  # type: ignore[attr-defined]
    monitor = Monitor(FileSource(table, words="made"), champion=champion)  # type: ignore[arg-type]
    found = monitor.run()
    asked = [mark.event for mark in found.drifts if mark.retrain and mark.event >= 4000]
    assert asked
    cause = next(each for each in found.causes if each.event == asked[0])
    assert cause.shifts[0].name == "x0"
    assert any(mark.kind == "cause" and "x0" in mark.words for mark in found.marks)
    assert [each.detector for each in found.detectors] == ["adwin", "hddm-a", "page-hinkley", "ddm"]
    assert found.detectors[0].alarms < 10, "the changed labels are among those put in order"


def test_a_disk_that_takes_nothing_is_waited_for_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, failures = Journal.append, [WorkbenchError("The disk is full.", code="journal-failed")] * 2

    def full_at_first(self: Journal, *args: Any, **named: Any) -> Any:
        if failures and args[0]:
            raise failures.pop()
        return append(self, *args, **named)

    monkeypatch.setattr(Journal, "append", full_at_first)
    monkeypatch.setattr("engine.monitoring.keeping._FIRST_WAIT", 0.001)
    monitor = Monitor(_source(300), folder=tmp_path)
    found = monitor.run()
    undisturbed = Monitor(_source(300))
    undisturbed.run()
    assert (found.events, found.labels, found.duplicates) == (300, 300, 0)
    assert monitor.state_hash() == undisturbed.state_hash()
    assert [mark.words for mark in found.marks if mark.kind == "error"] == [
        "The disk is full. All waits until it can be kept; nothing is lost."]


def test_a_tuned_share_follows_what_did_best_on_the_last_labels_and_comes_back_with_the_journal(tmp_path: Path) -> None:
    table = make_table(3000, missing=0.0)
    table = replace(table, label=(table.matrix[:, 0] > 0).astype(np.int8))
    champion = Arithmetic(table.schema, slope=-4.0)  # wrong on every signal
    tuned = Monitor(FileSource(table, words="made"), LearnerOptions(window=500), folder=tmp_path,
                    champion=champion, max_signals=2900, tune_on=400)  # type: ignore[arg-type]
    found = tuned.run()
    assert found.blend < 0.1
    assert any(mark.kind == "blend" for mark in found.marks)
    again = Monitor(FileSource(table, words="made"), LearnerOptions(window=500), folder=tmp_path,
                    champion=champion, max_signals=1)  # type: ignore[arg-type]
    assert again.run().blend == found.blend


@pytest.mark.parametrize("labels", [10, 5001, -1])
def test_a_share_is_not_tuned_on_too_few_or_too_many_labels(labels: int) -> None:
    with pytest.raises(WorkbenchError, match="cannot be tuned"):
        Monitor(_source(), tune_on=labels)
