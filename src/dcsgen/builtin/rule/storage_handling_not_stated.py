"""The rule S335: the provider of storage says what becomes of the objects."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import is_storage
from dcsgen.builtin.rule._status_lists import is_provider, uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S335",
    slug="storage-handling-not-stated",
    severity=Severity.WARNING,
    what="A storage SCP has no `behaviour`.",
    why=(
        "PS3.4 wants a storage SCP to say how a stored object is accessed and how long it is kept, and which "
        "Attributes it changes or discards. A peer that deletes its own copies has nothing else to go by."
    ),
    instead="Describe where the objects go, how they are found again, when they are deleted, and what is changed.",
    clause="PS3.4 B.4.3.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        if is_provider(service) and is_storage(uses[key]) and not service.behaviour:
            message = f"the storage SCP {quoted(key)} does not say what becomes of the objects"
            yield KIND.at(("services", key), message, hint="add `behaviour`: access, duration of storage, coercion")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
