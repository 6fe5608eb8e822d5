"""Security profiles, versions of TLS and audit messages that a product has to support."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.finding import Path
from dcsgen.base.requirement import Ground
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import in_words, listed
from dcsgen.base.web_words import AccessScheme
from dcsgen.builtin.requirement._grounds import (
    CHOICE,
    choice_of,
    choice_words,
    grounds_of,
    met,
    names,
    not_met,
    not_stated,
    under,
)
from dcsgen.model import Capability, WebAccess
from dcsgen.plugin import Candidate, RequirementKind

GROUPS = {
    "secure_transport": ("Secure Transport Connection Profiles", "BCP 195 RFC 8996, 9325 TLS", "PS3.15 B"),
    "user_identity": ("profiles of User Identity", "User Identity Plus Passcode", "PS3.15 B"),
    "audit_trail": ("Audit Trail Profiles", "Audit Trail Message Format", "PS3.15 A"),
    "digital_signatures": ("Digital Signature Profiles", "Creator RSA Digital Signature", "PS3.15 C"),
    "de_identification": (
        "Attribute Confidentiality Profiles",
        "Basic Application Level Confidentiality",
        "PS3.15 E",
    ),
    "media_security": ("Media Storage Security Profiles", "Basic DICOM Media Security", "PS3.15 D"),
    "secure_use": ("Secure Use Profiles", "Online Electronic Storage", "PS3.15 A"),
    "system_management": ("System Management Profiles", "Basic Time Synchronization", "PS3.15 F to H"),
}
"""The groups of profiles in a description: what they are called, an example, the annex of PS3.15."""

_MORE = {"secure_transport": "tls_versions", "de_identification": "options"}
"""What a description says of a profile besides, by group."""

_TLS = ("1.0", "1.1", "1.2", "1.3")
"""Versions of TLS from the oldest on."""

_OF_NETWORKS = ("secure_transport", "user_identity", "web_access")
"""Groups that mean nothing to an Application Entity that only has media."""


def words(wanted: Mapping[str, Any]) -> str:
    """The profiles by group, with what else is wanted of them."""
    return "; ".join(_words(group, asked) for group, asked in wanted.items())


def _words(group: str, asked: Mapping[str, Any]) -> str:
    if group == "web_access":
        return f"web access by {choice_words(asked).replace('_', ' ')}"
    more = [f"TLS {version}" for version in asked.get("tls_versions", ())]
    more += [f"TLS {asked['tls_at_least']} or later"] if "tls_at_least" in asked else []
    more += [*asked.get("options", ()), *asked.get("messages", ())]
    told = f"{in_words(group)}: {choice_words(asked)}"
    return f"{told}, with {names(more)}" if more else told


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the records of each group say about each profile."""
    for group, asked in wanted.items():
        records = getattr(candidate.capability.security, group)

        def ground_of(
            item: Any, group: str = group, records: Mapping[str, Any] = records, asked: Mapping[str, Any] = asked
        ) -> Ground:
            return _of_item(item, group, records, asked, candidate)

        yield from grounds_of(asked, ground_of)
        if "messages" in asked:
            yield from _messages(records, asked["messages"], candidate)


def _of_item(
    item: Any, group: str, records: Mapping[str, Any], asked: Mapping[str, Any], candidate: Candidate
) -> Ground:
    at: Path = ("security", group)
    name = f"web access by {item.replace('_', ' ')}" if group == "web_access" else item["name"]
    found = {key: one for key, one in records.items() if _is(item, one)}
    if not found and candidate.lists(records):
        others = names(list(dict.fromkeys(_called(one) for one in records.values())))
        return not_met(f"{name} is not among what is supported: {others}.", at)
    if not found:
        return not_stated(f"Whether {name} is supported is not stated.", at)
    more = _MORE.get(group, "")
    enough = {key: one for key, one in found.items() if not _lacking(one, more, asked)}
    if enough:
        paths = [(*at, key) for key in enough]
        versions = sorted({version for one in enough.values() for version in getattr(one, "tls_versions", ())})
        told = f" with TLS {listed(versions, 'and')}" if versions else ""
        return under(_only_for(group, enough, candidate.capability), f"{name} is supported{told}.", *paths)
    key, one = next(iter(found.items()))
    lacking = listed(_lacking(one, more, asked), "and")
    if getattr(one, more) and not candidate.draft:
        return not_met(f"{name} is supported, but not with {lacking}.", (*at, key, more))
    return not_stated(f"{name} is supported; whether with {lacking} is not stated.", (*at, key))


def _is(item: Any, one: Any) -> bool:
    return bool(one.scheme == item if isinstance(one, WebAccess) else one.profile.id == item["id"])


def _called(one: Any) -> str:
    return str(one.scheme).replace("_", " ") if isinstance(one, WebAccess) else str(one.profile.name)


def _lacking(one: Any, more: str, asked: Mapping[str, Any]) -> list[str]:
    """What is wanted of a profile besides and is not stated."""
    if more == "options" and more in asked:
        stated = {option.id for option in one.options}
        return [option["name"] for option in asked[more] if option["id"] not in stated]
    if more != "tls_versions":
        return []
    lacking = [f"TLS {text}" for text in asked.get(more, ()) if text not in one.tls_versions]
    least = asked.get("tls_at_least")
    if least and not any(version in _TLS[_TLS.index(least) :] for version in one.tls_versions):
        lacking.append(f"TLS {least} or later")
    return lacking


def _messages(records: Mapping[str, Any], wanted: list[str], candidate: Candidate) -> Iterator[Ground]:
    """Audit messages stand with one of the profiles, mostly with that of their format."""
    stated = {
        spelled(name): ("security", "audit_trail", key, "messages", name)
        for key, one in records.items()
        for name in one.messages
    }
    there = [name for name in wanted if spelled(name) in stated]
    lacking = [name for name in wanted if spelled(name) not in stated]
    at: Path = ("security", "audit_trail")
    if there:
        yield met(f"Audit messages are sent for {names(there)}.", *(stated[spelled(name)] for name in there))
    if lacking and candidate.lists(stated):
        yield not_met(f"Audit messages for {names(lacking)} are not among those that are sent.", at)
    elif lacking:
        yield not_stated(f"Whether audit messages for {names(lacking)} are sent is not stated.", at)


def _only_for(group: str, found: Mapping[str, Any], capability: Capability) -> str:
    """The Application Entities that it is for, if they are not all that it can be for; empty otherwise."""
    entities = [name for one in found.values() for name in one.application_entities]
    if any(not one.application_entities for one in found.values()):
        return ""
    networked = {one.application_entity for one in capability.services.values()}
    networked |= {one.application_entity for one in capability.web_services.values()}
    if set(entities) >= (networked if group in _OF_NETWORKS and networked else set(capability.application_entities)):
        return ""
    return f"For {listed(entities, 'and')} only."


def _group(group: str) -> dict[str, Any]:
    what, example, clause = GROUPS[group]
    item = {"type": "string", "minLength": 1, "x-dicom": "security-profile"}
    versions = {"enum": list(_TLS)}
    more: dict[str, dict[str, Any]] = {
        "tls_versions": {
            "description": "Versions of TLS, all of which are needed.",
            "x-ps3": clause,
            "type": "array",
            "items": versions,
            "minItems": 1,
            "examples": [["1.3"]],
        },
        "tls_at_least": {
            "description": "Version of TLS; one of it or a later one is needed.",
            "x-ps3": clause,
            **versions,
            "examples": ["1.2"],
        },
        "messages": {
            "description": "Audit messages, all of which are needed, by their names in PS3.15 A.5.3.",
            "x-ps3": "PS3.15 A.5.3",
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "examples": [["User Authentication"]],
        },
        "options": {
            "description": "Options of the profile, all of which are needed.",
            "x-ps3": "PS3.15 E.3",
            "type": "array",
            "items": item,
            "minItems": 1,
            "examples": [["Clean Pixel Data"]],
        },
    }
    keys = {
        "secure_transport": ("tls_versions", "tls_at_least"),
        "audit_trail": ("messages",),
        "de_identification": ("options",),
    }
    return {
        "description": f"{what[0].upper()}{what[1:]}.",
        "x-ps3": clause,
        "type": "object",
        "oneOf": CHOICE,
        "properties": {
            **choice_of(item, f"{what[0].upper()}{what[1:]}, by id, clause or name,", [example]),
            **{key: more[key] for key in keys.get(group, ())},
        },
        "additionalProperties": False,
    }


KIND = RequirementKind(
    name="security",
    title="Security",
    what="Profiles of PS3.15 that the product supports, with versions of TLS, options and audit messages, and how "
    "requests over HTTP say who sends them.",
    schema={
        "type": "object",
        "minProperties": 1,
        "properties": {
            **{group: _group(group) for group in GROUPS},
            "web_access": {
                "description": "How requests over HTTP say who sends them.",
                "x-ps3": "PS3.2 N.8.6",
                "type": "object",
                "oneOf": CHOICE,
                "properties": choice_of(
                    {"enum": [each.value for each in AccessScheme if each is not AccessScheme.NONE]},
                    "Ways",
                    ["bearer"],
                ),
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    },
    example={"secure_transport": {"one_of": ["BCP 195 RFC 8996, 9325 TLS"], "tls_at_least": "1.2"}},
    words=words,
    judge=judge,
)
