"""Stop on the command line: finish with the best so far, where Cancel keeps nothing."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main
from engine.training.tuning import search

STOP = getattr(signal, "SIGQUIT", None)


@pytest.mark.skipif(STOP is None, reason="Ctrl+Break is for Windows")
def test_a_search_that_is_stopped_trains_with_the_best_so_far(
    sample_file: Path, workspace_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = search.Search._give_back

    def stop_after_two(self: search.Search, hunt: Any, found: Any) -> None:
        plain(self, hunt, found)
        if len(hunt.trials) == 2:
            os.kill(os.getpid(), STOP)

    monkeypatch.setattr(search.Search, "_give_back", stop_after_two)
    before = signal.getsignal(STOP)
    code = main(["train", str(sample_file), "--models", "lightgbm", "--tune-trials", "500", "--no-leak-meter", "--json",
                 "--workspace", str(workspace_dir)])
    told = capsys.readouterr()
    assert code == 0
    found = json.loads(told.out)
    assert found["tuning"]["trials"] in (2, 3)
    assert [run["status"] for run in found["runs"]] == ["done"]
    assert "finishing with the best so far" in told.err
    assert signal.getsignal(STOP) is before
