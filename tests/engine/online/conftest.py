"""What tests of the online learner share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from engine.data.table import SignalTable
from tests.engine.online.made import Arithmetic, make_table


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    """The loops are ready, as in a program that has been up for a while."""
    from engine.online.preparing import warm_up

    warm_up()


@pytest.fixture
def table() -> SignalTable:
    return make_table()


@pytest.fixture
def champion(table: SignalTable) -> Arithmetic:
    return Arithmetic(table.schema)


@pytest.fixture(scope="session")
def river_pipeline() -> Callable[..., Any]:
    """River's own StandardScaler | LogisticRegression."""
    from river import linear_model, optim, preprocessing

    def build(rate: float, l2: float = 0.0) -> Any:
        return preprocessing.StandardScaler() | linear_model.LogisticRegression(optim.SGD(rate), l2=l2)

    return build
