"""What a stream's figures are at this moment, for whoever runs the monitor and for whoever only watches it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from engine.monitoring.gauges import Gauges
from engine.monitoring.sources.base import Source
from engine.monitoring.stream import Stream
from engine.online import skill
from engine.online.blend import regret
from engine.online.contamination import contamination_words
from engine.online.options import Blending
from engine.online.stored import Judged, stored_words
from engine.records import FeedStatus

if TYPE_CHECKING:
    from engine.monitoring.publishing import Publisher


def as_wished(figures: Mapping[str, Any], wished: Mapping[str, Any]) -> dict[str, Any]:
    """Figures of a snapshot with the changes of the blend that wait their turn."""
    blending = wished.get("blending", figures["blending"])
    return {**figures, "blend": wished.get("batch_weight", figures["blend"]), "blending": blending,
            "adaptive": blending == Blending.ADAPTIVE.value}


def figures_now(stream: Stream, gauges: Gauges) -> dict[str, Any]:
    """The part of a snapshot that comes from the stream."""
    book, options = stream.core.book, stream.core.options
    figures, baseline = skill.window_figures(book), skill.window_baseline(book)
    final = figures.get("final", skill.NOTHING)
    p50, p99 = gauges.percentiles()
    return {
        "effective_window": stream.core.effective_window,
        "events": stream.core.signals, "labels": stream.core.labels, "pending": stream.core.pending,
        "expired": stream.ledger.expired, "duplicates": stream.ledger.duplicates,
        "corrections": len(stream.ledger.corrections), "time": stream.time,
        "blend": options.batch_weight, "blending": options.blending.value,
        "adaptive": options.blending is Blending.ADAPTIVE,
        "losses": stream.core.losses, "regret": regret(stream.core.losses),
        "arrival": stream.arrivals.figures(stream.time),
        "weights": stream.core.weights, "window": options.window, "accuracy": final.accuracy,
        "auc": skill.number(final.auc), "log_loss": skill.number(final.log_loss),
        "kappa_temporal": skill.kappa_temporal(final.accuracy.value, baseline["last_class"]),
        "figures": figures, "baseline": baseline, "events_per_second": gauges.rate,
        "latency_p50": p50, "latency_p99": p99, "latency": gauges.latencies(600),
        "mean_r": stream.arrivals.mean_r(getattr(stream.champion, "threshold", 0.5)),
        "latency_track": gauges.history, "drifts": tuple(stream.drifts), "marks": tuple(stream.marks),
        "detectors": stream.detectors, "causes": stream.causes, "hard": stream.hard.count,
        "skill": skill.words(final.accuracy, final.log_loss, baseline, stream.core.labels),
    }


def notes_of(stream: Stream, judged: Judged) -> tuple[str, ...]:
    """What else the analyst should know."""
    found = [stored_words(judged.covered)] if judged.covered else []
    if judged.flattered:
        found.append(contamination_words(judged.flattered, judged.rows))
    options = stream.core.options
    if (options.half_life_events or options.half_life_hours) and stream.core.labels:
        found.append(f"Old labels fade: {stream.core.effective_window:,.0f} of {stream.core.labels:,} count.")
    if stream.champion is None:
        found.append("No champion: the score is the online model's alone.")
    if stream.fault:
        found.append(f"The champion gives no score ({stream.fault}); its share is 0 until it does.")
    return tuple(found)


def finished_words(stream: Stream) -> str:
    """The last status of a source that has ended."""
    core = stream.core
    return f"Finished: {core.signals:,} signals, {core.labels:,} labels, {core.pending:,} without one."


def running_words(source: Source, speed: float, words: str) -> str:
    """That it runs, how fast and what the source says; a live feed comes as it comes."""
    if not hasattr(source, "speed"):
        return f"Running; {words}." if words else "Running."
    if speed <= 0:
        return f"Running at full speed; {words}." if words else "Running at full speed."
    return f"Running at {speed:g}x; {words}." if words else f"Running at {speed:g}x."


def feeds_of(source: Source, publisher: Publisher | None) -> tuple[FeedStatus, ...]:
    """How each feed stands, and the copy of the event log."""
    return (*source.status(), *(() if publisher is None else (publisher.status(),)))
