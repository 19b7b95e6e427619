"""Checking a bundle and explaining the verdict, without opening its models in this process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from engine.bundle import guard, libraries, native, onnx_scoring, reading, signing, trust
from engine.bundle.manifest import ModelCard
from engine.bundle.reading import Member, VerifiedBundle
from engine.bundle.refusal import BundleRefused
from engine.bundle.trust import UNPROVABLE, Trust
from engine.library.store import Workspace
from engine.progress import Progress


@dataclass(frozen=True, slots=True)
class MemberVerdict:
    """One member of a sound bundle; `status` is "ok" or why it cannot be used on this machine."""

    name: str
    kind: str
    library_version: str
    installed_version: str
    trees: int
    bytes: int
    weight: float
    status: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found of a sound bundle; a broken one is refused instead.

    `golden_rows` is how many canary rows every usable member reproduced.
    """

    card: ModelCard
    members: tuple[MemberVerdict, ...]
    signature: str
    trust: Trust
    golden_rows: int
    sha256: str
    size: int
    notes: tuple[str, ...] = ()
    key: str = ""  # of the signature, in hexadecimal


def verify(path: Path | str, *, workspace: Workspace | None = None, signed: bool = False,
           progress: Progress | None = None) -> Verdict:
    """Check every byte, then let each model reproduce its canary rows in the guarded process.

    With `signed`, a bundle without a signature by a known key is refused.

    Raises `BundleRefused` with the reason when the file must not be used.
    """
    progress = progress or Progress()
    progress.report(0.0, "Reading the file")
    bundle = _read(Path(path))
    if signed and (bundle.signature is None or not signing.known_as(workspace, bundle.signature.key)):
        raise BundleRefused("It is not signed by a key on your list.", where=str(path), code="bundle-unsigned",
                            remedy="Ask the sender to sign it, or put the sender's key on your list.")
    progress.report(0.2, "Trying the models in a process of their own")
    missing = guard.prove(bundle, progress=progress)
    graph = _graph(bundle, progress)
    progress.report(1.0, "Checked")
    weights = {} if bundle.pool is None else dict(zip(bundle.pool.names, bundle.pool.weights, strict=True))
    members = tuple(_member(member, weights, missing) for member in bundle.members)
    return Verdict(
        card=bundle.card, members=members, signature=_signature(bundle, workspace), trust=trust.of(bundle, workspace),
        golden_rows=len(bundle.canary.rows) if len(missing) < len(members) else 0,
        sha256=bundle.sha256, size=bundle.size, notes=(*graph, *_notes(bundle, members)),
        key=bundle.signature.key if bundle.signature is not None else "",
    )


def _read(path: Path) -> VerifiedBundle:
    data = reading.read_file(path)
    kind = "" if reading.is_bundle(data) else native.sniff(data)
    if kind:
        raise BundleRefused(
            f"It is a model of {kind}, not a bundle: {UNPROVABLE}",
            where=str(path), code="bundle-native",
            remedy="Ask for a bundle, or export one from the run that made it; `score` opens such a file with care.")
    return reading.parse(data, where=str(path))


def _signature(bundle: VerifiedBundle, workspace: Workspace | None) -> str:
    if bundle.signature is None:
        return "unsigned"
    name = signing.known_as(workspace, bundle.signature.key)
    return f"right, key {bundle.signature.fingerprint} ({name or 'not on your list'})"


def _graph(bundle: VerifiedBundle, progress: Progress) -> tuple[str, ...]:
    """What is to say of the ONNX graph, which is tried where its runtime is here."""
    if bundle.onnx is None:
        return ()
    card, words = bundle.onnx.card, onnx_scoring.missing()
    if not words:
        guard.prove_graph(bundle, progress=progress)
    tried = f"not tried here: {words}" if words else f"{len(bundle.canary.rows)} canary rows reproduced"
    said = (f"Its ONNX graph (opset {card.opset}): {tried}; at export it differed from the models by "
            f"{card.largest_difference:.1e} at most over {card.rows:,} rows.")
    return (said,)


def _member(member: Member, weights: dict[str, float], missing: dict[str, str]) -> MemberVerdict:
    card = member.card
    return MemberVerdict(
        name=card.name, kind=card.kind, library_version=card.library_version,
        installed_version=card.library_version if card.compact else libraries.version(card.kind),
        trees=card.trees, bytes=len(member.native),
        weight=weights.get(card.name, 1.0), status=missing.get(card.name, "ok"),
    )


def _notes(bundle: VerifiedBundle, members: tuple[MemberVerdict, ...]) -> tuple[str, ...]:
    notes = [f"{each.name} cannot be used here: {each.status}." for each in members if each.status != "ok"]
    notes += [
        f"{each.name} was made with {each.kind} {each.library_version}, {_age(each)} the {each.installed_version} that "
        "is here; the canary rows gave the same scores."
        for each in members if each.status == "ok" and each.library_version != each.installed_version
    ]
    if bundle.card.price is not None:
        notes.append(f"Compact, {bundle.card.price.words}")
    if bundle.card.contaminated:
        notes.append("Its scores are too good: it was tested on rows that it had seen.")
    return (*notes, *bundle.card.warnings)


def _age(member: MemberVerdict) -> str:
    made, here = (tuple(map(int, re.findall(r"\d+", version)[:3])) for version in
                  (member.library_version, member.installed_version))
    return "newer than" if made > here else "older than"
