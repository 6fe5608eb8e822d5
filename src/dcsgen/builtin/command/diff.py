"""`dcsgen diff`: what changed between two descriptions, and whom it hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from dcsgen.api import Configuration

VERDICTS = ("breaking", "risky", "compatible", "editorial")
ALIGNMENTS = ("auto", "names", "use")
SIDES = ("old", "new", "both")
BY = ("ae", "product")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command._words import day

    what = (
        "YAML description, the folder that it is in, HTML, PDF, DOCX, Markdown or JSON that dcsgen made, or a "
        "statement of others, which is imported; REV:PATH takes it from git"
    )
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help="the same, of the other version or product")
    group = parser.add_argument_group("what is held against what")
    group.add_argument(
        "--by",
        choices=BY,
        metavar="WHAT",
        default="ae",
        help="ae: Application Entities one by one; product: what at least one of them does, for products that are "
        "divided differently (default: ae)",
    )
    group.add_argument(
        "--align",
        choices=ALIGNMENTS,
        metavar="HOW",
        default="auto",
        help="names: what has the same name is the same; use: by what it does; auto: names if vendor and name of the "
        "product are the same (default: auto)",
    )
    group.add_argument(
        "--pin",
        metavar="COLLECTION.OLD=NEW",
        action="append",
        default=[],
        help="say which record is which, e.g. application_entities.STORE=ARCHIVE; may be repeated",
    )
    group.add_argument(
        "--partial",
        choices=SIDES,
        metavar="SIDE",
        help="old, new or both say only a part of what there is: what is missing there is not taken for gone",
    )
    group.add_argument(
        "--site",
        metavar="FILE",
        help="say which peers of a site are affected, in which workflows; the exit code follows (dcsgen schema site)",
    )
    report = parser.add_argument_group("what is reported")
    report.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="text, json, html, pdf, xlsx, markdown, sarif, junit, github, gitlab, changelog, or what a plug-in adds; "
        "may be repeated with files (default: text)",
    )
    report.add_argument(
        "--proof",
        action="store_true",
        help="show in the text report, under each breaking change, what worked before and fails now",
    )
    report.add_argument(
        "--witness",
        metavar="DIR",
        help="write for each breaking change a small program that shows it against a product, with an index",
    )
    report.add_argument(
        "--fail-on",
        choices=VERDICTS,
        metavar="VERDICT",
        help="exit with 1 from this verdict on: breaking, risky, compatible or editorial (default: breaking)",
    )
    report.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever differs")
    policy = parser.add_argument_group("what is let through")
    policy.add_argument("--config", metavar="FILE", help="configuration (default: the dcsgen.toml nearest to NEW)")
    policy.add_argument("--no-config", action="store_true", help="use no configuration and no list that is found")
    policy.add_argument("--accepted", metavar="FILE", help="the list (default: the nearest dcsgen-accepted.yaml)")
    policy.add_argument(
        "--write-accepted",
        action="store_true",
        help="add what would make this run fail to the list, for 90 days",
    )
    policy.add_argument("--owner", metavar="NAME", help="who answers for these entries (default: the user)")
    policy.add_argument(
        "--today", metavar="YYYY-MM-DD", type=day, help="day on which entries may have expired (default: today)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the reports; the exit code says whether anything that counts is as serious as `--fail-on`."""
    import functools
    import sys
    from datetime import date
    from pathlib import Path

    from msgspec import structs

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS
    from dcsgen.base.terminal import progress_bar, wants_colour, write_out
    from dcsgen.builtin.command._words import plugin_folders, user

    pins = _pins(args.pin)
    asked = _configuration(args)
    folders = plugin_folders(args, {asked.file or _file(args.new): asked})
    host = api.open_host(folders=folders, vendors=not args.no_plugins, strict=args.strict_plugins)
    outputs = api.change_outputs(args.output or ["text"], host)
    with progress_bar(args.color) as progress:
        old, new = (api.read_side(word, host, progress=progress) for word in (args.old, args.new))
    partial = api.Partial(old=args.partial in ("old", "both"), new=args.partial in ("new", "both"))
    versions = {"auto": None, "names": True, "use": False}[args.align]
    today = args.today or date.today()
    compared = functools.partial(
        api.diff,
        old,
        new,
        host,
        by=args.by,
        pins=pins,
        partial=partial,
        versions=versions,
        today=today,
        site=api.read_site(Path(args.site), host) if args.site else None,
    )
    difference = compared(configuration=asked)
    if args.write_accepted and difference.fails:
        owner = args.owner or user()
        listed = api.accept_changes(difference, host, asked, new=_file(args.new), owner=owner, today=today)
        difference = compared(configuration=structs.replace(asked, accepted=listed))
    difference = structs.replace(difference, proven=args.proof)
    if args.witness:
        scripts = tuple(file.name for file in api.write_witnesses(difference, Path(args.witness)))
        difference = structs.replace(difference, scripts=scripts)
    write_out(api.write_differences(difference, outputs, host, wants_colour(sys.stdout, args.color)))
    return EXIT_FINDINGS if difference.fails and not args.exit_zero else EXIT_CLEAN


def _configuration(args: argparse.Namespace) -> Configuration:
    """What the project of the new description asks for, overruled by the words of the command line."""
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.change import Verdict
    from dcsgen.builtin.command._words import configurations

    file = _file(args.new)
    return api.overruled(
        configurations(args, [file])[file],
        accepted=args.accepted and Path(args.accepted),
        diff_fail_on=args.fail_on and Verdict(args.fail_on),
    )


def _file(word: str) -> Path:
    """The file that a word names, without its revision."""
    from pathlib import Path

    file = Path(word)
    if file.is_dir():
        # Whatever its name is: the configuration is looked for from there.
        return file / "product.yaml"
    return file if file.exists() else Path(word.rpartition(":")[2])


def _pins(words: list[str]) -> dict[str, dict[str, str]]:
    from dcsgen.base.errors import UsageError
    from dcsgen.base.text import quoted

    pins: dict[str, dict[str, str]] = {}
    for word in words:
        collection, dot, pair = word.partition(".")
        old, equals, new = pair.partition("=")
        if not (dot and equals and old and new):
            raise UsageError(f"the pin {quoted(word)} is not of the form COLLECTION.OLD=NEW")
        if old in pins.get(collection, {}):
            raise UsageError(f"{quoted(old)} is pinned twice in {collection}")
        pins.setdefault(collection, {})[old] = new
    return pins


COMMAND = Command(
    name="diff",
    help="say what changed between two descriptions, and whom it hurts",
    describe="Compares two versions of a product, or two products, by what their descriptions say: never by the order "
    "of keys, by files or by comments. Each change has a verdict. Fewer offers break, more demands break, the "
    "opposites are compatible; risky is what the descriptions do not hold enough to decide, editorial what is about "
    "words. `dcsgen explain CODE` tells why.\n\n"
    "What was renamed or moved is one change, and what follows from it stands below. Products of different vendors are "
    "aligned by what their Application Entities and services do.\n\n"
    "The project of NEW may say in dcsgen.toml which verdicts it has otherwise, which ends were announced and how far "
    "versions must go, and in dcsgen-accepted.yaml what it lets through.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen diff old/product.yaml new/product.yaml",
        "dcsgen diff old new",
        "dcsgen diff v1.2:product.yaml product.yaml --fail-on risky",
        "dcsgen diff old.yaml new.yaml --accepted let-through.yaml",
        "dcsgen diff old.yaml new.yaml --write-accepted --owner 'Jane Doe'",
        "dcsgen diff v1.pdf v2.pdf --output text --output json=changes.json",
        "dcsgen diff v1.yaml v2.yaml --output html=diff.html --output xlsx=diff.xlsx",
        "dcsgen diff main:product.yaml product.yaml --output github",
        "dcsgen diff v1.yaml v2.yaml --output changelog",
        "dcsgen diff v1.pdf v2.pdf --site site.yaml",
        "dcsgen diff v1.yaml v2.yaml --proof --witness witnesses",
        "dcsgen diff ours.yaml theirs.html --by product",
        "dcsgen diff ours.yaml theirs.html --pin application_entities.STORE=ARCHIVE",
    ),
)
