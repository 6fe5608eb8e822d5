"""`dcsgen catalog`: what the statements say that were imported from a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

FORMS = ("text", "json", "csv")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command._words import share

    parser.add_argument(
        "work",
        metavar="query|list",
        choices=("query", "list"),
        help="answer a question, or list the documents",
    )
    parser.add_argument("folder", metavar="OUT", help="folder into which `dcsgen import DIR -o OUT` wrote")
    parser.add_argument(
        "question",
        metavar="QUESTION",
        nargs="*",
        help="for query, in words: SOP Class, then `as SCU` or `as SCP`, then `with` a Transfer Syntax, each of the "
        "last two as you like",
    )
    asked = parser.add_argument_group("for query, instead of words or beside them")
    asked.add_argument("--sop-class", metavar="NAME|UID", default="", help="services of this SOP Class")
    asked.add_argument("--role", metavar="ROLE", default="", help="in this role: SCU or SCP")
    asked.add_argument("--transfer-syntax", metavar="NAME|UID", default="", help="in this Transfer Syntax")
    asked.add_argument(
        "--product", metavar="WORDS", default="", help="of products, vendors or documents with these words"
    )
    asked.add_argument(
        "--confidence",
        metavar="C",
        type=share,
        default=0.7,
        help="how sure a yes or a no has to be, from 0 to 1; what is less so is doubtful (default: 0.7)",
    )
    asked.add_argument("--all", action="store_true", help="show those too whose documents do not name it")
    parser.add_argument(
        "--output", metavar="FORM", choices=FORMS, default="text", help="text, json or csv (default: text)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the answer to standard output."""
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.terminal import write_out

    if args.work == "query":
        write_out(_answered(args))
    elif args.question or args.sop_class or args.role or args.transfer_syntax or args.product:
        raise UsageError("questions are for `dcsgen catalog query`; `list` lists all documents")
    else:
        write_out(_listed(args))
    return EXIT_CLEAN


def _answered(args: argparse.Namespace) -> str:
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.json_text import json_text
    from dcsgen.builtin.command import _catalog_text

    asked = api.catalog_question(
        " ".join(args.question),
        sop_class=args.sop_class,
        role=args.role,
        transfer_syntax=args.transfer_syntax,
        product=args.product,
        confidence=args.confidence,
    )
    answer = api.query_catalog(Path(args.folder), asked)
    if args.output == "json":
        return json_text(answer)
    if args.output == "csv":
        return _catalog_text.csv_of(answer.provisions)
    return _catalog_text.text_of(answer, args.all, args.color)


def _listed(args: argparse.Namespace) -> str:
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.json_text import json_text
    from dcsgen.builtin.command import _catalog_text

    documents = api.catalog_documents(Path(args.folder))
    if args.output == "json":
        return json_text(documents)
    if args.output == "csv":
        return _catalog_text.documents_csv(documents)
    return _catalog_text.documents_text(documents, args.color)


COMMAND = Command(
    name="catalog",
    help="say which products do what, of the statements in a folder",
    describe="Answers questions from the catalogue that `dcsgen import DIR` makes of many statements: which products "
    "support a SOP Class, in which role, with which Transfer Syntax; with the document and the place in it.\n\n"
    "The answer is yes, doubtful, not stated or no. Doubtful is what was read with too little confidence, or is named "
    "without a role. Not stated is what the document does not say; it is never a no. No is said only where a list of "
    "Transfer Syntaxes is stated and leaves the one out that is asked for.\n\n"
    "Names are those of the standard, keywords or UIDs; one that means nothing gives the exit code 2, with what may be "
    "meant.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen catalog list drafts",
        "dcsgen catalog query drafts 'RT Plan Storage as SCP with Deflated'",
        "dcsgen catalog query drafts 'which products provide RT Plan Storage'",
        "dcsgen catalog query drafts --sop-class RTPlanStorage --role SCP --output csv",
        "dcsgen catalog query drafts --product acme --transfer-syntax JPEG2000",
        "dcsgen catalog query drafts 'Storage Commitment as SCP' --all",
    ),
)
