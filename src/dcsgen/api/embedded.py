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
    """The resolved description (JSON) in an HTML, PDF or JSON file, equal to what `--format json` writes.

    Raises `UnreadableInputError` if the file does not hold one, or holds one that is no Capability.
    """
    data = read_bytes_of(file, str(file), LIMITS)
    found = _found(data)
    if found is None:
        raise UnreadableInputError(f"{file} holds no description: it was not made by dcsgen, or was changed since.")
    try:
        decode(found)
    except (msgspec.MsgspecError, RecursionError) as trouble:
        raise UnreadableInputError(f"the description in {file} is damaged: {trouble}") from None
    return found


def _found(data: bytes) -> bytes | None:
    from dcsgen.base import embedding

    if data.startswith(b"%PDF-"):
        return embedding.extract_from_pdf(data)
    if data.lstrip()[:1] == b"{":
        return data
    return embedding.extract_from_html(data.decode("utf-8", "replace"))
