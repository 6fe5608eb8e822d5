"""Attributes that a product has to write into objects, or take from them, and those that it must not demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.content_words import Presence
from dcsgen.base.finding import Path
from dcsgen.base.requirement import Fulfilment, Ground, of_all
from dcsgen.base.words import Use
from dcsgen.builtin.requirement import _objects
from dcsgen.builtin.requirement._grounds import best, met, names, not_met, not_stated, under
from dcsgen.builtin.requirement._services import SOP_CLASS
from dcsgen.plugin import Candidate, RequirementKind

ENOUGH = {
    "value": (Presence.ALWAYS,),
    "attribute": (Presence.ALWAYS, Presence.VALUE_NOT_ALWAYS, Presence.EMPTY),
    "sometimes": tuple(each for each in Presence if each is not Presence.EMPTY),
}
"""Which presence is enough for what is wanted."""

_DOES = {
    Presence.ALWAYS: "always written with a value",
    Presence.VALUE_NOT_ALWAYS: "always written, not always with a value",
    Presence.ATTRIBUTE_NOT_ALWAYS: "not always written, and has a value where it is",
    Presence.NEITHER_ALWAYS: "not always written, and not always with a value",
    Presence.EMPTY: "written without a value",
}

_USES = {Use.MANDATORY: "demands", Use.OPTIONAL: "uses", Use.IGNORED: "ignores"}

_PATHS = {"type": "array", "items": {"type": "string", "minLength": 1, "x-attribute": True}, "minItems": 1}


def words(wanted: Mapping[str, Any]) -> str:
    """What is wanted of the objects."""
    parts = []
    if "created" in wanted:
        parts.append(f"writes {names(list(wanted['created']))}")
    if "imported" in wanted:
        parts.append(f"takes {names(wanted['imported'])}")
    if "not_demanded" in wanted:
        parts.append(f"does not demand {names(wanted['not_demanded'], 'or')}")
    return f"{wanted['sop_class']['name']}: {'; '.join(parts)}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What applied IODs and mappings say about each Attribute."""
    sop_class = wanted["sop_class"]
    for path, presence in wanted.get("created", {}).items():
        yield _created(path, presence, sop_class, candidate)
    for path in wanted.get("imported", ()):
        yield _imported(path, sop_class, candidate)
    for path in wanted.get("not_demanded", ()):
        yield _demanded(path, sop_class, candidate)


def _created(path: str, presence: str, sop_class: dict[str, Any], candidate: Candidate) -> Ground:
    objects = list(_objects.created(candidate.capability, sop_class["uid"]))
    if not objects:
        return not_stated(f"What is written into objects of {sop_class['name']} is not stated.", ("iods",))
    # Any of the objects may reach the site, so the one that has the least counts.
    grounds = [_of_object(path, presence, key, written) for key, written in objects]
    lacking = of_all(ground.fulfilment for ground in grounds)
    return next(ground for ground in grounds if ground.fulfilment is lacking)


def _of_object(path: str, presence: str, key: str, written: dict[str, _objects.Written]) -> Ground:
    found = written.get(path)
    if found is None:
        return not_stated(f"{key} does not say whether {path} is written.", ("iods", key))
    ground = _present(path, presence, found)
    steps = path.split(".")
    around = (".".join(steps[:length]) for length in range(1, len(steps)))
    # Where a Sequence or Module is not there, nothing in it can be.
    rare = [f"Only in objects with {above}." for above in around if _is_rare(written.get(above))]
    condition = " ".join([*([found.only] if found.only else []), *rare])
    if presence == "sometimes" or ground.fulfilment is not Fulfilment.MET:
        return ground
    return under(condition, ground.sentence, *ground.paths)


def _is_rare(found: _objects.Written | None) -> bool:
    return found is not None and found.presence not in (None, *ENOUGH["attribute"])


def _present(path: str, presence: str, found: _objects.Written) -> Ground:
    if found.presence is None:
        if presence == "sometimes":
            return met(f"{path} is written.", found.path)
        return not_stated(f"How often {path} is written is not stated.", found.path)
    told = f"{path} is {_DOES[found.presence]}."
    return met(told, found.path) if found.presence in ENOUGH[presence] else not_met(told, found.path)


def _imported(path: str, sop_class: dict[str, Any], candidate: Candidate) -> Ground:
    mappings = list(_objects.taken(candidate.capability, sop_class["uid"]))
    if not mappings:
        where: Path = ("attribute_mappings",)
        return not_stated(f"What is taken from objects of {sop_class['name']} is not stated.", where)
    return best(_taken(path, key, mapped) for key, mapped in mappings)


def _taken(path: str, key: str, mapped: dict[str, _objects.Taken]) -> Ground:
    found = mapped.get(path)
    if found is None:
        return not_stated(f"The mapping {key} does not say what becomes of {path}.", ("attribute_mappings", key))
    told = f"The mapping {key} {_USES[found.use]} {path}."
    return not_met(told, found.path) if found.use is Use.IGNORED else met(told, found.path)


def _demanded(path: str, sop_class: dict[str, Any], candidate: Candidate) -> Ground:
    mappings = list(_objects.taken(candidate.capability, sop_class["uid"]))
    if not mappings:
        where: Path = ("attribute_mappings",)
        return not_stated(f"What is demanded of objects of {sop_class['name']} is not stated.", where)
    for key, mapped in mappings:
        if path in mapped and mapped[path].use is Use.MANDATORY:
            return not_met(f"The mapping {key} demands {path}.", mapped[path].path)
    if candidate.draft and not any(path in mapped for _, mapped in mappings):
        return not_stated(f"Whether {path} is demanded is not stated.", ("attribute_mappings", mappings[0][0]))
    keys = [key for key, _ in mappings]
    paths = [mapped[path].path if path in mapped else ("attribute_mappings", key) for key, mapped in mappings]
    return met(f"{path} is not demanded by {names(keys, 'or')}.", *paths)


KIND = RequirementKind(
    name="attributes",
    title="Attributes of objects",
    what="Attributes that the product writes into the objects that it creates, that it takes from those that it "
    "receives, and that it must not demand of them.",
    schema={
        "type": "object",
        "required": ["sop_class"],
        "minProperties": 2,
        "properties": {
            "sop_class": {**SOP_CLASS, "description": "SOP Class of the objects.", "examples": ["RTPlanStorage"]},
            "created": {
                "description": "Attributes by dotted paths of keywords, and what is needed of objects that the product "
                "creates: `value`, the Attribute always has one; `attribute`, it is always there; `sometimes`, it can "
                "have a value. What stands in a Sequence or Module that is not always there meets the first two under "
                "that condition.",
                "x-ps3": "PS3.2 A.9.1.1",
                "type": "object",
                "minProperties": 1,
                "x-attribute-keys": True,
                "additionalProperties": {"enum": list(ENOUGH)},
                "examples": [{"BeamSequence.BeamName": "value"}],
            },
            "imported": {
                "description": "Attributes that the product takes from objects that it receives.",
                **_PATHS,
                "examples": [["BeamSequence.BeamName"]],
            },
            "not_demanded": {
                "description": "Attributes without which the product has to accept an object.",
                **_PATHS,
                "examples": [["PatientBirthDate"]],
            },
        },
        "additionalProperties": False,
    },
    example={"sop_class": "RTPlanStorage", "created": {"RTPlanLabel": "value"}},
    words=words,
    judge=judge,
)
