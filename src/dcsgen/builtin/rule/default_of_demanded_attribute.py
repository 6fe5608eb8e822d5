"""The rule S429: what must be there needs no default."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.words import Direction, Use
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S429",
    slug="default-of-demanded-attribute",
    severity=Severity.WARNING,
    what="An import makes an Attribute `mandatory` and gives it a `default`.",
    why="The default is for objects without a value, but those are not accepted. A peer cannot know which is true.",
    instead="Call the Attribute `optional`, or take the default out.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such default."""
    for row in rows(capability, Direction.IMPORT):
        if row.attribute.use is Use.MANDATORY and row.attribute.default:
            message = f"{row.label} is mandatory and has a default, which is never used then"
            yield KIND.at((*row.path, "default"), message, hint="write `optional`, or take the default out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
