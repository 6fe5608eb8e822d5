"""The rule S607: the order of Real-World Activities is shown."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S607",
    slug="sequencing-not-stated",
    severity=Severity.NOTE,
    what="A description has services, but no `sequences`.",
    why=(
        "PS3.2 wants the order of Real-World Activities described if there is one, and strongly recommends sequence "
        "diagrams: who waits for whom, what comes on which Association, where a person has to act."
    ),
    instead="Add a sequence for each task that takes more than one message, or write `sequences: none`.",
    clause="PS3.2 A.4.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem if there are services and no sequences."""
    if capability.services and capability.sequences is None:
        yield KIND.at(("sequences",), "no sequence of Real-World Activities is described", hint="add `sequences`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
