"""The options that say which column is which, shared by every verb that reads a file."""

from __future__ import annotations

import argparse

from engine.records import Roles


def add_column_options(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    """`DATA` and `--label --time --label-time --weight --id --drop`; what is left out is guessed and printed."""
    parser.add_argument("data", metavar="DATA", nargs=None if needed else "?",
                        help="CSV (also gzip), Parquet or Feather file of signals")
    parser.add_argument("--label", metavar="COL", help="win (1) or loss (0)")
    parser.add_argument("--time", metavar="COL", help="when the signal fired")
    parser.add_argument("--label-time", metavar="COL", help="when its outcome was known")
    parser.add_argument("--weight", metavar="COL", help="realised risk/reward")
    parser.add_argument("--id", metavar="COL", help="name of the signal")
    parser.add_argument("--drop", metavar="COL,COL", default="", help="columns that must not be features")


def given_roles(args: argparse.Namespace) -> Roles:
    """The roles that the command line names; `None` where one is to be guessed."""
    dropped = tuple(name.strip() for name in args.drop.split(",") if name.strip())
    return Roles(label=args.label, time=args.time, label_time=args.label_time, weight=args.weight, id=args.id,
                 dropped=dropped)
