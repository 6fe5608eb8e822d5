"""The rule S430: a field that is shorter than the values may be says what becomes of long ones."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.value_representations import by_code
from dcsgen.base.words import Direction
from dcsgen.builtin.rule._mappings import Row, read_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S430",
    slug="too-long-not-stated",
    severity=Severity.WARNING,
    what=(
        "The field of an imported Attribute holds fewer characters than its Value Representation allows, and "
        "`too_long` is not stated."
    ),
    why=(
        "A value that is cut without a word can stand for another one: two plans with the same first twelve characters "
        "of their labels are one plan at the console."
    ),
    instead="State `too_long: rejected` or `too_long: truncated`, or make the field longer.",
    clause="PS3.5 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such field; converted values and closed lists that fit are not looked at."""
    for row in read_rows(capability, Direction.IMPORT):
        known = by_code(row.attribute.vr)
        length = row.attribute.length
        if known is None or known.longest is None or length is None or length >= known.longest or _is_settled(row):
            continue
        message = (
            f"the field of {row.label} has {length} characters, but a value (VR {known.vr}) may have {known.longest}"
        )
        yield KIND.at((*row.path, "length"), message, hint="state `too_long`: truncated or rejected")


def _is_settled(row: Row) -> bool:
    one = row.attribute
    fits = bool(one.values) and all(len(value) <= (one.length or 0) for value in one.values)
    return one.too_long is not None or bool(one.conversion) or fits


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
