"""`dcsgen standard`: what dcsgen knows of the DICOM Standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

    from dcsgen.api import Answer

FACETS = ("service-class", "dimse", "status-class", "family", "compression", "medium", "vr", "group")
"""What lists can be filtered by; `dcsgen.api` says which kind by which."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "question",
        metavar="show|search|list",
        choices=("show", "search", "list"),
        help="show one thing, search all of them, or list a kind of them",
    )
    parser.add_argument(
        "words",
        metavar="WORD",
        nargs="*",
        help="for show a name, keyword, UID, Tag, code or id; for search parts of names; for list a kind",
    )
    parser.add_argument("--all", action="store_true", help="cut no long table, and no long result of a search")
    parser.add_argument("--json", action="store_true", help="write JSON, as described by `dcsgen schema standard`")
    looked = parser.add_argument_group("for show and search")
    looked.add_argument(
        "--kind", metavar="KIND", action="append", default=[], help="only things of this kind; search takes several"
    )
    listed = parser.add_argument_group("for list")
    listed.add_argument("--retired", action="store_true", help="only what is retired")
    listed.add_argument("--in-force", action="store_true", help="only what is not retired")
    listed.add_argument("--service-class", metavar="NAME", help="of this Service Class")
    listed.add_argument("--dimse", metavar="NAME", help="of this DIMSE service, such as C-STORE")
    listed.add_argument("--status-class", metavar="NAME", help="status codes of this class, such as warning")
    listed.add_argument("--family", metavar="NAME", help="Transfer Syntaxes of a family, such as 'compressed image'")
    listed.add_argument(
        "--compression", metavar="NAME", help="Transfer Syntaxes that are lossless, lossy, either or none"
    )
    listed.add_argument("--medium", metavar="NAME", help="Application Profiles for a medium, such as CD-R")
    listed.add_argument("--vr", metavar="VR", help="Attributes with this Value Representation")
    listed.add_argument("--group", metavar="NAME", help="profiles, UIDs, reasons of this group")


def run(args: argparse.Namespace) -> int:
    """Write the answer to standard output."""
    from dcsgen.base.errors import EXIT_CLEAN
    from dcsgen.base.terminal import write_out

    answer = _answer(args)
    if args.json:
        from dcsgen.base.json_text import json_text

        write_out(json_text(answer))
    else:
        write_out(_as_text(answer, args.color, args.all))
    return EXIT_CLEAN


def _answer(args: argparse.Namespace) -> Answer | None:
    from dcsgen import api
    from dcsgen.base.errors import UsageError

    if args.retired and args.in_force:
        raise UsageError("--retired and --in-force leave nothing; without them, both are listed")
    given = {name: value for name in FACETS if (value := getattr(args, name.replace("-", "_"))) is not None}
    if args.question != "list" and (given or args.retired or args.in_force):
        raise UsageError("filters are for `dcsgen standard list`; `--kind` is for show and search")
    if args.question == "search":
        return api.search_standard(" ".join(args.words), kinds=args.kind, limit=0 if args.all else 20)
    if args.question == "show":
        if len(args.kind) > 1:
            raise UsageError("show takes one --kind")
        return api.look_up(args.words, kind="".join(args.kind))
    if args.kind:
        raise UsageError("list takes the kind as a word: `dcsgen standard list sop-class`")
    retired = True if args.retired else False if args.in_force else None
    if not args.words and not given and retired is None and not args.json:
        return None
    return api.list_standard(" ".join(args.words), retired=retired, facets=given)


def _as_text(answer: Answer | None, choice: str, everything: bool) -> str:
    import sys

    from dcsgen import api
    from dcsgen.base.page_text import page_text
    from dcsgen.base.terminal import text_width, wants_colour

    colour = wants_colour(sys.stdout, choice)
    page = api.page_of(answer) if answer is not None else api.page_of_kinds()
    # A list is asked for to be seen, and a search has a limit of its own.
    everything = everything or answer is None or answer.entry is None
    return page_text(page, text_width(), colour=colour, everything=everything)


COMMAND = Command(
    name="standard",
    help="look something up in the DICOM Standard",
    describe="Shows what dcsgen knows of the DICOM Standard: SOP Classes, Attributes, Modules, IODs, Transfer "
    "Syntaxes, status codes, Application Profiles, Security Profiles, character sets, web services, IHE profiles, "
    "reasons of Associations, Value Representations. Each answer names the clauses and editions that it is from, what "
    "of it was not verified, and what is known to be missing.\n\n"
    "Words that mean several things list them; --kind chooses. With `show`, words that mean nothing give the exit "
    "code 2.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen standard show RTPlanStorage",
        "dcsgen standard show 0010,0020",
        "dcsgen standard show A710 C-STORE",
        "dcsgen standard show 'CT Image' --kind module",
        "dcsgen standard search ion plan",
        "dcsgen standard list",
        "dcsgen standard list sop-class --service-class 'Storage Commitment'",
        "dcsgen standard list transfer-syntax --in-force --family 'compressed video'",
    ),
)
