"""Roles are guessed right on the shared sets and on headers that nobody has shown before."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from engine.data.loading import load_table
from engine.data.names import known_afterwards, plain
from engine.data.roles import feature_names, guess_roles
from engine.errors import WorkbenchError
from engine.records import Roles

N = 120


def signals(**columns):
    """A frame of signals; the columns given replace or add to the usual ones (None takes one out)."""
    rng = np.random.default_rng(0)
    time = pd.date_range("2024-01-01", periods=N, freq="h", tz="UTC")
    win = rng.integers(0, 2, N)
    usual = {
        "signal_time": time, "symbol": rng.choice(["AAA", "BBB"], N), "rsi_14": rng.normal(size=N),
        "weekday": np.arange(N) % 5, "win": win, "realized_rr": np.where(win, 1.5, -1.0) + rng.normal(0, 0.1, N),
        "label_time": time + pd.Timedelta(hours=5),
    }
    return pd.DataFrame({name: values for name, values in {**usual, **columns}.items() if values is not None})


def times(hours=0):
    return pd.date_range("2024-01-01", periods=N, freq="h", tz="UTC") + pd.Timedelta(hours=hours)


@pytest.mark.shared
def test_every_shared_set_is_understood(shared_data):
    for schema in sorted(shared_data.glob("*/*.schema.json")):
        want = json.loads(schema.read_text())
        name = schema.name.removesuffix(".schema.json")
        for file in sorted(f for f in schema.parent.glob(f"{name}.*") if f != schema):
            table = load_table(file)
            roles = table.roles
            assert (roles.label, roles.time, roles.label_time, roles.weight) == (
                want["label"], want.get("time"), want.get("label_time"), want.get("weight")), file
            assert roles.id == (want.get("id") or [None])[0]
            assert list(table.schema.names) == want["features"], file
            assert [table.schema.names[i] for i in table.schema.categorical] == want.get("categorical", [])
            assert len(table) == want["rows"]
            assert int((table.label == -1).sum()) == want["unlabelled"]


def test_the_sample_is_understood(sample_file):
    table = load_table(sample_file)
    roles = table.roles
    assert (roles.label, roles.time, roles.label_time, roles.weight, roles.id) == (
        "win", "signal_time", "label_time", "realized_rr", "signal_id")
    assert len(table.schema) == 43
    assert {"entry_price", "stop_price", "target_price", "exit_reason", "bars_held", "ambiguous"} == set(roles.outcomes)
    assert set(roles.guessed) == {"label", "time", "label_time", "weight", "id"}


@pytest.mark.parametrize("label", ["win", "Win?", "is_win", "label", "target", "y", "outcome", "Result", "success",
                                   "hit_tp", "Trade Outcome", "isWinner", "class", "win_flag", "label_24h",
                                   "profitable"])
def test_labels_of_many_spellings(label):
    frame = signals(**{"win": None, label: signals()["win"]})
    assert guess_roles(frame).label == label


@pytest.mark.parametrize(("time", "late"), [
    ("signal_time", "label_time"), ("timestamp", "exit_time"), ("Time", "Closed At"), ("ts", "resolved_at"),
    ("date", "exit_date"), ("datetime", "outcome_time"), ("openTime", "closeTime"), ("entry_time", "exit_timestamp"),
    ("created_at", "settled_at"), ("bar_time", "t1"), ("Open Date/Time", "Close Date/Time"), ("t0", "end_time"),
    ("signal_ts", "label_known_at"), ("fired_at", "resolved"),
])
def test_times_of_many_spellings(time, late):
    frame = signals(**{"signal_time": None, "label_time": None, late: times(4), time: times()})
    roles = guess_roles(frame)
    assert (roles.time, roles.label_time) == (time, late)
    assert feature_names(frame, roles) == ("symbol", "rsi_14", "weekday")


@pytest.mark.parametrize("weight", ["realized_rr", "realised_r", "R multiple", "rr", "R", "pnl_r", "result_R",
                                    "RMultiple", "trade_rr", "net_r"])
def test_realised_ratios_of_many_spellings(weight):
    frame = signals(**{"realized_rr": None, weight: signals()["realized_rr"]})
    assert guess_roles(frame).weight == weight


def test_a_planned_ratio_is_a_feature_and_no_weight():
    frame = signals(realized_rr=None, rr=np.random.default_rng(1).uniform(1, 3, N))
    roles = guess_roles(frame)
    assert roles.weight is None
    assert "rr" in feature_names(frame, roles)


@pytest.mark.parametrize(("name", "values"), [
    ("signal_id", [f"s-{i}" for i in range(N)]), ("ID", list(range(N))), ("trade id", [f"{i:04d}x" for i in range(N)]),
    ("uuid", [f"{i:032x}" for i in range(N)]), ("Ticket", [1_000_000 + 3 * i for i in range(N)]),
])
def test_ids_of_many_spellings(name, values):
    frame = signals(**{name: values})
    roles = guess_roles(frame)
    assert roles.id == name
    assert name not in feature_names(frame, roles)


@pytest.mark.parametrize("name", [
    "entry_price", "ExitPrice", "stop price", "target_price", "take_profit", "stop_loss", "exit_reason", "bars_held",
    "holding_period", "trade_duration", "ambiguous", "pnl", "PnL %", "profit", "profit_usd", "net_profit", "mfe",
    "mae_atr", "max_favorable_excursion", "run_up", "future_ret_5", "fwd_ret", "next_return", "ret_fwd_10",
    "outcome_code",
    "tp_hit", "hit_stop", "realized_pnl", "exit_bar", "commission", "slippage", "time_in_trade", "close_reason",
    "return_to_exit",
])
def test_what_is_known_only_afterwards_is_never_a_feature(name):
    frame = signals(**{name: np.random.default_rng(2).normal(size=N)})
    assert known_afterwards(name)
    assert name not in feature_names(frame, guess_roles(frame))


@pytest.mark.parametrize("name", [
    "stop_atr", "target_ratio", "setup_win_share_20", "open_signals", "hours_since_signal", "prev_pnl", "avg_profit_50",
    "last_exit_reason_code", "rolling_mfe_20", "win_rate_10", "profit_factor", "realized_vol_24", "close", "open",
    "volume",
    "hit_rate_30", "exit_speed", "forward_pe", "touched_upper_band", "planned_rr", "expected_return", "entry_hour",
    "resolution", "position_size", "range_pos", "target_distance", "close_time_of_day",
])
def test_what_is_known_at_the_signal_stays_a_feature(name):
    frame = signals(**{name: np.random.default_rng(2).normal(size=N)})
    assert name in feature_names(frame, guess_roles(frame))


def test_a_table_without_times_keeps_columns_with_such_names():
    rng = np.random.default_rng(3)
    frame = pd.DataFrame({"duration": rng.integers(1, 900, N), "loan": rng.normal(size=N), "y": rng.integers(0, 2, N)})
    assert feature_names(frame, guess_roles(frame)) == ("duration", "loan")


def test_a_second_label_is_an_outcome():
    frame = signals(outcome=np.where(signals()["win"] == 1, "win", "loss"))
    roles = guess_roles(frame)
    assert roles.label == "win"
    assert "outcome" in roles.outcomes


def test_a_price_called_target_does_not_displace_the_label():
    frame = signals(target=np.linspace(100, 200, N))
    roles = guess_roles(frame)
    assert roles.label == "win"
    assert "target" in roles.outcomes


def test_text_that_names_rows_is_no_feature_and_a_small_number_is_no_category():
    frame = signals(comment=[f"note {i}" for i in range(N)])
    roles = guess_roles(frame)
    assert "comment" in roles.dropped
    assert "weekday" in feature_names(frame, roles)


def test_times_are_never_features_and_dates_of_other_things_never_the_signal_time():
    frame = signals(signal_time=None, label_time=None, next_earnings_date=times(900), timestamp=times())
    roles = guess_roles(frame)
    assert roles.time == "timestamp"
    assert "next_earnings_date" in roles.dropped


def test_a_time_without_a_telling_name_is_found_by_its_content():
    frame = signals(signal_time=None, label_time=None, column_1=times().astype(str))
    assert guess_roles(frame).time == "column_1"


def test_a_column_before_the_signal_is_no_label_time():
    frame = signals(label_time=None, close_time=times(-1))
    assert guess_roles(frame).label_time is None


def test_an_epoch_is_a_time_and_a_count_is_not():
    epoch = np.arange(N) * 60 + 1_704_067_200
    frame = signals(signal_time=None, label_time=None, time=np.arange(N), ts=epoch)
    assert guess_roles(frame).time == "ts"


def test_somebody_elses_split_is_dropped():
    frame = signals(split=["train", "test"] * (N // 2))
    assert "split" in guess_roles(frame).dropped


def test_what_is_given_wins_and_is_found_in_any_spelling():
    frame = signals(other=1 - signals()["win"])
    roles = guess_roles(frame, Roles(label="OTHER", dropped=("rsi 14",)))
    assert roles.label == "other"
    assert "label" not in roles.guessed
    assert "rsi_14" not in feature_names(frame, roles)
    assert "win" not in feature_names(frame, roles)


def test_a_given_column_that_is_not_there_is_refused_with_the_names():
    with pytest.raises(WorkbenchError, match=r"no column nothing.*symbol"):
        guess_roles(signals(), Roles(label="nothing"))


def test_one_column_cannot_have_two_roles():
    with pytest.raises(WorkbenchError, match="two roles"):
        guess_roles(signals(), Roles(label="win", weight="win"))


def test_a_plain_name_is_one_for_all_spellings():
    assert len({plain(name) for name in ("Signal Time", "signalTime", "SIGNAL-TIME", " signal_time ",
    "<Signal Time>")}) == 1
