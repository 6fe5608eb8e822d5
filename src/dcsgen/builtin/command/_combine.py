"""What `dcsgen union` and `dcsgen intersection` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from dcsgen.api import Together

FORMS = ("yaml", "json")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "products",
        metavar="PRODUCT",
        nargs="+",
        help="YAML description, the folder that it is in, or HTML, PDF, DOCX, Markdown or JSON that dcsgen made; "
        "REV:PATH takes it from git",
    )
    parser.add_argument("-o", "--out", metavar="FILE", help="file for the description (default: standard output)")
    parser.add_argument(
        "--format",
        choices=FORMS,
        metavar="FORM",
        help="yaml: a description to read and to go on with; json: the resolved one (default: yaml, or by the end of "
        "the name of FILE)",
    )


def combined(args: argparse.Namespace, combine: Callable[..., Together]) -> int:
    """Write the description; what was left out is told on standard error."""
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN
    from dcsgen.base.output import spare, write_atomically
    from dcsgen.base.terminal import write_error, write_out
    from dcsgen.base.tree import harmless

    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    out = Path(args.out) if args.out else None
    form = args.format or ("json" if out is not None and out.suffix.casefold() == ".json" else "yaml")
    made = combine([api.read_side(word, host) for word in args.products], form)
    if out is None:
        write_out(made.document)
    else:
        spare(args.products, [out])
        write_atomically(out, made.document)
    write_error("".join(f"{harmless(line)}\n" for line in made.summary))
    return EXIT_CLEAN
