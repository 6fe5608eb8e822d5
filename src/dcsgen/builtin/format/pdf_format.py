"""The document as a PDF: tagged, with bookmarks, and with the resolved description as an attached file."""

from __future__ import annotations

from datetime import datetime

from dcsgen.base.embedding import PDF_NAME
from dcsgen.builtin.format._page import page_text
from dcsgen.plugin.format import Format
from dcsgen.plugin.statement import Statement


def write_pdf(statement: Statement) -> bytes:
    """The page `print.html` as a PDF. Raises `DcsgenError` if WeasyPrint or a library of its is missing."""
    from dcsgen.builtin.format._joining import AttachedFile
    from dcsgen.builtin.format._paper import paper

    attached = AttachedFile(
        name=PDF_NAME,
        description="The description that this document was made from",
        content=statement.data,
        date=_midnight(statement.capability.document.date),
    )
    return paper(page_text(statement, "print.html"), attached)


def _midnight(date: str) -> datetime:
    """The beginning of a day, written as year-month-day; 1970 for a date like 2002-02-31, which the schema lets in."""
    try:
        return datetime.strptime(date, "%Y-%m-%d")
    except ValueError:
        return datetime(1970, 1, 1)


FORMAT = Format("pdf", ".pdf", write_pdf)
