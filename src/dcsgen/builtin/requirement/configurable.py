"""What the user of a product, or its service, has to be able to configure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.content_words import Setting
from dcsgen.base.finding import Path
from dcsgen.base.requirement import Ground
from dcsgen.base.text import listed
from dcsgen.base.words import Configurable
from dcsgen.builtin.requirement._grounds import met, names, not_met, not_stated, under
from dcsgen.model import Parameter
from dcsgen.plugin import Candidate, RequirementKind

_ADDRESSES = {
    "local_addresses": ("AE Title and port of {}", "AE Titles and ports of {}", "local"),
    "remote_addresses": ("The address of the peer {}", "The addresses of the peers {}", "remote"),
}
"""Words for one address and for several, and the key of the configuration."""

BY = {"enum": [Configurable.USER.value, Configurable.SERVICE.value]}


def words(wanted: Mapping[str, Any]) -> str:
    """What has to be configurable, and by whom."""
    parts = []
    for key, text in (("local_addresses", "own AE Titles and ports"), ("remote_addresses", "addresses of peers")):
        if key in wanted:
            parts.append(f"{text} by the {wanted[key]}")
    for key in ("settings", "parameters"):
        parts += [f"{name.replace('_', ' ')} by the {by}" for name, by in wanted.get(key, {}).items()]
    return f"configurable: {names(parts)}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the configuration says about each thing."""
    configuration = candidate.capability.configuration
    for key, (one, several, field) in _ADDRESSES.items():
        if key in wanted:
            yield from _addresses(one, several, wanted[key], field, getattr(configuration, field))
    parameters = configuration.parameters or {}
    for word, by in wanted.get("settings", {}).items():
        found = {name: one for name, one in parameters.items() if one.stands_for == word}
        yield from _of_parameters(word.replace("_", " "), by, found, candidate)
    for word, by in wanted.get("parameters", {}).items():
        found = {name: one for name, one in parameters.items() if name.casefold() == word.casefold()}
        yield from _of_parameters(word, by, found, candidate)


def _addresses(one: str, several: str, by: str, field: str, records: Mapping[str, Any]) -> Iterator[Ground]:
    """Addresses that can be configured by the same people together."""
    at: Path = ("configuration", field)
    if not records:
        what = "addresses of peers" if field == "remote" else "AE Titles and ports"
        yield not_stated(f"Whether {what} can be configured is not stated.", at)
    alike: dict[Configurable | None, list[str]] = {}
    for name, record in records.items():
        alike.setdefault(record.configurable, []).append(name)
    for stated, found in alike.items():
        what = (several if len(found) > 1 else one).format(listed(found, "and"))
        yield _ground(what, by, stated, *((*at, name) for name in found))


def _of_parameters(what: str, by: str, found: Mapping[str, Parameter], candidate: Candidate) -> Iterator[Ground]:
    at: Path = ("configuration", "parameters")
    if not found and candidate.capability.configuration.parameters == {} and not candidate.draft:
        yield not_met(f"There are no parameters, so that {what} cannot be configured.", at)
    elif not found:
        # A parameter may go by another name, so a list without it does not say that there is none.
        yield not_stated(f"Whether {what} can be configured is not stated.", at)
    for name, parameter in found.items():
        of = f" of {parameter.application_entity}" if parameter.application_entity else ""
        yield _ground(f"{name}{of}", by, parameter.configurable, (*at, name))


def _ground(what: str, by: str, stated: Configurable | None, *paths: Path) -> Ground:
    if stated is None:
        return not_stated(f"{what}: by whom it can be configured is not stated.", *paths)
    if stated is Configurable.FIXED:
        return not_met(f"{what} cannot be configured.", *paths)
    told = f"{what} can be configured by the {stated}."
    if by == Configurable.USER and stated is Configurable.SERVICE:
        return under(f"{what} can be configured by a service technician only.", told, *paths)
    return met(told, *paths)


KIND = RequirementKind(
    name="configurable",
    title="Configurable things",
    what="Addresses, settings and parameters that the user, or at least the service, can change. What the service "
    "alone can change meets a requirement for the user under that condition.",
    schema={
        "type": "object",
        "minProperties": 1,
        "properties": {
            "local_addresses": {**BY, "description": "AE Titles and ports of the product.", "examples": ["service"]},
            "remote_addresses": {**BY, "description": "AE Titles and addresses of peers.", "examples": ["user"]},
            "settings": {
                "description": "Parameters by what they stand for, whatever the product calls them.",
                "x-ps3": "PS3.2 N.6",
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"enum": [each.value for each in Setting]},
                "additionalProperties": BY,
                "examples": [{"association_request_timeout": "service"}],
            },
            "parameters": {
                "description": "Parameters by the names that the product has for them.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": BY,
                "examples": [{"Number of retries": "user"}],
            },
        },
        "additionalProperties": False,
    },
    example={"remote_addresses": "user"},
    words=words,
    judge=judge,
)
