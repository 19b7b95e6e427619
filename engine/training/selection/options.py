"""How columns are chosen."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from engine.settings import option


class Method(enum.Enum):
    """What a column has to show."""

    PERMUTATION = "permutation"
    IMPORTANCE = "importance"
    NULL = "null"
    STABILITY = "stability"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {
            "permutation": "Later rows are scored worse without it (permutation)",
            "importance": "Trees gain more by it than by shuffled copies (importance)",
            "null": "Trees gain more by it than with shuffled labels (null importances)",
            "stability": "Half of the rows choose it again and again (stability)",
        }[self.value]


WITH_P_VALUES = (Method.PERMUTATION, Method.NULL)  # the others count how often a column stands out


class Correction(enum.Enum):
    """What the p-values of many columns are corrected for."""

    BENJAMINI_HOCHBERG = "benjamini_hochberg"
    HOLM = "holm"

    @property
    def words(self) -> str:
        """The choice in words."""
        return {"benjamini_hochberg": "Share of false ones (Benjamini-Hochberg)",
                "holm": "A single false one (Holm)"}[self.value]


@dataclass(frozen=True, slots=True)
class SelectionOptions:
    """How columns are chosen; fields of other methods than the chosen one are not used."""

    # In ten worlds of 8 true columns and 30 of noise, null importances kept no noise and lost one true column in one.
    method: Method = option(Method.NULL, "Keep a Column When")
    level: float = option(0.05, "Level", low=0.001, high=0.5, step=0.01,
                          help="The corrected p-value from which on a column is dropped.")
    # Of the same 30 columns of noise Holm's correction kept none in ten worlds, Benjamini and Hochberg's 3 in one.
    correction: Correction = option(Correction.HOLM, "Guard Against", folded=True,
                                    help="For permutation: what the p-values are corrected for.")
    permutations: int = option(0, "Most Permutations", low=0, high=100_000, step=100, folded=True,
                               help="Of each column; 0 = as many as the correction needs.")
    repetitions: int = option(40, "Repetitions", low=10, high=1000, step=10, folded=True,
                              help="Fits with shuffled labels, shuffled copies or half of the rows.")
    share: float = option(0.6, "Least Share", low=0.5, high=1.0, step=0.05, folded=True,
                          help="In which part of the repetitions a column has to stand out.")
    seed: int = option(0, "Seed", low=0, high=2**31 - 1, step=1, folded=True,
                       help="The same seed chooses the same columns.")
