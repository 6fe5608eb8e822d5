"""Joins the pieces of a document to one PDF: pages, margins, links, bookmarks, structure, attached file."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from copy import copy
from datetime import datetime
from hashlib import md5
from io import BytesIO
from typing import Any, NamedTuple

from dcsgen.base.errors import DcsgenError
from dcsgen.builtin.format._laying import Laid


class AttachedFile(NamedTuple):
    """A file inside the PDF. `date` stands for its creation and its last change: there is no clock here."""

    name: str
    description: str
    content: bytes
    date: datetime


def joined(pieces: Sequence[Laid], margins: Laid, attached: AttachedFile) -> bytes:
    """One PDF with the pages of all pieces in their order; title, language and metadata are those of the first.

    Raises `DcsgenError` if pikepdf is missing.
    """
    pikepdf = library()
    pdf = pikepdf.open(BytesIO(pieces[0].pdf))
    structure = _Structure(pdf)
    for piece in pieces[1:]:
        with pikepdf.open(BytesIO(piece.pdf)) as source:
            first = len(pdf.pages)
            with warnings.catch_warnings():
                # Named destinations, which it misses, are made anew below.
                warnings.simplefilter("ignore")
                pdf.pages.extend(source.pages)
            structure.add(source, [page.obj for page in pdf.pages[first:]])
    structure.finish()
    pages = [page.obj for page in pdf.pages]
    with pikepdf.open(BytesIO(margins.pdf)) as source:
        _print_margins(pdf, pages, source)
    file = _attach(pdf, attached)
    embedded = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array([attached.name, file])))
    pdf.Root.Names = pikepdf.Dictionary(Dests=_destinations(pdf, pages, pieces), EmbeddedFiles=embedded)
    pdf.Root.AF = pikepdf.Array([file])
    _bookmark(pdf, pages, pieces)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
    target = BytesIO()
    pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


def library() -> Any:
    """The module pikepdf, which joins."""
    try:
        import pikepdf
    except ImportError as missing:
        raise DcsgenError(
            f"a long PDF needs the Python package pikepdf, which cannot be imported ({missing}): "
            f"install it with pip; HTML works without it."
        ) from missing
    return pikepdf


class _Structure:
    """The structure tree of a PDF (PDF 32000-1, 14.7), which grows by those of others."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._tree = pdf.Root.StructTreeRoot
        self._document = self._tree.K[0]
        self._children = list(self._document.K)
        self._numbers = list(self._tree.ParentTree.Nums)
        self._next = _next_key(self._numbers)

    def add(self, source: Any, pages: Sequence[Any]) -> None:
        """Take the tree of another PDF, whose pages are these here."""
        tree = self._pdf.copy_foreign(source.Root.StructTreeRoot)
        for child in tree.K[0].K:
            child.P = self._document
            self._children.append(child)
        numbers = list(tree.ParentTree.Nums)
        for key, parents in zip(numbers[::2], numbers[1::2], strict=True):
            self._numbers += (int(key) + self._next, parents)
        for page in pages:
            page.StructParents = int(page.StructParents) + self._next
            for annotation in page.get("/Annots", ()):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self._next
        self._next += _next_key(numbers)

    def finish(self) -> None:
        """Write what has been added."""
        from pikepdf import Array

        self._document.K = Array(self._children)
        self._tree.ParentTree.Nums = Array(self._numbers)
        self._tree.ParentTreeNextKey = self._next


def _next_key(numbers: Sequence[Any]) -> int:
    return 1 + max((int(key) for key in numbers[::2]), default=-1)


def _print_margins(pdf: Any, pages: Sequence[Any], source: Any) -> None:
    """Lay the pages of another PDF over these, as something that is no part of the text (PDF 32000-1, 14.8.2.2)."""
    from pikepdf import Array, Dictionary, Name

    before = pdf.make_stream(b"q\n")
    behind = pdf.make_stream(b"Q\n/Artifact <</Type /Pagination>> BDC\nq /Margins Do Q\nEMC\n")
    for page, margins in zip(pages, source.pages, strict=True):
        resources = copy(page.Resources)
        objects = copy(resources.get("/XObject", Dictionary()))
        objects.Margins = pdf.copy_foreign(margins.as_form_xobject())
        resources[Name.XObject] = objects
        page.Resources = resources
        page.Contents = Array([before, page.Contents, behind])


def _attach(pdf: Any, attached: AttachedFile) -> Any:
    """The specification of a file that is the source of the document (PDF 32000-1, 7.11; 32000-2, 14.13)."""
    from pikepdf import Dictionary, Name, String

    date = f"D:{attached.date:%Y%m%d%H%M%SZ}"
    content = pdf.make_stream(attached.content)
    content.Type = Name.EmbeddedFile
    content.Params = Dictionary(
        CheckSum=String(md5(attached.content, usedforsecurity=False).digest()),
        CreationDate=date,
        ModDate=date,
        Size=len(attached.content),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=attached.name,
            UF=attached.name,
            Desc=attached.description,
            EF=Dictionary(F=content),
            AFRelationship=Name.Source,
        )
    )


def _destinations(pdf: Any, pages: Sequence[Any], pieces: Sequence[Laid]) -> Any:
    """Where each id is, for links from anywhere; the first of a name counts."""
    from pikepdf import Array, Dictionary, Name, String

    places: dict[str, Any] = {}
    first = 0
    for piece in pieces:
        for name, (page, left, top) in piece.anchors.items():
            places.setdefault(name, Array([pages[first + page], Name.XYZ, left, top, 0]))
        first += len(piece.pages)
    names = [part for name in sorted(places, key=str.encode) for part in (String(name), places[name])]
    return pdf.make_indirect(Dictionary(Names=Array(names)))


def _bookmark(pdf: Any, pages: Sequence[Any], pieces: Sequence[Laid]) -> None:
    """The bookmarks of all pieces as one tree: each stands below the last one before it of a smaller level."""
    from pikepdf import Array, Name, OutlineItem

    with pdf.open_outline() as outline:
        outline.root.clear()
        above: list[tuple[int, Any]] = []
        first = 0
        for piece in pieces:
            for one in piece.bookmarks:
                place = Array([pages[first + one.page], Name.XYZ, one.left, one.top, 0])
                item = OutlineItem(one.label, place)
                item.is_closed = one.closed
                while above and above[-1][0] >= one.level:
                    above.pop()
                (above[-1][1].children if above else outline.root).append(item)
                above.append((one.level, item))
            first += len(piece.pages)
