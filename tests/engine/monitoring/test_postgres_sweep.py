"""The slices of a large table: whatever commits late, moves or is written anew, every row is given."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from engine.monitoring.sources import postgres_sweep
from engine.monitoring.sources.postgres_sweep import Part, Span, Sweep, under_way

STEPS = {"begin": 2, "insert": 8, "inner": 2, "update": 2, "commit": 5, "abort": 1, "poll": 8, "rewrite": 0.3,
         "restart": 0.3, "create": 0.5, "drop": 0.1}


@dataclass
class Row:
    """A version of a row."""

    name: int
    part: int
    page: int
    xid: int
    top: int


@dataclass
class Table:
    """A table as the server keeps it: parts with their pages, transactions that run, and what each of them wrote."""

    chance: random.Random
    parts: dict[int, Part] = field(default_factory=lambda: {7: Part(7, 1, 1)})
    nodes: int = 1
    next_xid: int = 10
    running: set[int] = field(default_factory=set)
    committed: set[int] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)

    def begin(self) -> int:
        self.next_xid += 1
        self.running.add(self.next_xid)
        return self.next_xid

    def write(self, xid: int, top: int) -> None:
        part = self.chance.choice(list(self.parts.values()))
        if self.chance.random() < 0.4 or not part.pages:
            part = self.parts[part.number] = replace(part, pages=part.pages + 1)
        self.rows.append(Row(len(self.rows), part.number, self.chance.randrange(part.pages), xid, top))

    def create(self) -> None:
        """A new chunk; numbers begin again one day, so it may come before others."""
        number = self.chance.choice([number for number in range(100) if number not in self.parts])
        self.nodes += 1
        self.parts[number] = Part(number, 0, self.nodes)

    def rewrite(self, number: int) -> None:
        """VACUUM FULL: the same rows in other pages of another file."""
        self.nodes += 1
        pages = self.parts[number].pages
        self.parts[number] = Part(number, max(1, pages // 2) if pages else 0, self.nodes)
        for row in self.rows:
            row.page = self.chance.randrange(self.parts[number].pages) if row.part == number else row.page

    def drop(self, number: int) -> None:
        """A chunk that is too old."""
        del self.parts[number]
        self.rows = [row for row in self.rows if row.part != number]

    @property
    def oldest(self) -> int:
        return min(self.running, default=self.next_xid + 1)

    def visible(self) -> list[Row]:
        return [row for row in self.rows if row.top in self.committed]

    def within(self, spans: Sequence[Span]) -> set[int]:
        """What a read of these pages gives."""
        return {row.name for row in self.visible() for span in spans
                if row.part == span.part and row.xid >= span.bound and span.first <= row.page
                and (span.end is None or row.page < span.end)}


class Reader:
    """Polls as the feed does; what was read is given."""

    def __init__(self, table: Table) -> None:
        self.table, self.sweep = table, Sweep(2)
        self.given = {row.name for row in table.visible()}
        self.place: dict[str, Any] = {"horizon": table.oldest, "table": 1}

    def poll(self) -> None:
        table = self.table
        look, after = self.sweep.next(self.place, oldest=table.oldest, parts=list(table.parts.values()))
        assert sum(span.end - span.first for span in look.slice if span.end is not None) <= 3 * 2
        self.given |= table.within((*look.slice, *look.tails))
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
            table.write(top, top)
        elif step == "commit":
            table.running.remove(top)
            table.committed.add(top)
        elif step == "abort":
            table.running.remove(top)
        elif step == "create":
            table.create()
        elif step == "rewrite":
            table.rewrite(chance.choice(list(table.parts)))
        elif step == "drop" and len(table.parts) > 1:
            table.drop(chance.choice(list(table.parts)))
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


def test_the_round_of_an_earlier_program_begins_anew_from_the_same_transaction() -> None:
    place = {"horizon": 3, "table": 1, "round": {"began": 9, "page": 4, "pages": 8, "recent": 9, "node": 1}}
    look, _ = Sweep(2).next(place, oldest=12, parts=[Part(1, 8, 1)])
    assert look.slice == (Span(1, 0, 2, 3),)


def test_many_small_parts_are_read_together_and_a_large_one_in_slices() -> None:
    sweep, parts = Sweep(10), [Part(1, 3, 1), Part(2, 0, 2), Part(3, 5, 3), Part(4, 40, 4)]
    first, after = sweep.next({"horizon": 3}, oldest=5, parts=parts)
    assert [(span.part, span.first, span.end) for span in first.slice] == [(1, 0, 10), (3, 0, 7), (4, 0, 2)]
    assert [part.number for part in first.passed] == [1, 2, 3]
    second, _ = sweep.next(after, oldest=6, parts=parts)
    assert [(span.part, span.first, span.end) for span in second.slice] == [(4, 2, 12)]


def test_what_is_appended_is_read_at_once_in_the_parts_that_grow_and_in_no_other() -> None:
    sweep, parts = Sweep(1), [Part(number, 9, number) for number in range(1, 9)]
    look, after = sweep.next({"horizon": 3}, oldest=5, parts=parts)
    assert [span.part for span in look.tails] == [5, 6, 7, 8]  # the youngest, at first
    parts[1] = Part(2, 12, 2)
    look, _ = sweep.next(after, oldest=6, parts=[*parts, Part(9, 2, 9)])
    assert {span.part: span.first for span in look.tails} == {2: 8, 7: 8, 8: 8, 9: 0}
    assert {span.bound for span in look.tails} == {5}


def test_a_slice_grows_while_reads_are_quick_and_shrinks_when_they_are_slow() -> None:
    sweep = Sweep()
    before = sweep.next({"horizon": 3}, oldest=3, parts=[Part(1, 10**9, 1)])[0].slice[0].end
    sweep.took(0.001)
    grown = sweep.next({"horizon": 3}, oldest=3, parts=[Part(1, 10**9, 1)])[0].slice[0].end
    for _ in range(60):
        sweep.took(9.0)
    assert before is not None
    assert grown == 2 * before
    least = sweep.next({"horizon": 3}, oldest=3, parts=[Part(1, 10**9, 1)])[0].slice[0].end
    assert least is not None
    assert least <= before
