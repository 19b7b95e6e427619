"""Numbers, times and sizes as the user reads them."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from PySide6.QtCore import QLocale

from engine.records import Interval
from gui.translation import later, localized, plural, tr, written

_MINUTE, _HOUR = 60, 3600
_COARSE = 90  # seconds from which nobody counts them
NAMES = {"xgboost": "XGBoost", "lightgbm": "LightGBM", "catboost": "CatBoost", "ensemble": later("Ensemble"),
         "online": later("Online")}
_BESIDE = {"Comparisons": later("Comparisons")}  # kept with the settings of an ensemble
_NOUNS = {
    "row": (later("{n:,} row"), later("{n:,} rows")), "run": (later("{n:,} run"), later("{n:,} runs")),
    "Run": (later("{n:,} Run"), later("{n:,} Runs")), "model": (later("{n:,} model"), later("{n:,} models")),
    "signal": (later("{n:,} signal"), later("{n:,} signals")), "tree": (later("{n:,} tree"), later("{n:,} trees")),
    "feature": (later("{n:,} feature"), later("{n:,} features")),
    "finding": (later("{n:,} finding"), later("{n:,} findings")),
    "setting": (later("{n:,} setting"), later("{n:,} settings")),
    "alarm": (later("{n:,} alarm"), later("{n:,} alarms")),
    "more note": (later("{n:,} more note"), later("{n:,} more notes")),
    "more field": (later("{n:,} more field"), later("{n:,} more fields")),
    "suitable model": (later("{n:,} suitable model"), later("{n:,} suitable models")),
    "column": (later("{n:,} column"), later("{n:,} columns")),
}


def model_name(kind: str) -> str:
    """The name of a kind of model as its makers write it."""
    return tr(NAMES.get(kind, kind.capitalize()))


def seconds_left(seconds: float | None) -> str:
    """About how long something still takes; empty while nobody knows."""
    if seconds is None or not math.isfinite(seconds):
        return ""
    if seconds >= _COARSE:
        minutes = round(seconds / _MINUTE)
        if minutes < _MINUTE:
            return tr("about {minutes} min left", minutes=minutes)
        return tr("about {time} left", time=duration(seconds))
    return tr("about {seconds} s left", seconds=max(round(seconds), 1))


def duration(seconds: float) -> str:
    """A length of time in at most two units."""
    if seconds < 10:
        return localized(f"{seconds:.1f} s") if seconds < 9.95 else "10 s"
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return tr("{minutes} min {seconds:02d} s", minutes=whole // _MINUTE, seconds=whole % _MINUTE)
    return tr("{hours} h {minutes:02d} min", hours=whole // _HOUR, minutes=whole % _HOUR // _MINUTE)


def count(number: int) -> str:
    """A whole number with its thousands apart."""
    return localized(f"{number:,}")


def counted(number: int, noun: str) -> str:
    """A number with its noun, one of `_NOUNS`: 1 row, 2 rows."""
    one, many = _NOUNS[noun]
    return plural(number, one, many)


def capitalised(sentence: str) -> str:
    """With a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def share(value: float | None, digits: int = 1) -> str:
    """A share of one as a percentage; a dash where it is not known."""
    return "–" if value is None or not math.isfinite(value) else localized(f"{100 * value:.{digits}f} %")


def score(value: float | None, digits: int = 3) -> str:
    """A score; a dash where it is not known."""
    return "–" if value is None or not math.isfinite(value) else localized(f"{value:.{digits}f}").replace("-", "−")


def signed(value: float | None, digits: int = 3) -> str:
    """A difference with its sign, none where it rounds to nothing; a dash where it is not known."""
    if value is None or not math.isfinite(value):
        return "–"
    text = f"{value:+.{digits}f}"
    return localized(text if float(text) else text[1:]).replace("-", "−")


def interval(value: Interval | None, digits: int = 3) -> str:
    """A score with its 95 % interval."""
    if value is None:
        return "–"
    if not (math.isfinite(value.low) and math.isfinite(value.high)):
        return score(value.value, digits)
    return tr("{value} ({low} to {high})", value=score(value.value, digits), low=score(value.low, digits),
              high=score(value.high, digits))


def plus_minus(value: Interval | None, digits: int = 3) -> str:
    """A score with half the width of its 95 % interval."""
    if value is None or not (math.isfinite(value.low) and math.isfinite(value.high)):
        return score(value.value if value is not None else None, digits)
    return f"{score(value.value, digits)} ± {score((value.high - value.low) / 2, digits)}"


def local_time(text: str | None, *, seconds: bool = False) -> str:
    """An ISO 8601 UTC time as the local clock shows it."""
    if not text:
        return "–"
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")


def moment(text: str | None, *, now: datetime | None = None) -> str:
    """An ISO 8601 UTC time in few letters: 07:03 today, 23 Nov 07:03 this year, 23 Nov 2025 before."""
    if not text:
        return "–"
    then = datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone()
    now = (now or datetime.now(UTC)).astimezone()
    if then.date() == now.date():
        return f"{then:%H:%M}"
    month = _month(then)
    return f"{then.day} {month} {then:%H:%M}" if then.year == now.year else f"{then.day} {month} {then.year}"


def day(text: str | None) -> str:
    """The day of an ISO 8601 time, as 2 Jul 2017."""
    if not text:
        return "–"
    moment = datetime.fromisoformat(text[:10])
    return f"{moment.day} {_month(moment)} {moment.year}"


def _month(moment: datetime) -> str:
    """The month's short name in the language of the window."""
    return QLocale().standaloneMonthName(moment.month, QLocale.FormatType.ShortFormat)


def size(octets: int) -> str:
    """The size of a file."""
    amount = float(octets)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return tr("{amount:.0f} bytes", amount=amount) if unit == "bytes" else localized(f"{amount:.1f} {unit}")
        amount /= 1000
    return localized(f"{amount:.1f} GB")


def event_time(ns: int | None, *, short: bool = False) -> str:
    """A time in ns UTC as the clock on the wall says it, `short` without its year; empty where it is not known."""
    if ns is None or ns < 0:
        return ""
    then = datetime.fromtimestamp(ns / 1e9, tz=UTC).astimezone()
    return f"{then:%d} {_month(then)} {then:%H:%M}" if short else f"{then:%Y-%m-%d %H:%M}"


def milliseconds(value: float) -> str:
    """A short time in the unit that fits."""
    if not math.isfinite(value):
        return "–"
    if value >= 1000:
        return f"{written(value / 1000, '.1f')} s"
    if value >= 0.01:
        return f"{written(value, '.0f' if value >= 100 else '.2f')} ms"
    return f"{written(1000 * value, '.1f')} µs"


def setting(name: str) -> str:
    """What a setting that a run keeps is called in the form, or what the engine calls it."""
    from engine.ensemble.naming import called
    from gui.sentences import said

    found = called(name)
    return said(tr(_BESIDE.get(found, found)))
