"""Scoring files: exact, rows in are rows out, constant memory, whole or not at all, nothing a spreadsheet would run."""

import gzip
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bundle import chunks, loading, reading, sinks, streaming
from engine.bundle.trust import Trust
from engine.errors import Cancelled, WorkbenchError
from engine.progress import Progress
from engine.records import Roles
from tests.engine.bundle.makers import card, ensemble_file, model_file, native, table

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def model():
    return loading.open_bundle(reading.parse(ensemble_file()), Trust.WRITTEN_HERE)


@pytest.fixture(scope="module")
def with_roles():
    from engine.bundle import writing

    roles = Roles(label="win", time="when", id="signal_id")
    data = writing.model_bytes(card("xgboost", roles=roles), native("xgboost"))
    return loading.open_bundle(reading.parse(data), Trust.WRITTEN_HERE)


def frame(rows=300):
    matrix, _ = table()
    found = pd.DataFrame(np.resize(matrix, (rows, 4)), columns=["a", "b", "sector", "d"]).astype(np.float64)
    found["sector"] = np.array(["tech", "gold", "oil"])[found["sector"].astype(int)]
    found.insert(0, "signal_id", [f"S{n}" for n in range(rows)])
    return found


def scores(path):
    readers = {".parquet": pd.read_parquet, ".feather": pd.read_feather, ".arrow": pd.read_feather}
    return readers.get(path.suffix, pd.read_csv)(path)


WRITERS = {
    "a.csv": lambda found, path: found.to_csv(path, index=False),
    "a.csv.gz": lambda found, path: found.to_csv(path, index=False),
    "semicolon.csv": lambda found, path: found.to_csv(path, index=False, sep=";", decimal=","),
    "tabs.tsv": lambda found, path: found.to_csv(path, index=False, sep="\t"),
    "utf16.csv": lambda found, path: found.to_csv(path, index=False, encoding="utf-16"),
    "bom.csv": lambda found, path: found.to_csv(path, index=False, encoding="utf-8-sig"),
    "a.parquet": lambda found, path: found.to_parquet(path),
    "a.feather": lambda found, path: found.to_feather(path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_scores_exactly_as_the_frame_does(model, name, tmp_path):
    found = frame()
    WRITERS[name](found, tmp_path / name)
    record = streaming.score_file(model, tmp_path / name, tmp_path / "out.parquet")
    written = scores(tmp_path / "out.parquet")
    assert (record.rows, record.unscored) == (300, 0)
    np.testing.assert_array_equal(written["final"], model.predict(found))
    for member, values in model.member_scores(found).items():
        np.testing.assert_array_equal(written[member], values)
    assert list(written["status"].unique()) == ["ok"]


@pytest.mark.parametrize("name", ["out.csv", "out.txt", "out.parquet", "out.feather", "out.arrow"])
def test_scores_are_written_in_the_format_of_the_name(model, name, tmp_path):
    frame().to_parquet(tmp_path / "a.parquet")
    streaming.score_file(model, tmp_path / "a.parquet", tmp_path / name)
    written = scores(tmp_path / name)
    assert list(written.columns) == ["final", "xgboost", "lightgbm", "catboost", "status"]
    np.testing.assert_array_equal(written["final"], model.predict(frame()))


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_small_pieces_give_the_same_scores(model, suffix, tmp_path, monkeypatch):
    found = frame(2000)
    found["signal_id"] = [f'line one\nline "two" {n}' for n in range(len(found))]
    path = tmp_path / f"a.{suffix}"
    WRITERS[f"a.{suffix}"](found, path)
    monkeypatch.setattr(chunks, "BLOCK", 3000)
    monkeypatch.setattr(chunks, "ROWS", 77)
    pieces = len(list(chunks.open_source(path).chunks(["a", "b"])))
    assert pieces > 10
    record = streaming.score_file(model, path, tmp_path / "out.parquet", keep=["signal_id"])
    written = scores(tmp_path / "out.parquet")
    assert record.rows == 2000
    np.testing.assert_array_equal(written["final"], model.predict(found))
    assert list(written["signal_id"]) == list(found["signal_id"])


FAULTY = """a,b,sector,d,id
1,1,tech,1,one
2,2,gold
abc,1,oil,1,three

1,inf,tech,1,five
,NA,,n/a,six
1,1,wood,1,seven
1,1,tech,1,eight,9,10
"1,500.5",12%,tech,(3),nine
1e400,1,tech,1,ten
"""


def test_a_row_that_cannot_be_scored_keeps_its_place_and_is_told(model, tmp_path):
    (tmp_path / "a.csv").write_text(FAULTY)
    record = streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv", keep=["id"])
    written = scores(tmp_path / "out.csv")
    assert (record.rows, record.unscored) == (9, 5)
    assert list(written["status"]) == [
        "ok", "the row has 3 fields instead of 5", "a is not a number", "b is not a number", "ok",
        "sector is a new category, taken as missing", "the row has 7 fields instead of 5", "ok", "a is not a number"]
    assert list(written["final"].isna()) == [False, True, True, True, False, False, True, False, True]
    assert list(written["id"].fillna("")) == ["one", "", "three", "five", "six", "seven", "", "nine", "ten"]
    nothing = model.predict({})[0]
    assert written["final"][4] == nothing
    assert written["final"][5] == model.predict({"a": 1, "b": 1, "d": 1})[0]
    assert written["final"][7] == model.predict({"a": 1500.5, "b": 12, "sector": "tech", "d": -3})[0]


def test_missing_features_are_named_and_extra_columns_ignored(model, tmp_path):
    frame().drop(columns=["b", "d"]).to_csv(tmp_path / "a.csv", index=False)
    with pytest.raises(WorkbenchError, match="lacks 2 of the model's 4 features: b, d"):
        streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()
    frame().assign(extra="x", win=1).to_csv(tmp_path / "a.csv", index=False)
    assert streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv").rows == 300


def test_a_feature_that_stands_twice_is_refused(model, tmp_path):
    (tmp_path / "a.csv").write_text("a,b,sector,d,b\n1,2,tech,3,4\n")
    with pytest.raises(WorkbenchError, match="several columns named b"):
        streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv")


def test_text_where_parquet_should_hold_numbers_is_read_and_dates_are_refused(model, tmp_path):
    found = frame().assign(a=lambda each: each["a"].astype(str))
    found.to_parquet(tmp_path / "text.parquet")
    streaming.score_file(model, tmp_path / "text.parquet", tmp_path / "out.parquet")
    np.testing.assert_array_equal(scores(tmp_path / "out.parquet")["final"], model.predict(frame()))
    frame().assign(a=pd.Timestamp("2026-01-01")).to_parquet(tmp_path / "dates.parquet")
    with pytest.raises(WorkbenchError, match="a holds timestamp"):
        streaming.score_file(model, tmp_path / "dates.parquet", tmp_path / "out.parquet")


def test_id_and_time_of_the_training_come_along(with_roles, tmp_path):
    frame().assign(when=pd.Timestamp("2026-01-01")).to_parquet(tmp_path / "a.parquet")
    streaming.score_file(with_roles, tmp_path / "a.parquet", tmp_path / "out.csv")
    assert list(scores(tmp_path / "out.csv").columns) == ["signal_id", "when", "final", "xgboost", "status"]


def test_columns_that_clash_with_ours_get_another_name(model, tmp_path):
    frame().assign(final=7.0).to_csv(tmp_path / "a.csv", index=False)
    streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv", keep=["final"])
    written = scores(tmp_path / "out.csv")
    assert (written["input_final"] == 7).all()
    np.testing.assert_array_equal(written["final"], model.predict(frame()))


def test_no_cell_is_a_formula_and_numbers_stay_numbers(model, tmp_path):
    cells = ["=1+1", "+2", "-1.5", "-x", "@SUM(A1)", "\tx", "ok", "=HYPERLINK(\"http://x\")", " =1", "1e-3"]
    frame(10).assign(signal_id=cells).to_csv(tmp_path / "a.csv", index=False)
    streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv", keep=["signal_id"])
    kept = list(scores(tmp_path / "out.csv")["signal_id"].astype(str))
    assert kept[:5] == ["'=1+1", "+2", "-1.5", "'-x", "'@SUM(A1)"]
    assert kept[5:] == ["'\tx", "ok", "'=HYPERLINK(\"http://x\")", "' =1", "1e-3"]
    streaming.score_file(model, tmp_path / "a.csv", tmp_path / "raw.csv", keep=["signal_id"], raw_text=True)
    assert scores(tmp_path / "raw.csv")["signal_id"][0] == "=1+1"
    streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.parquet", keep=["signal_id"])
    assert scores(tmp_path / "out.parquet")["signal_id"][0] == "=1+1"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20))
def test_no_text_at_all_starts_a_formula(text):
    import pyarrow as pa

    safe = sinks.safe_text(pa.array([text])).to_pylist()[0]
    assert safe in (text, f"'{text}")
    try:
        float(safe)
    except ValueError:
        assert not safe.lstrip(" \n\x0b\x0c").startswith(("=", "+", "-", "@", "\t", "\r", "\0"))


def test_a_cancelled_run_leaves_the_old_file(model, tmp_path, monkeypatch):
    frame(2000).to_csv(tmp_path / "a.csv", index=False)
    monkeypatch.setattr(chunks, "BLOCK", 10_000)
    (tmp_path / "out.csv").write_text("old")
    progress = Progress(lambda point: point.fraction > 0.4 and progress.cancel())
    with pytest.raises(Cancelled):
        streaming.score_file(model, tmp_path / "a.csv", tmp_path / "out.csv", progress=progress)
    assert (tmp_path / "out.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "out.csv"]


def test_the_source_is_never_replaced_by_its_scores(model, tmp_path):
    frame().to_csv(tmp_path / "a.csv", index=False)
    with pytest.raises(WorkbenchError, match="replace the file"):
        streaming.score_file(model, tmp_path / "a.csv", tmp_path / "a.csv")
    with pytest.raises(WorkbenchError, match="could not be written"):
        streaming.score_file(model, tmp_path / "a.csv", tmp_path / "a.csv" / "out.csv")


@pytest.mark.parametrize(("name", "data", "words"), [
    ("a.csv", b"", "empty"), ("a.csv", b"PK\3\4xxxxxxxx", "archive"), ("a.csv", b"a,b\n1,\0\n", "zero byte|damaged"),
    ("a.parquet", b"PAR1" + b"x" * 100 + b"PAR1", "damaged"), ("a.feather", b"ARROW1" + b"x" * 100, "damaged"),
    ("a.csv", b'a,b,sector,d\n1,2,"tech,3\n' + b"1,2,tech,3\n" * 200, "quote"),
])
def test_what_is_no_table_is_told(model, name, data, words, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WorkbenchError, match=words):
        streaming.score_file(model, tmp_path / name, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.feather"])
def test_a_table_without_rows_gives_a_header(model, name, tmp_path):
    WRITERS[name](frame(1).head(0), tmp_path / name)
    assert streaming.score_file(model, tmp_path / name, tmp_path / "out.csv").rows == 0
    assert list(scores(tmp_path / "out.csv").columns) == ["final", "xgboost", "lightgbm", "catboost", "status"]


MEASURED = """
import resource, sys
from pathlib import Path
from engine.bundle import chunks, loading, streaming
chunks.BLOCK = 1 << 20
model = loading.load_model(sys.argv[1])
streaming.score_file(model, sys.argv[2], sys.argv[2] + ".out")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
streaming.score_file(model, sys.argv[3], sys.argv[3] + ".out")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="measures as Linux does")
def test_a_file_ten_times_as_long_takes_no_more_memory(tmp_path):
    (tmp_path / "m").write_bytes(model_file("catboost"))
    text = frame(10_000).to_csv(index=False)
    head, body = text.split("\n", 1)
    (tmp_path / "short.csv").write_text(text)
    with gzip.open(tmp_path / "long.csv", "wt", compresslevel=1) as file:
        file.write(head + "\n")
        for _ in range(10):
            file.write(body)
    done = subprocess.run([sys.executable, "-c", MEASURED, *(str(tmp_path / name) for name in (
        "m", "short.csv", "long.csv"))], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 40_000  # KiB
