"""The rule S108: an Implementation Class UID is the vendor's."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uids import DICOM_ROOT, is_under, own_uids
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S108",
    slug="implementation-class-uid-under-dicom-root",
    severity=Severity.ERROR,
    what="An Implementation Class UID begins with `1.2.840.10008`.",
    why=(
        "The implementing organisation registers this UID itself; DICOM assigns none. It was probably copied from a "
        "SOP Class, or from the Application Context."
    ),
    instead="State the Implementation Class UID that the product sends in its Association requests and responses.",
    clause="PS3.7 D.3.3.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such UID."""
    for own in own_uids(capability):
        if own.is_implementation and is_under(own.uid, DICOM_ROOT):
            message = f"{own.what} is {own.uid}, below the root that only DICOM itself may use"
            yield KIND.at(own.path, message, hint="state the UID that the product sends")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
