"""The rule S232: a Specialized SOP Class names the one it is made from."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S232",
    slug="base-sop-class-not-stated",
    severity=Severity.ERROR,
    what="A SOP Class of `kind: specialized` has no `base`.",
    why=(
        "PS3.2 demands the identity of the Standard SOP Class that is specialized. It tells a reader what the objects "
        "are; by the UID of the vendor alone nobody can know."
    ),
    instead="Add `base`, or write `kind: private` if it is made from none.",
    clause="PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class; the UID of a Standard Extended one tells what it is made from."""
    for key, sop_class in capability.sop_classes.items():
        if sop_class.kind is SopClassKind.SPECIALIZED and sop_class.base is None:
            message = f"the Specialized SOP Class {quoted(key)} does not say what it is made from"
            yield KIND.at(("sop_classes", key), message, hint="add `base`, or write `kind: private`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
