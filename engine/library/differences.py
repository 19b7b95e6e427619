"""What tells models apart: data, validation, settings, features and scores, line by line, for people."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from engine.records import Interval, RunRecord

_LISTED = 6  # features that a cell names
_NOTHING = "–"
_NANOSECONDS = 1e9
_FINDINGS = {"comparisons"}  # kept beside the settings of an ensemble, but no setting
_KINDS = {"xgboost": "XGBoost", "lightgbm": "LightGBM", "catboost": "CatBoost"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the table: a name and a value a run."""

    name: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the runs differ here."""
        return len(set(self.values)) > 1


def _plainly(name: str) -> str:
    return name.replace("_", " ").capitalize()


def differences(runs: Sequence[RunRecord], *, only: bool = True, called: Callable[[str], str] = _plainly
                ) -> list[Difference]:
    """The lines in which the runs differ, or all lines; `called` names a setting for people."""
    columns = [_facts(run, called) for run in runs]
    names = list(dict.fromkeys(name for column in columns for name in column))
    lines = [Difference(name, tuple(column.get(name, _NOTHING) for column in columns)) for name in names]
    lines += _features(runs)
    return [line for line in lines if line.differs or not only]


def _facts(run: RunRecord, called: Callable[[str], str]) -> dict[str, str]:
    facts = {"Model": _KINDS.get(run.kind, run.kind.capitalize()),
             "Data": run.source.replace("\\", "/").rsplit("/", 1)[-1] or _NOTHING,
             "Fingerprint": run.fingerprint[:12], "Rows": f"{run.rows:,}", "Trained on": _trained_on(run),
             "Started from": run.parent or "nothing"}
    if run.validation is not None:
        facts |= {"Validation": run.validation.scheme.replace("_", " "), "Test blocks": str(run.validation.folds),
                  "Embargo": run.validation.embargo}
    facts |= {called(name): value for name, value in flat(run.settings).items() if called(name) not in facts}
    facts |= {"Trees": f"{run.trees:,}"}
    if run.scores is not None:
        facts |= {"AUC": _interval(run.scores.auc), "Log loss": _interval(run.scores.log_loss)}
    return facts | {f"Version of {name}": str(version) for name, version in run.versions.items()}


def flat(settings: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """Nested settings as one level, values as text."""
    found: dict[str, str] = {}
    for name, value in settings.items():
        key = f"{above}{name}"
        if isinstance(value, Mapping):
            found |= flat(value, f"{key}, ")
        elif name not in _FINDINGS:
            found[key] = _plain(value)
    return found


def _plain(value: Any) -> str:
    """A setting for people; of records, such as members, their names."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part.get("name", "")) if isinstance(part, Mapping) else _plain(part)
                         for part in value) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _features(runs: Sequence[RunRecord]) -> list[Difference]:
    common = set.intersection(*(set(run.features) for run in runs)) if runs else set()
    own = [[name for name in run.features if name not in common] for run in runs]
    return [Difference("Features", tuple(f"{len(run.features):,}" for run in runs)),
            Difference("Features of its own", tuple(_listed(names) for names in own))]


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "none"
    return ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "")


def _trained_on(run: RunRecord) -> str:
    firsts = [seen.first for seen in run.exposure if seen.first is not None]
    lasts = [seen.last for seen in run.exposure if seen.last is not None]
    return f"{_day(min(firsts))} – {_day(max(lasts))}" if firsts and lasts else _NOTHING


def _day(moment: int) -> str:
    try:
        return datetime.fromtimestamp(moment / _NANOSECONDS, UTC).strftime("%Y-%m-%d")
    except (OverflowError, ValueError, OSError):  # a bundle may say anything
        return _NOTHING


def _interval(value: Interval) -> str:
    if not (math.isfinite(value.low) and math.isfinite(value.high)):
        return f"{value.value:.3f}"
    return f"{value.value:.3f} ({value.low:.3f} to {value.high:.3f})"
