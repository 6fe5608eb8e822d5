"""What a Transfer Syntax does, which other ones must come with it, and which objects it can carry (PS3.5 10 and A)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dcsgen.base.standard import uids
from dcsgen.base.standard.transfer_syntax_rows import EDITION as EDITION
from dcsgen.base.standard.transfer_syntax_rows import RETIRED_SINCE, ROWS
from dcsgen.base.standard.transfer_syntax_rows import Compression as Compression
from dcsgen.base.standard.transfer_syntax_rows import Family as Family

DEFAULT = "1.2.840.10008.1.2"
"""Implicit VR Little Endian, which every implementation shall support (PS3.5 10.1)."""

EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1"
JPEG_LOSSY_8_BIT = "1.2.840.10008.1.2.4.50"
JPEG_LOSSY_12_BIT = "1.2.840.10008.1.2.4.51"
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"
JPEG_LS_LOSSLESS = "1.2.840.10008.1.2.4.80"

_REAL_TIME_SOP_CLASSES = "1.2.840.10008.10."

# PS3.3: the Modules that put these Attributes into the top level of a Data Set.
_PIXEL_MODULE, _WAVEFORM_MODULE, _DOCUMENT_MODULE = "image-pixel", "waveform", "encapsulated-document"
_FRAMES_MODULE, _FUNCTIONAL_GROUPS = "multi-frame", "multi-frame-functional-groups"
_VIDEO_IOD = "video-"


class TransferSyntaxFacts(NamedTuple):
    """What a Transfer Syntax does to a Data Set.

    `compression` is about what is compressed: the pixels, or everything if `deflated`. `codec` names the scheme.
    `byte_order` is `little` or `big`, and `explicit_vr` says how Data Elements are written; for what encodes no
    Data Set they are empty and None. With `encapsulated` the Pixel Data is in fragments (PS3.5 A.4); a video is in a
    single one unless it is `fragmentable`. `pixel_data_only`: it needs Pixel Data (7FE0,0010), or a reference to it,
    in the top level of the Data Set, so that no other object can be sent with it. `negotiable`: meant for
    Associations; the others are for the flows of PS3.22, or PS3.5 does not describe them.
    """

    uid: str
    family: Family
    compression: Compression
    codec: str
    byte_order: str
    explicit_vr: bool | None
    encapsulated: bool
    deflated: bool
    fragmentable: bool
    pixel_data_only: bool
    negotiable: bool
    retired: bool
    clause: str


class Companions(NamedTuple):
    """Transfer Syntaxes of which at least one must be offered for an Abstract Syntax, because of another one."""

    any_of: tuple[str, ...]
    clause: str


@cache
def syntax(uid: str) -> TransferSyntaxFacts | None:
    """The facts of a Transfer Syntax of the registry, retired ones too; None for any other UID (private ones)."""
    registered = uids.by_uid(uid)
    row = ROWS.get(registered.keyword) if registered is not None and registered.kind == "Transfer Syntax" else None
    if registered is None or row is None:
        return None
    keyword = registered.keyword
    encapsulated = row.family in (Family.IMAGE, Family.VIDEO) or keyword.startswith("EncapsulatedUncompressed")
    data_set = row.family not in (Family.REAL_TIME, Family.OTHER)
    explicit = None if not data_set else uid != DEFAULT
    byte_order = ("big" if "BigEndian" in keyword else "little") if data_set else ""
    return TransferSyntaxFacts(
        uid,
        row.family,
        row.compression,
        row.codec,
        byte_order,
        explicit,
        encapsulated,
        row.family is Family.DEFLATED or keyword.endswith("ReferencedDeflate"),
        row.family is Family.VIDEO and registered.name.startswith("Fragmentable"),
        encapsulated or row.family is Family.REFERENCED,
        data_set,
        registered.retired,
        row.clause if row.clause.startswith("PS3") else f"PS3.5 {row.clause}",
    )


def retired_since(uid: str) -> str:
    """The year in which a Transfer Syntax was retired (PS3.5 A.3); empty where it is not, or not known since when."""
    registered = uids.by_uid(uid)
    return RETIRED_SINCE.get(registered.keyword, "") if registered is not None else ""


def companions(uid: str) -> tuple[Companions, ...]:
    """Which Transfer Syntaxes must be offered and accepted for an Abstract Syntax that is offered with this one.

    Each item asks for one of its UIDs. The default of PS3.5 10.1 is among them for every Transfer Syntax but itself;
    when that may be left out, `default_may_be_missing` says. Empty for what is not for Associations, and for UIDs
    that are no Transfer Syntax of the registry.
    """
    facts = syntax(uid)
    if facts is None or not facts.negotiable:
        return ()
    found = [] if uid == DEFAULT else [Companions((DEFAULT,), "PS3.5 10.1")]
    if facts.codec == "JPEG" and facts.compression is Compression.LOSSLESS:
        found.append(Companions((JPEG_LOSSLESS,), "PS3.5 10.2"))
    elif facts.codec == "JPEG":
        # 8-bit images have the one for default, 12-bit images the other.
        found.append(Companions((JPEG_LOSSY_8_BIT, JPEG_LOSSY_12_BIT), "PS3.5 10.3"))
    elif facts.codec == "JPEG-LS" and facts.compression is Compression.LOSSY:
        found.append(Companions((JPEG_LS_LOSSLESS,), "PS3.5 10.5"))
    elif facts.family is Family.DEFLATED:
        found.append(Companions((EXPLICIT_LITTLE_ENDIAN,), "PS3.5 A.5"))
    return tuple(item for item in found if uid not in item.any_of)


def default_may_be_missing(uid: str) -> str:
    """When the default Transfer Syntax need not be offered with this one (PS3.5 10.1), for people; empty for never.

    The waiver is the sender's, and for the objects it has in that form only: an application that can decompress
    what it sends must offer the default.
    """
    facts = syntax(uid)
    if facts is None or not facts.negotiable:
        return ""
    if facts.family is Family.REFERENCED:
        return "the default need not be accepted where pixel data by reference is offered"
    if facts.encapsulated and facts.compression in (Compression.LOSSY, Compression.EITHER):
        return "the sender has the pixel data in lossy compressed form only"
    if facts.encapsulated and facts.compression is Compression.LOSSLESS:
        return "the pixel data is too long for the default"
    return ""


def can_carry(transfer_syntax_uid: str, sop_class_uid: str) -> bool | None:
    """Whether objects of a SOP Class can be encoded in a Transfer Syntax at all.

    Encapsulated and referenced ones need Pixel Data (7FE0,0010) in the top level (PS3.5 A.4, A.6); Float and Double
    Float Pixel Data do not do. The flows of PS3.22 have SOP Classes of their own. PS3.5 names no SOP Classes for
    video, so those are judged like images. None if the Transfer Syntax is private, or if the Modules of the SOP Class
    are not known and would matter.
    """
    facts = syntax(transfer_syntax_uid)
    if facts is None:
        return None
    if facts.family is Family.REAL_TIME or sop_class_uid.startswith(_REAL_TIME_SOP_CLASSES):
        return facts.family is Family.REAL_TIME and sop_class_uid.startswith(_REAL_TIME_SOP_CLASSES)
    return carries_pixels(sop_class_uid) if facts.pixel_data_only else True


def carries_pixels(sop_class_uid: str) -> bool | None:
    """Whether the IOD of a SOP Class has Pixel Data (7FE0,0010) in the top level, if only in some objects.

    None where the Modules are not known: private and most retired SOP Classes. Services without IOD give False.
    """
    return _has_module(sop_class_uid, _PIXEL_MODULE)


def is_waveform(sop_class_uid: str) -> bool | None:
    """Whether the IOD of a SOP Class holds waveforms (PS3.3 C.10.9); None as for `carries_pixels`."""
    return _has_module(sop_class_uid, _WAVEFORM_MODULE)


def is_document(sop_class_uid: str) -> bool | None:
    """Whether the IOD of a SOP Class wraps a document: PDF, CDA, STL, OBJ, MTL; None as for `carries_pixels`."""
    return _has_module(sop_class_uid, _DOCUMENT_MODULE)


def has_frames(sop_class_uid: str) -> bool | None:
    """Whether an image of a SOP Class may have several frames (PS3.3 C.7.6.6, C.7.6.16); None as for `carries_pixels`.

    A stream of video in Pixel Data is an image of several frames (PS3.5 8.2.5).
    """
    several = _has_module(sop_class_uid, _FRAMES_MODULE)
    return several or _has_module(sop_class_uid, _FUNCTIONAL_GROUPS)


def is_video(sop_class_uid: str) -> bool:
    """Whether a SOP Class is for video: endoscopic, microscopic or photographic (PS3.3 A.32.5 to A.32.7)."""
    from dcsgen.base.standard import iods

    return (iods.iod_of(sop_class_uid) or "").startswith(_VIDEO_IOD)


def _has_module(sop_class_uid: str, module_key: str) -> bool | None:
    # The facts of IODs are the slow part, and most questions about Transfer Syntaxes do without.
    from dcsgen.base.standard import iods

    iod = iods.iod_of(sop_class_uid)
    if iod is not None:
        # Functional groups have a Module of their own in each IOD: enhanced-ct-image-multi-frame-functional-groups.
        is_group = module_key == _FUNCTIONAL_GROUPS
        keys = [module.key for module in iods.modules_of(iod)]
        return module_key in keys or (is_group and any(key.endswith(f"-{module_key}") for key in keys))
    # Only Storage has objects to send; what else is registered has no Pixel Data, whatever its Modules are.
    registered = uids.by_uid(sop_class_uid)
    known = registered is not None and registered.kind in uids.SOP_CLASSES and not registered.retired
    return False if known and registered is not None and not registered.keyword.endswith("Storage") else None
