"""The rule S540: no security profile is retired."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import security_profiles
from dcsgen.base.text import listed
from dcsgen.builtin.rule._security import supported
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S540",
    slug="retired-security-profile",
    severity=Severity.WARNING,
    what=(
        "A profile under `security` has been retired from PS3.15, such as Basic TLS (B.1), ISCL (B.2), AES TLS (B.3) "
        "or the TLS profiles before RFC 9325 (B.9, B.10, B.11)."
    ),
    why=(
        "Retired profiles allow what is no longer held to be safe, and a hospital's security officer will ask for the "
        "current one."
    ),
    instead=(
        "Support the profile that took its place, or say in `description` why the old one is still there and accept "
        "the finding."
    ),
    clause="PS3.15",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each profile that is retired."""
    for path, _, record, facts in supported(capability):
        if facts is not None and facts.retired:
            newer = (security_profiles.by_id(each) for each in facts.replaced_by)
            names = [f"{profile.name} ({profile.clause})" for profile in newer if profile and not profile.retired]
            message = f"the {record.profile.name} ({record.profile.clause}) is retired"
            hint = f"support the {listed(names, 'or')}" if names else "support a profile in force"
            yield KIND.at((*path, "profile"), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
