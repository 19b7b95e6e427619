"""Data files that the world writes: each with the verdict that the analyst must get."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

HEADER = "signal_time,f1,f2,win,label_time"
ROWS = 60


def row(i: int, *, f1: str | None = None, win: str | None = None, when: str | None = None, sep: str = ",",
        decimal: str = ".") -> str:
    """One sound signal, its cells replaced where given."""
    number = f"{(i * 37 % 101) / 10 - 5:.2f}".replace(".", decimal)
    other = f"{(i * 53 % 97) / 7:.4f}".replace(".", decimal)
    start = datetime(2024, 1, 1) + timedelta(hours=i)  # noqa: DTZ001 - written as UTC below
    time = when if when is not None else f"{start.isoformat()}Z"
    known = f"{(start + timedelta(minutes=30)).isoformat()}Z"
    cells = [time, number if f1 is None else f1, other, str(i * 7 % 3 % 2) if win is None else win, known]
    return sep.join(cells)


def text(rows: list[str] | None = None, *, header: str = HEADER, end: str = "\n") -> str:
    """A file of rows."""
    rows = [row(i) for i in range(ROWS)] if rows is None else rows
    return end.join([header, *rows]) + end


def with_row(at: int, line: str) -> bytes:
    """The sound file with one row replaced (0-based data row; its line is two more)."""
    rows = [row(i) for i in range(ROWS)]
    rows[at] = line
    return text(rows).encode()


def each(change: Callable[[int], str], header: str = HEADER) -> bytes:
    """A file with every row made by `change`."""
    return text([change(i) for i in range(ROWS)], header=header).encode()


@dataclass(frozen=True)
class Case:
    """`refused`: the code of the refusal by reading; `blocked`: of the error that keeps it from training.

    Else `rows` come through, `named` are refused by name, and `says` are the codes of the findings to expect.
    """

    name: str
    content: Callable[[], bytes]
    rows: int = ROWS
    named: int = 0
    says: tuple[str, ...] = ()
    refused: str | None = None
    blocked: str | None = None
    place: str = ""  # words that some finding or the refusal must hold
    features: tuple[str, ...] = ("f1", "f2")
    label: str | None = "win"
    numbers: dict[str, float] = field(default_factory=dict)  # feature -> its value in the first row


def _separated(sep: str) -> str:
    return text([row(i, sep=sep) for i in range(ROWS)], header=HEADER.replace(",", sep))


def _workbook() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


def _bomb() -> bytes:
    """90 MB of one row in 200 kB."""
    packed = io.BytesIO()
    piece = (row(0) + "\n").encode() * 20_000
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write((HEADER + "\n").encode())
        for _ in range(90_000_000 // len(piece)):
            file.write(piece)
    return packed.getvalue()


def _zoned(i: int) -> str:
    return row(i, when=f"2024-01-{1 + i // 24:02d}T{i % 24:02d}:00:00" + ("+00:00", "Z", "", "-00:00")[i % 4])


CASES = (
    Case("empty", lambda: b"", refused="empty-file"),
    Case("blank_lines", lambda: b"\n\n   \n", refused="empty-file"),
    Case("header_only", lambda: (HEADER + "\n").encode(), rows=0, blocked="no-rows"),
    Case("utf8_bom", lambda: text().encode("utf-8-sig")),
    Case("utf16_excel_unicode_text", lambda: _separated("\t").encode("utf-16"), says=("encoding",)),
    Case("utf16_without_mark", lambda: text().encode("utf-16-be"), says=("encoding",)),
    Case("utf32", lambda: text().encode("utf-32"), says=("encoding",)),
    Case("windows_1252", lambda: text(header=HEADER.replace("f2", "größe")).encode("cp1252"), says=("encoding",),
         place="Line 1 ", features=("f1", "größe")),
    Case("semicolon_and_decimal_comma",
         lambda: text([row(i, sep=";", decimal=",") for i in range(ROWS)], header=HEADER.replace(",", ";")).encode(),
         numbers={"f1": -5.0, "f2": 0.0}),
    Case("tabs", lambda: _separated("\t").encode()),
    Case("bars", lambda: _separated("|").encode()),
    Case("spaces", lambda: _separated("  ").encode()),
    Case("excel_separator_line", lambda: b"sep=;\n" + _separated(";").encode()),
    Case("quoted_thousands", lambda: each(lambda i: row(i, f1=f'"{1 + i},234.5"')), says=("formatted-numbers",),
         numbers={"f1": 1234.5}),
    Case("european_thousands", lambda: text([row(i, f1=f"{1 + i}.234,5", sep=";", decimal=",") for i in range(ROWS)],
                                            header=HEADER.replace(",", ";")).encode(), numbers={"f1": 1234.5}),
    Case("duplicate_names", lambda: text(header="signal_time,f1,f1,win,label_time").encode(),
         says=("duplicate-name",), features=("f1", "f1.2")),
    Case("nameless_index", lambda: each(lambda i: f"{i},{row(i)}", header="," + HEADER), says=("index-column",)),
    Case("index_without_a_header_cell", lambda: each(lambda i: f"{i},{row(i)}"), says=("short-header", "index-column")),
    Case("name_with_blanks_and_capitals", lambda: text(header=HEADER.replace("win", "  Win ")).encode(), label="Win"),
    Case("no_header", lambda: text().split("\n", 1)[1].encode(), blocked="no-label", label=None),
    Case("no_header_and_the_label_last", lambda: each(lambda i: row(i).rsplit(",", 1)[0]).split(b"\n", 1)[1],
         says=("no-header", "label-guessed"), label="column_4", features=("column_2", "column_3")),
    Case("too_few_cells", lambda: with_row(9, "2024-01-01T09:00:00Z,1.0"), rows=59, named=1, says=("ragged-rows",),
         place="11 (2 cells)"),
    Case("too_many_cells", lambda: with_row(9, row(9) + ",5,6"), rows=59, named=1, says=("ragged-rows",),
         place="11 (7 cells)"),
    Case("mostly_ragged", lambda: each(lambda i: row(i) if i % 3 else "1,2"), refused="ragged-rows", place="line 2"),
    Case("unclosed_quote", lambda: with_row(9, '2024-01-01T09:00:00Z,"1.0,2,1,'), refused="unclosed-quote",
         place="line 11"),
    Case("two_stray_quotes_far_apart", lambda: text([row(i, f1='"1' if i in (3, 290) else None) for i in range(400)]
                                                    ).encode(), refused="unclosed-quote", place="line 5"),
    Case("quotes_inside_cells", lambda: each(lambda i: row(i) + (',5" pipe' if i in (3, 9) else ",x"), HEADER + ",n"),
         refused="stray-quotes"),
    Case("newline_in_quotes", lambda: each(lambda i: row(i) + (',"a\nb"' if i == 5 else ",c"), HEADER + ",note"),
         features=("f1", "f2", "note")),
    Case("zero_byte", lambda: with_row(9, row(9).replace("T", "\0")), refused="nul-byte", place="Line 11"),
    Case("binary", lambda: bytes(range(256)) * 4, refused="nul-byte"),
    Case("text_among_numbers_far_down", lambda: text([row(i, f1="oops" if i == 2500 else None) for i in range(3000)]
                                                     ).encode(), rows=3000, says=("not-numeric",),
         place="line 2502: 'oops'"),
    Case("missing_value_words", lambda: each(lambda i: row(i, f1=("NA", "null", "-", "#N/A", "", "1.5")[i % 6]))),
    Case("infinite", lambda: with_row(9, row(9, f1="inf")), says=("infinite-values",), place="line 11"),
    Case("too_large_for_a_float", lambda: with_row(9, row(9, f1="1e400")), says=("infinite-values",), place="line 11"),
    Case("win_loss", lambda: each(lambda i: row(i, win=("win", "loss")[i % 2]))),
    Case("true_false", lambda: each(lambda i: row(i, win=("True", "False")[i % 2]))),
    Case("yes_no", lambda: each(lambda i: row(i, win=("Y", "N")[i % 2]))),
    Case("plus_minus_one", lambda: each(lambda i: row(i, win=("1", "-1")[i % 2]))),
    Case("label_as_float", lambda: each(lambda i: row(i, win=("1.0", "0.0")[i % 2]))),
    Case("label_missing", lambda: each(lambda i: row(i, win="" if i % 7 == 0 else None)), says=("open-labels",),
         place="9 signals"),
    Case("three_labels", lambda: each(lambda i: row(i, win=str(i % 3))), blocked="label-not-binary", place="0, 1, 2"),
    Case("triple_barrier_labels", lambda: each(lambda i: row(i, win=str(i % 3 - 1))), blocked="label-not-binary"),
    Case("one_class", lambda: each(lambda i: row(i, win="1")), blocked="one-class", place="60"),
    Case("no_label", lambda: each(lambda i: row(i, win=f"{i}.5"), HEADER.replace("win", "f3")), blocked="no-label",
         label=None, features=("f1", "f2", "f3")),
    Case("day_or_month", lambda: each(lambda i: row(i, when=f"{1 + i % 11:02d}/{1 + i % 12:02d}/2024")),
         blocked="ambiguous-dates", place="1/1"),
    Case("day_first", lambda: each(lambda i: row(i, when=f"{1 + i % 28:02d}/03/2024 10:00"))),
    Case("mixed_zones", lambda: each(_zoned), says=("mixed-zones",), place="15 times of 60"),
    Case("naive_times", lambda: each(lambda i: row(i).replace("Z", "")), says=("naive-time",)),
    *(Case(f"epoch_{words}", lambda unit=unit: each(lambda i: row(i, when=str((1_704_067_200 + i * 60) * unit))),
           says=("epoch-time",), place=words)
      for words, unit in (("seconds", 1), ("milliseconds", 10**3), ("microseconds", 10**6), ("nanoseconds", 10**9))),
    Case("unreadable_time", lambda: with_row(9, row(9, when="soon")), rows=59, named=1, says=("time-missing",),
         place="line 11"),
    Case("formula", lambda: each(lambda i: row(i) + ',"=HYPERLINK(""x"")"', HEADER + ",note"),
         features=("f1", "f2", "note")),
    Case("percent_and_currency", lambda: each(lambda i: row(i) + f",{i}%,${i}.5", HEADER + ",share,fee_before"),
         says=("formatted-numbers",), features=("f1", "f2", "share", "fee_before"), numbers={"fee_before": 0.5}),
    Case("codes", lambda: each(lambda i: row(i) + f",00{i % 7},0x1F,1_000", HEADER + ",code,hexa,under"),
         features=("f1", "f2", "code", "hexa", "under")),
    Case("gzip_named_csv", lambda: gzip.compress(text().encode(), mtime=0)),
    Case("gzip_cut_off", lambda: gzip.compress(text().encode(), mtime=0)[:-20], refused="damaged-gzip"),
    Case("gzip_bomb", _bomb, refused="gzip-bomb"),
    Case("workbook", _workbook, refused="workbook"),
    Case("old_workbook", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), refused="workbook"),
    Case("html", lambda: b"\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", refused="html"),
    Case("json", lambda: b'[{"signal_time": "2024-01-01", "win": 1}]', refused="json"),
    Case("pickle", lambda: b"\x80\x04\x95\x10" + bytes(50), refused="pickle"),
    Case("carriage_returns", lambda: text(end="\r").encode()),
    Case("windows_line_ends", lambda: text(end="\r\n").encode()),
    Case("double_spaced", lambda: text(end="\r\n\r\n").encode()),
    Case("a_line_of_three_megabytes", lambda: (HEADER + "\n").encode() + b"1" * (3 << 20), refused="line-too-long",
         place="Line 2"),
    Case("twenty_thousand_columns", lambda: b"\n".join([",".join(f"c{i}" for i in range(20_000)).encode(),
                                                        *[b",".join([b"1"] * 20_000)] * 3]),
         refused="too-many-columns"),
    Case("a_name_without_end", lambda: text(header=HEADER.replace("f1", "f" * 9000)).encode(), refused="name-too-long"),
    Case("comments", lambda: b"# made by hand\n# twice\n" + text().encode(), says=("comments",)),
    Case("comment_in_the_middle", lambda: with_row(9, "# not a signal"), rows=59, says=("comments",)),
    Case("hash_before_the_header", lambda: b"#" + text().encode(), says=("hash-header",)),
    Case("lines_above_the_header", lambda: b"Export of today\n\n" + text().encode(), says=("lines-above-header",)),
    Case("totals_row", lambda: text().encode() + b"Total,12,30,25,\n", named=1, says=("totals-row",), place="line 62"),
    Case("totals_without_a_word", lambda: text().encode() + b",12,30,25,\n", named=1, says=("time-missing",)),
    Case("quoted_numbers", lambda: each(lambda i: ",".join(f'"{cell}"' for cell in row(i).split(",")))),
    Case("truncated_last_line", lambda: text().encode()[:-31], rows=59, named=1, says=("truncated-last-line",),
         place="(61)"),
    Case("header_again", lambda: text().encode() + (HEADER + "\n").encode() + row(60).encode() + b"\n", rows=61,
         named=1, says=("repeated-header",), place="line 62"),
    Case("separator_at_the_end", lambda: text([row(i) + "," for i in range(ROWS)], header=HEADER + ",").encode(),
         says=("empty-column",)),
    Case("empty_rows", lambda: text().encode() + b",,,,\n,,,,\n", named=2, says=("empty-rows",), place="lines 62, 63"),
    Case("not_sorted", lambda: text([row(i) for i in reversed(range(ROWS))]).encode(), says=("sorted",)),
    Case("the_same_signals_twice", lambda: text([row(i % ROWS) for i in range(2 * ROWS)]).encode(), rows=2 * ROWS,
         says=("duplicate-rows",), place="60 rows"),
    Case("times_in_the_future", lambda: text().replace("2024-", "2054-").encode(), says=("future-time",)),
    Case("always_the_same", lambda: each(lambda i: row(i, f1="3")), says=("constant-feature",)),
    Case("mostly_missing", lambda: each(lambda i: row(i, f1="" if i % 5 else None)), says=("mostly-missing",)),
    Case("outcome_before_the_signal", lambda: with_row(9, row(9).replace("T09:30", "T07:30")),
         says=("label-before-signal",), place="line 11"),
    Case("outcome_among_the_features", lambda: each(lambda i: row(i) + f",{'-' if not i * 7 % 3 % 2 else ''}{i + 1}",
                                                    HEADER + ",gain"), says=("leak",), place="gain"),
    Case("huge_ratio", lambda: each(lambda i: row(i) + f",{(1 if i * 7 % 3 % 2 else -1) * (500 if i == 9 else 1.2)}",
                                    HEADER + ",realized_rr"), says=("huge-ratio",), place="line 11"),
)
