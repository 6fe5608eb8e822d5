"""The rule S437: the default of an AE-specific mapping is what the attribute mapping says."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._ae_mappings import varied
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S437",
    slug="ae-default-differs",
    severity=Severity.ERROR,
    what="The default of an AE-specific mapping puts an Attribute into another field than the attribute mapping does.",
    why="Two annexes of one document then name two places for the same value, and only one can be right.",
    instead="Correct the field in one of the two mappings.",
    clause="IEC TR 62266 Annex D",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such default; where one of the two names no field, nothing is compared."""
    for one in varied(capability):
        fields = [row.attribute.field for row in one.rows if row.attribute.field]
        default = one.attribute.default.field
        if default and fields and all(set(default) != set(field) for field in fields):
            here, there = listed(default, "and"), listed(fields[0], "and")
            message = (
                f"{one.label} goes to {here} by default, but to {there} in {quoted(one.mapping.attribute_mapping)}"
            )
            related = tuple((*row.path, "field") for row in one.rows)
            path = (*one.path, "default", "field")
            yield KIND.at(path, message, hint="correct one of the two", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
