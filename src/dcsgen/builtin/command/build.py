"""`dcsgen build`: from a description to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from dcsgen.api import Host, Since
    from dcsgen.base.finding import Finding

FORMATS = "html,pdf"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("description", metavar="DESCRIPTION", help="YAML file that describes the product")
    parser.add_argument(
        "-o", "--out", metavar="DIR", default=".", help="folder for the results, made if missing (default: here)"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT,...",
        type=_formats,
        default=FORMATS,
        help=f"html, pdf, docx, md, json, or what a plug-in adds, joined by commas (default: {FORMATS})",
    )
    parser.add_argument(
        "--layout", metavar="LAYOUT", help="outline of the document (default: the one that the description names)"
    )
    parser.add_argument(
        "--docx-template",
        metavar="FILE",
        help="Word document or template (.docx, .dotx) whose styles, header and footer docx has "
        "(default: statement.docx or statement.dotx of the template folder, else dcsgen's own look)",
    )
    parser.add_argument(
        "--since",
        metavar="OLD",
        help="mark what differs from an older description or from a document that dcsgen made of it: a YAML file, "
        "an HTML, PDF, DOCX, Markdown or JSON file, or git:REVISION[:PATH] (default path: that of DESCRIPTION)",
    )
    parser.add_argument(
        "--draft-history",
        metavar="FILE",
        help="with --since, write the drafted entry of the revision history as YAML to paste into the description",
    )
    parser.add_argument("--config", metavar="FILE", help="configuration (default: the nearest dcsgen.toml)")
    parser.add_argument("--no-config", action="store_true", help="use no configuration and no list that is found")


def run(args: argparse.Namespace) -> int:
    """Write the documents; name them on standard output, and what is wrong on standard error."""
    import os
    import sys
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UsageError
    from dcsgen.base.finding import Severity
    from dcsgen.base.terminal import progress_bar, wants_colour, write_error, write_out
    from dcsgen.builtin.command._grades import in_one_line

    if args.docx_template and "docx" not in args.format:
        raise UsageError("--docx-template is for the format docx: add it to --format")
    if args.draft_history and not args.since:
        raise UsageError("--draft-history is about what differs from an older document: name that with --since")
    if args.config and args.no_config:
        raise UsageError("--config and --no-config contradict each other")
    file = Path(args.description)
    named = args.config and Path(args.config)
    configuration = api.Configuration() if args.no_config else api.configuration([file], named=named)
    folders = [*args.plugins, *configuration.plugins]
    host = api.open_host(folders=folders, vendors=not args.no_plugins, strict=args.strict_plugins)
    with progress_bar(args.color) as progress:
        result = api.build(
            file,
            out=Path(args.out),
            formats=args.format,
            layout=args.layout,
            host=host,
            docx_template=Path(args.docx_template) if args.docx_template else None,
            since=args.since or None,
            draft_history=Path(args.draft_history) if args.draft_history else None,
            configuration=configuration,
            progress=progress,
        )
    write_error(_told(args.description, result.findings, host, wants_colour(sys.stderr, args.color)))
    if result.completeness is not None:
        write_error(f"{in_one_line(result.completeness)}\n")
    if result.since is not None:
        write_error("".join(f"{line}\n" for line in _differences(result.since)))
    write_out(b"".join(os.fsencode(path) + b"\n" for path in result.paths))
    wrong = any(finding.severity is Severity.ERROR and not finding.accepted for finding in result.findings)
    return EXIT_FINDINGS if wrong else EXIT_CLEAN


def _told(file: str, findings: Sequence[Finding], host: Host, colour: bool) -> str:
    """Errors, and what no check shows, in full; of the rest, which `dcsgen check` is for, how many there are."""
    from msgspec import structs

    from dcsgen import api
    from dcsgen.base.finding import Severity, is_rule
    from dcsgen.base.tree import harmless
    from dcsgen.builtin.reporter._counts import counts
    from dcsgen.plugin.reporter import Report
    from dcsgen.version import __version__

    shown: list[Finding] = []
    rest: list[Finding] = []
    for finding in findings:
        stops = finding.severity is Severity.ERROR and not finding.accepted
        (shown if stops or not is_rule(finding.code) else rest).append(finding)
    report = Report(tool="dcsgen", version=__version__, files=(file,), findings=tuple(shown))
    text = api.report_as(report, "text", host, colour) if shown else ""
    if rest:
        numbers = ", ".join(number for number, _ in counts(structs.replace(report, findings=tuple(rest))))
        text += f"{numbers}{' more' if shown else ''}: see `dcsgen check {harmless(file)}`\n"
    return text


_MOST_SECTIONS = 10


def _differences(since: Since) -> Iterator[str]:
    """What differs from the older document, section by section, and what became of the revision history."""
    from dcsgen.base.tree import harmless

    sections = since.changes.sections
    count = f"{len(sections)} section{'s' if len(sections) != 1 else ''}"
    differ = f"{count} differ{'s' if len(sections) == 1 else ''}" if sections else "nothing differs"
    yield harmless(f"since revision {since.changes.revision} of {since.changes.date}: {differ}")
    for section in sections[:_MOST_SECTIONS]:
        yield harmless(f"  {section.heading}: {'; '.join(section.words)}")
    if len(sections) > _MOST_SECTIONS:
        yield f"  and {len(sections) - _MOST_SECTIONS} more: the document lists them"
    if since.draft.stale:
        yield harmless(f"  document.revision is still {since.changes.revision}: raise it")
    if since.draft.missing:
        yield "  the revision history has no entry for this: one was drafted; --draft-history FILE writes it"


def _formats(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word for part in text.split(",") if (word := part.strip())))
    if not words:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("no format is named; write e.g. html,pdf")
    return words


COMMAND = Command(
    name="build",
    help="write the Conformance Statement of a description",
    describe="Reads a capability description, checks it, and writes its DICOM Conformance Statement.\n\n"
    "The paths of the files go to standard output, one per line, errors to standard error; of warnings and notes of "
    "rules only the number, because `dcsgen check` shows them, and how complete the description is for the layout; "
    "`dcsgen check --layout` says what is missing. Nothing is written if there is an error; each file "
    "appears whole or not at all.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen build product.yaml",
        "dcsgen build product.yaml -o public --format html",
        "dcsgen build product.yaml --layout ps3.2-annex-a --format pdf,json",
        "dcsgen build product.yaml --format docx,md --docx-template house-style.dotx",
        "dcsgen build product.yaml --since public/product.pdf",
        "dcsgen build product.yaml --since git:v1.0 --draft-history entry.yaml",
    ),
)
