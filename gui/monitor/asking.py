"""What the monitor's tab has worked out in the background: why a signal scored so, and a file of the newest signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from engine.evaluation.explanation import Waterfall
from engine.progress import Progress
from gui.translation import tr

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel
    from engine.library.store import Workspace
    from engine.monitoring.recent_file import RecentFile
    from engine.online.linear import LinearModel


@dataclass(frozen=True, eq=False)
class Reasons:
    """The steps to one signal's score, by whom, and the model that was opened for it, to be used again."""

    signal: str
    found: Waterfall
    who: str
    champion: LoadedModel | None


def reasons(journal: Path, signal: str, *, workspace: Workspace, champion: str | None, champion_name: str,
            opened: LoadedModel | None, online: LinearModel | None, top: int, progress: Progress) -> Reasons:
    """Explain a journalled signal by its batch model, opened anew: the running one belongs to the monitor's thread."""
    from engine.monitoring.reasons import signal_reasons

    model = opened
    if champion is not None and model is None:
        from engine.bundle.loading import load_model

        model = load_model(champion, workspace=workspace)
    found = signal_reasons(journal, signal, champion=model, online=online, top=top,
                           progress=progress)
    return Reasons(signal, found, champion_name if model is not None else tr("Online model as it is now"), model)


def recent_file(journal: Path, folder: Path, days: float, *, progress: Progress) -> RecentFile:
    """The labelled signals of the last days, as a file of the workspace."""
    from engine.monitoring.recent_file import write_recent

    now = datetime.now(tz=UTC).strftime("%Y%m%d-%H%M%S")
    return write_recent(journal, folder / f"monitor-last-{days:g}-days-{now}.parquet", days=days, progress=progress)
