"""The rule S229: a product has a SOP Class of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S229",
    slug="only-own-sop-classes",
    severity=Severity.ERROR,
    what="All SOP Classes of the services are Specialized or Private.",
    why=(
        "A product that claims DICOM conformance has at least one Standard or Standard Extended SOP Class; "
        "Verification is one."
    ),
    instead="Describe a service for a SOP Class of the standard, such as Verification.",
    clause="PS3.2 7.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem for the product, if it has services at all."""
    kinds = {one.kind for service in capability.services.values() for one in service.sop_classes}
    if kinds and kinds <= {SopClassKind.SPECIALIZED, SopClassKind.PRIVATE}:
        message = "no service has a SOP Class of the standard"
        yield KIND.at(("services",), message, hint="add a service, at least one for Verification")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
