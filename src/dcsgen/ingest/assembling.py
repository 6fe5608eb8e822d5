"""Puts claims together: services of a description, and the facts from which they are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.place import Path
from dcsgen.base.standard import uids
from dcsgen.base.standard.service_classes import class_of
from dcsgen.base.words import Role
from dcsgen.ingest.claims import ServiceClaim, SyntaxClaim, Where
from dcsgen.ingest.entities import key_of

ONLY_ENTITY = "AE"
"""What the one Application Entity is called of which a document does not say the name."""

NOT_STATED = "Not stated."
"""What stands for a text that a description has to have and a document does not."""

_WEIGHT = {Where.CONTEXTS: 0, Where.SOP_CLASSES: 1, Where.OVERVIEW: 2, Where.SENTENCE: 3}


class Supported(NamedTuple):
    """A SOP Class that an Application Entity supports in one role, by all that is claimed about it."""

    entity: str
    uid: str
    role: Role
    claims: tuple[ServiceClaim, ...]

    @property
    def confidence(self) -> float:
        """How sure it is; places that say the same make it surer."""
        doubt = 1.0
        for claim in self.claims:
            doubt *= 1.0 - min(claim.confidence, claim.role_confidence)
        best = max(min(claim.confidence, claim.role_confidence) for claim in self.claims)
        return round(max(best, min(1.0 - doubt, 0.99)), 3)

    @property
    def syntaxes(self) -> dict[str, SyntaxClaim]:
        """Its Transfer Syntaxes: those of the place that says most, and nowhere else."""
        for claim in sorted(self.claims, key=lambda each: _WEIGHT[each.where]):
            if claim.transfer_syntaxes:
                return {one.uid: one for one in claim.transfer_syntaxes}
        return {}


def supported(claims: Iterable[ServiceClaim], entities: Sequence[str]) -> tuple[Supported, ...]:
    """What is supported, by Application Entity, SOP Class and single role, in the order of the document.

    Claims without an Application Entity are about the only one there is, or about all that have the same SOP Class; if
    none has, about one without a name.
    """
    said = [claim for claim in claims if claim.role is not None and claim.uid]
    named = {claim.application_entity for claim in said if claim.application_entity} or set(entities[:1])
    found: dict[tuple[str, str, Role], list[ServiceClaim]] = {}
    for claim in said:
        for role in _single(claim.role):
            for entity in _entities(claim, role, said, sorted(named)):
                found.setdefault((entity, claim.uid, role), []).append(claim)
    return tuple(Supported(*key, tuple(members)) for key, members in found.items())


def _entities(claim: ServiceClaim, role: Role, claims: Sequence[ServiceClaim], named: Sequence[str]) -> list[str]:
    if claim.application_entity:
        return [claim.application_entity]
    if len(named) == 1:
        return list(named)
    having = {
        each.application_entity
        for each in claims
        if each.application_entity and each.uid == claim.uid and role in _single(each.role)
    }
    return sorted(having) or [ONLY_ENTITY]


def _single(role: Role | None) -> tuple[Role, ...]:
    if role is None:
        return ()
    return (Role.SCU, Role.SCP) if role is Role.BOTH else (role,)


class Assembled(NamedTuple):
    """Services and Application Entities as a description has them, and the facts they are made from."""

    description: dict[str, Any]
    facts: tuple[Fact, ...]


def assembled(items: Sequence[Supported], threshold: float) -> Assembled:
    """One service for what one Application Entity supports in one role with the same Transfer Syntaxes.

    Items below the threshold are among the facts alone.
    """
    both = _roles(items)
    groups: dict[tuple[str, str, Role, tuple[str, ...]], list[Supported]] = {}
    for item in items:
        role = both[item.entity, item.uid]
        if role is Role.BOTH and item.role is Role.SCP:
            continue
        key = (item.entity, class_of(item.uid) or "private", role, tuple(item.syntaxes))
        groups.setdefault(key, []).append(item)
    services: dict[str, Any] = {}
    facts: list[Fact] = []
    for (entity, service_class, role, syntaxes), members in groups.items():
        name = _named(f"{_key(entity)}-{_key(service_class)}-{role.lower()}", services)
        sure = [one for one in members if one.confidence >= threshold]
        facts += _facts(name, entity, role, members)
        services[name] = None
        if sure:
            listed = {"transfer_syntaxes": [_name(uid) for uid in syntaxes]} if syntaxes else {}
            services[name] = {
                "application_entity": key_of(entity),
                "sop_classes": [_name(one.uid) for one in sure],
                "role": role.value,
                **listed,
            }
    kept = {name: service for name, service in services.items() if service is not None}
    titles = {key_of(item.entity): item.entity for item in items}
    entities = {service["application_entity"]: _entity(titles, service) for service in kept.values()}
    description: dict[str, Any] = {"application_entities": entities, "services": kept} if kept else {}
    return Assembled(description, tuple(facts))


def _entity(titles: Mapping[str, str], service: Mapping[str, Any]) -> dict[str, str]:
    """An Application Entity of which no more is known than its name."""
    name = service["application_entity"]
    title = titles[name]
    return {"title": title, "function": NOT_STATED} if title != name else {"function": NOT_STATED}


def _roles(items: Sequence[Supported]) -> Mapping[tuple[str, str], Role]:
    found: dict[tuple[str, str], Role] = {}
    for item in items:
        before = found.get((item.entity, item.uid))
        found[item.entity, item.uid] = item.role if before in (None, item.role) else Role.BOTH
    return found


def _facts(name: str, entity: str, role: Role, members: Sequence[Supported]) -> Iterator[Fact]:
    path: Path = ("services", name)
    for one in members:
        places = tuple(claim.evidence for claim in one.claims)
        best = max(one.claims, key=lambda claim: claim.confidence)
        yield Fact(
            path=(*path, "sop_classes", one.uid),
            value={"application_entity": entity, "role": role.value, "sop_class": _name(one.uid)},
            evidence=places,
            method=best.method,
            confidence=one.confidence,
            printed=best.printed_uid,
        )
        for syntax in one.syntaxes.values():
            yield Fact(
                path=(*path, "sop_classes", one.uid, "transfer_syntaxes", syntax.uid),
                value=_name(syntax.uid),
                evidence=(syntax.evidence,),
                method=syntax.method,
                confidence=syntax.confidence,
            )


def single(path: Path, value: Any, evidence: Evidence, method: Method, confidence: float) -> Fact:
    """A fact from one place."""
    return Fact(path=path, value=value, evidence=(evidence,), method=method, confidence=confidence)


def _name(uid: str) -> str:
    registered = uids.by_uid(uid)
    return registered.keyword if registered is not None and registered.keyword else uid


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40].strip("-") or "service"


def _named(name: str, taken: Mapping[str, object]) -> str:
    if name not in taken:
        return name
    return next(f"{name}-{count}" for count in range(2, len(taken) + 3) if f"{name}-{count}" not in taken)
