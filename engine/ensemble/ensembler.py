"""`ModelEnsembler`: models from files, combined on rows in memory, scoring one signal or many.

`build_ensemble` does the same with runs of the library and a table.
"""

from __future__ import annotations

import asyncio
import time as clock
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from engine.bundle import loading, reading
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView
from engine.ensemble import arrays, online_members, recording, serving
from engine.ensemble.building import build_ensemble
from engine.ensemble.combining import combine
from engine.ensemble.members import Member
from engine.ensemble.options import EnsembleOptions, Method
from engine.errors import WorkbenchError
from engine.evaluation import calibration
from engine.evaluation.pooling import Pool
from engine.library import runs
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import EnsemblePrediction, EnsembleReport, Roles
from engine.settings import write_atomically

__all__ = ("ModelEnsembler", "build_ensemble")
T = TypeVar("T")


class ModelEnsembler:
    """Members under names of your own, and the pool that combines them; equal weights until one is created.

    The async methods run their synchronous twins in a thread: the event loop stays free, and cancelling the await
    cancels the work. With a workspace, each ensemble that is created becomes a run of its library.
    """

    def __init__(self, *, workspace: Workspace | None = None) -> None:
        self._workspace = workspace
        self._files: dict[str, Path] = {}
        self._models: dict[str, LoadedModel | str] = {}
        self._pool: Pool | None = None
        self._saved: bytes | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names."""
        return tuple(self._pool.names if self._pool is not None and not self._files else self._files)

    @property
    def weights(self) -> Mapping[str, float]:
        """Each member's share."""
        pool = self._present_pool()
        return dict(zip(pool.names, pool.weights, strict=True))

    def add_model(self, name: str, path: str | Path) -> None:
        """Take a model file, bundle or library's own file as a member; a name that is there already is replaced.

        The file is opened at first use, so that this call returns at once.
        """
        file = Path(path)
        if not name.strip():
            raise WorkbenchError("A member needs a name.", where="name", code="no-name", remedy="Give a name.")
        if not file.is_file():
            raise WorkbenchError(f"There is no file {file}.", where=name, code="no-such-file",
                                 remedy="Give the path of a model that was trained here, or of a bundle.")
        self._files[name] = file
        self._models.pop(name, None)

    async def create_ensemble(
        self, X: Any, y: Any, ensemble_type: str | Method = Method.BLENDING, **more: Any
    ) -> EnsembleReport:
        """`build_from_arrays` in a thread."""
        return await _in_thread(self.build_from_arrays, X, y, ensemble_type, **more)

    async def predict(self, features: Any) -> EnsemblePrediction:
        """`predict_rows`, in a thread unless it takes microseconds."""
        if isinstance(features, Mapping) and self._is_quick():
            await asyncio.sleep(0)
            return self.predict_rows(features)
        return await asyncio.to_thread(self.predict_rows, features)

    def build_from_arrays(
        self, X: Any, y: Any, ensemble_type: str | Method = Method.BLENDING, *, time: Any = None,
        label_time: Any = None, realized_rr: Any = None, options: EnsembleOptions | None = None,
        progress: Progress | None = None,
    ) -> EnsembleReport:
        """Fit weights on the earlier of the rows (n, d), score on the later ones, and use them from now on.

        Rows are in order of time; a time index of a frame, or `time`, lets rows that a member was trained on be left
        out. `label_time` purges rows whose outcome was not known in time. Labels are 0 or 1, -1 or NaN where unknown.
        """
        progress = progress or Progress()
        started = clock.monotonic()
        options = replace(options or EnsembleOptions(), method=Method.named(ensemble_type)).checked()
        options = recording.named(options, self._workspace)
        progress.report(0.0, "Opening the models")
        members = [self._opened(name) for name in self._files]
        gathered = arrays.gather(X, y, members, progress.part(0.05, 0.6), time=time, label_time=label_time,
                                 realized_rr=realized_rr)
        combined = combine(gathered.panel, options, progress.part(0.6, 0.9))
        parts = recording.parts_of(members, self._workspace)
        record = recording.record_of(
            combined, members, parts, options, id=runs.new_id(recording.KIND, self._workspace), source="rows in memory",
            fingerprint="", roles=Roles(), seconds=clock.monotonic() - started,
            warnings=gathered.warnings, notes=gathered.notes,
        )
        data = recording.file_of(record, parts, combined.pool, options.threshold)
        progress.report(1.0, "Ensemble ready")
        if self._workspace is not None:
            record = runs.add_run(self._workspace, record, model_file=data, out_of_fold=combined.out_of_fold)
        self._pool, self._saved = combined.pool, data
        return recording.report_of(combined, members, record, options, gathered.warnings)

    def predict_rows(self, features: Any) -> EnsemblePrediction:
        """Score one row (mapping, Series or flat array: floats) or many (frame or array: arrays); see `serving`."""
        pool = self._present_pool()
        for name in pool.names:
            self._open_if_needed(name)
        return serving.predict(pool, dict(self._models), features)

    def save(self, path: str | Path) -> Path:
        """Write members, weights and calibration as one file that `load`, the library and the command line open."""
        if self._saved is None:
            raise WorkbenchError("No ensemble has been created yet.", code="no-ensemble",
                                 remedy="Call create_ensemble first.")
        write_atomically(Path(path), self._saved)
        return Path(path)

    @classmethod
    def load(cls, path: str | Path, *, workspace: Workspace | None = None) -> ModelEnsembler:
        """Open what `save` wrote, or any bundle; members whose library is missing are left out and named."""
        opened = loading.load_model(Path(path), workspace=workspace)
        ensembler = cls(workspace=workspace)
        ensembler._models = {each.card.name: _alone(each) for each in opened.members} | opened.left_out
        ensembler._pool = opened.pool or Pool.equal([opened.card.name])
        if opened.pool is not None and opened.card.calibration is not None:
            ensembler._pool = replace(opened.pool, calibrator=calibration.from_json(opened.card.calibration))
        ensembler._saved = reading.read_file(Path(path))
        return ensembler

    def _present_pool(self) -> Pool:
        if self._pool is not None:
            return self._pool
        if not self._files:
            raise WorkbenchError("The ensemble has no members.", code="no-members", remedy="Call add_model first.")
        return Pool.equal(list(self._files))

    def _is_quick(self) -> bool:
        """Whether all members are open and answer single rows by their short way."""
        models = [self._models.get(name) for name in self.names]
        return all(isinstance(model, LoadedModel) and model.quick.is_ready for model in models)

    def _open_if_needed(self, name: str) -> None:
        """Open a member at its first use; the reason where that fails, so that it is not tried with every row."""
        if name in self._models or name not in self._files:
            return
        try:
            learner = online_members.from_file(name, self._files[name])
            self._models[name] = (learner.model if learner is not None else None) or loading.load_model(
                self._files[name], workspace=self._workspace)
        except WorkbenchError as error:
            self._models[name] = error.what

    def _opened(self, name: str) -> Member:
        learner = online_members.from_file(name, self._files[name])
        if learner is not None:
            self._models[name] = learner.model or ""
            return replace(learner, id=name, name=name)
        model = self._models.get(name)
        if not isinstance(model, LoadedModel):
            model = self._models[name] = loading.load_model(self._files[name], workspace=self._workspace)
        if model.kind == recording.KIND:
            raise WorkbenchError(f"{name} is an ensemble itself.", where=name, code="nested-ensemble",
                                 remedy="Add its members instead.")
        card = model.card
        return Member(id=name, name=name, role=name, kind=card.kind, file=self._files[name], exposure=card.exposure,
                      fingerprint=card.fingerprint, contaminated=card.contaminated, model=model)


def _alone(member: LoadedMember) -> LoadedModel:
    """A member of a bundle as a model of its own, so that its failure is its own too."""
    schema = member.card.schema
    return LoadedModel(member.card, [LoadedMember(member.card, member.model, MemberView(schema, schema))])


async def _in_thread(work: Callable[..., T], *args: Any, progress: Progress | None = None, **more: Any) -> T:
    """Run a procedure beside the event loop; cancelling the await cancels the procedure."""
    progress = progress or Progress()
    try:
        return await asyncio.to_thread(work, *args, progress=progress, **more)
    except asyncio.CancelledError:
        progress.cancel()
        raise
