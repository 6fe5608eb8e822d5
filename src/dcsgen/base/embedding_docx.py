"""How a DOCX carries the description that it was made from: as a custom XML part, which Word keeps."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape
from zipfile import BadZipFile, ZipFile

from dcsgen.base.embedding import LARGEST

NAMESPACE = "urn:dcsgen:description"
"""Of the one element of the part."""

_PART = re.compile(r"customXml/item[0-9]+\.xml", re.IGNORECASE)


def embed_in_xml(data: bytes) -> str:
    """The description (JSON of `dcsgen.model.encode`) as the text of an XML element."""
    # The two characters that JSON has and XML cannot have; the compact encoder never writes their escapes itself.
    text = data.decode().replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
    return f'<description xmlns="{NAMESPACE}">{escape(text)}</description>'


def extract_from_docx(data: bytes) -> bytes | None:
    """The description (JSON) in a DOCX file; None if there is none, or if the file is damaged.

    At most `LARGEST` bytes are unfolded, of all parts together.
    """
    budget = LARGEST
    try:
        with ZipFile(BytesIO(data)) as file:
            for entry in file.infolist():
                if not _PART.fullmatch(entry.filename) or entry.file_size > budget:
                    continue
                budget -= entry.file_size
                with file.open(entry) as part:
                    found = _description(part.read(entry.file_size))
                if found is not None:
                    return found
    except (BadZipFile, zlib.error, ExpatError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return None
    return None


def _description(part: bytes) -> bytes | None:
    """The text of the part if it is a description; ValueError if it has a document type, which may unfold."""
    pieces: list[str] = []
    names: list[str] = []

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, _: names.append(name)
    parser.CharacterDataHandler = pieces.append
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(part, True)
    if names != [f"{NAMESPACE} description"]:
        return None
    text = "".join(pieces).replace(r"\ufffe", "\ufffe").replace(r"\uffff", "\uffff")
    return text.encode()
