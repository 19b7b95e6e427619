"""The head of the form: which recipe it shows, and what to do with recipes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engine.library.recipes import Recipe
from gui import theme
from gui.dialogs.files import choose_file, choose_place
from gui.parts.fields import Combo, DropLine
from gui.parts.labels import button, label, tool_button
from gui.translation import later, tr

_NONE = later("No recipe")
_FILTER = later("Recipes (*.toml);;All files (*)")


@dataclass(frozen=True)
class RecipeActions:
    """What the panel's controls do."""

    load: Callable[[str], object]
    save: Callable[[str], bool]
    changes: Callable[[str], Sequence[str]]
    take: Callable[[Path], object]
    write: Callable[[str, Path], object]
    delete: Callable[[str], object]


class RecipesPanel(QWidget):
    """A drop-down of recipes, Save, and a menu for the rest."""

    def __init__(self, actions: RecipeActions) -> None:
        super().__init__()
        self._actions = actions
        self.choice = Combo(name="training.recipe", words=tr("Recipe"))
        self.choice.setToolTip(tr("Show a saved recipe in this form."))
        self.save = button(tr("Save…"), self._ask_name, name="training.recipe.save",
                           hint=tr("Keep what this form asks for under a name"))
        self.save.setAccessibleName(tr("Save Recipe"))
        self.more = tool_button("ellipsis", tr("More about recipes"), self._show_menu, name="training.recipe.more")
        self.menu = QMenu(self)
        self.entries = {
            name: self.menu.addAction(tr(words)) for name, words in (
                ("changes", later("What Changed…")), ("export", later("Export…")), ("import", later("Import…")),
                ("delete", later("Delete")))}
        self._lay_out()
        self.choice.activated.connect(self._on_chosen)
        self.entries["changes"].triggered.connect(self._on_changes)
        self.entries["export"].triggered.connect(self._on_export)
        self.entries["import"].triggered.connect(self._on_import)
        self.entries["delete"].triggered.connect(self._on_delete)
        self.show_recipes(())

    def _show_menu(self) -> None:  # a button's own menu would wait in a loop of its own
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_recipes(self, recipes: Sequence[Recipe], chosen: str = "") -> None:
        """List these, the one of this name chosen."""
        self.choice.clear()
        self.choice.addItem(tr(_NONE), "")
        for each in recipes:
            self.choice.addItem(each.title, each.name)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self._follow()

    @property
    def name(self) -> str:
        """The name of the chosen recipe; empty for none."""
        return str(self.choice.currentData() or "")

    def _follow(self) -> None:
        for name in ("changes", "export", "delete"):
            self.entries[name].setEnabled(bool(self.name))

    @Slot()
    def _on_chosen(self) -> None:
        self._follow()
        if self.name:
            self._actions.load(self.name)

    def _ask_name(self) -> None:
        dialog = QDialog(self.window(), windowTitle=tr("Save Recipe"), objectName="dialog.recipe")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = DropLine(name="recipe.name", words=tr("Name"))
        line.setText(self.name)
        line.selectAll()

        def save() -> None:
            if self._actions.save(line.text()):
                dialog.accept()

        column = _column(dialog)
        column.addWidget(label(tr("Columns, models, split, settings and search are kept; a name that is there gets "
                                  "another version."), role="muted", wrap=True))
        column.addWidget(line)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Cancel"), dialog.reject, name="recipe.cancel"))
        done = button(tr("Save"), save, kind="primary", name="recipe.save")
        done.setDefault(True)
        row.addWidget(done)
        column.addLayout(row)
        dialog.resize(380, 0)
        dialog.open()

    @Slot()
    def _on_changes(self) -> None:
        lines = self._actions.changes(self.name)
        dialog = QDialog(self.window(), windowTitle=tr("What Changed"), objectName="dialog.recipe.changes")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = _column(dialog)
        column.addWidget(label(self.choice.currentText(), font="title"))
        words = label("\n".join(lines) or tr("Nothing: this is the first version."), wrap=True,
                      name="recipe.changes")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                      | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        column.addWidget(words)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Close"), dialog.reject, name="recipe.changes.close"))
        column.addLayout(row)
        dialog.resize(460, 0)
        dialog.open()

    @Slot()
    def _on_export(self) -> None:
        name = self.name
        choose_place(self.window(), tr("Export Recipe"), tr(_FILTER), lambda path: self._actions.write(name, path),
                     proposal=Path.home() / f"{name}.toml", suffix="toml")

    @Slot()
    def _on_import(self) -> None:
        choose_file(self.window(), tr("Import Recipe"), tr(_FILTER), self._actions.take)

    @Slot()
    def _on_delete(self) -> None:
        self._actions.delete(self.name)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self, spacing=theme.SMALL)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 1)
        row.addWidget(self.save)
        row.addWidget(self.more)


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog, spacing=theme.MEDIUM)
    column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
    return column
