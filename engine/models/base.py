"""What a boosted model is: the one seam between the engine and the learning libraries."""

from __future__ import annotations

import abc
import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.errors import WorkbenchError
from engine.models.apart import apart
from engine.models.checks import check_fit_data
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest, NotFlat
from engine.models.watch import RoundListener, RoundWatch, no_listener
from engine.records import Floats

Self = TypeVar("Self", bound="BoostedModel")
LeafChange = Callable[[Sequence[Floats]], Sequence[Floats]]  # of all leaves, tree by tree

# Where in its own source a library says that it failed: of no use to the analyst.
_PLACE = re.compile(r"^.*?\.(?:cc|cpp|h):\d+:\s*")


def cores() -> int:
    """The cores that this process may use: fewer than the machine has where it was pinned to some."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def default_threads() -> int:
    """All cores but one, which is left to the window and the online learner."""
    return max(1, cores() - 1)


class BoostedModel(abc.ABC):
    """A trained forest on columns f0..fN; immutable, and safe to use from several threads.

    Subclasses know one library each: its import, threads, callback quirks and file format (`suffix`, `begins`).
    `owned` names the native parameters that a common knob sets; `skips` the checks of the shared battery that cannot
    hold, with the reason.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    suffix: ClassVar[str]
    begins: ClassVar[bytes]
    owned: ClassVar[Mapping[str, str]]
    skips: ClassVar[Mapping[str, str]] = {}
    explained_at_once: ClassVar[int] = 512  # rows; more where each call has a price of its own
    _trees: int  # set by each library's own constructor, with `_width` and `_names`
    _width: int
    _names: tuple[str, ...]
    relearns: ClassVar[bool] = False  # whether `relearn` is there

    @classmethod
    def fit(
        cls: type[Self], data: FitData, knobs: Knobs, on_round: RoundListener = no_listener, *,
        parent: bytes | None = None, waiting: Callable[[], object] | None = None,
    ) -> Self:
        """Train; `parent` (the native bytes of a model of this library) is continued to `knobs.rounds` in total.

        `on_round(total_round, train_loss, valid_loss)` is called after each round, counted from 1 with the parent's
        trees; it returns True to stop. Whatever it raises ends the fit and comes out unchanged. With a valid part
        and patience the model is cut to its best round. Raises `WorkbenchError` for data that no library should see.
        `waiting` is called often, also while the library prepares the data; it may raise, and then comes out at once.
        """
        check_fit_data(data)
        cls.check_extra(knobs.extra)
        base = None if parent is None else cls.from_bytes(parent)
        first = 0 if base is None else base.trees
        if first >= knobs.rounds:
            raise WorkbenchError(
                f"The model to continue has {first} trees already; {knobs.rounds} rounds in total add none.",
                where="rounds", remedy=f"Give a total above {first}.", code="no-new-rounds",
            )
        patience = knobs.patience if data.valid_label is not None else 0
        watch = RoundWatch(on_round, patience=patience, least=first + knobs.least_rounds,
                           former=data.former)
        try:
            cls._check_known(knobs.extra)
            model = cls._train(data, knobs, base, watch) if waiting is None else apart(
                lambda: cls._train(data, knobs, base, watch), waiting, watch.abandon)
        except cls._library_error() as error:
            watch.raise_error()
            raise _refused(cls.title, error) from error
        watch.raise_error()
        return model

    @classmethod
    def relearn(cls: type[Self], data: FitData, knobs: Knobs, parent: bytes) -> Self:
        """The parent's trees with their leaves learnt anew from these rows: the same questions, other answers."""
        check_fit_data(data)
        cls.check_extra(knobs.extra)
        try:
            cls._check_known(knobs.extra)
            return cls._relearn(data, knobs, cls.from_bytes(parent))
        except cls._library_error() as error:
            raise _refused(cls.title, error) from error

    @classmethod
    def _relearn(cls: type[Self], data: FitData, knobs: Knobs, base: Self) -> Self:
        raise WorkbenchError(f"{cls.title} cannot learn the leaves of a grown model anew.", where="continuing",
                             remedy="Add trees instead, or use another library.", code="cannot-relearn")

    @classmethod
    def warm_up(cls) -> None:
        """Import the library now: seconds that belong to no fit."""
        cls._library_error()

    @classmethod
    def check_extra(cls, extra: Mapping[str, Any]) -> None:
        """Refuse extra parameters that a common knob already sets."""
        for name in extra:
            if name in cls.owned:
                raise WorkbenchError(
                    f"{name} is set by {cls.owned[name]}.", where="extra_params", code="conflicting-parameter",
                    remedy=f"Leave {name} out of the extra parameters and give {cls.owned[name]}.",
                )

    @classmethod
    def _check_known(cls, extra: Mapping[str, Any]) -> None:
        unknown = sorted(cls._unknown(extra)) if extra else []
        if unknown:
            raise WorkbenchError(
                f"{cls.title} has no parameter {unknown[0]}.", where="extra_params", code="unknown-parameter",
                remedy=f"Look at its spelling in the manual of {cls.title}, or leave it out.",
            )

    @classmethod
    def from_bytes(cls: type[Self], data: bytes) -> Self:
        """A model from its native bytes, which must have been verified before; cut to its best round."""
        if not data.startswith(cls.begins):  # XGBoost and LightGBM end the process over some bytes
            raise broken_file(cls.title, ValueError())
        return cls._read(data)

    @abc.abstractmethod
    def to_bytes(self) -> bytes:
        """The library's own file format."""

    @property
    def trees(self) -> int:
        """How many rounds the model holds, a parent's included."""
        return self._trees

    @property
    def best_iteration(self) -> int:
        """The best round, counted from 1; a model is always cut to it, so it equals `trees`."""
        return self.trees

    @property
    def width(self) -> int:
        """How many features the model wants."""
        return self._width

    @property
    @abc.abstractmethod
    def is_binary(self) -> bool:
        """Whether its margins are log-odds of a win: a foreign file may hold a regressor or many classes."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """The column names in the file, one a feature; f0..fN in files of this program, () where there are none."""
        return self._names

    def newest(self: Self, trees: int, shift: float) -> Self:
        """A model of the newest so many rounds whose log-odds are theirs plus `shift`; this one stays as it is."""
        raise WorkbenchError(f"The trees of a {self.title} model cannot be cut.", code="not-continuable",
                             remedy="Choose the model that it was made of.")

    def faded(self: Self, share: float, shift: float) -> Self:
        """A model whose every leaf says `share` of what it said, its log-odds moved by `shift`; this one stays."""
        raise WorkbenchError(f"The leaves of a {self.title} model cannot be scaled.", code="not-continuable",
                             remedy="Leave the share of old trees at 1.")

    def obstacle(self) -> str:
        """Why this model cannot be continued, in a sentence, or "": a foreign file may hold another booster."""
        return ""

    def shaped_by(self) -> Mapping[str, Any]:
        """The library's own parameters that a continued training has to share."""
        return {}

    @classmethod
    def clash(cls, before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
        """Why trees grown with the parameters `before` and `now` cannot be one forest; "" where they can."""
        return ""

    def margin(self, matrix: Matrix, *, threads: int = 1) -> Floats:
        """Log-odds (n,) of a float32 matrix (n, d)."""
        return np.asarray(self._margin(self._fitting(matrix), threads), dtype=np.float64).reshape(-1)

    def staged(self, matrix: Matrix, rounds: Sequence[int], *, threads: int = 1) -> Floats:
        """Log-odds (k, n) after each of k ascending numbers of rounds: what early stopping at each would have given."""
        parts = self._stages(self._fitting(matrix), rounds, threads)
        return np.cumsum(np.asarray(parts, dtype=np.float64).reshape(len(rounds), -1), axis=0)

    def contributions(self, matrix: Matrix, *, threads: int = 1) -> Floats:
        """TreeSHAP values (n, d + 1), the bias last; each row adds up to its margin (Lundberg et al. 2020)."""
        return np.asarray(self._contributions(self._fitting(matrix), threads), dtype=np.float64)

    def importance(self) -> Floats:
        """Each feature's share (d,) of the gain; sums to 1, and equal shares where no tree has a split."""
        gain = self._gain()
        total = gain.sum()
        return gain / total if total > 0 else np.full(self.width, 1.0 / self.width)

    def gain(self) -> Floats:
        """Each feature's gain (d,) as the library counts it: comparable between fits of one library on as many rows."""
        return self._gain()

    def flat(self, categories: Sequence[int] = ()) -> FlatForest:
        """The trees as arrays, before any proof; `categories` is each feature's number of categories, 0 for numbers.

        Raises `NotFlat` with the reason where arrays cannot express them.
        """
        try:
            return self._flat(categories)
        except (KeyError, ValueError, TypeError, IndexError, OverflowError) as error:
            raise NotFlat("its trees are written in an unknown way") from error

    def with_leaves(self, change: LeafChange) -> BoostedModel:
        """A copy of the same trees and thresholds whose leaves are what `change` makes of them.

        Raises `NotFlat` with the reason where the library lets nobody at its leaves.
        """
        raise NotFlat(f"{self.title} keeps its leaves to itself")

    @classmethod
    @abc.abstractmethod
    def _read(cls: type[Self], data: bytes) -> Self: ...

    @classmethod
    @abc.abstractmethod
    def _train(cls: type[Self], data: FitData, knobs: Knobs, base: Self | None, watch: RoundWatch) -> Self: ...

    @classmethod
    def _unknown(cls, extra: Mapping[str, Any]) -> set[str]:
        """The names that the library would not know and not mention."""
        return set()

    @classmethod
    @abc.abstractmethod
    def _library_error(cls) -> type[Exception]: ...

    @abc.abstractmethod
    def _margin(self, matrix: Matrix, threads: int) -> NDArray[Any]: ...

    def _stages(self, matrix: Matrix, rounds: Sequence[int], threads: int) -> list[NDArray[Any]]:
        """What the trees up to the first number of rounds say, the base rate with them, then those up to the next."""
        raise NotImplementedError(type(self).__name__)

    @abc.abstractmethod
    def _contributions(self, matrix: Matrix, threads: int) -> NDArray[Any]: ...

    @abc.abstractmethod
    def _gain(self) -> Floats: ...

    def _flat(self, categories: Sequence[int]) -> FlatForest:
        raise NotFlat(f"{self.title} keeps its trees to itself")

    def _fitting(self, matrix: Matrix) -> Matrix:
        """The matrix as the libraries want it; a wrong width never reaches them (one of them crashes, one guesses)."""
        matrix = np.asarray(matrix, dtype=np.float32)
        if matrix.ndim != 2 or matrix.shape[1] != self.width:
            raise WorkbenchError(
                f"The rows have {matrix.shape[-1]} columns; the model has {self.width} features.",
                remedy="Encode the rows by the model's own schema.", code="wrong-width",
            )
        return matrix


def feature_names(width: int) -> list[str]:
    """f0..fN: the only column names that a library ever sees."""
    return [f"f{i}" for i in range(width)]


def broken_file(title: str, error: Exception) -> WorkbenchError:
    """The sentence for bytes that are not a model; the library's own words may hold foreign bytes and stay inside."""
    return WorkbenchError(
        f"The file is not a readable {title} model ({type(error).__name__}).", code="broken-model",
        remedy="Choose a file that was written by this program.",
    )


def _refused(title: str, error: Exception) -> WorkbenchError:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    said = _PLACE.sub("", lines[0]).strip()
    return WorkbenchError(
        f"{title} refused to train: {said}", code="library-refused",
        remedy="Check the parameters, first the extra ones.",
    )


