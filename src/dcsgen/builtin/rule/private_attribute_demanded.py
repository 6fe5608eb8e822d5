"""The rule S241: an extension of a standard object is no condition."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Direction, SopClassKind, Use
from dcsgen.builtin.rule._mappings import read_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S241",
    slug="private-attribute-demanded",
    severity=Severity.WARNING,
    what=(
        "An import makes a private Attribute `mandatory` in objects of a Standard or Standard Extended SOP Class, and "
        "neither `otherwise` nor a `remark` says what happens without it."
    ),
    why=(
        "What is added to a standard object is of Type 3, so that objects of everybody else lack it. A product that "
        "needs it needs a Specialized or Private SOP Class, which tells peers so by its UID."
    ),
    instead=(
        "Accept objects without the Attribute, say in `otherwise` what happens, or describe a Specialized SOP Class."
    ),
    clause="PS3.2 7.3",
)

OF_STANDARD = (SopClassKind.STANDARD, SopClassKind.STANDARD_EXTENDED)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute that is not said more about."""
    private = capability.private_attributes or {}
    for row in read_rows(capability, Direction.IMPORT):
        iod, one = capability.iods.get(row.mapping.iod), row.attribute
        if iod is None or iod.sop_class.kind not in OF_STANDARD or row.keyword not in private:
            continue
        if one.use is Use.MANDATORY and not (one.otherwise or one.remark):
            what = f"the private Attribute {row.label} is mandatory in the mapping {quoted(row.key)}"
            message = f"{what}, but objects of {iod.sop_class.name} may come without it"
            yield KIND.at(row.path, message, hint="say in `otherwise` what happens if it is absent")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
