"""SOP Classes that a product has to support in a role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Fulfilment, Ground, of_all
from dcsgen.builtin.requirement._grounds import CHOICE, choice_of, choice_words, together
from dcsgen.builtin.requirement._services import ROLE, SOP_CLASS, role_words, roles_of, support
from dcsgen.plugin import Candidate, RequirementKind

_Supported = tuple[dict[str, Any], list[Ground]]
"""A SOP Class, with what is said of each role."""


def words(wanted: Mapping[str, Any]) -> str:
    """The SOP Classes with the role."""
    return f"{choice_words(wanted)} as {role_words(wanted['role'])}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What services say about each SOP Class; those of which the same is said are named together."""
    roles = roles_of(wanted["role"])
    found = [
        (each, [support(each, role, candidate) for role in roles])
        for each in wanted["one_of" if "one_of" in wanted else "all_of"]
    ]
    if "one_of" in wanted:
        found = _nearest(found)
    for index in range(len(roles)):
        yield from together((each, grounds[index]) for each, grounds in found)


def _nearest(found: list[_Supported]) -> list[_Supported]:
    """Those that speak most for the product in all roles together: one SOP Class has to have both roles, not two SOP
    Classes one each. Where one is enough, so are its conditions."""

    def standing(one: _Supported) -> tuple[Fulfilment, list[str]]:
        return of_all(ground.fulfilment for ground in one[1]), [ground.condition for ground in one[1]]

    nearest = standing(min(found, key=lambda one: standing(one)[0].rank))
    return [one for one in found if standing(one) == nearest]


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
