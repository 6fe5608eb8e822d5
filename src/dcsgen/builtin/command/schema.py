"""`dcsgen schema`: the published JSON Schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="which one; without a name, they are listed")
    parser.add_argument("-o", "--out", metavar="FILE", help="file for the schema (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """Write a schema, or the names of all."""
    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.terminal import write_out
    from dcsgen.builtin.command._host import project_host

    host = project_host(args)
    if args.name is None:
        if args.out is not None:
            raise UsageError("-o needs the name of a schema; without one they are only listed")
        write_out("".join(f"{name}\n" for name in api.schema_names(host)))
        return EXIT_CLEAN
    data = api.schema(args.name, host)
    if args.out is None:
        write_out(data)
    else:
        from pathlib import Path

        from dcsgen.base.output import write_atomically

        write_atomically(Path(args.out), data)
    return EXIT_CLEAN


COMMAND = Command(
    name="schema",
    help="write a JSON Schema, for editors and other programs",
    describe="Writes one of the JSON Schemas (draft 2020-12) of dcsgen: of the descriptions that it reads, for "
    "completion in editors, and of everything that it writes for programs.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen schema",
        "dcsgen schema description -o description.schema.json",
    ),
)
