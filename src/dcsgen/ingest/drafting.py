"""From a document to a draft: what all readers say, put together, with what nobody could use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dcsgen.base.draft import Draft, Origin
from dcsgen.base.words import Role
from dcsgen.ingest.assembling import Supported, assembled, supported
from dcsgen.ingest.doubting import doubts_of, nothing_found
from dcsgen.ingest.entities import entities_of
from dcsgen.ingest.readers import identity, services
from dcsgen.plugin.document import Document
from dcsgen.version import __version__

THRESHOLD = 0.7
"""How sure a fact has to be to stand in the description."""

NOT_STATED = "not stated"

READERS = (identity.read,)
"""What is read beside services; each gives facts with their paths in a description."""


def drafted(document: Document, origin: Origin, threshold: float = THRESHOLD) -> Draft:
    """The draft that a document gives."""
    claims = list(services.read(document))
    items = supported(claims, entities_of(document))
    together = assembled(items, threshold)
    facts = [*together.facts, *(fact for read in READERS for fact in read(document))]
    description = _head(origin)
    for fact in facts:
        if fact.path[0] in ("product", "document") and fact.confidence >= threshold:
            description[str(fact.path[0])][str(fact.path[1])] = fact.value
    description |= together.description
    return Draft(
        tool="dcsgen",
        version=__version__,
        origin=origin,
        description=description,
        facts=tuple(facts),
        doubts=(*doubts_of(document, claims, items, facts), *nothing_found(description)),
        threshold=threshold,
    )


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
