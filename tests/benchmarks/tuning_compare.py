"""What two tuners reached on the next unseen block: wins, ties and losses with paired intervals; and how soon.

How soon is told twice. By the score in the folds, which both seek on the same folds: the processor seconds that each
took until its best was within 0.001 of FLAML's last best. By the next block: until the settings that were best at the
time first scored within 0.001 of FLAML's end; noise alone reaches that now and then, so the folds say more.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

NEAR = 0.001  # of the peer's best AUC
LESS = 5.0  # times less processor time


def compare_files(paths: Sequence[str]) -> str:
    """A table of every pair of files on the same set, end and seconds, and the sums."""
    runs = [json.loads(Path(each).read_text(encoding="utf-8")) for each in paths]
    ours = {key(run): run for run in runs if run["tool"] == "ours"}
    theirs = {key(run): run for run in runs if run["tool"] == "flaml"}
    both = sorted(set(ours) & set(theirs))
    rows = [line(ours[each], theirs[each]) for each in both]
    heads = ("set", "rows", "ours", "mean of the kept", "FLAML", "difference (95 %)", "", "mean - FLAML (95 %)", "",
             "CPU s ours/FLAML", "wall s", "CPU s to FLAML's best in the folds - 0.001, ours/FLAML", "times less",
             "less than all of FLAML's", "CPU s to FLAML's next block - 0.001")
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(row['cells'])} |" for row in rows]
    for name in ("single", "mean"):
        verdicts = [row[name] for row in rows]
        differences = [row[f"{name}_difference"] for row in rows]
        lines.append(f"\n{name}: {verdicts.count('win')} wins, {verdicts.count('tie')} ties, {verdicts.count('loss')} "
                     f"losses; ahead in {sum(each > 0 for each in differences)} of {len(rows)}; mean difference "
                     f"{np.mean(differences):+.4f}")
    for name, words in (("own", "in the folds for {} times less than FLAML until then"),
                        ("all", "in the folds for {} times less than all that FLAML took"),
                        ("next", "on the next block for {} times less than all that FLAML took")):
        lines.append(f"\nwithin {NEAR} of FLAML's best {words.format(f'{LESS:.0f}')}: "
                     f"{sum(row[name] >= LESS for row in rows)} of {len(rows)}")
    return "\n".join(lines)


def until(run: dict[str, Any], wanted: float) -> float:
    """Processor seconds until the best in the folds was so good; NaN where it never was, or is not in the file."""
    if "folds_path" in run:
        return next((cpu for cpu, best in run["folds_path"] if best >= wanted), math.nan)
    inner = max(run["inner"].values())
    if run["tool"] == "flaml":  # an older file: its last change for the better
        return float(run["path"][-1]["cpu"]) if run["path"] else math.nan
    return next((point["cpu"] for point in run["path"] if point["inner"] >= wanted),
                run["path"][-1]["cpu"] if inner >= wanted else math.nan)


def key(run: dict[str, Any]) -> tuple[str, float, float, int]:
    """What must be alike."""
    return run["set"], run["end"], run["seconds"], run["seed"]


def line(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """One set."""
    label = np.asarray(ours["label"])
    single = paired(label, ours["probability"], theirs["probability"])
    mean = paired(label, ours["probability_mean"], theirs["probability"])
    wanted = max(theirs["inner"].values()) - NEAR
    soon, late = until(ours, wanted), until(theirs, wanted)
    reached = next((point["cpu"] for point in ours["path"] if point["auc"] >= theirs["auc"] - NEAR), math.nan)
    name = ours["set"] + ("" if ours["end"] == 1.0 else f" (to {ours['end']:.0%})")
    cells = (name, str(len(label)), f"{ours['auc']:.4f}", f"{ours['auc_mean']:.4f}", f"{theirs['auc']:.4f}",
             told(single), verdict(single), told(mean), verdict(mean), f"{ours['cpu']:.0f} / {theirs['cpu']:.0f}",
             f"{ours['wall']:.1f} / {theirs['wall']:.1f}", f"{told_seconds(soon)} / {told_seconds(late)}",
             told_times(late / soon), told_times(theirs["cpu"] / soon), told_seconds(reached))
    return {"cells": cells, "own": late / soon, "all": theirs["cpu"] / soon, "next": theirs["cpu"] / reached,
            "single": verdict(single), "mean": verdict(mean), "single_difference": single[0],
            "mean_difference": mean[0]}


def paired(label: Any, ours: Any, theirs: Any) -> tuple[float, float, float]:
    """The difference in AUC with its paired DeLong interval."""
    from engine.evaluation.comparison import compare

    found = compare(label, np.asarray(ours), np.asarray(theirs), "ours", "FLAML").difference
    return found.value, found.low, found.high


def verdict(found: tuple[float, float, float]) -> str:
    """A win or a loss only where the interval leaves out nought."""
    return "win" if found[1] > 0 else "loss" if found[2] < 0 else "tie"


def told(found: tuple[float, float, float]) -> str:
    """In figures."""
    return f"{found[0]:+.4f} ({found[1]:+.4f} to {found[2]:+.4f})"


def told_seconds(value: float) -> str:
    """Or that it was never reached."""
    return "not" if math.isnan(value) else f"{value:.1f}"


def told_times(value: float) -> str:
    """Or nothing."""
    return "" if math.isnan(value) else f"{value:.1f}x" if value < 10 else f"{value:.0f}x"
