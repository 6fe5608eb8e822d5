"""How many Associations at a time, and which length of PDUs, a product has to allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dcsgen.base.content_words import Setting
from dcsgen.base.finding import Path
from dcsgen.base.requirement import Fulfilment, Ground, of_all
from dcsgen.base.text import listed
from dcsgen.base.words import Configurable, Initiator, Role
from dcsgen.builtin.requirement._grounds import met, names, not_met, not_stated, under
from dcsgen.builtin.requirement._services import SOP_CLASS
from dcsgen.model import ApplicationEntity, AssociationLimit, Capability, Parameter
from dcsgen.plugin import Candidate, RequirementKind

_LIMITS = {
    "associations_accepted": ("accepts {} Associations at a time", "as_acceptor", Setting.MAX_ASSOCIATIONS),
    "associations_opened": ("opens {} Associations at a time", "as_initiator", Setting.MAX_ASSOCIATIONS),
    "pdu_received": ("receives PDUs of {} bytes", "max_pdu_received", Setting.MAX_PDU_RECEIVED),
}
"""What is limited: words, the field of the Association policy, the setting that may change it."""

_BY: dict[Configurable | None, str] = {
    Configurable.USER: " by the user",
    Configurable.SERVICE: " by a service technician",
    None: "; by whom is not stated",
}
"""Who sets a parameter that is not fixed."""


def words(wanted: Mapping[str, Any]) -> str:
    """The limits, and for what."""
    told = ", ".join(_told(text, wanted[key]) for key, (text, _, _) in _LIMITS.items() if key in wanted)
    return f"{told} for {names(wanted['sop_classes'])}" if "sop_classes" in wanted else told


def _told(text: str, count: int | str | None) -> str:
    return text.replace("Associations", "Association").format(count) if count == 1 else text.format(count)


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What each Application Entity that is concerned says about each limit; one is enough, under the condition that it
    is meant."""
    capability = candidate.capability
    for key in _LIMITS:
        if key not in wanted:
            continue
        concerned = _concerned(capability, key, wanted)
        if not concerned:
            yield _nobody(key, wanted, candidate)
            continue
        grounds = [_of_entity(name, key, wanted[key], capability) for name in concerned]
        if of_all(ground.fulfilment for ground in grounds).holds:
            yield from grounds
        elif any(ground.fulfilment.holds for ground in grounds):
            yield _of_some(concerned, grounds)
        else:
            yield min(grounds, key=lambda ground: ground.fulfilment.rank)


def _of_some(concerned: Sequence[str], grounds: Sequence[Ground]) -> Ground:
    """The ground of a limit that holds for some of the Application Entities."""
    held = [(name, ground) for name, ground in zip(concerned, grounds, strict=True) if ground.fulfilment.holds]
    open_ = [
        name for name, ground in zip(concerned, grounds, strict=True) if ground.fulfilment is Fulfilment.NOT_STATED
    ]
    only = f"For {listed([name for name, _ in held], 'and')} only"
    unknown = f"; for {listed(open_, 'and')} it is not stated" if open_ else ""
    conditions = [f"{only}{unknown}.", *(ground.condition for _, ground in held if ground.condition)]
    paths = (path for _, ground in held for path in ground.paths)
    return under(" ".join(conditions), " ".join(ground.sentence for _, ground in held), *paths)


def _concerned(capability: Capability, key: str, wanted: Mapping[str, Any]) -> list[str]:
    """The Application Entities with the SOP Classes that accept, or open, Associations."""
    opens = key == "associations_opened"
    uids = {each["uid"] for each in wanted.get("sop_classes", ())}
    found = []
    for service in capability.services.values():
        either = service.opened_by is Initiator.EITHER or service.role is Role.BOTH
        fits = either or (service.opened_by is Initiator.SELF) == opens or key == "pdu_received"
        if fits and (not uids or uids & {each.uid for each in service.sop_classes}):
            found.append(service.application_entity)
    return list(dict.fromkeys(found))


def _nobody(key: str, wanted: Mapping[str, Any], candidate: Candidate) -> Ground:
    does = "opens" if key == "associations_opened" else "accepts" if key == "associations_accepted" else "negotiates"
    about = f" for {names(wanted['sop_classes'], 'or')}" if "sop_classes" in wanted else ""
    if candidate.lists(candidate.capability.services):
        return not_met(f"No Application Entity {does} Associations{about}.", ("services",))
    return not_stated(f"Which Application Entity {does} Associations{about} is not stated.", ("services",))


def _of_entity(name: str, key: str, least: int, capability: Capability) -> Ground:
    text, field, setting = _LIMITS[key]
    entity = capability.application_entities.get(name)
    value = _stated(entity, field)
    at: Path = ("application_entities", name, "association", field)
    # PS3.8 D.1: a length of 0 is that of no limit.
    endless = value == "unlimited" or (value == 0 and key == "pdu_received")
    if endless or (isinstance(value, int) and value >= least):
        return met(f"{name} {_told(text, 'any number of' if endless else value)}.", at)
    for parameter, record in (capability.configuration.parameters or {}).items():
        fits = record.stands_for is setting and record.application_entity in ("", name)
        if fits and record.configurable in _BY and _allows(record, least):
            condition = f"{parameter} has to be set to {least} or more{_BY[record.configurable]}."
            sentence = f"{name} can be configured so that it {_told(text, least)}."
            return under(condition, sentence, ("configuration", "parameters", parameter))
    if value is None:
        return not_stated(f"{name} does not state whether it {_told(text, least)}.", at)
    return not_met(f"{name} {_told(text, value)} at most, fewer than {least}.", at)


def _stated(entity: ApplicationEntity | None, field: str) -> int | str | None:
    found = getattr(entity.association, field) if entity else None
    return found.max_associations if isinstance(found, AssociationLimit) else found


def _allows(record: Parameter, least: int) -> bool:
    values = [value for value in record.values if isinstance(value, int)]
    most = record.range[1] if record.range is not None else max(values, default=None)
    return most is not None and most >= least


def _whole(what: str, example: int, clause: str) -> dict[str, Any]:
    return {"description": what, "x-ps3": clause, "type": "integer", "minimum": 1, "examples": [example]}


KIND = RequirementKind(
    name="limits",
    title="Limits",
    what="How many Associations at a time the product accepts or opens, and how long a PDU may be that it receives.",
    schema={
        "type": "object",
        "anyOf": [{"required": [key]} for key in _LIMITS],
        "properties": {
            "associations_accepted": _whole(
                "Associations at a time as acceptor, at least.", 10, "PS3.2 Tables A.4.2-3 and A.4.2-4"
            ),
            "associations_opened": _whole(
                "Associations at a time as initiator, at least.", 2, "PS3.2 Tables A.4.2-3 and A.4.2-4"
            ),
            "pdu_received": _whole("Bytes of a PDU that is received, at least.", 65536, "PS3.8 D.1"),
            "sop_classes": {
                "description": "SOP Classes whose Application Entities are meant; without them, all are.",
                "type": "array",
                "items": SOP_CLASS,
                "minItems": 1,
                "examples": [["CTImageStorage"]],
            },
        },
        "additionalProperties": False,
    },
    example={"associations_accepted": 10},
    words=words,
    judge=judge,
)
