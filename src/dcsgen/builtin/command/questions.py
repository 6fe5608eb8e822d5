"""`dcsgen questions`: what to ask vendors, and their answers as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from dcsgen.api import Host, Loaded
    from dcsgen.base.interaction import Side
    from dcsgen.base.question import Questionnaire

DRAFTS = ("a", "b", "both")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    what = (
        "YAML description, the folder that it is in, or HTML, PDF, DOCX, Markdown or JSON that dcsgen made; REV:PATH "
        "takes it from git"
    )
    parser.add_argument("a", metavar="A", help=what)
    parser.add_argument("b", metavar="B", nargs="?", help="the same, of a product that is to work with the first one")
    group = parser.add_argument_group("what is asked")
    group.add_argument("--for", dest="side", choices=("a", "b"), metavar="SIDE", help="only the vendor of a or of b")
    group.add_argument(
        "--layout", metavar="NAME", help="of one product: the layout that asks (default: that of the description)"
    )
    group.add_argument(
        "--draft",
        choices=DRAFTS,
        metavar="SIDE",
        help="of two products: a, b or both say only a part of what there is",
    )
    group.add_argument(
        "--output",
        metavar="FORM[=FILE]",
        action="append",
        default=[],
        help="text, markdown, docx or xlsx; may be repeated with files (default: text)",
    )
    group = parser.add_argument_group("what was answered")
    group.add_argument(
        "--answers",
        metavar="SHEET",
        help="read a filled sheet (.md, .docx, .xlsx), of this run or an older one, and write the answers as a draft",
    )
    group.add_argument(
        "-o", "--out", metavar="FILE", help="file for the draft (default: beside the description, NAME-answers.yaml)"
    )
    group.add_argument("--force", action="store_true", help="replace a draft that is there")


def run(args: argparse.Namespace) -> int:
    """Write the questions, or the draft out of their answers; 1 if an answer cannot be used."""
    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.interaction import Side

    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    a = api.read_side(args.a, host)
    b = api.read_side(args.b, host) if args.b else None
    side = Side(args.side) if args.side else None
    if side is Side.B and b is None:
        raise UsageError("there is no product b; name it after the first one, or leave --for out")
    if args.answers:
        return _draft(args, host, {Side.A: a, **({Side.B: b} if b is not None else {})}, side)
    drafts = [one for one in Side if args.draft in (one, "both")]
    asked = api.questionnaire(a, b, host, layout=args.layout or "", side=side, drafts=drafts)
    _write(args, asked)
    return EXIT_CLEAN


def _write(args: argparse.Namespace, asked: Questionnaire) -> None:
    from pathlib import Path

    from dcsgen.base.errors import UsageError
    from dcsgen.base.output import spare, write_all
    from dcsgen.base.terminal import write_out
    from dcsgen.builtin.questionnaire.forms import form

    files: dict[Path, bytes] = {}
    shown = []
    for word in args.output or ["text"]:
        name, equals, file = word.partition("=")
        wanted = form(name)
        if equals and file:
            files[Path(file)] = wanted.write(asked)
        elif wanted.binary:
            raise UsageError(f'the form "{name}" is no text and needs a file: write {name}=FILE')
        else:
            shown.append(wanted.write(asked))
    if len(shown) > 1:
        raise UsageError("only one form can go to standard output; give the others a file: FORM=FILE")
    spare([word for word in (args.a, args.b) if word], list(files))
    write_all(files)
    for data in shown:
        write_out(data)


def _draft(args: argparse.Namespace, host: Host, read: dict[Side, Loaded], side: Side | None) -> int:
    import sys
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UsageError
    from dcsgen.base.finding import Severity
    from dcsgen.base.output import spare, write_atomically
    from dcsgen.base.terminal import wants_colour, write_error
    from dcsgen.base.tree import harmless
    from dcsgen.builtin.questionnaire.forms import answers_in

    sheet = Path(args.answers)
    answers = answers_in(sheet, api.bytes_of_sheet(sheet))
    meant = side or api.side_of(answers)
    if meant not in read:
        raise UsageError("the sheet has answers about product b only; name both products, as when it was written")
    out = Path(args.out) if args.out else _beside(read[meant])
    if out.exists() and not args.force:
        raise UsageError(f"{out} is there already; --force replaces it, or name another file with --out")
    made = api.overlay(answers, read[meant], out=out, side=meant)
    spare([args.a, args.answers, *([args.b] if args.b else [])], [out])
    write_atomically(out, made.text.encode())
    if made.report.findings:
        write_error(api.report_as(made.report, "text", host, wants_colour(sys.stderr, args.color)))
    counts = f"{made.answered} answered, {made.kept} kept as comments, {made.open} open"
    write_error(f"{harmless(str(out))}: {counts}\n")
    return EXIT_FINDINGS if made.report.count(Severity.ERROR) else EXIT_CLEAN


def _beside(read: Loaded) -> Path:
    from pathlib import Path

    name = Path(read.tree.sources[0].name)
    return (name.parent if name.parent.is_dir() else Path()) / f"{name.stem.rpartition(':')[2]}-answers.yaml"


COMMAND = Command(
    name="questions",
    help="ask vendors for what their descriptions do not state",
    describe="Writes a numbered questionnaire for a vendor. Of one product, it asks for what a layout asks for and the "
    "description does not state; of two, for the facts without which `dcsgen match A B` cannot tell what works, those "
    "first on which the most interactions hang. Each question says why it is asked, with what to answer, and which "
    "clause it comes from.\n\n"
    "With --answers, a filled sheet comes back as a draft: YAML that extends the description and holds the answers at "
    "their keys. An answer that does not fit is told with the number of its question and its cell, and stands in the "
    "draft as a comment. Questions keep their ids, so that a sheet from an older run can be read.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen questions theirs.yaml",
        "dcsgen questions theirs.pdf --output docx=questions.docx",
        "dcsgen questions ours.yaml theirs.yaml --for b --output xlsx=questions.xlsx",
        "dcsgen questions ours.yaml theirs.yaml --answers filled.xlsx",
    ),
)
