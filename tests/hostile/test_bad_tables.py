"""Each file of the world gets its verdict in words: repaired and named, or refused with a place and a remedy."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.data.inspecting import inspect_file
from engine.data.loading import load_table
from engine.errors import WorkbenchError
from engine.records import Level

_SPEC = importlib.util.spec_from_file_location("hostile_tables", Path(__file__).parent / "tables.py")
tables = importlib.util.module_from_spec(_SPEC)
sys.modules["hostile_tables"] = tables
_SPEC.loader.exec_module(tables)


@pytest.fixture
def written(tmp_path):
    def write(case):
        path = tmp_path / f"{case.name}.csv"
        path.write_bytes(case.content())
        return path

    return write


@pytest.mark.parametrize("case", [c for c in tables.CASES if c.refused], ids=lambda case: case.name)
def test_what_is_no_table_is_refused_with_a_remedy(case, written):
    with pytest.raises(WorkbenchError) as refusal:
        inspect_file(written(case))
    error = refusal.value
    assert error.code == case.refused
    assert case.place in error.what
    assert error.what.endswith(".")
    assert error.remedy
    assert error.where


@pytest.mark.parametrize("case", [c for c in tables.CASES if c.blocked], ids=lambda case: case.name)
def test_what_cannot_be_trained_on_is_shown_and_then_refused(case, written):
    path = written(case)
    profile = inspect_file(path)
    errors = [finding for finding in profile.findings if finding.level is Level.ERROR]
    assert errors[0].code == case.blocked
    assert profile.rows + profile.named_rows == case.rows + case.named
    with pytest.raises(WorkbenchError) as refusal:
        load_table(path)
    assert refusal.value.code == case.blocked
    assert case.place in refusal.value.what
    assert refusal.value.remedy


@pytest.mark.parametrize("case", [c for c in tables.CASES if not (c.refused or c.blocked)], ids=lambda case: case.name)
def test_what_can_be_repaired_is_repaired_and_said(case, written):
    path = written(case)
    profile, table = inspect_file(path), load_table(path)
    assert (profile.rows, profile.named_rows) == (case.rows, case.named)
    assert len(table) == case.rows
    assert table.schema.names == case.features
    if case.label is not None:
        assert profile.roles.label == case.label
    found = {finding.code: finding for finding in profile.findings}
    assert set(case.says) <= set(found), found.keys()
    assert not any(finding.level is Level.ERROR for finding in profile.findings)
    assert any(case.place in finding.message for finding in profile.findings) or not case.place
    for name, value in case.numbers.items():
        assert table.matrix[0, table.schema.names.index(name)] == pytest.approx(value)
    for finding in profile.findings:
        assert finding.message.endswith(".")
        assert finding.remedy or finding.level is Level.INFO or finding.code in ("empty-rows", "totals-row")


def test_a_sound_file_says_nothing_but_its_size(tmp_path):
    path = tmp_path / "sound.csv"
    path.write_text(tables.text())
    assert [(f.code, f.message) for f in inspect_file(path).findings if f.level is not Level.INFO] == []


def test_random_damage_never_ends_in_a_traceback(tmp_path):
    """Bytes changed, cut out, doubled: a table or words, nothing else; and no row is lost without a word."""
    rows = [tables.row(i) + f',"note {i % 3}"' for i in range(40)]
    sound = tables.text(rows, header=tables.HEADER + ",note").encode()
    dice = random.Random(11)
    path = tmp_path / "damaged.csv"
    refused = 0
    for _ in range(100):
        data = bytearray(sound)
        for _ in range(dice.randint(1, 6)):
            at, kind = dice.randrange(len(data)), dice.randrange(4)
            if kind == 0:
                data[at] = dice.choice(b'\n\r,;"#\t\0\xff0-.x ')
            elif kind == 1:
                del data[at:at + dice.randint(1, 60)]
            elif kind == 2:
                data[at:at] = data[at:at + dice.randint(1, 80)]
            else:
                del data[at + 200:]
        path.write_bytes(bytes(data))
        try:
            profile = inspect_file(path)
        except WorkbenchError as error:
            refused += 1
            assert error.remedy  # noqa: PT017 - one of two right answers
            continue
        assert profile.rows <= 60
    assert refused < 80


def test_a_damaged_parquet_file_is_refused_or_equal(tmp_path):
    """300 of 300 with page checksums, as the facts measured."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rng = np.random.default_rng(0)
    columns = {f"f{i}": rng.normal(size=400).astype(np.float32) for i in range(5)}
    table = pa.table({**columns, "win": rng.integers(0, 2, 400)})
    path = tmp_path / "sound.parquet"
    parquet.write_table(table, path, write_page_checksum=True, compression="zstd")
    sound, want = path.read_bytes(), load_table(path).fingerprint
    dice = random.Random(5)
    silent = 0
    for _ in range(300):
        data = bytearray(sound)
        at = dice.randrange(4, len(data))
        if dice.random() < 0.3:
            del data[at:]
        else:
            data[at] ^= 1 << dice.randrange(8)
        path.write_bytes(bytes(data))
        try:
            silent += load_table(path).fingerprint != want
        except WorkbenchError as error:
            assert error.remedy  # noqa: PT017 - one of two right answers
    # A flipped bit in a column's name, or in metadata that nobody reads, is not in any page.
    assert silent <= 6


def test_a_parquet_file_that_unpacks_to_gigabytes_is_refused_unread(tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "bomb.parquet"
    piece = pa.table({f"f{i}": np.zeros(1_000_000) for i in range(4)})
    with parquet.ParquetWriter(path, piece.schema, compression="zstd") as writer:
        for _ in range(40):
            writer.write_table(piece)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(WorkbenchError) as refusal:
        inspect_file(path)
    assert refusal.value.code == "decompression-bomb"
