"""The words of the window for translators: `python3 packaging/words.py [--check]`.

Collects what `tr`, `later` and `plural` are given in `gui/`, the words of the engine's options and its sentences
(`engine_words.py`), hands them to Qt's `lupdate`, which keeps what is translated already in
`resources/translations/de.ts`, and makes `de.qm` with `lrelease`; `engine.json` beside them holds the engine's
sentences with places for values. `--check` only tells what is not wrapped or could not be found again (exit code 1)
and what has no German yet.
"""

import ast
import dataclasses
import enum
import functools
import importlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import engine_words

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
CONTEXT, ENGINE = "window", "engine"
WRAPPERS = {"tr": 1, "later": 1, "plural": 3}  # how many of the first arguments may hold words
# Names that are the same everywhere, and keys that only read like words.
NAMES = {"XGBoost", "LightGBM", "CatBoost", "AlphaPulse Workbench", "Inter", "Fusion", "Python",
         "equal weights", ": it", "{} (nats)"}
# Calls whose arguments nobody sees: names, patterns, errors of the programmer.
UNSEEN = {"log", "logging", "re", "RuntimeError", "TypeError", "ValueError", "AssertionError", "KeyError", "getattr",
          "setattr", "hasattr", "setObjectName", "property", "setProperty", "findChild", "findChildren", "strftime",
          "import_module", "find_spec", "QKeySequence", "_version", "QFont", "QColor", "TypeVar", "setStyle",
          "resource", "icon", "pixmap", "setStyleSheet", "value", "cast", "add_argument", "ArgumentParser",
          "setApplicationName", "counted", "SQL"}
UNSEEN_NAMES = {"objectName", "name", "icon_name", "icon", "color", "kind", "role", "font", "slot", "code", "key",
                "property_name", "metavar", "dest", "shortcut", "corner", "legend", "group", "module", "class_name"}
UNSEEN_FILES = {"gui/plots/guarded.py", "gui/style_sheet.py", "gui/translation.py", "gui/icons.py", "gui/overrides.py"}


def main(arguments: list) -> int:
    """Set up what is missing and go on in the program's own Python."""
    from environment import VENV, become, prepare

    if Path(sys.prefix) != VENV:
        return become(prepare(development=False, display=False), [str(Path(__file__)), *arguments])
    sys.path.insert(0, str(ROOT))
    if "--check" not in arguments:
        update()
    bare, missing = list(unwrapped()), untranslated()
    lost = list(engine_words.unmatchable(sentences()))
    for place in bare:
        print(f"not wrapped in tr() or later(): {place}")
    for place in lost:
        print(f"nobody could tell the values in it again: {place}")
    for text in missing:
        print(f"no German: {text}")
    if stale():
        print("engine.json is not that of the engine: run this without --check")
    print(f"{sum(map(len, texts().values()))} texts, {len(bare)} not wrapped, {len(missing)} without German")
    return 1 if bare or lost or stale() else 0


def update() -> None:
    """Bring the files of all languages up to date and make what the program reads."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "engine.json").write_text(_templates(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "words.py"
        calls = (f'QCoreApplication.translate("{context}", {_quoted(text)})' for context, found in texts().items()
                 for text in sorted(found))
        source.write_text("\n".join(calls) + "\n", encoding="utf-8")
        for language in LANGUAGES:
            ts = FOLDER / f"{language}.ts"
            _tool("lupdate", str(source), "-ts", str(ts), "-target-language", language, "-source-language", "en",
                  "-locations", "none", "-no-obsolete", "-silent", "-disable-heuristic", "similartext")
            _tool("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")), "-silent")


def collected() -> set:
    """Every text that can be on the screen."""
    found = {text for file in _files("gui") for text in _wrapped(ast.parse(file.read_text(encoding="utf-8")))}
    return {text for text in found | set(_of_options()) if text.strip()}


@functools.cache
def sentences() -> engine_words.Found:
    """What the engine can say."""
    return engine_words.collect(ROOT, reads_like_words, UNSEEN, UNSEEN_NAMES)


def texts() -> dict:
    """Every text by its context; what the window says in the same words needs no second translation."""
    window = collected()
    return {CONTEXT: window, ENGINE: set(sentences().kinds) - window}


def stale() -> bool:
    """Whether the sentences that the window knows are not those of the engine."""
    file = FOLDER / "engine.json"
    return not file.exists() or file.read_text(encoding="utf-8") != _templates()


def _templates() -> str:
    found = {text: kinds for text, kinds in sorted(sentences().kinds.items()) if kinds}
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def untranslated(language: str = "de") -> list:
    """The texts that have no translation yet, or one whose places for values are not those of the text."""
    return [text for context, found in texts().items() for known in (translations(language, context),)
            for text in sorted(found) if not known.get(text) or _places(text) != _places(known[text])]


def translations(language: str = "de", context: str = CONTEXT) -> dict:
    """The finished translations of a language."""
    file = FOLDER / f"{language}.ts"
    if not file.exists():
        return {}
    return {message.findtext("source"): message.findtext("translation")
            for found in ElementTree.parse(file).getroot().iter("context") if found.findtext("name") == context
            for message in found.iter("message") if message.find("translation").get("type") != "unfinished"}


def unwrapped() -> Iterator:
    """Where something that reads like words is neither in `tr` nor in `later`."""
    for file in _files("gui"):
        name = file.relative_to(ROOT).as_posix()
        if name not in UNSEEN_FILES:
            looker = _Looker()
            looker.visit(ast.parse(file.read_text(encoding="utf-8")))
            yield from (f"{name}:{line}: {text}" for line, text in looker.found)


def reads_like_words(text: str) -> bool:
    """Whether a text is for people: several words, or one that begins with a capital."""
    text = re.sub(r"(?<=[\d\0] )(ms|kB|MB|GB)\b", "", text.replace("&", ""))  # units are the same everywhere
    several = re.search(r"[A-Za-z0-9)%…:,\0] +[A-Za-z\0(–=]|\0 ?[a-z]+ | [a-z]{2,}", text)
    return bool(re.search(r"[A-Za-z][a-z]", text)) and bool(several or re.match(r"[A-Z][a-z]", text.strip(" \0·(")))


class _Looker(engine_words.PastKeys):
    """Finds words outside of the wrappers."""

    def __init__(self) -> None:
        self.found = []

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and reads_like_words(node.value) and node.value.strip() not in NAMES:
            self.found.append((node.lineno, node.value))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        text = "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
        if reads_like_words(text) and text.replace("\0", "{}") not in NAMES:
            self.found.append((node.lineno, text.replace("\0", "{}")))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        owner = node.func.value.id if isinstance(node.func, ast.Attribute) and isinstance(
            node.func.value, ast.Name) else ""
        hidden = name in UNSEEN or owner in UNSEEN
        skipped = {2, 3} if name == "ActionSpec" else set()  # menu and keys
        for place, argument in enumerate(node.args):
            plain = isinstance(argument, (ast.Constant, ast.JoinedStr))
            if not (plain and (hidden or place in skipped or place < WRAPPERS.get(name, 0))):
                self.visit(argument)
        for keyword in node.keywords:
            plain = isinstance(keyword.value, (ast.Constant, ast.JoinedStr))
            if not (plain and (hidden or keyword.arg in UNSEEN_NAMES)):
                self.visit(keyword.value)
        self.visit(node.func)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        keys = {"MENUS", "__all__", "NAME", "_PARTS"}
        if not any(isinstance(target, ast.Name) and target.id in keys for target in node.targets):
            self.visit(node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None and not isinstance(key, (ast.Constant, ast.JoinedStr)):
                self.visit(key)
            self.visit(value)

    def visit_arguments(self, node: ast.arguments) -> None:
        for default in (*node.defaults, *(value for value in node.kw_defaults if value is not None)):
            self.visit(default)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.visit(node.args)
        for part in (*node.decorator_list, *node.body):
            self.visit(part)

    def visit_Assert(self, node: ast.Assert) -> None:
        pass


def _wrapped(tree: ast.Module) -> Iterator:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for argument in node.args[:WRAPPERS.get(_called(node), 0)]:
                for part in ast.walk(argument):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def _of_options() -> Iterator:
    """Words, help and units of the engine's options, and the names of their choices."""
    from engine.settings import options_of
    from gui.parts.fields import words_of

    for file in _files("engine"):
        if re.search(r"\boption\(", file.read_text(encoding="utf-8")):
            module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            for kind in vars(module).values():
                if isinstance(kind, type) and issubclass(kind, enum.Enum):
                    yield from (words_of(member) for member in kind)
                elif isinstance(kind, type) and dataclasses.is_dataclass(kind):
                    for how in options_of(kind).values():
                        yield from (how.words, how.help, how.unit, *map(str, how.choices))


def _files(folder: str) -> list:
    return sorted((ROOT / folder).rglob("*.py"))


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _places(text: str) -> set:
    return set(re.findall(r"(?<!\{)\{(\w+)", text))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _tool(name: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.prefix) / "bin" / f"pyside6-{name}"), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
