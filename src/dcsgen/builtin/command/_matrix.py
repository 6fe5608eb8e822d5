"""`dcsgen match --matrix`: many products each with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that only many products have."""
    group = parser.add_argument_group("if there are many products")
    group.add_argument(
        "--matrix",
        action="store_true",
        help="hold all inputs each against each; folders with several descriptions can be inputs, too",
    )
    group.add_argument(
        "--full",
        action="store_true",
        help="match each pair down to content, as A and B are, up to 40 products",
    )


def run(args: argparse.Namespace) -> int:
    """Write the matrix of many products. Not all of them are meant for each other, so nothing in it fails."""
    import sys

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.terminal import progress_bar, wants_colour, write_out

    for option in ("draft", "site", "calling", "values"):
        if getattr(args, option):
            raise UsageError(f"--matrix and --{option} contradict each other")
    if args.fail_on:
        raise UsageError("--fail-on has no meaning with --matrix: not all products are meant for each other")
    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    outputs = api.matrix_outputs(args.output or ["text"], host)
    with progress_bar(args.color, ticks=False) as tell:

        def told(done: int, of: int) -> None:
            if tell is not None:
                tell("matching" if args.full else "reading", done, of)

        if args.full:
            matrix = api.full_matrix(args.inputs, host, tell=told)
        else:
            matrix = api.matrix(api.read_products(args.inputs, host, tell=told))
    write_out(api.write_matrix(matrix, outputs, host, wants_colour(sys.stdout, args.color)))
    return EXIT_CLEAN
