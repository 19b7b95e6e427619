"""Profile a file: columns, roles, findings."""

from __future__ import annotations

import argparse
from typing import Any

from engine.cli.columns import add_column_options, given_roles
from engine.cli.options_told import with_options
from engine.cli.output import Output
from engine.data.inspecting import inspect_file
from engine.records import TableProfile

_ROLES = ("label", "time", "label_time", "weight", "id")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`DATA` and the column options."""
    add_column_options(parser)


def run(args: argparse.Namespace, out: Output) -> dict[str, Any]:
    """Print what the file holds and what is wrong with it."""
    found = inspect_file(args.data, given_roles(args), progress=out.progress)
    if not out.json:
        _show(found, out)
    return {
        "source": found.source, "rows": found.rows, "named_rows": found.named_rows, "columns": found.columns,
        "features": found.features, "understood": found.understood,
        "categorical": found.categorical, "roles": {role: getattr(found.roles, role) for role in _ROLES},
        "guessed": found.roles.guessed, "outcomes": found.roles.outcomes, "dropped": found.roles.dropped,
        "positive_rate": found.positive_rate, "labelled_rows": found.labelled_rows, "first_time": found.first_time,
        "last_time": found.last_time, "missing_share": found.missing_share, "weight_range": found.weight_range,
        "fingerprint": found.fingerprint, "findings": found.findings,
    }


def _show(found: TableProfile, out: Output) -> None:
    out.say(f"{found.source}: {found.rows:,} rows, {found.columns} columns, {len(found.features)} features")
    left_out = f"; {found.named_rows:,} rows left out, see below" if found.named_rows else ""
    out.say(f"Read as {found.understood}{left_out}")
    if found.first_time:
        out.say(f"Signals from {found.first_time} to {found.last_time}")
    if found.positive_rate is not None:
        out.say(f"Wins: {found.positive_rate:.1%} of {found.labelled_rows:,} rows with a known outcome")
    out.say("")
    out.table(("role", "column", "how"), [
        (role.replace("_", " "), getattr(found.roles, role) or "-", _how(role, found)) for role in _ROLES
    ])
    for words, columns in (("Never features", found.roles.outcomes), ("Left out", found.roles.dropped),
                           ("Categories", found.categorical)):
        if columns:
            out.say(f"{words}: {', '.join(columns)}")
    for finding in found.findings:
        where = f" [{finding.column}]" if finding.column else ""
        out.say(f"{finding.level.value.upper()}{where}: {finding.message} {with_options(finding.remedy)}".rstrip())


def _how(role: str, found: TableProfile) -> str:
    if getattr(found.roles, role) is None:
        return ""
    return "guessed" if role in found.roles.guessed else "given"
