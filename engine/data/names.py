"""What column names mean: the spellings of each role, and the names of what is known only afterwards."""

from __future__ import annotations

import re

LABEL = (
    "win", "is_win", "won", "winner", "is_winner", "label", "target", "y", "outcome", "trade_outcome", "signal_outcome",
    "result", "trade_result", "success", "successful", "hit", "hit_target", "target_hit", "hit_tp", "tp_hit",
    "profitable", "is_profitable", "class", "response", "y_true", "ground_truth", "positive", "win_loss", "winloss",
)
TIME = (
    "signal_time", "signal_timestamp", "signal_ts", "signal_date", "signal_datetime", "signal_at", "fired_at",
    "triggered_at", "generated_at", "timestamp", "timestamp_utc", "time", "time_utc", "datetime", "date_time", "ts",
    "event_time", "event_timestamp", "event_ts", "bar_time", "t0", "date", "entry_time", "entry_timestamp", "entry_ts",
    "entry_date", "open_time", "opened_at", "created_at", "created", "start_time", "index",
)
LABEL_TIME = (
    "label_time", "label_timestamp", "label_ts", "label_at", "labelled_at", "labeled_at", "label_date", "exit_time",
    "exit_timestamp", "exit_ts", "exit_date", "exit_datetime", "closed_at", "close_time", "close_timestamp",
    "close_date", "resolved", "resolved_at", "resolved_time", "resolve_time", "resolution_time", "outcome_time",
    "outcome_timestamp", "outcome_ts", "outcome_at", "known_at", "settled_at", "t1", "end_time", "end_ts",
    "finished_at",
)
WEIGHT = (
    "realized_rr", "realised_rr", "realized_r", "realised_r", "r_multiple", "rmultiple", "r_mult",
    "realized_r_multiple", "realised_r_multiple", "actual_rr", "actual_r",
    "achieved_rr", "achieved_r", "result_r", "outcome_r", "pnl_r",
    "profit_r", "return_r", "net_r", "trade_r", "rr", "r", "risk_reward", "reward_risk", "rr_realized", "rr_realised",
)
SURE_WEIGHT = WEIGHT[:WEIGHT.index("rr")]  # the others may be a planned ratio as well: only their values tell
ID = ("id", "signal_id", "trade_id", "uid", "uuid", "guid", "order_id", "ticket", "position_id", "event_id",
      "trade_no", "trade_number", "signal_no", "row_id", "key")
ROW_COUNTER = ("index", "idx", "row", "row_id", "row_number", "rownum", "no", "nr", "n", "seq", "sequence", "unnamed",
               "unnamed_0", "level_0")
SPLIT = ("split", "fold", "set", "subset", "partition", "is_train", "is_test", "train_test", "dataset", "sample_set")
SAMPLE_WEIGHT = ("weight", "weights", "sample_weight", "sample_weights", "w")

_NOT_LABEL_TIME = frozenset({"next", "expiry", "expiration", "maturity", "listing", "ipo", "birth", "updated",
                             "modified", "report", "earnings"})
LABEL_WORDS = frozenset({"win", "won", "winner", "label", "outcome", "result", "success", "profitable"})
END_WORDS = frozenset({"exit", "exited", "close", "closed", "label", "labelled", "labeled", "outcome", "resolved",
                       "resolve", "end", "ended", "settle", "settled", "finish", "finished", "known"})
CLOCK_WORDS = frozenset({"time", "timestamp", "date", "datetime", "ts", "at", "utc", "when"})
PAST_WORDS = frozenset({"prev", "previous", "last", "lag", "lagged", "rolling", "roll", "recent", "past", "hist",
                        "historical", "trailing", "avg", "average", "mean", "median", "expected", "est", "estimated",
                        "planned", "plan", "streak", "ema", "sma", "std", "rate", "share", "prior", "since"})

_OUTCOME = re.compile(
    r"""^(?:
      (?:entry|exit|stop|target|tp\d*|sl|fill|filled|take_profit|stop_loss|closing)_(?:price|px|level|fill)
    | (?:stop_loss|take_profit|sl|tp\d*|entry|exit|target)
    | (?:exit|close|closing|closed)_(?:reason|type|kind|code|by|bar|bars|time|date|ts|timestamp|datetime|at|index|idx
        |slippage|side|signal|rule|status)
    | (?:\w+_)?(?:bars|days|hours|minutes|seconds|candles)_(?:held|in_trade|in_position|to_exit|to_close|open_for)
    | (?:hold|holding)_(?:time|period|bars|days|hours|minutes|seconds)(?:_\w+)?
    | (?:trade|position)_(?:duration|length)(?:_\w+)?  | duration(?:_\w+)?  | time_in_(?:trade|position)(?:_\w+)?
    | ambiguous | is_ambiguous
    | (?:\w+_)?pnl(?:_\w+)? | p_and_l | p_l | pl
    | (?:net|gross|total|trade|realized|realised|final)_(?:pl|profit|loss|return|r|rr)
    | profit(?:_loss|_pct|_percent|_usd|_eur|_r|_points|_pips|_ticks|_amount|_net|_gross)? | profits | loss | net_profit
    | (?:\w+_)?(?:mfe|mae)(?:_\w+)?
    | max_(?:favou?rable|adverse)_(?:excursion|move)(?:_\w+)? | run_?up | drawdown_in_trade
    | (?:realized|realised)_(?!vol|var|std|range|kernel|skew|kurt|beta|corr|cov|quarticity)\w+
    | (?:future|forward|fwd|fut)_(?:ret|return|returns|move|price|close|high|low|pnl|max|min|label|r|rr|vol|\d+)
        (?:_\w+)?
    | next_(?:ret|return|close|price|high|low|open|move|bar)(?:_\w+)?
    | (?:\w+_)?(?:ret|return|returns)_(?:fwd|forward|future|next)(?:_\w+)?
    | (?:outcome|result|label|resolved|settled)(?:_\w+)? | barrier_hit | first_touch | y
    | (?:hit|reached|touched)_(?:tp\d*|sl|stop|target|barrier)\w*
    | (?:tp\d*|sl|stop|target|barrier)_(?:hit|reached|touched)
    | was_\w*(?:stopped|hit|filled|win)\w* | stopped_out | timed_out | trade_(?:return|result|outcome|status)
    | (?:return|ret)_(?:to_exit|realized|realised|at_exit|trade) | (?:fill|filled|exit)_(?:qty|quantity|time|at)
    | commission(?:s|_\w+)? | fees? | slippage(?:_\w+)?
    )$""",
    re.VERBOSE,
)


def plain(name: object) -> str:
    """A name in lower case with single underscores: `Signal Time`, `signalTime` and `SIGNAL-TIME` are one."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", str(name).strip())
    word = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    return re.sub(r"\bpn_l(?![a-z])", "pnl", word) if "pn_l" in word else ("rr" if word == "r_r" else word)


def tokens(name: object) -> frozenset[str]:
    """The words of a name."""
    return frozenset(plain(name).split("_"))


def known_afterwards(name: object) -> bool:
    """Whether the name says that the value is known only when the trade is over (or is a raw price of it).

    Names of what earlier trades did, such as `prev_pnl` or `avg_bars_held`, do not count.
    """
    return _OUTCOME.match(plain(name)) is not None and not tokens(name) & PAST_WORDS


def rank(name: object, spellings: tuple[str, ...]) -> int:
    """Place among the spellings, the usual first; a name that only ends in one comes after them all; -1 if none."""
    word = plain(name)
    if word in spellings:
        return spellings.index(word)
    if tokens(name) & PAST_WORDS:
        return -1
    for place, spelling in enumerate(spellings):
        if len(spelling) > 1 and word.endswith("_" + spelling):
            return len(spellings) + place
    return -1


def may_be_a_label(name: object) -> bool:
    """Whether a word of the name is a label's, and none tells of the past."""
    words = tokens(name)
    return bool(words & LABEL_WORDS) and not words & PAST_WORDS


def ends_a_trade(name: object) -> bool:
    """Whether the name may be the time at which an outcome was known."""
    words = tokens(name)
    return bool(words & END_WORDS) and not words & (_NOT_LABEL_TIME | PAST_WORDS)


def plans_ahead(name: object) -> bool:
    """Whether the name is a date of something else, such as the next earnings."""
    return bool(tokens(name) & _NOT_LABEL_TIME)


def may_have_a_role(name: object) -> bool:
    """Whether the name may be a label, a time, a weight or an outcome: such a column keeps its full precision."""
    spellings = (LABEL, TIME, LABEL_TIME, WEIGHT, ID)
    return known_afterwards(name) or any(rank(name, group) >= 0 for group in spellings)
