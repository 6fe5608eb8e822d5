"""`dcsgen import`: reads statements of others into drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dcsgen.base.draft import Draft
    from dcsgen.base.finding import Severity

SEVERITIES = ("error", "warning", "note")
TOLD = 8
"""Doubts that are told of one document; all are in the draft."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command import _folder
    from dcsgen.builtin.command._words import jobs

    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="a statement: PDF, DOCX, ODT, HTML, Markdown, reStructuredText or text; or a folder of statements",
    )
    _add_reading(parser, jobs)
    group = parser.add_argument_group("what is written")
    group.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        help="the description, or a folder for what is written (default: NAME.draft.yaml beside each document)",
    )
    group.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="yaml: the description; json: all facts with their places; review: an HTML page to look at them; may be "
        "repeated (default: yaml)",
    )
    group.add_argument("--force", action="store_true", help="replace files that are there already")
    group.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        metavar="SEVERITY",
        default="error",
        help="exit with 1 if a doubt weighs this much and nobody has settled it: error, warning or note (default: "
        "error)",
    )
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is doubtful")
    _folder.configure(parser)


def _add_reading(parser: argparse.ArgumentParser, jobs: object) -> None:
    from dcsgen.builtin.command._words import share

    group = parser.add_argument_group("what is read")
    group.add_argument(
        "--threshold",
        metavar="T",
        type=share,
        default=0.7,
        help="confidence from which a fact stands in the description, from 0 to 1 (default: 0.7)",
    )
    group.add_argument(
        "--decisions",
        metavar="FILE",
        action="append",
        default=[],
        help="what was decided on the review page of this document, or of an older one; may be repeated",
    )
    group.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        help="stop reading each document after so long, and use what was read until then (default: no limit; 300 for "
        "those of a folder)",
    )
    group.add_argument("--ocr", action="store_true", help="recognise the text of pages that are pictures")
    group.add_argument(
        "--jobs",
        metavar="N",
        type=jobs,  # type: ignore[arg-type]
        default="auto",
        help="processes that read pages, or the files of a folder, side by side, or auto (default: auto, one for each "
        "core)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the drafts; the exit code says whether a document could not be read, or is doubtful."""
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, DcsgenError
    from dcsgen.base.finding import Severity
    from dcsgen.base.output import is_standard_output
    from dcsgen.base.processes import cores
    from dcsgen.base.terminal import progress_bar, write_error, write_out
    from dcsgen.base.tree import harmless
    from dcsgen.builtin.command import _folder

    if any(Path(name).is_dir() for name in args.files):
        return _folder.run(args)
    _folder.refuse(args)
    forms = [api.draft_form(word) for word in args.output or ["yaml"]]
    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    decisions = api.read_decisions(Path(file) for file in args.decisions)
    files = [Path(name) for name in args.files]
    targets = _targets(args, files, forms)
    worst = EXIT_CLEAN
    for file in files:
        try:
            with progress_bar(args.color) as progress:
                tell = progress or (lambda what, done, total: None)
                draft = api.read_draft(
                    file,
                    host,
                    said=lambda done, pages, tell=tell, name=file.name: tell(f"reading {name}", done, pages),  # type: ignore[misc]
                    timeout=args.timeout,
                    recognise=args.ocr,
                    processes=args.jobs or cores(),
                    threshold=args.threshold,
                    decisions=decisions,
                )
                written = {path: api.draft_as(form, draft, file, host) for form, path in targets[file].items()}
            api.write_drafts(written)
        except DcsgenError as error:
            if len(files) == 1:
                raise
            write_error(f"dcsgen: error: {harmless(str(error))}\n")
            worst = max(worst, error.exit_code)
            continue
        # A draft on standard output stays alone there.
        told = write_error if any(map(is_standard_output, written)) else write_out
        told(_told(draft, file, written, api.unused_decisions(draft, decisions)))
        if _fails(draft, Severity(args.fail_on)) and not args.exit_zero:
            worst = max(worst, EXIT_FINDINGS)
    return worst


def _targets(
    args: argparse.Namespace, files: Sequence[Path], forms: Sequence[tuple[str, Path | None]]
) -> dict[Path, dict[str, Path]]:
    """The files for each document, by form; raises `UsageError` for one that is there already, or asked for twice."""
    from pathlib import Path

    from dcsgen.api.drafts import FORMS
    from dcsgen.base.errors import UsageError
    from dcsgen.base.output import is_standard_output, spare

    out = Path(args.out) if args.out else None
    folder = out if out is not None and (len(files) > 1 or out.is_dir() or args.out.endswith("/")) else None
    found: dict[Path, dict[str, Path]] = {}
    for file in files:
        own = found[file] = {}
        for form, named in forms:
            if named is not None and len(files) > 1:
                raise UsageError(f"{form}={named} is one file for several documents: name a folder with -o")
            own[form] = named or (folder or file.parent) / f"{file.stem}{FORMS[form]}"
        if out is not None and folder is None:
            own["yaml"] = out
    paths = [path for own in found.values() for path in own.values()]
    spare(args.files, paths)
    for path in paths:
        if paths.count(path) > 1:
            raise UsageError(f"{path} would be written twice: import one of the documents into another folder")
        if path.exists() and not args.force and not is_standard_output(path) and path.is_file():
            raise UsageError(f"{path} is there already: name another file with -o, or replace it with --force")
    return found


def _stated(before: str, value: str) -> str:
    """A part of a sentence about something that the document says; empty if it does not."""
    return "" if value == "not stated" else f"{before}{value}"


def _told(draft: Draft, file: Path, written: Iterable[Path], unused: int) -> str:
    """What was found in a document, what is doubtful, and what was written."""
    from dcsgen import api
    from dcsgen.base.tree import harmless

    product = draft.description["product"]
    services = sum(len(draft.description.get(kind, {})) for kind in ("services", "web_services", "media"))
    open_ = [one for one in draft.doubts if not one.settled]
    below = sum(fact.confidence < draft.threshold for fact in draft.facts)
    lines = [
        f"{file}: {product['name']}{_stated(', version ', product['version'])}{_stated(', of ', product['vendor'])}",
        f"  {_count(len(draft.facts), 'fact')} ({below} below {draft.threshold:g}), {_count(services, 'service')}, "
        f"{_count(len(open_), 'doubt')}",
    ]
    for one in sorted(open_, key=lambda each: api.severity_of(each).rank)[:TOLD]:
        where = f"{one.evidence[0].where}: " if one.evidence and one.evidence[0].where else ""
        lines.append(f"  {api.severity_of(one)} {one.code} {where}{one.message}")
    if len(open_) > TOLD:
        lines.append(f"  and {len(open_) - TOLD} more; `--output review` shows them all")
    if unused:
        lines.append(f"  {_count(unused, 'decision')} fit nothing in this document")
    lines += [f"  wrote {path}" for path in written]
    return "".join(f"{harmless(line)}\n" for line in lines)


def _fails(draft: Draft, fail_on: Severity) -> bool:
    from dcsgen import api

    return any(api.severity_of(one).rank <= fail_on.rank for one in draft.doubts if not one.settled)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _seconds(text: str) -> float:
    from argparse import ArgumentTypeError

    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return value


COMMAND = Command(
    name="import",
    help="read statements of others into drafts",
    describe="Reads published statements into drafts: descriptions that say a part of what there is, in which comments "
    "say where each thing was found. What is too doubtful stands there as a comment, what was not understood at the "
    "end. The review page shows each fact beside the place that it was read from; what is decided there is saved as a "
    "file, which --decisions follows, for a newer document, too.\n\n"
    "`dcsgen diff`, `match` and others take drafts, and documents of others as they are.\n\n"
    "A folder gives a folder of drafts with a catalogue, for `dcsgen catalog`; a run that was ended goes on where it "
    "was. It ends with 1 if something in it could not be read, with 3 if nothing could be.\n\n"
    "Several documents give a draft each; one that cannot be read is told, and does not stop the others. Reading needs "
    "the extra dcsgen[import].\n\n"
    "It ends with 1 if an identifier of a document is wrong or a part of it was not read, and nobody has settled "
    "that; with 3 if a document cannot be read.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen import scanner.pdf",
        "dcsgen import scanner.pdf -o scanner.yaml --output review",
        "dcsgen import statements/*.pdf -o drafts/ --output yaml --output json",
        "dcsgen import scanner-2.pdf --decisions scanner-1.decisions.json",
        "dcsgen import archive.pdf --timeout 60 --jobs 2",
        "dcsgen import statements/ -o drafts --timeout 120",
        "dcsgen import statements/ -o drafts --scheduler tcp://10.0.0.5:8786",
    ),
)
