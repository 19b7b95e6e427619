"""Drives the real Ensemble tab over a library of invented runs and a build whose answer the test decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.data.schema import Feature, FeatureSchema
from engine.data.table import SignalTable
from engine.errors import Cancelled
from engine.progress import Progress
from engine.records import (
    Asked,
    Comparison,
    EarlierRows,
    EnsembleReport,
    Interval,
    MemberReport,
    NextBlock,
    OutOfFold,
    Roles,
)
from gui.ensemble.optimiser import search
from gui.ensemble.tab import EnsembleTab
from gui.jobs import Jobs
from gui.library import Library
from gui.messages import Messages
from gui.opening import Opener
from gui.session import Session, Topic
from tests.gui import library as invented

NEXT = NextBlock(0.561, 0.48, 0.64, 100, (0.57, 0.56, 0.58),
                 "Expect an AUC of 0.561 (0.480 to 0.640) on the next 100 signals.")


def table(*, fingerprint: str = "f" * 16, names: tuple[str, ...] = ("momentum", "spread", "hour"),
          last_day: int = 400) -> SignalTable:
    rows = np.arange(last_day)
    time = rows * 86_400_000_000_000
    return SignalTable(
        schema=FeatureSchema(tuple(Feature(name) for name in names)),
        matrix=np.zeros((last_day, len(names)), dtype=np.float32), label=(rows % 2).astype(np.int8), time=time,
        label_time=time + 1, realized_rr=None, ids=None, row=rows, roles=Roles(label="win"),
        source="/data/signals.csv", fingerprint=fingerprint,
    )


def report(ids: list[str], *, gain: tuple[float, float, float] = (0.004, -0.006, 0.014),
           name: str = "Ensemble, blending", weights: dict[str, float] | None = None,
           fallback: str = "", asked: Asked | None = None) -> EnsembleReport:
    words = "No evidence that the ensemble is better than member a: difference 0.004 (-0.006 to 0.014)."
    shares = weights or {key: 1 / len(ids) for key in ids}
    predictions = np.stack([invented.out_of_fold(seed).probability for seed in range(len(ids))])
    label = invented.out_of_fold(0).label
    members = tuple(
        MemberReport(key, f"member {key}", "", "xgboost", shares[key], invented.scores(0.55), invented.scores(0.55).auc,
                     0.002, against=Comparison("the ensemble", f"member {key}", Interval(*gain), 0.7, words))
        for key in ids
    )
    row = np.arange(invented.ROWS)
    before = np.stack([invented.out_of_fold(seed + 10).probability for seed in range(len(ids))])
    won = invented.out_of_fold(10).label
    earlier = EarlierRows(before, won, np.where(won == 1, 1.5, -1.0))
    mixed = OutOfFold(row, row, row, label, np.mean(predictions, axis=0), row // 100, np.ones(len(row)))
    return EnsembleReport(
        record=invented.run("ens-1", kind="ensemble", name=name, next_block=NEXT), method="blending",
        members=members, weights=shares,
        scores=invented.scores(0.57), equal_weights_scores=invented.scores(0.568), best_member=ids[0],
        comparisons=(Comparison("the ensemble", "member a", Interval(*gain), 0.7, words),),
        correlation=np.full((len(ids), len(ids)), 0.8) + 0.2 * np.eye(len(ids)), fallback=fallback, out_of_fold=mixed,
        predictions=predictions, disagreement=np.full((len(ids), len(ids)), 0.1), asked=asked,
        earlier=earlier,
    )


class EnsembleRobot:
    """The tab, its session, and the hands of a user."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.session, self.jobs, self.messages = Session(folder), Jobs(), Messages()
        self.library = Library(session=self.session, jobs=self.jobs, messages=self.messages)
        self.opener = Opener(session=self.session, jobs=self.jobs, messages=self.messages)
        self.orders: list[Any] = []
        self.answer: dict[str, Any] = {}
        self.hold = False
        self.search: Any = search  # what Optimise runs: the engine's own, unless a test holds it
        self.searched: list[Any] = []
        self.tabs_shown: list[str] = []
        self.exported: list[str] = []
        self.tab = EnsembleTab(session=self.session, jobs=self.jobs, messages=self.messages, opener=self.opener,
                               library=self.library, show_tab=self.tabs_shown.append, export=self.exported.append,
                               build_with=self._build, search_with=self._search)
        self.session.changed.connect(self.tab.refresh)
        self.tab.resize(1280, 640)
        qtbot.addWidget(self.tab)
        self.tab.refresh(frozenset(Topic))
        with qtbot.waitExposed(self.tab):
            self.tab.show()

    def _build(self, data: SignalTable, ids: list[str], options: Any, *, workspace: Any,
               progress: Progress) -> EnsembleReport:
        self.orders.append((ids, options))
        progress.report(0.5, "Fitting weights")
        while self.hold:
            progress.check()
        weights = {key: options.weights[key] for key in ids} if options.weights else None
        return report(ids, name=options.name or "Ensemble, blending", weights=weights, **self.answer)

    def _search(self, *args: Any, **options: Any) -> Any:
        self.searched.append(options)
        return self.search(*args, **options)

    def keep(self, *records: Any) -> None:
        invented.keep(self.session.workspace, *records)
        self.session.reload_runs()

    def open_table(self, data: SignalTable | None = None) -> None:
        self.session.set_data(Path("/data/signals.csv"), data=data or table())

    def find(self, name: str) -> Any:
        return self.tab.findChild(object, name)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def build(self) -> EnsembleReport:
        self.press("ensemble.build")
        self.qtbot.waitUntil(lambda: self.tab.report is not None, timeout=3000)
        assert self.tab.report is not None
        return self.tab.report

    def close(self) -> None:
        self.hold = False
        self.tab.hide()
        assert self.jobs.close_now()
        self.session.close()


@pytest.fixture
def robot(qtbot, tmp_path: Path) -> Iterator[EnsembleRobot]:
    made = EnsembleRobot(qtbot, tmp_path)
    yield made
    made.close()


__all__ = ["Cancelled", "EnsembleRobot", "report", "robot", "table"]
