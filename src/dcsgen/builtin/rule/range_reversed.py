"""The rule S423: a range goes from the lowest value to the highest."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S423",
    slug="range-reversed",
    severity=Severity.ERROR,
    what="The `range` of a mapped Attribute has a lowest value above its highest.",
    why="No value lies in it, so that taken literally everything is refused.",
    instead="Swap the two numbers. A range that goes over 360° is written in words, as a `constraint`.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such range."""
    for row in rows(capability):
        low, high = row.attribute.range or (None, None)
        if low is not None and high is not None and low > high:
            message = f"the range of {row.label} goes from {low} down to {high}"
            yield KIND.at((*row.path, "range"), message, hint=f"write [{high}, {low}]")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
