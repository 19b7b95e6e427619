"""The command `alphapulse`: everything that the window does, without a window."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.cli.output import Output
from engine.errors import Cancelled, WorkbenchError

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130

# One module a verb, named as the verb: add_arguments(parser) and run(args, out) -> the JSON object, or None if the
# verb printed its own lines. Its first docstring line is its help.
VERBS = {
    "demo": "the whole job on the shipped sample: train, compare, combine, replay, export, verify",
    "inspect": "profile a file: columns, roles, findings",
    "train": "train, evaluate and register models",
    "select": "choose the columns that carry the signal, and say what dropping the others costs",
    "studies": "searches for settings: list, show their trials, delete",
    "recipes": "how something is trained, by name: list, show, diff, export, import, delete",
    "models": "the model library: list, show, promote, roll back, delete",
    "report": "one run, or several beside each other, as one HTML or PDF file",
    "explain": "which features make a model's scores, over a file or for one signal",
    "ensemble": "combine models of the library",
    "replay": "run the online learner over a file, labels arriving at their own time",
    "monitor": "watch a live source without a window",
    "events": "what the monitors noted: predictions, labels, drifts, swaps, errors",
    "hard": "the signals that a monitor's champion got most wrong: see and save them",
    "export": "write a bundle",
    "verify": "check a bundle and explain",
    "score": "score a file with a bundle",
    "doctor": "which optional parts are here and working",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit code (0 done, 1 refused, 2 wrong usage, 130 interrupted)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = _parser(next((word for word in arguments if word in VERBS), None))
    args = parser.parse_args(arguments)
    out = Output(json=args.json)
    with out.interruptible():
        try:
            result = importlib.import_module(f"engine.cli.{args.verb}").run(args, out)
        except WorkbenchError as error:
            out.refuse(error)
            return REFUSED
        except (Cancelled, KeyboardInterrupt):
            out.refuse(WorkbenchError("Interrupted; nothing of this run was kept.", code="interrupted"))
            return INTERRUPTED
        except BrokenPipeError:
            return DONE
    if result is not None:
        out.result(result)
    return DONE


def _parser(wanted: str | None) -> argparse.ArgumentParser:
    """Every verb with its help; only the wanted verb's module is imported for its arguments."""
    parser = argparse.ArgumentParser(prog="alphapulse", description="Train, watch, combine and export signal models.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, words in VERBS.items():
        child = verbs.add_parser(verb, help=words, description=words[0].upper() + words[1:] + ".")
        child.add_argument("--json", action="store_true", help="print exactly one JSON object on standard output")
        child.add_argument("--workspace", type=Path, metavar="DIR",
                           help="where models, runs, journals and settings live (or ALPHAPULSE_WORKSPACE)")
        if verb == wanted:
            importlib.import_module(f"engine.cli.{verb}").add_arguments(child)
    return parser
