"""The rule S104: private things have private UIDs."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import uids
from dcsgen.builtin.rule._uids import DICOM_ROOT, is_under, own_uids
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S104",
    slug="own-uid-under-dicom-root",
    severity=Severity.ERROR,
    what=(
        "A Specialized or Private SOP Class, or a private Transfer Syntax, has a UID that begins with `1.2.840.10008`."
    ),
    why=(
        "UIDs below that root are given by DICOM alone. A peer that knows the standard takes such a UID for something"
        " else, now or after the next edition."
    ),
    instead=(
        "Give it a UID below the root of your organisation. If the SOP Class is the standard one with additional Type"
        " 3 Attributes, its `kind` is `standard_extended`."
    ),
    clause="PS3.5 9.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such UID; those of implementations are the subject of another rule."""
    for own in own_uids(capability):
        if own.is_implementation or not is_under(own.uid, DICOM_ROOT):
            continue
        registered = uids.by_uid(own.uid)
        message = f"{own.what} has the UID {own.uid}, " + (
            f"which is that of {registered.name}"
            if registered is not None and registered.name
            else "which only DICOM itself may assign"
        )
        yield KIND.at(own.path, message, hint="give it a UID below the root of your organisation")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
