"""The rule S120: the maximum PDU length is stated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._services import used_policies
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S120",
    slug="pdu-length-not-stated",
    severity=Severity.NOTE,
    what="An Application Entity with services has no `max_pdu_received`.",
    why=(
        "Every implementation sends this length when an Association is established. It explains the speed of a "
        "transfer, and why a peer sends in smaller pieces."
    ),
    instead="Add `association.max_pdu_received`; 0 means that there is no limit.",
    clause="PS3.2 A.4.2.x.2.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    for name, policy in used_policies(capability):
        if policy.max_pdu_received is None:
            message = f"{name} does not state the largest PDU that it receives"
            hint = "add `association.max_pdu_received`, in bytes"
            yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
