"""The rule S413: created objects always have a value where PS3.3 wants one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Use
from dcsgen.builtin.rule._mappings import created_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S413",
    slug="type-1-not-always-created",
    severity=Severity.ERROR,
    what="An Attribute of Type 1 is not `mandatory` in the mapping of an object that the product creates.",
    why="An object without a value there violates the standard, and a peer may refuse it.",
    instead="Call it `mandatory` if created objects always have a value; otherwise the product has to be corrected.",
    clause="PS3.5 7.4.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute; what stands in an ignored Sequence does not count."""
    for row in created_rows(capability):
        if row.attribute.type == "1" and row.attribute.use is not Use.MANDATORY:
            message = (
                f"{row.label} has Type 1, but is {row.attribute.use} in objects made by the mapping {quoted(row.key)}"
            )
            yield KIND.at((*row.path, "use"), message, hint="write `mandatory` if there is always a value")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
