"""Who supports a SOP Class in a role, and what has to be bought or observed for that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dcsgen.base.finding import Path
from dcsgen.base.requirement import Ground
from dcsgen.base.words import Role
from dcsgen.builtin.requirement._grounds import best, not_met, not_stated, sentence_of, under
from dcsgen.model import Capability, Service
from dcsgen.plugin import Candidate

SOP_CLASS = {"type": "string", "minLength": 1, "x-dicom": "sop-class"}
TRANSFER_SYNTAX = {"type": "string", "minLength": 1, "x-dicom": "transfer-syntax"}

ROLE = {
    "description": "Role of the product.",
    "enum": ["SCU", "SCP", "BOTH"],
    "examples": ["SCP"],
    "x-ps3": "PS3.7 D.3.3.4",
}

SERVICES: Path = ("services",)


class Found(NamedTuple):
    """A service that has a SOP Class in a role."""

    key: str
    service: Service

    def path(self, *steps: str | int) -> Path:
        """A path into the service."""
        return ("services", self.key, *steps)


def roles_of(word: str) -> tuple[Role, ...]:
    """The single roles that a word means."""
    return (Role.SCU, Role.SCP) if word == Role.BOTH else (Role(word),)


def role_words(word: str) -> str:
    """A role as it stands in a sentence."""
    return "SCU and SCP" if word == Role.BOTH else word


def supporting(capability: Capability, uid: str, role: Role) -> Iterator[Found]:
    """The services that have a SOP Class in a single role."""
    for key, service in capability.services.items():
        if service.role in (role, Role.BOTH) and any(one.uid == uid for one in service.sop_classes):
            yield Found(key, service)


def support(sop_class: dict[str, Any], role: Role, candidate: Candidate) -> Ground:
    """Whether a product supports a SOP Class in a single role, with the option or limit of the service."""
    found = list(supporting(candidate.capability, sop_class["uid"], role))
    if not found:
        return _unsupported(sop_class, role, candidate)
    return best(
        under(
            conditions_of(one.service, sop_class["uid"]),
            f"{one.service.application_entity} supports {sop_class['name']} as {role}.",
            one.path("sop_classes", sop_class["uid"]),
        )
        for one in found
    )


def _unsupported(sop_class: dict[str, Any], role: Role, candidate: Candidate) -> Ground:
    other = Role.SCU if role is Role.SCP else Role.SCP
    turned = list(supporting(candidate.capability, sop_class["uid"], other))
    paths = [one.path("sop_classes", sop_class["uid"]) for one in turned] or [SERVICES]
    only = f", only as {other}" if turned else ""
    if not candidate.capability.services:
        return not_stated(f"Services are not stated, so that nothing is known of {sop_class['name']}.", SERVICES)
    if candidate.draft:
        return not_stated(f"{sop_class['name']} as {role} is not among what is stated{only}.", *paths)
    return not_met(f"No Application Entity supports {sop_class['name']} as {role}{only}.", *paths)


def conditions_of(service: Service, uid: str) -> str:
    """What has to be bought for a service, and what it limits for a SOP Class; empty if neither is stated."""
    told = [sentence_of(service.option)] if service.option else []
    for limit in service.limits.values():
        if not limit.sop_classes or any(one.uid == uid for one in limit.sop_classes):
            about = f"{limit.attribute_name or limit.attribute}: " if limit.attribute else ""
            told.append(f"Limit: {about}{sentence_of(limit.limit)}")
    return " ".join(told)
