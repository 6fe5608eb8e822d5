"""What rules say of lists in parts of a service, of lists without a limit, and of what only looks like a difference."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from compare_helpers import service, small

from dcsgen import api


@cache
def host() -> api.Host:
    return api.open_host(vendors=False)


def said(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Verdict, code and sentence of each change between two descriptions, echoes included."""

    def every(judged: Any) -> list[str]:
        own = [f"{one.verdict} {one.code} {one.message}" for one in judged.judgements]
        return [*own, *(line for echo in judged.echoes for line in every(echo))]

    return [line for change in api.diff(small(**old), small(**new), host()).changes for line in every(change)]


CT, BOTH = ["CTImageStorage"], ["CTImageStorage", "MRImageStorage"]
JPEG, TWO = ["JPEGBaseline8Bit"], ["JPEGBaseline8Bit", "JPEG2000"]

PARTS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (
        {"limits": {"room": {"limit": "1 GB", "sop_classes": BOTH}}},
        {"limits": {"room": {"limit": "1 GB", "sop_classes": CT}}},
        'compatible C010 the SOP Class "MR Image Storage" of "room" is gone in the service "storage"',
    ),
    (
        {"limits": {"room": {"limit": "1 GB", "sop_classes": CT}}},
        {"limits": {"room": {"limit": "1 GB"}}},
        'breaking C009 "SOP classes" in the service "storage" goes from CT Image Storage to all',
    ),
    (
        {"coercion": {"PatientID": {"change": "modified", "sop_classes": CT}}},
        {"coercion": {"PatientID": {"change": "modified", "sop_classes": BOTH}}},
        'risky C012 the SOP Class "MR Image Storage" of "PatientID" is new in the service "storage"',
    ),
    (
        {"transcoding": {"t": {"stored": TWO, "negotiated": ["ExplicitVRLittleEndian"], "result": "supported"}}},
        {"transcoding": {"t": {"stored": JPEG, "negotiated": ["ExplicitVRLittleEndian"], "result": "supported"}}},
        'breaking C007 the Transfer Syntax "JPEG 2000 Image Compression" of "t" is gone in the service "storage"',
    ),
]


@pytest.mark.parametrize(("old", "new", "line"), PARTS)
def test_a_list_of_a_part_is_not_that_of_the_service(old: dict[str, Any], new: dict[str, Any], line: str) -> None:
    sides = [{"services": {"storage": service(**keys)}} for keys in (old, new)]
    assert said(*sides) == [line]


@pytest.mark.parametrize(("role", "initiator", "verdict"), [("SCP", "peer", "editorial"), ("SCP", "self", "risky")])
def test_what_holds_without_a_word_may_be_written(role: str, initiator: str, verdict: str) -> None:
    sides = [{"services": {"storage": service(role=role, **keys)}} for keys in ({}, {"initiator": initiator})]
    assert [line.split()[0] for line in said(*sides)] == [verdict]


@pytest.mark.parametrize(("roles", "verdict"), [(["FSR"], "compatible"), (["FSC"], "risky"), (["FSU"], "risky")])
def test_who_may_write_files_may_write_them_in_a_new_transfer_syntax(roles: list[str], verdict: str) -> None:
    def media(*syntaxes: str) -> dict[str, Any]:
        content = {"sop_classes": CT, "transfer_syntaxes": list(syntaxes)}
        return {
            "media": {
                "disc": {
                    "application_entity": "A",
                    "profile": "STD-GEN-USB-JPEG",
                    "roles": roles,
                    "contents": {"images": content},
                }
            }
        }

    lines = said(media("ExplicitVRLittleEndian"), media("ExplicitVRLittleEndian", "JPEGBaseline8Bit"))
    assert [line.split()[0] for line in lines] == [verdict]


def test_a_value_that_a_report_may_newly_have_is_one_that_receivers_have_to_take() -> None:
    def template(*values: str) -> dict[str, Any]:
        item = {"value_type": "TEXT", "relationship": "CONTAINS", "values": list(values)}
        return {"templates": {"report": {"tid": "9000", "name": "Report", "content": {"1": item}}}}

    assert [line.split()[:2] for line in said(template("A"), template("A", "B"))] == [["breaking", "C341"]]
    assert [line.split()[:2] for line in said(template("A", "B"), template("A"))] == [["compatible", "C342"]]


def test_where_the_role_is_another_one_what_is_gone_is_of_the_old_role_alone() -> None:
    old, new = service(role="SCP", sop_classes=BOTH), service(role="SCU", sop_classes=CT)
    assert [line.split()[1] for line in said({"services": {"s": old}}, {"services": {"s": new}})] == ["C123", "C111"]
    assert [line.split()[1] for line in said({"services": {"s": new}}, {"services": {"s": old}})] == ["C123", "C112"]


def test_a_sop_class_that_goes_on_with_another_application_entity_has_not_only_another_name() -> None:
    alone = {"A": {"function": "It stores."}}
    both = {**alone, "B": {"function": "It prints."}}
    plans = service(application_entity="B", sop_classes=["RTPlanStorage"])
    old = {"application_entities": both, "services": {"s": service(), "p": plans}}
    merged = service(sop_classes=[*BOTH, "RTPlanStorage"])
    new = {"application_entities": alone, "services": {"s": merged}}
    assert 'breaking C116 RT Plan Storage belongs to the service "s" of A now' in said(old, new)


def test_a_length_of_pdus_that_is_zero_has_no_limit() -> None:
    def entity(length: int) -> dict[str, Any]:
        return {"application_entities": {"A": {"function": "It stores.", "association": {"max_pdu_received": length}}}}

    (line,) = said(entity(0), entity(16384))
    assert line.startswith("compatible C135")
    assert line.endswith("from no limit to 16384")


def test_a_text_that_follows_a_new_name_is_no_other_limit() -> None:
    def side(entity: str, limit: str) -> dict[str, Any]:
        limits = {"room": {"limit": f"{entity} keeps {limit}."}}
        return {
            "application_entities": {entity: {"function": "It stores."}},
            "services": {"storage": service(application_entity=entity, limits=limits)},
        }

    assert not [
        line for line in said(side("STORE", "1 GB"), side("ARCHIVE", "1 GB")) if not line.startswith("editorial")
    ]
    lines = said(side("STORE", "1 GB"), side("ARCHIVE", "1 MB"))
    assert [line.split()[1] for line in lines if not line.startswith("editorial")] == ["C569"]


def test_what_is_stated_to_be_none_is_called_so() -> None:
    assert said({}, {"templates": "none"}) == ['risky C006 "templates" was not stated and is now: none']
    assert said({"templates": "none"}, {}) == ['risky C005 "templates" was stated and is no longer: none']
