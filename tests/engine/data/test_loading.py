"""A table is the file's rows in order of time, encoded as its schema says, every time the same."""

from __future__ import annotations

import gzip
import threading

import numpy as np
import pandas as pd
import pytest

from engine.data.inspecting import inspect_file, open_file
from engine.data.loading import load_for_schema, load_table, table_from_frame
from engine.data.roles import guess_roles
from engine.errors import Cancelled, WorkbenchError
from engine.progress import Progress
from engine.records import Level, Roles


def signals(n=200, seed=0):
    rng = np.random.default_rng(seed)
    time = pd.date_range("2024-01-01", periods=n, freq="h", tz="UTC")
    win = rng.integers(0, 2, n).astype(float)
    return pd.DataFrame({
        "signal_id": [f"s-{i}" for i in range(n)], "signal_time": time, "symbol": rng.choice(["AAA", "BBB", "CCC"], n),
        "x": rng.normal(size=n), "side": rng.choice([-1, 1], n), "win": win,
        "realized_rr": np.where(win == 1, 1.5, -1) + rng.normal(0, 0.1, n), "label_time": time + pd.Timedelta(hours=5),
    })


@pytest.fixture
def saved(tmp_path):
    def save(frame, name="signals.csv", **options):
        path = tmp_path / name
        frame.to_parquet(path) if name.endswith("parquet") else frame.to_csv(path, index=False, **options)
        return path

    return save


def codes(table):
    return {finding.code for finding in table.findings}


def test_every_format_gives_the_same_table(saved, tmp_path, sample_file):
    frame = pd.read_csv(sample_file, dtype={"exit_reason": "string"})
    paths = [sample_file, saved(frame, "same.parquet"), saved(frame, "semi.csv", sep=";", decimal=",")]
    frame.to_feather(tmp_path / "same.feather")
    (tmp_path / "packed.csv").write_bytes(gzip.compress(sample_file.read_bytes()))
    prints = {load_table(path).fingerprint for path in [*paths, tmp_path / "same.feather", tmp_path / "packed.csv"]}
    assert len(prints) == 1


def test_rows_are_sorted_by_time_and_remember_their_place(saved):
    frame = signals().sample(frac=1, random_state=1).reset_index(drop=True)
    table = load_table(saved(frame))
    assert (np.diff(table.time) >= 0).all()
    assert table.ids.tolist() == frame["signal_id"].to_numpy()[table.row].tolist()
    assert "sorted" in codes(table)
    assert table.fingerprint == load_table(saved(signals(), "sorted.csv")).fingerprint


def test_rows_in_are_rows_used_and_rows_named(saved):
    path = saved(signals(50))
    lines = path.read_text().splitlines()
    lines[10] = "broken,row"
    lines[20] = lines[20].replace("2024-01", "soon-01")
    path.write_text("\n".join([*lines, "Total" + "," * 7]) + "\n")
    table = load_table(path)
    assert (len(table), table.named_rows) == (48, 3)
    assert not {9, 19, 50} & set(table.row.tolist())


def test_an_open_signal_is_kept_without_a_label_time(saved):
    frame = signals()
    frame.loc[190:, ["win", "realized_rr", "label_time"]] = np.nan
    table = load_table(saved(frame))
    assert (table.label[190:] == -1).all()
    assert (table.label_time[190:] == -1).all()
    assert len(table.labelled()) == 190
    assert "open-labels" in codes(table)


def test_outcomes_that_are_missing_among_later_ones_were_lost_and_are_named(saved):
    frame = signals()
    frame.loc[[7, 11], "win"] = np.nan
    (finding,) = [each for each in load_table(saved(frame)).findings if each.code == "lost-labels"]
    assert finding.level is Level.WARNING
    assert "2 signals" in finding.message
    assert "lines 9, 13" in finding.message
    assert finding.remedy


def test_young_signals_that_are_open_among_closed_ones_are_ordinary(saved):
    frame = signals()
    frame.loc[150:198:3, ["win", "realized_rr", "label_time"]] = np.nan
    assert codes(load_table(saved(frame))) >= {"open-labels"}
    assert "lost-labels" not in codes(load_table(saved(frame)))


def test_numbers_that_differ_too_finely_for_a_model_are_not_called_the_same(saved):
    frame = signals()
    frame["order_id"] = 2**62 + np.arange(len(frame)) % 7
    frame["one"] = 1
    found = {each.column: each.code for each in load_table(saved(frame)).findings}
    assert found["order_id"] == "too-fine"
    assert found["one"] == "constant-feature"


def test_a_signal_time_in_two_writings_is_said_not_silently_left_out(saved):
    frame = signals()
    writings = ("%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M", "%m/%d/%Y %I:%M %p")
    frame["signal_time"] = [moment.strftime(writings[row % 3]) for row, moment in enumerate(frame["signal_time"])]
    table = load_table(saved(frame))
    (finding,) = [each for each in table.findings if each.column == "signal_time"]
    assert (finding.level, finding.code) == (Level.WARNING, "mixed-times")
    assert "'2024-01-01 00:00:00'" in finding.message
    assert table.time is None


def test_a_known_outcome_without_a_time_is_purged_like_the_slowest(saved):
    frame = signals()
    frame.loc[7, "label_time"] = pd.NaT
    frame.loc[9, "label_time"] += pd.Timedelta(hours=30)
    table = load_table(saved(frame))
    assert table.label_time[7] - table.time[7] == 35 * 3600 * 10**9
    assert "label-time-missing" in codes(table)


def test_an_outcome_before_its_signal_counts_as_known_at_once(saved):
    frame = signals()
    frame.loc[3, "label_time"] -= pd.Timedelta(hours=9)
    table = load_table(saved(frame))
    assert table.label_time[3] == table.time[3]
    assert "label-before-signal" in codes(table)
    frame["label_time"] -= pd.Timedelta(hours=9)
    with pytest.raises(WorkbenchError) as refusal:
        load_table(saved(frame), Roles(label_time="label_time"))
    assert refusal.value.code == "label-before-signal"


def test_categories_are_codes_and_numbers_stay_numbers(saved):
    table = load_table(saved(signals()))
    symbol = table.schema.features[0]
    assert set(symbol.categories) == {"AAA", "BBB", "CCC"}
    assert [symbol.categories[int(code)] for code in table.matrix[:, 0]] == signals()["symbol"].tolist()
    assert set(np.unique(table.matrix[:, 2])) == {-1.0, 1.0}
    assert table.schema.features[1].low == pytest.approx(signals()["x"].min(), rel=1e-6)


def test_a_models_schema_encodes_another_file_its_own_way(saved):
    trained = load_table(saved(signals()))
    other = signals(40, seed=9)[["x", "symbol", "signal_time", "side"]]
    other["symbol"] = ["CCC", "DDD"] * 20
    other["x"] += 50.0
    table = load_for_schema(saved(other, "new.csv"), trained.schema)
    code = trained.schema.features[0].categories.index("CCC")
    assert table.matrix[0, 0] == code
    assert np.isnan(table.matrix[1, 0])
    assert (table.label == -1).all()
    assert {"unknown-category", "outside-training-range"} <= codes(table)
    assert table.schema == trained.schema


def test_a_file_that_lacks_a_feature_of_the_model_is_refused(saved):
    schema = load_table(saved(signals())).schema
    with pytest.raises(WorkbenchError, match="lacks 1 of the model's features: side") as refusal:
        load_for_schema(saved(signals().drop(columns="side"), "less.csv"), schema)
    assert refusal.value.code == "missing-features"


def test_text_where_the_model_wants_numbers_is_refused(saved):
    schema = load_table(saved(signals())).schema
    frame = signals()
    frame["x"] = ["low", "high"] * 100
    with pytest.raises(WorkbenchError) as refusal:
        load_for_schema(saved(frame, "text.csv"), schema)
    assert refusal.value.code == "not-numeric"


def test_infinite_values_are_missing_and_named():
    frame = signals()
    frame.loc[[3, 5], "x"] = [np.inf, 1e300]
    table = table_from_frame(frame, guess_roles(frame))
    assert np.isnan(table.matrix[[3, 5], 1]).all()
    (finding,) = [f for f in table.findings if f.code == "infinite-values"]
    assert "rows 3, 5" in finding.message


def test_cancel_is_heard_while_reading(saved):
    path = saved(signals(2000))
    progress = Progress(lambda point: progress.cancel())
    with pytest.raises(Cancelled):
        load_table(path, progress=progress)


def test_progress_never_goes_back_and_reaches_the_end(saved):
    seen = []
    load_table(saved(signals()), progress=Progress(lambda point: seen.append(point.fraction)))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_a_file_can_be_read_in_a_worker_thread(saved):
    path, found = saved(signals()), []
    thread = threading.Thread(target=lambda: found.append(load_table(path)))
    thread.start()
    thread.join(timeout=30)
    assert found[0].fingerprint == load_table(path).fingerprint


def test_a_quick_look_reads_the_first_rows(sample_file):
    profile = inspect_file(sample_file, limit=500)
    assert profile.rows == 500
    assert profile.roles.label == "win"
    assert len(profile.features) == 43


def test_opening_shows_what_cannot_be_trained_on(saved):
    frame = signals()
    frame["win"] = 1
    opened = open_file(saved(frame))
    assert opened.table is None
    assert [f.code for f in opened.profile.findings if f.level is Level.ERROR] == ["one-class"]
    assert opened.profile.features == ("symbol", "x", "side")


def test_the_profile_counts_what_is_there(sample_file):
    profile = inspect_file(sample_file)
    assert (profile.rows, profile.columns, profile.named_rows, profile.labelled_rows) == (3645, 54, 0, 3644)
    assert profile.positive_rate == pytest.approx(0.38693743)
    assert (profile.first_time, profile.last_time) == ("2017-07-02T06:00:00Z", "2019-10-16T21:00:00Z")
    assert profile.categorical == ("symbol", "setup")
    assert profile.understood == "CSV, UTF-8, separated by comma"


def test_a_fingerprint_follows_the_content_alone(saved):
    base = load_table(saved(signals())).fingerprint
    changed = signals()
    changed.loc[17, "x"] += 1e-3
    renamed = signals().rename(columns={"x": "z"})
    relabelled = signals()
    relabelled.loc[17, "win"] = 1 - relabelled.loc[17, "win"]
    others = {load_table(saved(frame, f"{i}.csv")).fingerprint for i, frame in enumerate((changed, renamed,
    relabelled))}
    assert base not in others
    assert len(others) == 3
    assert load_table(saved(signals(), "again.csv")).fingerprint == base


def test_repeated_signals_are_said():
    frame = pd.concat([signals(), signals().iloc[:3]], ignore_index=True)
    table = table_from_frame(frame, guess_roles(frame))
    assert {"duplicate-rows", "duplicate-ids"} <= codes(table)


def test_a_ratio_that_contradicts_the_label_is_said():
    frame = signals()
    frame["realized_rr"] *= -1
    assert "ratio-against-label" in codes(table_from_frame(frame, guess_roles(frame)))
    frame["realized_rr"] = np.nan
    frame.loc[0, "realized_rr"] = -1.0
    assert "ratio-missing" in codes(table_from_frame(frame, guess_roles(frame)))
