"""Recipes and chosen columns as the form has them: loaded into it, saved from it, told where they do not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.errors import WorkbenchError
from engine.library import recipes
from engine.records import Roles
from gui.messages import Message, Messages, Tone
from gui.opening import Opener
from gui.session import Session
from gui.training.form_panel import FormPanel
from gui.training.recipes_panel import RecipeActions, RecipesPanel
from gui.translation import plural, tr

if TYPE_CHECKING:
    from engine.training.recipe import Prepared, Selection

_ROLES = ("label", "time", "label_time", "weight", "id")


class Cook(QObject):
    """Owns the recipe row in the form's head, and remembers the columns that were chosen for the open file."""

    def __init__(self, *, session: Session, opener: Opener, messages: Messages) -> None:
        super().__init__(session)
        self._session, self._opener, self._messages = session, opener, messages
        self._selection: Selection | None = None
        self._listed = False
        self.panel = RecipesPanel(RecipeActions(load=self.load, save=self.save, changes=self.changes, take=self.take,
                                                write=self.write, delete=self.delete))

    def follow(self, form: FormPanel) -> None:
        """The form that recipes are loaded into and saved from."""
        self._form = form

    def look_once(self) -> None:
        """List the recipes as soon as the workspace is open."""
        if not self._listed and self._session.is_open:
            self._listed = True
            self._list()

    def use_columns(self, selection: Selection) -> None:
        """Leave all but the chosen columns out of the open file."""
        assert selection.chosen is not None
        self._selection = selection
        self._opener.leave_out(selection.chosen.dropped)
        count = len(selection.chosen.features)
        words = plural(count, "One column is used now.", "{n} columns are used now.")
        self._messages.post(Message(Tone.GOOD, words, seconds=10.0, action=(
            tr("Use All Again"), lambda: self._opener.bring_back(selection.chosen.dropped))))

    def keep_columns(self, name: str, selection: Selection) -> bool:
        """Save the chosen columns alone, to be used by other recipes."""
        from engine.training.recipe import content_of

        return self._try(lambda: self._kept(recipes.save(self._session.workspace, name,
                                                         content_of(selection=selection))))

    # --- what the row does ---

    def save(self, name: str) -> bool:
        """Keep what the form asks for."""
        from engine.training.recipe import content_of

        order = self._form.order()
        if isinstance(order, list):
            self._messages.error(WorkbenchError(order[0].what, remedy=order[0].remedy, code="bad-form"))
            return False
        table = self._session.data
        content = content_of(
            roles=None if table is None else table.roles, features=None if table is None else table.schema.names,
            configs=order.configs, validation=order.validation, selection=self._fitting_selection(),
            tuning=order.tuning)
        return self._try(lambda: self._kept(recipes.save(self._session.workspace, name, content)))

    def load(self, name: str) -> None:
        """Show a recipe in the form, and read the open file as it says."""
        self._try(lambda: self._show(name))

    def changes(self, name: str) -> tuple[str, ...]:
        """What the newest version changed."""
        found = recipes.get(self._session.workspace, name)
        earlier = [each for each in recipes.all_recipes(self._session.workspace)
                   if each.name == name and each.version < found.version]
        return recipes.changes(earlier[-1], found) if earlier else ()

    def take(self, path: Path) -> None:
        """Import a recipe."""
        from engine.training.recipe import take_file

        self._try(lambda: self._kept(take_file(self._session.workspace, path)))

    def write(self, name: str, path: Path) -> None:
        """Export a recipe."""
        from engine.settings import write_atomically

        def work() -> None:
            write_atomically(path, recipes.to_toml(recipes.get(self._session.workspace, name)).encode())
            self._messages.good(tr("Exported to {path}.", path=path))

        self._try(work)

    def delete(self, name: str) -> None:
        """Remove a recipe; it can be brought back at once."""
        workspace = self._session.workspace
        gone = recipes.delete(workspace, name)
        self._list()

        def undo() -> None:
            for each in gone:
                recipes.save(workspace, each.name, each.content, note=each.note)
            self._list(name)

        self._messages.info(tr("Deleted the recipe {name}.", name=name), action=(tr("Undo"), undo))

    # --- inside ---

    def _show(self, name: str) -> None:
        from engine.training.recipe import prepared

        found = prepared(recipes.get(self._session.workspace, name))
        if self._session.profile is not None:
            self._read_as(found)
        form = self._form
        if found.configs:
            form.models.start_from(None)
            form.models.choose([config.model_type.value for config in found.configs])
        form.options.show(found.configs[0] if found.configs else None, found.validation)
        if found.tuning is not None:
            form.options.tuning.show_options(found.tuning)
        form.changed.emit()
        self._selection = found.selection
        self._tell(found)

    def _tell(self, found: Prepared) -> None:
        """What the form cannot show of it."""
        first = found.configs[0] if found.configs else None
        apart = any(replace(config, model_type=first.model_type) != first for config in found.configs if first)
        if apart:
            self._messages.post(Message(
                Tone.WARNING, tr("{title} sets each model apart; the form shows the first one's settings.",
                                 title=found.title),
                remedy=tr("Tick one model after the other and train it with its own settings; Export… shows "
                          "them all.")))
        elif found.selection is not None and found.selection.again:
            self._messages.post(Message(
                Tone.WARNING, tr("{title} chooses its columns anew at each training.", title=found.title),
                remedy=tr("Here, use Choose Columns before you train.")))
        else:
            self._messages.good(tr("The form shows {title}.", title=found.title))

    def _read_as(self, found: Prepared) -> None:
        """Read the open file with the recipe's roles and columns, where these are others."""
        from engine.training.recipe import refuse_lacking

        profile = self._session.profile
        assert profile is not None
        roles = {name: getattr(found.roles, name) or getattr(profile.roles, name) for name in _ROLES}
        chosen = found.selection.chosen if found.selection is not None and not found.selection.again else None
        wanted = chosen.features if chosen is not None else found.features
        refuse_lacking(found.title, [*(roles[name] for name in _ROLES if getattr(found.roles, name)),
                                     *(found.features or ()), *(wanted or ())], profile.names, profile.source)
        dropped: tuple[str, ...] = ()
        if wanted is not None:
            kept = {*wanted, *roles.values(), *profile.roles.outcomes}
            dropped = tuple(name for name in profile.names if name not in kept)
        before = {name: getattr(profile.roles, name) for name in _ROLES}
        if roles != before or set(dropped) != set(self._session.roles.dropped):
            self._opener.set_roles(Roles(**roles, dropped=dropped))

    def _fitting_selection(self) -> Selection | None:
        """The chosen columns, if the open file still has just these."""
        table, selection = self._session.data, self._selection
        if selection is None or selection.chosen is None or table is None:
            return None
        return selection if set(selection.chosen.features) == set(table.schema.names) else None

    def _kept(self, recipe: recipes.Recipe) -> None:
        self._list(recipe.name)
        self._messages.good(tr("Saved as {title}.", title=recipe.title))

    def _list(self, chosen: str = "") -> None:
        self.panel.show_recipes(recipes.newest(self._session.workspace), chosen)

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except WorkbenchError as error:
            self._messages.error(error)
            return False
        return True
