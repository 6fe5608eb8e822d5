"""`dcsgen assess`: whether products meet what a site needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

FAIL_ON = ("not-met", "not-stated", "conditions")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command._words import day

    parser.add_argument(
        "profile",
        metavar="PROFILE",
        nargs="?",
        help="YAML file with the requirements (dcsgen schema requirements), or the name of a ready-made profile",
    )
    parser.add_argument(
        "products",
        metavar="PRODUCT",
        nargs="*",
        help="YAML description, the folder that it is in, or HTML, PDF, DOCX, Markdown or JSON that dcsgen made; "
        "REV:PATH takes it from git",
    )
    ready = parser.add_argument_group("ready-made profiles")
    ready.add_argument("--list", action="store_true", help="list them and do nothing else")
    ready.add_argument(
        "--show", metavar="NAME", help="write one as YAML to standard output, to begin with, and do nothing else"
    )
    parser.add_argument(
        "--draft",
        metavar="PRODUCT",
        action="append",
        default=[],
        help="this one, named as above, says only a part of what there is: what is missing in it is not stated; may be "
        "repeated",
    )
    report = parser.add_argument_group("what is reported")
    report.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="text, json, html, pdf, xlsx, or what a plug-in adds; may be repeated with files (default: text)",
    )
    report.add_argument(
        "--only-differences",
        action="store_true",
        help="show only the requirements in which the products differ",
    )
    report.add_argument(
        "--date",
        metavar="YYYY-MM-DD",
        type=day,
        help="the date of the report (default: none; the clock is never asked)",
    )
    report.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        metavar="ANSWER",
        default="not-met",
        help="exit with 1 if a product has this answer, or a worse one, to a mandatory requirement: not-met, "
        "not-stated or conditions (default: not-met)",
    )
    report.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever the answers are")


def run(args: argparse.Namespace) -> int:
    """Write the reports; the exit code says whether a product fails by its mandatory requirements."""
    import sys

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UsageError
    from dcsgen.base.requirement import Fulfilment
    from dcsgen.base.terminal import table, wants_colour, write_out
    from dcsgen.builtin.command._host import project_host

    if args.list:
        write_out(table(("name", "profile"), list(api.ready_made().items()), args.color))
        return EXIT_CLEAN
    if args.show is not None:
        write_out(api.text_of(args.show))
        return EXIT_CLEAN
    if args.profile is None:
        raise UsageError("name a requirement profile and products; `dcsgen assess --list` shows the ready-made ones")
    if not args.products:
        raise UsageError(f"name the products that are held against {args.profile}")
    host = project_host(args)
    outputs = api.assess_outputs(args.output or ["text"], host)
    profile = api.read_requirements(args.profile, host)
    assessment = api.assess(
        profile,
        [(word, api.read_side(word, host)) for word in args.products],
        host,
        drafts=args.draft,
        day=args.date,
        fail_on={
            "not-met": Fulfilment.NOT_MET,
            "not-stated": Fulfilment.NOT_STATED,
            "conditions": Fulfilment.CONDITIONS,
        }[args.fail_on],
        only_differences=args.only_differences,
    )
    write_out(api.write_assessment(assessment, outputs, host, wants_colour(sys.stdout, args.color)))
    return EXIT_FINDINGS if assessment.fails and not args.exit_zero else EXIT_CLEAN


COMMAND = Command(
    name="assess",
    help="say whether products meet what a site needs",
    describe="Holds one product or several against a requirement profile: what a site needs, each thing mandatory, "
    "desired or with a weight. Each answer is met, met with conditions (an option to be bought, a limit, something "
    "that has to be configured), not met or not stated, with its reasons and their places in the descriptions. What is "
    "not stated is never taken for not met: where something is not stated, the score is an interval.\n\n"
    "The report tells what was read, with digests, and by which data, so that it can be kept with a procurement. It "
    "rests on what the descriptions state, not on tests of the products.\n\n"
    "Ready-made profiles can be named in the place of a file; `--show` writes one to go on with.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen assess --list",
        "dcsgen assess --show radiotherapy-planning > needs.yaml",
        "dcsgen assess needs.yaml planning.yaml",
        "dcsgen assess needs.yaml a.yaml b.pdf c.html --only-differences",
        "dcsgen assess needs.yaml a.yaml b.pdf --output html=report.html",
        "dcsgen assess needs.yaml a.yaml --output pdf=a.pdf --date 2031-03-31",
        "dcsgen assess needs.yaml a.yaml --output json=a.json --fail-on not-stated",
        "dcsgen assess ihe-swf.b-acquisition-modality modality.yaml",
        "dcsgen assess needs.yaml a.yaml drafted.yaml --draft drafted.yaml",
    ),
)
