"""The rule S230: a service is described once."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._pairs import pairs
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S230",
    slug="sop-class-repeated",
    severity=Severity.WARNING,
    what=(
        "Two services of an Application Entity have the same SOP Class in the same role, with the same Real-World "
        "Activities and the same Transfer Syntaxes."
    ),
    why="Which of them holds, and whose status codes and texts apply, nobody can tell.",
    instead="Join the services, or give them the activities by which they differ.",
    clause="PS3.2 A.4.2.x.3, A.4.2.x.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each pair of services; those with other Transfer Syntaxes are the subject of another rule."""
    for pair in pairs(capability):
        if pair.same_activities and pair.same_transfer_syntaxes:
            message = f"the service {quoted(pair.second)} has {some(pair.names)}, as {quoted(pair.first)} has already"
            first = ("services", pair.first, "sop_classes")
            path = ("services", pair.second, "sop_classes")
            hint = "join them, or name the activities by which they differ"
            yield KIND.at(path, message, hint=hint, related=(first,), subject=pair.first)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
