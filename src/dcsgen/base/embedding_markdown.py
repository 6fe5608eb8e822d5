"""How a Markdown file carries the description that it was made from: packed, in a comment at its end."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from textwrap import wrap

from dcsgen.base.embedding import LARGEST

_COMMENT = re.compile(r"<!-- dcsgen-description\r?\n([A-Za-z0-9+/=\r\n]+)-->")


def embed_in_markdown(page: str, data: bytes) -> str:
    """A page with the description (JSON of `dcsgen.model.encode`) behind it.

    Packed, because forges show no files of more than some hundred kilobytes; in letters that end no comment.
    """
    lines = "\n".join(wrap(b64encode(zlib.compress(data, 9)).decode(), 120))
    return f"{page.rstrip()}\n\n<!-- dcsgen-description\n{lines}\n-->\n"


def extract_from_markdown(text: str) -> bytes | None:
    """The description (JSON) that `embed_in_markdown` put into a page; None if there is none, or it is damaged.

    At most `LARGEST` bytes are unfolded.
    """
    comments = _COMMENT.findall(text)
    if not comments:
        return None
    unfolding = zlib.decompressobj()
    try:
        data = unfolding.decompress(b64decode("".join(comments[-1].split()), validate=True), LARGEST)
    except (NoBase64, zlib.error, ValueError):
        return None
    return data if unfolding.eof else None
