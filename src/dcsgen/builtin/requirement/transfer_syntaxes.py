"""Transfer Syntaxes in which a product has to take or send objects of SOP Classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Ground
from dcsgen.base.words import Role
from dcsgen.builtin.requirement._grounds import (
    CHOICE,
    best,
    choice_of,
    choice_words,
    names,
    not_met,
    not_stated,
    together,
    under,
)
from dcsgen.builtin.requirement._services import (
    ROLE,
    SOP_CLASS,
    TRANSFER_SYNTAX,
    Found,
    conditions_of,
    roles_of,
    support,
    supporting,
)
from dcsgen.plugin import Candidate, RequirementKind


def words(wanted: Mapping[str, Any]) -> str:
    """The Transfer Syntaxes, and for what."""
    return f"{choice_words(wanted)} for {names(wanted['sop_classes'])} as {wanted['role']}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the services with each SOP Class say; a SOP Class that is not supported has no Transfer Syntax either."""
    for role in roles_of(wanted["role"]):
        yield from together((each, _of_sop_class(each, role, wanted, candidate)) for each in wanted["sop_classes"])


def _of_sop_class(sop_class: dict[str, Any], role: Role, wanted: Mapping[str, Any], candidate: Candidate) -> Ground:
    found = list(supporting(candidate.capability, sop_class["uid"], role))
    if not found:
        return support(sop_class, role, candidate)
    return best(_of_service(one, sop_class, role, wanted, candidate) for one in found)


def _of_service(
    one: Found, sop_class: dict[str, Any], role: Role, wanted: Mapping[str, Any], candidate: Candidate
) -> Ground:
    service, who = one.service, one.service.application_entity
    does = "accepts" if role is Role.SCP else "proposes"
    stated = {syntax.uid: syntax.name for syntax in service.transfer_syntaxes}
    syntaxes = wanted["one_of"] if "one_of" in wanted else wanted["all_of"]
    there = [syntax for syntax in syntaxes if syntax["uid"] in stated]
    lacking = [syntax for syntax in syntaxes if syntax["uid"] not in stated]
    path = one.path("transfer_syntaxes")
    if there and ("one_of" in wanted or not lacking):
        paths = [(*path, syntax["uid"]) for syntax in there]
        told = f"{who} {does} {names(there)} for {sop_class['name']}."
        return under(conditions_of(service, sop_class["uid"]), told, *paths)
    if not candidate.lists(stated):
        return not_stated(
            f"{who} does not state whether it {does} {names(lacking, 'or')} for {sop_class['name']}.", path
        )
    told = f"{who} {does} {names(list(stated.values()))} for {sop_class['name']}, but not {names(lacking, 'or')}."
    return not_met(told, path)


KIND = RequirementKind(
    name="transfer_syntaxes",
    title="Transfer Syntaxes",
    what="Transfer Syntaxes that the product negotiates for each of some SOP Classes.",
    schema={
        "type": "object",
        "required": ["sop_classes", "role"],
        "oneOf": CHOICE,
        "properties": {
            **choice_of(TRANSFER_SYNTAX, "Transfer Syntaxes, by keyword, name or UID,", ["JPEG2000Lossless"]),
            "sop_classes": {
                "description": "SOP Classes, for each of which they are needed.",
                "type": "array",
                "items": SOP_CLASS,
                "minItems": 1,
                "examples": [["CTImageStorage"]],
            },
            "role": ROLE,
        },
        "additionalProperties": False,
    },
    example={"one_of": ["JPEGLSLossless", "JPEG2000Lossless"], "sop_classes": ["CTImageStorage"], "role": "SCP"},
    words=words,
    judge=judge,
)
