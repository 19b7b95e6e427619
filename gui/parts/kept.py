"""What is kept of a run as text, in the language of the window: choices, ways to split, figures."""

from __future__ import annotations

import re

from gui.parts.fields import words_of
from gui.sentences import said
from gui.translation import later, localized, tr

_FIGURE = re.compile(r"[-+−]?\d[\d,]*(\.\d+)?(e[-+]?\d+)?")
_INTERVAL = re.compile(r"(\S+) \((\S+) to (\S+)\)")
_NAMES = ("data", "fingerprint", "version")  # lines of a comparison that hold what is nobody's to translate
_FORWARD = "weights_forward"
_SCHEMES = {_FORWARD: later("Weights from earlier blocks")}


def scheme(name: str) -> str:
    """How rows were split, as the form words it."""
    from engine.training.config import Scheme

    known = {each.value: words_of(each) for each in Scheme}
    return known.get(name) or tr(_SCHEMES.get(name, name.replace("_", " ").capitalize()))


def figure(text: str) -> str:
    """A number as the language writes it; what is none, such as a category of the file, stays as it is."""
    return localized(text) if _FIGURE.fullmatch(text) else text


def value_said(name: str, text: str) -> str:
    """A value of this line of a comparison: `name` is the line's own, as the engine calls it."""
    from engine.ensemble.naming import chosen

    if name.lower().startswith(_NAMES):
        return said(text) if text == "nothing" else text
    if name == "Validation":
        return scheme(text.replace(" ", "_"))
    between = _INTERVAL.fullmatch(text)
    if between is not None:
        value, low, high = map(localized, between.groups())
        return tr("{value} ({low} to {high})", value=value, low=low, high=high)
    choice = chosen(name, text)
    return tr(choice) if choice != text else figure(text) if _FIGURE.fullmatch(text) else said(text)
