"""Views of character sets: Defined Terms with what they stand for, and conversions (PS3.2 N.1.7, N.5.7)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.base.standard import character_sets
from dcsgen.model import Capability

_DEFAULT = character_sets.DEFAULT
"""What people mean by `ISO_IR 6` in a table: no Defined Term, but there has to be a word for what has none."""


class CharacterSetRow(Struct, frozen=True):
    """A Defined Term of Specific Character Set (0008,0005); `description` is empty for one that is not known."""

    term: str
    description: str


class ConversionRow(Struct, frozen=True):
    """A conversion of texts: a row of PS3.2 Table N.5-165."""

    incoming: tuple[CharacterSetRow, ...]
    outgoing: tuple[CharacterSetRow, ...]
    situation: str


def supported_sets(capability: Capability) -> tuple[CharacterSetRow, ...]:
    """The character sets that are supported beside the default repertoire."""
    return _rows(capability.character_sets.supported or ())


def conversions(capability: Capability) -> tuple[ConversionRow, ...]:
    """The conversions in the order of the description."""
    return tuple(
        ConversionRow(_rows(one.incoming), _rows([one.outgoing]), one.situation)
        for one in capability.character_sets.conversions.values()
    )


def _rows(terms: Iterable[str]) -> tuple[CharacterSetRow, ...]:
    return tuple(CharacterSetRow(term, _description(term)) for term in terms)


def _description(term: str) -> str:
    """What a Defined Term stands for, or several of them that are used together (PS3.5 6.1.2.5)."""
    found = [_DEFAULT if one.strip() == "ISO_IR 6" else character_sets.find(one) for one in term.split("\\")]
    return "; ".join(one.description for one in found if one) if all(found) else ""
