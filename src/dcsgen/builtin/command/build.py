"""`dcsgen build`: from a description to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from dcsgen.api import Built, Host, Since
    from dcsgen.base.finding import Finding

FORMATS = "html,pdf"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command._words import jobs

    parser.add_argument("descriptions", metavar="DESCRIPTION", nargs="+", help="YAML file that describes a product")
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
        "--layout",
        metavar="LAYOUT",
        action="append",
        default=[],
        help="outline of the document; repeated, there is a document for each, with the layout in its name "
        "(default: the one that the description names)",
    )
    parser.add_argument(
        "--language",
        metavar="LANGUAGE",
        default="",
        help="language of the document: en, de, fr, or what a template folder adds (default: the one that the "
        "description names, else en)",
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
        "an HTML, PDF, DOCX, Markdown or JSON file, git:REVISION:PATH, or git:REVISION for DESCRIPTION as it was then",
    )
    parser.add_argument(
        "--draft-history",
        metavar="FILE",
        help="with --since, write the drafted entry of the revision history as YAML to paste into the description",
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=jobs,
        default="auto",
        help="processes that work at once, or auto: one for each core (default: auto); the files are the same",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="make everything anew, and keep nothing for the next time"
    )
    parser.add_argument("--config", metavar="FILE", help="configuration (default: the nearest dcsgen.toml)")
    parser.add_argument("--no-config", action="store_true", help="use no configuration and no list that is found")


def run(args: argparse.Namespace) -> int:
    """Write the documents; name them on standard output, and what is wrong on standard error."""
    import os
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.output import is_standard_output
    from dcsgen.base.terminal import progress_bar, write_error, write_out
    from dcsgen.base.tree import harmless
    from dcsgen.builtin.command._words import configurations, plugin_folders

    if args.docx_template and "docx" not in args.format:
        raise UsageError("--docx-template is for the format docx: add it to --format")
    if args.since == "":
        raise UsageError("--since names nothing: name the older document, or leave it out")
    if args.draft_history and not args.since:
        raise UsageError("--draft-history is about what differs from an older document: name that with --since")
    if args.since and len(args.descriptions) > 1:
        raise UsageError("--since names the older document of one description: build the descriptions one by one")
    if args.draft_history and len(args.layout) > 1:
        raise UsageError("--draft-history names what differs by the sections of one layout: name one")
    files = [Path(name) for name in args.descriptions]
    asked = configurations(args, files)
    host = api.open_host(folders=plugin_folders(args, asked), vendors=not args.no_plugins, strict=args.strict_plugins)
    # A bar that ticks would be a second thread, and processes must not be forked beside one.
    with progress_bar(args.color, ticks=False) as progress:
        built = api.build_all(
            files,
            out=Path(args.out),
            formats=args.format,
            layouts=args.layout,
            language=args.language,
            host=host,
            configuration=asked,
            docx_template=Path(args.docx_template) if args.docx_template else None,
            since=args.since,
            draft_history=Path(args.draft_history) if args.draft_history else None,
            jobs=args.jobs,
            keep=not args.no_cache,
            progress=progress,
        )
    if len(built) == 1 and built[0].error is not None:
        raise built[0].error
    write_error("".join(_report(args, host, built)))
    paths = [path for each in built if each.result for path in each.result.paths]
    if args.draft_history and is_standard_output(Path(args.draft_history)):
        # What is there is the draft, alone.
        write_error("".join(f"{harmless(str(path))}\n" for path in paths if not is_standard_output(path)))
    else:
        write_out(b"".join(os.fsencode(path) + b"\n" for path in paths))
    return max(map(_exit_code, built), default=EXIT_CLEAN)


def _report(args: argparse.Namespace, host: Host, built: Sequence[Built]) -> Iterator[str]:
    """What is wrong with each description, said once for all its layouts, and how complete each document is."""
    import sys
    from itertools import groupby

    from dcsgen.base.terminal import wants_colour
    from dcsgen.base.tree import harmless
    from dcsgen.builtin.command._grades import in_one_line

    colour = wants_colour(sys.stderr, args.color)
    for file, group in groupby(built, key=lambda each: each.file):
        documents = list(group)
        findings = [finding for each in documents if each.result for finding in each.result.findings]
        findings += [finding for each in documents if (finding := getattr(each.error, "finding", None))]
        yield _told(str(file), list(dict.fromkeys(findings)), host, colour)
        sentences = [str(each.error) for each in documents if each.error and not getattr(each.error, "finding", None)]
        for sentence in dict.fromkeys(sentences):
            yield f"dcsgen: error: {harmless(str(file))}: {harmless(sentence)}\n"
        for each in documents:
            if each.result and each.result.completeness is not None:
                of = f"{harmless(str(file))}: " if len(built) > 1 else ""
                yield f"{of}{in_one_line(each.result.completeness)}\n"
            if each.result and each.result.since is not None:
                yield from (f"{line}\n" for line in _differences(each.result.since, written=bool(args.draft_history)))


def _exit_code(built: Built) -> int:
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS
    from dcsgen.base.finding import Severity

    if built.error is not None:
        return built.error.exit_code
    findings = built.result.findings if built.result else ()
    wrong = any(finding.severity is Severity.ERROR and not finding.accepted for finding in findings)
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


def _differences(since: Since, *, written: bool) -> Iterator[str]:
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
        way = "" if written else "; --draft-history FILE writes it"
        yield f"  the revision history has no entry for this: one was drafted{way}"


def _formats(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word for part in text.split(",") if (word := part.strip())))
    if not words:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("no format is named; write e.g. html,pdf")
    return words


COMMAND = Command(
    name="build",
    help="write the Conformance Statements of descriptions",
    describe="Reads capability descriptions, checks them, and writes their DICOM Conformance Statements.\n\n"
    "The paths of the files go to standard output, one per line, errors to standard error; of warnings and notes of "
    "rules only the number, because `dcsgen check` shows them, and how complete the description is for the layout; "
    "`dcsgen check --layout` says what is missing. Of a description with an error nothing is "
    "written; of the others in the same run all files together, or none; the exit code is the worst.\n\n"
    "A file is called like its description: product.pdf; with several layouts product.tr62266.pdf and so on.\n\n"
    "With --since, all that differs from an older document is marked in the new one and listed, on standard error too; "
    "docs/output.md tells how.\n\n"
    "Results are kept in the user's cache folder (see `dcsgen cache`): a build of which nothing has changed does no "
    "work and leaves the files alone, and in a long PDF only what has changed is laid out again.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen build product.yaml",
        "dcsgen build product.yaml -o public --format html",
        "dcsgen build product.yaml --layout ps3.2-annex-a --format pdf,json",
        "dcsgen build product.yaml --language de -o public/de",
        "dcsgen build product.yaml --format docx,md --docx-template house-style.dotx",
        "dcsgen build product.yaml --since public/product.pdf",
        "dcsgen build product.yaml --since git:v1.0 --draft-history entry.yaml",
        "dcsgen build products/*.yaml -o public --layout ps3.2-annex-n --layout tr62266",
    ),
)
