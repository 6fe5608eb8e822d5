"""The rule S412: the AE-specific mapping of a service varies the mapping of that service."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S412",
    slug="ae-mapping-of-other-mapping",
    severity=Severity.ERROR,
    what="The AE-specific mapping of a service varies another attribute mapping than the one of the service.",
    why="The differences between peers are then printed for Attributes that this service does not map.",
    instead="Refer to the AE-specific mapping that belongs to the mapping of the service.",
    clause="IEC TR 62266 Annex D",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service, at its reference; a service without a mapping of its own is not looked at."""
    for key, service in capability.services.items():
        varying = capability.ae_mappings.get(service.ae_mapping)
        if varying is not None and service.attribute_mapping not in ("", varying.attribute_mapping):
            message = (
                f"the AE-specific mapping {quoted(service.ae_mapping)} of the service {quoted(key)} varies "
                f"{quoted(varying.attribute_mapping)}, not {quoted(service.attribute_mapping)}"
            )
            path = ("services", key, "ae_mapping")
            related = ("ae_mappings", service.ae_mapping, "attribute_mapping")
            yield KIND.at(
                path, message, hint="refer to the one that varies the mapping of the service", related=(related,)
            )


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
