"""The rule S212: retired Service Classes are not offered."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import is_retired, service_of
from dcsgen.base.text import listed, quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S212",
    slug="retired-service-class",
    severity=Severity.WARNING,
    what=(
        "A service belongs to a Service Class that has been retired as a whole: Study Content Notification, Patient, "
        "Study or Results Management, Queue Management."
    ),
    why=(
        "PS3.4 does not describe it any longer, so that nobody who reads the statement can look up what it means; "
        "peers that have it are hard to find."
    ),
    instead=(
        "Take the service out, or describe its successor: Modality Performed Procedure Step, Instance Availability "
        "Notification, Unified Procedure Step."
    ),
    clause="PS3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service, which names the Service Classes."""
    for key, service in capability.services.items():
        uses = [use for one in service.sop_classes if (use := service_of(one.uid)) is not None]
        retired = sorted({use.service_class for use in uses if is_retired(use.service_class)})
        if retired:
            message = f"the service {quoted(key)} is of {listed(retired, 'and')}, which has been retired as a whole"
            yield KIND.at(("services", key, "sop_classes"), message, hint="take it out, or describe its successor")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
