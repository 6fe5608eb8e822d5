"""From HTML to a tagged PDF by WeasyPrint: nothing is fetched, and the same input gives the same bytes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from dcsgen.base.errors import DcsgenError
from dcsgen.base.processes import can_copy, in_copies
from dcsgen.builtin.format._engine import at_work, weasyprint
from dcsgen.builtin.format._haste import in_one_frame
from dcsgen.builtin.format._joining import AttachedFile, joined
from dcsgen.builtin.format._laying import PRINTED, VARIANT, Laid, lay_out, lay_out_margins
from dcsgen.builtin.format._pieces import Cut, cut

_MOST_TURNS = 5
"""Times that the front is laid out until its own length fits the numbers in it."""


def paper(html: str, attached: AttachedFile) -> bytes:
    """A page of HTML as a PDF (PDF/UA-1: tagged, with title and language), with a file attached as its source.

    Long documents are laid out in pieces, several at once if processes are to be had; how many does not show in the
    result. Raises `DcsgenError` if WeasyPrint or a library of its is missing, and if the page asks for something that
    cannot be had.
    """
    pieces = cut(html)
    return _whole(html, attached) if pieces is None else _in_pieces(pieces, attached)


def _whole(html: str, attached: AttachedFile) -> bytes:
    with at_work(html) as engine:
        attachment = engine.weasyprint.Attachment(
            file_obj=BytesIO(attached.content),
            url_fetcher=engine.fetcher,
            name=attached.name,
            description=attached.description,
            created=attached.date,
            modified=attached.date,
        )
        page = engine.weasyprint.HTML(string=html, url_fetcher=engine.fetcher)
        finish = partial(_finish, attached.name)
        data: bytes = in_one_frame(page.write_pdf, attachments=[attachment], pdf_variant=VARIANT, finisher=finish)
    return data


def _finish(source: str, _document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out: the attached file is the source of the document (PDF 32000-2, 7.11.3 and
    14.13), readers open with the bookmarks, links are printed with their page."""
    for item in pdf.objects:
        kind = item.get("Type") if isinstance(item, dict) else None
        if kind == "/Filespec" and item["F"].string == source.encode():
            item["AFRelationship"] = "/Source"
            pdf.catalog["AF"] = f"[{item.number} 0 R]"
        elif kind == "/Annot":
            item["F"] = PRINTED
    pdf.catalog["PageMode"] = "/UseOutlines"


def _in_pieces(pieces: Cut, attached: AttachedFile) -> bytes:
    # Loaded here, it is there in all copies.
    weasyprint()
    links, *links_of_bodies = pieces.elsewhere
    bodies = [partial(lay_out, *each, 1) for each in zip(pieces.pages, links_of_bodies, strict=True)]
    largest_first = sorted(range(len(bodies)), key=lambda index: -len(pieces.bodies[index]))
    front, *done = _each([partial(lay_out, pieces.front_page({}), links, 0), *(bodies[n] for n in largest_first)])
    laid = [body for _, body in sorted(zip(largest_first, done, strict=True))]
    for _ in range(_MOST_TURNS):
        length = len(front.pages)
        pages = [page for piece in (front, *laid) for page in piece.pages]
        numbered = pieces.front_page(_numbers([front, *laid]))
        front, margins = _each(
            [partial(lay_out, numbered, links, 0), partial(lay_out_margins, pieces.opening, pages, pieces.closing)]
        )
        if len(front.pages) == length:
            return joined([front, *laid], margins, attached)
    raise DcsgenError("the PDF cannot be made: the length of its contents changes with the numbers of pages in them.")


def _numbers(pieces: Sequence[Laid]) -> dict[str, int]:
    """The number of the page on which each id is."""
    numbers: dict[str, int] = {}
    before = 0
    for piece in pieces:
        for name, (page, _, _) in piece.anchors.items():
            numbers.setdefault(name, before + page + 1)
        before += len(piece.pages)
    return numbers


def _each(works: Sequence[Callable[[], Laid]]) -> list[Laid]:
    if can_copy():
        return in_copies(works)
    results = []
    for work in works:
        results.append(work())
        gc.collect()
    return results
