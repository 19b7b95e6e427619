"""The account of luck: a run or the best trial among all looks at the same outcomes, in figures and in one sentence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from engine.evaluation import luck
from engine.evaluation.comparison import percent
from engine.evaluation.intervals import Z95, logit_interval
from engine.library import ledger
from engine.library.ledger import Look
from engine.library.store import Workspace
from engine.records import Floats, Interval, LuckAccount, LuckOfR

# A result is told as more than luck where both hold: the deflated score alone lets one in 20 pass where all looks are
# nearly the same one, and the best of many that are alike swings further than that of as many independent ones. The
# errors are estimated too: in 200 worlds of noise, one in 100 was one in 50.
SURE = 0.95  # least deflated score
RARE = 0.005  # most probability that luck reaches as high
_LIKELY = 0.05  # what luck reaches more often is no better than luck
_VERDICTS = ("No better than luck", "May be luck", "More than luck")
_NO_SKILL = 0.5
_LEAST_LOOKS = 2  # below that there is nothing to choose from


@dataclass(frozen=True, eq=False, slots=True)
class _Shelf:
    """Looks that have a series, and how many independent ones they and those without it are worth."""

    looks: list[Look]
    drawn: Floats  # what the highest of them reaches by luck
    times: float  # as many looks as have a series
    effective: float
    series: Callable[[Look], Floats | None]
    overfitting: dict[str, float | None] = field(default_factory=dict)  # by the rows that were tested


def account(workspace: Workspace, outcomes: str, *, study: str | None = None) -> LuckAccount | None:
    """How the best look (of a study) stands among all looks at these outcomes; None where nothing was scored."""
    looks = ledger.all_looks(workspace, outcomes)
    return _best(looks, lambda look: look.outcomes == outcomes and study in (None, look.study))


def account_of_run(workspace: Workspace, run: str) -> LuckAccount | None:
    """The account of a run; None for one that no look was written down of."""
    look = ledger.look_of(workspace, run)
    return None if look is None else accounts(workspace, look.outcomes, [run]).get(run)


def accounts_of_runs(workspace: Workspace, ids: Sequence[str]) -> dict[str, LuckAccount]:
    """The account of each run that a look was written down of, whatever its outcomes."""
    by_outcomes: dict[str, list[str]] = defaultdict(list)
    for each in ids:
        look = ledger.look_of(workspace, each)
        if look is not None:
            by_outcomes[look.outcomes].append(each)
    found: dict[str, LuckAccount] = {}
    for outcomes, mine in by_outcomes.items():
        found |= accounts(workspace, outcomes, mine)
    return found


def accounts(workspace: Workspace, outcomes: str, runs: Sequence[str]) -> dict[str, LuckAccount]:
    """The account of each of these runs that has looked at the outcomes."""
    looks = ledger.all_looks(workspace, outcomes)
    books = _books(looks)
    judged = {look.run: look for look in looks if look.run in runs and look.auc is not None}
    return {} if books is None else {run: _judged(looks, *books, judged[run]) for run in runs if run in judged}


def _best(looks: Sequence[Look], wanted: Callable[[Look], bool]) -> LuckAccount | None:
    books = _books(looks)
    best = max((look for look in (books[0].looks if books else ()) if wanted(look)), key=lambda look: look.score,
               default=None)
    return None if books is None or best is None else _judged(looks, *books, best)


def _books(looks: Sequence[Look]) -> tuple[_Shelf, _Shelf | None] | None:
    """What all accounts of the same looks share: of the AUC and, where it is known, of R."""
    first = _shelf(looks, lambda look: look.auc)
    return None if first is None else (first, _shelf(looks, lambda look: look.r))


def _judged(looks: Sequence[Look], shelf: _Shelf, of_r: _Shelf | None, judged: Look) -> LuckAccount:
    error = _error(_series(judged.auc))
    auc = logit_interval(judged.score, error**2) if 0 < judged.score < 1 else Interval(judged.score, math.nan, math.nan)
    bar = _NO_SKILL + error * luck.expected_maximum(shelf.effective)
    sure = luck.deflated(judged.score, error, bar)
    reached = (judged.score - _NO_SKILL) / error if error > 0 else math.inf
    p_value = luck.by_luck(shelf.drawn, reached, times=shelf.times)
    found = LuckAccount(
        judged=judged.run or judged.study, best=judged.score >= max(look.score for look in shelf.looks),
        looks=len(looks), kinds={kind.value: count for kind, count in ledger.kinds(looks).items()},
        by_hand=sum(look.by_hand for look in looks),
        inherited=sum(look.outcomes != judged.outcomes for look in looks),
        partial=len(looks) - len(shelf.looks), effective=shelf.effective,
        auc=auc, expected_best=bar, deflated=sure, p_value=p_value,
        overfitting=_overfitting(shelf, judged, _NO_SKILL), words="", beyond_luck=sure >= SURE and p_value <= RARE,
        r=None if of_r is None else _of_r(of_r, judged),
    )
    return replace(found, words=words(found))


def _shelf(looks: Sequence[Look], series: Callable[[Look], Floats | None]) -> _Shelf | None:
    """The looks with a series; series of other rows are independent, looks without one as alike as these are."""
    groups: dict[tuple[str, int], list[Floats]] = defaultdict(list)
    kept = []
    for look in looks:
        values = series(look)
        if values is not None and len(values) > 1:
            kept.append(look)
            groups[look.rows, len(values)].append(values)
    if not kept:
        return None
    drawn, times = luck.maxima([np.stack(group) for group in groups.values()]), len(looks) / len(kept)
    return _Shelf(kept, drawn, times, luck.effective_count(drawn, len(kept)) * times, series)


def _overfitting(shelf: _Shelf, judged: Look, nothing: float) -> float | None:
    """CSCV among the different looks at the rows of the judged one."""
    if judged.rows not in shelf.overfitting:
        alike = [_series(shelf.series(look)) for look in shelf.looks if look.rows == judged.rows]
        different = np.unique(np.stack(alike), axis=0)
        found = luck.overfitting(different, nothing=nothing) if len(different) >= _LEAST_LOOKS else None
        shelf.overfitting[judged.rows] = None if found is None else found.probability
    return shelf.overfitting[judged.rows]


def _of_r(shelf: _Shelf, judged: Look) -> LuckOfR | None:
    if judged.r is None:
        return None
    ratios = [luck.sharpe(_series(look.r)) for look in shelf.looks]
    bar = (float(np.std(ratios, ddof=1)) if len(ratios) > 1 else 0.0) * luck.expected_maximum(shelf.effective)
    sure = luck.deflated_sharpe(judged.r, bar)
    mean, error = float(judged.r.mean()), _error(judged.r)
    return LuckOfR(Interval(mean, mean - Z95 * error, mean + Z95 * error), luck.sharpe(judged.r), bar, sure,
                   _overfitting(shelf, judged, 0.0), sure >= SURE)


def _series(values: Floats | None) -> Floats:
    assert values is not None
    return values


def _error(series: Floats) -> float:
    return float(series.std(ddof=1)) / math.sqrt(len(series))


def words(found: LuckAccount) -> str:
    """The account in at most three sentences."""
    return " ".join(filter(None, (verdict(found), _choice(found), _money(found))))


def verdict(found: LuckAccount) -> str:
    """What it is worth among so many looks, in one sentence."""
    which = "the best of" if found.best else "one of"
    many = (f"{which} {found.looks:,} looks at these outcomes ({counted(found)}), worth {_number(found.effective)} "
            "independent ones")
    if found.looks == 1:
        many = "the first look at these outcomes"
    chance = f"and this high in {percent(found.p_value)} of cases"
    return (f"{_VERDICTS[_certainty(found)]}: AUC {found.auc.value:.3f}, {many}; luck would reach "
            f"{found.expected_best:.3f} on the mean {chance} (deflated score {found.deflated:.2f}).")


def _certainty(found: LuckAccount) -> int:
    """0 where luck does as well, 2 where it hardly can, 1 between."""
    return 2 if found.beyond_luck else int(found.p_value <= _LIKELY)


def _choice(found: LuckAccount) -> str:
    if found.overfitting is None:
        return ""
    return (f"Probability of overfitting {percent(found.overfitting)}: how often the best of one half of the time is "
            "below the median in the other.")


def _money(found: LuckAccount) -> str:
    if found.r is None:
        return ""
    verdict = "more than luck" if found.r.beyond_luck else "no better than luck"
    return f"In R: {found.r.mean_r.value:+.3f} a signal is {verdict} (deflated Sharpe ratio {found.r.deflated:.2f})."


def counted(found: LuckAccount) -> str:
    """The looks by kind, as `200 trials, 2 trainings`, and how many were made by hand or in files with fewer rows."""
    parts = [ledger.Kind(kind).counted(number) for kind, number in found.kinds.items()]
    if found.by_hand and found.by_hand < found.looks:
        parts.append(f"{found.by_hand:,} by hand")
    if found.inherited:
        parts.append(f"{found.inherited:,} at a part of these rows")
    return ", ".join(parts)


def _number(value: float) -> str:
    return f"{value:.1f}" if value < 9.95 else f"{value:,.0f}"
