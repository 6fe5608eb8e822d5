"""Words of the command line that mean the same in several commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from dcsgen.api import Configuration


def jobs(text: str) -> int | None:
    """A number of processes; None for as many as are good."""
    from argparse import ArgumentTypeError

    if text == "auto":
        return None
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is neither a number from 1 on nor auto")
    return int(text)


def share(text: str) -> float:
    """A number from 0 to 1."""
    from argparse import ArgumentTypeError

    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


def day(text: str) -> date:
    """A day of the calendar."""
    from argparse import ArgumentTypeError
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day; write e.g. 2031-12-31") from None


def configurations(args: argparse.Namespace, files: Sequence[Path]) -> dict[Path, Configuration]:
    """What the project of each file asks for, by --config and --no-config."""
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import UsageError

    if args.config and args.no_config:
        raise UsageError("--config and --no-config contradict each other")
    if args.no_config:
        return dict.fromkeys(files, api.Configuration())
    return api.configurations(files, named=args.config and Path(args.config))


def plugin_folders(args: argparse.Namespace, asked: Mapping[Path, Configuration]) -> list[Path]:
    """The folders of --plugins and those of configurations, once each, however many descriptions they are for."""
    named = {folder.resolve(): folder for each in asked.values() for folder in each.plugins}
    return [*args.plugins, *named.values()]


def user() -> str:
    """The name of the user, who answers for what he accepts if nobody else is named."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
