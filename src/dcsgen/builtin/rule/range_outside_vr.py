"""The rule S425: the bounds of a range can be values of the Attribute."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.value_representations import by_code, problem_with
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S425",
    slug="range-outside-vr",
    severity=Severity.ERROR,
    what=(
        "A bound of a `range` cannot be a value of the Attribute: a negative number where the Value Representation is "
        "unsigned, a fraction where it is a whole number."
    ),
    why="The bound never decides about anything, so that the range that is meant must be another one.",
    instead="Correct the bound, or leave that end open with `null`.",
    clause="PS3.5 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such bound."""
    for row in rows(capability):
        known = by_code(row.attribute.vr)
        if known is None or not known.number:
            continue
        for index, bound in enumerate(row.attribute.range or ()):
            problem = "" if bound is None else problem_with(known.vr, str(bound))
            if problem:
                message = f"{bound} cannot be a value of {row.label}: with VR {known.vr}, it {problem}"
                yield KIND.at((*row.path, "range", index), message, hint="correct it, or write null for an open end")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
