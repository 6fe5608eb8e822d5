"""`dcsgen explain`: what a finding means, what a key is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "word", metavar="CODE|KEY.PATH", help="code or slug of a finding, or the path of a key in a description"
    )


def run(args: argparse.Namespace) -> int:
    """Write the explanation to standard output."""
    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN
    from dcsgen.base.terminal import commonmark, write_out
    from dcsgen.builtin.command._host import project_host

    host = project_host(args)
    explanation = api.explain(args.word, host)
    write_out(commonmark(explanation.title, explanation.text, args.color))
    return EXIT_CLEAN


COMMAND = Command(
    name="explain",
    help="explain a finding, or a key of a description",
    describe="Explains a kind of finding: what it is, why it matters, and what to do instead. Or a key of a "
    "description: what it means, what it may hold, and the clause of the standard behind it.\n\n"
    "On a terminal the text is laid out, otherwise it is CommonMark.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen explain L010",
        "dcsgen explain repeated-key",
        "dcsgen explain services.role",
    ),
)
