"""The Defined Terms of Specific Character Set (0008,0005): PS3.3 C.12.1.1.2, with their use after PS3.5 6.1.2."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

EDITION = "2024b"


class Kind(StrEnum):
    """Which of the tables of PS3.3 C.12.1.1.2 a Defined Term is in."""

    SINGLE_BYTE = "single-byte without code extensions"
    SINGLE_BYTE_EXTENSIONS = "single-byte with code extensions"
    MULTI_BYTE_EXTENSIONS = "multi-byte with code extensions"
    MULTI_BYTE = "multi-byte without code extensions"


class Position(StrEnum):
    """Where among the values of Specific Character Set a Defined Term may stand (PS3.5 6.1.2.4 and 6.1.2.5.4).

    Value 1 is a single-byte set, or empty for the default repertoire; what extends it is in value 2 to n; Unicode,
    GB18030 and GBK allow no other value.
    """

    ALONE = "the only value"
    ANY = "value 1 to n"
    LATER = "value 2 to n"


class CharacterSet(NamedTuple):
    """A Defined Term.

    `registrations` are the ISO registration numbers of its code elements, e.g. `ISO-IR 100`; empty for what is not
    registered. `clause` is where PS3.3 defines the term, `encoding_clause` where PS3.5 says how it is used.
    """

    term: str
    description: str
    kind: Kind
    registrations: tuple[str, ...]
    position: Position
    clause: str
    encoding_clause: str


DEFAULT = CharacterSet(
    "", "Default repertoire", Kind.SINGLE_BYTE, ("ISO-IR 6",), Position.ALONE, "PS3.3 Table C.12-2", "PS3.5 6.1.2.1"
)
"""What holds where Specific Character Set is absent or empty; it has no Defined Term."""

_SINGLE_BYTE = {
    # ISO registration number of the set in G1, and what is in G0 if it is not ISO-IR 6.
    "100": "Latin alphabet No. 1",
    "101": "Latin alphabet No. 2",
    "109": "Latin alphabet No. 3",
    "110": "Latin alphabet No. 4",
    "144": "Cyrillic",
    "127": "Arabic",
    "126": "Greek",
    "138": "Hebrew",
    "148": "Latin alphabet No. 5",
    "203": "Latin alphabet No. 9",
    "13": "Japanese",
    "166": "Thai",
}

_MULTI_BYTE_EXTENSIONS = {
    "87": "Japanese (JIS X 0208: Kanji)",
    "159": "Japanese (JIS X 0212: Supplementary Kanji set)",
    "149": "Korean (KS X 1001: Hangul and Hanja)",
    "58": "Simplified Chinese (GB 2312)",
}

_MULTI_BYTE = {
    "ISO_IR 192": "Unicode in UTF-8",
    "GB18030": "GB18030",
    "GBK": "GBK",
}


def _registrations(number: str) -> tuple[str, ...]:
    # JIS X 0201 replaces ISO-IR 6 in G0 too: Katakana in G1, Romaji in G0.
    return ("ISO-IR 13", "ISO-IR 14") if number == "13" else (f"ISO-IR {number}", "ISO-IR 6")


ALL = (
    *(
        CharacterSet(
            f"ISO_IR {number}",
            description,
            Kind.SINGLE_BYTE,
            _registrations(number),
            Position.ALONE,
            "PS3.3 Table C.12-2",
            "PS3.5 6.1.2.3",
        )
        for number, description in _SINGLE_BYTE.items()
    ),
    CharacterSet(
        "ISO 2022 IR 6",
        DEFAULT.description,
        Kind.SINGLE_BYTE_EXTENSIONS,
        DEFAULT.registrations,
        Position.ANY,
        "PS3.3 Table C.12-3",
        "PS3.5 6.1.2.5",
    ),
    *(
        CharacterSet(
            f"ISO 2022 IR {number}",
            description,
            Kind.SINGLE_BYTE_EXTENSIONS,
            _registrations(number),
            Position.ANY,
            "PS3.3 Table C.12-3",
            "PS3.5 6.1.2.5",
        )
        for number, description in _SINGLE_BYTE.items()
    ),
    *(
        CharacterSet(
            f"ISO 2022 IR {number}",
            description,
            Kind.MULTI_BYTE_EXTENSIONS,
            (f"ISO-IR {number}",),
            Position.LATER,
            "PS3.3 Table C.12-4",
            "PS3.5 6.1.2.5",
        )
        for number, description in _MULTI_BYTE_EXTENSIONS.items()
    ),
    *(
        CharacterSet(term, description, Kind.MULTI_BYTE, (), Position.ALONE, "PS3.3 Table C.12-5", "PS3.5 6.1.2.3")
        for term, description in _MULTI_BYTE.items()
    ),
)
"""All Defined Terms, in the order of the tables of PS3.3."""

_BY_TERM = {character_set.term: character_set for character_set in (DEFAULT, *ALL)}


def find(term: str) -> CharacterSet | None:
    """The character set of a Defined Term, spaces around it not counted; of an empty text the default repertoire.

    Case and inner spaces count, as they do for a Code String (PS3.5 6.2); `ISO_IR 6` is no Defined Term.
    """
    return _BY_TERM.get(term.strip())


def is_defined(term: str) -> bool:
    """Whether a text is a Defined Term of Specific Character Set, or empty, which is how the default is written."""
    return find(term) is not None


def needs_code_extensions(term: str) -> bool:
    """Whether a Defined Term says that escape sequences of ISO/IEC 2022 switch between character sets.

    KeyError if there is no such Defined Term.
    """
    return _BY_TERM[term.strip()].kind in (Kind.SINGLE_BYTE_EXTENSIONS, Kind.MULTI_BYTE_EXTENSIONS)
