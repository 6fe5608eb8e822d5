"""The rule S220: who answers C-MOVE sends by C-STORE."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._retrieval import MOVE, without_storage
from dcsgen.builtin.rule._roles import is_initiator
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S220",
    slug="move-provider-without-storage",
    severity=Severity.ERROR,
    what="The product is SCP of C-MOVE, but none of its Application Entities opens Associations as SCU of Storage.",
    why=(
        "An SCP of C-MOVE sends the objects to their destination by C-STORE on an Association of its own. Without a "
        "service that says so, a reader cannot see which objects can be sent, and in which Transfer Syntaxes."
    ),
    instead="Describe a service for the storage SOP Classes with `role: SCU`.",
    clause="PS3.4 C.4.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; another Application Entity of the product may send the objects."""
    for key, _ in without_storage(capability, MOVE, Role.SCP, is_initiator):
        message = f"the service {quoted(key)} answers C-MOVE, but nothing sends objects as SCU of Storage"
        hint = "add a service with the storage SOP Classes and `role: SCU`"
        yield KIND.at(("services", key), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
