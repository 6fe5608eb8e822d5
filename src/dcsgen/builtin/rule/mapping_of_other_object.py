"""The rule S411: a service maps the objects that it has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S411",
    slug="mapping-of-other-object",
    severity=Severity.ERROR,
    what=(
        "The attribute mapping of a service is about another applied IOD than the service refers to, or about a SOP "
        "Class that the service does not have."
    ),
    why="The reader follows the reference and reads the demands on other objects.",
    instead="Refer to the mapping of this applied IOD, or correct the `iod` of the mapping.",
    clause="PS3.2 A.9.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service, at its reference to the mapping."""
    for key, service in capability.services.items():
        mapping = capability.attribute_mappings.get(service.attribute_mapping)
        iod = capability.iods.get(mapping.iod) if mapping is not None else None
        if mapping is None or iod is None:
            continue
        other = service.iod and service.iod != mapping.iod
        if other or all(iod.sop_class.uid != one.uid for one in service.sop_classes):
            whose = f"of {quoted(service.iod)}" if service.iod else "of its SOP Classes"
            message = (
                f"the mapping {quoted(service.attribute_mapping)} of the service {quoted(key)} is for "
                f"{quoted(mapping.iod)}, not for objects {whose}"
            )
            path = ("services", key, "attribute_mapping")
            related = ("attribute_mappings", service.attribute_mapping, "iod")
            yield KIND.at(path, message, hint="refer to the mapping of these objects", related=(related,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
