"""The rule S432: who says what becomes of long values says how long is too long."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S432",
    slug="too-long-without-length",
    severity=Severity.WARNING,
    what="A mapped Attribute has `too_long`, but no `length`.",
    why="The reader learns that long values are truncated or rejected, but not which values are long.",
    instead="Add the `length` of the field, in characters.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute."""
    for row in rows(capability):
        if row.attribute.too_long is not None and row.attribute.length is None:
            message = f"values of {row.label} that are too long are {row.attribute.too_long}, but no length is stated"
            yield KIND.at((*row.path, "too_long"), message, hint="add the `length` of the field")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
