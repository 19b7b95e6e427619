"""The event log: every prediction and label once, readable with plain SQL, and in Redis whatever happens to Redis."""

from __future__ import annotations

import argparse
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.cli import events, main
from engine.cli.output import Output
from engine.monitoring.sources.file import FileSource
from engine.monitoring.sources.url import publisher_to
from engine.records import LinkState
from tests.engine.online.made import Arithmetic, make_table
from tests.services.made import monitor, running, until
from tests.services.redis_server import RedisServer, free_port, redis_server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with redis_server(tmp_path / "redis") as made:
        yield made


def _to(port: int) -> Any:
    return publisher_to(f"redis://127.0.0.1:{port}/0?stream=events")


def _source(rows: int = 300, seed: int = 0, speed: float = 0.0) -> FileSource:
    return FileSource(make_table(rows, seed=seed), words=f"made-{seed}", speed=speed)


def _logged(folder: Path) -> list[tuple[Any, ...]]:
    """What a program that knows nothing of ours finds."""
    (file,) = (folder / "journal").glob("*.sqlite")
    with sqlite3.connect(file) as database:
        rows = database.execute("SELECT kind, id, score, batch, online, label FROM log ORDER BY number").fetchall()
    database.close()
    return rows


def test_every_prediction_and_label_is_a_row_of_plain_sql(tmp_path: Path) -> None:
    source = _source()
    made = monitor(source, tmp_path, champion=Arithmetic(source.schema), champion_name="ruler")
    made.run()
    rows = _logged(tmp_path)
    predictions = [row for row in rows if row[0] == "prediction"]
    assert len({row[1] for row in predictions}) == len(predictions) == 300
    assert len([row for row in rows if row[0] == "label" and row[5] in (0, 1)]) == 300
    first = predictions[0]
    assert first[2] == pytest.approx(0.5 * first[3] + 0.5 * first[4], abs=0.5)
    assert rows[0][0] == "started"


def test_a_change_of_the_champion_is_a_swap(tmp_path: Path) -> None:
    first, second = _source(50), _source(50)
    monitor(first, tmp_path, champion=Arithmetic(first.schema), champion_name="ruler").run()
    monitor(second, tmp_path, champion=Arithmetic(second.schema), champion_name="square").run()
    assert main(["events", "--workspace", str(tmp_path), "--kind", "swap"]) == 0


def test_redis_gets_everything_once_also_after_an_outage(server: RedisServer, tmp_path: Path) -> None:
    made = monitor(_source(400, speed=200.0), tmp_path, publish=_to(server.port))
    with running(made):
        until(lambda: server.client.xlen("events") > 10)
        server.kill()
        until(lambda: made.snapshot().feeds[-1].state is LinkState.AWAY)
        assert "wait in the journal" in made.snapshot().feeds[-1].words
        made.set_speed(0.0)
        until(lambda: made.snapshot().labels == 400)
        server.start()
        until(lambda: server.client.get(f"events:sent:{next(tmp_path.glob('journal/*.sqlite')).stem}") is not None)
    rows = _logged(tmp_path)
    sent = [{key.decode(): value.decode() for key, value in fields.items()}
            for _, fields in server.client.xrange("events")]
    assert len({one["number"] for one in sent}) == len(sent)
    assert [one["kind"] for one in sent] == [row[0] for row in rows][:len(sent)]
    again = monitor(_source(400, seed=1), tmp_path / "more", publish=_to(server.port))
    again.run()
    assert server.client.xlen("events") == len(sent) + len(_logged(tmp_path / "more"))


def test_a_redis_that_is_not_there_delays_nothing(tmp_path: Path) -> None:
    plain, copied = monitor(_source(2000), tmp_path / "a"), monitor(_source(2000), tmp_path / "b",
                                                                    publish=_to(free_port()))
    taken = []
    for made in (plain, copied):
        started = time.process_time()
        with running(made):
            until(lambda made=made: made.snapshot().labels == 2000)
        taken.append(time.process_time() - started)
    assert copied.state_hash() == plain.state_hash()
    assert copied.snapshot().feeds[-1].state is LinkState.AWAY
    assert taken[1] < 3 * taken[0] + 0.5


class Heard(Output):
    """Collects what is told, and has enough after so many lines."""

    def __init__(self, enough: int) -> None:
        super().__init__(json=True)
        self.enough, self.lines = enough, list[dict[str, Any]]()

    def line(self, values: Any) -> None:
        self.lines.append(dict(values))
        if len(self.lines) >= self.enough:
            self.progress.cancel()


def test_who_follows_hears_of_each_event_once_as_it_comes(tmp_path: Path) -> None:
    made, heard = monitor(_source(300, speed=200.0), tmp_path), Heard(250)
    parser = argparse.ArgumentParser()
    events.add_arguments(parser)
    args = parser.parse_args(["--follow", "--kind", "prediction", "--limit", "5"])
    args.workspace, args.json = tmp_path, True
    with running(made):
        until(lambda: made.snapshot().labels > 20)
        thread = threading.Thread(target=events.run, args=(args, heard))
        thread.start()
        until(lambda: heard.lines)
        made.set_speed(0.0)
        thread.join(60)
        assert not thread.is_alive()
    numbers = [line["number"] for line in heard.lines]
    predictions = [number for number, row in enumerate(_logged(tmp_path), start=1) if row[0] == "prediction"]
    assert numbers == predictions[predictions.index(numbers[0]):][:len(numbers)]
    assert len(numbers) >= 250
    assert {line["kind"] for line in heard.lines} == {"prediction"}


def test_the_command_finds_events_by_kind_time_and_signal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monitor(_source(100), tmp_path).run()

    def found(*words: str) -> list[dict[str, Any]]:
        assert main(["events", "--workspace", str(tmp_path), "--json", *words]) == 0
        events: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["events"]
        return events

    assert {event["kind"] for event in found("--kind", "label,started")} == {"label", "started"}
    assert [event["kind"] for event in found("--id", "row-7")] == ["prediction", "label"]
    assert len(found("--limit", "5")) == 5
    assert len(found("--since", "1h", "--limit", "0")) == 202  # and the start, and from when on drift is watched
    assert found("--until", "2001-01-01") == []
    assert found("--kind", "drift") == []
    first = found("--id", "row-7")[0]
    assert 0 < first["score"] < 1
    assert first["at_utc"].endswith("Z") or "+00:00" in first["at_utc"]
    assert main(["events", "--workspace", str(tmp_path)]) == 0
    assert "prediction" in capsys.readouterr().out
    assert main(["events", "--workspace", str(tmp_path / "none"), "--json"]) == 1
