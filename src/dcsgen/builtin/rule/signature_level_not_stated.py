"""The rule S331: the provider of storage states what becomes of digital signatures."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import is_storage
from dcsgen.builtin.rule._status_lists import is_provider, uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S331",
    slug="signature-level-not-stated",
    severity=Severity.WARNING,
    what="A storage SCP of level 2 (full) has no `digital_signature_level`.",
    why=(
        "PS3.4 defines three levels for an SCP that stores everything: signatures may get lost (1), are checked and "
        "replaced (2), or stay valid (3). It wants the level stated."
    ),
    instead="State the level; 1 is that of a product that does not care for signatures.",
    clause="PS3.4 B.4.3.2, B.4.1.4",
)

FULL = 2


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        is_full = is_provider(service) and is_storage(uses[key]) and service.level_of_conformance == FULL
        if is_full and service.digital_signature_level is None:
            message = f"the storage SCP {quoted(key)} of level 2 does not state its level of digital signature support"
            yield KIND.at(("services", key), message, hint="add `digital_signature_level`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
