"""The runs of a workspace: added whole or not at all, found by id, beginning of id or name, deleted to the trash."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from engine.errors import WorkbenchError
from engine.library import coding, files, tidying
from engine.library.store import IMPORTED, Workspace
from engine.records import OutOfFold, RunRecord

PREFIXES = {"xgboost": "xgb", "lightgbm": "lgb", "catboost": "cat", "ensemble": "ens"}
TAKEN_IN = "Imported from "  # how the note on a run from elsewhere begins
_TRIES = 64
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def new_id(kind: str, workspace: Workspace | None = None) -> str:
    """A short name for people, such as `xgb-20261123-4f2a`; free in the workspace where one is given."""
    prefix = PREFIXES.get(kind, "run")
    day = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d")
    for length in [2] * _TRIES + [4]:
        name = f"{prefix}-{day}-{secrets.token_hex(length)}"
        if workspace is None or not workspace.rows("SELECT 1 FROM runs WHERE id = ?", (name,)):
            break
    return name


def new_name(title: str, workspace: Workspace) -> str:
    """What a new run is called: the title with the number after the highest that a run here has had, as LightGBM 4."""
    names = [str(row["name"]) for row in workspace.rows("SELECT name FROM runs")]
    numbers = [name.removeprefix(f"{title} ") for name in names if name.startswith(f"{title} ")]
    return f"{title} {1 + max((int(number) for number in numbers if number.isdecimal()), default=0)}"


def now() -> str:
    """The time as runs keep it: ISO 8601 UTC, whole seconds."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add_run(
    workspace: Workspace, record: RunRecord, *, model_file: bytes | None, out_of_fold: OutOfFold | None = None,
    beside: Mapping[str, bytes] | None = None, imported: str = "", proved: bool = True,
) -> RunRecord:
    """Keep a run; returns it as it is listed. Whole or not at all, also when the process is killed half-way.

    `model_file` is what `bundle.writing` made; None only for a run that failed. `model_path` is set here. `beside`:
    further files of the run by name, for `read_beside`. A file that was `imported` (in a word, how far it is trusted)
    does not count as written here, and one that was not `proved` is opened in the guarded process each time.
    """
    _check_id(record.id)
    stored = replace(record, model_path=f"models/{record.id}/{files.MODEL}" if model_file is not None else "")
    with workspace.transaction() as database:
        if database.execute("SELECT 1 FROM runs WHERE id = ?", (record.id,)).fetchone() is not None:
            raise WorkbenchError(f"A run {record.id} is here already.", code="run-exists",
                                 remedy="Give the new one another id.")
        try:
            files.write_folder(workspace.models, stored, model_file, out_of_fold, beside)
            tidying.insert(database, coding.to_text(stored), stored.id, stored.name, stored.starred, stored.note)
            if model_file is not None and proved:
                workspace.remember_file(hashlib.sha256(model_file).hexdigest(),
                                        f"{IMPORTED}{stored.id}, {imported}" if imported else stored.id)
        except BaseException:
            files.remove_folder(workspace.models, stored.id)
            raise
    return _absolute(workspace, stored)


def imported_as(workspace: Workspace, run_id: str) -> str | None:
    """How far the file of a run was trusted when it was imported; "" for one written here, None where nobody knows."""
    start = f"{IMPORTED}{run_id}, "
    found = workspace.rows("SELECT what FROM known_files WHERE what = ? OR substr(what, 1, ?) = ?",
                           (run_id, len(start), start))
    return str(found[0][0]).removeprefix(start).removeprefix(run_id) if found else None


def list_runs(workspace: Workspace, *, trash: bool = False) -> tuple[RunRecord, ...]:
    """The runs, newest first; with `trash`, the deleted ones instead."""
    return tuple(_record(workspace, row) for row in _rows(workspace, trash=trash))


def get_run(workspace: Workspace, reference: str, *, trash: bool = False) -> RunRecord:
    """The run with this id, with this name, or whose id begins so; `WorkbenchError` for none and for several."""
    rows = _rows(workspace, trash=trash)
    for matches in (
        [row for row in rows if row["id"] == reference],
        [row for row in rows if row["name"] == reference],
        [row for row in rows if reference and row["id"].startswith(reference)],
    ):
        if len(matches) == 1:
            return _record(workspace, matches[0])
        if matches:
            raise _several(reference, [row["id"] for row in matches])
    raise WorkbenchError(f"There is no run {reference!r}{' in the trash' if trash else ''} in this workspace.",
                         where=str(workspace.root), code="no-such-run",
                         remedy="Choose one of the runs that are in the library.")


def is_there(workspace: Workspace, reference: str) -> bool:
    """Whether a run has this very id or name."""
    return any(reference in (row["id"], row["name"]) for row in _rows(workspace, trash=False))


def update_run(
    workspace: Workspace, id: str, *, name: str | None = None, starred: bool | None = None, note: str | None = None,
    tags: Iterable[str] | None = None, pinned: bool | None = None,
) -> RunRecord:
    """Rename, star, pin, tag or annotate a run; what is None stays."""
    if name is not None and not name.strip():
        raise WorkbenchError("A run needs a name.", code="no-name", remedy="Give at least one letter.")
    run = get_run(workspace, id)
    with workspace.transaction() as database:
        for column, value in (("name", name), ("starred", starred), ("note", note), ("pinned", pinned),
                              ("tags", None if tags is None else _joined(tags))):
            if value is not None:
                database.execute(f"UPDATE runs SET {column} = ? WHERE id = ?",
                                 (int(value) if isinstance(value, bool) else value, run.id))
    return get_run(workspace, run.id)


def _joined(tags: Iterable[str]) -> str:
    """Tags as they are stored: each once, without the comma that parts them."""
    clean = (" ".join(tag.replace(",", " ").split()) for tag in tags)
    return ",".join(dict.fromkeys(tag for tag in clean if tag))


def out_of_fold(workspace: Workspace, id: str) -> OutOfFold | None:
    """The predictions on unseen rows that were kept with a run, or None."""
    return files.read_out_of_fold(workspace.models / get_run(workspace, id).id / files.OUT_OF_FOLD)


def read_beside(workspace: Workspace, id: str, name: str) -> bytes | None:
    """A further file that was kept with a run, or None."""
    path = workspace.models / get_run(workspace, id).id / name
    return path.read_bytes() if path.is_file() else None


def model_file(workspace: Workspace, id: str) -> Path:
    """The path of a run's model file; raises `WorkbenchError` when the run has none."""
    run = get_run(workspace, id)
    if not run.model_path or not Path(run.model_path).is_file():
        raise WorkbenchError(f"Run {run.id} ({run.status}) holds no model.", code="no-model",
                             remedy="Choose a run that is done, or train it again.")
    return Path(run.model_path)


def _rows(workspace: Workspace, *, trash: bool) -> list[sqlite3.Row]:
    return workspace.rows("SELECT * FROM runs WHERE gone IS ? ORDER BY number DESC", ("trash" if trash else None,))


def _record(workspace: Workspace, row: sqlite3.Row) -> RunRecord:
    try:
        stored = coding.decode(RunRecord, json.loads(row["record"]))
    except (ValueError, TypeError) as error:
        raise WorkbenchError(f"The entry of run {row['id']} is damaged.", where=str(workspace.root),
                             remedy="Delete it, or restore the workspace from a copy.", code="damaged-run") from error
    kept = replace(stored, name=row["name"], starred=bool(row["starred"]), note=row["note"],
                   tags=tuple(tag for tag in row["tags"].split(",") if tag), pinned=bool(row["pinned"]))
    return _absolute(workspace, kept)


def _absolute(workspace: Workspace, record: RunRecord) -> RunRecord:
    return replace(record, model_path=str(workspace.root / record.model_path)) if record.model_path else record


def _several(reference: str, ids: list[str]) -> WorkbenchError:
    return WorkbenchError(f"{reference!r} names {len(ids)} runs: {', '.join(ids[:8])}.", code="ambiguous-run",
                          remedy="Give more letters of the id.")


def is_id(text: str) -> bool:
    """Whether a text can name a run, and so a folder on every system."""
    return _ID.fullmatch(text) is not None


def _check_id(id: str) -> None:
    if not is_id(id):
        raise WorkbenchError(f"{id!r} cannot name a run.", code="bad-id",
                             remedy="Use letters, digits, - and _ only, at most 64.")
