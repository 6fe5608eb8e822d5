"""SOP Classes that a product has to support in a role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Ground
from dcsgen.base.words import Role
from dcsgen.builtin.requirement._grounds import CHOICE, choice_of, choice_words, chosen, together
from dcsgen.builtin.requirement._services import ROLE, SOP_CLASS, roles_of, support
from dcsgen.plugin import Candidate, RequirementKind


def words(wanted: Mapping[str, Any]) -> str:
    """The SOP Classes with the role."""
    return f"{choice_words(wanted)} as {'SCU and SCP' if wanted['role'] == Role.BOTH else wanted['role']}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What services say about each SOP Class; those of which the same is said are named together."""
    for role in roles_of(wanted["role"]):

        def ground_of(sop_class: dict[str, Any], role: Role = role) -> Ground:
            return support(sop_class, role, candidate)

        yield from together(chosen(wanted, ground_of))


KIND = RequirementKind(
    name="sop_classes",
    title="SOP Classes",
    what="SOP Classes that the product supports as SCU, as SCP or in both roles, by its services of the network.",
    schema={
        "type": "object",
        "required": ["role"],
        "oneOf": CHOICE,
        "properties": {
            **choice_of(SOP_CLASS, "SOP Classes, by keyword, name or UID,", ["CTImageStorage", "MRImageStorage"]),
            "role": ROLE,
        },
        "additionalProperties": False,
    },
    example={"all_of": ["RTPlanStorage"], "role": "SCP"},
    words=words,
    judge=judge,
)
