"""Statements in HTML."""

from __future__ import annotations

from pathlib import Path

from dcsgen.plugin import Document, Importer, Reading


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is HTML."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"<html" in head.lower()


def read(file: Path, reading: Reading) -> Document:
    """The document in a file."""
    return document(file.read_bytes(), "html")


def document(data: bytes, name: str, *, lines: bool = True) -> Document:
    """The document in HTML that is called by the name of the importer that it comes from."""
    from lxml import html  # type: ignore[import-untyped]

    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.builtin.importer._blocks import blocks_of, text_of, tidy

    if not data.strip():
        raise UnreadableInputError("the file is empty")
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data), huge_tree=True))
    body = root.find("body")
    title = root.findtext("head/title") or ""
    return Document(
        format=name,
        blocks=tuple(blocks_of(root if body is None else body, lines=lines)),
        metadata={"title": " ".join(title.split())} if title.strip() else {},
        texts=(tidy(text_of(root if body is None else body)),),
    )


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the data are, whatever they say of themselves."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


IMPORTER = Importer(name="html", suffixes=(".html", ".htm", ".xhtml"), recognises=recognises, read=read)
