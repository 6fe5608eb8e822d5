"""The rule S555: audit messages are those of PS3.15."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.security_profiles import audit_messages
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S555",
    slug="unknown-audit-message",
    severity=Severity.WARNING,
    what="An audit message is none that PS3.15 defines, neither by name nor by the DCM code of its event.",
    why=(
        "Audit repositories sort messages by that code. PS3.15 lets products add messages of their own, but they must "
        "be known as such."
    ),
    instead=(
        "Write the name or the code of PS3.15 A.5.3. A message of your own is described in `description` of the audit "
        "trail."
    ),
    clause="PS3.15 A.5.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each message that is not known."""
    names = [message.name for message in audit_messages()]
    known = {*map(spelled, names), *(message.code for message in audit_messages())}
    for key, trail in capability.security.audit_trail.items():
        for name in trail.messages:
            if spelled(name) not in known:
                path = ("security", "audit_trail", key, "messages", name)
                message = f"{quoted(name)} is no audit message of PS3.15"
                hint = did_you_mean(name, names) or "describe it in `description` if it is your own"
                yield Problem(kind=KIND, path=path, message=message, hint=hint, on_key=True)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
