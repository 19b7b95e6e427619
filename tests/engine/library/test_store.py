"""The workspace survives kill -9, shares itself between processes, and tells in words what is wrong with it."""

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import pytest

from engine.errors import WorkbenchError
from engine.library import files, promotion, runs
from engine.library.lock import only_writer
from engine.library.store import DATABASE, MIGRATIONS, Workspace
from tests.engine.library.records import a_run, predictions

ROOT = files.Path(__file__).resolve().parents[3]

KILLED = """
import os, sys, signal
from engine.library import files, runs, tidying
from engine.library.store import Workspace
from tests.engine.library.records import a_run, predictions
workspace = Workspace.open(sys.argv[1])
runs.add_run(workspace, a_run("run-whole"), model_file=b"model", out_of_fold=predictions())
home, name, calls = {"w": (files, "_write_flushed"), "r": (files, "flush_folder"), "i": (tidying, "insert"),
                     "k": (Workspace, "remember_file")}[sys.argv[2]] + (int(sys.argv[3]),)
plain = getattr(home, name)
def counted(*args, **kwargs):
    global calls
    calls -= 1
    if calls == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(*args, **kwargs)
setattr(home, name, counted)
runs.add_run(workspace, a_run("run-killed"), model_file=b"model" * 1000, out_of_fold=predictions())
"""


def in_another_process(code, *args, **how):
    return subprocess.Popen([sys.executable, "-c", code, *map(str, args)], cwd=ROOT, **how)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize(("place", "call"), [("w", 1), ("w", 3), ("r", 1), ("r", 2), ("i", 1), ("k", 1)])
def test_kill_9_leaves_no_half_run(workspace_dir, place, call):
    process = in_another_process(KILLED, workspace_dir, place, call)
    assert process.wait() == -signal.SIGKILL
    with Workspace.open(workspace_dir) as workspace:
        listed = {found.id for found in runs.list_runs(workspace)}
        assert {"run-whole"} <= listed <= {"run-whole", "run-killed"}
        assert {folder.name for folder in workspace.models.iterdir()} == listed
        for each in listed:
            assert runs.out_of_fold(workspace, each) is not None
            assert runs.model_file(workspace, each).stat().st_size in (5, 5000)
        runs.add_run(workspace, a_run(), model_file=b"after")


SHARED = """
import sys
from engine.library import promotion, runs
from engine.library.store import Workspace
from tests.engine.library.records import a_run
with Workspace.open(sys.argv[1]) as workspace:
    for number in range(8):
        run = runs.add_run(workspace, a_run(f"run-{sys.argv[2]}-{number}"), model_file=b"model" * 1000)
        promotion.promote(workspace, run.id)
"""


def test_two_processes_and_a_window_register_runs_side_by_side(workspace_dir):
    with Workspace.open(workspace_dir) as window:
        others = [in_another_process(SHARED, workspace_dir, name) for name in ("a", "b")]
        for number in range(8):
            runs.add_run(window, a_run(f"run-w-{number}"), model_file=b"model")
        assert [process.wait() for process in others] == [0, 0]
        assert len(runs.list_runs(window)) == 24
        chain = promotion.history(window)
        assert len(chain) == 16
        assert all(later.previous == earlier.id for earlier, later in itertools.pairwise(chain))


def test_threads_share_one_workspace(workspace_dir):
    with Workspace.open(workspace_dir) as workspace:
        def work(name):
            for number in range(5):
                runs.add_run(workspace, a_run(f"run-{name}-{number}"), model_file=b"model")
                runs.list_runs(workspace)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(runs.list_runs(workspace)) == 15


def test_reading_does_not_wait_for_a_run_that_is_being_written(workspace_dir, monkeypatch):
    writing, done = threading.Event(), threading.Event()
    plain = files.flush_folder

    def slow_disk(folder):
        writing.set()
        assert done.wait(20)
        plain(folder)

    with Workspace.open(workspace_dir) as workspace:
        kept = runs.add_run(workspace, a_run(), model_file=b"model")
        monkeypatch.setattr(files, "flush_folder", slow_disk)
        thread = threading.Thread(target=runs.add_run, args=(workspace, a_run()), kwargs={"model_file": b"model"})
        thread.start()
        assert writing.wait(20)
        assert [found.id for found in runs.list_runs(workspace)] == [kept.id]
        done.set()
        thread.join()
        assert len(runs.list_runs(workspace)) == 2


def test_a_workspace_of_an_older_program_is_brought_up_to_date_also_by_a_reader(workspace_dir):
    workspace_dir.mkdir()
    with sqlite3.connect(workspace_dir / DATABASE) as database:
        database.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
    database.close()
    with Workspace.open(workspace_dir, read_only=True) as workspace:
        assert workspace.rows("PRAGMA user_version")[0][0] == len(MIGRATIONS)
        assert workspace.rows("SELECT * FROM known_keys") == []


def test_a_lost_database_is_built_again_from_the_folders(workspace_dir):
    with Workspace.open(workspace_dir) as workspace:
        kept = runs.add_run(workspace, a_run(), model_file=b"model", out_of_fold=predictions())
    for path in workspace_dir.glob(f"{DATABASE}*"):
        path.unlink()
    with Workspace.open(workspace_dir) as workspace:
        assert runs.get_run(workspace, kept.id) == kept
        assert "listed again" in workspace.notices[0]


def test_a_folder_that_is_not_whole_goes_to_the_trash(workspace_dir):
    with Workspace.open(workspace_dir) as workspace:
        kept = runs.add_run(workspace, a_run(), model_file=b"model")
    (workspace_dir / "models" / kept.id / files.MODEL).write_bytes(b"other")
    for path in workspace_dir.glob(f"{DATABASE}*"):
        path.unlink()
    with Workspace.open(workspace_dir) as workspace:
        assert runs.list_runs(workspace) == ()
        assert "no whole run" in workspace.notices[0]
        assert (workspace.trash / f"leftover-{kept.id}").is_dir()


def test_a_run_whose_files_were_removed_is_no_longer_listed(workspace_dir):
    import shutil

    with Workspace.open(workspace_dir) as workspace:
        kept = runs.add_run(workspace, a_run(), model_file=b"model")
    shutil.rmtree(workspace_dir / "models" / kept.id)
    with Workspace.open(workspace_dir) as workspace:
        assert runs.list_runs(workspace) == ()
        assert kept.id in workspace.notices[0]


def test_a_damaged_database_is_told_in_words(workspace_dir):
    workspace_dir.mkdir()
    (workspace_dir / DATABASE).write_bytes(b"not a database at all, but long enough to look like one" * 40)
    with pytest.raises(WorkbenchError, match="database is damaged") as told:
        Workspace.open(workspace_dir)
    assert "finds the models" in told.value.remedy


def test_a_workspace_of_a_newer_program_is_left_alone(workspace_dir):
    Workspace.open(workspace_dir).close()
    with sqlite3.connect(workspace_dir / DATABASE) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    database.close()
    with pytest.raises(WorkbenchError, match="newer version"):
        Workspace.open(workspace_dir)


def test_a_place_that_cannot_hold_a_workspace_is_told_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkbenchError, match="cannot be used"):
        Workspace.open(tmp_path / "file" / "workspace")


def test_looking_makes_no_workspace(tmp_path):
    with pytest.raises(WorkbenchError, match="no workspace here"):
        Workspace.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_reader_sees_what_a_writer_added_and_changes_nothing(workspace_dir):
    with Workspace.open(workspace_dir) as writer, Workspace.open(workspace_dir, read_only=True) as reader:
        kept = runs.add_run(writer, a_run(), model_file=b"model")
        assert runs.get_run(reader, kept.id) == kept
        with pytest.raises(WorkbenchError, match="cannot be used"):
            runs.update_run(reader, kept.id, note="x")


HOLDER = """
import sys
from pathlib import Path
from engine.library.lock import only_writer
with only_writer(Path(sys.argv[1]), "A monitor"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_long_writer_is_told_who_the_first_is_and_a_killed_one_leaves_no_lock(tmp_path):
    path = tmp_path / "monitor.lock"
    with in_another_process(HOLDER, path, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WorkbenchError, match=f"process {holder.pid}"), only_writer(path, "A monitor"):
            pass
        holder.kill()
        holder.wait()
    with only_writer(path, "A monitor"):
        pass
