"""The rule S218: who asks by C-GET receives by C-STORE."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._retrieval import GET, without_storage
from dcsgen.builtin.rule._roles import is_initiator
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S218",
    slug="get-user-without-storage",
    severity=Severity.ERROR,
    what="An Application Entity is SCU of C-GET, but SCP of Storage for nothing on the Associations that it opens.",
    why=(
        "The objects come by C-STORE on the Association of the request, so its opener has to propose Presentation "
        "Contexts for them with itself as SCP. Without them nothing can be retrieved, and a reader cannot see which "
        "objects are."
    ),
    instead=(
        "Describe a service for the storage SOP Classes with `role: SCP`, `initiator: self` and a `role_selection`."
    ),
    clause="PS3.4 C.5.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; a text on role selection is taken for a direction that was not stated."""
    for key, service in without_storage(capability, GET, Role.SCU, is_initiator):
        what = f"{service.application_entity} is no SCP of Storage on Associations that it opens"
        message = f"the service {quoted(key)} retrieves by C-GET, but {what}"
        hint = "add a service with the storage SOP Classes, `role: SCP` and `initiator: self`"
        yield KIND.at(("services", key), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
