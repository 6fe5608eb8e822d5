"""The rule S101: UIDs begin with arcs that exist."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uids import numbers, own_uids
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S101",
    slug="uid-outside-registration-tree",
    severity=Severity.ERROR,
    what=(
        "A UID of the vendor's begins with components that no registration authority can have given: the first is "
        "greater than 2, or it is 0 or 1 and the second is greater than 39."
    ),
    why=(
        "The tree of object identifiers has three roots, and the first two have forty branches each. A UID outside of"
        " it was never registered, and some programs cannot even encode it."
    ),
    instead="Take a UID below a root that your organisation has registered.",
    clause="PS3.5 9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such UID."""
    for own in own_uids(capability):
        first, second, *_ = (*numbers(own.uid), 0, 0)
        if first > 2 or (first < 2 and second > 39):
            message = f"{own.what} has the UID {own.uid}, but no UID begins with {first}.{second}"
            yield KIND.at(own.path, message, hint="take a UID below the root of your organisation")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
