"""`dcsgen --help`: all commands on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dcsgen.cli.parser import Parser, overview_parser
from dcsgen.plugin.command import Command

GROUPS = (
    ("Make and check documents", ("init", "serve", "build", "check", "diff", "git-diff", "extract")),
    ("Read statements of others", ("import", "catalog")),
    ("Compare products", ("match",)),
    ("Look things up", ("standard", "explain", "rules", "schema")),
    ("Look at the installation", ("plugins", "about", "cache")),
)
OTHERS = "More"

EXIT_CODES = """\
exit codes:
  0   clean
  1   findings at or above --fail-on (default: error)
  2   wrong usage
  3   an input cannot be read, or an output cannot be written
  4   a plug-in that was asked for failed; any, with --strict-plugins
  70  a bug in dcsgen; DCSGEN_DEBUG=1 shows where
"""


def overview(commands: Iterable[Command]) -> Parser:
    """The parser for `dcsgen` alone; its help lists the commands in groups."""
    return overview_parser("\n".join(_lines(tuple(commands))), EXIT_CODES)


def _lines(commands: tuple[Command, ...]) -> Iterator[str]:
    yield "DICOM Conformance Statements as data: describe a product once, then publish it and check it."
    by_name = {command.name: command for command in commands}
    grouped = [(title, [by_name.pop(name) for name in names if name in by_name]) for title, names in GROUPS]
    width = max((len(command.name) for command in commands), default=0)
    for title, members in (*grouped, (OTHERS, list(by_name.values()))):
        if members:
            yield f"\n{title}:"
            yield from (f"  {member.name:{width}}  {member.help}" for member in members)
    yield "\n`dcsgen COMMAND --help` shows what a command takes, with examples."
    yield "Plug-ins may add commands; `dcsgen plugins` names them."
