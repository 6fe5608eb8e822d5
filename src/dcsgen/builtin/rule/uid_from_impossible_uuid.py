"""The rule S102: a UID below 2.25 holds a UUID."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uids import is_under, numbers, own_uids
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S102",
    slug="uid-from-impossible-uuid",
    severity=Severity.ERROR,
    what="The number behind `2.25.` in a UID of the vendor's has more than 128 bits, so it is no UUID.",
    why=(
        "The branch 2.25 needs no registration because its numbers are UUIDs, which are unique by construction. A "
        "number that was made up is not."
    ),
    instead=(
        "Take a UID below the root of your organisation, which PS3.5 recommends for UIDs that belong to the design of "
        "a product; or make a UUID and write it as one decimal number behind `2.25.`, of 39 digits at most."
    ),
    clause="PS3.5 B.2",
)


ROOT = "2.25"


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such UID."""
    for own in own_uids(capability):
        components = numbers(own.uid)
        if is_under(own.uid, ROOT) and len(components) > 2 and components[2] >= 1 << 128:
            message = f"{own.what} has the UID {own.uid}, whose number behind 2.25 is too great for a UUID"
            yield KIND.at(own.path, message, hint="write a UUID as a decimal number, of 39 digits at most")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
