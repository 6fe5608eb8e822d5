"""The rule S549: passcodes and assertions travel over a secure transport."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import security_profiles
from dcsgen.base.text import listed
from dcsgen.builtin.rule._security import covered, is_protected
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S549",
    slug="user-identity-without-tls",
    severity=Severity.WARNING,
    what=(
        "User identity with a passcode or a SAML assertion is negotiated for an Application Entity that no secure "
        "transport is for."
    ),
    why="Both stand in the Association request as they are. Who listens on the network can use them.",
    instead=("Add the Secure Transport Connection Profile, or restrict `application_entities` of the user identity."),
    clause="PS3.7 D.3.3.7, PS3.15 B.4 to B.7",
)

_IN_PLAIN_TEXT = {2, 4}
"""User-Identity-Types that carry a secret: user name with passcode, SAML assertion. A Kerberos ticket is encrypted."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each user identity that some Application Entity sends or takes in plain text."""
    for key, use in capability.security.user_identity.items():
        facts = security_profiles.by_id(use.profile.id)
        if facts is None or not _IN_PLAIN_TEXT.intersection(facts.user_identity_types):
            continue
        bare = [name for name in covered(use, capability) if not is_protected(name, capability)]
        if bare:
            message = f"user identity is negotiated for {listed(bare, 'and')} without a secure transport"
            at = ("security", "user_identity", key)
            yield KIND.at(at, message, hint="add a profile under `security.secure_transport`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
