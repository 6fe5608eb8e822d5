"""Keys by which a product has to answer queries, or to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.content_words import MatchingType
from dcsgen.base.requirement import Ground, of_all
from dcsgen.base.standard import service_attributes
from dcsgen.base.words import Role
from dcsgen.builtin.requirement._grounds import best, names, not_met, not_stated, under
from dcsgen.builtin.requirement._services import (
    ROLE,
    SOP_CLASS,
    Found,
    conditions_of,
    role_words,
    roles_of,
    support,
    supporting,
)
from dcsgen.plugin import Candidate, RequirementKind

OBLIGATORY = ("U", "R")
"""Types of keys that PS3.4 C.2.2.1 asks of every SCP."""


def words(wanted: Mapping[str, Any]) -> str:
    """The keys, of which query."""
    return f"{wanted['sop_class']['name']} as {role_words(wanted['role'])}: keys {names(list(wanted['keys']))}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the services with the query say about each key."""
    sop_class = wanted["sop_class"]
    for role in roles_of(wanted["role"]):
        found = list(supporting(candidate.capability, sop_class["uid"], role))
        if not found:
            yield support(sop_class, role, candidate)
            continue
        for path, how in wanted["keys"].items():
            yield best(_of_service(path, how, sop_class["uid"], one, candidate) for one in found)


def _of_service(path: str, how: Mapping[str, Any], uid: str, one: Found, candidate: Candidate) -> Ground:
    who, key = one.service.application_entity, one.service.keys.get(path)
    at = one.path("keys", path)
    if key is None:
        return _without(path, uid, one, candidate)
    lacking = [word for word in how.get("matching", ()) if MatchingType(word) not in key.matching]
    plain = " and ".join(word.replace("_", " ") for word in lacking)
    grounds = []
    if lacking and key.matching:
        told = names([each.replace("_", " ") for each in key.matching])
        grounds.append(not_met(f"{who} matches {path} by {told}, not by {plain}.", (*at, "matching")))
    elif lacking:
        grounds.append(not_stated(f"{who} does not state whether it matches {path} by {plain}.", at))
    if how.get("returned") and key.returned is None:
        grounds.append(not_stated(f"{who} does not state whether {path} is returned.", at))
    elif how.get("returned") and not key.returned:
        grounds.append(not_met(f"{who} does not return {path}.", (*at, "returned")))
    if grounds:
        worst = of_all(ground.fulfilment for ground in grounds)
        return next(ground for ground in grounds if ground.fulfilment is worst)
    does = "supports" if one.service.role is not Role.SCU else "uses"
    return under(conditions_of(one.service, uid), f"{who} {does} the key {path}{_how(how)}.", at)


def _how(how: Mapping[str, Any]) -> str:
    parts = [each.replace("_", " ") for each in how.get("matching", ())]
    told = f", matched by {names(parts)}" if parts else ""
    return f"{told}, and returns it" if how.get("returned") else told


def _without(path: str, uid: str, one: Found, candidate: Candidate) -> Ground:
    who, at = one.service.application_entity, one.path("keys")
    if not candidate.lists(one.service.keys):
        return not_stated(f"{who} does not state whether it supports the key {path}.", at)
    service = service_attributes.service_of(uid)
    rows = service_attributes.find(service, tuple(path.split("."))) if service else ()
    types = {row.columns.get("key") or row.columns.get("matching key", "") for row in rows}
    if types & set(OBLIGATORY) and one.service.role is not Role.SCU:
        told = f"PS3.4 asks every SCP for the key {path}, but it is not among those that {who} lists."
        return not_stated(told, at)
    return not_met(f"{path} is not among the keys of {who}.", at)


KIND = RequirementKind(
    name="query_keys",
    title="Keys of queries",
    what="Keys of a query over DIMSE that the product supports as SCP or uses as SCU, how they are matched, and "
    "whether they are returned.",
    schema={
        "type": "object",
        "required": ["sop_class", "role", "keys"],
        "properties": {
            "sop_class": {
                **SOP_CLASS,
                "description": "SOP Class of the query.",
                "examples": ["ModalityWorklistInformationModelFind"],
            },
            "role": ROLE,
            "keys": {
                "description": "The keys by dotted paths of keywords, each with what is needed of it.",
                "type": "object",
                "minProperties": 1,
                "x-attribute-keys": True,
                "additionalProperties": {
                    "type": "object",
                    "properties": {
                        "matching": {
                            "description": "Types of matching, all of which are needed.",
                            "x-ps3": "PS3.4 C.2.2.2",
                            "type": "array",
                            "items": {"enum": [each.value for each in MatchingType]},
                            "minItems": 1,
                            "examples": [["wildcard"]],
                        },
                        "returned": {
                            "description": "Whether the value has to be in the responses.",
                            "const": True,
                            "examples": [True],
                        },
                    },
                    "additionalProperties": False,
                },
                "examples": [{"PatientName": {"matching": ["wildcard"]}, "StudyDate": {}}],
            },
        },
        "additionalProperties": False,
    },
    example={
        "sop_class": "StudyRootQueryRetrieveInformationModelFind",
        "role": "SCP",
        "keys": {"AccessionNumber": {"matching": ["single_value"], "returned": True}},
    },
    words=words,
    judge=judge,
)
