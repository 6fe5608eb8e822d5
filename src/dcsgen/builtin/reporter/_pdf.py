"""A report on paper: a tagged PDF with the report for programs as an attached file."""

from __future__ import annotations

from datetime import datetime


def pdf_with(page: str, name: str, description: str, content: str) -> bytes:
    """A page as a PDF that carries a file of some name. Raises `DcsgenError` if WeasyPrint or a library is missing."""
    from dcsgen.builtin.format._joining import AttachedFile
    from dcsgen.builtin.format._paper import paper

    attached = AttachedFile(
        name=name,
        description=description,
        content=content.encode("utf-8", "surrogateescape"),
        # There is no clock here: the same input gives the same bytes.
        date=datetime(1980, 1, 1),
    )
    return paper(page, attached)
