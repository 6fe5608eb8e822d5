"""Application Profiles for media, with the roles and SOP Classes that a product has to support under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Ground, of_all
from dcsgen.base.words import FileSetRole
from dcsgen.builtin.requirement._grounds import best, names, not_met, not_stated, sentence_of, under
from dcsgen.builtin.requirement._services import SOP_CLASS
from dcsgen.model import MediaService
from dcsgen.plugin import Candidate, RequirementKind


def words(wanted: Mapping[str, Any]) -> str:
    """The profile with the roles and SOP Classes."""
    told = f"{wanted['profile']['id']} as {names(wanted['roles'])}"
    return f"{told} with {names(wanted['sop_classes'])}" if "sop_classes" in wanted else told


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What media services under the profile say about each role and SOP Class."""
    profile = wanted["profile"]["id"]
    records = candidate.capability.media
    found = {key: one for key, one in records.items() if profile in (one.profile.id, one.profile.base)}
    if not found and candidate.lists(records):
        others = names(list(dict.fromkeys(one.profile.id for one in records.values())))
        yield not_met(f"{profile} is not among the Application Profiles, which are {others}.", ("media",))
    elif not found:
        yield not_stated(f"Whether {profile} is supported is not stated.", ("media",))
    else:
        for role in wanted["roles"]:
            yield best(_with_role(profile, FileSetRole(role), key, one, wanted) for key, one in found.items())


def _with_role(profile: str, role: FileSetRole, key: str, one: MediaService, wanted: Mapping[str, Any]) -> Ground:
    who, at = one.application_entity, ("media", key)
    if not one.roles:
        return not_stated(f"The roles of {who} under {profile} are not stated.", at)
    if role not in one.roles:
        return not_met(f"{who} supports {profile} as {names(one.roles)}, not as {role}.", (*at, "roles"))
    grounds = [_with_content(sop_class, key, one) for sop_class in wanted.get("sop_classes", ())]
    worst = of_all(ground.fulfilment for ground in grounds)
    if not worst.holds:
        return next(ground for ground in grounds if ground.fulfilment is worst)
    condition = sentence_of(one.option) if one.option else ""
    return under(condition, f"{who} supports {profile} as {role}.", (*at, "roles", role))


def _with_content(sop_class: dict[str, Any], key: str, one: MediaService) -> Ground:
    at = ("media", key, "contents")
    if not one.contents:
        return not_stated(f"Which SOP Classes {one.application_entity} has on media is not stated.", at)
    listed = [each.uid for content in one.contents.values() for each in content.sop_classes]
    told = f"{one.application_entity} has {{}}{sop_class['name']} on media under {one.profile.id}."
    if sop_class["uid"] in listed:
        return under("", told.format(""), at)
    return not_met(told.format("no "), at)


KIND = RequirementKind(
    name="media",
    title="Media",
    what="An Application Profile of PS3.11 in the roles of File-set Creator, Reader or Updater.",
    schema={
        "type": "object",
        "required": ["profile", "roles"],
        "properties": {
            "profile": {
                "description": "Application Profile by its identifier; an augmented one that is made from it is "
                "enough.",
                "type": "string",
                "minLength": 1,
                "x-dicom": "application-profile",
                "x-ps3": "PS3.11",
                "examples": ["STD-GEN-CD"],
            },
            "roles": {
                "description": "Roles of which all are needed.",
                "type": "array",
                "items": {"enum": [each.value for each in FileSetRole]},
                "minItems": 1,
                "examples": [["FSR"]],
                "x-ps3": "PS3.10 8",
            },
            "sop_classes": {
                "description": "SOP Classes that have to be in the File-set.",
                "type": "array",
                "items": SOP_CLASS,
                "minItems": 1,
                "examples": [["CTImageStorage"]],
            },
        },
        "additionalProperties": False,
    },
    example={"profile": "STD-GEN-CD", "roles": ["FSR"]},
    words=words,
    judge=judge,
)
