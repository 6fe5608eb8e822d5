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
        "msps": 1,
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
        # 101 opens a WebSocket (PS3.18 Table 8.10.4-2) and is not among the common ones.
        assert set(transaction.statuses) <= {101, *web.common_statuses()}, transaction.id
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
        ("worklist/change-state", "PUT", "11.7", "/workitems/{workitem}/state", (200, 400, 404, 409, 410)),
        ("worklist/unsubscribe", "DELETE", "11.11", "/workitems/{workitem}/subscribers/{aetitle}", (200, 400, 404)),
        ("npi/store", "POST", "12.5", "/hanging-protocols/{uid}", (200, 202, 400, 404, 409, 415)),
        (
            "mpps/update",
            "POST",
            "15.5",
            "/modality-performed-procedure-steps/{mppsUID}",
            (200, 400, 404, 409, 410, 503),
        ),
        (
            "worklist/suspend",
            "POST",
            "11.12",
            "/workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/{aetitle}/suspend",
            (200, 400, 404),
        ),
        (
            "storage-commitment/request",
            "POST",
            "13.4",
            "/commitment-requests/{transactionUID}",
            (200, 202, 400, 409, 503),
        ),
    ],
)
def test_what_the_standard_says_of_a_transaction(
    text: str, method: str, clause: str, template: str, statuses: tuple[int, ...]
) -> None:
    transaction = web.find_transaction(text)
    assert transaction is not None
    assert (transaction.method, transaction.clause, transaction.statuses) == (method, f"PS3.18 {clause}", statuses)
    assert template in {resource.template for resource in transaction.resources}


def test_status_codes_are_known_for_all_but_one_transaction() -> None:
    """Verified with PS3.18 2020, Tables 8.9.3-1 to 12.6.3-1; with pages of 2024c and 2025e for chapters 13 to 15."""
    assert [t.id for t in web.transactions() if t.method and not t.statuses] == ["storage-commitment/result"]


def test_what_an_origin_server_must_have_of_the_studies_service() -> None:
    """Verified with PS3.18 2020, Tables 10.3-2, 10.4.4-1, 8.7.4-1 and 10.6.1-1."""
    retrieve, search = web.find_transaction("WADO-RS"), web.find_transaction("QIDO-RS")
    assert retrieve is not None
    assert search is not None
    optional = {resource.name for resource in retrieve.resources if resource.support == "O"}
    assert optional == {f"{level} Thumbnail" for level in ("Study", "Series", "Instance", "Frame")}
    assert {r.support for r in retrieve.resources} == {"M", "O"}
    usages = {(media.media_type, media.usage, media.content) for media in retrieve.media_types}
    assert ('multipart/related; type="application/octet-stream"', "required", "bulkdata") in usages
    assert {media for media, usage, content in usages if content == "rendered images"} == {
        "image/jpeg",
        "image/gif",
        "image/png",
    }
    assert {r.name: r.support for r in search.resources if r.support != "M/M"} == {
        "Study's Instances": "M/O",
        "All Series": "M/O",
        "All Instances": "M/O",
    }


def test_parameters_and_headers_say_who_must_have_them() -> None:
    """Verified with PS3.18 2020, Tables 9.1.2-1, 9.5.1-1, 10.4.1-5, 11.10.1-2 and the tables of header fields."""
    for transaction in web.transactions():
        assert len(transaction.parameters) == len(transaction.parameter_usage), transaction.id
        assert len(transaction.headers) == len(transaction.header_usage), transaction.id
        for usage in (*transaction.parameter_usage, *transaction.header_usage):
            assert usage in {"", "M/M", "M/", "O/", "O/O", "O/M", "C/M"}, (transaction.id, usage)
    uri = web.find_transaction("uri/retrieve-instance")
    assert uri is not None
    usages = dict(zip(uri.parameters, uri.parameter_usage, strict=True))
    assert [name for name, usage in usages.items() if usage == "M/M"] == [
        "requestType",
        "studyUID",
        "seriesUID",
        "objectUID",
    ]
    subscribe = web.find_transaction("worklist/subscribe")
    assert subscribe is not None
    assert dict(zip(subscribe.parameters, subscribe.parameter_usage, strict=True))["filter"] == "C/M"


def test_what_a_search_returns_holds_what_it_matches() -> None:
    """Verified with PS3.18 2020, Tables 10.6.1-5 and 10.6.3-3 to 10.6.3-5."""
    sizes = {level: len(web.search_response_attributes(level)) for level in ("STUDY", "SERIES", "IMAGE", "PATIENT")}
    assert sizes == {"STUDY": 16, "SERIES": 12, "IMAGE": 10, "PATIENT": 0}
    for level in ("STUDY", "SERIES", "IMAGE"):
        returned = dict(web.search_response_attributes(level))
        assert set(web.required_search_attributes(level)) <= set(returned)
        assert list(returned.values()).count("U") == 1
        assert all(elements.by_keyword(keyword) for path in returned for keyword in path)


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
    assert web.origin().edition == "2020c"
    assert web.origin().known_holes
