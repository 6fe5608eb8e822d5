"""`dcsgen init`: a first description for a type of product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse


ANSWERS = ("product", "vendor", "version", "ae_title", "port", "identifier", "date")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="file to write, or folder for product.yaml (default: here)"
    )
    parser.add_argument("--type", metavar="TYPE", help="type of the product; --list names them")
    parser.add_argument("--name", metavar="TEXT", dest="product", help="name of the product")
    parser.add_argument("--vendor", metavar="TEXT", help="who makes it")
    parser.add_argument("--product-version", metavar="TEXT", dest="version", help="its version (default: 1.0)")
    parser.add_argument("--ae-title", metavar="TITLE", help="AE Title as delivered (default: from the name)")
    parser.add_argument("--port", metavar="PORT", help="port as delivered (default: one that is usual for the type)")
    parser.add_argument("--identifier", metavar="TEXT", help="identifier of the document (default: from the name)")
    parser.add_argument("--date", metavar="DATE", help="date of the document (default: today)")
    parser.add_argument("--no-schemas", action="store_true", help="write no schemas for editors")
    parser.add_argument("--force", action="store_true", help="replace files that are there already")
    parser.add_argument("--list", action="store_true", help="list the types, and write nothing")


def run(args: argparse.Namespace) -> int:
    """Ask for what is missing, if there is somebody to ask, and write the files; their paths go to standard output."""
    import os
    import shlex
    from datetime import date

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN
    from dcsgen.base.terminal import table, write_error, write_out
    from dcsgen.base.tree import harmless

    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    if args.list:
        write_out(table(("type", "what it does"), ((each.name, each.title) for _, each in host.starters), args.color))
        return EXIT_CLEAN
    file = api.place_of(args.file)
    answers = {name: value for name in ANSWERS if (value := getattr(args, name)) is not None}
    for name, value in answers.items():
        api.check_answer(name, value)
    starter = api.starter(args.type, host) if args.type is not None else None
    # What every description has to say; a vendor's starter may have said it already.
    wanted = [each.name for each in api.questions(starter) if not each.default] if starter else ["product", "vendor"]
    missing = [name for name in wanted if name not in answers]
    if starter is None or missing:
        from dcsgen.builtin.command._dialogue import ask, need_somebody

        need_somebody([*([] if starter else ["--type"]), *map(api.option, missing)])
        api.check_place(file, force=args.force)
        write_error(f"A first description, for {harmless(str(file))}. Enter alone takes what stands in brackets.\n")
        starter, answers = ask(host, starter, answers)
    paths = api.start(
        file, starter=starter, answers=answers, today=date.today(), schemas=not args.no_schemas, force=args.force
    )
    write_out(b"".join(os.fsencode(path) + b"\n" for path in paths))
    write_error(_next_steps(harmless(shlex.quote(str(file)))))
    return EXIT_CLEAN


def _next_steps(file: str) -> str:
    """What to do with a new description; `file` is its path as a shell takes it."""
    steps = (
        (f"dcsgen serve {file} --open", "shows the document while you write"),
        (f"dcsgen check {file}", "tells what is wrong or missing"),
        (f"dcsgen build {file} --out public", "writes HTML and PDF"),
    )
    width = max(len(command) for command, _ in steps)
    lines = (f"  {command:{width}}  {what}\n" for command, what in steps)
    return "Go on in an editor: it is valid, but not yet about your own product.\n" + "".join(lines)


COMMAND = Command(
    name="init",
    help="write a first description for a type of product",
    describe="Writes a small description that is valid and can be built as it is, to go on with in an editor. If "
    "--type, --name or --vendor is missing, it asks for them and the rest on a terminal, and ends elsewhere.\n\n"
    "The first line names the JSON Schema for completion in editors, and the schemas are written into `schemas` "
    "beside the file. All files are written, or none; those that are there already are kept without --force.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen init",
        "dcsgen init --list",
        "dcsgen init archive.yaml --type archive --name SafeStore --vendor Acme",
    ),
)
