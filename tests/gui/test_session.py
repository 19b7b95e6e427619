"""The session: one announcement an operation, settings and recent files kept, a broken folder survived."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.settings import Theme
from gui.session import Session, Topic
from tests.gui import library as invented


@pytest.fixture
def session(qtbot: QtBot, workspace_dir: Path):
    made = Session(workspace_dir)
    yield made
    made.close()


@pytest.fixture
def told(session: Session) -> list[frozenset[Topic]]:
    heard: list[frozenset[Topic]] = []
    session.changed.connect(heard.append)
    return heard


def test_an_operation_is_announced_once_however_much_it_changes(session: Session, told: list) -> None:
    with session.change(Topic.MONITOR):
        session.select(["a"])
        session.show_runs(["a", "b"])
        session.announce(Topic.ENSEMBLE)
        assert not told
    assert told == [frozenset({Topic.MONITOR, Topic.SELECTION, Topic.ENSEMBLE})]


def test_what_stays_the_same_is_not_announced(session: Session, told: list) -> None:
    session.select(["a"])
    session.select(["a"])
    assert len(told) == 1


def test_an_operation_that_fails_is_announced_all_the_same(session: Session, told: list) -> None:
    with pytest.raises(ValueError, match="half way"), session.change(Topic.RUNS):
        raise ValueError("half way")
    assert told == [frozenset({Topic.RUNS})]


def test_settings_and_recent_files_are_kept(session: Session, workspace_dir: Path, qtbot: QtBot) -> None:
    session.set_theme(Theme.DARK)
    for number in range(12):
        session.remember_file(Path(f"/data/{number}.csv"))
    session.remember_file(Path("/data/5.csv"))
    again = Session(workspace_dir)
    assert again.settings.theme is Theme.DARK
    assert again.settings.recent_files[:2] == (str(Path("/data/5.csv")), str(Path("/data/11.csv")))
    assert len(again.settings.recent_files) == 10


def test_new_runs_are_drawn_and_what_is_gone_is_neither_selected_nor_drawn(session: Session) -> None:
    invented.keep(session.workspace, *(invented.run(name) for name in "abcd"))
    session.reload_runs()
    assert session.shown == {"b", "c", "d"}, "at the first look the newest few"
    session.select(["a", "d"])
    invented.keep(session.workspace, invented.run("e"))
    from engine.library import trash

    trash.delete(session.workspace, "d")
    session.reload_runs()
    assert session.shown == {"b", "c", "e"}
    assert session.selected == ("a",)


def test_another_file_forgets_profile_and_roles_of_the_one_before(session: Session, sample_file: Path) -> None:
    from engine.data.inspecting import inspect_file
    from engine.records import Roles

    session.set_data(sample_file, profile=inspect_file(sample_file), roles=Roles(label="win"))
    session.set_data(sample_file, profile=session.profile)
    assert session.roles.label == "win"
    session.set_data(Path("/data/other.csv"))
    assert session.profile is None
    assert session.roles == Roles()
