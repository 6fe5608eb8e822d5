"""Statements of word processors in ODT."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dcsgen.plugin import Document, Importer, Paragraph, Reading, Spot, Table
from dcsgen.plugin.document import Block, grid

LARGEST = 200 * 1024 * 1024
"""Bytes of the text that a file may unpack to."""

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST = 1000
"""Repetitions of a row or cell that are taken seriously: sheets fill a million rows with nothing."""


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is ODT: such a ZIP archive begins with its media type."""
    return head.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument.text" in head


def read(file: Path, reading: Reading) -> Document:
    """The document in a file; raises `UnreadableInputError` for one that is damaged or locked by a password."""
    import zipfile

    from lxml import etree  # type: ignore[import-untyped]

    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.builtin.importer._blocks import numbered

    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo("content.xml").file_size > LARGEST:
                raise UnreadableInputError(f"{file} unpacks to more than {LARGEST // 1024 // 1024} MiB")
            content = archive.read("content.xml")
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except (zipfile.BadZipFile, KeyError, RuntimeError, OSError, etree.XMLSyntaxError) as error:
        raise UnreadableInputError(f"{file} is no readable ODT: it is damaged, or locked by a password") from error
    body = root.find(".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text")
    blocks = numbered(list(_blocks(body))) if body is not None else []
    return Document(format="odt", blocks=tuple(blocks), texts=("\n".join(_words(root)),))


def _blocks(element: Any) -> Iterator[Block]:
    from dcsgen.builtin.importer._blocks import heading, is_caption

    for child in element:
        if child.tag == f"{_TEXT}h" and (text := _plain(child)):
            level = child.get(f"{_TEXT}outline-level", "1")
            yield heading(text, int(level) if level.isdecimal() else 1, Spot())
        elif child.tag == f"{_TEXT}p" and (text := _plain(child)):
            yield Paragraph(text=text, item=element.tag == f"{_TEXT}list-item", caption=is_caption(text))
        elif child.tag == f"{_TABLE}table":
            rows = [_cells(row) for row in _rows(child)]
            head = sum(1 for _ in child.iterfind(f"{_TABLE}table-header-rows/{_TABLE}table-row"))
            yield Table(rows=grid(rows), head=head or None)
        elif child.tag not in (f"{_TEXT}table-of-content", f"{_TEXT}tracked-changes", f"{_TEXT}note"):
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group"):
            yield from _rows(child)


def _cells(row: Any) -> list[tuple[str, int, int]]:
    """The cells of a row; those that another one covers are left to the grid."""
    found = []
    for cell in row.iterfind(f"{_TABLE}table-cell"):
        text = "\n".join(line for each in cell.iter(f"{_TEXT}p", f"{_TEXT}h") if (line := _plain(each)))
        times = min(_number(cell, "number-columns-repeated"), _MOST if text else 1)
        found += [(text, _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned"))] * times
    return found


def _number(cell: Any, name: str) -> int:
    word = cell.get(f"{_TABLE}{name}", "1")
    return int(word) if word.isdecimal() else 1


def _plain(element: Any) -> str:
    return " ".join("".join(_letters(element)).split(" ")).strip()


def _letters(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{_TEXT}line-break", f"{_TEXT}tab", f"{_TEXT}s"):
            yield "\n" if child.tag == f"{_TEXT}line-break" else " "
        elif child.tag not in (f"{_TEXT}note", f"{_TEXT}soft-page-break") and isinstance(child.tag, str):
            yield from _letters(child)
        yield child.tail or ""


def _words(root: Any) -> Iterator[str]:
    for each in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        yield _plain(each)


IMPORTER = Importer(name="odt", suffixes=(".odt",), recognises=recognises, read=read)
