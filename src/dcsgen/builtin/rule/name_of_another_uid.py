"""The rule S106: name and UID of an own SOP Class or Transfer Syntax agree."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import uids
from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability, ExtendedSopClass, PrivateTransferSyntax
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S106",
    slug="name-of-another-uid",
    severity=Severity.WARNING,
    what=(
        "A SOP Class or Transfer Syntax that the description defines has a name that the standard gives to another UID."
    ),
    why=(
        "Tables print the name, machines negotiate the UID. A reader would plan with an object that the product does "
        "not exchange."
    ),
    instead="Correct the UID if the standard one is meant; otherwise take a name that cannot be mistaken for it.",
    clause="PS3.6 Annex A",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each name that belongs to another UID."""
    for collection, records, kinds in (
        ("sop_classes", capability.sop_classes, uids.SOP_CLASSES),
        ("transfer_syntaxes", capability.transfer_syntaxes, uids.TRANSFER_SYNTAXES),
    ):
        for key, record in records.items():
            named = uids.find(record.name, kinds)
            if named is not None and named.uid != record.uid and not _is_told_by_base(record, named.uid):
                message = f"{quoted(key)} is called {quoted(record.name)}, which is {named.uid} and not {record.uid}"
                yield KIND.at((collection, key, "name"), message, hint="correct the UID, or take another name")


def _is_told_by_base(record: ExtendedSopClass | PrivateTransferSyntax, uid: str) -> bool:
    # That an extended SOP Class does not have the UID of its base is the subject of another rule.
    if not isinstance(record, ExtendedSopClass) or record.kind is not SopClassKind.STANDARD_EXTENDED:
        return False
    return record.base is not None and record.base.uid == uid


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
