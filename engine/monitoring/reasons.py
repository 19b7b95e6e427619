"""What stands behind one signal of a journal: the champion's contributions, or the linear online model's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.data.schema import FeatureSchema, Matrix
from engine.errors import WorkbenchError
from engine.evaluation.explanation import Explanation, Waterfall, waterfall
from engine.online.encoding import Encoding
from engine.online.journal import Journal
from engine.online.linear import LinearModel
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel


def signal_reasons(journal_file: Path, id_: str, *, champion: LoadedModel | None = None,
                   online: LinearModel | None = None, top: int = 10, progress: Progress | None = None) -> Waterfall:
    """The steps from the base to a signal's log-odds, by the champion where there is one, else by `online` as it is."""
    (progress or Progress()).check()
    with Journal(journal_file, read_only=True) as journal:
        signal = journal.signal(id_)
        schema = journal.meta("schema")
    if signal is None:
        raise WorkbenchError(f"Signal {id_} is not in the journal.", where=str(journal_file), code="no-signal",
                             remedy="Choose a signal of this monitor.")
    row = signal.features[None, :]
    if champion is not None:
        whole = champion.contributions(row)
        found = Explanation(champion.schema, row, whole[:, :-1], whole[:, -1], whole.sum(axis=1))
    elif online is not None:
        found = _linear(Encoding.of(FeatureSchema.from_json(schema)), row, online)
    else:
        raise WorkbenchError("There is nothing to explain it by.", code="no-model",
                             remedy="Contributions are known of a batch model and of the linear online model.")
    return waterfall(found, 0, top=top)


def _linear(encoding: Encoding, row: Matrix, online: LinearModel) -> Explanation:
    values = encoding.apply(row)
    parts, base = online.parts(values)
    schema = FeatureSchema.plain(list(encoding.names))
    return Explanation(schema, values.astype(np.float32), parts, np.asarray([base]), parts.sum(axis=1) + base)
