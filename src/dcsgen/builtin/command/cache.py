"""`dcsgen cache`: what is kept in the user's cache folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--clear", action="store_true", help="remove all of it")


def run(args: argparse.Namespace) -> int:
    """Say where the cache is and how much is in it, or remove it."""
    from dcsgen.base import cache
    from dcsgen.base.errors import EXIT_CLEAN, OutputError
    from dcsgen.base.output import cause
    from dcsgen.base.terminal import write_out

    try:
        kept = cache.kept()
        if args.clear:
            cache.clear()
    except (OSError, RuntimeError) as error:
        why = cause(error) if isinstance(error, OSError) else str(error)
        raise OutputError(f"the cache cannot be {'removed' if args.clear else 'read'}: {why}") from error
    total = _megabytes(sum(each.size for each in kept.values()))
    lines = [f"{cache.home()}: {total}{' removed' if args.clear else ''}"]
    lines += [f"  {name}: {_files(each.files)}, {_megabytes(each.size)}" for name, each in kept.items()]
    write_out("".join(f"{line}\n" for line in lines))
    return EXIT_CLEAN


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


COMMAND = Command(
    name="cache",
    help="say how much is kept for the next build, or remove it",
    describe="Says how much dcsgen keeps in the user's cache folder: compiled templates, and results of `dcsgen build` "
    "with the pieces of long PDFs. All of it can be made again at any time, and nothing that dcsgen writes depends on "
    "it. Of results no more than 512 MiB are kept, those that were used last.\n\n"
    "The folder is dcsgen in XDG_CACHE_HOME; if that is not set, in ~/.cache, in ~/Library/Caches on macOS and in the "
    "local application data on Windows.",
    configure=configure,
    run=run,
    examples=("dcsgen cache", "dcsgen cache --clear"),
)
