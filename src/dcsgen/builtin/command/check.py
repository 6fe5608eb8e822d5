"""`dcsgen check`: what is wrong with descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

SEVERITIES = ("error", "warning", "note")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="YAML file that describes a product")
    parser.add_argument(
        "--format", metavar="FORMAT", default="text", help="text, json, or what a plug-in adds (default: text)"
    )
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        default="error",
        metavar="SEVERITY",
        help="exit with 1 from this severity on: error, warning or note (default: error)",
    )


def run(args: argparse.Namespace) -> int:
    """Report on standard output; the exit code says whether anything weighs as much as `--fail-on`."""
    import sys
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UnreadableInputError
    from dcsgen.base.finding import Severity
    from dcsgen.base.terminal import wants_colour, write_out

    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    result = api.check([Path(name) for name in args.files], host=host)
    write_out(api.report_as(result.report, args.format, host, wants_colour(sys.stdout, args.color)))
    if result.unreadable:
        return UnreadableInputError.exit_code
    limit = Severity(args.fail_on).rank
    fails = any(finding.severity.rank <= limit for finding in result.report.findings)
    return EXIT_FINDINGS if fails else EXIT_CLEAN


COMMAND = Command(
    name="check",
    help="say what is wrong with descriptions",
    describe="Checks capability descriptions against their schema, against the DICOM Standard and against the rules "
    "of dcsgen and of plug-ins, and writes the findings to standard output.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen check product.yaml",
        "dcsgen check products/*.yaml --fail-on warning",
        "dcsgen check product.yaml --format json > findings.json",
    ),
)
