"""The rule S541: TLS 1.0 and 1.1 are not negotiated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S541",
    slug="retired-tls-version",
    severity=Severity.ERROR,
    what=("A secure transport negotiates TLS 1.0 or 1.1, and not because its profile, retired itself, demands it."),
    why=(
        "RFC 8996 forbids both. A peer that follows it refuses the connection; one that does not can be talked down "
        "to them."
    ),
    instead="Take the version out and switch it off in the product.",
    clause="RFC 8996 4 and 5, PS3.15 B.12",
)

_RETIRED = ("1.0", "1.1")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each retired version, except where the profile asks for it and is reported as retired."""
    for path, record, facts in transports(capability):
        demanded = facts.tls_versions if facts is not None and facts.retired else ()
        for index, version in enumerate(record.tls_versions):
            if version in _RETIRED and version not in demanded:
                message = f"TLS {version} can be negotiated, which RFC 8996 forbids"
                yield KIND.at((*path, "tls_versions", index), message, hint="switch it off and take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
