"""`dcsgen extract`: the data inside a document that dcsgen made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="HTML, PDF, DOCX, Markdown or JSON file that dcsgen made")
    parser.add_argument("-o", "--out", metavar="OUT", help="file for the result (default: standard output)")
    parser.add_argument(
        "--textconv",
        action="store_true",
        help="for git: a line of text for each fact; FILE may be a description in YAML, and what is no description by "
        "itself is given as it is",
    )


def run(args: argparse.Namespace) -> int:
    """Write the resolved description, as JSON or for git."""
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN

    if args.textconv:
        host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
        data = api.facts_for_git(Path(args.file), host).encode("utf-8", "surrogateescape")
    else:
        data = api.extract(Path(args.file))
    if args.out is None:
        from dcsgen.base.terminal import write_out

        write_out(data)
    else:
        from dcsgen.base.output import spare, write_atomically

        spare([args.file], [Path(args.out)])
        write_atomically(Path(args.out), data)
    return EXIT_CLEAN


COMMAND = Command(
    name="extract",
    help="get the description back out of a document",
    describe="Every document that dcsgen writes carries the resolved description from which it was made. This gets "
    "it out again, as JSON, exactly as it went in.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen extract statement.pdf",
        "dcsgen extract statement.html -o product.json",
        "dcsgen extract statement.docx",
        "dcsgen extract statement.pdf --textconv",
        'git config diff.statement.textconv "dcsgen extract --textconv"',
    ),
)
