"""The rule S321: what is said about broken communication is complete."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import is_initiator
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S321",
    slug="communication-exception-not-stated",
    severity=Severity.WARNING,
    what=(
        "`communication_failure` of a service leaves an exception out: the time-out, the aborted Association or, if "
        "the product opens the Association, its rejection."
    ),
    why="A table that lacks a line reads as if the case could not happen.",
    instead="Describe the exception, or say that it does not apply.",
    clause="PS3.2 Table A.4.2-10",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each exception that is missing beside others."""
    for key, service in capability.services.items():
        failure = service.communication_failure
        if failure is None:
            continue
        missing = {
            "timeout": not failure.timeout,
            "association_rejected": not failure.association_rejected and is_initiator(service),
            "association_aborted": not failure.association_aborted,
        }
        for exception in (name for name, is_missing in missing.items() if is_missing):
            words = exception.replace("_", " ")
            message = f"the service {quoted(key)} describes communication failure, but not the case {quoted(words)}"
            yield KIND.at(("services", key, "communication_failure", exception), message, hint=f"add `{exception}`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
