"""The rule S502: the Application Profile has the role."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed
from dcsgen.builtin.rule._media import standard_uses
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S502",
    slug="role-not-in-application-profile",
    severity=Severity.ERROR,
    what=(
        "A media service has a role that its Standard Application Profile does not have, such as FSU where PS3.11 has "
        "FSC and FSR only."
    ),
    why=("The role has no meaning in PS3.11: what it would have to do is not defined, so that no peer can rely on it."),
    instead="Take the role out, or describe what is done as an Augmented or Private Application Profile.",
    clause="PS3.11, PS3.10 8",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each role that the profile lacks."""
    for use in standard_uses(capability):
        path, service, facts = use
        for index, role in enumerate(service.roles):
            if role not in facts.roles:
                message = f"{facts.id} has no role {role}"
                hint = f"it has {listed(facts.roles, 'and')}{use.doubt('roles')}"
                yield KIND.at((*path, "roles", index), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
