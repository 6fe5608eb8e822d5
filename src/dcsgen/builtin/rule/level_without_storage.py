"""The rule S332: levels of conformance are stated for providers of storage only."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import is_storage
from dcsgen.builtin.rule._status_lists import is_provider, uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S332",
    slug="level-without-storage",
    severity=Severity.WARNING,
    what=(
        "`level_of_conformance` or `digital_signature_level` stands at a service that is no SCP of the Storage "
        "Service Class."
    ),
    why=(
        "PS3.4 defines the levels for storage SCPs. Anywhere else the number has no meaning, and the document prints "
        "it."
    ),
    instead="Take it out, or put it to the service that stores the objects.",
    clause="PS3.4 B.4.1",
)

LEVELS = ("level_of_conformance", "digital_signature_level")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such level; services of private SOP Classes are left alone."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        if is_provider(service) and (is_storage(uses[key]) or not uses[key]):
            continue
        for level in LEVELS:
            if getattr(service, level) is not None:
                message = f"the service {quoted(key)} has a {level.replace('_', ' ')}, but is no storage SCP"
                yield KIND.at(("services", key, level), message, hint="take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
