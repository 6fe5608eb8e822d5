"""The rule S202: each Application Entity that accepts Associations accepts Verification."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed
from dcsgen.builtin.rule._verification import acceptors
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S202",
    slug="verification-accepted-elsewhere",
    severity=Severity.WARNING,
    what="An Application Entity accepts Associations, but only another one of the product is SCP of Verification.",
    why=(
        "A successful C-ECHO to the other one says nothing about this one. PS3.2 makes Verification a duty of whoever "
        "accepts Associations."
    ),
    instead="Add a service for Verification with the role SCP, also to this Application Entity.",
    clause="PS3.2 7.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity; a product without Verification is the subject of another rule."""
    lacking, others = acceptors(capability)
    for name in lacking if others else ():
        message = f"{name} accepts Associations, but not Verification, which {listed(others, 'and')} has"
        hint = "add a service with `sop_classes: [Verification]` and `role: SCP`"
        yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
