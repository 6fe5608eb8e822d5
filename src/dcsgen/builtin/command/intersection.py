"""`dcsgen intersection`: what can be relied on in each of several products."""

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
    """Write what all products have."""
    from dcsgen import api
    from dcsgen.builtin.command import _combine

    return _combine.combined(args, api.intersection)


COMMAND = Command(
    name="intersection",
    help="say what can be relied on in each of several products",
    describe="Writes a description of what all products have: SOP Classes with role, Transfer Syntaxes, keys with "
    "their matching, status codes, web transactions, media, objects, security and character sets. Things "
    "are the same if the standard calls them the same, whatever they are named and however each product "
    "divides them between Application Entities. Numbers are the tightest ones, and what one product "
    "demands of its peers is demanded.\n\nWhat one product does not state is left out, and told on "
    "standard error and in comments: it is not taken for a no. The result is a description like others, "
    "which dcsgen can check, build, compare and match.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen intersection ours.yaml theirs.pdf",
        "dcsgen intersection archive.yaml planning.yaml treatment.yaml -o common.yaml",
        "dcsgen intersection v1.2:product.yaml product.yaml --format json",
    ),
)
