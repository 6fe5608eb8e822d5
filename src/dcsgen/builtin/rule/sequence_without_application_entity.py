"""The rule S609: an Application Entity of the product takes part in each sequence."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S609",
    slug="sequence-without-application-entity",
    severity=Severity.WARNING,
    what="No step of a sequence starts or ends at an Application Entity of the product.",
    why="The statement is about the product. A sequence in which it has no part says nothing about its communication.",
    instead="Name the Application Entity in the steps that it takes part in, or take the sequence out.",
    clause="PS3.2 A.4.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such sequence."""
    entities = capability.application_entities
    for key, sequence in (capability.sequences or {}).items():
        if not any(step.source in entities or step.target in entities for step in sequence.steps):
            message = f"no Application Entity takes part in the sequence {quoted(key)}"
            yield KIND.at(("sequences", key), message, hint="name an Application Entity in its steps")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
