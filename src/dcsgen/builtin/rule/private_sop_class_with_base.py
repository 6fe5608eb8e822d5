"""The rule S235: a SOP Class with a base is not called private."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S235",
    slug="private-sop-class-with-base",
    severity=Severity.WARNING,
    what="A SOP Class of `kind: private` has a `base`.",
    why=(
        "With all that its base has it is a Specialized SOP Class, and a reader may treat its objects like those of "
        "the base. Without that it is private, and the base promises too much."
    ),
    instead="Write `kind: specialized`, or take `base` out.",
    clause="PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class."""
    for key, sop_class in capability.sop_classes.items():
        if sop_class.kind is SopClassKind.PRIVATE and sop_class.base is not None:
            message = f"the SOP Class {quoted(key)} is called private, but is made from {sop_class.base.name}"
            yield KIND.at(("sop_classes", key, "kind"), message, hint="write `specialized`, or take `base` out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
