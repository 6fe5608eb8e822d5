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
    what = (
        "YAML description, the folder that it is in, HTML, PDF, DOCX, Markdown or JSON that dcsgen made, or a "
        "statement of others, which is imported; REV:PATH takes it from git"
    )
    parser.add_argument("a", metavar="A", help=what)
    parser.add_argument("b", metavar="B", help="the same, of the other product")
    parser.add_argument(
        "--draft",
        choices=DRAFTS,
        metavar="SIDE",
        help="a, b or both say only a part of what there is: what is missing there may still be",
    )
    report = parser.add_argument_group("what is reported")
    report.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="text, json, or what a plug-in adds; may be repeated with files (default: text)",
    )
    report.add_argument(
        "--fail-on",
        choices=OUTCOMES,
        metavar="OUTCOME",
        default="fails",
        help="exit with 1 from this outcome on: fails, cannot-tell or loss (default: fails)",
    )
    report.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever fails")


def run(args: argparse.Namespace) -> int:
    """Write the reports; the exit code says whether anything is as bad as `--fail-on`."""
    import sys

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS
    from dcsgen.base.interaction import Outcome, Side
    from dcsgen.base.terminal import progress_bar, wants_colour, write_out

    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    outputs = api.match_outputs(args.output or ["text"], host)
    with progress_bar(args.color) as progress:
        a, b = (api.read_side(word, host, progress=progress) for word in (args.a, args.b))
    drafts = [side for side in Side if args.draft in (side, "both")]
    fail_on = {"fails": Outcome.FAILS, "cannot-tell": Outcome.CANNOT_TELL, "loss": Outcome.LOSS}[args.fail_on]
    match = api.match(a, b, host, drafts=drafts, fail_on=fail_on)
    write_out(api.write_match(match, outputs, host, wants_colour(sys.stdout, args.color)))
    return EXIT_FINDINGS if match.fails and not args.exit_zero else EXIT_CLEAN


COMMAND = Command(
    name="match",
    help="say what two products can do together, and what is lost",
    describe="Works out every interaction that could exist between two products, in both directions: each service that "
    "one uses against each that the other one provides, on the network, on the web and by media. Each works, works "
    "with loss, fails, or cannot be told because a fact is not stated; with the chain of reasons and the places in "
    "both descriptions. `dcsgen explain CODE` tells what a reason means.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen match planning.yaml treatment.yaml",
        "dcsgen match planning.pdf treatment.html --output json=match.json",
        "dcsgen match modality.yaml archive.yaml --fail-on loss",
        "dcsgen match ours.yaml theirs.yaml --draft b",
    ),
)
