"""`dcsgen about`: versions, the editions of the standard, and what is known to be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from dcsgen.api import About

SCHEMA_VERSION = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write JSON, as described by `dcsgen schema about`")


def run(args: argparse.Namespace) -> int:
    """Write it to standard output."""
    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN
    from dcsgen.base.terminal import write_out
    from dcsgen.builtin.command._host import project_host

    host = project_host(args)
    about = api.about(host)
    write_out(_as_json(about) if args.json else "".join(f"{line}\n" for line in _lines(about)))
    return EXIT_CLEAN


def _as_json(about: About) -> str:
    from dcsgen.base.json_text import json_text

    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "version": about.version,
            "python": about.python,
            "libraries": about.libraries,
            "plugins": about.plugins,
            "editions": about.editions,
            "sources": about.sources,
            "known_holes": about.known_holes,
        }
    )


def _lines(about: About) -> Iterator[str]:
    yield f"dcsgen {about.version}"
    yield f"Python {about.python}"
    yield from _block("Libraries", _pairs(about.libraries))
    yield from _block("Plug-ins", _pairs(about.plugins))
    yield from _block("Editions of the DICOM Standard", _pairs(about.editions))
    yield from _block("Sources of data", about.sources)
    yield from _block("Not covered by that data", about.known_holes)


def _pairs(versions: dict[str, str]) -> list[str]:
    width = max(map(len, versions), default=0)
    return [f"{name:{width}}  {version}" for name, version in versions.items()]


def _block(heading: str, entries: list[str] | tuple[str, ...]) -> Iterator[str]:
    from textwrap import wrap

    if entries:
        yield ""
        yield heading
        for entry in entries:
            yield from wrap(entry, 96, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


COMMAND = Command(
    name="about",
    help="show versions, editions of the standard, known gaps",
    describe="Shows the versions of dcsgen and of the libraries that it uses, the editions of the DICOM Standard from "
    "which its data comes, and what that data is known to lack.",
    configure=configure,
    run=run,
    examples=("dcsgen about", "dcsgen about --json"),
)
