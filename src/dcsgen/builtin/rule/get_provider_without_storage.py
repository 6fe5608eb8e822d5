"""The rule S219: who answers C-GET sends by C-STORE."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._retrieval import GET, without_storage
from dcsgen.builtin.rule._roles import is_acceptor
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S219",
    slug="get-provider-without-storage",
    severity=Severity.ERROR,
    what="An Application Entity is SCP of C-GET, but SCU of Storage for nothing on the Associations that it accepts.",
    why=(
        "The objects go by C-STORE on the Association of the request, whose acceptor has to take the role SCU for "
        "them. Without a service that says so, a reader cannot see which objects can be retrieved."
    ),
    instead=(
        "Describe a service for the storage SOP Classes with `role: SCU`, `initiator: peer` and a `role_selection`."
    ),
    clause="PS3.4 C.4.3, C.5.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; a text on role selection is taken for a direction that was not stated."""
    for key, service in without_storage(capability, GET, Role.SCP, is_acceptor):
        what = f"{service.application_entity} is no SCU of Storage on Associations that it accepts"
        message = f"the service {quoted(key)} answers C-GET, but {what}"
        hint = "add a service with the storage SOP Classes, `role: SCU` and `initiator: peer`"
        yield KIND.at(("services", key), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
