"""An actor of an IHE profile that a product has to claim in its Integration Statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Ground
from dcsgen.base.standard import ihe_profiles
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.builtin.requirement._grounds import met, names, not_met, not_stated
from dcsgen.plugin import Candidate, RequirementKind, Wrong

PATH = ("ihe_profiles",)


def words(wanted: Mapping[str, Any]) -> str:
    """Profile and actor, with options."""
    told = f"claims IHE {wanted['profile']}, {wanted['actor']}"
    return f"{told}, with {names(wanted['options'])}" if "options" in wanted else told


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the Integration Statement claims; whether the transactions are there is for other requirements to ask."""
    claimed = candidate.capability.ihe_profiles
    profile, actor = wanted["profile"], wanted["actor"]
    known = ihe_profiles.find(profile)
    form = known.id if known else profile
    what = f"{profile}, {actor}"
    keys = [key for key in claimed if _same(key, form)]
    actors = [(key, name) for key in keys for name in claimed[key].actors if spelled(name) == spelled(actor)]
    if not claimed or (candidate.draft and not actors):
        yield not_stated(f"Whether {what}, is claimed is not stated.".replace(f"{actor},", actor), PATH)
    elif not actors:
        others = [f"{key}, {name}" for key, record in claimed.items() for name in record.actors]
        yield not_met(f"{what} is not among what is claimed: {names(others, 'and')}.", PATH)
    for key, name in actors:
        record = claimed[key].actors[name]
        lacking = [
            option for option in wanted.get("options", ()) if spelled(option) not in map(spelled, record.options)
        ]
        at = (*PATH, key, "actors", name)
        if lacking and candidate.draft:
            yield not_stated(f"Whether {what} has {listed(lacking, 'and')} is not stated.", at)
        elif lacking:
            yield not_met(f"{what} is claimed without {listed(lacking, 'and')}.", at)
        else:
            who = f" for {names(record.application_entities)}" if record.application_entities else ""
            yield met(f"{what} is claimed{who}.", at)


def _same(key: str, form: str) -> bool:
    found = ihe_profiles.find(key)
    return spelled(found.id if found else key) == spelled(form)


def check(wanted: Mapping[str, Any]) -> Iterator[Wrong]:
    """An actor that the profile does not have. A profile that dcsgen does not know is as it is written."""
    text = wanted["profile"]
    profile = ihe_profiles.find(text)
    if profile is None:
        near = ihe_profiles.suggest(text)
        if near:
            hint = did_you_mean(text, near) or f"did you mean {listed([quoted(word) for word in near], 'or')}?"
            yield Wrong(path=("profile",), message=f"{quoted(text)} is no profile of IHE that dcsgen knows", hint=hint)
        return
    if ihe_profiles.actor_of(profile, wanted["actor"]) is None:
        actors = [each.name for each in profile.actors]
        hint = did_you_mean(wanted["actor"], actors) or f"it has {listed(actors, 'and')}"
        message = f"{quoted(wanted['actor'])} is no actor of {profile.id} that dcsgen knows"
        yield Wrong(path=("actor",), message=message, hint=hint)


KIND = RequirementKind(
    name="ihe",
    title="IHE profile and actor",
    what="An actor of an IHE profile, with options, that the Integration Statement of the product claims.",
    schema={
        "type": "object",
        "required": ["profile", "actor"],
        "properties": {
            "profile": {
                "description": "Profile by its abbreviation or name.",
                "x-ps3": "PS3.2 A.1",
                "type": "string",
                "minLength": 1,
                "examples": ["SWF.b"],
            },
            "actor": {
                "description": "Actor of the profile.",
                "type": "string",
                "minLength": 1,
                "examples": ["Acquisition Modality"],
            },
            "options": {
                "description": "Options, all of which are needed.",
                "type": "array",
                "items": {"type": "string", "minLength": 1},
                "minItems": 1,
                "examples": [["PPS Exception Management"]],
            },
        },
        "additionalProperties": False,
    },
    example={"profile": "SWF.b", "actor": "Acquisition Modality"},
    words=words,
    judge=judge,
    check=check,
)
