"""The web services of PS3.18: their transactions with methods, resources, parameters, media types and status codes.

The facts are in `data/web_services.json`, one service or transaction a line. What they lack, `origin` tells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import msgspec

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin
from dcsgen.base.standard.spelling import spelled

# What vendors call the services and transactions, mostly names of earlier editions.
_ALSO = {
    "wadouri": ("uri", ""),
    "wadors": ("studies", "studies/retrieve"),
    "stowrs": ("studies", "studies/store"),
    "qidors": ("studies", "studies/search"),
    "upsrs": ("worklist", ""),
    "nonpatientinstance": ("npi", ""),
    "modalityperformedprocedurestep": ("mpps", ""),
    "modalityscheduledprocedurestep": ("msps", ""),
}
_TAIL = re.compile("(?<=.)(webservice|service|subsystem)$")


class WebService(msgspec.Struct, frozen=True):
    """A service of PS3.18. `edition` is set if it is newer than the other facts; `unverified` names unseen fields.

    `retired_by` is the edition that retired it; the facts have no transactions of such a service.
    """

    id: str
    name: str
    clause: str
    edition: str = ""
    retired_by: str = ""
    unverified: tuple[str, ...] = ()


class WebResource(NamedTuple):
    """A resource of a transaction: what it is, and the URI template below the service's base URI (RFC 6570).

    `support` by an origin server is `M` for mandatory, `O` for optional, in two parts where a native implementation and
    a proxy for DIMSE differ (PS3.18 Table 10.6.1-1), and empty where PS3.18 does not say.
    """

    name: str
    template: str
    support: str = ""


class WebMediaType(NamedTuple):
    """A media type with its usage by an origin server: `default`, `required`, or empty where that is not known.

    `content` is what the media type carries: `instances`, `metadata`, `bulkdata`, `rendered images`, `rendered text`.
    """

    media_type: str
    usage: str
    content: str = ""


class WebTransaction(NamedTuple):
    """A transaction of a service.

    `id` is `service/transaction`; `method` that of HTTP, empty for what goes over an open connection. `parameters` are
    query parameters (`{attributeID}` stands for a key to be matched), `headers` those of the request, `statuses` the
    HTTP status codes that PS3.18 names for it, `dimse` the DIMSE services that do the same. `edition` is set if newer
    than the other facts; `unverified` names the fields that no text of the standard was seen for.

    `parameter_usage` and `header_usage` have a place for each parameter and header: what the user agent shall supply,
    a slash, what the origin server shall support, as `M`, `C` or `O` (PS3.18 8.3.2); empty where PS3.18 does not say.
    """

    id: str
    service: str
    name: str
    method: str
    clause: str
    resources: tuple[WebResource, ...]
    parameters: tuple[str, ...]
    headers: tuple[str, ...]
    media_types: tuple[WebMediaType, ...]
    statuses: tuple[int, ...]
    dimse: tuple[str, ...]
    edition: str
    unverified: tuple[str, ...]
    parameter_usage: tuple[str, ...]
    header_usage: tuple[str, ...]


class _Row(msgspec.Struct, frozen=True):
    id: str
    name: str
    method: str
    clause: str
    resources: tuple[str, ...]
    parameters: tuple[str, ...]
    headers: tuple[str, ...]
    media_types: tuple[str, ...]
    statuses: tuple[int, ...]
    dimse: tuple[str, ...]
    edition: str
    unverified: tuple[str, ...]


class _Facts(Origin, frozen=True):
    common_statuses: tuple[int, ...]
    required_search_attributes: tuple[str, ...]
    search_response_attributes: tuple[str, ...]
    services: tuple[WebService, ...]
    transactions: tuple[_Row, ...]


def origin() -> Origin:
    """Where the facts are from, and what they lack; a service or transaction may say a newer edition."""
    return _facts()


def services() -> tuple[WebService, ...]:
    """All services: URI, Studies, Worklist, Non-Patient Instance, Notification, Storage Commitment and so on."""
    return _facts().services


def find_service(text: str) -> WebService | None:
    """The service that a text names: by id, by name, or as earlier editions called it (`WADO-RS`, `UPS-RS`)."""
    form = _TAIL.sub("", spelled(text))
    named = _ALSO.get(form, (form, ""))[0]
    return next((s for s in services() if named in (s.id.replace("-", ""), _TAIL.sub("", spelled(s.name)))), None)


def transactions(service: str = "") -> tuple[WebTransaction, ...]:
    """The transactions of a service in the order of PS3.18, or all; none if there is no service of that id."""
    return tuple(t for t in _transactions().values() if service in ("", t.service))


def find_transaction(text: str) -> WebTransaction | None:
    """The transaction of an id such as `studies/retrieve`, or of an earlier name: `WADO-RS`, `STOW-RS`, `QIDO-RS`."""
    return _transactions().get(_ALSO.get(spelled(text), ("", ""))[1] or text.strip().lower())


def common_statuses() -> tuple[int, ...]:
    """The HTTP status codes that any transaction may return (PS3.18 8.5)."""
    return _facts().common_statuses


def required_search_attributes(level: str) -> tuple[tuple[str, ...], ...]:
    """Paths of the Attributes that an origin server shall match in a Search at a level (PS3.18 Table 10.6.1-5).

    Levels are those of PS3.4 C.6: STUDY, SERIES, IMAGE; another gives nothing.
    """
    rows = (row.split(" ") for row in _facts().required_search_attributes)
    return tuple(tuple(path.split(".")) for of, path in rows if of == level)


def search_response_attributes(level: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Paths of the Attributes that a Search response has at a level, each with its type (PS3.18 Tables 10.6.3-3 to -5).

    The types are `U` unique, `R` required, `C` conditional (PS3.18 Table 10.6.1-3).
    """
    rows = (row.split(" ") for row in _facts().search_response_attributes)
    return tuple((tuple(path.split(".")), kind) for of, path, kind in rows if of == level)


@cache
def _facts() -> _Facts:
    return origins.read("web_services", _Facts)


@cache
def _transactions() -> dict[str, WebTransaction]:
    return {row.id: _transaction(row) for row in _facts().transactions}


def _transaction(row: _Row) -> WebTransaction:
    return WebTransaction(
        id=row.id,
        service=row.id.partition("/")[0],
        name=row.name,
        method=row.method,
        clause=f"PS3.18 {row.clause}" if row.clause else "",
        resources=tuple(map(_resource, row.resources)),
        parameters=_names(row.parameters),
        headers=_names(row.headers),
        media_types=tuple(map(_media_type, row.media_types)),
        statuses=row.statuses,
        dimse=row.dimse,
        edition=row.edition,
        unverified=row.unverified,
        parameter_usage=_usages(row.parameters),
        header_usage=_usages(row.headers),
    )


def _names(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.partition(" ")[0] for text in texts)


def _usages(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.partition(" ")[2] for text in texts)


def _resource(text: str) -> WebResource:
    name, slash, rest = text.partition(" /")
    template, _, support = rest.partition(" ")
    return WebResource(name, slash.strip() + template, support)


def _media_type(text: str) -> WebMediaType:
    media_type, _, content = text.partition(" for ")
    for usage in ("default", "required"):
        if media_type.endswith(f" {usage}"):
            return WebMediaType(media_type.removesuffix(f" {usage}"), usage, content)
    return WebMediaType(media_type, "", content)
