"""The rule S508: an Augmented Application Profile says what it augments."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ProfileKind
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S508",
    slug="augmented-profile-without-base",
    severity=Severity.ERROR,
    what="An Augmented Application Profile has no `base`.",
    why="It is defined as a Standard profile with additions, so without that profile nothing is defined.",
    instead="Name the Standard profile as `base`, or make it a Private profile and describe all of it.",
    clause="PS3.2 7.4.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such profile."""
    for key, profile in capability.application_profiles.items():
        if profile.kind is ProfileKind.AUGMENTED and profile.base is None:
            message = f"the Augmented Application Profile {quoted(key)} does not say what it augments"
            yield KIND.at(("application_profiles", key), message, hint="add `base`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
