"""What the command line adds to a remedy: the engine names a thing as the window does, here is the option for it."""

from __future__ import annotations

# A phrase of the engine's remedies, and what to write for it on the command line.
OPTIONS = {
    "column of wins and losses": "--label COL",
    "tells win from loss": "--label COL",
    "column of the signal time": "--time COL",
    "the time column": "--time COL",
    "column of the outcome time": "--label-time COL",
    "an embargo as long as": "--embargo D",
    "another column of realized R": "--weight COL",
    "choose it as realized R": "--weight COL",
    "another workspace": "--workspace DIR",
    "hoose a workspace": "--workspace DIR or ALPHAPULSE_WORKSPACE",
    "hoose a champion": "--champion ID",
    "with its ONNX graph": "--onnx",
    "the scores another name": "--out FILE",
    "no other place for labels": "--labels URL",
    "the password in the form": "--ask-password",
    "Keep less of it": "--keep-events 30d or --keep-events 50GB",
    "a kind and a place": "`alphapulse monitor --help`",
    "choose one of these": "`alphapulse monitor --help`",
    "Save one, or import one": "--save-recipe NAME or `alphapulse recipes import FILE`",
    "save them as a recipe": "`alphapulse select DATA --save NAME`",
    "the runs that are in the library": "`alphapulse models`",
    "Connect a monitor to a source": "`alphapulse monitor --source URL`",
    "Train with tuning first": "`alphapulse train DATA --tune fast`",
    "the list of trials": "`alphapulse studies show STUDY`",
    "Verify the file": "`alphapulse verify FILE`",
}


def with_options(words: str) -> str:
    """The engine's words, and after them what to write here for what they name."""
    told = list(dict.fromkeys(option for phrase, option in OPTIONS.items() if phrase in words))
    return f"{words} Here: {', '.join(told)}." if told else words
