"""What goes beyond the standard: extended, specialized and private things (PS3.2 7.3, A.9.2, A.9.5, A.9.6)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.content_words import Presence, ValueSource
from dcsgen.base.words import SopClassKind
from dcsgen.model.sop_class import SopClass


class ExtendedSopClass(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Standard Extended, Specialized or Private SOP Class. `base` is the standard SOP Class it is made from."""

    name: str
    uid: str
    kind: SopClassKind
    base: SopClass | None = None
    description: str = ""


class PrivateTransferSyntax(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Transfer Syntax with a UID of the vendor's (PS3.2 A.9.6)."""

    name: str
    uid: str
    description: str = ""


class PrivateAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A private data element; the key is its tag as `(gggg,xxee)` (PS3.5 7.8)."""

    creator: str
    name: str
    vr: str
    vm: str
    description: str = ""
    module: str = ""
    presence: Presence | None = None
    source: tuple[ValueSource, ...] = ()
    values: tuple[str, ...] = ()
    condition: str = ""
    identifiable: bool | None = None
