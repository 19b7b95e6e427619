"""The slices of a large table: whatever commits late, moves or is written anew, every row is given."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

import pytest

from engine.monitoring.sources import postgres_sweep
from engine.monitoring.sources.postgres_sweep import Sweep, under_way

STEPS = {"begin": 2, "insert": 8, "inner": 2, "update": 2, "commit": 5, "abort": 1, "poll": 8, "rewrite": 0.3,
         "restart": 0.3}


@dataclass
class Row:
    """A version of a row."""

    name: int
    page: int
    xid: int
    top: int


@dataclass
class Table:
    """A table as the server keeps it: pages, transactions that run, and what each of them wrote."""

    chance: random.Random
    pages: int = 1
    node: int = 1
    next_xid: int = 10
    running: set[int] = field(default_factory=set)
    committed: set[int] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)

    def begin(self) -> int:
        self.next_xid += 1
        self.running.add(self.next_xid)
        return self.next_xid

    def write(self, xid: int, top: int) -> None:
        if self.chance.random() < 0.4:
            self.pages += 1
        self.rows.append(Row(len(self.rows), self.chance.randrange(self.pages), xid, top))

    @property
    def oldest(self) -> int:
        return min(self.running, default=self.next_xid + 1)

    def visible(self) -> list[Row]:
        return [row for row in self.rows if row.top in self.committed]


class Reader:
    """Polls as the feed does; what was read is given."""

    def __init__(self, table: Table) -> None:
        self.table, self.sweep = table, Sweep(2)
        self.given = {row.name for row in table.visible()}
        self.place: dict[str, Any] = {"horizon": table.oldest, "table": 1}

    def poll(self) -> None:
        table = self.table
        look, after = self.sweep.next(self.place, oldest=table.oldest, pages=table.pages, node=table.node)
        self.given |= {row.name for row in table.visible()
                       if (look.first <= row.page < look.end and row.xid >= look.bound)
                       or (row.page >= look.tail and row.xid >= look.recent)}
        self.place = json.loads(json.dumps(after))  # as the journal keeps it


@pytest.fixture(scope="module", autouse=True)
def _small_slices() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgres_sweep, "TAIL", 1)
        yield


def _play(steps: list[str], seed: int) -> tuple[Table, Reader]:
    chance = random.Random(seed)
    table = Table(chance)
    reader = Reader(table)
    for step in steps:
        top = chance.choice(sorted(table.running)) if table.running else table.begin()
        if step == "begin":
            table.begin()
        elif step == "insert":
            table.write(top, top)
        elif step == "inner":  # a savepoint has a number of its own
            table.next_xid += 1
            table.write(table.next_xid, top)
        elif step == "update" and table.visible():
            table.rows.append(Row(len(table.rows), chance.randrange(table.pages), top, top))
        elif step == "commit":
            table.running.remove(top)
            table.committed.add(top)
        elif step == "abort":
            table.running.remove(top)
        elif step == "rewrite":  # VACUUM FULL: the same rows in other pages of another file
            table.node += 1
            table.pages = max(1, table.pages // 2)
            for row in table.rows:
                row.page = chance.randrange(table.pages)
        elif step == "restart":
            reader.sweep = Sweep(2)
        elif step == "poll":
            reader.poll()
    return table, reader


@pytest.mark.parametrize("seed", range(60))
def test_two_rounds_after_its_commit_every_row_was_given(seed: int) -> None:
    table, reader = _play(random.Random(-seed).choices(list(STEPS), STEPS.values(), k=400), seed)
    table.committed |= table.running
    table.running.clear()
    for _ in range(3):  # the round that is on, and two more
        reader.poll()
        while under_way(reader.place):
            reader.poll()
    assert {row.name for row in table.visible()} <= reader.given


def test_a_slice_grows_while_reads_are_quick_and_shrinks_when_they_are_slow() -> None:
    sweep = Sweep()
    before = sweep.next({"horizon": 3}, oldest=3, pages=10**9, node=1)[0].end
    sweep.took(0.001)
    grown = sweep.next({"horizon": 3}, oldest=3, pages=10**9, node=1)[0].end
    for _ in range(60):
        sweep.took(9.0)
    assert grown == 2 * before
    assert sweep.next({"horizon": 3}, oldest=3, pages=10**9, node=1)[0].end <= before
