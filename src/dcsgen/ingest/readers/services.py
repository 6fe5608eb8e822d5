"""SOP Classes with their roles and Transfer Syntaxes, out of tables of whatever shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from dcsgen.base.draft import Method
from dcsgen.base.standard import uids
from dcsgen.base.words import Role
from dcsgen.ingest import lexicon, roles
from dcsgen.ingest.claims import ServiceClaim, SyntaxClaim, Where, evidence
from dcsgen.ingest.columns import Column, Columns, columns_of
from dcsgen.ingest.entities import entity_of
from dcsgen.ingest.lists import lists_of
from dcsgen.ingest.readers import sentences
from dcsgen.ingest.syntaxes import Syntaxes
from dcsgen.plugin.document import Cell, Document, Heading, Paragraph, Row, Section, Table

_MEMBERS = re.compile(r"\bSOP classes (?:of|in|within) (?:the )?.*\bmeta SOP class", re.I)
"""Captions of tables with what a Meta SOP Class is made of, which is negotiated as one (PS3.4 H.3)."""

_WEB = re.compile(r"\b(user agent|origin server)\b", re.I)
"""Roles in web services."""

_NO_SERVICES = re.compile(
    r"status|return(ed)? code|error|revision|history|change ?log|glossary|abbreviation|acronym|definition|terminolog|"
    r"reference|\bkeys?\b|attributes?\b|module|query|matching|mapping|limitation|media|file.?set|de-?identif",
    re.I,
)
"""Titles of sections in which the names of SOP Classes are no services."""

_SERVICES = re.compile(
    r"sop class|presentation context|conformance|network|abstract syntax|services? supported|overview", re.I
)


def read(document: Document) -> Iterator[ServiceClaim]:
    """What a document claims about services: its tables in their order, then what only lists and sentences say."""
    syntaxes = Syntaxes(document)
    claims: list[ServiceClaim] = []
    before: list[Paragraph] = []
    above: tuple[Heading, ...] = ()
    for section in document.sections():
        if section.headings != above:
            before, above = [], section.headings
        if isinstance(section.block, Paragraph):
            before = [*before[-3:], section.block]
        elif isinstance(section.block, Table):
            # One sentence may stand above several tables.
            claims += _of_table(section, section.block, before, syntaxes)
    yield from _with_lists([*claims, *_further(claims, document)], document)


def _further(claims: list[ServiceClaim], document: Document) -> Iterator[ServiceClaim]:
    """What lists and sentences claim that no table does."""
    known = {(claim.uid, role) for claim in claims for role in _single(claim.role)}
    for claim in sentences.read(document):
        if claim.wildcard or claim.role is None or not {(claim.uid, role) for role in _single(claim.role)} <= known:
            yield claim


def _single(role: Role | None) -> tuple[Role, ...]:
    return (Role.SCU, Role.SCP) if role is Role.BOTH else (role,) if role is not None else ()


def rows_not_understood(document: Document) -> Iterator[Row]:
    """Rows of tables about services that name something which is no SOP Class that is known."""
    for section in document.sections():
        table = section.block
        if not isinstance(table, Table):
            continue
        columns = columns_of(table)
        if not columns.has(Column.CLASS_UID) and not columns.has(Column.CLASS_NAME):
            continue
        if not _is_of_services(section, table, columns):
            continue
        for row in columns.body:
            # A row that says one thing all over is a heading within the table.
            if len(set(filter(None, row.texts))) > 1 and _said(row, columns) and not list(_classes(row, columns)):
                yield row


def _of_table(section: Section, table: Table, before: list[Paragraph], syntaxes: Syntaxes) -> list[ServiceClaim]:
    columns = columns_of(table)
    if not columns.has(Column.CLASS_UID) and not columns.has(Column.CLASS_NAME):
        return []
    if not _is_of_services(section, table, columns):
        return []
    scope = _scope(section, table, before)
    entity = entity_of(section)
    contexts = columns.has(Column.SYNTAX_UID) or columns.has(Column.SYNTAX_NAME)
    where = Where.CONTEXTS if contexts else Where.OVERVIEW if _is_overview(section) else Where.SOP_CLASSES
    found: list[ServiceClaim] = []
    for row in columns.body:
        last = found[-1] if found else None
        found += _of_row(row, columns, scope, where, syntaxes, last, entity, section.titles)
    return _joined(found)


def _is_of_services(section: Section, table: Table, columns: Columns) -> bool:
    """Whether a table that names SOP Classes says which are supported."""
    if _MEMBERS.search(table.caption):
        return False
    if columns.has(Column.ROLE) or columns.has(Column.SCU) or columns.has(Column.SCP):
        return True
    if columns.has(Column.SYNTAX_UID) or columns.has(Column.SYNTAX_NAME):
        return True
    title = " ".join((*section.titles[-2:], table.caption))
    if _NO_SERVICES.search(title) and not _SERVICES.search(title):
        return False
    return columns.has(Column.CLASS_UID) or bool(_SERVICES.search(title))


def _is_overview(section: Section) -> bool:
    return any(re.search(r"overview|summary", title, re.I) for title in section.titles)


def _scope(section: Section, table: Table, before: list[Paragraph]) -> tuple[Role | None, float, Method]:
    """The role that holds for a whole table: from its caption, the sentence before it, or the headings above."""
    if (role := roles.of_title(table.caption)) is not None:
        return role, 0.93, Method.HEADING
    for paragraph in reversed(before):
        if (said := roles.of_sentence(paragraph.text)) is not None:
            return said.role, said.confidence, Method.SENTENCE
    for distance, title in enumerate(reversed(section.titles)):
        if (role := roles.of_title(title)) is not None:
            return role, 0.92 - 0.04 * distance, Method.HEADING
    return None, 0.0, Method.HEADING


def _of_row(
    row: Row,
    columns: Columns,
    scope: tuple[Role | None, float, Method],
    where: Where,
    syntaxes: Syntaxes,
    last: ServiceClaim | None,
    entity: str,
    titles: tuple[str, ...],
) -> Iterator[ServiceClaim]:
    if _WEB.search(columns.text(row, Column.ROLE)):
        return
    named = list(_classes(row, columns))
    own = syntaxes.of_cells(_cell(row, columns, Column.SYNTAX_NAME), _cell(row, columns, Column.SYNTAX_UID))
    if not named:
        # A row that goes on with the Transfer Syntaxes of the SOP Class above.
        if last is not None and own and not _said(row, columns):
            yield structs.replace(last, transfer_syntaxes=_marked(own, Method.SPANNED))
        return
    role, sure = _role(row, columns, scope)
    if role is None and (columns.has(Column.SCU) or columns.has(Column.SCP)):
        # Both columns say no.
        return
    for one, name, printed in named:
        yield ServiceClaim(
            uid=one.uid,
            name=name,
            role=role,
            where=where,
            evidence=evidence(row),
            method=one.method,
            confidence=one.confidence,
            role_confidence=sure,
            application_entity=_entity(row, columns) or entity,
            printed_uid=printed,
            extended_negotiation=columns.text(row, Column.NEGOTIATION),
            transfer_syntaxes=own,
            headings=titles,
        )


def _classes(row: Row, columns: Columns) -> Iterator[tuple[lexicon.Named, str, str]]:
    """The SOP Classes of a row with the names that are printed, and the UID that is printed if it is a wrong one."""
    name = " ".join(columns.text(row, Column.CLASS_NAME).split())
    numbers = columns.text(row, Column.CLASS_UID)
    found = lexicon.uids_in(numbers, uids.SOP_CLASSES) if numbers else []
    by_name = lexicon.sop_class(name) if name else None
    if not found:
        if by_name is not None:
            yield by_name, name, numbers.strip()
        return
    for one in found:
        registered = uids.by_uid(one.uid)
        if registered is not None and registered.kind not in uids.SOP_CLASSES:
            continue
        if not one.known and one.uid.startswith(lexicon.REGISTERED):
            # A misprint: the name says what is meant, if it does.
            if by_name is not None and len(found) == 1:
                yield by_name._replace(confidence=round(by_name.confidence * 0.75, 3)), name, one.uid
            else:
                yield one._replace(confidence=0.4), name, ""
            continue
        disagree = len(found) == 1 and by_name is not None and by_name.uid != one.uid and by_name.method is Method.NAME
        sure = round(one.confidence * (0.8 if disagree else 1.0), 3)
        yield one._replace(confidence=sure), name if len(found) == 1 else "", ""


def _role(row: Row, columns: Columns, scope: tuple[Role | None, float, Method]) -> tuple[Role | None, float]:
    if columns.has(Column.SCU, Column.SCP):
        return roles.of_yes_and_no(columns.text(row, Column.SCU), columns.text(row, Column.SCP)), 0.98
    if columns.has(Column.ROLE) and (role := roles.of_cell(columns.text(row, Column.ROLE))) is not None:
        return role, 0.98
    for column, single in ((Column.SCU, Role.SCU), (Column.SCP, Role.SCP)):
        if columns.has(column):
            return (single if roles.is_yes(columns.text(row, column)) else None), 0.95
    return scope[0], scope[1]


def _entity(row: Row, columns: Columns) -> str:
    return " ".join(columns.text(row, Column.ENTITY).split())


def _said(row: Row, columns: Columns) -> bool:
    """Whether a row names a SOP Class of its own that was not understood."""
    texts = (columns.text(row, Column.CLASS_NAME), columns.text(row, Column.CLASS_UID))
    return any(text.strip() for text in texts)


def _cell(row: Row, columns: Columns, column: Column) -> Cell | None:
    index = columns.at.get(column)
    return row.cells[index] if index is not None and index < len(row.cells) else None


def _marked(claims: tuple[SyntaxClaim, ...], method: Method) -> tuple[SyntaxClaim, ...]:
    return tuple(structs.replace(one, method=method, confidence=round(one.confidence * 0.97, 3)) for one in claims)


def _joined(claims: list[ServiceClaim]) -> list[ServiceClaim]:
    """The claims of one table, those about one SOP Class in one role as one: each row may add a Transfer Syntax."""
    found: dict[tuple[str, Role | None, str, str], ServiceClaim] = {}
    for claim in claims:
        # A row whose name says something else is kept apart, so that it can be told.
        meant = lexicon.sop_class(claim.name) if claim.name else None
        key = (claim.uid, claim.role, claim.application_entity, meant.uid if meant else claim.uid)
        before = found.get(key)
        if before is None:
            found[key] = claim
            continue
        known = {one.uid for one in before.transfer_syntaxes}
        more = tuple(one for one in claim.transfer_syntaxes if one.uid not in known)
        found[key] = structs.replace(before, transfer_syntaxes=(*before.transfer_syntaxes, *more))
    return list(found.values())


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many headings two sections share, from the outermost on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _with_lists(claims: list[ServiceClaim], document: Document) -> Iterator[ServiceClaim]:
    """The claims, with the Transfer Syntaxes that are listed elsewhere, where a claim has none of its own.

    Such a list is for the SOP Classes of the nearest section that holds both, as long as it is in the same
    Application Entity or in none.
    """
    lists = lists_of(document)
    for claim in claims:
        if claim.transfer_syntaxes or not lists:
            yield claim
            continue
        fitting = [one for one in lists if one.entity in ("", claim.application_entity)]
        near = max((_shared(claim.headings, one.titles) for one in fitting), default=0)
        joined: dict[str, SyntaxClaim] = {}
        for one in fitting:
            if _shared(claim.headings, one.titles) != near:
                continue
            factor = 0.95 if near > 1 or one.entity else 0.85
            for each in one.syntaxes:
                sure = round(each.confidence * factor, 3)
                joined.setdefault(each.uid, structs.replace(each, method=Method.REFERENCE, confidence=sure))
        yield structs.replace(claim, transfer_syntaxes=tuple(joined.values()))
