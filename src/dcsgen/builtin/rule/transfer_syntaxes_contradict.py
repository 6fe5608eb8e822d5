"""The rule S231: Transfer Syntaxes of one SOP Class are the same wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._pairs import pairs
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S231",
    slug="transfer-syntaxes-contradict",
    severity=Severity.WARNING,
    what=(
        "Two services of an Application Entity have the same SOP Class in the same role with different Transfer "
        "Syntaxes, although both accept Associations, or belong to the same Real-World Activities."
    ),
    why=(
        "An acceptor cannot know what an Association will be for when it answers the proposal: it has one list for "
        "each SOP Class. The reader does not know which one."
    ),
    instead="Give both services the same list, or describe what differs as two Application Entities.",
    clause="PS3.2 A.4.2.x.3, A.4.2.x.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each pair of services."""
    for pair in pairs(capability):
        if not pair.same_transfer_syntaxes and (pair.both_accept or pair.same_activities):
            others = f"Transfer Syntaxes than {quoted(pair.first)}"
            message = f"the service {quoted(pair.second)} has {some(pair.names)} with other {others}"
            first = ("services", pair.first, "transfer_syntaxes")
            path = ("services", pair.second, "transfer_syntaxes")
            yield KIND.at(path, message, hint="give both the same list", related=(first,), subject=pair.first)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
