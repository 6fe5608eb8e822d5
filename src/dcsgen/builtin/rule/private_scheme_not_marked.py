"""The rule S454: a private coding scheme begins with 99."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import ValueSet
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S454",
    slug="private-scheme-not-marked",
    severity=Severity.WARNING,
    what=(
        "A private code whose Coding Scheme Designator does not begin with 99, or a scheme so marked in a"
        " group of the standard's codes."
    ),
    why=(
        "PS3.3 keeps designators that begin with 99 for private schemes. Another one may be somebody "
        "else's, now or later."
    ),
    instead="Put 99 before the designator.",
    clause="PS3.3 8.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such designator."""
    for key, group in (capability.context_groups or {}).items():
        at = ("context_groups", key, "coding_schemes")
        for index, scheme in enumerate(group.coding_schemes):
            if group.value_set is ValueSet.STANDARD and scheme.startswith("99"):
                message = f"{quoted(key)} is of the standard's codes, and {scheme} is a private scheme"
                yield KIND.at((*at, index), message, hint="write `value_set: extended` or `private`")
            elif group.value_set is ValueSet.PRIVATE and not scheme.startswith("99"):
                message = f"{quoted(key)} is of private codes, and {scheme} is not marked as private"
                yield KIND.at((*at, index), message, hint=f"write 99{scheme}, or `value_set: extended`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
