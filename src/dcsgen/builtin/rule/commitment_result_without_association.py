"""The rule S223: the result of Storage Commitment can come on another Association."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._reports import COMMITMENT, one_way
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S223",
    slug="commitment-result-without-association",
    severity=Severity.ERROR,
    what="An SCU of Storage Commitment accepts no Association for the result, or an SCP opens none.",
    why=(
        "The SCP sends the result by N-EVENT-REPORT when it is ready, mostly after the Association of the request has "
        "been released. PS3.4 demands of the SCP that it can open an Association of its own for that, and of the SCU "
        "that it accepts it, with the roles reversed by role selection. An SCU that cannot never learns whether it "
        "may delete its objects."
    ),
    instead="Write `initiator: either` and say in `role_selection` how the roles are negotiated.",
    clause="PS3.4 J.3.3.1.2, J.3.3.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service, unless another one of the Application Entity has the other direction."""
    for found in one_way(capability, COMMITMENT):
        does = "accepts" if found.role is Role.SCU else "opens"
        message = f"the service {quoted(found.key)} of Storage Commitment {does} no Association for the result"
        yield KIND.at(found.path, message, hint="write `initiator: either`", subject=found.role.value)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
