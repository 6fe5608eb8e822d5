"""The rule S551: audit messages are sent over TLS."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S551",
    slug="audit-trail-in-plain-text",
    severity=Severity.NOTE,
    what="The only profile for the transmission of audit messages is SYSLOG-UDP.",
    why="Messages can be read, altered and lost on their way, and nobody notices.",
    instead="Support SYSLOG-TLS (A.6) too, or say in `description` what protects the network.",
    clause="PS3.15 A.6, A.7",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for the UDP profile if that over TLS is missing."""
    trails = {use.profile.id: key for key, use in capability.security.audit_trail.items()}
    if "audit-trail-syslog-udp" in trails and "audit-trail-syslog-tls" not in trails:
        path = ("security", "audit_trail", trails["audit-trail-syslog-udp"])
        yield KIND.at(path, "audit messages are sent over UDP only", hint="support SYSLOG-TLS (A.6) too")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
