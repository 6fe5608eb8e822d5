"""What is doubtful about a document: wrong identifiers, roles that nothing says, contradictions, what nobody read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dcsgen.base.draft import Doubt, Evidence, Fact
from dcsgen.base.finding import Kind
from dcsgen.base.place import Path
from dcsgen.base.standard import uids
from dcsgen.base.text import listed
from dcsgen.base.words import Role
from dcsgen.ingest import kinds, lexicon
from dcsgen.ingest.assembling import Supported
from dcsgen.ingest.claims import ServiceClaim, Where, evidence
from dcsgen.ingest.readers import services
from dcsgen.plugin.document import Document

_UID = re.compile(r"[\d.\s]+")

SHOWN = 4
"""SOP Classes that one sentence names."""


def doubt(kind: Kind, message: str, places: Iterable[Evidence] = (), path: Path = ()) -> Doubt:
    """A doubt of a kind."""
    return Doubt(code=kind.code, slug=kind.slug, message=message, evidence=tuple(places), path=path)


def doubts_of(
    document: Document, claims: Sequence[ServiceClaim], items: Sequence[Supported], facts: Iterable[Fact] = ()
) -> Iterator[Doubt]:
    """All doubts about a document: what is wrong goes before what may be. `facts` are those beside services."""
    for sentence in document.unread:
        yield doubt(kinds.NOT_READ, sentence)
    for claim in claims:
        yield from _wrong(claim)
    facts = list(facts)
    for fact in facts:
        yield from _unregistered(fact)
    yield from roles_disagree(claims)
    yield from syntaxes_disagree(items)
    for claim in claims:
        if claim.role is None:
            what = claim.name or claim.wildcard or name_of(claim.uid)
            message = f"in which role {what} is supported was not found"
            yield doubt(kinds.ROLE_NOT_FOUND, message, [claim.evidence])
    yield from _rows(document, {(place.table, place.row) for fact in facts for place in fact.evidence})
    if document.recognised:
        yield doubt(kinds.RECOGNISED, "the text was recognised from pictures of pages")
    yield from _unused(document, items, claims)


def nothing_found(description: Mapping[str, Any]) -> Iterator[Doubt]:
    """That a description has no service of any sort."""
    if not description.keys() & {"services", "web_services", "media"}:
        yield doubt(
            kinds.NO_SERVICE_FOUND, "no service was found: no SOP Class with its role, no transaction, no media"
        )


def roles_disagree(claims: Iterable[ServiceClaim]) -> Iterator[Doubt]:
    """SOP Classes whose roles are not the same in two sorts of places.

    An overview is about the whole product, so it is held against all Application Entities together.
    """
    overview: dict[str, list[ServiceClaim]] = {}
    inside: dict[tuple[str, str], dict[Where, list[ServiceClaim]]] = {}
    for claim in claims:
        if claim.role is None or not claim.uid:
            continue
        if claim.where is Where.OVERVIEW:
            overview.setdefault(claim.uid, []).append(claim)
        else:
            sorts = inside.setdefault((claim.uid, claim.application_entity), {})
            sorts.setdefault(claim.where, []).append(claim)
    for uid, summed in overview.items():
        detailed = [each for key, sorts in inside.items() if key[0] == uid for some in sorts.values() for each in some]
        yield from _roles_apart(uid, "the overview", summed, "the details", detailed)
    for (uid, entity), sorts in inside.items():
        of = f" of {entity}" if entity else ""
        yield from _roles_apart(
            uid,
            f"the SOP Classes{of}",
            sorts.get(Where.SOP_CLASSES, []),
            f"the Presentation Contexts{of}",
            sorts.get(Where.CONTEXTS, []),
        )


def syntaxes_disagree(items: Iterable[Supported]) -> Iterator[Doubt]:
    """SOP Classes that have other Transfer Syntaxes in another table; one doubt for all of the same two tables."""
    found: dict[tuple[str, Role, int | None, int | None], list[tuple[str, Evidence, Evidence]]] = {}
    for item in items:
        stated = [claim for claim in item.claims if claim.transfer_syntaxes]
        for other in stated[1:]:
            first = stated[0]
            if {one.uid for one in other.transfer_syntaxes} != {one.uid for one in first.transfer_syntaxes}:
                key = (item.entity, item.role, first.evidence.table, other.evidence.table)
                found.setdefault(key, []).append((item.uid, first.evidence, other.evidence))
                break
    for (entity, role, *_), apart in found.items():
        names = _several([uid for uid, *_ in apart])
        places = [place for _, *both in apart[:SHOWN] for place in both]
        message = f"two tables have different Transfer Syntaxes for {names} as {role} of {entity}"
        yield doubt(kinds.SYNTAXES_DISAGREE, message, places)


def name_of(uid: str) -> str:
    """The registered name of a UID, or the UID itself."""
    registered = uids.by_uid(uid)
    return registered.name if registered is not None else uid


def _roles_apart(
    uid: str, one: str, ones: Sequence[ServiceClaim], other: str, others: Sequence[ServiceClaim]
) -> Iterator[Doubt]:
    if not ones or not others:
        return
    left, right = _roles(ones), _roles(others)
    if left != right:
        message = f"{name_of(uid)} is {_words(left)} by {one}, and {_words(right)} by {other}"
        yield doubt(kinds.ROLES_DISAGREE, message, [claim.evidence for claim in (*ones, *others)])


def _roles(claims: Iterable[ServiceClaim]) -> set[Role]:
    found: set[Role] = set()
    for claim in claims:
        if claim.role is not None:
            found |= {Role.SCU, Role.SCP} if claim.role is Role.BOTH else {claim.role}
    return found


def _words(roles: Iterable[Role]) -> str:
    return listed([role.value for role in Role if role in set(roles)], "and")


def _several(found: Sequence[str]) -> str:
    names = [name_of(uid) for uid in dict.fromkeys(found)]
    more = [f"{len(names) - SHOWN + 1} more"] if len(names) > SHOWN else []
    return listed([*(names[: SHOWN - 1] if more else names), *more], "and")


def _rows(document: Document, used: Collection[tuple[int | None, int | None]]) -> Iterator[Doubt]:
    """Rows that were not understood, and from which nothing else was read; together for each table."""
    found = (evidence(row) for row in services.rows_not_understood(document))
    rows = [place for place in found if (place.table, place.row) not in used]
    for table, same in groupby(rows, key=lambda place: place.table):
        places = list(same)
        count = f"{len(places)} rows of table {table} were" if len(places) > 1 else f"a row of table {table} was"
        said = listed([f"“{_short(place.text)}”" for place in places[:SHOWN]], "and")
        more = f", and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
        yield doubt(kinds.ROW_NOT_UNDERSTOOD, f"{count} not understood: {said}{more}", places)


def _short(text: str) -> str:
    return " ".join(text.split())[:80]


def _unregistered(fact: Fact) -> Iterator[Doubt]:
    """A value that is a UID below the root of DICOM and is not registered."""
    uid = fact.value if isinstance(fact.value, str) and _UID.fullmatch(fact.value) else ""
    if uid.startswith(lexicon.REGISTERED) and uids.by_uid(uid) is None:
        message = f"{uid} is below the root of DICOM, but is not registered"
        yield doubt(kinds.NAME_AND_UID_DISAGREE, message, fact.evidence, fact.path)


def _wrong(claim: ServiceClaim) -> Iterator[Doubt]:
    """A name and a UID that do not belong together."""
    kind = kinds.NAME_AND_UID_DISAGREE
    if claim.uid.startswith(lexicon.REGISTERED) and uids.by_uid(claim.uid) is None:
        yield doubt(kind, f"{claim.uid} is below the root of DICOM, but is not registered", [claim.evidence])
    elif _UID.fullmatch(claim.printed_uid):
        message = f"“{claim.name}” is printed with the UID {claim.printed_uid}, which is not registered"
        yield doubt(kind, message, [claim.evidence])
    elif claim.name and (meant := lexicon.sop_class(claim.name)) and meant.uid != claim.uid:
        printed, named = uids.by_uid(claim.uid), uids.by_uid(meant.uid)
        if printed is not None and named is not None and _plain(printed.name) != _plain(named.name):
            message = f"“{claim.name}” is printed with the UID of {printed.name}; it is the name of {named.name}"
            yield doubt(kind, message, [claim.evidence])


def _plain(name: str) -> str:
    """A name without what tells retired and standard SOP Classes of one name apart."""
    return name.casefold().removesuffix(" (retired)").removesuffix(" - trial")


def _unused(document: Document, items: Sequence[Supported], claims: Iterable[ServiceClaim]) -> Iterator[Doubt]:
    """UIDs of SOP Classes that stand in the text, and in no fact."""
    used = {item.uid for item in items} | {claim.uid for claim in claims} | {claim.printed_uid for claim in claims}
    seen: dict[str, Evidence] = {}
    for number, text in enumerate(document.texts, 1):
        for named in lexicon.uids_in(text, uids.SOP_CLASSES):
            if named.uid not in used and (named.known or named.uid.startswith(lexicon.REGISTERED)):
                page = number if document.pages else None
                line = None if page else text[: max(text.find(named.uid), 0)].count("\n") + 1
                seen.setdefault(named.uid, Evidence(page=page, line=line, text=_around(text, named.uid)))
    for uid, where in seen.items():
        registered = uids.by_uid(uid)
        if registered is not None and registered.kind not in uids.SOP_CLASSES:
            continue
        what = f"{registered.name} ({uid})" if registered else uid
        yield doubt(kinds.UID_IN_NO_FACT, f"{what} stands in the document and is in no fact", [where])


def _around(text: str, uid: str) -> str:
    """The line of a text in which a UID stands, with the ones before and after it."""
    lines = text.splitlines()
    index = next((number for number, line in enumerate(lines) if uid in line), None)
    if index is None:
        return uid
    return "\n".join(line.strip()[:200] for line in lines[max(index - 1, 0) : index + 2] if line.strip())
