"""Transactions of DICOM web services, with the resources and media types that a product has to support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dcsgen.base.finding import Path
from dcsgen.base.requirement import Ground, of_all
from dcsgen.base.standard import web_services
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.base.words import WebRole
from dcsgen.builtin.requirement._grounds import best, names, not_met, not_stated, sentence_of, under
from dcsgen.model import WebService, WebTransaction
from dcsgen.plugin import Candidate, RequirementKind, Wrong

EARLIER = ("WADO-RS", "STOW-RS", "QIDO-RS")
"""Names of transactions that PS3.18 once had, and everybody still uses."""

_LISTS = {
    "resources": "the resource",
    "parameters": "the parameter",
    "request_media_types": "requests as",
    "response_media_types": "responses as",
}


class _Found(NamedTuple):
    key: str
    service: WebService
    transaction: WebTransaction
    path: Path


def words(wanted: Mapping[str, Any]) -> str:
    """The transaction with the role, and what is wanted of it."""
    parts = [names(wanted[key]) for key in _LISTS if key in wanted]
    told = f"{_name(wanted['transaction'])} as {wanted['role'].replace('_', ' ')}"
    return f"{told}: {'; '.join(parts)}" if parts else told


def _name(text: str) -> str:
    found = web_services.find_transaction(text)
    if found is None:
        return text
    service = web_services.find_service(found.service)
    return f"{found.name} of the {service.name if service else found.service}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What web services say about the transaction and each thing that is wanted of it."""
    facts = web_services.find_transaction(wanted["transaction"])
    role = WebRole(wanted["role"])
    what, records = _name(wanted["transaction"]), candidate.capability.web_services
    found = list(_transactions(facts.id if facts else "", role, records))
    if found:
        yield best(_of_transaction(one, wanted, candidate) for one in found)
    elif not records:
        yield not_stated(f"Web services are not stated, so that nothing is known of {what}.", ("web_services",))
    elif candidate.draft:
        yield not_stated(f"{what} is not among what is stated.", ("web_services",))
    else:
        as_role = role.value.replace("_", " ")
        yield not_met(f"No Application Entity supports {what} as {as_role}.", ("web_services",))


def _transactions(transaction_id: str, role: WebRole, records: Mapping[str, WebService]) -> Iterator[_Found]:
    service_id, _, name = transaction_id.partition("/")
    for key, service in records.items():
        if service.service.id == service_id and service.role is role and name in service.transactions:
            path: Path = ("web_services", key, "transactions", name)
            yield _Found(key, service, service.transactions[name], path)


def _of_transaction(one: _Found, wanted: Mapping[str, Any], candidate: Candidate) -> Ground:
    grounds = [
        ground for key, about in _LISTS.items() for ground in _listed(one, key, about, wanted.get(key, ()), candidate)
    ]
    worst = of_all(ground.fulfilment for ground in grounds)
    who = one.service.application_entity
    if not worst.holds:
        lacking = [ground for ground in grounds if ground.fulfilment is worst]
        return Ground(
            fulfilment=worst,
            sentence=" ".join(ground.sentence for ground in lacking),
            paths=tuple(dict.fromkeys(path for ground in lacking for path in ground.paths)),
        )
    as_role = one.service.role.value.replace("_", " ")
    return under(_conditions(one), f"{who} supports {words(wanted).replace(f' as {as_role}', '')}.", one.path)


def _conditions(one: _Found) -> str:
    """What has to be bought, and the limits that hold for the transaction."""
    limits = {**one.service.limits, **one.transaction.limits}
    told = [f"Limit: {name}, {limit.value:g} {limit.unit}".rstrip() + "." for name, limit in limits.items()]
    return " ".join([*([sentence_of(one.service.option)] if one.service.option else []), *told])


def _listed(one: _Found, key: str, about: str, wanted: Iterable[str], candidate: Candidate) -> Iterator[Ground]:
    stated = getattr(one.transaction, key)
    forms = {_media_type(text) for text in stated} | set(stated)
    for text in wanted:
        if text in forms or _media_type(text) in forms:
            continue
        who = one.service.application_entity
        if candidate.lists(stated):
            yield not_met(f"{who} does not support {about} {text}.", (*one.path, key))
        else:
            yield not_stated(f"{who} does not state whether it supports {about} {text}.", (*one.path, key))


def _media_type(text: str) -> str:
    """What a payload is made of: `application/dicom` of `multipart/related; type="application/dicom"`."""
    kind, _, parameters = text.partition(";")
    inner = parameters.strip().removeprefix("type=").strip('"') if kind.strip() == "multipart/related" else ""
    return inner or text


def check(wanted: Mapping[str, Any]) -> Iterator[Wrong]:
    """Transactions and resources that PS3.18 does not have."""
    text = wanted["transaction"]
    facts = web_services.find_transaction(text)
    if facts is None:
        known = [*EARLIER, *(each.id for each in web_services.transactions())]
        hint = did_you_mean(text, known) or f"there is: {names(known)}; `dcsgen standard list web-transaction` has all"
        yield Wrong(path=("transaction",), message=f"{quoted(text)} is no transaction of PS3.18", hint=hint)
        return
    resources = [each.name for each in facts.resources]
    for index, name in enumerate(wanted.get("resources", ())):
        if resources and name not in resources:
            hint = did_you_mean(name, resources) or f"there is: {', '.join(resources)}"
            message = f"{_name(text)} has no resource {quoted(name)}"
            yield Wrong(path=("resources", index), message=message, hint=hint)


def _texts(what: str, example: str, clause: str) -> dict[str, Any]:
    return {
        "description": f"{what}, all of which are needed.",
        "x-ps3": clause,
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "examples": [[example]],
    }


KIND = RequirementKind(
    name="web",
    title="Web services",
    what="A transaction of PS3.18 that the product supports as origin server or user agent, with resources, parameters "
    "and media types.",
    schema={
        "type": "object",
        "required": ["transaction", "role"],
        "properties": {
            "transaction": {
                "description": "Transaction as service and transaction (`studies/retrieve`), or by an earlier name: "
                "`WADO-RS`, `STOW-RS`, `QIDO-RS`.",
                "x-ps3": "PS3.18 8.1",
                "type": "string",
                "minLength": 1,
                "examples": ["WADO-RS", "worklist/search"],
            },
            "role": {
                "description": "Role of the product.",
                "enum": [each.value for each in WebRole],
                "examples": ["origin_server"],
                "x-ps3": "PS3.18 3.1",
            },
            "resources": _texts("Resources by their names in PS3.18", "Study", "PS3.18 8.2"),
            "parameters": _texts("Query parameters", "includefield", "PS3.18 8.3"),
            "request_media_types": _texts("Media types of requests", "application/dicom", "PS3.18 8.7"),
            "response_media_types": _texts("Media types of responses", "application/dicom+json", "PS3.18 8.7"),
        },
        "additionalProperties": False,
    },
    example={"transaction": "WADO-RS", "role": "origin_server", "resources": ["Study"]},
    words=words,
    judge=judge,
    check=check,
)
