"""The rule S601: an Application Entity has a service."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uses import entities_in_use
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S601",
    slug="application-entity-without-service",
    severity=Severity.WARNING,
    what="No service refers to an Application Entity, be it over DIMSE, on media, over the web or as real-time video.",
    why=(
        "Its chapter of the statement has no SOP Classes and no Presentation Contexts, so a reader cannot tell why it "
        "is there. Often the service refers to another Application Entity by mistake."
    ),
    instead="Describe what it does under `services`, `media` or `web_services`, or take the Application Entity out.",
    clause="PS3.2 A.4.2.x.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    used = entities_in_use(capability)
    for name in capability.application_entities:
        if name not in used:
            message = f"the Application Entity {name} has no service"
            yield KIND.at(("application_entities", name), message, hint="add a service, or take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
