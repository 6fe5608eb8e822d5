"""The rule S554: options belong to the profile."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import security_profiles
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S554",
    slug="option-of-other-profile",
    severity=Severity.ERROR,
    what="A de-identification names an option as its profile, or a profile as one of its options.",
    why="An option only changes what its profile does, so that by itself it says nothing.",
    instead=(
        "Name the Basic Application Level Confidentiality Profile as `profile`, and what goes with it under `options`."
    ),
    clause="PS3.15 E.2, E.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each option in the place of a profile, and for each wrong option."""
    for key, use in capability.security.de_identification.items():
        path = ("security", "de_identification", key)
        profile = security_profiles.by_id(use.profile.id)
        if profile is not None and profile.option_of:
            yield KIND.at((*path, "profile"), f"the {profile.name} is no profile", hint="move it to `options`")
            continue
        for index, used in enumerate(use.options):
            option = security_profiles.by_id(used.id)
            if profile is not None and option is not None and option.option_of != profile.id:
                message = f"the {option.name} is no option of the {profile.name}"
                yield KIND.at((*path, "options", index), message, hint="take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
