"""From a document to a draft: what all readers say, put together, with what nobody could use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import structs

from dcsgen.base.draft import Draft, Fact, Method, Origin
from dcsgen.base.words import Role
from dcsgen.ingest.assembling import ONLY_ENTITY, Supported, assembled, supported
from dcsgen.ingest.claims import ServiceClaim
from dcsgen.ingest.doubting import doubts_of, nothing_found
from dcsgen.ingest.entities import entities_of, key_of
from dcsgen.ingest.families import family_of
from dcsgen.ingest.merging import merged, unified
from dcsgen.ingest.private import private_facts
from dcsgen.ingest.readers import (
    addresses,
    associations,
    character_sets,
    identity,
    keys,
    media,
    parameters,
    security,
    services,
    statuses,
    web,
)
from dcsgen.plugin.document import Document
from dcsgen.version import __version__

THRESHOLD = 0.7
"""How sure a fact has to be to stand in the description."""

UNSURE = 0.65
"""How sure a fact is at most that no description can have."""

NOT_STATED = "not stated"

READERS: tuple[Callable[[Document], Iterator[Fact]], ...] = (
    identity.read,
    associations.read,
    addresses.read,
    character_sets.read,
    web.read,
    media.read,
    security.read,
    statuses.read,
    parameters.read,
)
"""What is read beside services, one line for each: facts with their paths in a description."""

SERVICE_READERS: tuple[Callable[[Document, Mapping[str, Any]], Iterator[Fact]], ...] = (keys.read,)
"""What is read about the services that were found, which these get as the description has them."""


def drafted(document: Document, origin: Origin, threshold: float = THRESHOLD) -> Draft:
    """The draft that a document gives."""
    claims = list(services.read(document))
    items = supported(claims, entities_of(document))
    together = assembled(items, threshold)
    facts = [fact for read in READERS for fact in read(document) if _is_of_network(fact, together.description)]
    services_of = together.description.get("services", {})
    facts += [fact for read in SERVICE_READERS for fact in read(document, services_of)]
    facts = unified([*facts, *private_facts(claims)])
    if document.recognised:
        facts = [_recognised(fact) for fact in facts]
    joined = merged(_head(origin) | together.description, facts, threshold)
    every = (*together.facts, *_wildcards(claims))
    return Draft(
        tool="dcsgen",
        version=__version__,
        origin=structs.replace(origin, layout=origin.layout or family_of(document)),
        description=joined.description,
        facts=(*(map(_recognised, every) if document.recognised else every), *facts),
        doubts=(
            *doubts_of(document, claims, items, facts),
            *joined.doubts,
            *nothing_found(joined.description),
        ),
        threshold=threshold,
    )


def _recognised(fact: Fact) -> Fact:
    """A fact that may rest on a letter that was taken for another."""
    return structs.replace(fact, method=Method.RECOGNISED, confidence=round(fact.confidence * 0.9, 3))


def _wildcards(claims: Sequence[ServiceClaim]) -> Iterator[Fact]:
    """Groups of SOP Classes that are claimed as a whole: what belongs to them is not said, so none is made up."""
    for claim in claims:
        if claim.wildcard and claim.role is not None:
            name = f"{key_of(claim.application_entity or ONLY_ENTITY).lower()}-wildcard-{claim.role.lower()}"
            value = {"application_entity": claim.application_entity, "role": claim.role.value, "group": claim.wildcard}
            yield Fact(
                path=("services", name, "wildcard"),
                value=value,
                evidence=(claim.evidence,),
                method=Method.WILDCARD,
                # No description can have it, so that it is never sure enough to stand there.
                confidence=round(min(claim.confidence, claim.role_confidence, UNSURE), 3),
            )


def _is_of_network(fact: Fact, description: Mapping[str, Any]) -> bool:
    """Whether a fact can be: what is said of all Application Entities is said of those with services."""
    entities = description.get("application_entities", {})
    return fact.method is not Method.REFERENCE or fact.path[2:3] != ("association",) or fact.path[1] in entities


def _head(origin: Origin) -> dict[str, Any]:
    """What every description has to say; of what the document does not, that it is not stated."""
    return {
        "dcsgen": 1,
        "product": {"name": re.sub(r"\.\w+$", "", origin.file), "vendor": NOT_STATED, "version": NOT_STATED},
        "document": {"identifier": origin.file, "revision": NOT_STATED, "date": NOT_STATED},
    }


def roles_of(items: Iterable[Supported]) -> dict[str, set[Role]]:
    """The single roles of SOP Classes, whatever the Application Entity."""
    found: dict[str, set[Role]] = {}
    for item in items:
        found.setdefault(item.uid, set()).add(item.role)
    return found
