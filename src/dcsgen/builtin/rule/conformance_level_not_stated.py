"""The rule S330: the provider of storage states its level of conformance."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import is_storage
from dcsgen.builtin.rule._status_lists import is_provider, uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S330",
    slug="conformance-level-not-stated",
    severity=Severity.WARNING,
    what="A storage SCP has no `level_of_conformance`.",
    why=(
        "The level says how much of a received object is kept: a subset that the product chooses (0), all Attributes "
        "of Type 1 and 2 (1), or everything, private Attributes included (2). PS3.4 wants it stated."
    ),
    instead="State the level; with level 0, an `attribute_mapping` shows the subset.",
    clause="PS3.4 B.4.3.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        if is_provider(service) and is_storage(uses[key]) and service.level_of_conformance is None:
            message = f"the storage SCP {quoted(key)} does not state its level of conformance"
            yield KIND.at(("services", key), message, hint="add `level_of_conformance`: 0 local, 1 base, 2 full")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
