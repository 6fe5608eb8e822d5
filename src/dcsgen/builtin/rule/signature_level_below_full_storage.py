"""The rule S333: signatures can be kept or replaced only where everything is stored."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S333",
    slug="signature-level-below-full-storage",
    severity=Severity.ERROR,
    what="`digital_signature_level` is 2 or 3 although `level_of_conformance` is 0 or 1.",
    why=(
        "PS3.4 defines the levels of digital signature support for an SCP of level 2. One that discards Attributes "
        "breaks the signatures over them."
    ),
    instead="Correct one of the levels.",
    clause="PS3.4 B.4.1.4",
)

FULL = 2


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for key, service in capability.services.items():
        level, signatures = service.level_of_conformance, service.digital_signature_level
        if level is not None and level < FULL and signatures is not None and signatures > 1:
            message = (
                f"the service {quoted(key)} has digital signature level {signatures}, "
                f"but does not store all Attributes (level of conformance {level})"
            )
            related = (("services", key, "level_of_conformance"),)
            path = ("services", key, "digital_signature_level")
            yield KIND.at(path, message, hint="correct one of the levels", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
