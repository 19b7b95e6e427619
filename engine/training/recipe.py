"""A recipe as a training takes it: roles, columns, models, split, selection and search, read strictly."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from engine.data.columns import keep_features
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.library import coding, ledger, recipes
from engine.library.recipes import Recipe
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import FeatureSet, Roles, SelectionReport, to_plain
from engine.settings import check_ranges, from_json, to_json
from engine.training import validation as splitting
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from engine.training.selection.options import SelectionOptions
from engine.training.selection.selecting import select_features
from engine.training.tuning.options import TuningOptions

T = TypeVar("T")
_ROLES = ("label", "time", "label_time", "weight", "id")


@dataclass(frozen=True, slots=True)
class Selection:
    """How columns are chosen, the set that was chosen, and whether every training is to choose again."""

    options: SelectionOptions = field(default_factory=SelectionOptions)
    chosen: FeatureSet | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a recipe asks for; None and () where it says nothing. `features` are the columns that it was made with."""

    title: str = ""
    roles: Roles = field(default_factory=Roles)
    features: tuple[str, ...] | None = None
    configs: tuple[TrainingConfig, ...] = ()
    validation: ValidationOptions | None = None
    selection: Selection | None = None
    tuning: TuningOptions | None = None


def content_of(
    *, roles: Roles | None = None, features: Sequence[str] | None = None, configs: Sequence[TrainingConfig] = (),
    validation: ValidationOptions | None = None, selection: Selection | None = None,
    tuning: TuningOptions | None = None,
) -> dict[str, Any]:
    """The sections of a recipe, every option told, so that it means the same when a default has changed."""
    found: dict[str, Any] = {}
    if roles is not None:
        found["roles"] = {name: getattr(roles, name) for name in _ROLES if getattr(roles, name)}
    if features is not None:
        found["features"] = {"names": list(features)}
    if configs:
        found["models"] = [to_json(config) for config in configs]
    if validation is not None:
        found["validation"] = to_json(validation)
    if selection is not None:
        chosen = {} if selection.chosen is None else {"chosen": _told(to_plain(selection.chosen))}
        found["selection"] = {"again": selection.again, "options": to_json(selection.options), **chosen}
    if tuning is not None and tuning.wanted:
        found["tuning"] = to_json(tuning)
    return found


def prepared(recipe: Recipe) -> Prepared:
    """The recipe read; anything that it says and that cannot be taken is refused by name."""
    content, where = recipe.content, recipe.title
    features = content.get("features")
    return Prepared(
        title=recipe.title, roles=_roles(content.get("roles", {}), where),
        features=None if features is None else _names(features, where),
        configs=tuple(_strict(TrainingConfig, each, f"{where}, models").checked()
                      for each in content.get("models", ())),
        validation=None if "validation" not in content else _strict(
            ValidationOptions, content["validation"], f"{where}, validation"),
        selection=_selection(content.get("selection"), where),
        tuning=None if "tuning" not in content else _strict(TuningOptions, content["tuning"], f"{where}, tuning"),
    )


def to_train(recipe: Prepared) -> tuple[TrainingConfig, ...]:
    """The models of a recipe; all three as they are where it names none."""
    return recipe.configs or tuple(TrainingConfig(model_type=kind) for kind in ModelType)


def with_columns(
    recipe: Prepared, table: SignalTable, *, workspace: Workspace, progress: Progress
) -> tuple[SignalTable, SelectionReport | None, tuple[str, ...]]:
    """The table with the recipe's columns; the selection where one was made anew, and what to tell the analyst.

    Raises `WorkbenchError` naming the columns that the file lacks.
    """
    if recipe.features is not None:
        refuse_lacking(recipe.title, recipe.features, table.schema.names, table.source)
        table = keep_features(table, recipe.features)
    if recipe.selection is None:
        return table, None, ()
    if recipe.selection.again or recipe.selection.chosen is None:
        models = to_train(recipe)
        config = next((each for each in models if each.model_type is ModelType.LIGHTGBM), models[0])
        report = select_features(table, config, recipe.validation, recipe.selection.options, workspace=workspace,
                                 progress=progress)
        return keep_features(table, report.chosen.features), report, (report.words,)
    chosen = recipe.selection.chosen
    words = seen_words(chosen, table, recipe.validation or ValidationOptions())
    return keep_features(table, chosen.features), None, (words,) if words else ()


def seen_words(chosen: FeatureSet, table: SignalTable, options: ValidationOptions) -> str:
    """That columns were chosen by rows which are now to be tested; "" where they were not, as far as is known."""
    known = table.labelled()
    plan = splitting.plan(known, options)
    first = min(int(fold.test[0]) for fold in plan.folds)
    if chosen.until is not None and known.time is not None:
        seen = chosen.until >= int(known.time[first])
    else:
        seen = chosen.outcomes == ledger.outcomes_of(known) and chosen.rows > first
    return ("The columns were chosen by rows that are tested here: the scores are too good. Choose again, or test "
            "later rows only.") if seen else ""


def refuse_lacking(title: str, wanted: Sequence[str], there: Collection[str], source: str) -> None:
    """Raise `WorkbenchError` naming the columns that a recipe wants and a file does not have."""
    missing = [name for name in dict.fromkeys(wanted) if name not in there]
    if missing:
        columns = "the column" if len(missing) == 1 else "the columns"
        more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
        raise WorkbenchError(
            f"{title} does not fit this file, which lacks {columns} {', '.join(missing[:8])}{more}.",
            where=source, code="recipe-does-not-fit",
            remedy="Give a file that has them, or train without the recipe and save it anew.")


def _roles(values: Any, where: str) -> Roles:
    read = _table(values, f"{where}, roles")
    for name, value in read.items():
        if name not in _ROLES or not isinstance(value, str):
            raise _unreadable(f"{where}, roles", name)
    return Roles(**read)


def _names(values: Any, where: str) -> tuple[str, ...]:
    names = _table(values, f"{where}, features").get("names")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise _unreadable(f"{where}, features", "names")
    return tuple(names)


def _selection(values: Any, where: str) -> Selection | None:
    if values is None:
        return None
    told, place = _table(values, f"{where}, selection"), f"{where}, selection"
    unknown = sorted(set(told) - {"again", "options", "chosen"})
    if unknown:
        raise _unreadable(place, unknown[0])
    chosen = None
    if "chosen" in told:
        try:
            chosen = coding.decode(FeatureSet, {"until": None, **_table(told["chosen"], place)})
        except (ValueError, TypeError) as error:
            raise _unreadable(place, f"chosen ({error})") from error
    return Selection(_strict(SelectionOptions, told.get("options", {}), place), chosen, bool(told.get("again", False)))


def _strict(kind: type[T], values: Any, where: str) -> T:
    """Settings read with nothing dropped: unknown names and values that would fall back to a default are refused."""
    table = _table(values, where)
    unknown = sorted(set(table) - {each.name for each in dataclasses.fields(kind)})  # type: ignore[arg-type]
    if unknown:
        raise _unreadable(where, unknown[0])
    read = from_json(kind, table)
    again = to_json(read)
    for name, value in table.items():
        if again[name] != value or isinstance(again[name], bool) is not isinstance(value, bool):
            raise _unreadable(where, name)
    check_ranges(read)
    return read


def _table(values: Any, where: str) -> dict[str, Any]:
    if not isinstance(values, Mapping):
        raise _unreadable(where, str(values))
    return dict(values)


def _unreadable(where: str, name: str) -> WorkbenchError:
    return WorkbenchError(f"The recipe says {name!r}, which cannot be taken.", where=where, code="bad-recipe",
                          remedy="Look at its spelling and its kind of value, or leave it out.")


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def with_columns_of(recipe: Prepared, other: Prepared) -> Prepared:
    """The recipe with the chosen columns of another one."""
    if other.selection is None:
        raise WorkbenchError(f"{other.title} names no chosen columns.", where="features", code="no-columns",
                             remedy="Choose columns first, and save them as a recipe.")
    return replace(recipe, selection=other.selection, title=recipe.title or other.title)


def take_file(workspace: Workspace, path: Path, *, name: str = "") -> Recipe:
    """Keep the recipe of a TOML file, read through first, so that nothing is kept that no training could take."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError("The recipe cannot be read.", where=str(path), code="bad-recipe",
                             remedy="Give a TOML file that this program exported.") from error
    own, content, note = recipes.from_toml(text, where=str(path))
    prepared(Recipe(name or own, 0, "", note, content))
    return recipes.save(workspace, name or own, content, note=note)
