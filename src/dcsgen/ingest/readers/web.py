"""Transactions of DICOM web services, as user agent or as origin server: never taken for DIMSE services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.place import Path
from dcsgen.base.standard import web_services
from dcsgen.base.words import WebRole
from dcsgen.ingest import roles
from dcsgen.ingest.assembling import ONLY_ENTITY
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.entities import entities_of, entity_of, key_of
from dcsgen.ingest.pairs import heading_evidence, words
from dcsgen.ingest.readers.web_particulars import particulars
from dcsgen.ingest.sections import is_about, title_is_about
from dcsgen.plugin.document import Document, Heading, Paragraph, Section, Table

_SERVICES: tuple[tuple[str, str], ...] = (
    ("uri", r"wado[- ]?uri|\buri (web )?service"),
    ("worklist", r"\bups[- ]?rs\b|worklist (web )?service|\bups push|unified (worklist|procedure step).*(web|rs\b)"),
    ("npi", r"non-?patient[- ]instance"),
    ("storage-commitment", r"storage commitment (web )?service.*(web|rs\b)|dicomweb storage commitment"),
    ("studies", r"studies (web )?service|\b(wado|stow|qido)[- ]?rs\b"),
)
_NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "studies": (
        ("retrieve", r"wado[- ]?rs|\bretriev"),
        ("store", r"stow[- ]?rs|\bstor(e|ing)\b"),
        ("search", r"qido[- ]?rs|\bsearch|\bquery\b"),
    ),
    "uri": (("retrieve-rendered", r"\brendered\b"), ("retrieve-instance", r"wado[- ]?uri|\bretriev")),
    "worklist": (
        ("change-state", r"\bchange\b.*\bstate"),
        ("request-cancellation", r"\bcancel"),
        ("unsubscribe", r"\bunsubscribe|\bdelete subscription"),
        ("suspend", r"\bsuspend"),
        ("subscribe", r"\bsubscri"),
        ("create", r"\bcreat"),
        ("retrieve", r"\bretriev"),
        ("update", r"\bupdat"),
        ("search", r"\bsearch|\bquery\b"),
    ),
    "npi": (("retrieve", r"\bretriev"), ("store", r"\bstor(e|ing)\b"), ("search", r"\bsearch|\bquery\b")),
    "storage-commitment": (("result", r"\bresult|\bquery\b"), ("request", r"\brequest")),
}
_ABBREVIATIONS = {"wado": "retrieve", "stow": "store", "qido": "search"}
_USER = re.compile(r"\buser agents?\b|\bweb clients?\b|\bclient\b", re.I)
_SERVER = re.compile(r"\borigin servers?\b|\bserver\b|\bendpoints?\b|\bthe service (will|supports?|ignores?)\b", re.I)
_USER_HEAD = re.compile(r"user agent|\buser of (the )?service|\bclient\b|\bscu\b", re.I)
_SERVER_HEAD = re.compile(r"origin server|provider of (the )?service|\bserver\b|\bscp\b", re.I)
_NOTHING = re.compile(
    r"^\W*(n/?a|none|not (supported|applicable|used)|not implemented)\W*$|\bnot supported\b|:\s*n/?a\W*$", re.I
)
_DETAIL = re.compile(
    r"\b(status|codes?|response|payload|attributes?|parameters?|header|changes from|reason|match(ing)?|notes?|cache|"
    r"media types?|resources?|metadata|original|image|frames?|instances? within|an instance|required|"
    r"transfer syntax)\b",
    re.I,
)
_PRIVATE = re.compile(r"non-?standard|proprietary|private|not (a )?part of the (official )?dicom", re.I)
_TELLS = 3
"""How often one side has to be named more than the other for a document that says no role to be about it."""


class Used(NamedTuple):
    """A transaction in one role, as one place says it."""

    service: str
    transaction: str
    role: WebRole
    entity: str
    where: Evidence
    confidence: float
    private: bool = False


def read(document: Document) -> Iterator[Fact]:
    """The web services of a document, their transactions, and the particulars of these."""
    known = entities_of(document)
    sections = list(document.sections())
    used = [*_of_overviews(sections, known), *_of_headings(document, sections, known)]
    stated = {(one.service, one.transaction, one.role) for one in used if one.confidence >= 0.9}
    best: dict[tuple[str, str, WebRole], Used] = {}
    for one in used:
        key = (one.service, one.transaction, one.role)
        # Where an overview says which transactions there are, a chapter about another one is a contradiction.
        sure = one.confidence if not stated or key in stated else one.confidence * 0.8
        if key not in best or best[key].confidence < sure:
            best[key] = one._replace(confidence=round(sure, 3))
    services: dict[tuple[str, WebRole], Used] = {}
    for one in best.values():
        before = services.get((one.service, one.role))
        if before is None or (before.confidence, bool(before.entity)) < (one.confidence, bool(one.entity)):
            services[one.service, one.role] = one
    for (service, role), one in services.items():
        yield _service(service, role, one, known)
    for one in best.values():
        path = ("web_services", _key(one.service, one.role), "transactions", one.transaction)
        value = {"private": True} if one.private else {}
        yield Fact(path=path, value=value, evidence=(one.where,), method=Method.HEADING, confidence=one.confidence)
    yield from _particulars(sections, best)


def _key(service: str, role: WebRole) -> str:
    return f"{service}-{role.value.replace('_', '-')}"


def _service(service: str, role: WebRole, one: Used, known: Sequence[str]) -> Fact:
    entity = one.entity or (known[0] if len(known) == 1 else ONLY_ENTITY)
    found = web_services.find_service(service)
    name = found.name.removesuffix(" Service") if found is not None else service
    return Fact(
        path=("web_services", _key(service, role)),
        value={"application_entity": key_of(entity), "service": name, "role": role.value, "transactions": {}},
        evidence=(one.where,),
        method=Method.HEADING,
        confidence=one.confidence,
    )


def service_of(texts: Sequence[str]) -> str:
    """The id of the web service that the innermost of some titles names; empty if none does."""
    for text in reversed(texts):
        for service, pattern in _SERVICES:
            if re.search(pattern, words(text), re.I):
                return service
    return ""


def transaction_of(text: str, service: str) -> tuple[str, float]:
    """The transaction of a service that a text names, with how sure that is; empty if it names none."""
    plain = words(text)
    by_name = next((name for name, pattern in _NAMES.get(service, ()) if re.search(pattern, _plain(plain), re.I)), "")
    short = re.search(r"\b(wado|stow|qido)[- ]?rs\b", plain, re.I)
    if short is not None and service == "studies":
        by_short = _ABBREVIATIONS[short[1].casefold()]
        return (by_name or by_short), (0.95 if by_name in ("", by_short) else 0.55)
    return by_name, 0.93


def _plain(text: str) -> str:
    """A title without the abbreviation in brackets, which may contradict it."""
    return re.sub(r"\((wado|stow|qido)[- ]?rs\)", "", text, flags=re.I)


def _of_overviews(sections: Sequence[Section], known: Sequence[str]) -> Iterator[Used]:
    """Tables with a row for each transaction and columns for the user agent and the origin server."""
    for section in sections:
        table = section.block
        if not isinstance(table, Table) or len(table.rows) < 2:
            continue
        heads = [words(text) for text in table.rows[0].texts]
        user = next((index for index, head in enumerate(heads) if index and _USER_HEAD.search(head)), None)
        server = next((index for index, head in enumerate(heads) if index and _SERVER_HEAD.search(head)), None)
        titles = [*section.titles, table.caption]
        about = re.search(r"user agent|origin server|\bweb\b|dicomweb", " ".join((*heads, *titles)), re.I)
        if user is None or server is None or user == server or not (about or service_of(titles)):
            continue
        group = ""
        for row in table.rows[1:]:
            name = words(row.texts[0])
            group = name if service_of([name]) and not any(map(roles.is_answer, row.texts[1:])) else group
            service = service_of([*titles, group, name])
            transaction, sure = transaction_of(name, service) if service else ("", 0.0)
            if not transaction:
                continue
            for index, role in ((user, WebRole.USER_AGENT), (server, WebRole.ORIGIN_SERVER)):
                if index < len(row.cells) and roles.is_yes(row.texts[index]):
                    yield Used(service, transaction, role, entity_of(section), evidence(row), sure)


def _of_headings(document: Document, sections: Sequence[Section], known: Sequence[str]) -> Iterator[Used]:
    """Chapters about transactions, with the role that a heading, a sentence or the whole document says."""
    default = _role_of(document)
    named = _entities(sections)
    filled: dict[Heading, list[Section]] = {}
    for section in sections:
        for heading in section.headings:
            filled.setdefault(heading, []).append(section)
    for heading, below in filled.items():
        titles = [each.text for each in below[0].headings[: below[0].headings.index(heading) + 1]]
        if any(title_is_about(title, subject) for title in titles for subject in ("glossary", "limits", "history")):
            continue
        if _DETAIL.search(_plain(heading.text)) or re.search(r"configur|overview|status", " ".join(titles), re.I):
            continue
        service = service_of(titles)
        transaction, sure = transaction_of(heading.text, service) if service else ("", 0.0)
        private = False
        if service and not transaction and _is_private(heading, below):
            transaction, sure, private = _slug(heading.text), 0.86, True
        if not transaction:
            continue
        for role, contents, factor in _roles_of(below, len(titles), default):
            if _says_something(contents):
                entity = named.get((service, role), "") or entity_of(below[0])
                where = heading_evidence(heading)
                yield Used(service, transaction, role, entity, where, round(sure * factor, 3), private)


def _is_private(heading: Heading, below: Sequence[Section]) -> bool:
    """Whether a heading with requests of its own below is about a transaction that PS3.18 does not have."""
    methods = any(
        isinstance(section.block, Table)
        and section.headings[-1] == heading
        and re.match(r"(http )?method", words(section.block.rows[0].texts[0]), re.I)
        for section in below
    )
    said = _PRIVATE.search(heading.text) or any(
        isinstance(each.block, Paragraph) and _PRIVATE.search(each.block.text) for each in below[:2]
    )
    return bool(methods and said and _slug(heading.text))


def _slug(text: str) -> str:
    plain = re.sub(r"\(.*?\)", "", words(text)).casefold()
    return re.sub(r"[^a-z]+", "-", plain).strip("-")[:64]


def _roles_of(
    below: Sequence[Section], depth: int, default: tuple[WebRole, float] | None
) -> Iterator[tuple[WebRole, list[Section], float]]:
    """The roles of a chapter, with what stands in it for each: sections of their own, or a sentence, or the default."""
    apart: dict[WebRole, list[Section]] = {}
    for section in below:
        for title in section.titles[depth:]:
            for role, pattern in ((WebRole.USER_AGENT, r"user agent"), (WebRole.ORIGIN_SERVER, r"origin server")):
                if re.match(pattern, words(title), re.I) and not re.search(r"n/a$", title.strip(), re.I):
                    apart.setdefault(role, []).append(section)
    if apart:
        yield from ((role, contents, 1.0) for role, contents in apart.items())
        return
    if any(re.match(r"(user agent|origin server)", words(title), re.I) for each in below for title in each.titles):
        return
    if default is not None:
        yield default[0], list(below), default[1]


def _says_something(contents: Sequence[Section]) -> bool:
    texts = [
        words(each.block.text) if isinstance(each.block, Paragraph) else "table"
        for each in contents
        if not isinstance(each.block, Heading)
    ]
    return any(text and not _NOTHING.search(text) for text in texts)


def _role_of(document: Document) -> tuple[WebRole, float] | None:
    """The role that a document has where it says none: that of the side that it names far more often."""
    users = servers = 0
    for section in document.sections():
        if isinstance(section.block, Table):
            cells = [words(text).casefold() for row in section.block.rows[1:] for text in row.texts]
            users += _TELLS * cells.count("user agent")
            servers += _TELLS * cells.count("origin server")
        if isinstance(section.block, Paragraph) and not is_about(section, "glossary"):
            for sentence in re.split(r"(?<=[.;])\s+", section.block.text):
                if re.search(r"\b(is|are|acts? as) (a|an|the) (\w+ )?(user agent|client)\b", sentence, re.I):
                    users += _TELLS
                users += bool(re.search(r"\buser agent\b", sentence, re.I))
                servers += bool(_SERVER.search(sentence)) and bool(service_of(section.titles))
                servers += bool(re.search(r"supports? .*(dicomweb|web services?)", sentence, re.I))
    if users >= servers + _TELLS or (users and not servers):
        return WebRole.USER_AGENT, 0.86
    if servers >= users + _TELLS or (servers and not users):
        return WebRole.ORIGIN_SERVER, 0.86
    return None


def _entities(sections: Sequence[Section]) -> dict[tuple[str, WebRole], str]:
    """The Application Entities of services, as tables of names and roles say."""
    found: dict[tuple[str, WebRole], str] = {}
    for section in sections:
        table, service = section.block, service_of(section.titles)
        if not isinstance(table, Table) or not service or table.width < 2:
            continue
        for row in table.rows[1:]:
            text = " ".join(row.texts[1:]).casefold()
            for role in WebRole:
                if role.value.replace("_", " ") in text and re.match(
                    r"(ae|application entity)", table.rows[0].texts[0], re.I
                ):
                    found.setdefault((service, role), words(row.texts[0].partition("\n")[0]))
    return found


def _particulars(sections: Sequence[Section], used: dict[tuple[str, str, WebRole], Used]) -> Iterator[Fact]:
    """What chapters say about transactions that were found, each thing once."""
    seen: set[Path] = set()
    before = ""
    for section in sections:
        service = service_of(section.titles)
        transaction = next(
            (name for title in reversed(section.titles) if (name := transaction_of(title, service)[0])), ""
        ) or next(
            (
                _slug(title)
                for title in reversed(section.titles)
                if (service, _slug(title)) in {key[:2] for key in used}
            ),
            "",
        )
        own = [one for (of, name, _), one in used.items() if (of, name) == (service, transaction)]
        if len(own) > 1:
            user, server = "User Agent" in section.titles, "Origin Server" in section.titles
            own = [
                one
                for one in own
                if (user and one.role is WebRole.USER_AGENT) or (server and one.role is WebRole.ORIGIN_SERVER)
            ]
        for one in own[:1]:
            root: Path = ("web_services", _key(service, one.role), "transactions", transaction)
            for path, value, where, sure in particulars(section, service, transaction, before):
                if (*root, *path) not in seen:
                    seen.add((*root, *path))
                    yield Fact(path=(*root, *path), value=value, evidence=(where,), method=Method.NAME, confidence=sure)
        if isinstance(section.block, Paragraph) and not section.block.item:
            before = words(section.block.text)
