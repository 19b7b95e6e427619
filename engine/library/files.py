"""A run's folder: the model file, the card and the out-of-fold predictions, written beside, flushed, then renamed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import WorkbenchError
from engine.library import coding
from engine.records import OutOfFold, RunRecord, to_plain

MODEL = "model.apbundle"
CARD = "card.json"
OUT_OF_FOLD = "oof.npz"
UNFINISHED = ".new-"  # the name of a folder that is still being written begins so
FORMAT = 1


def write_folder(
    models: Path, record: RunRecord, model_file: bytes | None, out_of_fold: OutOfFold | None,
    further: Mapping[str, bytes] | None = None,
) -> None:
    """Make `models/ID` whole in one step; the caller holds the workspace's transaction. `further` files go by name."""
    contents = dict(further or {})
    if model_file is not None:
        contents[MODEL] = model_file
    if out_of_fold is not None:
        contents[OUT_OF_FOLD] = pack_out_of_fold(out_of_fold)
    contents[CARD] = _card(record, contents)
    beside = models / f"{UNFINISHED}{record.id}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for name, data in contents.items():
        _write_flushed(beside / name, data)
    flush_folder(beside)
    os.replace(beside, models / record.id)
    flush_folder(models)


def remove_folder(models: Path, id: str) -> None:
    """Take back what `write_folder` did, whole or begun."""
    for name in (f"{UNFINISHED}{id}", id):
        shutil.rmtree(models / name, ignore_errors=True)


def read_card(folder: Path) -> RunRecord | None:
    """The run that a folder holds; None unless the folder is whole: every file as the card says."""
    try:
        card = json.loads((folder / CARD).read_bytes())
        whole = card["format"] == FORMAT and all(_as_said(folder / name, said) for name, said in card["files"].items())
        return coding.decode(RunRecord, card["run"]) if whole else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def pack_out_of_fold(predictions: OutOfFold) -> bytes:
    """The arrays as an npz file; the same arrays give the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for field in fields(OutOfFold):
            values = np.asarray(getattr(predictions, field.name))
            entry = zipfile.ZipInfo(f"{field.name}.npy")
            # Probabilities hardly shrink, and trying takes longer than writing them.
            entry.compress_type = zipfile.ZIP_STORED if field.name == "probability" else zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                np.lib.format.write_array(file, values, allow_pickle=False)
    return buffer.getvalue()


def read_out_of_fold(path: Path) -> OutOfFold | None:
    """The predictions of a run, None where it has none; raises `WorkbenchError` when the file is damaged."""
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            return OutOfFold(**{field.name: stored[field.name] for field in fields(OutOfFold)})
    except Exception as error:  # numpy and zipfile raise half a dozen kinds for damaged files
        raise WorkbenchError("The predictions kept with this run are damaged.", where=str(path), code="damaged-run",
                             remedy="Train it again; the model itself can still be used.") from error


def flush_folder(folder: Path) -> None:
    """Make renames within a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _card(record: RunRecord, contents: Mapping[str, bytes]) -> bytes:
    said = {name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in contents.items()}
    card = {"format": FORMAT, "files": said, "run": to_plain(record)}
    return json.dumps(card, allow_nan=False, ensure_ascii=False).encode()


def _as_said(path: Path, said: Mapping[str, Any]) -> bool:
    if path.name in ("", "..") or path.stat().st_size != said["size"]:
        return False
    return bool(hashlib.sha256(path.read_bytes()).hexdigest() == said["sha256"])


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
