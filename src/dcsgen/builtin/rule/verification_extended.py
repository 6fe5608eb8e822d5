"""The rule S236: Verification is neither extended nor specialized."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.builtin.rule._verification import VERIFICATION
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S236",
    slug="verification-extended",
    severity=Severity.ERROR,
    what="A Standard Extended or Specialized SOP Class is made from Verification.",
    why=(
        "Verification has no objects to which anything could be added, and PS3.4 excludes Specialized SOP Classes for "
        "it."
    ),
    instead="Use Verification as it is. A service of your own is a Private SOP Class.",
    clause="PS3.4 A.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class."""
    for key, sop_class in capability.sop_classes.items():
        made_from = sop_class.base.uid if sop_class.base is not None else sop_class.uid
        if made_from == VERIFICATION and sop_class.kind is not SopClassKind.PRIVATE:
            message = f"the SOP Class {quoted(key)} is made from Verification, which cannot be extended"
            yield KIND.at(("sop_classes", key), message, hint="use `Verification` itself")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
