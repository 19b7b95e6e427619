"""The report of runs: one file that fetches nothing, and the same as a PDF whose text can be read by programs."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from engine.cli import main
from engine.errors import WorkbenchError
from engine.library import promotion
from engine.library import runs as library
from engine.library.store import Workspace
from engine.progress import Progress
from engine.report.runs import MOST, write_report
from tests.gui import invented


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with two whole runs and a failed one."""
    invented.three(tmp_path / "workspace")
    return tmp_path / "workspace"


def written(folder: Path, name: str, *ids: str) -> bytes:
    with Workspace.open(folder) as workspace:
        return write_report(workspace, ids, folder / name, progress=Progress()).read_bytes()


def test_the_page_fetches_nothing_and_holds_every_score(folder: Path) -> None:
    page = written(folder, "report.html", "lgb-1", "xgb-2").decode()
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", page)
    assert "<script" not in page
    assert page.count("<svg") == 4
    assert "0.650" in page
    assert "0.727" in page
    assert "probability 98 %" in page  # the paired comparison, in words


def test_scores_say_on_how_many_rows_they_rest_and_whether_these_are_the_same(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        other = dataclasses.replace(invented.out_of_fold(0.6), row=invented.out_of_fold(0.6).row + 7)
        library.add_run(workspace, invented.record("own-4"), model_file=b"own-4", out_of_fold=other)
        promotion.promote(workspace, "xgb-2", "better")
    page = written(folder, "report.html", "lgb-1", "xgb-2").decode()
    assert "the same later rows for all" in page
    assert "xgb-2 (champion)" in page
    page = written(folder, "report.html", "lgb-1", "own-4").decode()
    assert "each on later rows of its own" in page
    assert "the same later rows for all" not in page


def test_only_what_differs_is_in_the_table_of_a_comparison(folder: Path) -> None:
    page = written(folder, "report.html", "lgb-1", "xgb-2").decode()
    part = page.partition("What tells them apart")[2].partition("<section>")[0]
    assert "LightGBM" in part
    assert "XGBoost" in part
    assert "Test blocks" not in part


def test_the_pdf_has_pages_and_text_that_can_be_extracted(folder: Path) -> None:
    made = written(folder, "report.pdf", "lgb-1", "xgb-2")
    assert made.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", made)) >= 2
    assert b"/ToUnicode" in made  # without it the letters of an embedded face cannot be read back
    assert b"/URI" not in made
    streams = [zlib.decompress(part) for part in re.findall(rb"stream\n(.*?)\nendstream", made, re.DOTALL)
               if part.startswith(b"\x78")]
    assert any(b" re" in each or b" l" in each for each in streams)  # plots as vectors
    assert b"/Subtype /Image" not in made


@pytest.mark.skipif(shutil.which("gs") is None, reason="needs Ghostscript, which reads the text back")
def test_another_program_reads_the_same_figures_in_the_pdf(folder: Path) -> None:
    written(folder, "report.pdf", "lgb-1", "xgb-2")
    read = subprocess.run(["gs", "-q", "-sDEVICE=txtwrite", "-o", "-", str(folder / "report.pdf")],
                          capture_output=True, text=True, check=True).stdout
    for figure in ("0.650", "0.727", "0.594 to 0.703", "What tells them apart", "True positive rate"):
        assert figure in read


def test_a_note_and_tags_are_told(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        library.update_run(workspace, "lgb-1", note="before the split", tags=["monthly", " kept ", "monthly"])
    page = written(folder, "report.html", "lgb-1").decode()
    assert "before the split" in page
    assert "Tags: monthly, kept" in page


def test_a_run_without_scores_says_so(folder: Path) -> None:
    assert "the training did not end" in written(folder, "report.html", "cat-3").decode()


@pytest.mark.parametrize(("name", "ids", "code"), [
    ("report.docx", ("lgb-1",), "unknown-format"), ("report.html", (), "too-many-runs"),
    ("report.html", tuple(f"r{n}" for n in range(MOST + 1)), "too-many-runs"),
])
def test_what_cannot_be_written_is_refused_in_words(folder: Path, name: str, ids: tuple[str, ...], code: str) -> None:
    with pytest.raises(WorkbenchError) as refused:
        written(folder, name, *ids)
    assert refused.value.code == code
    assert refused.value.remedy


def test_the_command_line_writes_both(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for suffix in ("html", "pdf"):
        out = folder / f"made.{suffix}"
        assert main(["report", "lgb-1", "xgb-2", "--out", str(out), "--workspace", str(folder)]) == 0
        assert out.stat().st_size > 5000
    assert "made.pdf" in capsys.readouterr().out


def test_tags_pins_and_stars_are_kept_and_an_older_workspace_is_brought_up(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        library.update_run(workspace, "lgb-1", tags=["a, b", "c"], pinned=True, starred=True)
    with Workspace.open(folder) as workspace:
        run = library.get_run(workspace, "lgb-1")
    assert run.tags == ("a b", "c")
    assert run.pinned
    assert run.starred
