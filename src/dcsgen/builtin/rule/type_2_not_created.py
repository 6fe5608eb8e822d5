"""The rule S414: created objects have the Attributes of Type 2, if only empty ones."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Use
from dcsgen.builtin.rule._mappings import created_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S414",
    slug="type-2-not-created",
    severity=Severity.ERROR,
    what="An Attribute of Type 2 is `ignored` in the mapping of an object that the product creates.",
    why="Type 2 has to be in the object even if nothing is known; only its value may be empty.",
    instead="Call it `optional` and say in a remark when it is empty, or correct the product.",
    clause="PS3.5 7.4.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute; what stands in an ignored Sequence does not count."""
    for row in created_rows(capability):
        if row.attribute.type == "2" and row.attribute.use is Use.IGNORED:
            message = f"{row.label} has Type 2, but is left out of objects made by the mapping {quoted(row.key)}"
            yield KIND.at((*row.path, "use"), message, hint="write `optional` if it is there, with or without a value")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
