"""The rule S233: a SOP Class is made from one of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S233",
    slug="base-sop-class-not-standard",
    severity=Severity.ERROR,
    what="The `base` of a Standard Extended or Specialized SOP Class is itself one that the description defines.",
    why=(
        "PS3.2 lets them be made from a Standard SOP Class only, so that a receiver who knows the standard knows "
        "where to begin."
    ),
    instead="Name the Standard SOP Class from which both are made.",
    clause="PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class."""
    for key, sop_class in capability.sop_classes.items():
        own = sop_class.base is not None and sop_class.base.kind is not SopClassKind.STANDARD
        if own and sop_class.base is not None and sop_class.kind is not SopClassKind.PRIVATE:
            message = f"the SOP Class {quoted(key)} is made from {sop_class.base.name}, which is none of the standard"
            yield KIND.at(("sop_classes", key, "base"), message, hint="name the Standard SOP Class")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
