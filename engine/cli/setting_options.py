"""`train --set NAME=VALUE` and `--param NAME=VALUE`: every setting that the form has, by its name in Python."""

from __future__ import annotations

import argparse
import enum
import typing
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from engine.errors import WorkbenchError
from engine.settings import check_ranges, options_of
from engine.training.config import TrainingConfig, ValidationOptions

_SWITCHES = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}
_ELSEWHERE = {"model_type": "--models", "extra_params": "--param"}


def add_setting_options(parser: argparse.ArgumentParser) -> None:
    """Any setting by name, and any parameter of a library by its own name."""
    parser.add_argument("--set", action="append", metavar="NAME=VALUE",
                        help="any further setting, such as learning_rate=0.1 or horizon_rows=24; a name that there is "
                             "not lists all")
    parser.add_argument("--param", action="append", metavar="NAME=VALUE",
                        help="a parameter of the library under its own name, such as max_leaves=31")


def with_settings(
    args: argparse.Namespace, configs: Sequence[TrainingConfig], options: ValidationOptions
) -> tuple[list[TrainingConfig], ValidationOptions]:
    """What the other options ask for, with these settings in place of theirs."""
    training, validation = _read(args.set or [])
    extra = {name: _plain(text) for name, text in (_halves(each, "--param") for each in args.param or [])}
    if extra:
        training["extra_params"] = extra
    options = replace(options, **validation)
    check_ranges(options)
    return [replace(config, **training) for config in configs], options


def _read(given: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings of the training, and those of the validation."""
    found: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for name, text in (_halves(each, "--set") for each in given):
        for values, kind in zip(found, (TrainingConfig, ValidationOptions), strict=True):
            if name in options_of(kind) and name not in _ELSEWHERE:
                values[name] = _value(kind, name, text)
                break
        else:
            raise _unknown(name)
    return found


def _halves(given: str, where: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    if not equals or not name.strip():
        raise WorkbenchError(f"{given!r} is not a setting.", where=where, code="not-a-setting",
                             remedy="Give a name and a value, such as learning_rate=0.1.")
    return name.strip().replace("-", "_"), text.strip()


def _unknown(name: str) -> WorkbenchError:
    if name in _ELSEWHERE:
        return WorkbenchError(f"{name} is not set by --set.", where="--set", code="unknown-setting",
                              remedy=f"Use {_ELSEWHERE[name]}.")
    names = sorted({*options_of(TrainingConfig), *options_of(ValidationOptions)} - set(_ELSEWHERE))
    return WorkbenchError(f"There is no setting {name}.", where="--set", code="unknown-setting",
                          remedy=f"Choose from {', '.join(names)}.")


def _value(kind: type, name: str, text: str) -> Any:
    hint = typing.get_type_hints(kind)[name]
    try:
        if hint is bool:
            return _SWITCHES[text.lower()]
        if hint in (int, float, str) or issubclass(hint, enum.Enum):
            return hint(text)
    except (ValueError, KeyError) as error:
        raise WorkbenchError(f"{name} cannot be {text!r}.", where="--set", code="not-a-setting",
                             remedy=_wanted(hint)) from error
    except TypeError:  # a number or a word
        pass
    return _plain(text)


def _wanted(hint: Any) -> str:
    if hint is bool:
        return "Give yes or no."
    if hint in (int, float):
        return "Give a whole number." if hint is int else "Give a number."
    return f"Choose from {', '.join(str(each.value) for each in hint)}."


def _plain(text: str) -> Any:
    """A number or a switch where it reads like one; libraries take 31 and "31" for different things."""
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return _SWITCHES.get(text.lower(), text)
