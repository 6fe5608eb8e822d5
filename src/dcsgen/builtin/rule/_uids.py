"""The UIDs that a vendor has made himself, where they stand in a description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability
from dcsgen.plugin import Path

DICOM_ROOT = "1.2.840.10008"
"""The root of the UIDs that DICOM itself assigns (PS3.5 Annex C, PS3.6 Annex A)."""


class OwnUid(NamedTuple):
    """A UID of the vendor's. `what` names the thing that it identifies, for a message."""

    path: Path
    what: str
    uid: str
    is_implementation: bool = False


def own_uids(capability: Capability) -> Iterator[OwnUid]:
    """Implementation Class UIDs, then those of Specialized and Private SOP Classes and private Transfer Syntaxes.

    A Standard Extended SOP Class has the UID of the standard, so it is not among them.
    """
    for name, entity in capability.application_entities.items():
        if uid := entity.association.implementation_class_uid:
            path: Path = ("application_entities", name, "association", "implementation_class_uid")
            yield OwnUid(path, f"the Implementation Class UID of {name}", uid, is_implementation=True)
    for key, sop_class in capability.sop_classes.items():
        if sop_class.kind is not SopClassKind.STANDARD_EXTENDED:
            yield OwnUid(("sop_classes", key, "uid"), f"the SOP Class {quoted(key)}", sop_class.uid)
    for key, syntax in capability.transfer_syntaxes.items():
        yield OwnUid(("transfer_syntaxes", key, "uid"), f"the Transfer Syntax {quoted(key)}", syntax.uid)


def numbers(uid: str) -> tuple[int, ...]:
    """The components of a UID; none if it is not made of numbers, as may be in a draft that nobody has checked."""
    parts = uid.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else ()


def is_under(uid: str, root: str) -> bool:
    """Whether a UID is a root, or begins with its components."""
    return uid == root or uid.startswith(f"{root}.")
