"""Statements of word processors in DOCX, by way of HTML."""

from __future__ import annotations

from pathlib import Path

from dcsgen.plugin import Document, Importer, Reading


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is DOCX: a ZIP archive with that end of its name, or that says so at its beginning."""
    return head.startswith(b"PK\x03\x04") and (name.casefold().endswith(".docx") or b"word/" in head)


def read(file: Path, reading: Reading) -> Document:
    """The document in a file; raises `UnreadableInputError` for one that is damaged or locked by a password."""
    import io
    import zipfile

    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.builtin.importer._needed import needed
    from dcsgen.builtin.importer.html import document

    mammoth = needed("mammoth")
    try:
        made = mammoth.convert_to_html(io.BytesIO(file.read_bytes()))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableInputError(f"{file} is no readable DOCX: {error}") from error
    return document(f"<html><body>{made.value}</body></html>".encode(), "docx", lines=False)


IMPORTER = Importer(name="docx", suffixes=(".docx",), recognises=recognises, read=read)
