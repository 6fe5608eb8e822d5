"""`dcsgen union`: what at least one of several products has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command import _combine

    _combine.configure(parser)


def run(args: argparse.Namespace) -> int:
    """Write what at least one product has."""
    from dcsgen import api
    from dcsgen.builtin.command import _combine

    return _combine.combined(args, api.union)


COMMAND = Command(
    name="union",
    help="say what at least one of several products has",
    describe="Writes a description of what at least one product has, with comments that say who has what not all "
    "have. Things are the same if the standard calls them the same, whatever they are named and however "
    "each product divides them between Application Entities. Numbers are the widest ones; what several "
    "products say differently is left out. The result is a description like others, which dcsgen can "
    "check, build, compare and match.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen union ours.yaml theirs.pdf",
        "dcsgen union old-scanner.yaml new-scanner.yaml -o scanners.yaml",
        "dcsgen union archive.html desk.html --format json --out all.json",
    ),
)
