"""The rule S580: each failure reason of Storage Commitment is covered."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import FAILURE_REASONS
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._services import roles_of, some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S580",
    slug="failure-reason-not-covered",
    severity=Severity.WARNING,
    what=(
        "A service states its failure reasons of Storage Commitment, and one of the standard's, or "
        "`other`, is not among them."
    ),
    why=(
        "A reader wants to know for each reason what happens to the object, which may otherwise be "
        "deleted or stay for ever."
    ),
    instead=(
        "Add the reason. A user says what it does with all others under `other`; a provider says that it "
        "never gives it."
    ),
    clause="PS3.2 Tables N.5-15 and N.5-16",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service that lacks some; a user that has `other` covers all."""
    for name, service in capability.services.items():
        stated = service.failure_reasons
        if not stated or "other" in stated:
            continue
        missing = [code for reason in FAILURE_REASONS if (code := f"{reason.code:04X}") not in stated]
        if Role.SCU in roles_of(service):
            missing.append("other")
        if missing:
            message = f"the service {quoted(name)} does not say what happens for the failure reasons {some(missing)}"
            yield KIND.at(("services", name, "failure_reasons"), message, hint="add them")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
