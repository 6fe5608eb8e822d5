"""The rule S221: who asks by C-MOVE says where the objects go."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._retrieval import MOVE, without_storage
from dcsgen.builtin.rule._roles import is_acceptor
from dcsgen.builtin.rule._services import mentions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S221",
    slug="move-destination-not-stated",
    severity=Severity.WARNING,
    what=(
        "The product is SCU of C-MOVE, but none of its Application Entities accepts objects as SCP of Storage, and "
        "the texts of the service do not mention the destination."
    ),
    why=(
        "The Move Destination has to be an Application Entity that is SCP of Storage. If it is the product itself, a "
        "service is missing; if it is another one, the reader has to know which."
    ),
    instead="Describe a service for the storage SOP Classes with `role: SCP`, or name the destination in `behaviour`.",
    clause="PS3.4 C.4.2.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service that does not mention a destination."""
    for key, service in without_storage(capability, MOVE, Role.SCU, is_acceptor):
        if not mentions(service, "destination"):
            message = f"the service {quoted(key)} retrieves by C-MOVE, but nothing in the product receives the objects"
            hint = "add a service with the storage SOP Classes and `role: SCP`, or say where they go"
            yield KIND.at(("services", key), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
