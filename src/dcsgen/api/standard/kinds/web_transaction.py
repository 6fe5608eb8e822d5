"""Transactions of the web services of PS3.18."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import Kind, matching, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import UNVERIFIED, Fact, Section, table
from dcsgen.base.standard import web_services

_SEARCH = "studies/search"
_ALSO = {"studies/retrieve": ("WADO-RS",), "studies/store": ("STOW-RS",), _SEARCH: ("QIDO-RS",)}


class Resource(Struct, frozen=True):
    """A resource with its URI template below the base URI of the service (RFC 6570).

    `support` by an origin server is `M` or `O`, in two parts where one that stands for DIMSE differs.
    """

    name: str
    template: str
    support: str = ""


class MediaType(Struct, frozen=True):
    """A media type for some content; its usage by an origin server is `default`, `required`, or empty if not known."""

    media_type: str
    usage: str
    content: str = ""


class Matched(Struct, frozen=True):
    """An Attribute that an origin server shall match in a search, by path of keywords; `level` is that of a query."""

    level: str
    path: tuple[str, ...]


class WebTransaction(Entry, frozen=True, kw_only=True, tag_field="kind", tag="web-transaction"):
    """A transaction. `method` is empty for what goes over an open connection; `statuses` are those of HTTP that PS3.18
    names for it, beside those of every transaction; `dimse` are the DIMSE services that do the same; `matched` what an
    origin server shall match in a search of Studies (PS3.18 Table 10.6.1-5). The usages have a place for each parameter
    and header: what a user agent shall supply, a slash, what an origin server shall support, as M, C or O."""

    service: str
    method: str
    resources: tuple[Resource, ...]
    parameters: tuple[str, ...]
    parameter_usage: tuple[str, ...]
    headers: tuple[str, ...]
    header_usage: tuple[str, ...]
    media_types: tuple[MediaType, ...]
    statuses: tuple[int, ...]
    dimse: tuple[str, ...]
    matched: tuple[Matched, ...]


def _hits() -> Iterator[Hit]:
    for one in web_services.transactions():
        words = _ALSO.get(one.id, ())
        note = f"{one.method} {one.service}".strip()
        yield Hit(
            "web-transaction", one.id, one.name, words, note, False, bool(one.unverified), {"group": (one.service,)}
        )


def _find(text: str) -> Iterator[tuple[str, bool]]:
    one = web_services.find_transaction(text)
    if one is not None:
        yield one.id, True
    else:
        yield from matching(_hits(), text)


def _show(key: str) -> WebTransaction:
    one = web_services.find_transaction(key)
    assert one is not None
    return WebTransaction(
        id=one.id,
        name=one.name,
        service=one.service,
        method=one.method,
        resources=tuple(Resource(*resource) for resource in one.resources),
        parameters=one.parameters,
        parameter_usage=one.parameter_usage,
        headers=one.headers,
        header_usage=one.header_usage,
        media_types=tuple(MediaType(*media_type) for media_type in one.media_types),
        statuses=one.statuses,
        dimse=one.dimse,
        matched=tuple(_matched()) if one.id == _SEARCH else (),
        sources=(source("Transaction", one.clause, one.edition or web_services.origin().edition),),
        unverified=one.unverified,
        known_holes=web_services.origin().known_holes,
    )


def _matched() -> Iterator[Matched]:
    for level in ("STUDY", "SERIES", "IMAGE"):
        for path in web_services.required_search_attributes(level):
            yield Matched(level, path)


def _sections(entry: WebTransaction) -> Iterator[Section]:
    def mark(field: str) -> str:
        return f" {UNVERIFIED}" if field in entry.unverified else ""

    facts = (
        Fact("Service", entry.service),
        Fact("Method", entry.method + mark("method") if entry.method else ""),
        Fact("DIMSE", ", ".join(entry.dimse) + mark("dimse") if entry.dimse else ""),
        Fact("HTTP status codes", ", ".join(map(str, entry.statuses)) + mark("statuses") if entry.statuses else ""),
    )
    yield Section("Transaction", facts=tuple(fact for fact in facts if fact.text))
    if entry.resources:
        rows = [(one.name, one.template or "/", one.support) for one in entry.resources]
        headings = ("resource", "below the base URI", "origin server")
        yield Section(f"Resources{mark('resources')}", table=table(headings, rows))
    for field, names, usages in (
        ("parameters", entry.parameters, entry.parameter_usage),
        ("headers", entry.headers, entry.header_usage),
    ):
        if names:
            title = "Query parameters" if field == "parameters" else "Headers"
            sides = [(name, *usage.partition("/")[::2]) for name, usage in zip(names, usages, strict=True)]
            yield Section(
                f"{title}{mark(field)}", table=table((title[:-1].lower(), "user agent", "origin server"), sides)
            )
    if entry.matched:
        matched = [(one.level, ".".join(one.path)) for one in entry.matched]
        title = "Attributes that an origin server shall match (PS3.18 Table 10.6.1-5)"
        yield Section(title, table=table(("level", "Attribute"), matched, "Attributes"))
    if entry.media_types:
        rows = [(one.media_type, one.content, one.usage) for one in entry.media_types]
        headings = ("media type", "content", "origin server")
        yield Section(f"Media types{mark('media_types')}", table=table(headings, rows))


KIND = Kind(
    key="web-transaction",
    noun="Web Transaction",
    plural="Web Transactions",
    entry=WebTransaction,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
)
