"""The words that stand for a missing value, and numbers written for people."""

from __future__ import annotations

import re

MISSING_WORDS = frozenset({
    "", "NA", "N/A", "n/a", "na", "#N/A", "#NA", "#N/A N/A", "NaN", "nan", "NAN", "-nan", "-NaN", "null", "NULL",
    "Null", "None", "none", "nil", "NIL", "<NA>", "-", "--", "?", ".", "NaT", "missing", "#NULL!", "#DIV/0!", "#VALUE!",
    "#REF!", "#NUM!", "#NAME?", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "\\N",
})
TOTAL_WORDS = frozenset({"total", "totals", "sum", "grand total", "subtotal", "average", "avg", "mean", "summe",
                         "gesamt"})
_GROUPED = {
    ".": re.compile(r"[-+]?\d{1,3}(?:[,'\u2019\u00a0\u202f ]\d{3})+(?:\.\d*)?"),
    ",": re.compile(r"[-+]?\d{1,3}(?:[.'\u2019\u00a0\u202f ]\d{3})+(?:,\d*)?"),
}
_PLAIN = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_BEFORE = re.compile(r"^(?:US\$|[$€£¥₿]|USD|EUR|GBP|R)\s*")
_BEHIND = re.compile(r"\s*(?:[$€£¥₿%]|USD|EUR|GBP|bps|R)$")
_GROUPS = re.compile(r"[.,'\u2019\u00a0\u202f ]")


def is_missing(cell: str) -> bool:
    """Whether a cell stands for no value."""
    return cell.strip() in MISSING_WORDS


def number_of(cell: str, decimal: str) -> float | None:
    """The number that a cell writes for people: grouped thousands, a currency, a percent sign, (1.5) for -1.5.

    A percent sign is taken off (12% is 12). `None` where it is no number.
    """
    text = cell.strip().replace("\u2212", "-")
    if text.startswith("(") and text.endswith(")"):
        inner = number_of(text[1:-1], decimal)
        return None if inner is None else -inner
    sign = "-" if text.startswith("-") else ""
    text = sign + _BEHIND.sub("", _BEFORE.sub("", text.removeprefix("-"), count=1), count=1).strip()
    if _GROUPED[decimal].fullmatch(text):
        whole, mark, part = text.partition(decimal)
        text = _GROUPS.sub("", whole) + (f".{part}" if mark else "")
    elif decimal == ",":
        text = text.replace(",", ".")
    if text.lower() in ("inf", "+inf", "-inf", "infinity", "-infinity"):
        return float(text)
    return float(text) if _PLAIN.fullmatch(text) else None
