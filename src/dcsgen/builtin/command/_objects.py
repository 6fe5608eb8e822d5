"""`dcsgen match FILE.dcm RECEIVER`: the part of the command that is about DICOM objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from dcsgen.base.interaction import Outcome

SUFFIXES = (".dcm", ".dicom", ".ima")
"""What a file is called that is meant as a DICOM object, whatever is in it."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that only objects have."""
    group = parser.add_argument_group("if DICOM files are matched with their receiver")
    group.add_argument(
        "--calling", metavar="AE_TITLE", default="", help="AE Title of who sends them, for an AE-specific mapping"
    )
    group.add_argument(
        "--values",
        action="store_true",
        help="show values of the objects in the report, which may tell who the patient is (default: only whether they "
        "fit)",
    )


def are_objects(words: Sequence[str]) -> bool:
    """Whether these words are DICOM files or folders of them, not descriptions."""
    from pathlib import Path

    from dcsgen import api

    return any(Path(word).suffix.casefold() in SUFFIXES or api.holds_objects(Path(word)) for word in words)


def run(args: argparse.Namespace, fail_on: Outcome) -> int:
    """Write the reports; the exit code says whether an object fares as badly as `--fail-on`, or cannot be read."""
    import sys
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UnreadableInputError, UsageError
    from dcsgen.base.terminal import wants_colour, write_out

    for option in ("draft", "site", "full"):
        if getattr(args, option):
            raise UsageError(f"--{option} has no meaning for DICOM objects; it is for descriptions")
    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    outputs = api.object_outputs(args.output or ["text"], host)
    receiver = api.read_side(args.inputs[-1], host)
    files = [Path(word) for word in args.inputs[:-1]]
    match = api.match_objects(
        files,
        receiver,
        calling=args.calling,
        values=args.values,
        draft=args.draft in ("b", "both"),
        fail_on=fail_on,
    )
    write_out(api.write_objects(match, outputs, host, wants_colour(sys.stdout, args.color)))
    if match.unread:
        return UnreadableInputError.exit_code
    return EXIT_FINDINGS if match.fails and not args.exit_zero else EXIT_CLEAN
