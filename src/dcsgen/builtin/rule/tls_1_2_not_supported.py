"""The rule S542: TLS 1.2 is among the versions."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S542",
    slug="tls-1-2-not-supported",
    severity=Severity.WARNING,
    what=("A secure transport under a current profile states its TLS versions, and TLS 1.2 is not among them."),
    why=(
        "RFC 9325, which the profile is built on, demands TLS 1.2 of everybody and recommends TLS 1.3 besides; many "
        "peers have only the former."
    ),
    instead="Support TLS 1.2 too, or say in `description` that it is left out and accept the finding.",
    clause="RFC 9325 3.1.1, PS3.15 B.12",
)

_PROFILE = "bcp-195-rfc-8996-9325-tls"


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such transport that has a current version only."""
    for path, record, _ in transports(capability):
        if record.profile.id == _PROFILE and set(record.tls_versions) == {"1.3"}:
            yield KIND.at((*path, "tls_versions"), "only TLS 1.3 can be negotiated", hint="support TLS 1.2 too")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
