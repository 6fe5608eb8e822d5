"""The rule S225: notifications come on Associations of their sender."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._reports import NOTIFICATION, one_way
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S225",
    slug="notification-against-association",
    severity=Severity.WARNING,
    what=(
        "An SCU of UPS Event or of Modality Performed Procedure Step Notification accepts no Associations for it, or "
        "an SCP opens none."
    ),
    why=(
        "Events are reported when they happen, so the SCP opens an Association for them, with the roles reversed by "
        "role selection. As described, the notifications cannot arrive."
    ),
    instead=(
        "Write `initiator: peer` for an SCU and `initiator: self` for an SCP, or `either`, and say in "
        "`role_selection` how the roles are negotiated."
    ),
    clause="PS3.4 F.2.1, CC.2.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service, unless another one of the Application Entity has the other direction."""
    for found in one_way(capability, NOTIFICATION):
        does, word = ("accepts", "peer") if found.role is Role.SCU else ("opens", "self")
        message = f"the service {quoted(found.key)} {does} no Associations for {found.name}"
        yield KIND.at(found.path, message, hint=f"write `initiator: {word}`, or `either`", subject=found.role.value)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
