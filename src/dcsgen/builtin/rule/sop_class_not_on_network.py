"""The rule S213: services are of SOP Classes that DIMSE has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import why_without_service
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S213",
    slug="sop-class-not-on-network",
    severity=Severity.ERROR,
    what=(
        "A service has a SOP Class that no DIMSE service carries: the directory of a medium (DICOMDIR), or real-time "
        "communication of PS3.22."
    ),
    why="There is no Service Class of PS3.4 in which it could be negotiated on an Association.",
    instead="Take it out. What a product writes on media is no network service.",
    clause="PS3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service."""
    for key, service in capability.services.items():
        strange = [one for one in service.sop_classes if why_without_service(one.uid)]
        if strange:
            names = some([one.name or one.uid for one in strange])
            message = f"the service {quoted(key)} has {names}, not meant for Associations"
            yield KIND.at(("services", key, "sop_classes"), message, hint=why_without_service(strange[0].uid))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
