"""Rules of the house that no linter knows: no pickle, no modal loops, small files, words in every file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(file for top in ("engine", "gui", "packaging", "tests") for file in (ROOT / top).rglob("*.py"))
PROGRAM = [file for file in SOURCES if file.relative_to(ROOT).parts[0] in ("engine", "gui")]
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


def test_the_folder_of_scripts_hides_no_library() -> None:
    import importlib.metadata
    import sys

    scripts = {file.stem for file in (ROOT / "packaging").glob("*.py")}
    taken = set(sys.stdlib_module_names) | set(importlib.metadata.packages_distributions())
    assert scripts.isdisjoint(taken)
    assert "__init__" not in scripts, "would hide the library `packaging`"
