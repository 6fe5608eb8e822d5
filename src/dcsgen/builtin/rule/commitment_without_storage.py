"""The rule S224: Storage Commitment is about objects that are stored."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._placed import placed
from dcsgen.builtin.rule._reports import COMMITMENT, is_of
from dcsgen.builtin.rule._services import may_store, origins, roles_of
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S224",
    slug="commitment-without-storage",
    severity=Severity.WARNING,
    what="The product is SCU of Storage Commitment, but not of Storage, or SCP of the one and not of the other.",
    why=(
        "Commitment is asked for objects that were sent, and given for objects that were received. A reader misses "
        "the service by which they come, or the role is the wrong one."
    ),
    instead="Describe the service for the storage SOP Classes, or correct the role.",
    clause="PS3.4 J.1, J.3.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service and role; another Application Entity of the product may store."""
    made_from = origins(capability)
    storing = {role for one in capability.services.values() if may_store(one, made_from) for role in roles_of(one)}
    committing = dict.fromkeys((one.key, one.role) for one in placed(capability) if is_of(one.uid, COMMITMENT))
    for key, role in committing:
        if role not in storing:
            message = f"the service {quoted(key)} is {role} of Storage Commitment, but nothing is {role} of Storage"
            hint = "add a service with the storage SOP Classes, or correct the role"
            yield KIND.at(("services", key), message, hint=hint, subject=role.value)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
