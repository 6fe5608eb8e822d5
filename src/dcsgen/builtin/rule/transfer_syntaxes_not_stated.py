"""The rule S626: a service says in which Transfer Syntaxes it works."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S626",
    slug="transfer-syntaxes-not-stated",
    severity=Severity.ERROR,
    what="A service has no `transfer_syntaxes`.",
    why="Without a Transfer Syntax no Presentation Context can be proposed or accepted, and nobody can tell whether "
    "two products work together. Only a draft of somebody else's document may leave them open.",
    instead="Name the Transfer Syntaxes, in order of preference.",
    clause="PS3.2 Table A.4.2-7",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service without Transfer Syntaxes."""
    for key, service in capability.services.items():
        if not service.transfer_syntaxes:
            message = f"the service {quoted(key)} does not say in which Transfer Syntaxes it works"
            yield KIND.at(("services", key), message, hint="add `transfer_syntaxes`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
