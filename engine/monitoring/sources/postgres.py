"""A table of PostgreSQL or TimescaleDB as a feed that misses no late commit.

Numbers and times are given to rows before their transaction commits, so `WHERE id > last` never sees a row that is
committed late. Here every poll reads the rows whose inserting transaction had not certainly ended at the poll before:
those from the oldest transaction then running on (`pg_snapshot_xmin`; transactions inside others have numbers of their
own, which only this bound is sure to cover). Rows that were given already are left out. An update of a row, such as
its label being filled in, is a new version and is read as well. A large table or a hypertable is not read whole for
that: see `postgres_reading`.
"""

from __future__ import annotations

import contextlib
import time
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.errors import WorkbenchError
from engine.events import SignalEvent
from engine.monitoring.sources import postgres_catalogue as catalogue
from engine.monitoring.sources import postgres_reading as reading
from engine.monitoring.sources.address import SourceAddress
from engine.monitoring.sources.base import Notice
from engine.monitoring.sources.live import Away, Fetched
from engine.monitoring.sources.postgres_catalogue import mending, mib
from engine.monitoring.sources.postgres_client import connect, in_words
from engine.monitoring.sources.postgres_reading import Ways
from engine.monitoring.sources.postgres_sweep import TID_RANGES, under_way
from engine.monitoring.sources.refusals import Refusals
from engine.monitoring.sources.rows import Row, RowReader
from engine.monitoring.sources.secret import Secret

if TYPE_CHECKING:
    import psycopg

EVERY = 0.5  # seconds between polls
_SHARE = 5  # a poll may take up a fifth of the server's time
_LONGEST_REST = 10.0  # seconds
_REMEMBERED = 200_000
_FAR = (1 << 31) - 10_000_000  # transactions after which a bound can no longer be compared
_SNAPSHOT = """
SELECT s::text, pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint FROM pg_current_snapshot() s"""


class PostgresFeed:
    """One table; polled every `every` seconds, or as soon as a NOTIFY says that it pays."""

    kind = "postgresql"

    def __init__(self, address: SourceAddress, rows: RowReader, *, secret: Secret | None = None) -> None:
        self.words = address.words
        self._address, self._rows, self._secret = address, rows, secret
        self._every = float(address.options.get("every", EVERY))
        self._connection: psycopg.Connection[Any] | None = None
        self._reading: psycopg.ServerCursor[Any] | None = None
        self._names: tuple[str, ...] = ()
        self._key: tuple[int, ...] = ()
        self._table: Any = None
        self._oid = 0
        self._told = False  # what a poll costs
        self._ways = Ways(address.options.get("xid"))
        self._place: dict[str, Any] = {}
        self._next: dict[str, Any] = {}
        self._due = self._took = 0.0
        self._seen = ""  # the snapshot of the last poll
        self._given: OrderedDict[tuple[str, ...], int] = OrderedDict()

    # --- the feed

    def open(self, cursor: Any) -> Sequence[Notice]:
        """Connect, look at the table, and see whether it is the one that the cursor belongs to."""
        self._connection = connect(self._address, self._secret)
        with in_words(self._address, self._secret):
            table = self._look_at_table()
            if "notify" in self._address.options:
                from psycopg import sql

                self._connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(self._address.options["notify"])))
            notices, costly = self._settle(cursor, table), self._scan_words()
            if costly and not self._told:
                notices = (*notices, Notice("warning", f"{self.words}:{costly}"))
            self._told = True
            return notices

    def fetch(self, cursor: Any, most: int, patience: float) -> Fetched:
        """The next rows of the running read, or of a new one when it is due."""
        with in_words(self._address, self._secret):
            if self._reading is None and not self._begin(patience):
                return Fetched((), self._place)
            assert self._reading is not None
            started = time.monotonic()
            rows = self._reading.fetchmany(most)
            self._took += time.monotonic() - started
            if len(rows) < most:
                self._end()
        events, refused = self._events(rows)
        return Fetched(events, self._place, (*self._ways.notices(), *refused.notices(self.words)), refused.count)

    def committed(self, cursor: Any) -> None:
        """Nothing: the server keeps no account of us."""

    def close(self) -> None:
        """Let the connection go."""
        if self._reading is not None:
            with contextlib.suppress(Exception):  # a read that the server refused, or that it did not live to end
                self._reading.close()
        self._reading = None
        if self._connection is not None:
            with contextlib.suppress(Exception):
                self._connection.close()
            self._connection = None

    def peek(self, most: int) -> list[tuple[tuple[str, ...], Sequence[Any]]]:
        """Some of the newest rows."""
        from psycopg import sql

        connection = self._looked_at()
        with in_words(self._address, self._secret):
            query = sql.SQL("SELECT {} FROM {} {} LIMIT {}").format(
                self._columns(), self._table, self._order(descending=True), sql.Literal(most))
            return [(self._names, row) for row in connection.execute(query).fetchall()][::-1]

    def describe(self) -> str:
        """What is there, in a sentence."""
        connection = self._looked_at()
        with in_words(self._address, self._secret):
            costs = self._scan_words()
        version = str(connection.info.server_version)
        what = "hypertable" if self._ways.hypertable else "table"
        return (f"PostgreSQL {version[:2]}.{int(version[2:])}; the {what} {self._address.options['table']} has "
                f"{len(self._names)} columns.{costs}")

    # --- the table

    def _scan_words(self) -> str:
        """What each poll costs, and how it becomes quick; nothing where it is."""
        assert self._connection is not None
        row = self._connection.execute(catalogue.SIZE, (self._oid,)).fetchone()
        taken = 0 if row is None else int(row[0])
        name, mark = self._address.options["table"], self._address.options.get("xid")
        if mark is not None:
            indexed = self._connection.execute(catalogue.INDEXED, (self._oid, mark)).fetchone()
            return "" if indexed else (f" {mark} has no index, so each poll reads all of it ({mib(taken)}): CREATE "
                                       f"INDEX ON {name} ({mark});")
        if taken < reading.LARGE:
            return ""
        if self._ways.by_pages:
            return (f" It is large ({mib(taken)}): new rows are seen at once, what commits late or is updated when its "
                    f"turn comes in a round through the table. All comes at once by an indexed column of transaction "
                    f"numbers: {mending(name)}")
        return (f" Each poll reads all of it ({mib(taken)}), and so takes a rest of up to {_LONGEST_REST:g} s. Quick "
                f"is an indexed column of transaction numbers: {mending(name)}")

    def _looked_at(self) -> psycopg.Connection[Any]:
        if self._connection is None:
            self._connection = connect(self._address, self._secret)
            with in_words(self._address, self._secret):
                self._look_at_table()
        return self._connection

    def _look_at_table(self) -> int:
        from psycopg import sql

        assert self._connection is not None
        name = self._address.options["table"]
        found = self._connection.execute(catalogue.TABLE, (name,)).fetchone()
        if found is None:
            raise WorkbenchError(f"There is no table {name}.", where=self.words, code="bad-source",
                                 remedy="Name it with its schema: table=public.signals.")
        oid, schema, table = found
        self._oid = int(oid)
        self._table = sql.Identifier(schema, table)
        named = self._connection.execute(catalogue.COLUMNS, (oid,)).fetchall()
        mark = self._address.options.get("xid")
        if mark is not None and (mark, "xid8") not in named:
            raise WorkbenchError(f"{mark} is no column of the type xid8.", where=self.words, code="bad-source",
                                 remedy=mending(name, mark))
        self._names = tuple(column for column, _ in named if column != mark)
        key = {column for (column,) in self._connection.execute(catalogue.KEY, (oid,)).fetchall()}
        self._key = tuple(place for place, column in enumerate(self._names) if column in key)
        plain = self._connection.execute(catalogue.PLAIN, (oid,)).fetchone()
        self._ways.look_at(self._oid, self._table, plain=bool(plain and plain[0]),
                           hypertable=self._is_hypertable(schema, table),
                           by_pages=self._connection.info.server_version >= TID_RANGES)
        return self._oid

    def _is_hypertable(self, schema: str, table: str) -> bool:
        assert self._connection is not None
        if not self._connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'").fetchone():
            return False
        found = self._connection.execute(
            "SELECT 1 FROM timescaledb_information.hypertables WHERE hypertable_schema = %s AND hypertable_name = %s",
            (schema, table)).fetchone()
        return found is not None

    def _settle(self, cursor: Any, table: int) -> Sequence[Notice]:
        assert self._connection is not None
        row = self._connection.execute(_SNAPSHOT).fetchone()
        assert row is not None
        _, oldest, next_ = row
        self._due, self._seen = 0.0, ""
        if cursor is None:
            now = self._address.options.get("from") == "now"
            self._place = {"horizon": oldest if now else None, "table": table}
            return ()
        horizon = cursor["horizon"]
        other = cursor["table"] != table or (horizon is not None and horizon > next_)
        if not other and (horizon is None or next_ - horizon < _FAR):
            self._place = cursor
            return ()
        self._place = {"horizon": None, "table": table}
        why = "is another table than before" if other else "was not read for very long"
        return (Notice("reset", f"{self.words} {why}: it is read from its beginning, and what is known already is left "
                                "out.", {"before": cursor}),)

    # --- reading

    def _begin(self, patience: float) -> bool:
        """Start a read where one is due and something has changed."""
        from psycopg import sql

        assert self._connection is not None
        self._wait(patience)
        if time.monotonic() < self._due:
            return False
        self._due, self._took = time.monotonic() + self._every, 0.0
        self._connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        # Its pages stay where they are until this read is over, and so do the chunks of a hypertable.
        self._connection.execute(sql.SQL("LOCK TABLE {} IN ACCESS SHARE MODE").format(self._table))
        row = self._connection.execute(_SNAPSHOT).fetchone()
        assert row is not None
        snapshot, oldest, _ = row
        if snapshot == self._seen and not under_way(self._place):  # no transaction has ended since
            self._connection.execute("COMMIT")
            return False
        self._seen = self._seen if under_way(self._place) else snapshot
        started = time.monotonic()
        query, self._next = self._ways.plan(self._connection, self._place, int(oldest), self._columns(), self._order())
        self._reading = self._connection.cursor(name="alphapulse_feed")
        self._reading.execute(query)
        self._took = time.monotonic() - started
        return True

    def _end(self) -> None:
        assert self._connection is not None
        assert self._reading is not None
        self._reading.close()
        self._reading = None
        self._connection.execute("COMMIT")
        self._ways.took(self._took)
        first, self._place = self._place["horizon"] is None, self._next
        rest = 0.0 if first else min((_SHARE - 1) * self._took, _LONGEST_REST)
        self._due = max(self._due, time.monotonic() + rest)

    def _wait(self, patience: float) -> None:
        """Until the next poll is due, a NOTIFY comes, or the patience is over."""
        assert self._connection is not None
        left = min(self._due - time.monotonic(), patience)
        if "notify" in self._address.options:
            if any(True for _ in self._connection.notifies(timeout=max(left, 0.0), stop_after=1)):
                self._due = 0.0
        elif left > 0:
            time.sleep(left)
            if self._connection.broken:
                raise Away("the connection broke")

    def _columns(self) -> Any:
        from psycopg import sql

        return sql.SQL(", ").join(map(sql.Identifier, self._names))

    def _order(self, *, descending: bool = False) -> Any:
        """In the order of time, so far as a poll's rows have one."""
        from psycopg import sql

        by = [sql.Identifier(name) for name in self._rows.order_of(self._names)]
        if not by:
            return sql.SQL("")
        way = sql.SQL(" DESC" if descending else "")
        return sql.SQL("ORDER BY ") + sql.SQL(", ").join(name + way for name in by)

    def _events(self, rows: Sequence[Sequence[Any]]) -> tuple[list[Row], Refusals]:
        events: list[Row] = []
        refused = Refusals()
        for row in rows:
            key = "/".join(str(row[place]) for place in self._key)
            try:
                events += [event for event in self._rows.read(self._names, row, id_=key) if self._is_new(event)]
            except ValueError as why:
                if self._remember(("refused", key or repr(row)), 0):
                    refused.add(f"row {key}" if key else "a row", str(why), dict(zip(self._names, row, strict=True)))
        return events, refused

    def _is_new(self, event: Row) -> bool:
        """Rows are read again until no older transaction runs; another content under the same id goes on."""
        if isinstance(event, SignalEvent):
            return self._remember(("signal", event.id), hash((event.time, event.features.tobytes())))
        return self._remember(("label", event.id), hash((event.time, event.label, str(event.realized_rr))))

    def _remember(self, what: tuple[str, ...], content: int) -> bool:
        new = self._given.get(what) != content
        self._given[what] = content
        self._given.move_to_end(what)
        if len(self._given) > _REMEMBERED:
            self._given.popitem(last=False)
        return new
