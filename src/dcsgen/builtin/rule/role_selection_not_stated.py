"""The rule S214: a role against the direction of the Association is negotiated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Initiator, Role
from dcsgen.builtin.rule._placed import is_against_default
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S214",
    slug="role-selection-not-stated",
    severity=Severity.WARNING,
    what=(
        "The product opens the Association in the role SCP, or accepts it in the role SCU, and `role_selection` of "
        "the service is empty."
    ),
    why=(
        "Without SCP/SCU Role Selection, whoever opens the Association is SCU and the other one SCP. A peer that does "
        "not get the proposal, or does not expect it, refuses what comes."
    ),
    instead="Say in `role_selection` which roles are proposed or accepted, or correct `role` and `initiator`.",
    clause="PS3.7 D.3.3.4",
)

DOES = {Initiator.SELF: "opens", Initiator.PEER: "accepts", Initiator.EITHER: "opens and accepts"}


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; nothing need be said where the default roles fit."""
    for key, service in capability.services.items():
        if is_against_default(service) and not service.role_selection.strip():
            does = DOES[service.opened_by]
            role = "SCU and SCP" if service.role is Role.BOTH else service.role.value
            message = f"the service {quoted(key)} {does} Associations as {role} without a word on role selection"
            yield KIND.at(("services", key), message, hint="add `role_selection`, or correct `role` or `initiator`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
