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
    previous: LoadedModel | None = None
    previous_name: str = ""


def add_learner_options(parser: argparse.ArgumentParser) -> None:
    """Champion, blend, detector, learning rate and the rest, with the learner's own defaults."""
    plain = LearnerOptions()
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--champion", metavar="ID", help="run, model file or bundle; left out, the library's champion")
    who.add_argument("--no-batch", action="store_true", help="the online learner alone")
    parser.add_argument("--previous", metavar="ID",
                        help="the champion before, beside the others; left out, the library's for a blend that learns")
    parser.add_argument("--blend", choices=[way.value for way in Blending], default=plain.blending.value,
                        help="fixed shares (default), shares that learn, or the best share of the window")
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
    parser.add_argument("--half-life", type=half_life, metavar="N|Nh", default=(plain.half_life_events, 0.0),
                        help="labels, or with an h hours, after which old labels count half; 0 never (default)")
    parser.add_argument("--intercept-rate", type=float, metavar="R", default=plain.intercept_rate,
                        help="0 (default): River's 0.01 with labels at once, 0.001 with late ones")
    parser.add_argument("--l2", type=float, metavar="P", default=plain.l2, help="pull of the weights to zero")
    parser.add_argument("--share-rate", type=float, metavar="R", default=plain.share_rate,
                        help="how readily shares that learn come back after a change (default %(default)s)")
    parser.add_argument("--cool-down", type=int, metavar="N", default=plain.cool_down,
                        help="labels after an alarm in which others ask for no retraining (default %(default)s)")
    parser.add_argument("--expiry", type=float, metavar="HOURS", default=plain.expiry_hours,
                        help="give a signal up that has no label for so long; 0 never (default)")


def _spelled(word: str) -> str:
    """HDDM_A and hddm-a are the same."""
    return word.lower().replace("_", "-")


def half_life(word: str) -> tuple[float, float]:
    """`500` are labels, `36h` hours: (labels, hours)."""
    if word.endswith("h"):
        return 0.0, float(word[:-1])
    return float(word), 0.0


def learner_options(args: argparse.Namespace) -> LearnerOptions:
    """The learner's options as the command line names them."""
    return LearnerOptions(
        learning_rate=args.learning_rate, blending=Blending(args.blend), batch_weight=args.batch_share,
        detector=Detector(args.detector), model=OnlineKind(args.online_model), window=args.window,
        half_life_events=args.half_life[0], half_life_hours=args.half_life[1], expiry_hours=args.expiry,
        intercept_rate=args.intercept_rate, l2=args.l2, share_rate=args.share_rate, cool_down=args.cool_down,
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
        model = load_model(name, workspace=workspace)
        before = args.previous
        if before is None and workspace is not None and not args.champion and args.blend != Blending.FIXED.value:
            before = promotion.history(workspace)[-1].previous
        if before is None:
            return Champion(model, str(name))
        previous = load_model(before, workspace=workspace)
        if not previous.schema.same_columns(model.schema):
            out.warn(f"The previous champion {before} reads other columns than the champion: it is left out.")
            return Champion(model, str(name))
        out.say(f"Previous champion: {before}")
        return Champion(model, str(name), previous, str(before))
