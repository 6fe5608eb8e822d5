"""The rule S565: LDAP attributes belong to the Application Configuration Management Profile."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import security_profiles
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S565",
    slug="ldap-of-other-profile",
    severity=Severity.ERROR,
    what="LDAP attributes stand with a profile of network addresses or of time.",
    why="Of the System Management Profiles, Application Configuration Management alone has a directory.",
    instead="Move `ldap` to the entry of that profile.",
    clause="PS3.15 H.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such profile; unknown profiles are found elsewhere."""
    for key, use in capability.security.system_management.items():
        profile = security_profiles.by_id(use.profile.id)
        if use.ldap and profile is not None and profile.group != security_profiles.APPLICATION_CONFIGURATION:
            message = f"the {profile.name} has no LDAP attributes"
            yield KIND.at(("security", "system_management", key, "ldap"), message, hint="move them")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
