"""The rule S249: limits of objects stand with a provider of storage."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._services import may_store, origins
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S249",
    slug="limit-outside-storage",
    severity=Severity.WARNING,
    what="`limits` stand with a service that is no storage SCP.",
    why="They say what a receiver of objects keeps; with another service they are read by nobody, or misunderstood.",
    instead="Move them to the storage service of role SCP, or write them into `behaviour`.",
    clause="PS3.2 N.5.2.5.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service with limits that stores nothing it receives."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        if service.limits and (service.role is Role.SCU or not may_store(service, made_from)):
            message = f"{quoted(key)} is no storage SCP and has limits of objects"
            yield KIND.at(("services", key, "limits"), message, hint="move them to the storage SCP")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
