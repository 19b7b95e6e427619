"""What two tuners reached on the next unseen block: wins, ties and losses with paired intervals."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

NEAR = 0.001  # of the peer's best AUC


def compare_files(paths: Sequence[str]) -> str:
    """A table of every pair of files on the same set, end and seconds, and the sums."""
    runs = [json.loads(Path(each).read_text(encoding="utf-8")) for each in paths]
    ours = {key(run): run for run in runs if run["tool"] == "ours"}
    theirs = {key(run): run for run in runs if run["tool"] == "flaml"}
    both = sorted(set(ours) & set(theirs))
    rows = [line(ours[each], theirs[each]) for each in both]
    heads = ("set", "rows", "ours", "mean of the kept", "FLAML", "difference (95 %)", "", "mean - FLAML (95 %)", "",
             "CPU s ours/FLAML", "wall s", "CPU s to FLAML's best - 0.001", "times less")
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(row['cells'])} |" for row in rows]
    for name in ("single", "mean"):
        verdicts = [row[name] for row in rows]
        differences = [row[f"{name}_difference"] for row in rows]
        lines.append(f"\n{name}: {verdicts.count('win')} wins, {verdicts.count('tie')} ties, {verdicts.count('loss')} "
                     f"losses; ahead in {sum(each > 0 for each in differences)} of {len(rows)}; mean difference "
                     f"{np.mean(differences):+.4f}")
    return "\n".join(lines)


def key(run: dict[str, Any]) -> tuple[str, float, float, int]:
    """What must be alike."""
    return run["set"], run["end"], run["seconds"], run["seed"]


def line(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """One set."""
    label = np.asarray(ours["label"])
    single = paired(label, ours["probability"], theirs["probability"])
    mean = paired(label, ours["probability_mean"], theirs["probability"])
    reached = next((point["cpu"] for point in ours["path"] if point["auc"] >= theirs["auc"] - NEAR), math.nan)
    name = ours["set"] + ("" if ours["end"] == 1.0 else f" (to {ours['end']:.0%})")
    cells = (name, str(len(label)), f"{ours['auc']:.4f}", f"{ours['auc_mean']:.4f}", f"{theirs['auc']:.4f}",
             told(single), verdict(single), told(mean), verdict(mean), f"{ours['cpu']:.0f} / {theirs['cpu']:.0f}",
             f"{ours['wall']:.1f} / {theirs['wall']:.1f}", "not" if math.isnan(reached) else f"{reached:.1f}",
             "" if math.isnan(reached) else f"{theirs['cpu'] / reached:.0f}x")
    return {"cells": cells, "single": verdict(single), "mean": verdict(mean), "single_difference": single[0],
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
