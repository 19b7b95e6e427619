"""What becomes of the champion while a monitor runs is a mark in its stream, once, for whoever looks on as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.library import promotion, runs
from engine.library.store import Workspace
from engine.monitoring.attached import AttachedMonitor
from engine.monitoring.library_watch import LibraryWatch
from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.file import FileSource
from engine.online.options import LearnerOptions
from engine.records import MonitorSnapshot
from tests.engine.library.records import a_run
from tests.engine.online.made import Arithmetic, make_table

KINDS = ("swap", "challenger", "retrained")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path) as opened:
        yield opened


def _run(workspace: Workspace, name: str, *, parent: str | None = None, source: str = "/data/a.csv") -> str:
    return runs.add_run(workspace, a_run(name=name, parent=parent, source=source), model_file=b"m").id


def _monitor(folder: Path, most: int = 0, *, champion: str = "") -> Monitor:
    source = FileSource(make_table(600), words="made")
    model = Arithmetic(source.schema) if champion else None
    return Monitor(source, LearnerOptions(window=200), folder=folder, max_signals=most, champion=model,  # type: ignore[arg-type]
                   champion_name=champion)


def _news(found: MonitorSnapshot) -> list[tuple[str, str]]:
    return [(mark.kind, mark.words) for mark in found.marks if mark.kind in KINDS]


def test_what_was_there_before_is_no_news_and_each_change_is_told_once(workspace: Workspace, tmp_path: Path) -> None:
    first = _run(workspace, "one")
    promotion.promote(workspace, first)
    watch = LibraryWatch(tmp_path, champion=first)
    assert watch.news() == []
    second = _run(workspace, "two", parent=first)
    _run(workspace, "stranger")
    promotion.challenge(workspace, second, "fresher")
    promotion.promote(workspace, second, "better")
    told = [news.event.value["text"] for news in watch.news()]
    assert told == [
        "Retrained: two learnt from 1,000 signals.", "two challenges the champion (fresher).",
        "two is the champion now; before it was one (better). This monitor scores as before until it is started again."]
    assert watch.news() == []
    promotion.rollback(workspace, "worse")
    promotion.challenge(workspace, second)
    promotion.withdraw(workspace, "no need")
    assert [news.event.value["text"] for news in watch.news()] == [
        "Rolled back: one is the champion again, two no more (worse).", "two challenges the champion (chosen by hand).",
        "two challenges the champion no more (no need)."]


def test_a_model_that_learnt_from_recorded_signals_counts_as_retrained(workspace: Workspace, tmp_path: Path) -> None:
    watch = LibraryWatch(tmp_path)
    _run(workspace, "from the feed", source=str(workspace.exports / "monitor-30d.parquet"))
    assert [news.event.value["kind"] for news in watch.news()] == ["retrained"]


def test_news_of_a_pause_comes_at_the_next_start_once_and_whoever_looks_on_sees_it(
        workspace: Workspace, tmp_path: Path) -> None:
    first = _run(workspace, "one")
    promotion.promote(workspace, first)
    assert _news(_monitor(tmp_path, 200).run()) == []
    promotion.promote(workspace, _run(workspace, "two"), "better")
    again = _monitor(tmp_path, 200).run()
    assert [kind for kind, _ in _news(again)] == ["swap"]
    assert _news(_monitor(tmp_path, 100).run()) == _news(again)  # restored, and not told again
    watched = AttachedMonitor(next(tmp_path.glob("journal/*.sqlite")))
    watched.look_once()
    assert _news(watched.snapshot()) == _news(again)


def test_a_stream_that_goes_on_with_another_champion_begins_with_a_mark(tmp_path: Path) -> None:
    _monitor(tmp_path, 100, champion="ruler").run()
    assert _news(_monitor(tmp_path, 100, champion="square").run()) == [
        ("swap", "square scores now; before it was ruler.")]
    assert len(_news(_monitor(tmp_path, 100, champion="square").run())) == 1


def test_a_workspace_without_a_library_has_no_news(tmp_path: Path) -> None:
    assert LibraryWatch(tmp_path).news() == []
    assert not (tmp_path / "workspace.sqlite").exists()
