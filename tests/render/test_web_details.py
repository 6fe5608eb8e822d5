"""What sections of web services print beyond resources and parameters."""

from __future__ import annotations

from typing import Any

from dcsgen.base import web_words
from dcsgen.base.content_words import QueryLevel
from dcsgen.model import Capability
from dcsgen.render.views import web_phrases
from dcsgen.render.views.overview import overview
from dcsgen.render.views.settings import settings
from dcsgen.render.views.web import WebTransactionView, web, web_services
from dcsgen.resolve.resolve import resolve


def capability_of(service: str = "Studies", key: str = "w", **record: Any) -> Capability:
    root = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1"},
        "document": {"identifier": "I", "revision": "1", "date": "2026-01-01"},
        "application_entities": {"A": {"function": "Answers."}},
        "web_services": {
            key: {"application_entity": "A", "service": service, "role": "origin_server", "transactions": {}, **record}
        },
    }
    found = resolve(root, {})
    assert found.capability is not None, found.problems
    return found.capability


def transaction(name: str, service: str = "Studies", **record: Any) -> WebTransactionView:
    return web_services(capability_of(service, transactions={name: record}))[0].transactions[0]


def test_every_word_has_a_phrase() -> None:
    for words, phrases in (
        (web_words.ApiState, web_phrases.API_STATES),
        (web_words.WebMatching, web_phrases.MATCHING),
        (web_words.ReturnedWhen, web_phrases.RETURNED),
        (QueryLevel, web_phrases.LEVELS),
        (web_words.AttributeId, web_phrases.ATTRIBUTE_IDS),
        (web_words.Demand, web_phrases.DEMANDS),
        (web_words.Consequence, web_phrases.CONSEQUENCES),
        (web_words.Duplicates, web_phrases.DUPLICATES),
        (web_words.Preamble, web_phrases.PREAMBLES),
        (web_words.Preferred, web_phrases.PREFERRED),
        (web_words.Payload, web_phrases.PAYLOADS),
        (web_words.AccessScheme, web_phrases.ACCESS_SCHEMES),
    ):
        assert set(words) == set(phrases)


def test_a_parameter_says_its_range_and_what_holds_without_it() -> None:
    limit = {"range": [1, 200], "default": 100, "repeatable": False, "otherwise": "The status is 400."}
    row = transaction("search", parameters={"limit": limit}).parameters[0]
    assert (row.supported, row.bounds) == ((), "1 to 200")
    assert row.description == "Without it: 100. Once at most. The status is 400."


def test_a_media_type_says_what_it_is_for() -> None:
    media_type = {"resources": ["Study", "Instance"], "default_for": ["Study"], "as_stored": True}
    row = transaction("retrieve", response_media_types={"application/dicom": media_type}).media_types[0]
    assert row.description == "For: Study, Instance. Default for: Study. Also as stored (`transfer-syntax=*`)."


def test_a_resource_of_the_vendors_own_has_its_uri() -> None:
    row = transaction("retrieve", resources={"Report": {"uri": "/studies/{study}/report", "private": True}}).resources[
        0
    ]
    assert (row.template, row.description) == ("/studies/{study}/report", "The vendor's own.")


def test_a_search_has_a_matrix_only_if_it_is_stated() -> None:
    resources = {"All Studies": {}, "All Series": {}}
    attributes = {"PatientID": {"matching": True}, "Modality": {"matching": True, "resources": ["All Series"]}}
    made = transaction("search", resources=resources, attributes=attributes).details.matrix
    assert made is not None
    assert made.resources == ("All Studies", "All Series")
    assert [(row.name, row.matched) for row in made.rows] == [("Modality", (False, True))]
    plain = transaction("search", resources=resources, attributes={"PatientID": {"matching": True}})
    assert plain.details.matrix is None


def test_reasons_have_their_decimal_numbers_and_own_codes_have_none() -> None:
    reasons = {"A900": {"condition": "Not valid."}, "other": {}}
    details = transaction("store", failure_reasons=reasons, error_codes={"E1": {"meaning": "Bad"}}).details
    failure, error = details.reasons
    assert [(row.code, row.number) for row in failure.rows] == [("A900", "43264"), ("other", "")]
    assert [(row.code, row.number, row.meaning) for row in error.rows] == [("E1", "", "Bad")]


def test_an_attribute_of_a_payload_says_what_is_asked_of_it() -> None:
    attributes = {"ProcedureStepState": {"demand": "value", "values": ["SCHEDULED"], "remark": "At first."}}
    rows = transaction("create", "Worklist", request_attributes=attributes).details.payloads[0].rows
    assert [(row.type, row.asked, row.text) for row in rows] == [
        ("1", "required with a value", "Values: SCHEDULED. At first.")
    ]


def test_versions_and_partitions_are_facts_of_the_service() -> None:
    versions = {"v2": {"state": "current"}, "v1": {"description": "Until 2027."}, "v0": {}}
    capability = capability_of(versions=versions, partitions={"uri": "/p/{name}", "required": True})
    facts = {row.name: row.value for row in web_services(capability)[0].facts}
    assert (facts["Version v2"], facts["Version v1"], facts["Version v0"]) == ("current.", "Until 2027.", "not stated")
    assert (facts["Partitions"], facts["Partition needed in the URI"]) == ("/p/{name}", "yes")


def test_parameters_of_an_application_entity_are_printed_once() -> None:
    made = capability_of()
    other = capability_of("Worklist", key="u")
    services = {**made.web_services, **other.web_services}
    root = {"application_entity": "A", "default": 8443, "configurable": "fixed"}
    found = resolve(
        {
            "dcsgen": 1,
            "product": {"name": "P", "vendor": "V", "version": "1"},
            "document": {"identifier": "I", "revision": "1", "date": "2026-01-01"},
            "application_entities": {"A": {"function": "Answers."}},
            "configuration": {"parameters": {"Port": root}},
            "web_services": {
                key: {
                    "application_entity": "A",
                    "service": service.service.name,
                    "role": "origin_server",
                    "transactions": {"search": {}},
                }
                for key, service in services.items()
            },
        },
        {},
    ).capability
    assert found is not None
    view = web(web_services(found), overview(found).web, settings(found))
    assert view.studies is not None
    assert view.worklist is not None
    assert [owned.owner for owned in view.studies.parameters] == ["A"]
    assert (view.worklist.parameters, view.worklist.printed_before) == ((), ("A",))
