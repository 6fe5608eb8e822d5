"""The rule S564: it is stated what happens with other character sets."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S564",
    slug="unsupported-character-set-not-stated",
    severity=Severity.WARNING,
    what=(
        "Extended character sets are supported, and neither `unsupported` nor `description` says what happens with an "
        "object in another one."
    ),
    why=(
        "PS3.2 demands it. Names that come out wrong are a danger to patients, refused objects a trouble for the "
        "sender; which of the two it is must be known."
    ),
    instead="Add `unsupported`: refused, shown with replacements, or kept as it is.",
    clause="PS3.2 A.7",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem, if character sets are stated and nothing about others."""
    stated = capability.character_sets
    if stated.supported and not stated.unsupported and not stated.description:
        message = "what happens with objects in other character sets is not stated"
        yield KIND.at(("character_sets",), message, hint="add `unsupported`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
