"""The rule S506: an own Application Profile does not look like a Standard one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._media import STANDARD_PREFIXES
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S506",
    slug="own-profile-under-standard-name",
    severity=Severity.ERROR,
    what=(
        "The identifier of an entry under `application_profiles` begins with STD-, or with APL-, which PS3.11 once "
        "had for it, or it is that of a Standard profile."
    ),
    why=(
        "Who reads it on a disc or in the statement takes it for a profile of PS3.11 and expects what that profile has."
    ),
    instead="Begin the identifier of an Augmented profile with AUG- and that of a Private one with PRI-.",
    clause="PS3.2 7.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such identifier."""
    for key in capability.application_profiles:
        if key.upper().startswith(STANDARD_PREFIXES):
            message = f"the own Application Profile {quoted(key)} has the prefix of a Standard one"
            hint = "begin it with AUG- or PRI-"
            yield Problem(kind=KIND, path=("application_profiles", key), message=message, hint=hint, on_key=True)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
