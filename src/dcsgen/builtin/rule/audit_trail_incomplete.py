"""The rule S550: audit messages have a format and a way."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S550",
    slug="audit-trail-incomplete",
    severity=Severity.WARNING,
    what=(
        "The audit trail has the Audit Trail Message Format Profile without one of the profiles for its transmission, "
        "or the other way round."
    ),
    why=(
        "The two are made for each other: a message that is not sent helps nobody, and a way without messages is none."
    ),
    instead="Add the other profile: A.5 is the format, A.6 syslog over TLS, A.7 syslog over UDP.",
    clause="PS3.15 A.5, A.6, A.7",
)

_FORMAT = "audit-trail-message-format"
_WAYS = frozenset({"audit-trail-syslog-tls", "audit-trail-syslog-udp"})


def find(capability: Capability) -> Iterator[Problem]:
    """One problem, at the first audit trail record, if half of it is missing."""
    trails = {key: use.profile.id for key, use in capability.security.audit_trail.items()}
    known = [key for key, profile in trails.items() if profile == _FORMAT or profile in _WAYS]
    has_format, has_way = _FORMAT in trails.values(), bool(_WAYS.intersection(trails.values()))
    if known and has_format != has_way:
        missing = "does not say how messages are sent" if has_format else "does not say in which format messages are"
        hint = "add SYSLOG-TLS (A.6)" if has_format else "add the Audit Trail Message Format Profile (A.5)"
        yield KIND.at(("security", "audit_trail", known[0]), f"the audit trail {missing}", hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
