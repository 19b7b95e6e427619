"""Finds the sentences of the engine, which knows no translation: whole, with places for what is put into them.

The engine writes plain English with f-strings. Each of them is read here from its syntax tree and becomes a template:
`f"The file lacks {len(absent):,} of {some(names)}."` is "The file lacks {absent} of {names}." with the kinds "n" and
"l". Choices (`a if x else b`) and names that were given a text just before are followed, so that a translator sees
whole sentences. `gui/sentences.py` finds the template of a finished sentence again. Kinds of places: n a number,
t text that is nobody's to translate (names, paths), w words of the engine, l a list of names that may end in "and 3
more", c words of the engine or names, with commas between several.
"""

import ast
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine_places import Place, kind_of, last_of, name_of, place_of

# Never on the screen of the window: the terminal, files for others (their readers speak any language), other processes.
UNSEEN_FILES = ("engine/cli/", "engine/report/", "engine/drawing/", "engine/bundle/describing.py", "engine/doctor.py",
                "engine/bundle/onnx_graph.py", "engine/monitoring/logbook.py", "engine/models/flat_scorer.py",
                "engine/models/flat_shap.py", "engine/models/devices.py", "engine/data/synthetic", "engine/__init__.py",
                "engine/records/__init__.py", "engine/bundle/onnx_checks.py")
NAMES = {"Apache-2.0", "Parquet", "Feather", "Windows-1252", "Null", "Counter", "Logloss", "No", "Bernoulli", "Silent",
         "AlphaPulse Workbench", "Optuna", "\nend of trees"}
_DEEP = 3  # names that stand for names
_MOST = 16  # choices in one sentence; beyond that its parts are translated each for itself
_CODE = re.compile(r"^\s*(SELECT|INSERT|DELETE|UPDATE|CREATE|ALTER TABLE|PRAGMA|WHERE|SET LOCAL)\b|"
                   r"^\s*import |^void\(|DOCTYPE|^-c default|\{\} ORDER BY| IN \(\{\}\)$|^[A-Z][a-z]+[A-Z]\w*$|"
                   r"^(MemAvailable|Unnamed): ?$|^Int64$|^number, at, time|^\w+ (<>|=) ")
# Words that stand alone, which the search takes for keys.
ALONE = ("labels", "signals", "over 99 %", "under 1 %", "ok", "wins", "losses", "batch", "connecting", "training",
         "trial", "threshold", "retrain", "ensemble", "difference", "none", "nothing", "unsigned", "confirmed",
         "checking", "loaded")


@dataclass
class Found:
    """Templates with the kinds of their places, and where each stands."""

    kinds: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)

    def add(self, text: str, kinds: str, place: str) -> None:
        """Take a template in; where two sentences read alike, their places hold what either may hold."""
        before = self.kinds.get(text, kinds)
        self.kinds[text] = "".join(a if a == b else "w" if "w" in a + b else "t"
                                   for a, b in zip(before, kinds, strict=True))
        self.places.setdefault(text, place)


def collect(root: Path, reads_like_words: Callable, unseen_calls: set, unseen_names: set) -> Found:
    """Every sentence that the engine can say in the window."""
    found = Found()
    for file in sorted((root / "engine").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        if not name.startswith(UNSEEN_FILES):
            reader = _Reader(ast.parse(file.read_text(encoding="utf-8")), unseen_calls, unseen_names)
            for line, parts in reader.sentences():
                text, kinds = _template(parts)
                plain = re.sub(r"\{\w+\}", "\0", text)
                code = _CODE.search(plain.replace("\0", "{}")) or "\n  " in text
                if reads_like_words(plain) and text not in NAMES and not code:
                    found.add(text, kinds, f"{name}:{line}")
    for word in ALONE:
        found.add(word, "", "packaging/engine_words.py:0")
    return found


def unmatchable(found: Found) -> Iterator:
    """Templates in which nobody could tell afterwards what was a value: places side by side, or hardly a letter."""
    for text, kinds in found.kinds.items():
        literal = re.sub(r"\{\w+\}", "", text)
        beside = any("w" not in kinds[number:number + 2] for number in _touching(text))
        if beside or ("t" in kinds and "w" not in kinds and len(re.findall(r"[A-Za-z]", literal)) < 3):
            yield f"{found.places[text]}: {text}"


def _touching(text: str) -> Iterator:
    for number, gap in enumerate(re.split(r"\{\w+\}", text)[1:-1]):
        if not gap:
            yield number


def _template(parts: tuple) -> tuple:
    """The text with named places, each name once, and their kinds in order."""
    text, kinds, taken = "", "", {}
    for part in parts:
        if isinstance(part, str):
            text += part.replace("{", "(").replace("}", ")") if "{" in part else part
            continue
        taken[part.name] = count = taken.get(part.name, 0) + 1
        text += "{" + part.name + (str(count) if count > 1 else "") + "}"
        kinds += part.kind
    return text, kinds


class PastKeys(ast.NodeVisitor):
    """Goes past what is no text for people: keys that are looked up, values compared with, annotations."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Past a key."""
        self.visit(node.value)
        if not isinstance(node.slice, ast.Constant):
            self.visit(node.slice)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Past values compared with."""
        for part in (node.left, *node.comparators):
            if not isinstance(part, ast.Constant):
                self.visit(part)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Past an annotation."""
        if node.value is not None:
            self.visit(node.value)


class _Reader(PastKeys):
    """Walks one file; what was given to a name before is remembered within its function."""

    def __init__(self, tree: ast.Module, unseen_calls: set, unseen_names: set) -> None:
        self._tree, self._calls, self._keywords = tree, unseen_calls, unseen_names
        self._scopes = [_assigned(tree.body)]
        self._texts = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
                       and isinstance(node.returns, ast.Name) and node.returns.id == "str"}
        self._found, self._followed = [], set()

    def sentences(self) -> Iterator:
        """(line, parts) of each sentence."""
        self.visit(self._tree)
        for node, parts in self._found:
            fragment = id(node) in self._followed and re.match(r"[ ,;:(]", str(parts[0]))
            if not fragment:
                yield node.lineno, parts

    def _root(self, node: ast.expr) -> None:
        for parts in self._ways(node):
            self._found.append((node, tuple(_joined(parts))))
        for inner in ast.walk(node):
            if isinstance(inner, ast.FormattedValue) and not _is_text(inner.value):
                self.visit(inner.value)

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.expr) and _is_text(node):
            self._root(node)
        else:
            super().visit(node)

    def _ways(self, node: ast.expr, deep: int = 0) -> list:
        """The sentences that an expression may become, each a list of texts and places."""
        match node:
            case ast.Constant(value=str(text)):
                ways = [[text]]
            case ast.JoinedStr(values=parts):
                ways = self._product([self._value(part, deep) if isinstance(part, ast.FormattedValue)
                                      else [[part.value]] for part in parts])
            case ast.BinOp(left=left, right=right) if _is_text(node):
                ways = self._product([self._ways(left, deep), self._ways(right, deep)])
            case ast.IfExp(body=body, orelse=other):
                ways = [*self._ways(body, deep), *self._ways(other, deep)]
            case ast.Subscript(value=ast.Dict(values=values)) if len(values) < _MOST:
                ways = [way for value in values for way in self._ways(value, deep)]
            case ast.Name(id=name) if deep < _DEEP and self._given(name):
                given = self._given(name)
                self._followed.update(map(id, given))
                ways = [way for value in given for way in self._ways(value, deep + 1)]
            case _:
                ways = [[Place(name_of(node), self._kind(node))]]
        return ways

    def _kind(self, node: ast.expr) -> str:
        """What a place holds; of a name, what it was given."""
        given = self._scopes[-1].get(node.id, ()) if isinstance(node, ast.Name) else ()
        joined = next((value for value in given if value is not None and last_of(value) == "join"), node)
        return kind_of(joined, self._texts)

    def _value(self, part: ast.FormattedValue, deep: int) -> list:
        place = place_of(part)
        return self._ways(part.value, deep) if place is None else [[place]]

    def _given(self, name: str) -> list:
        """The texts that a name was given in this function, or in the file; none where it gets anything else."""
        for scope in (self._scopes[-1], self._scopes[0]):
            if name in scope:
                return scope[name] if all(value is not None and _is_text(value) for value in scope[name]) else []
        return []

    @staticmethod
    def _product(parts: list) -> list:
        ways = [[]]
        for choices in parts:
            if len(ways) * len(choices) > _MOST:
                choices = [[Place("words", "w")]]
            ways = [[*way, *choice] for way, choice in itertools.product(ways, choices)]
        return ways

    def visit_Module(self, node: ast.Module) -> None:
        self._body(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._body(node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scopes.append(_assigned(node.body, node.args))
        self.visit(node.args)
        self._body(node.body)
        self._scopes.pop()

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_arguments(self, node: ast.arguments) -> None:
        for default in (*node.defaults, *(value for value in node.kw_defaults if value is not None)):
            self.visit(default)

    def _body(self, body: list) -> None:
        for statement in body:
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                self.visit(statement)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        owner = node.func.value.id if isinstance(node.func, ast.Attribute) and isinstance(
            node.func.value, ast.Name) else ""
        if name == "counted" and len(node.args) == 2 and isinstance(node.args[1], ast.Constant):
            noun = node.args[1].value
            for ending in ("", "s"):
                self._found.append((node, (Place("n", "n"), f" {noun}{ending}")))
            self.visit(node.args[0])
            return
        hidden = name in self._calls or owner in self._calls
        for argument in node.args:
            if not (hidden and _is_text(argument)):
                self.visit(argument)
        for keyword in node.keywords:
            if not (_is_text(keyword.value) and (hidden or keyword.arg in self._keywords)):
                self.visit(keyword.value)
        self.visit(node.func)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_Assert(self, node: ast.Assert) -> None:
        pass


def _assigned(body: list, arguments: ast.arguments | None = None) -> dict:
    """What each name is given in these statements; None for what is no text."""
    names = {argument.arg: [None] for argument in ast.walk(arguments) if isinstance(argument, ast.arg)} \
        if arguments is not None else {}
    for statement in body:
        for node in _within(statement):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    _give(names, target, node.value)
            elif isinstance(node, (ast.AugAssign, ast.For, ast.comprehension, ast.NamedExpr)):
                _give(names, node.target, None)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                _give(names, node.target, node.value)
    return names


def _within(node: ast.AST) -> Iterator:
    """The node and all that stands in it, but in no function or class of its own."""
    yield node
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        for child in ast.iter_child_nodes(node):
            yield from _within(child)


def _give(names: dict, target: ast.expr, value: ast.expr | None) -> None:
    if isinstance(target, ast.Name):
        names.setdefault(target.id, []).append(value)
    elif isinstance(target, (ast.Tuple, ast.List)):
        values = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else None
        for place, part in enumerate(target.elts):
            _give(names, part, values[place] if values else None)


def _is_text(node: ast.expr) -> bool:
    """Whether this is certainly a text: a constant, an f-string, a sum or a choice of such."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and (_is_text(node.left) or _is_text(node.right))
    if isinstance(node, ast.IfExp):
        return _is_text(node.body) and _is_text(node.orelse)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Dict):
        return bool(node.value.values) and all(_is_text(value) for value in node.value.values)
    return isinstance(node, ast.JoinedStr)


def _joined(parts: list) -> Iterator:
    for text, group in itertools.groupby(parts, key=lambda part: isinstance(part, str)):
        found = list(group)
        yield from ["".join(found)] if text else found


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
