"""What the places of a sentence hold, told by the expressions that fill them: numbers, names, lists, or words again."""

import ast
import re
from dataclasses import dataclass

_NUMERIC = re.compile(r"^[+,.\dz_<>=]*[fgdeEn,%]$|^[+,]$")
# What a place holds, told by the last name of its expression.
_WORDS = {"words", "what", "remedy", "reason", "reasons", "why", "status", "counted", "verdict", "verdicts", "note",
          "told", "error", "away", "said", "fault", "faults", "who", "over", "leaves", "titles",
          "message", "refused", "disguise", "result", "percent", "method", "now", "was", "shown"}
_NAMES_OR_WORDS = {"first", "a", "b"}
_NUMBERS = {"thousandths", "len", "int", "round", "sum"}
_METHODS = {"strip", "rstrip", "lower", "upper", "capitalize", "replace", "tolist", "format", "lstrip"}
_AROUND = {"some", "counted", "join", "len", "str", "sorted", "set", "abs", "int", "float", "round", "max", "min",
           "sum", "next", "repr", "tuple", "list", "map", "percent", "thousandths"}


@dataclass(frozen=True)
class Place:
    """Where a value goes."""

    name: str
    kind: str


def place_of(part: ast.FormattedValue) -> Place | None:
    """The place of a value that is written in a form; None where the value stands as it is."""
    form = _form(part)
    if _NUMERIC.match(form):
        return Place(name_of(part.value), "n")
    return Place(name_of(part.value), "t") if form or part.conversion != -1 else None


def _form(part: ast.FormattedValue) -> str:
    if part.format_spec is None:
        return ""
    return "".join(each.value if isinstance(each, ast.Constant) else "0" for each in part.format_spec.values)


def name_of(node: ast.expr) -> str:
    """A name for translators: what the value is called in the code."""
    last = last_of(node)
    if last in _AROUND and isinstance(node, ast.Call) and node.args:
        return name_of(node.args[-1] if last == "map" else node.args[0])
    return last.strip("_").lower() or "value"


def kind_of(node: ast.expr, texts: set) -> str:
    """What a place holds; `texts` are the functions of the file that give a text."""
    last = last_of(node).strip("_").lower()
    if last == "join" and isinstance(node, ast.Call) and isinstance(node.func.value, ast.Constant):
        listed = node.args[0]
        made = isinstance(listed, (ast.GeneratorExp, ast.ListComp)) and isinstance(listed.elt, ast.JoinedStr)
        return "w" if node.func.value.value != ", " else "c" if made else "l"
    if last == "some":
        return "l"
    if last in _NAMES_OR_WORDS:
        return "c"
    if isinstance(node, ast.Call) and last in _NUMBERS:
        return "n"
    known = last in _WORDS or last.endswith("words") or (isinstance(node, ast.Call) and last_of(node) in texts)
    return "w" if known else "t"


def last_of(node: ast.expr) -> str:
    """The last name of an expression: of `table.rows[0].words` it is `words`."""
    match node:
        case ast.Call(func=ast.Attribute(attr=method, value=inner)) if method in _METHODS:
            found = last_of(inner)
        case ast.Call(func=inner) | ast.Subscript(value=inner) | ast.Starred(value=inner):
            found = last_of(inner)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            found = name
        case ast.BinOp(left=left, right=right):
            found = last_of(right if isinstance(left, ast.Constant) else left)
        case ast.GeneratorExp(elt=each) | ast.ListComp(elt=each):
            found = last_of(each) if last_of(each) != "value" else last_of(node.generators[0].iter)
        case ast.BoolOp(values=[first, *_]):
            found = last_of(first)
        case _:
            found = "value"
    return found
