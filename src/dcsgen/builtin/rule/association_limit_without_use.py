"""The rule S325: a number of Associations is stated only for a direction that some service uses."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._roles import directions
from dcsgen.model import AssociationLimit, Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S325",
    slug="association-limit-without-use",
    severity=Severity.WARNING,
    what=(
        "An Application Entity has `max_associations` as initiator although the peer opens the Associations of all its "
        "services, or as acceptor although it opens all of them itself."
    ),
    why="Either the number or the `role` and `initiator` of a service is wrong, and the reader cannot tell which.",
    instead="Take the number out, or correct the service that uses the direction.",
    clause="PS3.2 A.4.2.x.2.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such number; an Application Entity without services is the subject of another rule."""
    for name, uses in directions(capability).items():
        association = capability.application_entities[name].association
        for used, step, does, limit in (
            (uses.initiates, "as_initiator", "opens", association.as_initiator),
            (uses.accepts, "as_acceptor", "accepts", association.as_acceptor),
        ):
            if not used and _has_number(limit):
                message = f"{name} states how many Associations it {does}, but by its services it {does} none"
                path = ("application_entities", name, "association", step, "max_associations")
                yield KIND.at(path, message, hint="take it out, or correct `role` and `initiator` of the service")


def _has_number(limit: AssociationLimit | None) -> bool:
    return limit is not None and limit.max_associations is not None


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
