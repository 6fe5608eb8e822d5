"""`dcsgen match`: what two products can do together, what is lost, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

OUTCOMES = ("fails", "cannot-tell", "loss")
DRAFTS = ("a", "b", "both")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command import _matrix, _objects

    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="A and B, each a YAML description, the folder that it is in, HTML, PDF, DOCX, Markdown or JSON that "
        "dcsgen made, a statement of others, which is imported, or REV:PATH of git; or DICOM files, or folders "
        "of them, and their receiver",
    )
    parser.add_argument(
        "--draft",
        choices=DRAFTS,
        metavar="SIDE",
        help="a, b or both say only a part of what there is: what is missing there may still be",
    )
    parser.add_argument(
        "--site",
        metavar="FILE",
        help="leave out what a site does not use, and take the AE Titles that it gives (dcsgen schema site)",
    )
    report = parser.add_argument_group("what is reported")
    report.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="text, html, pdf, xlsx, markdown, json, or what a plug-in adds; may be repeated with files "
        "(default: text)",
    )
    report.add_argument(
        "--fail-on",
        choices=OUTCOMES,
        metavar="OUTCOME",
        help="exit with 1 from this outcome on: fails, cannot-tell or loss (default: fails)",
    )
    report.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever fails")
    _objects.configure(parser)
    _matrix.configure(parser)


def run(args: argparse.Namespace) -> int:
    """Write the reports; the exit code says whether anything is as bad as `--fail-on`."""
    import sys
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UsageError
    from dcsgen.base.interaction import Outcome, Side
    from dcsgen.base.terminal import progress_bar, wants_colour, write_out
    from dcsgen.builtin.command import _matrix, _objects

    if args.matrix:
        return _matrix.run(args)
    named = {"fails": Outcome.FAILS, "cannot-tell": Outcome.CANNOT_TELL, "loss": Outcome.LOSS}
    fail_on = named[args.fail_on or "fails"]
    if _objects.are_objects(args.inputs[:-1]):
        return _objects.run(args, fail_on)
    if len(args.inputs) != 2:
        raise UsageError("two products are matched: name A and B, or many products with --matrix")
    if args.full:
        raise UsageError("--full is for many products: say --matrix, too")
    if args.calling or args.values:
        raise UsageError("--calling and --values are for DICOM objects, and two descriptions are matched")
    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    outputs = api.match_outputs(args.output or ["text"], host)
    with progress_bar(args.color) as progress:
        a, b = (api.read_side(word, host, progress=progress) for word in args.inputs)
    drafts = [side for side in Side if args.draft in (side, "both")]
    site = api.read_site(Path(args.site), host) if args.site else None
    match = api.match(a, b, host, drafts=drafts, fail_on=fail_on, site=site)
    write_out(api.write_match(match, outputs, host, wants_colour(sys.stdout, args.color)))
    return EXIT_FINDINGS if match.fails and not args.exit_zero else EXIT_CLEAN


COMMAND = Command(
    name="match",
    help="say what two products can do together, and what is lost",
    describe="Works out every interaction that could exist between two products, in both directions: each service that "
    "one uses against each that the other one provides, on the network, on the web and by media. Each works, works "
    "with loss, fails, or cannot be told because a fact is not stated; with the chain of reasons and the places in "
    "both descriptions. `dcsgen explain CODE` tells what a reason means.\n\n"
    "For DICOM files and a receiver, it says what becomes of each of them there, Attribute by Attribute, and with "
    "which status the C-STORE request is answered.\n\n"
    "With --matrix, many products are held each against each: for each Service Class, how much of what one uses, or "
    "sends, works with each other one. It looks at Transfer Syntaxes, roles, who opens the Association, web resources, "
    "media types and media profiles, and with --full at all that two products are matched by. It ends with 0 whatever "
    "works.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen match planning.yaml treatment.yaml",
        "dcsgen match planning.pdf treatment.html --output html=match.html",
        "dcsgen match modality.yaml archive.yaml --fail-on loss",
        "dcsgen match ours.yaml theirs.yaml --draft b",
        "dcsgen match planning.yaml treatment.yaml --site site.yaml",
        "dcsgen match plan.dcm treatment.yaml --calling TPS_ALPHA",
        "dcsgen match plans/ treatment.yaml --output html=plans.html",
        "dcsgen match --matrix products/*.yaml",
        "dcsgen match --matrix products --output html=matrix.html",
        "dcsgen match --matrix --full a.yaml b.yaml c.yaml",
    ),
)
