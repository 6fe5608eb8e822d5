"""How a service transcodes, changes and limits objects; its failure reasons of commitment (PS3.2 N.5.2.5, N.5.2.6)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.content_words import CoercionChange, CoercionWhen, TranscodingResult
from dcsgen.model.sop_class import SopClass, TransferSyntax


class Transcoding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of an object that is kept in one Transfer Syntax when another one is negotiated."""

    stored: tuple[TransferSyntax, ...]
    negotiated: tuple[TransferSyntax, ...]
    result: TranscodingResult
    remark: str = ""


class Coercion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A change of an Attribute; its key is the dotted path of keywords. Without SOP Classes, it is in all objects.

    `name`, `tag` and `vr` are the standard's. `implied` marks a Sequence that stands here only because something inside
    it does, and is not changed itself. None for `when` is "not stated".
    """

    name: str = ""
    tag: str = ""
    vr: str = ""
    implied: bool = False
    sop_classes: tuple[SopClass, ...] = ()
    change: CoercionChange
    new_value: str = ""
    when: CoercionWhen | None = None
    remark: str = ""


class Limit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A limit of what a storage SCP keeps; without an Attribute of the whole object, without SOP Classes of all.

    `attribute` is a dotted path, with the standard's name and Tag in `attribute_name` and `tag`.
    """

    attribute_name: str = ""
    tag: str = ""
    attribute: str = ""
    sop_classes: tuple[SopClass, ...] = ()
    limit: str
    otherwise: str = ""


class FailureReason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value of Failure Reason (0008,1197); the key is its code. `meaning` is the standard's."""

    meaning: str = ""
    condition: str = ""
    behaviour: str = ""
