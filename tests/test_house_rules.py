"""Rules of the house that no linter knows: no pickle, no modal loops, small files, words in every file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(file for top in ("engine", "gui", "packaging", "tests") for file in (ROOT / top).rglob("*.py"))
PROGRAM = [file for file in SOURCES if file.relative_to(ROOT).parts[0] in ("engine", "gui")]
OPTION = re.compile(r"(?<=[\s`(])(?<!uv sync )--[a-z]|^--[a-z-]+ [a-z]|\balphapulse [a-z]+ [A-Z-]|`alphapulse ")
# The command line itself, what is written for a terminal or into a file, and style sheets.
FOR_TYPING = ("engine/cli/", "engine/bundle/describing.py", "engine/drawing/", "engine/report/page.py")
UNSAFE = {"pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal"}


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_nothing_of_the_program_reads_or_writes_pickle() -> None:
    for file in PROGRAM:
        tree = _tree(file)
        assert UNSAFE.isdisjoint(name.split(".")[0] for name in _imported(tree)), file
        assert not {"joblib.load", "joblib.dump"} & set(_calls(tree)), file


def test_a_numpy_file_is_never_read_with_pickle_allowed() -> None:
    for file in PROGRAM:
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("np.load", "numpy.load"):
                refused = [k for k in node.keywords if k.arg == "allow_pickle" and ast.unparse(k.value) == "False"]
                assert refused, f"{file}:{node.lineno}"


def test_nothing_of_the_window_runs_a_loop_of_its_own() -> None:
    for file in (ROOT / "gui").rglob("*.py"):
        # The composition may draw the window once, before there is a loop.
        loops = (".exec", ".exec_") if file == ROOT / "gui" / "app.py" else (".exec", ".exec_", ".processEvents")
        modal = [call for call in _calls(_tree(file)) if call.endswith(loops)]
        assert not modal, f"{file}: {modal}"


@pytest.mark.parametrize("file", PROGRAM, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_file_says_what_it_is_and_holds_one_idea(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a docstring is missing"
    assert text.count("\n") <= 350, "the file has grown past one idea"


def test_no_sentence_of_the_engine_names_an_option_of_the_command_line() -> None:
    """The window says the same sentences; `engine/cli/options_told.py` adds the options where they are typed."""
    spoken = [file for file in PROGRAM if file.relative_to(ROOT).parts[0] == "engine"
              and not file.relative_to(ROOT).as_posix().startswith(FOR_TYPING)]
    for file in spoken:
        tree = _tree(file)
        docstrings = {id(node.body[0].value) for node in ast.walk(tree)
                      if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
                      and isinstance(node.body[0], ast.Expr)}
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
                 and id(node) not in docstrings]
        named = [f"{file}:{text.lineno}: {text.value}" for text in texts if OPTION.search(text.value)]
        assert not named, "name the thing as the window does, and add its option in engine/cli/options_told.py"


def test_every_option_that_the_command_line_adds_belongs_to_a_sentence_of_the_engine() -> None:
    from engine.cli.options_told import OPTIONS

    parts = [part for file in PROGRAM if "cli" not in file.parts for part in _texts(_tree(file))]
    assert not [phrase for phrase in OPTIONS if not any(phrase in part for part in parts)]


def _texts(tree: ast.Module) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_the_folder_of_scripts_hides_no_library() -> None:
    import importlib.metadata
    import sys

    scripts = {file.stem for file in (ROOT / "packaging").glob("*.py")}
    taken = set(sys.stdlib_module_names) | set(importlib.metadata.packages_distributions())
    assert scripts.isdisjoint(taken)
    assert "__init__" not in scripts, "would hide the library `packaging`"
