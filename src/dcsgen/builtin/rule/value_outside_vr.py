"""The rule S420: values that a mapping lists can be values of the Attribute."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.value_representations import by_code, problem_with
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability, MappedAttribute
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S420",
    slug="value-outside-vr",
    severity=Severity.ERROR,
    what=(
        "A value that a mapping lists cannot be encoded in the Value Representation of the Attribute: small letters in "
        "a Code String, 17 characters in a Short String, a fraction in an Integer String."
    ),
    why="No conforming peer can send it, and who tests for it will never see a match.",
    instead="Write the value as it stands in the Data Set, not as a screen shows it.",
    clause="PS3.5 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such value."""
    for row in rows(capability):
        for index, value in enumerate(row.attribute.values):
            problem = next(
                filter(None, (problem_with(row.attribute.vr, one) for one in _parts(row.attribute, value))), ""
            )
            if problem:
                message = f"{quoted(value)} cannot be a value of {row.label}: with VR {row.attribute.vr}, it {problem}"
                yield KIND.at((*row.path, "values", index), message, hint="write it as it stands in the Data Set")


def _parts(attribute: MappedAttribute, value: str) -> list[str]:
    """The single values of a text that may stand for several (PS3.5 6.4)."""
    known = by_code(attribute.vr)
    several = known is not None and not known.single and attribute.vm != "1"
    return value.split("\\") if several else [value]


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
