"""The rule S410: the objects of a service are of one of its SOP Classes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S410",
    slug="object-of-other-sop-class",
    severity=Severity.ERROR,
    what="A service refers to an applied IOD whose SOP Class it does not have.",
    why="The annex is about objects that this service never carries.",
    instead="Refer to the right applied IOD, or add the SOP Class to the service.",
    clause="PS3.2 A.9.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service, at its reference."""
    for key, service in capability.services.items():
        iod = capability.iods.get(service.iod)
        if iod is not None and all(iod.sop_class.uid != one.uid for one in service.sop_classes):
            message = f"the service {quoted(key)} does not have {iod.sop_class.name}, of which {quoted(service.iod)} is"
            yield KIND.at(("services", key, "iod"), message, hint="correct the reference, or add the SOP Class")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
