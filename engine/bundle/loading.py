"""From a file or a run to a model that scores; foreign files are proved in another process first."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from engine.bundle import golden, guard, native, opening, reading, trust
from engine.bundle.onnx_scoring import OnnxModel
from engine.bundle.reading import VerifiedBundle
from engine.bundle.refusal import BundleRefused
from engine.bundle.scoring import LoadedMember, LoadedModel, MemberView, canary_scores
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import DATABASE, Workspace
from engine.progress import Progress
from engine.settings import default_workspace


def load_model(
    path_or_run: str | Path, *, workspace: Workspace | None = None, progress: Progress | None = None
) -> LoadedModel:
    """Open a model file, a bundle, a library's own model file, or a run of the workspace (else of the default one).

    Raises `WorkbenchError` (a `BundleRefused` where the file must not be used).
    """
    path = _file_of(path_or_run, workspace)
    data = reading.read_file(path)
    sha256 = hashlib.sha256(data).hexdigest()
    known = trust.known_as(sha256, workspace)
    if not reading.is_bundle(data):
        return native.load(data, where=str(path), ours=known is not None, progress=progress)
    bundle = reading.parse(data, where=str(path), known_as="" if known is None else sha256)
    return open_bundle(bundle, trust.of_known(bundle, known, workspace), proved=known is not None, progress=progress)


def load_graph(
    path: str | Path, *, workspace: Workspace | None = None, progress: Progress | None = None
) -> OnnxModel:
    """Open a bundle by its ONNX graph alone; no learning library is needed. Raises `WorkbenchError`."""
    data = reading.read_file(Path(path))
    bundle = reading.parse(data, where=str(path))
    if bundle.onnx is None:
        raise WorkbenchError("The bundle holds no ONNX graph.", where=str(path), code="no-onnx",
                             remedy="Export it with its ONNX graph, or score it without.")
    known = trust.known_as(bundle.sha256, workspace)
    if known is None:
        guard.prove_graph(bundle, progress=progress)
    model = OnnxModel(bundle.card, [member.card for member in bundle.members], bundle.onnx.card, bundle.onnx.data,
                      trust=trust.of_known(bundle, known, workspace).value)
    golden.check_graph(bundle.canary, *model.scores(bundle.canary.rows))
    return model


def open_bundle(
    bundle: VerifiedBundle, origin: Trust, *, proved: bool = False, progress: Progress | None = None
) -> LoadedModel:
    """Load the members of a verified bundle; in the guarded process first unless it was written or `proved` here."""
    if not (proved or origin is Trust.WRITTEN_HERE):
        guard.prove(bundle, progress=progress)
    model = assemble(bundle, trust_words=origin.value)
    prove_loaded(model, bundle)
    return model


def assemble(bundle: VerifiedBundle, *, trust_words: str = "") -> LoadedModel:
    """Load the members in this process; those whose library is missing are left out, with the reason."""
    members, left_out = [], {}
    for member in bundle.members:
        words = opening.missing(member.card)
        if words:
            left_out[member.card.name] = words
            continue
        model = opening.opened(opening.way(member.card), member.native)
        if model.width != len(member.card.schema):
            raise BundleRefused("Its feature list is not the model's.", where=member.card.name, code="bundle-features")
        members.append(LoadedMember(member.card, model, MemberView(bundle.card.schema, member.card.schema)))
    return LoadedModel(bundle.card, members, bundle.pool, left_out=left_out, trust=trust_words)


def prove_loaded(model: LoadedModel, bundle: VerifiedBundle) -> None:
    """Raise `BundleRefused` unless the loaded models reproduce the canary rows."""
    margins = model.margins(bundle.canary.rows, threads=1)
    for member in model.members:
        golden.check_margins(bundle.canary, member.card.name, margins[member.card.name],
                             exact=opening.exact(member.card))
    if not model.left_out:
        cards = [member.card for member in bundle.members]
        _, final = canary_scores(bundle.card, cards, bundle.pool, margins)
        golden.check_final(bundle.canary, final)


def _file_of(path_or_run: str | Path, workspace: Workspace | None) -> Path:
    path = Path(path_or_run)
    if isinstance(path_or_run, Path) or path.is_file() or _looks_like_path(str(path_or_run)):
        return path
    with _library(workspace) as library:
        if library is None:
            raise WorkbenchError(f"There is neither a file nor a run {str(path_or_run)!r}.", code="no-such-model",
                                 remedy="Give the path of a model file, or the id of a run and its workspace.")
        return runs.model_file(library, str(path_or_run))


def _looks_like_path(text: str) -> bool:
    return "/" in text or "\\" in text or Path(text).suffix in (".apbundle", *native.SUFFIXES)


@contextlib.contextmanager
def _library(workspace: Workspace | None) -> Iterator[Workspace | None]:
    """The given workspace, else the default one if it is there."""
    if workspace is not None:
        yield workspace
    elif (default_workspace() / DATABASE).exists():
        with Workspace.open(read_only=True) as opened:
            yield opened
    else:
        yield None
