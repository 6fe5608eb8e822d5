"""The rule S240: outstanding operations are stated for a role that the product has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.words import Role
from dcsgen.builtin.rule._services import by_entity, roles_of
from dcsgen.builtin.rule._status_lists import uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S240",
    slug="asynchronous-window-without-use",
    severity=Severity.WARNING,
    what=(
        "`asynchronous_window` lets an Application Entity have several operations outstanding that it invokes, "
        "although it is SCU of nothing, or several that it performs, although it is SCP of nothing. Notifications "
        "count: an SCP invokes them, and an SCU performs them."
    ),
    why="Either the two numbers have been mixed up, or a service is missing.",
    instead="Write 1 for what does not happen, or correct the roles of the services.",
    clause="PS3.7 D.3.3.3",
)

NOTIFICATION = "N-EVENT-REPORT"
SYNCHRONOUS = 1


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such number; Application Entities with services that are not known are left alone."""
    uses = uses_by_service(capability)
    for name, services in by_entity(capability).items():
        entity = capability.application_entities.get(name)
        window = entity.association.asynchronous_window if entity is not None else None
        if window is None or not all(uses[key] for key, _ in services):
            continue
        roles = {role for _, service in services for role in roles_of(service)}
        notifies = any(NOTIFICATION in use.dimse for key, _ in services for use in uses[key])
        for number, role, key in ((window.invoked, Role.SCU, "invoked"), (window.performed, Role.SCP, "performed")):
            if number != SYNCHRONOUS and role not in roles and not notifies:
                message = f"{name} has {_many(number)} operations {key} at a time, but is {role} of nothing"
                path = ("application_entities", name, "association", "asynchronous_window", key)
                yield KIND.at(path, message, hint="write 1, or correct the roles of the services")


def _many(number: int) -> str:
    return str(number) if number else "any number of"


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
