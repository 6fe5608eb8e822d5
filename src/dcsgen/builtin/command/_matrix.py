"""`dcsgen match --matrix`: many products each with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def write_matrix(args: argparse.Namespace) -> int:
    """Write the matrix of many products. Not all of them are meant for each other, so nothing in it fails."""
    import sys

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.terminal import progress_bar, wants_colour, write_out

    if args.a is not None or args.draft:
        what = "--draft" if args.draft else "two products"
        raise UsageError(f"--matrix and {what} contradict each other; name all products after --matrix")
    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    outputs = api.matrix_outputs(args.output or ["text"], host)
    with progress_bar(args.color, ticks=False) as tell:

        def told(done: int, of: int) -> None:
            if tell is not None:
                tell("matching" if args.full else "reading", done, of)

        if args.full:
            matrix = api.full_matrix(args.matrix, host, tell=told)
        else:
            matrix = api.matrix(api.read_products(args.matrix, host, tell=told))
    write_out(api.write_matrix(matrix, outputs, host, wants_colour(sys.stdout, args.color)))
    return EXIT_CLEAN
