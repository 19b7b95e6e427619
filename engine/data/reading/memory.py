"""Whether a table fits into memory, asked before it is read."""

from __future__ import annotations

from pathlib import Path

from engine.errors import WorkbenchError

_SHARE = 0.8  # of what is available
_ALWAYS_FINE = 1 << 30
_COPIES = 2  # the frame and the matrix made from it


def require_memory(table_bytes: float, file: str) -> None:
    """Refuse a table of about `table_bytes` that would not fit; where memory cannot be asked, let it pass."""
    needed, available = _COPIES * table_bytes, available_bytes()
    if needed > _ALWAYS_FINE and available is not None and needed > _SHARE * available:
        raise WorkbenchError(
            f"The table needs about {needed / 2**30:.1f} GiB of memory; {available / 2**30:.1f} GiB are free.",
            where=file, code="too-large", remedy="Close other programs, or cut the file by time or columns.",
        )


def available_bytes() -> int | None:
    """Free memory on Linux, a container's limit included; `None` elsewhere."""
    free = _first_number(Path("/proc/meminfo"), "MemAvailable:")
    if free is None:
        return None
    limit = _number_in(Path("/sys/fs/cgroup/memory.max"))
    used = _number_in(Path("/sys/fs/cgroup/memory.current"))
    own = limit - used if limit is not None and used is not None else None
    return free * 1024 if own is None else max(min(free * 1024, own), 0)


def _first_number(path: Path, label: str) -> int | None:
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith(label)), None)


def _number_in(path: Path) -> int | None:
    try:
        text = path.read_text().strip()
    except OSError:
        return None
    return int(text) if text.isdigit() else None
