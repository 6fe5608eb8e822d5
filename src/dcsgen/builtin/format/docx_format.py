"""The document as a Word file (ECMA-376): for document control, and for vendors who finish it by hand."""

from __future__ import annotations

from dcsgen.plugin.format import Format
from dcsgen.plugin.statement import Statement


def write_docx(statement: Statement) -> bytes:
    """The file. Raises `DcsgenError` if the vendor's template or a drawing cannot be used."""
    from dcsgen.builtin.format._docx.file import word_file

    return word_file(statement)


FORMAT = Format("docx", ".docx", write_docx)
