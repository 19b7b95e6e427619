"""What stands where results will be, once a file is open: what Train would do, or what is in its way."""

from __future__ import annotations

from collections.abc import Sequence

from engine.records import Level, TableProfile
from gui.parts.words import counted, model_name
from gui.sentences import said
from gui.translation import tr


def hindrance(profile: TableProfile) -> str:
    """Why a file cannot be trained on and what to do; nothing where it can."""
    wrong = next((finding for finding in profile.findings if finding.level is Level.ERROR), None)
    return "" if wrong is None else " ".join(filter(None, (said(wrong.message), said(wrong.remedy))))


def before_training(profile: TableProfile, models: Sequence[str]) -> tuple[str, str]:
    """A title and a sentence or two."""
    if wrong := hindrance(profile):
        return tr("Not Ready Yet"), wrong
    kinds = ", ".join(map(model_name, models)) or tr("No model yet")
    rows = counted(profile.rows, "signal")
    if profile.roles.time is None or profile.roles.label_time is None:
        return tr("Ready to Train"), tr(
            "{kinds} on {rows}. Each is tested only on rows later than its training. Without signal and outcome times "
            "nobody can tell which outcomes overlap: choose both under Columns, or set an embargo.", kinds=kinds,
            rows=rows)
    return tr("Ready to Train"), tr("{kinds} on {rows}. Each is tested only on rows later than its training, with the "
                                    "overlap purged.", kinds=kinds, rows=rows)
