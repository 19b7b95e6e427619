"""What runs and ensembles tell of the next block, less what their models then get there.

The made-up signals were not looked at while the way of telling was chosen: labels drawn from a law on the real features
and times of the sample, whose edge stays or fades, with luck that neighbours share; and streams that drift.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.records import LearningCurve
from engine.training.config import TrainingConfig
from engine.training.fitting import Fitted, Silent, Source, fit_forest, former
from tests.benchmarks.measuring import ROOT, Row

REPORTED_MORE = 0.01
ENSEMBLE = "ensemble"
_STRETCHES = 8  # of a set's time: errors within one are not independent, whatever the cut
_BLOCKS = 8
_STEPS = 20  # levels of an edge that fades
_FADES = {"stays": (0.58, 0.58), "fades": (0.61, 0.52)}  # Bayes AUC at the start and at the end
_ALIKE = 0.5  # correlation of neighbours' luck
_KINDS = ("edge_decay", "incremental", "stationary", "dependent")
_IDLE = 24  # columns of noise beside the six of a stream
_STREAM_ROWS, _STREAM_AUC, _STREAMS = 3000, 0.58, 6
_QUICK = 3  # repeats of a quick measurement


@dataclass(frozen=True)
class Missed:
    """Of one model: what was told, pooled, and what a model trained up to the next block got there, less what came."""

    block: str
    stretch: str
    library: str
    told: float
    pooled: float
    fresh: float
    within: bool


@dataclass(frozen=True, eq=False)
class World:
    """Rows in order of time, as a fit takes them."""

    name: str
    matrix: Any
    label: Any
    time: Any
    label_time: Any
    categorical: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Walked:
    """A walk forward: each block's rows, and of each library its probabilities there and on the block after (None)."""

    world: World
    tests: list[Any]
    own: dict[str, list[Any]]
    later: dict[str, list[Any]]


def made(*, repeats: int) -> list[Row]:
    """A row a library, and one for the ensemble of all three, on made-up signals."""
    found: list[Missed] = []
    for world in _worlds(_STREAMS if repeats > _QUICK else 1):
        print(f"  {world.name}", file=sys.stderr, flush=True)
        found += missed(_walk(world, _BLOCKS))
    return promised(found, "made-up signals")


def missed(walked: Walked) -> list[Missed]:
    """Of every block but the first and the last, by every library and by their ensemble."""
    last = len(walked.tests) - 1
    return [each for number in range(1, last)
            for each in (*(one for library in walked.own for one in _of_library(walked, library, number)),
                         *_of_ensemble(walked, number)) if np.isfinite(each.told)]  # a block may hold one outcome only


def promised(found: Sequence[Missed], where: str) -> list[Row]:
    """A row for all, and one a library: what was told for the next block, and the pooled score, less what came."""
    rows = []
    for library in (*dict.fromkeys(each.library for each in found), ""):
        mine = [each for each in found if each.library == library or (not library and each.library != ENSEMBLE)]
        told, pooled, fresh = (_mean(mine, which) for which in ("told", "pooled", "fresh"))
        within = np.mean([each.within for each in mine])
        rows.append(Row(
            f"{library or 'All libraries'}, {where}: AUC told for the next block minus what came, {len(mine)} models",
            f"mean {told[0]:+.4f} +- {told[1]:.4f}, within its interval {within:.0%}",
            f"pooled score minus what came {pooled[0]:+.4f} +- {pooled[1]:.4f}; a model trained up to that block "
            f"{fresh[0]:+.4f} +- {fresh[1]:.4f}", f"{told[0]:+.4f}", f"at most {REPORTED_MORE}",
            told[0] <= REPORTED_MORE))
    return rows


def _mean(found: Sequence[Missed], which: str) -> tuple[float, float]:
    """Mean and standard error: libraries share a block's luck, and blocks of all cuts that of their stretch of time."""
    by_block: dict[str, list[Missed]] = {}
    for each in found:
        by_block.setdefault(each.block, []).append(each)
    values = np.asarray([np.mean([getattr(each, which) for each in block]) for block in by_block.values()])
    stretch = np.unique([block[0].stretch for block in by_block.values()], return_inverse=True)[1]
    together = np.bincount(stretch, values - values.mean())
    groups = len(together)
    return float(values.mean()), float(np.sqrt(groups / (groups - 1) * (together**2).sum()) / len(values))


def _of_library(walked: Walked, library: str, number: int) -> Iterator[Missed]:
    from engine.evaluation.metrics import auc
    from engine.evaluation.next_block import next_block

    own, later = walked.own[library], walked.later[library][number]
    label = [walked.world.label[rows] for rows in walked.tests]
    told = next_block(list(zip(label[:number + 1], own, strict=False)))
    if told is None:
        return
    came = auc(label[number + 1], later)
    pooled = auc(np.concatenate(label[:number + 1]), np.concatenate(own[:number + 1]))
    yield Missed(*_place(walked, number), library, told.value - came, pooled - came,
                 auc(label[number + 1], own[number + 1]) - came, told.low <= came <= told.high)


def _of_ensemble(walked: Walked, number: int) -> Iterator[Missed]:
    """All libraries combined on the blocks up to this one; nothing where that is too little to tell of the next."""
    from engine.ensemble.combining import combine
    from engine.ensemble.options import EnsembleOptions
    from engine.ensemble.panel import Panel
    from engine.evaluation.metrics import auc
    from engine.evaluation.next_block import next_block
    from engine.progress import Progress

    world, rows = walked.world, np.concatenate(walked.tests[:number + 1])
    panel = Panel(tuple(walked.own), np.stack([np.concatenate(own[:number + 1]) for own in walked.own.values()]),
                  world.label[rows], rows, world.time[rows], world.label_time[rows])
    made = combine(panel, EnsembleOptions(), Progress())
    kept = made.out_of_fold
    blocks = [kept.fold == block for block in np.unique(kept.fold)]
    told = next_block([(kept.label[block], kept.probability[block]) for block in blocks])
    if told is None:
        return
    label = world.label[walked.tests[number + 1]]
    came = auc(label, made.pool.apply(np.stack([later[number] for later in walked.later.values()])))
    fresh = auc(label, made.pool.apply(np.stack([own[number + 1] for own in walked.own.values()])))
    yield Missed(*_place(walked, number), ENSEMBLE, told.value - came, auc(kept.label, kept.probability) - came,
                 fresh - came, told.low <= came <= told.high)


def _place(walked: Walked, number: int) -> tuple[str, str]:
    name, rows = walked.world.name, walked.tests[number + 1]
    stretch = int(rows.mean() / len(walked.world.label) * _STRETCHES)
    return f"{name} {len(walked.tests)} {number}", f"{name} {stretch}"


def _walk(world: World, blocks: int) -> Walked:
    from engine.data.splits import purged_walk_forward
    from engine.models import LIBRARIES
    from engine.training.config import ModelType

    plan = purged_walk_forward(world.time, world.label_time, folds=blocks)
    source = Source(world.matrix, world.label, categorical=world.categorical, time=world.time,
                    label_time=world.label_time)
    tests = [fold.test for fold in plan]
    walked = Walked(world, tests, {}, {})
    for library in LIBRARIES:
        config = TrainingConfig(model_type=ModelType(library), threads=1)
        fitted = list(walked_forward(source, [fold.train for fold in plan], config))
        said = [[each.probability(world.matrix[rows], threads=1) for rows in tests[place:place + 2]]
                for place, each in enumerate(fitted)]
        walked.own[library] = [own for own, *_ in said]
        walked.later[library] = [later[0] if later else None for _, *later in said]
    return walked


class _Heard(Silent):
    """Keeps the watched losses of a fit for the blocks after it, as a run does."""

    def __init__(self) -> None:
        self._losses: list[tuple[int, float]] = []

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        if self._losses and total_round <= self._losses[-1][0]:  # begun again, with less holding back
            self._losses.clear()
        self._losses.append((total_round, valid_loss))
        return False

    @property
    def curve(self) -> LearningCurve:
        rounds, valid = zip(*self._losses, strict=True) if self._losses else ((), ())
        return LearningCurve(0, np.asarray(rounds, dtype=np.int64), np.full(len(rounds), np.nan), np.asarray(valid))


def walked_forward(source: Source, trains: Sequence[Any], config: TrainingConfig) -> Iterator[Fitted]:
    """The models of a walk-forward, block by block: earlier blocks have their say in a block's number of rounds."""
    curves: list[LearningCurve] = []
    for train in trains:
        heard = _Heard()
        yield fit_forest(source, train, config, heard, former=former(curves))
        curves.append(heard.curve)


def _worlds(each: int) -> Iterator[World]:
    from engine.data.loading import load_table
    from engine.data.synthetic import stream

    table = load_table(ROOT / "resources" / "sample" / "btc_1h.csv").labelled()
    for seed in range(1, each + 1):
        for name, edge in _FADES.items():
            yield World(f"an edge that {name}, {seed}", table.matrix, _drawn(table, edge, seed), table.time,
                        table.label_time, tuple(table.schema.categorical))
        for kind in _KINDS:
            found = stream(kind, rows=_STREAM_ROWS, seed=10 + seed, bayes_auc=_STREAM_AUC)
            noise = np.random.default_rng((10 + seed, 9)).standard_normal((_STREAM_ROWS, _IDLE))
            matrix = np.ascontiguousarray(np.column_stack([found.X, noise]), dtype=np.float32)
            yield World(f"{kind}, {seed}", matrix, found.label, found.time, found.label_time)


def _drawn(table: Any, edge: tuple[float, float], seed: int) -> Any:
    """Labels by a planted rule of five real columns, whose Bayes AUC goes from one value to the other."""
    from scipy.special import ndtr

    from engine.data.synthetic import planted
    from engine.data.synthetic_law import ScoreGrid

    numbers = [place for place in range(table.matrix.shape[1]) if place not in set(table.schema.categorical)]
    _, chance, _ = planted(table.matrix[:, numbers].astype(float), seed=seed)
    score = np.log(chance / (1 - chance))
    grid, level = ScoreGrid.of(score).thinned(1000), np.arange(len(score)) * _STEPS // len(score)
    for step, auc in enumerate(np.linspace(*edge, _STEPS)):
        chance[level == step] = grid.solve(float(auc), 0.39).probability(score[level == step])
    rng = np.random.default_rng((seed, 7))
    luck = rng.standard_normal(len(score))
    for row in range(1, len(luck)):
        luck[row] = _ALIKE * luck[row - 1] + np.sqrt(1 - _ALIKE**2) * luck[row]
    return (ndtr(luck) < chance).astype(np.int8)
