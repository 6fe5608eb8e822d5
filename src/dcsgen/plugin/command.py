"""Commands of the command line. Nothing heavy may be imported here: `dcsgen --help` loads this file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


class Command(NamedTuple):
    """One command: `dcsgen NAME`.

    `help` is the line in the overview, `describe` the text of its own `--help`, `examples` are lines shown there.
    `configure` adds arguments to the parser, `run` does the work with one call of `dcsgen.api` and gives the exit
    code. Heavy imports belong inside `run`.
    """

    name: str
    help: str
    describe: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    examples: tuple[str, ...] = ()
