"""SOP Classes and Transfer Syntaxes as other records name them: by UID, with their names."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.words import SopClassKind


class SopClass(Struct, frozen=True, omit_defaults=True):
    """A SOP Class by UID, with the name that the standard (PS3.6) or the vendor gives it."""

    uid: str
    name: str
    kind: SopClassKind = SopClassKind.STANDARD
    retired: bool = False


class TransferSyntax(Struct, frozen=True, omit_defaults=True):
    """A Transfer Syntax by UID, with its name in PS3.6 or the vendor's."""

    uid: str
    name: str
    private: bool = False
    retired: bool = False
