"""The web services of PS3.18."""

from __future__ import annotations

import pytest

from dcsgen.base.standard import elements, service_attributes
from dcsgen.base.standard import web_services as web

DIMSE = {"C-STORE", "C-FIND", "C-MOVE", "C-GET"} | {
    f"N-{word}" for word in ("CREATE", "SET", "GET", "ACTION", "EVENT-REPORT")
}


def test_the_services_and_how_many_transactions_each_has() -> None:
    assert {s.id: len(web.transactions(s.id)) for s in web.services()} == {
        "uri": 2,
        "studies": 3,
        "worklist": 9,
        "npi": 3,
        "notification": 2,
        "capabilities": 1,
        "storage-commitment": 2,
        "mpps": 3,
        "msps": 0,
        "wado-ws": 0,
    }


def test_every_service_and_transaction_has_a_clause_or_says_that_it_was_not_seen() -> None:
    for service in web.services():
        assert service.clause.startswith("PS3.18 ") or "clause" in service.unverified, service.id
    for transaction in web.transactions():
        assert transaction.clause.startswith("PS3.18 ") or "clause" in transaction.unverified, transaction.id


def test_what_is_marked_as_not_seen_is_a_field() -> None:
    for service in web.services():
        assert set(service.unverified) <= set(service.__struct_fields__), service.id
    for transaction in web.transactions():
        assert set(transaction.unverified) <= set(transaction._fields), transaction.id


def test_every_transaction_speaks_http_and_belongs_to_a_service() -> None:
    services = {service.id for service in web.services()}
    for transaction in web.transactions():
        assert transaction.service in services
        assert transaction.method in {"GET", "POST", "PUT", "DELETE", "OPTIONS", ""}, transaction.id
        assert set(transaction.statuses) <= set(web.common_statuses()), transaction.id
        assert set(transaction.dimse) <= DIMSE, transaction.id
        for resource in transaction.resources:
            assert resource.template.startswith("/"), resource
            assert resource.template.count("{") == resource.template.count("}"), resource
        for media_type in transaction.media_types:
            assert media_type.usage in {"default", "required", ""}
            assert "/" in media_type.media_type
            assert not media_type.media_type.endswith(("default", "required"))


@pytest.mark.parametrize(
    ("text", "method", "clause", "template", "statuses"),
    [
        ("WADO-RS", "GET", "10.4", "/studies/{study}/metadata", (200, 206, 400, 404, 406, 410, 413)),
        ("STOW-RS", "POST", "10.5", "/studies/{study}", (200, 202, 400, 409, 415)),
        ("studies/search", "GET", "10.6", "/studies/{study}/series", (200, 204, 400, 413)),
        ("worklist/create", "POST", "11.4", "/workitems", (201, 400, 409)),
        ("worklist/change-state", "PUT", "11.7", "/workitems/{workitem}/state", ()),
        ("worklist/unsubscribe", "DELETE", "11.11", "/workitems/{workitem}/subscribers/{aetitle}", ()),
        (
            "worklist/suspend",
            "POST",
            "11.12",
            "/workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/{aetitle}/suspend",
            (200, 400, 404),
        ),
        ("storage-commitment/request", "POST", "13.4", "/commitment-requests/{transactionUID}", ()),
    ],
)
def test_what_the_standard_says_of_a_transaction(
    text: str, method: str, clause: str, template: str, statuses: tuple[int, ...]
) -> None:
    transaction = web.find_transaction(text)
    assert transaction is not None
    assert (transaction.method, transaction.clause, transaction.statuses) == (method, f"PS3.18 {clause}", statuses)
    assert template in {resource.template for resource in transaction.resources}


def test_a_search_takes_the_parameters_of_annex_n() -> None:
    search = web.find_transaction("QIDO-RS")
    assert search is not None
    assert set(search.parameters) == {
        "{attributeID}",
        "includefield",
        "fuzzymatching",
        "limit",
        "offset",
        "emptyvaluematching",
        "multiplevaluematching",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WADO-URI", "uri"),
        ("Studies Web Service", "studies"),
        ("UPS-RS", "worklist"),
        ("Non-Patient Instance Web Service", "npi"),
        ("Storage Commitment", "storage-commitment"),
        ("Modality Performed Procedure Step", "mpps"),
        ("Notification", "notification"),
        ("WADO-WS", "wado-ws"),
    ],
)
def test_a_service_is_found_by_what_people_call_it(text: str, expected: str) -> None:
    found = web.find_service(text)
    assert found is not None
    assert found.id == expected


def test_the_one_retired_service_has_its_edition() -> None:
    assert {service.id: service.retired_by for service in web.services() if service.retired_by} == {"wado-ws": "2017b"}


@pytest.mark.parametrize("text", ["", "service", "WADO", "STOW"])
def test_an_unknown_name_gives_none(text: str) -> None:
    assert web.find_service(text) is None
    assert web.find_transaction(text) is None


def test_the_keys_that_a_search_shall_match_are_attributes_of_the_query() -> None:
    sizes = {level: len(web.required_search_attributes(level)) for level in ("STUDY", "SERIES", "IMAGE", "PATIENT")}
    assert sizes == {"STUDY": 9, "SERIES": 8, "IMAGE": 3, "PATIENT": 0}
    for level in ("STUDY", "SERIES", "IMAGE"):
        for path in web.required_search_attributes(level):
            assert all(elements.by_keyword(keyword) for keyword in path), path
    of_query = {a.path for a in service_attributes.attributes_of("study-root-query", "STUDY")}
    assert set(web.required_search_attributes("STUDY")) <= of_query


def test_the_facts_say_where_they_are_from_and_what_they_lack() -> None:
    assert web.edition() == "2020c"
    assert web.known_holes()
