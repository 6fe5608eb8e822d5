"""Gets the resolved description back out of a document that dcsgen made."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dcsgen.base.errors import UnreadableInputError
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import Limits
from dcsgen.model import decode

LIMITS = Limits(size=512 * 1024 * 1024, too_large="give an HTML, PDF or JSON file that dcsgen made")
"""A document with many pictures is larger than any description."""


def extract(file: Path) -> bytes:
    """The resolved description (JSON) in a file that dcsgen made, equal to what `--format json` writes.

    Raises `UnreadableInputError` if the file does not hold one, or holds one that is no Capability.
    """
    data = read_bytes_of(file, str(file), LIMITS)
    found = _found(data)
    if found is None:
        raise UnreadableInputError(
            f"{file} holds no description: it was not made by dcsgen, or was changed since; "
            "give a document as dcsgen wrote it, or describe the product in YAML."
        )
    try:
        decode(found)
    except (msgspec.MsgspecError, RecursionError) as trouble:
        raise UnreadableInputError(f"the description in {file} is damaged: {trouble}") from None
    return found


def _found(data: bytes) -> bytes | None:
    from dcsgen.base import embedding, embedding_docx, embedding_markdown

    if data.startswith(b"%PDF-"):
        return embedding.extract_from_pdf(data)
    if data.startswith(b"PK"):
        return embedding_docx.extract_from_docx(data)
    if data.lstrip()[:1] == b"{":
        return data
    text = data.decode("utf-8", "replace")
    return embedding.extract_from_html(text) or embedding_markdown.extract_from_markdown(text)
