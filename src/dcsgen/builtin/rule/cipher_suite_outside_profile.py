"""The rule S544: the profile admits the cipher suites."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S544",
    slug="cipher-suite-outside-profile",
    severity=Severity.ERROR,
    what=(
        "A secure transport negotiates a cipher suite under a profile of PS3.15 that admits its own list and no "
        "other, such as the Extended BCP 195 TLS Profile."
    ),
    why=("A product that negotiates others does not follow the profile, which is chosen just to keep others out."),
    instead="Take the cipher suite out, or state the profile that is supported in truth.",
    clause="PS3.15 B.11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each suite that is not on the list of a profile which admits no other."""
    for path, record, facts in transports(capability):
        if facts is None or not facts.only_these_suites:
            continue
        admitted = {*facts.required_suites, *facts.optional_suites}
        for index, suite in enumerate(record.cipher_suites):
            if suite not in admitted:
                at = (*path, "cipher_suites", index)
                message = f"the {facts.name} does not admit {suite}"
                yield KIND.at(at, message, hint="take it out, or state another profile", subject=suite)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
