"""The rule S324: an Application Entity says how many Associations it opens or serves at a time."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._roles import directions
from dcsgen.model import AssociationLimit, Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S324",
    slug="association-limit-not-stated",
    severity=Severity.WARNING,
    what=(
        "An Application Entity opens Associations without `as_initiator`, or accepts them without `as_acceptor`, or "
        "states there neither a number nor a description."
    ),
    why=(
        "PS3.2 wants the number of simultaneous Associations for each role. A peer that opens one too many is "
        "rejected, and only the statement tells whether that is a fault."
    ),
    instead="Give `max_associations` as a number or as `unlimited`, or describe how the number comes about.",
    clause="PS3.2 A.4.2.x.2.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each direction that an Application Entity uses and says nothing about."""
    for name, uses in directions(capability).items():
        association = capability.application_entities[name].association
        for used, step, does, limit in (
            (uses.initiates, "as_initiator", "opens", association.as_initiator),
            (uses.accepts, "as_acceptor", "accepts", association.as_acceptor),
        ):
            if used and _is_silent(limit):
                message = f"{name} {does} Associations, but does not say how many at a time"
                path = ("application_entities", name, "association", step)
                yield KIND.at(path, message, hint=f"add `max_associations` to `{step}`")


def _is_silent(limit: AssociationLimit | None) -> bool:
    return limit is None or (limit.max_associations is None and not limit.description)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
