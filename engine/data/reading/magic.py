"""What a file is by its first bytes, whatever its name says; what is no table is refused with what it is."""

from __future__ import annotations

import enum
import zipfile
from pathlib import Path

from engine.errors import WorkbenchError

HEAD = 4096


class FileKind(enum.Enum):
    """What can be read."""

    TEXT = "text"
    GZIP = "gzip"
    PARQUET = "Parquet"
    FEATHER = "Feather"


_AS_TABLE = "Save or export the table as CSV or Parquet and open that."
_UNPACK = "Unpack it and open the table inside (gzip is read as it is)."
_READABLE = ((b"PAR1", FileKind.PARQUET), (b"ARROW1", FileKind.FEATHER), (b"\x1f\x8b", FileKind.GZIP))
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "workbook", "an Excel workbook (old format)", "In Excel, save the sheet as CSV."),
    (b"FEA1", "old-feather", "a Feather file of the old version 1", "Write it again as Feather version 2 or Parquet."),
    (b"%PDF", "not-a-table", "a PDF document", _AS_TABLE),
    (b"SQLite format 3\x00", "not-a-table", "an SQLite database", _AS_TABLE),
    (b"\x89HDF", "not-a-table", "an HDF5 file", _AS_TABLE),
    (b"\x93NUMPY", "not-a-table", "a NumPy array without column names", _AS_TABLE),
    (b"ORC", "not-a-table", "an ORC file", _AS_TABLE),
    (b"Obj\x01", "not-a-table", "an Avro file", _AS_TABLE),
    (b"BZh", "packed", "packed with bzip2", _UNPACK),
    (b"\xfd7zXZ", "packed", "packed with xz", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "packed", "packed with zstd", _UNPACK),
    (b"7z\xbc\xaf", "packed", "a 7-Zip archive", _UNPACK),
    (b"Rar!", "packed", "a RAR archive", _UNPACK),
    (b"\x89PNG", "not-a-table", "a picture", _AS_TABLE),
    (b"\xff\xd8\xff", "not-a-table", "a picture", _AS_TABLE),
    (b"\x7fELF", "not-a-table", "a program", _AS_TABLE),
    *((b"\x80" + bytes([version]), "pickle", "a Python pickle, which can run any program when it is opened", _AS_TABLE)
      for version in range(2, 6)),
)
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<table", b"<?xml", b"<div", b"<body", b"<meta", b"<script")


def recognise(head: bytes, path: Path) -> FileKind:
    """The kind of a file with these first bytes; refuses what cannot hold a table."""
    if not head.strip():
        raise WorkbenchError("The file is empty.", where=path.name, remedy="Choose another file.", code="empty-file")
    for magic, kind in _READABLE:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        raise _archive(path)
    for magic, code, what, remedy in _REFUSED:
        if head.startswith(magic):
            raise WorkbenchError(f"This is {what}, not a table of signals.", where=path.name, remedy=remedy, code=code)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_MARKUP):
        raise WorkbenchError("This is a web page (HTML or XML), not a CSV file.", where=path.name, code="html",
                             remedy="It may be a log-in or error page: download the file again, or export it as CSV.")
    if start.startswith((b'{"', b"[{", b"[[", b"{\n", b"{\r")):
        raise WorkbenchError("This is JSON, not a CSV file.", where=path.name, code="json", remedy=_AS_TABLE)
    return FileKind.TEXT


def _archive(path: Path) -> WorkbenchError:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.namelist()[:50]
    except (zipfile.BadZipFile, OSError):
        members = []
    if any(name.startswith("xl/") or name == "[Content_Types].xml" for name in members):
        return WorkbenchError("This is an Excel workbook, whatever its name says.", where=path.name, code="workbook",
                              remedy="In Excel, save the sheet as CSV (comma delimited) and open that.")
    return WorkbenchError("This is a zip archive.", where=path.name, code="packed", remedy=_UNPACK)
