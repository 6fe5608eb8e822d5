"""How a document carries the description that it was made from: as a script element in HTML, as a file in PDF."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from hashlib import md5

HTML_ID = "dcsgen-description"
"""Id of the script element in HTML."""

PDF_NAME = "dcsgen-description.json"
"""Name of the attached file in PDF."""

LARGEST = 64 * 1024 * 1024
"""Bytes to which the compressed parts of a PDF may unfold, all together; more is no description but a bomb."""

_SCRIPT = re.compile(rf"<script\b[^<>]{{0,200}}\bid=[\"']?{HTML_ID}\b[^<>]{{0,200}}>", re.IGNORECASE)

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10}) [0-9]{1,5} obj\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_COUNT = re.compile(rb"/N ([0-9]{1,10})")
_FIRST = re.compile(rb"/First ([0-9]{1,10})")
_LENGTH = re.compile(rb"/Length ([0-9]{1,10}+)(?! [0-9]+ R)")
_CHECKSUM = re.compile(rb"/CheckSum ?(?:<([0-9A-Fa-f]{32})>|\(((?:[^\\()]|\\.){16,64})\))", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_NAME = re.compile(rb"/F ?\(" + re.escape(PDF_NAME.encode()) + rb"\)")
_CONTENT = re.compile(rb"/EF ?<<[^>]{0,200}?/F ([0-9]{1,10}) [0-9]{1,5} R")
_LONGEST_DICTIONARY = 16 * 1024


def embed_in_html(page: str, data: bytes) -> str:
    """A page with the description (JSON of `dcsgen.model.encode`) in front of the end of its body."""
    # In a script element `</script` would end it, and `<!--` would let it run on behind its end. The compact
    # encoder never writes the escapes `\/` and `\u0021`, so that they can be taken back without doubt.
    text = data.decode().replace("</", r"<\/").replace("<!", r"<\u0021")
    element = f'<script type="application/json" id="{HTML_ID}">{text}</script>\n'
    before, end, after = page.rpartition("</body>")
    return f"{before}{element}{end}{after}" if end else page + element


def extract_from_html(text: str) -> bytes | None:
    """The description (JSON) that `embed_in_html` put into a page; None if there is none."""
    start = _SCRIPT.search(text)
    end = text.find("</script", start.end()) if start else -1
    if start is None or end < 0:
        return None
    # Line ends may have changed on the way; inside a text of JSON they are escaped.
    inside = text[start.end() : end].replace("\r\n", "\n")
    return inside.replace(r"<\u0021", "<!").replace(r"<\/", "</").encode("utf-8", "replace")


def extract_from_pdf(data: bytes) -> bytes | None:
    """The description (JSON) attached to a PDF under `PDF_NAME`; None if there is none, or if it is damaged.

    Reads what WeasyPrint writes, with later changes appended to it: objects in the open or in compressed object
    streams (PDF 32000-1, 7.5.7), the file itself plain or with FlateDecode, its checksum right. Encrypted files
    and other filters give None. At most `LARGEST` bytes are unfolded.
    """
    if b"/EmbeddedFile" not in data:
        return None
    places = {int(found[1]): found.end() for found in _OBJECT.finditer(data)}
    try:
        number = _file_number(data, places)
        return None if number is None else _file(data, places[number])
    except (zlib.error, ValueError, KeyError, IndexError):
        return None


def _file_number(data: bytes, places: dict[int, int]) -> int | None:
    """The number of the object with the content of the file, by its file specification (PDF 32000-1, 7.11.3)."""
    for specification in _dictionaries(data, places):
        content = _CONTENT.search(specification)
        if content and _NAME.search(specification):
            return int(content[1])
    return None


def _dictionaries(data: bytes, places: dict[int, int]) -> Iterator[bytes]:
    """All dictionaries, those at the end of the file first, because changes are appended."""
    budget = LARGEST
    for place in sorted(places.values(), reverse=True):
        dictionary, start = _dictionary(data, place)
        if not start:
            yield dictionary
        elif b"/ObjStm" in dictionary:
            unfolded = _unfolded(data, start, budget)
            budget -= len(unfolded)
            yield from _packed(unfolded, dictionary)


def _dictionary(data: bytes, place: int) -> tuple[bytes, int]:
    """The dictionary of the object that begins at a place, and where its stream begins: 0 if it has none."""
    head = data[place : place + _LONGEST_DICTIONARY]
    head = head[: _position(head, b"endobj")]
    stream = _STREAM.search(head)
    return (head[: stream.start()], place + stream.end()) if stream else (head, 0)


def _position(text: bytes, word: bytes) -> int:
    found = text.find(word)
    return len(text) if found < 0 else found


def _packed(unfolded: bytes, dictionary: bytes) -> Iterator[bytes]:
    """The objects of an object stream, which begins with a list of their numbers and offsets."""
    count, first = _COUNT.search(dictionary), _FIRST.search(dictionary)
    if count is None or first is None:
        return
    begin = int(first[1])
    offsets = [begin + int(word) for word in unfolded[:begin].split()[1::2]][: int(count[1])]
    for start, end in zip(offsets, [*offsets[1:], len(unfolded)], strict=True):
        yield unfolded[start:end]


def _unfolded(data: bytes, start: int, limit: int) -> bytes:
    """The stream that begins at a place, without FlateDecode; ValueError if it is cut off or larger than `limit`."""
    unfolding = zlib.decompressobj()
    content = unfolding.decompress(data[start : data.index(b"endstream", start)], max(limit, 1))
    if not unfolding.eof:
        raise ValueError("a stream is cut off, or too large")
    return content


def _file(data: bytes, place: int) -> bytes | None:
    dictionary, start = _dictionary(data, place)
    if not start or b"/EmbeddedFile" not in dictionary:
        return None
    if b"/FlateDecode" in dictionary:
        content = _unfolded(data, start, LARGEST)
    else:
        length = _LENGTH.search(dictionary)
        content = data[start : start + int(length[1])] if length and b"/Filter" not in dictionary else b""
    checksum = _CHECKSUM.search(dictionary)
    if checksum is None or md5(content, usedforsecurity=False).digest() != _bytes(checksum):
        return None
    return content


def _bytes(string: re.Match[bytes]) -> bytes:
    """What a string of a PDF stands for, written in hexadecimal digits or literally (PDF 32000-1, 7.3.4)."""
    if string[1]:
        return bytes.fromhex(string[1].decode())
    letters = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return _ESCAPE.sub(
        lambda found: bytes([int(found[1], 8) & 255]) if found[1] else letters.get(found[2], found[2]), string[2]
    )
