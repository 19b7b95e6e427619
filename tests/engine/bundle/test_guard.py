"""The guarded process absorbs whatever a model does to it."""

import os
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from engine.bundle import guard, guard_child
from engine.bundle.refusal import BundleRefused
from engine.errors import Cancelled
from engine.progress import Progress
from tests.engine.bundle.makers import LIBRARIES, model, native, table

LINUX = pytest.mark.skipif(not guard_child.FORKS, reason="forks and limits are Linux's")


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_sound_model_gives_the_margins_that_it_gives_here(kind):
    matrix, _ = table()
    tried = guard.try_model(kind, native(kind), matrix)
    np.testing.assert_array_equal(tried.margins, model(kind).margin(matrix))
    assert tried.width == 4


# Opening any model runs the model's own bytes as Python; limits are short.
PRETENDER = """
import engine.models, os, signal, struct, time, numpy
from engine.bundle import guard_child
class Pretender:
    width, is_binary, column_names = 1, True, ()
    def margin(self, rows, threads):
        return numpy.zeros(len(rows))
    def contributions(self, rows):
        pass
    def importance(self):
        pass
    @classmethod
    def from_bytes(cls, data):
        exec(data)
        return cls()
engine.models.library = lambda kind: Pretender
guard_child.warm = lambda library: None
guard_child.WALL_SECONDS, guard_child.CPU_SECONDS, guard_child.MEMORY = 1.5, 1, 256 << 20
guard_child.serve()
"""


def started_with(monkeypatch, program):
    """The next guarded processes run this program."""
    plain = subprocess.Popen
    monkeypatch.setattr(guard.subprocess, "Popen", lambda command, **how: plain([sys.executable, "-c", program], **how))
    guard.close()


@pytest.fixture(scope="class")
def pretender():
    with pytest.MonkeyPatch.context() as monkeypatch:
        started_with(monkeypatch, PRETENDER)
        yield
    guard.close()


@LINUX
class TestAModelThatMisbehaves:
    @pytest.mark.parametrize(("code", "words"), [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "killed the process"),
        ("os.abort()", "killed the process"),
        ("os._exit(0)", "killed the process"),
        ("time.sleep(60)", "did not end in time"),
        ("while True: pass", "did not end in time"),
        ("bytearray(1 << 30)", "more than 3 GiB"),
        ("raise KeyboardInterrupt", "refuses the model"),
        ("raise SystemExit(0)", "refuses the model"),
        ("raise ValueError('heap bytes')", "refuses the model"),
        ("raise RuntimeError('std::bad_alloc')", "more than 3 GiB"),
        ("os.write(1, b'x' * 1000); raise ValueError", "refuses the model"),
        ("print('x' * 100, file=open('/tmp/should-not-be', 'w'), flush=True)", "refuses the model|killed"),
    ])
    def test_it_is_refused_and_the_next_one_is_heard(self, pretender, code, words):
        with pytest.raises(BundleRefused, match=words) as refused:
            guard.try_model("lightgbm", code.encode(), where="strange.txt")
        assert refused.value.where == "strange.txt"
        assert "heap" not in str(refused.value)
        with pytest.raises(BundleRefused, match="refuses the model"):
            guard.try_model("lightgbm", b"raise ValueError")

    @pytest.mark.parametrize("code", [
        "os.kill(os.getpid(), signal.SIGSEGV)", "time.sleep(60)", "while True: pass", "raise ValueError",
        # forged answers, in every pipe that can be found
        "for fd in range(3, 64):\n try: os.write(fd, FORGED * 3)\n except OSError: pass\nos._exit(0)",
        "for fd in range(3, 64):\n try: os.write(fd, b'nonsense' * 9)\n except OSError: pass\nos._exit(0)",
    ])
    def test_one_process_tries_a_whole_bundle_and_names_the_member_that_ends_it(self, pretender, code):
        whole = [guard._part("lightgbm", b"pass", where=name) for name in ("first", "second", "third")]
        assert len(guard._loaded(whole, None)) == 3
        head = b'{"verdict": "refused", "sizes": []}'
        forged = b"FORGED = struct.pack('<Q', %d) + %r\n" % (len(head), head)
        broken = [whole[0], guard._part("lightgbm", forged + code.encode(), where="second"), whole[2]]
        with pytest.raises(BundleRefused) as refused:
            guard._loaded(broken, None)
        assert refused.value.where == "second"
        assert len(guard._loaded(whole, None)) == 3  # and nothing of it is left over


@LINUX
def test_cancel_ends_a_hanging_check_within_a_second(monkeypatch):
    started_with(monkeypatch, PRETENDER.replace("1.5", "60"))
    progress = Progress()
    with pytest.raises(BundleRefused):
        guard.try_model("lightgbm", b"raise ValueError")  # it is up
    began = time.monotonic()
    threading.Timer(0.3, progress.cancel).start()
    with pytest.raises(Cancelled):
        guard.try_model("lightgbm", b"time.sleep(60)", progress=progress)
    assert time.monotonic() - began < 1.3
    guard.close()


def test_an_idle_guard_goes_away(monkeypatch):
    monkeypatch.setattr(guard, "_IDLE_SECONDS", 0.2)
    guard.try_model("lightgbm", native("lightgbm"))
    deadline = time.monotonic() + 20
    while guard._guard._process is not None and time.monotonic() < deadline:
        threading.Event().wait(0.05)
    assert guard._guard._process is None


@LINUX
def test_nothing_was_written_outside():
    assert not os.path.exists("/tmp/should-not-be") or os.path.getsize("/tmp/should-not-be") == 0


def test_a_guard_process_that_was_killed_is_started_again():
    guard.try_model("lightgbm", native("lightgbm"))
    guard._guard._process.kill()
    guard._guard._process.wait()
    assert guard.try_model("lightgbm", native("lightgbm")).width == 4


def test_the_guard_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "hush")
    assert "PGPASSWORD" not in guard._environment()


@LINUX
def test_a_second_check_is_quick():
    guard.try_model("lightgbm", native("lightgbm"))
    took = []
    for _ in range(5):
        began = time.perf_counter()
        guard.try_model("lightgbm", native("lightgbm"))
        took.append(time.perf_counter() - began)
    assert min(took) < 0.3


def test_one_request_a_process_where_there_is_no_fork(monkeypatch):
    started_with(monkeypatch, "from engine.bundle import guard_child as g\ng.FORKS = False\ng.serve()")
    monkeypatch.setattr(guard_child, "FORKS", False)
    assert guard.try_model("lightgbm", native("lightgbm")).width == 4
    assert guard._guard._process is None
    started_with(monkeypatch, PRETENDER.replace("guard_child.serve", "guard_child.FORKS = False\nguard_child.serve"))
    for code in (b"raise ValueError", b"while True: pass"):
        began = time.monotonic()
        with pytest.raises(BundleRefused):
            guard.try_model("lightgbm", code)
        assert time.monotonic() - began < 20
