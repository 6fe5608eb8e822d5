"""`dcsgen check`: what is wrong with descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from dcsgen.api import Configuration, Host

SEVERITIES = ("error", "warning", "note")
PROFILES = ("draft", "release", "strict")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="YAML file that describes a product")
    _add_choice(parser)
    _add_report(parser)
    _add_repairs(parser)
    _add_accepted(parser)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    from dcsgen.builtin.command._words import jobs

    group = parser.add_argument_group("what is looked for")
    group.add_argument(
        "--profile",
        choices=PROFILES,
        metavar="PROFILE",
        help="how strict: draft, release or strict (default: release)",
    )
    group.add_argument(
        "--select",
        metavar="RULE,...",
        type=_words,
        action="extend",
        default=[],
        help="run only these: codes, slugs, beginnings of codes, or plug-ins",
    )
    group.add_argument(
        "--ignore",
        metavar="RULE,...",
        type=_words,
        action="extend",
        default=[],
        help="do not run these, named likewise",
    )
    group.add_argument("--config", metavar="FILE", help="configuration (default: the nearest dcsgen.toml)")
    group.add_argument("--no-config", action="store_true", help="use no configuration and no list that is found")
    group.add_argument(
        "--jobs",
        metavar="N",
        type=jobs,
        default="auto",
        help="processes for several files, or auto (default: auto, as many as pay off)",
    )


def _add_report(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what is reported")
    group.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="text, json, sarif, junit, github, gitlab, markdown, or what a plug-in adds; may be repeated with files "
        "(default: text)",
    )
    group.add_argument(
        "--layout",
        metavar="LAYOUT",
        action="append",
        default=[],
        help="say as well how complete the descriptions are for a layout, and which keys are missing; may be repeated",
    )
    group.add_argument(
        "--language",
        metavar="LANGUAGE",
        default="",
        help="with --layout, the language of the titles of sections, as for `dcsgen build` (default: the one that the "
        "description names)",
    )
    group.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        metavar="SEVERITY",
        help="exit with 1 from this severity on: error, warning or note (default: error)",
    )


def _add_repairs(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("repairs")
    group.add_argument(
        "--fix", action="store_true", help="repair in the files what can be repaired safely, then report what is left"
    )
    group.add_argument(
        "--diff",
        action="store_true",
        help="write nothing but the differences that --fix would make, and exit with 1 if there are any",
    )


def _add_accepted(parser: argparse.ArgumentParser) -> None:
    from dcsgen.builtin.command._words import day

    group = parser.add_argument_group("accepted findings")
    group.add_argument("--accepted", metavar="FILE", help="the list (default: the nearest dcsgen-accepted.yaml)")
    group.add_argument("--write-accepted", action="store_true", help="start the list with everything that is found now")
    group.add_argument("--owner", metavar="NAME", help="who answers for a list that is started (default: the user)")
    group.add_argument(
        "--today", metavar="YYYY-MM-DD", type=day, help="day on which entries may have expired (default: today)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the reports; the exit code says whether anything weighs as much as `--fail-on`."""
    import sys
    from datetime import date
    from functools import partial
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UnreadableInputError, UsageError
    from dcsgen.base.terminal import progress_bar, wants_colour, write_error, write_out
    from dcsgen.builtin.command import _repairs
    from dcsgen.builtin.command._words import plugin_folders, user

    _repairs.refuse_contradictions(args)
    if args.language and not args.layout:
        raise UsageError("--language is that of the sections of a layout: name it with --layout")
    files = [Path(name) for name in args.files]
    asked = _configurations(args, files)
    host = api.open_host(folders=plugin_folders(args, asked), vendors=not args.no_plugins, strict=args.strict_plugins)
    # Before anything is repaired or written.
    for layout in args.layout:
        api.known_layout(layout, host)
    if args.language:
        api.known_language(args.language, host)
    outputs = api.outputs(args.output or ([] if args.diff else ["text"]), host)
    today = args.today or date.today()
    look: Callable[..., Any] = api.check
    if args.write_accepted:
        look = partial(api.start_accepted, owner=args.owner or user())
    elif args.fix or args.diff:
        look = partial(api.fix, write=not args.diff)
    # A bar that ticks would be a second thread, and processes must not be forked beside one.
    with progress_bar(args.color, ticks=False) as progress:
        found = look(files, host=host, configuration=asked, today=today, jobs=args.jobs, progress=progress)
    result = found
    if args.fix or args.diff:
        result = found.before if args.diff else found.after
        write_out(_repairs.differences(found.changes) if args.diff else "")
    write_out(api.write_reports(result.report, outputs, host, wants_colour(sys.stdout, args.color)))
    if args.fix or args.diff:
        write_error(_repairs.told(found, only_shown=args.diff))
    if args.layout:
        told = _graded(args, files, host)
        # A report for machines stays alone on standard output.
        (write_out if [output.name for output in outputs if output.file is None] == ["text"] else write_error)(told)
    if result.unreadable:
        return UnreadableInputError.exit_code
    if args.diff:
        return EXIT_FINDINGS if found.changes else EXIT_CLEAN
    return EXIT_FINDINGS if result.report.fails else EXIT_CLEAN


def _graded(args: argparse.Namespace, files: Sequence[Path], host: Host) -> str:
    """How complete each file that can be read is for each layout; findings tell of the others."""
    from dcsgen import api
    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.builtin.command._grades import told

    texts = []
    for name, file in zip(args.files, files, strict=True):
        try:
            found = api.graded(file, layouts=args.layout, host=host, language=args.language)
        except UnreadableInputError:
            continue
        texts += [told(name, one) for one in found]
    return "".join(texts)


def _configurations(args: argparse.Namespace, files: Sequence[Path]) -> dict[Path, Configuration]:
    """What the project of each file asks for, overruled by the words of the command line."""
    from functools import partial
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.finding import Profile, Severity
    from dcsgen.builtin.command._words import configurations

    overruled = partial(
        api.overruled,
        profile=args.profile and Profile(args.profile),
        select=args.select,
        ignore=args.ignore,
        fail_on=args.fail_on and Severity(args.fail_on),
        accepted=args.accepted and Path(args.accepted),
    )
    return {file: overruled(configuration) for file, configuration in configurations(args, files).items()}


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


COMMAND = Command(
    name="check",
    help="say what is wrong with descriptions",
    describe="Checks capability descriptions against their schema, against the DICOM Standard and against the rules "
    "of dcsgen and of plug-ins, and reports the findings.\n\n"
    "A project asks for more or less in dcsgen.toml, and lists in dcsgen-accepted.yaml what it lets through; "
    "`dcsgen schema configuration` and `dcsgen schema accepted` describe them. Each file follows the "
    "nearest ones; options beat them for all files.\n\n"
    "Some findings can be repaired safely, as the report says: --diff shows how the files would change, --fix changes "
    "them. Comments, order and layout of everything else stay as they are.\n\n"
    "With --layout, the grade of each description follows: how many sections of the document would be complete, "
    "partial or missing, how many do not apply, and the keys that are missing, in the order of the document.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen check product.yaml",
        "dcsgen check products/*.yaml --profile strict --fail-on warning",
        "dcsgen check products/*/product.yaml",
        "dcsgen check product.yaml --output text --output sarif=findings.sarif",
        "dcsgen check product.yaml --select S1,acme --ignore S104",
        "dcsgen check product.yaml --layout ps3.2-annex-n --layout tr62266",
        "dcsgen check product.yaml --layout ps3.2-annex-a --language de",
        "dcsgen check product.yaml --profile strict --diff",
        "dcsgen check product.yaml --fix --select S130,S131",
        "dcsgen check product.yaml --write-accepted --owner 'Jane Doe'",
    ),
)
