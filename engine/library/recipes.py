"""Recipes: how something is trained, saved by name, each change a new version, told apart in words, sent as TOML.

A recipe is plain values in sections (roles, features, models, validation, selection, tuning); what is left out is as
ever. A chosen set of columns alone is a recipe too, with one section, to be used by others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import WorkbenchError
from engine.library import runs, toml
from engine.library.store import Workspace
from engine.records import to_plain

SECTIONS = ("roles", "features", "models", "validation", "selection", "tuning")
_NAME = re.compile(r"[^\W_][\w .+-]{0,63}")
_REFERENCE = re.compile(r"(?P<name>.*?)(?:\s*@\s*v?|\s+v)(?P<version>\d+)")
_FORMAT = "alphapulse-recipe/1"


@dataclass(frozen=True, eq=False, slots=True)
class Recipe:
    """One version; `content` holds the sections."""

    name: str
    version: int
    created: str
    note: str
    content: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} v{self.version}"


def save(workspace: Workspace, name: str, content: Mapping[str, Any], *, note: str = "") -> Recipe:
    """Keep a recipe as the next version of its name; one that is as the last version was is not kept again."""
    name = checked_name(name)
    plain = json.loads(json.dumps(to_plain(content), allow_nan=False))
    check_sections(plain, name)
    with workspace.transaction() as database:
        before = _versions(workspace, name)
        if before and before[-1].content == plain:
            return before[-1]
        version = before[-1].version + 1 if before else 1
        database.execute("INSERT INTO recipes (name, version, created, note, content) VALUES (?, ?, ?, ?, ?)",
                         (name, version, runs.now(), note, json.dumps(plain)))
    return get(workspace, f"{name} v{version}")


def get(workspace: Workspace, reference: str) -> Recipe:
    """The newest version of a name, or the one that `NAME v2` or `NAME@2` names."""
    found = _versions(workspace, reference.strip())
    if found:
        return found[-1]
    told = _REFERENCE.fullmatch(reference.strip())
    versions = _versions(workspace, told["name"]) if told else []
    for each in versions:
        if told and each.version == int(told["version"]):
            return each
    if versions:
        names = ", ".join(f"v{each.version}" for each in versions)
        raise WorkbenchError(f"{versions[0].name} has the versions {names}.", where=reference, code="no-such-recipe",
                             remedy="Name one of these.")
    here = ", ".join(sorted({each.name for each in all_recipes(workspace)})[:8])
    raise WorkbenchError(f"There is no recipe {reference!r}.", where=str(workspace.root), code="no-such-recipe",
                         remedy=f"Choose from {here}." if here else "Save one, or import one.")


def newest(workspace: Workspace) -> tuple[Recipe, ...]:
    """The newest version of every recipe, by name."""
    return tuple({each.name: each for each in all_recipes(workspace)}.values())


def all_recipes(workspace: Workspace) -> tuple[Recipe, ...]:
    """Every version of every recipe, by name and version."""
    return tuple(_read(row) for row in workspace.rows("SELECT * FROM recipes ORDER BY name COLLATE NOCASE, version"))


def delete(workspace: Workspace, reference: str) -> tuple[Recipe, ...]:
    """Remove all versions of a name, or the one version that the reference names; what was removed."""
    found = get(workspace, reference)
    whole = reference.strip() == found.name
    gone = tuple(_versions(workspace, found.name)) if whole else (found,)
    with workspace.transaction() as database:
        for each in gone:
            database.execute("DELETE FROM recipes WHERE name = ? AND version = ?", (each.name, each.version))
    return gone


def to_toml(recipe: Recipe) -> str:
    """The recipe as a file that a person can read and change."""
    return toml.dumps({"format": _FORMAT, "name": recipe.name, "version": recipe.version, "created": recipe.created,
                       **({"note": recipe.note} if recipe.note else {}), **recipe.content})


def from_toml(text: str, *, where: str) -> tuple[str, dict[str, Any], str]:
    """Name, sections and note of such a file; refuses what is no recipe, naming the place."""
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkbenchError(f"The file is no TOML: {error}.", where=where, code="bad-recipe",
                             remedy="Mend the line that is named.") from error
    if values.pop("format", None) != _FORMAT:
        raise WorkbenchError("The file is no recipe of this program, or of a newer one.", where=where,
                             code="bad-recipe", remedy=f'Its first line must be format = "{_FORMAT}".')
    name, note = str(values.pop("name", "")), str(values.pop("note", ""))
    for told in ("version", "created"):
        values.pop(told, None)
    check_sections(values, where)
    return checked_name(name), values, note


def check_sections(content: Mapping[str, Any], where: str) -> None:
    """Refuse sections that nobody would read."""
    unknown = sorted(set(content) - set(SECTIONS))
    if unknown:
        raise WorkbenchError(f"A recipe has no section {unknown[0]!r}.", where=where, code="bad-recipe",
                             remedy=f"Its sections are {', '.join(SECTIONS)}.")


def checked_name(name: str) -> str:
    """A name for people that can be a file's too."""
    name = name.strip()
    if not _NAME.fullmatch(name) or _REFERENCE.fullmatch(name):
        raise WorkbenchError(f"{name!r} cannot name a recipe.", where="name", code="bad-name",
                             remedy="Use letters, digits, spaces, . + - and _, at most 64, and no version at its end.")
    return name


def changes(before: Recipe, after: Recipe) -> tuple[str, ...]:
    """What changed from one to the other, a line each; () where nothing did."""
    old, new = flat(before.content), flat(after.content)
    lines = []
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        name = key.replace("_", " ")
        if isinstance(was or now, tuple):
            lines.append(f"{name}: {_list_change(was or (), now or ())}")
        elif was is None:
            lines.append(f"{name}: {_value(now)} (not said before)")
        else:
            lines.append(f"{name}: {_value(was)}, {'no longer said' if now is None else f'now {_value(now)}'}")
    return tuple(lines)


def flat(values: Any, above: str = "") -> dict[str, Any]:
    """Nested values as one level: `models xgboost learning_rate`; lists of plain values as tuples."""
    if isinstance(values, Mapping):
        found: dict[str, Any] = {}
        for name, value in values.items():
            found |= flat(value, f"{above} {name}".strip())
        return found
    if isinstance(values, list) and values and isinstance(values[0], Mapping):
        return flat({str(each.get("model_type", number + 1)): each for number, each in enumerate(values)}, above)
    return {above: tuple(values) if isinstance(values, list) else values}


def _list_change(was: Sequence[Any], now: Sequence[Any]) -> str:
    gone, come = [each for each in was if each not in now], [each for each in now if each not in was]
    if gone and come:
        return f"without {_named(gone)} and with {_named(come)}"
    if gone or come:
        return f"without {_named(gone)}" if gone else f"with {_named(come)}"
    return "in another order"


def _named(names: Sequence[Any]) -> str:
    return ", ".join(map(str, names[:6])) + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value) or "nothing"


def _versions(workspace: Workspace, name: str) -> list[Recipe]:
    return [_read(row) for row in workspace.rows("SELECT * FROM recipes WHERE name = ? ORDER BY version", (name,))]


def _read(row: Any) -> Recipe:
    return Recipe(row["name"], row["version"], row["created"], row["note"], json.loads(row["content"]))
