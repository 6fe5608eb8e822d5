"""The rule S602: the functional definition of an Application Entity says something."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S602",
    slug="function-not-stated",
    severity=Severity.WARNING,
    what="The `function` of an Application Entity is empty.",
    why=(
        "PS3.2 wants a functional definition of each Application Entity: in general terms, what it does and by which "
        "DICOM services. It is the part that people without knowledge of DICOM read."
    ),
    instead="Say in a few sentences what the Application Entity does, when and with what.",
    clause="PS3.2 A.4.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    for name, entity in capability.application_entities.items():
        if not entity.function.strip():
            message = f"the functional definition of {name} is empty"
            yield KIND.at(("application_entities", name, "function"), message, hint="say what it does")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
