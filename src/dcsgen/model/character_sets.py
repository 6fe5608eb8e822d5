"""Support of extended character sets (PS3.2 A.7, N.5.7)."""

from __future__ import annotations

from msgspec import Struct, field


class Conversion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A conversion of texts; `incoming` and `outgoing` are Defined Terms."""

    incoming: tuple[str, ...]
    outgoing: str
    situation: str = ""


class CharacterSets(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Defined Terms of Specific Character Set (0008,0005) that are supported beside the default repertoire.

    `supported` is None if nothing is stated, empty if there are no others.
    """

    supported: tuple[str, ...] | None = None
    default: str = ""
    conversions: dict[str, Conversion] = field(default_factory=dict)
    unsupported: str = ""
    description: str = ""
