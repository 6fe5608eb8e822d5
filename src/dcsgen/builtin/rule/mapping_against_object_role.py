"""The rule S408: what is received is imported, what is created is exported."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Direction, ObjectRole
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S408",
    slug="mapping-against-object-role",
    severity=Severity.ERROR,
    what=(
        "A mapping imports an applied IOD whose objects the product creates, or exports one whose objects it receives."
    ),
    why=(
        "Demands on received objects and promises about created ones are opposites: read the wrong way round, a "
        "statement says what it never meant."
    ),
    instead="Correct the `direction` of the mapping or the `role` of the applied IOD, or refer to another one.",
    clause="PS3.2 A.9.1",
)

_ROLE = {Direction.IMPORT: ObjectRole.CREATED, Direction.EXPORT: ObjectRole.RECEIVED}


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such mapping, at its direction."""
    for key, mapping in capability.attribute_mappings.items():
        iod = capability.iods.get(mapping.iod)
        if iod is not None and iod.role is _ROLE[mapping.direction]:
            objects = f"objects of {quoted(mapping.iod)} are {iod.role}"
            message = f"the mapping {quoted(key)} is an {mapping.direction}, but {objects}"
            path = ("attribute_mappings", key, "direction")
            hint = "correct the direction, or the role of the applied IOD"
            yield KIND.at(path, message, hint=hint, related=(("iods", mapping.iod, "role"),))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
