"""Growing files and watched folders: half lines wait, rotation and truncation are followed, garbage is told."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from engine.data.schema import FeatureSchema
from engine.events import LabelEvent
from engine.monitoring.sources.address import parse
from engine.monitoring.sources.files import FilesFeed
from engine.monitoring.sources.live import Away
from engine.monitoring.sources.rows import RowReader

HEADER = "id,time,a,b,label\n"
SCHEMA = FeatureSchema.plain(["a", "b"])


class Reading:
    """A feed that is opened, read to its end and closed again, going on from its cursor."""

    def __init__(self, url: str) -> None:
        self.feed = FilesFeed(parse(url), RowReader(SCHEMA))
        self.cursor: Any = None
        self.words: list[str] = []

    def ids(self, looks: int = 2) -> list[str]:
        """What is new: ids of signals, and those of labels in upper case."""
        self.feed.open(self.cursor)
        found: list[str] = []
        quiet = 0
        while quiet < looks:
            self.feed._due = 0.0
            got = self.feed.fetch(self.cursor, 3, 0.0)
            quiet = 0 if got.events or got.cursor != self.cursor else quiet + 1
            self.cursor = json.loads(json.dumps(got.cursor))
            self.words += [notice.words for notice in got.notices]
            found += [e.id.upper() if isinstance(e, LabelEvent) else e.id for e in got.events]
        return found


def _rows(names: Sequence[str], label: str = "") -> str:
    return "".join(f"{name},{1_700_000_000 + ord(name[0])},{ord(name[0])},2,{label}\n" for name in names)


def _old(path: Path, seconds: float = 60.0) -> None:
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime - seconds))


def test_a_half_written_line_waits_for_its_end(tmp_path: Path) -> None:
    file = tmp_path / "live.csv"
    file.write_text("id,time,a,")
    reading = Reading(f"tail://{file}")
    assert reading.ids() == []
    file.write_text(HEADER + _rows("pq") + "r,17000")
    assert reading.ids() == ["p", "q"]
    with file.open("a") as more:
        more.write("00000,1.5,2,1\n")
    assert reading.ids() == ["r", "R"]
    assert Reading(f"tail://{file}").ids() == ["p", "q", "r", "R"]
    assert Reading(f"tail://{file}?from=now").ids() == []


def test_a_rotated_file_is_finished_before_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "live.csv"
    file.write_text(HEADER + _rows("ab"))
    reading = Reading(f"tail://{file}")
    assert reading.ids() == ["a", "b"]
    with file.open("a") as more:
        more.write(_rows("cd") + _rows("e").rstrip())
    file.rename(tmp_path / "live.csv.1")
    file.write_text(HEADER + _rows("fg"))
    assert reading.ids() == ["c", "d"]
    _old(tmp_path / "live.csv.1")
    assert reading.ids() == ["e", "f", "g"]
    assert "was rotated" in reading.words[0]


def test_a_truncated_or_replaced_file_is_read_from_its_beginning_and_told(tmp_path: Path) -> None:
    file = tmp_path / "live.csv"
    file.write_text(HEADER + _rows("abc"))
    reading = Reading(f"tail://{file}")
    assert reading.ids() == ["a", "b", "c"]
    file.write_text(HEADER + _rows("d"))
    assert reading.ids() == ["d"]
    file.write_text(HEADER + _rows("xyzuvw"))
    assert reading.ids() == ["x", "y", "z", "u", "v", "w"]
    assert len([words for words in reading.words if "truncated or replaced" in words]) == 2


def test_a_folder_gives_new_grown_and_late_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "2.csv").write_text(HEADER + _rows("cd"))
    (tmp_path / "3.csv").write_text(HEADER + _rows("e"))
    (tmp_path / "4.csv.tmp").write_text(HEADER + _rows("t"))
    (tmp_path / "note.md").write_text("words")
    reading = Reading(f"folder://{tmp_path}")
    assert reading.ids() == ["c", "d", "e"]
    (tmp_path / "1.csv").write_text(HEADER + _rows("ab"))
    with (tmp_path / "2.csv").open("a") as more:
        more.write(_rows("d").replace("d,", "d2,"))
    assert reading.ids() == ["a", "b", "d2"]
    (tmp_path / "5.jsonl").write_text('{"id": "j", "time": 1700000000, "a": 1, "b": null}')
    assert reading.ids() == []
    _old(tmp_path / "5.jsonl")
    assert reading.ids() == ["j"]
    (tmp_path / "1.csv").unlink()
    assert reading.ids() == []
    assert "1.csv" not in reading.cursor["files"]


def test_a_renamed_file_without_ids_brings_the_same_ids_again(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n1,2\n3,4\n")
    reading = Reading(f"folder://{tmp_path}")
    first = reading.ids()
    assert len(set(first)) == 3
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    assert reading.ids() == first


@pytest.mark.parametrize(("line", "why"), [
    ("p,1700000000,1", "3 fields where the header has 5"), ('p,1700000000,"1,2,', "quotes do not close"),
    ("p,1700000000,abc,2,", "a is 'abc'"), ("p,when,1,2,", "no time"), ("p,1700000000,1,2,often", "neither win"),
    ("\udce9,1,1,1,1", "no UTF-8"),
])
def test_a_bad_line_is_told_and_the_next_is_read(tmp_path: Path, line: str, why: str) -> None:
    file = tmp_path / "live.csv"
    file.write_text(HEADER + line + "\n" + _rows("q"), errors="surrogateescape")
    reading = Reading(f"tail://{file}")
    assert reading.ids() == ["q"]
    assert why in reading.words[0]
    assert "byte 18" in reading.words[0]


def test_a_line_without_end_of_two_megabytes_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "live.csv"
    file.write_text(HEADER + _rows("a") + "x" * (2 << 20) + "\n" + _rows("b"))
    reading = Reading(f"tail://{file}")
    assert reading.ids() == ["a", "b"]
    assert "longer than 1 MiB" in reading.words[0]


def test_other_separators_and_a_mark_of_byte_order_are_read(tmp_path: Path) -> None:
    file = tmp_path / "live.txt"
    file.write_text("\ufeffid;time;a;b\r\np;2024-01-01T00:00:00Z;1;2\r\n")
    assert Reading(f"tail://{file}").ids() == ["p"]


def test_what_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    with pytest.raises(Away, match="no file"):
        Reading(f"tail://{tmp_path}/none.csv").ids()
    with pytest.raises(Away, match="no folder"):
        Reading(f"folder://{tmp_path}/none").ids()
