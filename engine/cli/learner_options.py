"""The options of the online learner and its champion, shared by `replay` and `monitor`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.cli.output import Output
from engine.cli.workspaces import shared_workspace
from engine.online.options import Blending, Detector, LearnerOptions, OnlineKind

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel


@dataclass(frozen=True, eq=False, slots=True)
class Champion:
    """The batch model to run beside the online one; without a model `name` is empty."""

    model: LoadedModel | None
    name: str


def add_learner_options(parser: argparse.ArgumentParser) -> None:
    """Champion, blend, detector, learning rate and the rest, with the learner's own defaults."""
    plain = LearnerOptions()
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--champion", metavar="ID", help="run, model file or bundle; left out, the library's champion")
    who.add_argument("--no-batch", action="store_true", help="the online learner alone")
    parser.add_argument("--blend", choices=[way.value for way in Blending], default=plain.blending.value,
                        help="fixed shares (default), or shares that learn")
    parser.add_argument("--batch-share", type=float, metavar="W", default=plain.batch_weight,
                        help="share of the batch model in the fixed mix (default %(default)s)")
    parser.add_argument("--detector", type=_spelled, choices=[kind.value for kind in Detector],
                        default=plain.detector.value, help="what watches for drift (default %(default)s)")
    parser.add_argument("--learning-rate", type=float, metavar="R", default=plain.learning_rate,
                        help="default %(default)s")
    parser.add_argument("--online-model", choices=[kind.value for kind in OnlineKind], default=plain.model.value,
                        help="default %(default)s, compiled; the others run in River")
    parser.add_argument("--window", type=int, metavar="N", default=plain.window,
                        help="labels that rolling figures look back (default %(default)s)")
    parser.add_argument("--half-life", type=float, metavar="N", default=plain.half_life_events,
                        help="labels after which old ones count half; 0 never (default)")
    parser.add_argument("--expiry", type=float, metavar="HOURS", default=plain.expiry_hours,
                        help="give a signal up that has no label for so long; 0 never (default)")


def _spelled(word: str) -> str:
    """HDDM_A and hddm-a are the same."""
    return word.lower().replace("_", "-")


def learner_options(args: argparse.Namespace) -> LearnerOptions:
    """The learner's options as the command line names them."""
    return LearnerOptions(
        learning_rate=args.learning_rate, blending=Blending(args.blend), batch_weight=args.batch_share,
        detector=Detector(args.detector), model=OnlineKind(args.online_model), window=args.window,
        half_life_events=args.half_life, expiry_hours=args.expiry,
    )


def open_champion(args: argparse.Namespace, out: Output) -> Champion:
    """The named model, else the library's champion, else none; what was chosen is told."""
    if args.no_batch:
        return Champion(None, "")
    from engine.bundle.loading import load_model
    from engine.library import promotion

    with shared_workspace(args) as workspace:
        name = args.champion or (promotion.champion(workspace) if workspace is not None else None)
        if name is None:
            out.say("No champion in the library: the online learner runs alone.")
            return Champion(None, "")
        out.say(f"Champion: {name}")
        return Champion(load_model(name, workspace=workspace), str(name))
