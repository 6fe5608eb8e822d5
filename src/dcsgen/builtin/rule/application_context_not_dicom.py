"""The rule S112: the Application Context is that of DICOM."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.model.application_entity import DICOM_APPLICATION_CONTEXT
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S112",
    slug="application-context-not-dicom",
    severity=Severity.WARNING,
    what="`application_context` is not `1.2.840.10008.3.1.1.1`.",
    why=(
        "The standard defines this one name. Private ones are allowed, but an acceptor that does not know the name "
        "rejects the Association."
    ),
    instead="Leave the key out, or write the name of the standard.",
    clause="PS3.7 A.2.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each other name."""
    for name, entity in capability.application_entities.items():
        context = entity.association.application_context
        if context != DICOM_APPLICATION_CONTEXT:
            message = f"{name} has the Application Context {context}, which is not that of DICOM"
            path = ("application_entities", name, "association", "application_context")
            yield KIND.at(path, message, hint=f"the one of the standard is {DICOM_APPLICATION_CONTEXT}")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
