"""Whether an object gets to a receiver at all, and what is said of one of which no mapping is stated."""

from __future__ import annotations

from typing import Any

import pytest
from receivers import fate, plan, receiver

from dcsgen.base.interaction import Outcome
from dcsgen.match.object import received

EXPLICIT, BIG, DEFLATED = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"
JPEG, RLE = "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.5"
FULL = {"level_of_conformance": 2}


def slugs(found: Any) -> dict[str, Outcome]:
    return {reason.slug: reason.outcome for reason in found.reasons}


def test_a_sop_class_that_nothing_takes() -> None:
    found = fate(receiver(service=FULL), sop_class="1.2.840.10008.5.1.4.1.1.481.2")
    assert slugs(found) == {"sop-class-not-accepted": Outcome.FAILS}
    assert found.status is None
    assert "it takes RT Plan Storage" in found.sentence
    assert found.sop_class == "RT Dose Storage"


@pytest.mark.parametrize(
    ("uid", "slug", "outcome"),
    [
        (BIG, "transfer-syntax-converted", Outcome.WORKS),
        (DEFLATED, "transfer-syntax-converted", Outcome.WORKS),
        (JPEG, "transfer-syntax-not-accepted", Outcome.FAILS),
        (RLE, "transfer-syntax-not-accepted", Outcome.FAILS),
        ("1.2.3", "transfer-syntax-not-accepted", Outcome.FAILS),
    ],
)
def test_transfer_syntaxes(uid: str, slug: str, outcome: Outcome) -> None:
    found = fate(receiver(service=FULL), transfer_syntax=uid)
    assert slugs(found)[slug] is outcome
    assert (found.status is None) is (outcome is Outcome.FAILS)
    assert "transfer-syntax" not in " ".join(slugs(fate(receiver(service=FULL), transfer_syntax=EXPLICIT)))


def test_what_a_draft_does_not_say_may_still_be() -> None:
    found = fate(receiver(service=FULL), sop_class="1.2.840.10008.5.1.4.1.1.481.2", draft=True)
    assert slugs(found) == {"sop-class-not-stated": Outcome.CANNOT_TELL}
    assert "cannot be told" in found.sentence
    found = fate(receiver(service=FULL), transfer_syntax=JPEG, draft=True)
    assert slugs(found)["transfer-syntax-not-stated"] is Outcome.CANNOT_TELL
    assert found.outcome is Outcome.CANNOT_TELL


def test_without_a_mapping_the_level_of_conformance_says_it() -> None:
    kept = fate(receiver(service=FULL), {"PatientID": "1"})
    assert slugs(kept) == {"everything-kept": Outcome.WORKS}
    assert kept.outcome is Outcome.WORKS
    assert kept.counts == {"used": 1}
    found = fate(receiver(), {"PatientID": "1"})
    assert slugs(found) == {"mapping-not-stated": Outcome.CANNOT_TELL}
    assert "cannot be told" in found.sentence
    assert found.status is not None
    assert found.status.status_class is None


@pytest.mark.parametrize(
    ("titles", "calling", "expected"),
    [
        ("any", "ALPHA", {}),
        (["BETA"], "ALPHA", {"calling-ae-title-not-accepted": Outcome.FAILS}),
        (["ALPHA"], "ALPHA", {}),
        ("configured", "ALPHA", {"calling-ae-title-to-be-configured": Outcome.WORKS}),
        ("configured", "KNOWN", {}),
        (["BETA"], "", {}),
    ],
)
def test_the_calling_ae_title(titles: Any, calling: str, expected: dict[str, Outcome]) -> None:
    capability = receiver(
        service=FULL,
        application_entities={
            "IMPORT": {"function": "It imports.", "association": {"accepted_calling_ae_titles": titles}}
        },
        configuration={"remote": {"KNOWN": {"application_entity": "IMPORT"}}},
    )
    found = slugs(fate(capability, calling=calling))
    assert {slug: outcome for slug, outcome in found.items() if slug != "everything-kept"} == expected


@pytest.mark.parametrize(
    ("supported", "name", "slug", "outcome"),
    [
        (None, "Müller", "character-sets-not-stated", Outcome.CANNOT_TELL),
        (["ISO_IR 100"], "Müller", "", Outcome.WORKS),
        (["ISO_IR 192"], "Müller", "character-set-not-supported", Outcome.CANNOT_TELL),
        (["ISO_IR 192"], "Miller", "character-set-not-supported", Outcome.WORKS),
    ],
)
def test_character_sets(supported: list[str] | None, name: str, slug: str, outcome: Outcome) -> None:
    more = {"character_sets": {"supported": supported}} if supported is not None else {}
    found = fate(receiver(service=FULL, **more), {"SpecificCharacterSet": "ISO_IR 100", "PatientName": name})
    assert slugs(found).get(slug, Outcome.WORKS) is outcome
    assert (slug in slugs(found)) is bool(slug)


def test_a_mapping_that_lists_character_sets_says_it_itself() -> None:
    rows = {"SpecificCharacterSet": {"use": "optional", "values": ["ISO_IR 192"], "status": "C002"}}
    found = fate(receiver(rows, module="SOP Common"), {"SpecificCharacterSet": "ISO_IR 100", "PatientName": "Müller"})
    assert slugs(found) == {}
    assert found.status is not None
    assert found.status.code == "C002"


def test_a_module_that_is_not_supported_leaves_it_open() -> None:
    capability = receiver(
        {"BeamSequence.BeamNumber": "optional"},
        statuses={"ignored": "0000"},
        modules={"RT Brachy Application Setups": {"support": "not_supported", "remark": "Refused as a whole."}},
    )
    assert fate(capability, {"BeamSequence": [{"BeamNumber": "1"}]}).reasons == ()
    found = fate(capability, {"ApplicationSetupSequence": [{"ApplicationSetupNumber": "1"}]})
    assert slugs(found) == {"module-not-supported": Outcome.CANNOT_TELL}
    assert "Refused as a whole" in found.sentence


def test_statuses_of_what_is_not_used() -> None:
    rows = {"PatientID": "optional"}
    values = {"PatientID": "1", "StudyID": "2"}
    for code, outcome in (("0000", Outcome.LOSS), ("B006", Outcome.LOSS)):
        found = fate(receiver(rows, module="Patient", statuses={"ignored": code}), values)
        assert found.status is not None
        assert (found.status.code, found.outcome) == (code, outcome)
    found = fate(receiver(rows, module="Patient"), values)
    assert found.status is not None
    assert found.status.code == ""
    assert "B006" in found.status.missing
    # Where everything is used, nobody asks.
    found = fate(receiver(rows, module="Patient"), {"PatientID": "1"})
    assert found.status is not None
    assert (found.status.code, found.outcome) == ("0000", Outcome.WORKS)


def test_the_row_of_the_status_table_with_the_code_is_told() -> None:
    table = {
        "A9xx": {"class": "failure", "meaning": "Wrong"},
        "A901": {"class": "failure", "meaning": "Missing", "further_meaning": "Mandatory"},
    }
    capability = receiver({"PatientID": "mandatory"}, module="Patient", statuses={"absent": "A901"}, table=table)
    found = fate(capability)
    assert found.status is not None
    assert (found.status.meaning, found.status.row) == (
        "Missing: Mandatory",
        ("services", "import", "statuses", "A901"),
    )


def test_several_services_give_several_answers() -> None:
    capability = receiver(service=FULL)
    both = {**capability.services, "other": capability.services["import"]}
    from msgspec import structs

    found = received(plan(), structs.replace(capability, services=both))
    assert [one.service for one in found] == [("services", "import"), ("services", "other")]
