"""The reader keeps digits, line numbers and memory in order, whatever the block size."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.data.reading import delimited, read_frame
from engine.data.reading.dialect import sniff
from engine.data.reading.words import number_of
from engine.errors import WorkbenchError


def write(tmp_path, text, name="file.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def small_blocks(monkeypatch):
    """Blocks of a few rows, so that every seam between them is crossed."""
    monkeypatch.setattr(delimited, "_BLOCK", 70)
    monkeypatch.setattr("engine.data.reading.source.HEAD", 64)


def test_blocks_do_not_show(tmp_path, small_blocks, monkeypatch):
    rows = [f'{i},"a ""q"" {i}\nsecond",{i / 7:.5f}' if i % 5 == 0 else f"{i},b{i},{i / 7:.5f}" for i in range(300)]
    path = write(tmp_path, "n,text,x\n" + "\n".join(rows) + "\n")
    raw = read_frame(path)
    oracle = pd.read_csv(path)
    assert raw.frame["n"].tolist() == oracle["n"].tolist()
    assert raw.frame["text"].tolist() == oracle["text"].tolist()
    np.testing.assert_allclose(raw.frame["x"], oracle["x"], rtol=1e-6)


def test_lines_are_those_of_the_file(tmp_path, small_blocks):
    rows = ["n,text", *(f'{i},"two\nlines"' if i % 3 == 0 else f"{i},one" for i in range(60))]
    rows.insert(20, "# comment")
    rows.insert(30, "")
    rows.insert(40, "7,8,9")
    path = write(tmp_path, "\n".join(rows) + "\n")
    raw = read_frame(path)
    text = path.read_text().split("\n")
    for number, line in zip(raw.frame["n"], raw.lines, strict=True):
        assert text[line - 1].startswith(f"{number},")
    (finding,) = [f for f in raw.findings if f.code == "ragged-rows"]
    assert text[int(finding.message.split("line ")[1].split(" ")[0]) - 1] == "7,8,9"
    assert raw.named_rows == 1
    assert len(raw.frame) == 60


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_written_comes_back_equal(tmp_path, data):
    """Numbers and words through every dialect, with pandas' writer as the other party."""
    separator, decimal = data.draw(st.sampled_from([(",", "."), (";", ","), (";", "."), ("\t", "."), ("|", ",")]))
    n = data.draw(st.integers(5, 40))
    number = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 4))
    words = st.text(st.characters(codec="utf-8", categories=["L", "N"], include_characters=" ,;'\n\""), min_size=1)
    frame = pd.DataFrame({
        "alpha": data.draw(st.lists(st.one_of(st.none(), number), min_size=n, max_size=n)),
        "beta": data.draw(st.lists(number, min_size=n, max_size=n)),
        "note": ["w" + data.draw(words) + "w" for _ in range(n)],
        "count": data.draw(st.lists(st.integers(-10**12, 10**12), min_size=n, max_size=n)),
    })
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    path = tmp_path / "any.csv"
    frame.to_csv(path, index=False, sep=separator, decimal=decimal, encoding=encoding)
    raw = read_frame(path)
    assert list(raw.frame.columns) == list(frame.columns)
    assert raw.frame["count"].tolist() == frame["count"].tolist()
    assert [" ".join(v.split()) for v in raw.frame["note"]] == [" ".join(v.split()) for v in frame["note"]]
    for name in ("alpha", "beta"):
        np.testing.assert_allclose(raw.frame[name].astype(float), frame[name].astype(float), rtol=1e-6, atol=1e-9)


def test_large_whole_numbers_keep_their_digits(tmp_path):
    ids = [9_007_199_254_740_993 + i for i in range(30)]
    whole = read_frame(write(tmp_path, "id,x\n" + "".join(f"{i},{k}.5\n" for k, i in enumerate(ids))))
    assert whole.frame["id"].tolist() == ids
    gaps = "id,x\n" + "".join(f"{i if k != 3 else ''},{k}.5\n" for k, i in enumerate(ids))
    gapped = read_frame(write(tmp_path, gaps))
    assert gapped.frame["id"].dropna().tolist() == [str(i) for k, i in enumerate(ids) if k != 3]
    huge = read_frame(write(tmp_path, "id,x\n" + "".join(f"{i}000000,{k}.5\n" for k, i in enumerate(ids))))
    assert huge.frame["id"].tolist() == [f"{i}000000" for i in ids]


def test_codes_with_leading_zeros_stay_text(tmp_path):
    raw = read_frame(write(tmp_path, "code,x\n" + "".join(f"00{i % 7},{i}\n" for i in range(30))))
    assert raw.frame["code"].iloc[3] == "003"


def test_a_column_that_turns_into_text_far_down_is_read_as_text(tmp_path, small_blocks):
    body = "".join(f"{i if i < 1500 else 'word' + str(i % 7)},{i / 3:.3f}\n" for i in range(2500))
    raw = read_frame(write(tmp_path, "a,b\n" + body))
    assert raw.frame["a"].iloc[0] == "0"
    assert raw.frame["a"].iloc[-1] == "word0"


def test_whole_numbers_that_turn_into_fractions_are_numbers(tmp_path, small_blocks):
    raw = read_frame(write(tmp_path, "a,b\n" + "".join(f"{i if i < 1500 else i + 0.5},1\n" for i in range(2000))))
    assert raw.frame["a"].iloc[-1] == 1999.5
    assert not raw.findings


def test_a_few_words_for_missing_are_missing_and_said(tmp_path):
    raw = read_frame(write(tmp_path, "a,b\n" + "".join(f"{'pending' if i % 5 == 0 else i},{i}\n" for i in range(60))))
    assert int(raw.frame["a"].isna().sum()) == 12
    assert "not-numeric" in {finding.code for finding in raw.findings}


def test_date_and_time_columns_are_joined(tmp_path):
    body = "".join(f"2024.01.{1 + i // 24:02d},{i % 24}:30,{i}\n" for i in range(48))
    raw = read_frame(write(tmp_path, "<DATE>,<TIME>,x\n" + body))
    assert raw.frame["date_time"].iloc[0] == "2024.01.01 00:30"


def test_a_large_file_is_not_held_twice(tmp_path):
    """Blocks: what is kept of 20 MB of text is the numbers."""
    line = ",".join(f"{i / 7:.6f}" for i in range(40))
    path = write(tmp_path, ",".join(f"c{i}" for i in range(40)) + "\n" + f"{line}\n" * 20_000)
    raw = read_frame(path)
    assert raw.frame.shape == (20_000, 40)
    assert int(raw.frame.memory_usage(deep=True).sum()) < 4.5 * 40 * 20_000


@pytest.mark.parametrize(("rows", "separator", "decimal"), [
    (["a,b", "1.5,2.5", "3.5,4.5"], ",", "."), (["a;b", "1,5;2,5", "3,5;4,5"], ";", ","),
    (["a;b", "1.5;2.5", "3.5;4.5"], ";", "."), (["a\tb", "1,5\t2,5", "3\t4"], "\t", ","),
    (["a|b", "x|1", "y|2"], "|", "."), (["a b", "1 2", "3 4"], " ", "."),
    (["when,x", "2024-01-01 10:00:00,1", "2024-01-01 11:00:00,2"], ",", "."),
    (['"a";"b"', '"1,5";"x;y"', '"2,5";"z;w"'], ";", ","), (["only", "1", "2"], ",", "."),
])
def test_separator_and_decimal_mark_are_found_together(rows, separator, decimal):
    dialect = sniff(rows)
    assert (dialect.separator, dialect.decimal) == (separator, decimal)
    assert dialect.header is not None


@pytest.mark.parametrize(("rows", "has_header"), [
    (["1,2,3", "4,5,6"], False), (["0,1,2,y", "4,5,6,1", "7,8,9,0"], True), (["a,b,c", "x,y,z"], True),
    (["2024-01-01,AAA,1.5", "2024-01-02,AAA,1.7"], False), (["name,a,b,c,d,e,f,g,h,24", "x,1,2,3,4,5,6,7,8,9"], True),
])
def test_a_header_is_told_from_data(rows, has_header):
    assert (sniff(rows).header is not None) is has_header


@pytest.mark.parametrize(("cell", "decimal", "value"), [
    ("1,234.5", ".", 1234.5), ("1.234,5", ",", 1234.5), ("1 234", ".", 1234.0), ("12%", ".", 12.0), ("$3.50", ".", 3.5),
    ("-$3", ".", -3.0), ("(1.5)", ".", -1.5), ("1.5R", ".", 1.5), ("\u22121.5", ".", -1.5), ("€ 2,5", ",", 2.5),
    ("1'000'000", ".", 1e6), ("abc", ".", None), ("1,23,4", ".", None), ("12%%", ".", None), ("", ".", None),
    ("0x1F", ".", None), ("1_000", ".", None), ("--5", ".", None),
])
def test_numbers_written_for_people(cell, decimal, value):
    assert number_of(cell, decimal) == value


def test_parquet_of_many_types(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    n = 50
    table = pa.table({
        " x ": pa.array(np.linspace(0, 1, n)), "x": pa.array(range(n), pa.int8()),
        "cat": pa.array(["a", "b"] * (n // 2)).dictionary_encode(), "money": pa.array([None] * n, pa.decimal128(9, 2)),
        "nested": pa.array([[1]] * n), "raw": pa.array([b"1"] * n), "flag": pa.array([True, False] * (n // 2)),
        "day": pa.array(pd.date_range("2024-01-01", periods=n).date), "nothing": pa.nulls(n),
    })
    path = tmp_path / "types.parquet"
    parquet.write_table(table, path)
    raw = read_frame(path)
    assert list(raw.frame.columns) == ["x", "x.2", "cat", "money", "flag", "day", "nothing"]
    assert {"duplicate-name", "unusable-type"} <= {finding.code for finding in raw.findings}
    assert len([f for f in raw.findings if f.code == "unusable-type"]) == 2


def test_the_index_that_pandas_wrote_is_left_out_and_its_types_ignored(tmp_path):
    frame = pd.DataFrame({"x": [1.5, 2.5, 3.5]}, index=[5, 7, 9])
    frame.to_parquet(tmp_path / "indexed.parquet")
    assert list(read_frame(tmp_path / "indexed.parquet").frame.columns) == ["x", "index"]


def test_what_is_not_there_is_refused(tmp_path):
    for path, code in ((tmp_path / "none.csv", "no-such-file"), (tmp_path, "not-a-file")):
        with pytest.raises(WorkbenchError) as refusal:
            read_frame(path)
        assert refusal.value.code == code
