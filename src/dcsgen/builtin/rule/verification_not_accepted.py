"""The rule S201: what accepts Associations accepts Verification."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed
from dcsgen.builtin.rule._verification import acceptors
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S201",
    slug="verification-not-accepted",
    severity=Severity.ERROR,
    what=(
        "The product accepts Associations, but none of its Application Entities has a service in which it is SCP of "
        "Verification."
    ),
    why=(
        "PS3.2 demands it of every implementation that accepts Associations. C-ECHO is the first thing that anybody "
        "tries when a connection does not work."
    ),
    instead="Add a service for Verification with the role SCP to each Application Entity that accepts Associations.",
    clause="PS3.2 7.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem for the product, at the first Application Entity that accepts Associations."""
    lacking, others = acceptors(capability)
    if lacking and not others:
        message = f"{listed(lacking, 'and')} accepts Associations, but Verification is nowhere accepted"
        if len(lacking) > 1:
            message = f"{listed(lacking, 'and')} accept Associations, but Verification is nowhere accepted"
        paths = [("application_entities", name) for name in lacking]
        hint = "add a service with `sop_classes: [Verification]` and `role: SCP`"
        yield KIND.at(paths[0], message, hint=hint, related=tuple(paths[1:]))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
