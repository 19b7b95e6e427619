"""The model card of a bundle, for people: what it is, what it saw, how good it was, what it must not be used for."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable

from engine.bundle import manifest
from engine.bundle.manifest import Contents, ModelCard
from engine.data.schema import Kind
from engine.records import Interval, Scores

_SHOWN = 40
_PLOTS = {"plots/roc.svg": "ROC curve on rows that it had not seen", "plots/calibration.svg": "Calibration",
          "plots/importance.svg": "Most important features"}
_NANOSECONDS = 1_000_000_000


def readme(contents: Contents, plots: Iterable[str] = ()) -> str:
    """Markdown; `plots` are entries of the same bundle."""
    card = contents.card
    blocks = [f"# {_plain(card.name)}", _identity(contents), _scores(card.scores), _seen(card), _features(card)]
    if contents.pool is not None:
        blocks.insert(2, _members(contents))
    pictures = [f"![{words}]({name})" for name, words in _PLOTS.items() if name in set(plots)]
    if pictures:
        blocks.insert(3, "\n\n".join(pictures))
    if card.price is not None:
        blocks.append(f"## Compact form\n\n{_plain(card.price.words)}")
    blocks.append(_licences(contents))
    if contents.onnx is not None:
        blocks.append(_graph(contents))
    if card.warnings:
        blocks.append("## Warnings\n\n" + "\n".join(f"- {_plain(words)}" for words in card.warnings))
    blocks.append(
        "## Use\n\nThe score is the probability that a signal wins, given the features below. It holds for signals "
        "like those it was trained on; check it on recent outcomes before relying on it.\n\n"
        "`alphapulse verify FILE` checks this bundle; `alphapulse score FILE DATA --out SCORES` applies it."
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _identity(contents: Contents) -> str:
    card = contents.card
    rows = [
        ("Id", card.id), ("Kind", card.kind), ("Made", card.created), ("Trained on", card.source),
        ("Rows", str(card.rows) if card.rows else ""), ("Data fingerprint", card.fingerprint),
        ("Label", card.label), ("Threshold", f"{card.threshold:g}"), ("Continues", card.parent or ""),
        ("Contaminated", "yes: it was tested on rows that it had seen" if card.contaminated else ""),
        ("Versions", ", ".join(f"{name} {version}" for name, version in card.versions.items())),
    ]
    return "\n".join(f"- {name}: {_plain(value)}" for name, value in rows if value)


def _members(contents: Contents) -> str:
    assert contents.pool is not None
    weights = dict(zip(contents.pool.names, contents.pool.weights, strict=True))
    lines = ["## Members", "", "| member | kind | weight | AUC |", "|---|---|---|---|"]
    for card in contents.members:
        auc = "" if card.scores is None else _interval(card.scores.auc)
        lines.append(f"| {_plain(card.name)} | {card.kind} | {weights.get(card.name, 0.0):.3f} | {auc} |")
    return "\n".join(lines)


def _graph(contents: Contents) -> str:
    graph = contents.onnx
    assert graph is not None
    answers = [f"- `{graph.final}`: the final score"]
    answers += [f"- `{name}`: the score of {_plain(each.name)}"
                for name, each in zip(graph.members, contents.members, strict=True)]
    words = (
        f"`{graph.file}` holds the whole score in one graph (opset {graph.opset}, ai.onnx.ml {graph.trees_opset}). "
        f"Over {graph.rows} rows it differed from the models by {graph.largest_difference:.1e} at most. It takes one "
        "float32 column (n, 1) a feature by its name; NaN is a missing value, and a category is given as its place in "
        "the list of `schema.json`, counted from 0."
    )
    return "\n".join(["## ONNX", "", words, "", *answers])


def _licences(contents: Contents) -> str:
    kinds = sorted({each.kind for each in contents.members})
    lines = [f"- {kind}: {manifest.LICENCES[kind]}" for kind in kinds]
    return "\n".join(["## Licences of the libraries that score it", "", *lines])


def _scores(scores: Scores | None) -> str:
    if scores is None:
        return ""
    rows = [("AUC", scores.auc), ("Accuracy", scores.accuracy), ("Log loss", scores.log_loss),
            ("Brier score", scores.brier), ("Average precision", scores.average_precision)]
    if scores.mean_r is not None:
        rows.append(("Mean R of accepted signals", scores.mean_r))
    lines = [f"- {name}: {_interval(value)}" for name, value in rows]
    head = f"## Scores on {scores.rows} later rows that it had not seen ({scores.positives} wins, 95 % intervals)"
    return "\n".join([head, "", *lines])


def _seen(card: ModelCard) -> str:
    lines = [
        f"- {part.rows} rows, signals {_day(part.first)} to {_day(part.last)}, labels up to {_day(part.last_label)}"
        for part in card.exposure
    ]
    return "\n".join(["## What its trees have seen", "", *lines]) if lines else ""


def _features(card: ModelCard) -> str:
    lines = [f"## Features ({len(card.schema)})", "", "| feature | holds | range |", "|---|---|---|"]
    for feature in card.schema.features[:_SHOWN]:
        known = feature.low is not None and feature.high is not None
        span = f"{feature.low:g} to {feature.high:g}" if known else ""
        if feature.kind is Kind.CATEGORY:
            span = f"{len(feature.categories)} categories"
        lines.append(f"| {_plain(feature.name)} | {feature.kind.value} | {span} |")
    if len(card.schema) > _SHOWN:
        lines.append(f"\n{len(card.schema) - _SHOWN} more are in schema.json.")
    return "\n".join(lines)


def _interval(value: Interval) -> str:
    if math.isnan(value.low) or math.isnan(value.high):
        return f"{value.value:.4f}"
    return f"{value.value:.4f} ({value.low:.4f} to {value.high:.4f})"


def _day(moment: int | None) -> str:
    if moment is None:
        return "unknown"
    try:
        return datetime.datetime.fromtimestamp(moment / _NANOSECONDS, datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (OverflowError, ValueError, OSError):
        return "unknown"


def _plain(text: str) -> str:
    """Names come from files: no markup, no line breaks."""
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in kept)
