"""An invented snapshot of a running monitor."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from engine.records import (
    DriftMark,
    FeedState,
    Floats,
    InputTrack,
    Interval,
    MonitorSnapshot,
    OnlineCurves,
    OnlineFigures,
    StreamMark,
)

WINDOW = 500


def curves(labels: int, *, batch: bool = True) -> OnlineCurves:
    """Smooth figures of `labels` labels with a Wilson-like band."""
    event = np.arange(1, labels + 1)
    wave = 0.02 * np.sin(event / 200)
    nothing = np.full(labels, np.nan)
    half = 1.96 * np.sqrt(0.25 / np.minimum(event, WINDOW))

    def flat(value: float) -> Floats:
        return np.full(labels, value)

    return OnlineCurves(
        event=event, time=np.full(labels, -1), accuracy=0.57 + wave, accuracy_low=0.57 + wave - half,
        accuracy_high=0.57 + wave + half, accuracy_batch=flat(0.56) if batch else nothing, accuracy_online=flat(0.55),
        accuracy_last_class=flat(0.51), accuracy_prior=flat(0.53), auc=flat(0.58), auc_batch=nothing,
        auc_online=nothing, log_loss=flat(0.68) + wave / 4, log_loss_batch=flat(0.685) if batch else nothing,
        log_loss_online=flat(0.688), log_loss_mix=nothing, log_loss_prior=flat(0.69),
        weight_batch=flat(0.8 if batch else 0.0), weight_online=flat(0.2 if batch else 1.0),
        total_final=0.680 * event, total_batch=0.685 * event, total_online=0.688 * event, total_mix=0.681 * event,
        total_shared=0.679 * event, total_previous=nothing, pending=np.full(labels, 24),
    )


def snapshot(labels: int = 1500, *, batch: bool = True, **changed: Any) -> MonitorSnapshot:
    """A monitor that has learnt `labels` labels; `changed` replaces fields."""
    figures = {"final": OnlineFigures(Interval(0.57, 0.55, 0.59), 0.58, 0.68),
               "online": OnlineFigures(Interval(0.55, 0.53, 0.57), 0.55, 0.688)}
    if batch:
        figures["batch"] = OnlineFigures(Interval(0.56, 0.54, 0.58), 0.57, 0.685)
    made = MonitorSnapshot(
        state=FeedState.RUNNING, status="Running at full speed", source="btc_1h.csv",
        champion="LightGBM 42" if batch else "", events=labels + 24, labels=labels, pending=24, expired=0,
        duplicates=0, corrections=0, fraction=0.4, time=1_700_000_000_000_000_000, speed=0.0, blend=0.8,
        adaptive=False, weights={"batch": 0.8, "online": 0.2} if batch else {"online": 1.0}, window=WINDOW,
        accuracy=Interval(0.571, 0.541, 0.601), auc=0.58, log_loss=0.68, kappa_temporal=0.1, figures=figures,
        baseline={"last_class": 0.51, "prior": 0.53}, events_per_second=1250.0, latency_p50=0.021,
        latency_p99=0.31, latency=np.full(50, 0.02),
        drifts=(DriftMark(700, None, "ADWIN", "log loss", True, "ADWIN: log loss rose from 0.682 to 0.694"),),
        marks=(StreamMark(900, None, "blend", "Blend 0.80 to 0.70"),),
        skill="Better than the majority by 3 points.", notes=("24 labels are pending.",), contaminated=0,
        curves=curves(labels, batch=batch),
        losses={"final": 0.68 * labels, "online": 0.688 * labels, **({
            "batch": 0.685 * labels, "mix": 0.681 * labels, "shared": 0.679 * labels} if batch else {})},
        latency_track=np.column_stack([np.arange(1, labels, 25), np.full(len(range(1, labels, 25)), 0.021),
                                       np.full(len(range(1, labels, 25)), 0.31)]),
    )
    return dataclasses.replace(made, **changed)


def inputs(batches: int = 5) -> InputTrack:
    """Four inputs of which the second has moved far, and the first a little."""
    event = np.arange(1, batches + 1) * 250
    moved = np.full((batches, 4), 0.03)
    moved[:, 0], moved[batches // 2:, 1] = 0.2, 0.8
    return InputTrack(("momentum", "spread", "side=long", "side=short"), event, moved)
