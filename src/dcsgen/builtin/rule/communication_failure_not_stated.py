"""The rule S320: the user of a service says what it does when the communication breaks."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import is_user
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S320",
    slug="communication-failure-not-stated",
    severity=Severity.WARNING,
    what="A service with the role SCU or BOTH has no `communication_failure`.",
    why=(
        "Time-outs and aborted Associations are more frequent than bad status codes. PS3.2 wants the behaviour of the "
        "SCU in a table, because it decides whether a job is repeated or lost."
    ),
    instead="Describe time-out, rejected and aborted Association under `communication_failure`.",
    clause="PS3.2 Table A.4.2-10",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for key, service in capability.services.items():
        if is_user(service) and service.communication_failure is None:
            message = f"the service {quoted(key)} does not say what the SCU does when the communication fails"
            yield KIND.at(("services", key), message, hint="add `communication_failure`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
