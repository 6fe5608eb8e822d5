"""From HTML to a tagged PDF by WeasyPrint: nothing is fetched, and the same input gives the same bytes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any, NamedTuple

from msgspec import DecodeError
from msgspec.msgpack import decode, encode

from dcsgen.base.cache import results
from dcsgen.base.errors import DcsgenError
from dcsgen.base.processes import can_copy, in_copies
from dcsgen.base.surroundings import surroundings
from dcsgen.builtin.format._engine import at_work, weasyprint
from dcsgen.builtin.format._haste import in_one_frame
from dcsgen.builtin.format._joining import AttachedFile, joined, library
from dcsgen.builtin.format._laying import PRINTED, VARIANT, Laid, lay_out, lay_out_margins, on_pages
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
        finish = partial(_finish, attached.name)

        def written() -> bytes:
            pages = on_pages(engine, html)
            data: bytes = pages.write_pdf(attachments=[attachment], pdf_variant=VARIANT, finisher=finish)
            return data

        return in_one_frame(written)


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
    # Told before the work is done, not after it.
    library()
    links, *links_of_bodies = pieces.elsewhere
    bodies = [_Work(lay_out, (*each, 1)) for each in zip(pieces.pages, links_of_bodies, strict=True)]
    # The largest first, so that no process has to wait long for the last one.
    order = sorted(range(len(bodies)), key=lambda index: -len(pieces.bodies[index]))
    # How long the front is has to be known before the numbers in it are.
    unnumbered = _Work(lay_out, (pieces.front_page({}), links, 0, False))
    front, *done = _each([unnumbered, *(bodies[index] for index in order)])
    laid = [body for _, body in sorted(zip(order, done, strict=True))]
    for _ in range(_MOST_TURNS):
        length = len(front.pages)
        numbered = pieces.front_page(_numbers([front, *laid]))
        pages = [page for piece in (front, *laid) for page in piece.pages]
        margins = _Work(lay_out_margins, (pieces.opening, pages, pieces.closing))
        front, margins_laid = _each([_Work(lay_out, (numbered, links, 0)), margins])
        if len(front.pages) == length:
            return joined([front, *laid], margins_laid, attached)
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


class _Work(NamedTuple):
    """A part of the work. `values` is plain data, so that it has a key by which its result is kept."""

    function: Callable[..., Laid]
    values: tuple[Any, ...]

    @property
    def key(self) -> str:
        plain = [sorted(value) if isinstance(value, frozenset) else value for value in self.values]
        return sha256(encode([surroundings(), self.function.__name__, plain])).hexdigest()


def _each(works: Sequence[_Work]) -> list[Laid]:
    """What each of the works gives, by several processes where that can be, or as it was kept from another time."""
    store = results()
    if store is None:
        return _done(works)
    keys = [work.key for work in works]
    laid = {key: _read(store.get(key)) for key in keys}
    missing = [(key, work) for key, work in zip(keys, works, strict=True) if laid[key] is None]
    for (key, _), made in zip(missing, _done([work for _, work in missing]), strict=True):
        laid[key] = made
        store.put(key, encode(made))
    return [found for key in keys if (found := laid[key]) is not None]


def _read(content: bytes | None) -> Laid | None:
    try:
        return None if content is None else decode(content, type=Laid)
    except DecodeError:
        return None


def _done(works: Sequence[_Work]) -> list[Laid]:
    if not works:
        return []
    # Loaded here, it is there in all copies.
    weasyprint()
    if can_copy():
        return in_copies([partial(work.function, *work.values) for work in works])
    made = []
    for work in works:
        made.append(work.function(*work.values))
        # What is left of it is a heap of circles.
        gc.collect()
    return made
