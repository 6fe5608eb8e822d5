"""The rule S424: only numbers have a range or a unit."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.value_representations import by_code
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S424",
    slug="range-of-text",
    severity=Severity.ERROR,
    what="A mapping gives a `range` or a `unit` to an Attribute whose Value Representation holds no number.",
    why="A code, a name or a Sequence is not between two numbers; the restriction was meant for another Attribute.",
    instead="List the accepted `values`, or move the range to the Attribute that has the number.",
    clause="PS3.5 6.2",
)

WITH_NUMBERS = frozenset({"AS", "DA", "DT", "TM", "OB", "OD", "OF", "OL", "OV", "OW", "UN"})
"""No numbers themselves, but made of some: an age has a unit, the samples of an image have a range."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such range or unit; Value Representations that depend on others are not looked at."""
    for row in rows(capability):
        known = by_code(row.attribute.vr)
        if known is None or known.number or known.vr in WITH_NUMBERS:
            continue
        for key, there in (("range", row.attribute.range is not None), ("unit", bool(row.attribute.unit))):
            if there:
                message = f"{row.label} has a {key}, but its VR {known.vr} ({known.name}) holds no numbers"
                yield KIND.at((*row.path, key), message, hint=f"take the {key} out, or list `values`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
