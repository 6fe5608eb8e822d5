"""Turns the bytes of a YAML file into text: UTF-8, or UTF-16 with a byte order mark."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from dcsgen.base.tree import Source, lines_of
from dcsgen.load import kinds
from dcsgen.load.unreadable import at_spot, shown, whole_file

if TYPE_CHECKING:
    from dcsgen.base.errors import UnreadableInputError

# YAML 1.2 section 5.1, printable characters; a byte order mark may only stand at the start.
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_C0_NAMES = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL",
    "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB",
    "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
)  # fmt: skip

_FORMATS = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive or an Office document"),
    (0, b"\xd0\xcf\x11\xe0", "an old Office document"),
    (0, b"\x1f\x8b", "a compressed file"),
    (0, b"\x89PNG", "an image"),
    (128, b"DICM\x02\x00", "a DICOM file"),  # PS3.10 section 7.1: the prefix, then an element of group 0002.
)


def decoded(data: bytes, name: str) -> str:
    """The text of a YAML file without its byte order mark.

    Raises `UnreadableInputError` for another encoding, with the place of the first wrong byte, and for content
    that is no text.
    """
    for offset, magic, what in _FORMATS:
        if data.startswith(magic, offset):
            message = f"{shown(name)} is {what}, not a description in YAML"
            raise whole_file(kinds.BINARY_CONTENT, name, message, "give the YAML file the document is made from")
    encoding, start = _encoding(data, name)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as wrong:
        raise _wrong_bytes(data, name, encoding, start, wrong) from None
    bad = _NOT_TEXT.search(text)
    if bad:
        raise _wrong_character(text, name, bad.start())
    return text


def encoded_like(text: str, data: bytes) -> bytes:
    """A text in the encoding of other bytes that could be decoded, with the byte order mark that these have."""
    encoding, start = _encoding(data, "")
    return data[:start] + text.encode(encoding)


def _encoding(data: bytes, name: str) -> tuple[str, int]:
    """The name of the encoding, and the number of bytes of the mark that says so."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8", len(codecs.BOM_UTF8)
    # The mark of UTF-32 (little endian) begins with that of UTF-16.
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _other_encoding(name, "UTF-32")
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le", 2
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be", 2
    head = data[:64]
    if len(head) > 3 and (_ascii_and_nul(head[::2], head[1::2]) or _ascii_and_nul(head[1::2], head[::2])):
        raise _other_encoding(name, "UTF-16 without a byte order mark")
    return "utf-8", 0


def _ascii_and_nul(letters: bytes, nuls: bytes) -> bool:
    return letters.isascii() and 0 not in letters and not any(nuls)


def _other_encoding(name: str, encoding: str) -> UnreadableInputError:
    return whole_file(kinds.WRONG_ENCODING, name, f"{shown(name)} is written in {encoding}", "save it again as UTF-8")


def _wrong_bytes(data: bytes, name: str, encoding: str, start: int, wrong: UnicodeDecodeError) -> UnreadableInputError:
    if encoding == "utf-8" and 0 in data:
        return _binary(name)
    before = data[start : start + wrong.start].decode(encoding)
    line, column = spot_of(before, len(before))
    # Enough of what follows for an excerpt; what cannot be decoded shows as a question mark.
    source = Source(name, before + data[start + wrong.start :][:400].decode(encoding, "replace"))
    if encoding != "utf-8":
        message, hint = "the UTF-16 text is damaged here", "save the file again as UTF-8"
        return at_spot(kinds.WRONG_ENCODING, source, line, column, message, hint)
    byte = data[start + wrong.start]
    guess = bytes([byte]).decode("cp1252", "replace")
    message = f"the byte 0x{byte:02X} is not UTF-8"
    hint = "save the file again as UTF-8"
    if guess.isprintable() and guess != "\ufffd":
        hint += f"; if it was written as Windows-1252 or Latin-1, the byte is meant as {shown(guess)}"
    return at_spot(kinds.WRONG_ENCODING, source, line, column, message, hint)


def _wrong_character(text: str, name: str, offset: int) -> UnreadableInputError:
    character = text[offset]
    if character == "\0":
        return _binary(name)
    line, column = spot_of(text, offset)
    message = f"the {character_name(character)} may not stand in a YAML file"
    hint = "delete it; most editors can show characters that are not printed"
    return at_spot(kinds.BINARY_CONTENT, Source(name, text), line, column, message, hint)


def character_name(character: str) -> str:
    """What to call a character that cannot be shown, e.g. `control character U+001B (ESC)`."""
    code = ord(character)
    if code < 0x20:
        return f"control character U+{code:04X} ({_C0_NAMES[code]})"
    if code == 0xFEFF:
        return "byte order mark U+FEFF, which belongs at the start of a file,"
    return f"{'control' if code < 0xA0 else 'reserved'} character U+{code:04X}"


def _binary(name: str) -> UnreadableInputError:
    message = f"{shown(name)} holds NUL bytes, so it is not text but some binary format"
    return whole_file(kinds.BINARY_CONTENT, name, message, "give a YAML file that is saved as UTF-8")


def spot_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column from 0 of an offset into a text."""
    lines = lines_of(text[:offset])
    return len(lines) - 1, len(lines[-1])
