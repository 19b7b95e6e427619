"""Redis Streams by a real server: nothing lost or doubled when it is killed, wiped, trimmed, slow or lying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.errors import WorkbenchError
from engine.monitoring.sources.base import Source
from engine.monitoring.sources.url import open_source
from engine.records import LinkState
from tests.services.made import SCHEMA, clean_hash, label, monitor, running, signal, story, until, until_seen
from tests.services.redis_server import RedisServer, redis_server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with redis_server(tmp_path / "redis") as made:
        yield made


def _source(server: RedisServer, folder: Path, more: str = "", **how: Any) -> Source:
    return open_source(f"redis://127.0.0.1:{server.port}/0?stream=signals{more}", schema=SCHEMA, workspace=folder,
                       **how)


def test_signals_and_labels_of_a_stream_are_learnt_to_the_last_bit(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *story(0, 600))
    made = monitor(_source(server, tmp_path), tmp_path)
    with running(made):
        found = until_seen(made, 600, 570)
        server.add("signals", *story(600, 700))
        found = until_seen(made, 700, 670)
        group = server.client.xinfo_groups("signals")[0]
        until(lambda: server.client.xinfo_groups("signals")[0]["pending"] == 0)
    assert group["name"].startswith(b"alphapulse-")
    assert made.state_hash() == clean_hash(0, 700)
    (feed,) = found.feeds
    assert (feed.kind, feed.state, feed.received, feed.refused, feed.lost) == ("redis", LinkState.LIVE, 1370, 0, 0)
    assert feed.words.startswith("last event just now")


def test_a_second_run_goes_on_where_the_first_was_stopped(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *story(0, 200))
    with running(monitor(_source(server, tmp_path), tmp_path)) as first:
        until_seen(first, 200, 170)
    server.add("signals", *story(200, 300))
    with running(monitor(_source(server, tmp_path), tmp_path)) as second:
        found = until_seen(second, 300, 270)
    assert second.state_hash() == clean_hash(0, 300)
    assert found.duplicates == 0


def test_from_now_leaves_what_was_there_before(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *story(0, 100))
    with running(monitor(_source(server, tmp_path, "&from=now"), tmp_path)) as made:
        until(lambda: made.snapshot().feeds[0].state is LinkState.LIVE)
        server.add("signals", signal(100))
        found = until_seen(made, 1, 0)
    assert (found.events, found.feeds[0].lost) == (1, 0)
    assert found.status.startswith("Running; last event")


def test_what_was_delivered_and_never_kept_comes_again(server: RedisServer, tmp_path: Path) -> None:
    """The place of the journal counts, whatever the server believes."""
    server.add("signals", *story(0, 100))
    with running(monitor(_source(server, tmp_path), tmp_path)) as first:
        until_seen(first, 100, 70)
    server.add("signals", *story(100, 150))
    group = server.client.xinfo_groups("signals")[0]["name"]
    taken = server.client.xreadgroup(group, "lost", {"signals": ">"}, count=1000)
    assert len(taken[0][1]) == 100
    with running(monitor(_source(server, tmp_path), tmp_path)) as second:
        until_seen(second, 150, 120)
        until(lambda: server.client.xpending("signals", group)["pending"] == 0)
    assert second.state_hash() == clean_hash(0, 150)


def test_a_group_that_is_named_goes_on_with_what_it_owes(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *(signal(number) for number in range(60)))
    server.client.xgroup_create("signals", "desk", id="0")
    dead = server.client.xreadgroup("desk", "dead", {"signals": ">"}, count=40)[0][1]
    server.client.xack("signals", "desk", *[id_ for id_, _ in dead[:25]])
    with running(monitor(_source(server, tmp_path, "&group=desk"), tmp_path)) as made:
        found = until_seen(made, 35, 0)
        until(lambda: server.client.xpending("signals", "desk")["pending"] == 0)
    assert found.pending == 35
    assert found.duplicates == 0


def test_a_killed_server_that_comes_back_costs_nothing(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *story(0, 300))
    made = monitor(_source(server, tmp_path), tmp_path)
    with running(made):
        until_seen(made, 300, 270)
        server.kill()
        until(lambda: made.snapshot().feeds[0].state is LinkState.AWAY)
        words = made.snapshot().feeds[0].words
        assert words.startswith("last event ")
        assert "reconnecting" in words
        assert "onnection" in words
        server.start()
        server.add("signals", *story(300, 400))
        found = until_seen(made, 400, 370)
    assert made.state_hash() == clean_hash(0, 400)
    assert found.feeds[0].state is LinkState.LIVE
    assert [mark.kind for mark in found.marks if mark.kind in {"away", "back"}] == ["away", "back"]


def test_a_wiped_server_is_told_and_what_it_sends_again_is_left_out(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *story(0, 300))
    made = monitor(_source(server, tmp_path), tmp_path)
    with running(made):
        until_seen(made, 300, 270)
        server.kill()
        server.wipe()
        server.start()
        server.add("signals", *story(250, 400))
        found = until_seen(made, 400, 370)
    assert made.state_hash() == clean_hash(0, 400)
    assert any(mark.kind == "reset" and "begun anew" in mark.words for mark in found.marks)
    assert found.duplicates == 100


def test_a_stream_that_is_deleted_under_way_is_read_from_its_new_beginning(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *story(0, 100))
    made = monitor(_source(server, tmp_path), tmp_path)
    with running(made):
        until_seen(made, 100, 70)
        server.client.delete("signals")
        server.add("signals", *story(100, 200))
        found = until_seen(made, 200, 170)
    assert made.state_hash() == clean_hash(0, 200)
    assert any(mark.kind == "reset" for mark in found.marks)


def test_entries_trimmed_before_they_were_read_are_counted(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", *(signal(number) for number in range(50)))
    with running(monitor(_source(server, tmp_path), tmp_path)) as first:
        until_seen(first, 50, 0)
    server.add("signals", *(signal(number) for number in range(50, 150)))
    server.client.xtrim("signals", maxlen=30, approximate=False)
    with running(monitor(_source(server, tmp_path), tmp_path)) as second:
        found = until_seen(second, 80, 0)
        until(lambda: second.snapshot().feeds[0].lost)
        found = second.snapshot()
    assert (found.events, found.feeds[0].lost) == (80, 70)
    assert any(mark.kind == "gap" and mark.words.startswith("70 entries of") for mark in found.marks)


def test_a_lying_producer_is_refused_entry_by_entry(server: RedisServer, tmp_path: Path) -> None:
    lies: list[dict[str, Any]] = [
        {**signal(1000), "x1": "abc"}, {**signal(1001), "x1": "1e400"}, {**signal(1002), "time": 4_000_000_000_000},
        {**signal(1003), "time": "yesterday"}, {"something": "else"}, {"json": "{"}, {"json": "[1]"},
        {"id": "s3", "label": "maybe"}, {"label": "1"}, {**signal(1004), "kind": "order"},
        {"id": b"\xff", "label": "1"},
        {"id": "x" * 300, "label": "1"}, {"id": "s4", "label": 1, "realized_rr": "much"},
    ]
    server.add("signals", *story(0, 100), *lies, signal(5), label(5), *story(100, 200))
    made = monitor(_source(server, tmp_path), tmp_path)
    with running(made):
        found = until_seen(made, 200, 170)
    assert found.feeds[0].refused == len(lies)
    assert found.duplicates == 2
    assert made.state_hash() == clean_hash(0, 200)
    assert any("x1 is b'abc', not a number" in mark.words for mark in found.marks if mark.kind == "refused")


def test_missing_values_json_and_win_or_loss_in_words_are_read(server: RedisServer, tmp_path: Path) -> None:
    row = signal(1)
    server.add("signals", {**signal(0), "x1": ""}, {"json": f'{{"id": "s1", "time": "2023-11-14T22:13:21Z", '
               f'"features": {{"x0": {row["x0"]}, "x1": null, "x2": 1, "x3": 2}}}}'},
               {"id": "s0", "label": "win", "label_time": "2023-11-14T22:14:00Z"}, {"id": "s1", "outcome": "loss"})
    with running(monitor(_source(server, tmp_path), tmp_path)) as made:
        found = until_seen(made, 2, 2)
    assert found.feeds[0].refused == 0


def test_labels_come_from_another_stream_even_before_their_signals(server: RedisServer, tmp_path: Path) -> None:
    rows = story(0, 300)
    server.add("outcomes", *[row for row in rows if "label" in row])
    made = monitor(_source(server, tmp_path, labels=f"redis://127.0.0.1:{server.port}/0?stream=outcomes"), tmp_path)
    with running(made):
        _until_both_are_live(made)
        server.add("signals", *[row for row in rows if "label" not in row])
        until_seen(made, 300, 270)
    with running(monitor(_source(server, tmp_path, "&labels=outcomes"), None)) as short:
        found = until_seen(short, 300, 270)
    assert [feed.kind for feed in found.feeds] == ["redis", "redis"]
    assert found.pending == 30


def _until_both_are_live(made: Any) -> None:
    until(lambda: [feed.state for feed in made.snapshot().feeds] == [LinkState.LIVE, LinkState.LIVE])


def test_another_reader_of_the_same_group_is_told(server: RedisServer, tmp_path: Path) -> None:
    server.add("signals", signal(0))
    server.client.xgroup_create("signals", "desk", id="0")
    server.client.xreadgroup("desk", "colleague", {"signals": ">"}, count=1)
    with running(monitor(_source(server, tmp_path, "&group=desk"), tmp_path)) as made:
        until(lambda: made.snapshot().marks)
        assert "colleague" in made.snapshot().marks[0].words


def test_without_a_champion_the_features_are_those_of_the_stream_and_stay_so(
    server: RedisServer, tmp_path: Path
) -> None:
    from engine.monitoring.keeping import remembered_schema

    address = f"redis://127.0.0.1:{server.port}/0?stream=signals"
    with pytest.raises(WorkbenchError, match="features are not known"):
        open_source(address, workspace=tmp_path)
    server.add("signals", *({**row, "note": "text"} for row in story(0, 50)))
    source = open_source(address, workspace=tmp_path)
    assert source.schema.names == SCHEMA.names
    with running(monitor(source, tmp_path)) as made:
        until_seen(made, 50, 20)
    server.add("signals", *({**signal(number), "new": 1} for number in range(50, 300)))
    again = open_source(address, workspace=tmp_path, remembered=lambda words: remembered_schema(tmp_path, words))
    assert again.schema.names == SCHEMA.names
    with running(monitor(again, tmp_path)) as second:
        until_seen(second, 300, 20)
    assert len(list((tmp_path / "journal").glob("*.sqlite"))) == 1


def test_a_server_that_is_not_there_is_waited_for_where_the_features_are_known(tmp_path: Path) -> None:
    with redis_server(tmp_path / "redis") as server:
        server.kill()
        with pytest.raises(WorkbenchError, match="cannot be reached"):
            open_source(f"redis://127.0.0.1:{server.port}/0?stream=signals", workspace=tmp_path)
        made = monitor(_source(server, tmp_path), tmp_path)
        with running(made):
            until(lambda: "no event yet, reconnecting" in made.snapshot().feeds[0].words)
            server.start()
            server.add("signals", *story(0, 50))
            until_seen(made, 50, 20)


def test_a_wrong_password_is_refused_in_words_and_a_right_one_is_told_to_nobody(tmp_path: Path) -> None:
    with redis_server(tmp_path / "redis", password="Pl4nted-s3cret") as server:
        server.add("signals", *story(0, 50))
        made = monitor(_source(server, tmp_path), tmp_path)
        with pytest.raises(WorkbenchError, match="does not let us in"):
            made.run()
        source = open_source(f"redis://:Pl4nted-s3cret@127.0.0.1:{server.port}/0?stream=signals", schema=SCHEMA,
                             workspace=tmp_path)
        assert "Pl4nted" not in source.words
        with running(monitor(source, tmp_path)) as let_in:
            until_seen(let_in, 50, 20)
