"""The rule S453: only what the product creates or passes on is written."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ObjectRole
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S453",
    slug="received-object-written",
    severity=Severity.WARNING,
    what="An applied IOD of received objects says what is written into them.",
    why=("Presence and source are those of a product that writes. What is read stands in an attribute mapping."),
    instead="Correct `role`, or move the Attributes to a mapping.",
    clause="PS3.2 A.9.1.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such applied IOD, at the first thing that is written."""
    for key, iod in capability.iods.items():
        written = [name for name, module in iod.modules.items() if module.attributes or module.common]
        if iod.role is ObjectRole.RECEIVED and written:
            message = f"{quoted(key)} is of objects that are received, and says what is written into {written[0]}"
            yield KIND.at(("iods", key, "modules", written[0]), message, hint="correct `role`, or map the Attributes")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
