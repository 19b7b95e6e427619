"""What a label column means: win or loss in many spellings, and -1 where the outcome is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.table import UNKNOWN_LABEL
from engine.errors import WorkbenchError

if TYPE_CHECKING:
    import pandas as pd

WINS = frozenset({"1", "win", "won", "winner", "w", "true", "t", "yes", "y", "success", "hit", "tp", "target", "profit",
                  "profitable", "good", "pos", "positive", "up", "take_profit"})
LOSSES = frozenset({"0", "-1", "loss", "lost", "lose", "loser", "l", "false", "f", "no", "n", "fail", "failure", "miss",
                    "sl", "stop", "stopped", "bad", "neg", "negative", "down", "unprofitable", "stop_loss"})


def words_of(column: pd.Series, most: int = 50) -> list[str] | None:
    """The distinct known values in lower case (numbers without a needless point), or `None` where there are many."""
    values = column.dropna().unique()
    return None if len(values) > most else sorted({_word(value) for value in values})


def is_binary(column: pd.Series) -> bool:
    """Whether every known value is a win or a loss, at least one being there."""
    words = words_of(column, most=12)
    return bool(words) and not _unfit(words or [])


def encode_label(column: pd.Series, name: str) -> NDArray[np.int8]:
    """1 win, 0 loss, -1 not known; anything else is refused in words."""
    words = words_of(column)
    if words is None or _unfit(words):
        shown = "many different values" if words is None else ", ".join(words[:8])
        raise WorkbenchError(
            f"The label {name} holds {shown}; it must be win or loss.", where=name, code="label-not-binary",
            remedy="Choose another column of wins and losses, or map it to 1 (win) and 0 (loss).",
        )
    codes, values = column.factorize()
    meaning = np.asarray([1 if _word(value) in WINS else 0 for value in values] + [UNKNOWN_LABEL], dtype=np.int8)
    label: NDArray[np.int8] = meaning[codes]
    return label


def _unfit(words: list[str]) -> list[str]:
    """Words that are neither win nor loss; -1 beside 0 is a third class, not a second loss."""
    unknown = [word for word in words if word not in WINS and word not in LOSSES]
    return unknown or (["-1"] if {"-1", "0"} <= set(words) else [])


def _word(value: object) -> str:
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (int, float, np.integer, np.floating)) and float(value).is_integer():
        return str(int(value))
    return str(value).strip().lower()
