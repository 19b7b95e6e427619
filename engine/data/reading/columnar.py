"""Parquet and Feather: checked before they are unpacked, read in batches, plain columns only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.data.reading.headers import MOST_COLUMNS, clean_names
from engine.data.reading.magic import FileKind
from engine.data.reading.memory import require_memory
from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.records import Finding, Level

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 1 << 16
_FREE = 1 << 30  # bytes in memory that any file may unpack to
_RATIO = 500
_PANDAS_INDEX = "__index_level_0__"


def read_columnar(
    path: Path, kind: FileKind, *, progress: Progress, limit: int | None = None
) -> tuple[pa.Table, list[Finding]]:
    """The table of a Parquet or Feather file with clean names, and what was repaired or left out."""
    import pyarrow as pa

    try:
        table = _parquet(path, progress, limit) if kind is FileKind.PARQUET else _feather(path, progress, limit)
        table.validate(full=True)
    except (pa.ArrowException, OSError, ValueError, KeyError, MemoryError) as error:
        raise WorkbenchError(f"The {kind.value} file is damaged.", where=path.name, code="damaged-file",
                             remedy="Copy or write it again.") from error
    # Metadata of pandas may name an index or types of its own: only the columns count.
    table = table.replace_schema_metadata(None)
    names, findings = clean_names(["index" if name == _PANDAS_INDEX else name for name in table.column_names],
                                  path.name)
    return _plain(table.rename_columns(list(names)), findings), findings


def _parquet(path: Path, progress: Progress, limit: int | None) -> pa.Table:
    import pyarrow as pa
    from pyarrow import parquet

    with parquet.ParquetFile(path, page_checksum_verification=True) as file:
        schema, rows = file.schema_arrow, file.metadata.num_rows
        _require_columns(path, schema)
        if limit is None:
            _require_size(path, rows * sum(map(_width, schema)))
        batches = file.iter_batches(batch_size=_BATCH if limit is None else max(min(limit, _BATCH), 1))
        return pa.Table.from_batches(_checked(batches, rows, path, progress, limit), schema=schema)


def _feather(path: Path, progress: Progress, limit: int | None) -> pa.Table:
    import pyarrow as pa

    with pa.memory_map(str(path)) as mapped, pa.ipc.open_file(mapped) as file:
        _require_columns(path, file.schema)
        batches = (file.get_batch(i) for i in range(file.num_record_batches))
        rows = file.num_record_batches * _BATCH
        return pa.Table.from_batches(_checked(batches, rows, path, progress, limit), schema=file.schema)


def _checked(batches: Iterator[Any], rows: int, path: Path, progress: Progress, limit: int | None) -> Iterator[Any]:
    """The batches up to `limit` rows, as long as they stay within reason."""
    done = size = 0
    for batch in batches:
        done, size = done + len(batch), size + batch.nbytes
        _require_size(path, size)
        progress.report(done / max(rows, 1), f"reading {path.name}")
        yield batch
        if limit is not None and done >= limit:
            return


def _require_columns(path: Path, schema: pa.Schema) -> None:
    if len(schema) > MOST_COLUMNS:
        clean_names(schema.names, path.name)


def _require_size(path: Path, unpacked: int) -> None:
    """Refuse what would not fit before it is unpacked: a small file can hold a billion equal rows."""
    if unpacked > _FREE and unpacked > _RATIO * path.stat().st_size:
        raise WorkbenchError(
            f"The file unpacks to {unpacked >> 20:,} MiB or more from {path.stat().st_size >> 10:,} KiB.",
            where=path.name, remedy="It is no ordinary table: write it again if you trust it.",
            code="decompression-bomb",
        )
    require_memory(unpacked, path.name)


def _width(field: pa.Field) -> int:
    """Bytes of a cell, about."""
    return max(int(field.type.bit_width) // 8, 1) if _fixed(field.type) else 8


def _fixed(kind: pa.DataType) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_primitive(kind))


def _plain(table: pa.Table, findings: list[Finding]) -> pa.Table:
    """Numbers, truths, texts and times; dictionaries and decimals as these; what is nested or binary is left out."""
    columns, names = [], []
    for name, column in zip(table.column_names, table.columns, strict=True):
        plain = _plain_column(column)
        if plain is None:
            findings.append(Finding(
                Level.WARNING, "unusable-type", name, f"It holds {column.type}, which is no number, text or time; left "
                "out.", "Write it as separate plain columns if models should see it.",
            ))
        else:
            names.append(name)
            columns.append(plain)
    import pyarrow as pa

    return pa.table(dict(zip(names, columns, strict=True)))


def _plain_column(column: pa.ChunkedArray) -> pa.ChunkedArray | None:
    import pyarrow as pa

    types = pa.types
    if types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kind = column.type
    as_it_is = (types.is_boolean, types.is_integer, types.is_floating, types.is_timestamp, types.is_string,
                types.is_large_string, types.is_string_view)
    recast = ((types.is_null, pa.float64()), (types.is_decimal, pa.float64()), (types.is_float16, pa.float64()),
              (types.is_date, pa.timestamp("ms")), (types.is_duration, pa.int64()))
    target = next((target for is_kind, target in recast if is_kind(kind)), None)
    if target is not None:
        return column.cast(target)
    return column if any(is_kind(kind) for is_kind in as_it_is) else None
