"""Communication profiles: stacks and what they run on (PS3.2-1998 A.3, PS3.8)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import IpVersion


class Stack(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A communication stack, with the physical media under it and the protocols beside it; None is "not stated"."""

    description: str = ""
    api: str = ""
    ip_versions: tuple[IpVersion, ...] = ()
    physical_media: tuple[str, ...] = ()
    additional_protocols: tuple[str, ...] | None = None


class Communication(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The supported communication stacks, by name (`TCP/IP`)."""

    description: str = ""
    stacks: dict[str, Stack] = field(default_factory=dict)
