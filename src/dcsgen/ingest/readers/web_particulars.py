"""Particulars of web transactions: resources, media types, searched Attributes, HTTP status codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dcsgen.base.draft import Evidence
from dcsgen.base.place import Path
from dcsgen.base.standard import elements, uids, web_services
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.lexicon import uids_in
from dcsgen.ingest.pairs import words
from dcsgen.plugin.document import Paragraph, Row, Section, Table

Said = tuple[Path, object, Evidence, float]

_MEDIA_TYPE = re.compile(
    r"multipart/related\s*;\s*type\s*=\s*\"?(?P<part>[\w.+-]+/[\w.+-]+)\"?|(?P<alone>(?:application|image|video|text)/[\w.+-]+)"
)
_REQUEST = re.compile(r"content-type|\brequests?\b(?! header)|\bpayload of requests?", re.I)
_RESPONSE = re.compile(r"\baccept\b|\bresponses?\b|\breturn", re.I)
_NOT = re.compile(r"\b(not|no|never|unsupported)\b", re.I)
_CODE = re.compile(r"^(?P<code>\d{1,5})\b(?P<rest>.?)")
_SEARCHED = re.compile(r"search|match|quer", re.I)
_RETURNED = re.compile(r"\b(default|response|returned?|additional)\b", re.I)


def particulars(section: Section, service: str, transaction: str, before: str) -> Iterator[Said]:
    """What a block says about a transaction, below the path of that transaction."""
    block = section.block
    title = section.titles[-1] if section.titles else ""
    if isinstance(block, Paragraph):
        if block.item:
            yield from _of_item(block, service, transaction, before)
    elif isinstance(block, Table) and len(block.rows) > 1:
        for row in block.rows[1:]:
            yield from _of_row(row, block, service, transaction, title)
        yield from _attributes(block, transaction, title)


def _of_item(block: Paragraph, service: str, transaction: str, before: str) -> Iterator[Said]:
    text = words(block.text)
    where = evidence(block, text)
    if (name := _resources(service, transaction).get(_reduced(text))) is not None:
        yield ("resources", name), {}, where, 0.92
    if not _NOT.search(before):
        yield from _media_types(text, _direction(before, transaction), where, 0.92)


def _direction(text: str, transaction: str) -> str:
    if re.search(r"content-type", text, re.I):
        return "request_media_types"
    if _RESPONSE.search(text) or transaction in ("retrieve", "search", "retrieve-instance", "retrieve-rendered"):
        return "response_media_types"
    return "request_media_types" if _REQUEST.search(text) else ""


def _media_types(text: str, direction: str, where: Evidence, sure: float) -> Iterator[Said]:
    if not direction:
        return
    for found in _MEDIA_TYPE.finditer(text):
        name = f'multipart/related; type="{found["part"]}"' if found["part"] else found["alone"]
        yield (direction, name), {}, where, sure
        rest = text[found.end() :].split(",")[0]
        if "transfer-syntax=" in rest or "Transfer Syntax" in rest:
            for named in uids_in(rest.replace("=", " "), uids.TRANSFER_SYNTAXES):
                one = uids.by_uid(named.uid)
                if named.known and one is not None and "default" not in rest:
                    yield (direction, name, "transfer_syntaxes", one.keyword), one.keyword, where, 0.9


def _of_code(row: Row, about: str) -> Iterator[Said]:
    """A row with a code: an HTTP status, a reason in the payload, or a code of the vendor's own."""
    code = _CODE.match(words(row.texts[0]))
    if code is None:
        return
    said = words(row.texts[-1]) if len(row.cells) > 1 else ""
    where = evidence(row)
    if re.search(r"(failure|warning) reason", about, re.I):
        kind = "warning_reasons" if re.search(r"warning", about, re.I) else "failure_reasons"
        number = int(code["code"])
        if number <= 0xFFFF:
            # A vendor writes them as numbers, PS3.4 as four hexadecimal digits.
            yield (kind, f"{number:04X}"), {"meaning": said} if said else {}, where, 0.85
    elif re.search(r"error code", about, re.I):
        yield ("error_codes", code["code"]), {"meaning": said} if said else {}, where, 0.85
    elif (number := int(code["code"])) in range(100, 600) and code["rest"] != ".":
        yield ("statuses", str(number)), {"condition": said} if said else {}, where, 0.9


def _of_row(row: Row, table: Table, service: str, transaction: str, title: str) -> Iterator[Said]:
    heads = " ".join(words(text) for text in table.rows[0].texts)
    where = evidence(row)
    first = words(row.texts[0])
    if _CODE.match(first) and re.search(r"code|status", heads, re.I):
        yield from _of_code(row, title)
        return
    if re.search(r"resource|path|uri|endpoint", heads, re.I):
        for text in row.texts:
            name = _resources(service, transaction).get(_reduced(text)) or _by_path(text, service, transaction)
            if name:
                yield ("resources", name), {}, where, 0.92
                return
    if re.search(r"media type", heads, re.I):
        payload = first if re.search(r"payload", heads, re.I) else table.caption
        yield from _media_types(words(" ".join(row.texts)), _direction(payload, transaction), where, 0.92)


@cache
def _resources(service: str, transaction: str) -> dict[str, str]:
    """The resources of a transaction by their reduced names."""
    found = web_services.find_transaction(f"{service}/{transaction}")
    return {_reduced(one.name): one.name for one in found.resources} if found is not None else {}


def _reduced(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.casefold())


def _by_path(text: str, service: str, transaction: str) -> str:
    """The resource that a path of a request stands for; empty if it is none of PS3.18."""
    path = words(text).strip("`")
    if "/" not in path or " " in path:
        return ""
    wanted = _template(re.sub(r"^(\.\.|https?://[^/]+)", "", path).partition("?")[0])
    found = web_services.find_transaction(f"{service}/{transaction}")
    return next((one.name for one in found.resources if _template(one.template) == wanted), "") if found else ""


def _template(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path.partition("{?")[0].partition("?")[0]).rstrip("/")


def _attributes(table: Table, transaction: str, title: str) -> Iterator[Said]:
    """The Attributes of a search, from a table that has a row for each."""
    heads = [words(text) for text in table.rows[0].texts]
    if transaction != "search" or not re.search(r"\battribute|\btag\b|\bkeyword", " ".join(heads[:2]), re.I):
        return
    about = f"{title} {table.caption}"
    column = next((index for index, head in enumerate(heads) if re.search(r"match", head, re.I)), None)
    for row in table.rows[1:]:
        keyword = _keyword(row)
        if not keyword:
            continue
        if column is not None and column < len(row.cells):
            matching = bool(re.match(r"y|x|true|exact|single|range|wild|universal", words(row.texts[column]), re.I))
            yield ("attributes", keyword), {"matching": matching}, evidence(row), 0.9
        elif re.search(r"searchable|\bmatch", about, re.I):
            yield ("attributes", keyword), {"matching": True}, evidence(row), 0.88
        elif _RETURNED.search(about):
            yield ("attributes", keyword), {"returned": True}, evidence(row), 0.85


def _keyword(row: Row) -> str:
    """The Attribute that a row is about, by its name, keyword or Tag; empty inside of a Sequence or if unknown."""
    for text in row.texts[:2]:
        plain = words(text).strip("`*")
        if plain.startswith(">"):
            return ""
        found = elements.find(re.sub(r"\(\s*(\w{4})\s*,\s*(\w{4})\s*\)", r"(\1,\2)", plain)) if plain else None
        if found is not None:
            return found.keyword
    return ""
