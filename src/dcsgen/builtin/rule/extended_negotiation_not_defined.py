"""The rule S216: extended negotiation is stated where the service has some."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import without_extended_negotiation
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._denials import affirms
from dcsgen.builtin.rule._status_lists import uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S216",
    slug="extended-negotiation-not-defined",
    severity=Severity.WARNING,
    what=(
        "`extended_negotiation` says that something is negotiated for a service that has nothing to negotiate: "
        "Verification, Modality Performed Procedure Step, Storage Commitment, Print, Media Creation."
    ),
    why="PS3.4 excludes SOP Class Extended Negotiation for these Service Classes, so a peer cannot understand it.",
    instead="Write `extended_negotiation: None`. What is said about roles belongs to `role_selection`.",
    clause="PS3.4 A.5, F.2.1, H.5, J.2.1, S.2.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service all of whose SOP Classes are of such a Service Class."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        classes = sorted({use.service_class for use in uses[key]})
        clauses = [without_extended_negotiation(name) for name in classes]
        if classes and all(clauses) and affirms(service.extended_negotiation):
            which = listed(classes, "and")
            message = f"the service {quoted(key)} has extended negotiation, but there is none for {which}"
            path = ("services", key, "extended_negotiation")
            yield KIND.at(path, message, hint=f"write `None`; see {listed(clauses, 'and')}")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
