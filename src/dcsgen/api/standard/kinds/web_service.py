"""Web services of PS3.18 with their transactions."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Section, table
from dcsgen.base.standard import web_services


class WebService(Entry, frozen=True, kw_only=True, tag_field="kind", tag="web-service"):
    """A web service. `transactions` are ids of `web-transaction`; `common_statuses` those of HTTP that all have."""

    transactions: tuple[str, ...]
    common_statuses: tuple[int, ...]


def _hits() -> Iterator[Hit]:
    for service in web_services.services():
        yield Hit("web-service", service.id, service.name, (), "PS3.18", False, bool(service.unverified))


def _find(text: str) -> Iterator[tuple[str, bool]]:
    # An earlier name such as WADO-RS means a transaction, if it means one.
    service = web_services.find_service(text)
    if service is not None and web_services.find_transaction(text) is None:
        yield service.id, text in (service.id, service.name)


def _show(key: str) -> WebService:
    service = web_services.find_service(key)
    assert service is not None
    return WebService(
        id=service.id,
        name=service.name,
        transactions=tuple(transaction.id for transaction in web_services.transactions(service.id)),
        common_statuses=web_services.common_statuses(),
        sources=(source("Service", service.clause, service.edition or web_services.origin().edition),),
        unverified=service.unverified,
        known_holes=web_services.origin().known_holes,
    )


def _sections(entry: WebService) -> Iterator[Section]:
    found = [web_services.find_transaction(key) for key in entry.transactions]
    rows = [(one.name, one.method, one.id, one.clause) for one in found if one is not None]
    if rows:
        yield Section("Transactions", table=table(("transaction", "method", "id", "clause"), rows, "transactions"))
    else:
        yield Section("Transactions", remarks=("None is known.",))
    yield Section("HTTP status codes of every transaction", words=tuple(map(str, entry.common_statuses)))


KIND = Kind(
    key="web-service",
    noun="Web Service",
    plural="Web Services",
    entry=WebService,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
)
