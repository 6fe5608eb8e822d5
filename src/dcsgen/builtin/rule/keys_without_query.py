"""The rule S245: only services that query have keys."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import service_of
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S245",
    slug="keys-without-query",
    severity=Severity.ERROR,
    what="A service has `keys`, and none of its SOP Classes has the DIMSE service C-FIND.",
    why="Keys are those of a C-FIND Identifier. A reader who looks for the query does not find one.",
    instead=("Move the keys to the service that queries; Attributes of other operations stand under `operations`."),
    clause="PS3.7 9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service; a SOP Class that the standard does not know may be one that queries."""
    for name, service in capability.services.items():
        uses = [service_of(sop_class.uid) for sop_class in service.sop_classes]
        if service.keys and all(use is not None and use.dimse and "C-FIND" not in use.dimse for use in uses):
            message = f"the service {quoted(name)} has keys and no query"
            yield KIND.at(("services", name, "keys"), message, hint="move them to the service that queries")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
