"""The rule S119: PDU lengths are in bytes, and of a usual size."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S119",
    slug="very-small-pdu",
    severity=Severity.WARNING,
    what="A maximum PDU length is less than 4096 bytes, and is not 0.",
    why=(
        "The number is in bytes. An image is cut into thousands of PDUs with so small a length, and toolkits such as "
        "DCMTK do not let one be set below 4096. Often somebody wrote kilobytes."
    ),
    instead="Write the length in bytes, such as 16384 for 16 KB; 0 means that there is no limit.",
    clause="PS3.8 D.1",
)


SMALLEST_USUAL = 4096


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such length."""
    for name, entity in capability.application_entities.items():
        for key in ("max_pdu_received", "max_pdu_sent"):
            length: int | None = getattr(entity.association, key)
            if length is not None and 0 < length < SMALLEST_USUAL:
                message = f"{name} has a maximum PDU length of {length} bytes, less than {SMALLEST_USUAL}"
                hint = "the number is in bytes, not in kilobytes; 0 is unlimited"
                yield KIND.at(("application_entities", name, "association", key), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
