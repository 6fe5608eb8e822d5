"""Resolving what has no UID: Application Profiles, web services and their transactions, security profiles."""

from __future__ import annotations

from typing import Any

import pytest

from dcsgen.base.finding import dotted
from dcsgen.base.words import ProfileKind
from dcsgen.load.validate import validate
from dcsgen.model import Capability
from dcsgen.plugin.testing import minimal_description
from dcsgen.resolve.resolve import Resolved, resolve


def resolved(**over: Any) -> Resolved:
    """What becomes of a small description with one Application Entity."""
    root = minimal_description(application_entities={"A": {"function": "Does it."}}, **over)
    assert validate(root, {}) == []
    return resolve(root, {})


def capability_of(**over: Any) -> Capability:
    """The Capability of a description without any problem."""
    found = resolved(**over)
    assert found.problems == ()
    assert found.capability is not None
    return found.capability


def said(found: Resolved) -> list[tuple[str, str, str]]:
    """Code, path and hint of each problem; there is a Capability in spite of them."""
    assert found.capability is not None
    return [(problem.kind.code, dotted(problem.path), problem.hint) for problem in found.problems]


def media(profile: str) -> dict[str, Any]:
    return {"m": {"application_entity": "A", "profile": profile}}


def web(service: str, *, private: bool = False, **transactions: Any) -> dict[str, Any]:
    record: dict[str, Any] = {
        "application_entity": "A",
        "service": service,
        "role": "origin_server",
        "transactions": transactions,
    }
    return {"w": {**record, "private": True} if private else record}


def test_an_application_profile_gets_its_identifier() -> None:
    profile = capability_of(media=media("apl-ctmr-cd")).media["m"].profile
    assert (profile.id, profile.kind, profile.retired, profile.known) == ("STD-CTMR-CD", "standard", False, True)
    assert capability_of(media=media("STD-CTMR-MOD650")).media["m"].profile.retired


def test_an_own_application_profile_is_found_by_its_key() -> None:
    own = {"AUG-XYZ-CD": {"name": "XYZ CD", "kind": "augmented", "base": "std-gen-cd"}}
    capability = capability_of(media=media("AUG-XYZ-CD"), application_profiles=own)
    profile = capability.media["m"].profile
    assert (profile.id, profile.kind, profile.base) == ("AUG-XYZ-CD", ProfileKind.AUGMENTED, "STD-GEN-CD")
    base = capability.application_profiles["AUG-XYZ-CD"].base
    assert base is not None
    assert base.id == "STD-GEN-CD"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("STD-GEN-CDD", 'did you mean "STD-GEN-CD"'),
        ("PRI-ABC", "describe it under `application_profiles` if it is your own"),
    ],
)
def test_an_unknown_application_profile_is_kept_and_told(written: str, hint: str) -> None:
    found = resolved(media=media(written))
    ((code, path, told),) = said(found)
    assert (code, path) == ("L051", "media.m.profile")
    assert told.startswith(hint)
    assert found.capability is not None
    assert not found.capability.media["m"].profile.known


@pytest.mark.parametrize(
    ("written", "id"), [("Studies Service", "studies"), ("QIDO-RS", "studies"), ("UPS-RS", "worklist")]
)
def test_a_web_service_is_found_by_its_names(written: str, id: str) -> None:
    assert capability_of(web_services=web(written, search={})).web_services["w"].service.id == id


def test_a_transaction_gets_name_and_method_and_its_attributes_name_and_tag() -> None:
    attributes = {"RequestAttributesSequence.RequestedProcedureID": {"matching": True}}
    service = capability_of(web_services=web("Studies", search={"attributes": attributes})).web_services["w"]
    search = service.transactions["search"]
    assert (search.name, search.method) == ("Search", "GET")
    (attribute,) = search.attributes.values()
    assert (attribute.name, attribute.tag, attribute.matching) == ("Requested Procedure ID", "(0040,1001)", True)


def test_an_unknown_web_service_is_kept_with_its_transactions() -> None:
    found = resolved(web_services=web("Studys", fetch={}))
    assert said(found) == [("L052", "web_services.w.service", 'did you mean "Studies"?')]
    assert found.capability is not None
    assert list(found.capability.web_services["w"].transactions) == ["fetch"]


def test_an_earlier_name_in_half_is_completed() -> None:
    assert said(resolved(web_services=web("QIDO", search={}))) == [
        ("L052", "web_services.w.service", 'did you mean "QIDO-RS"?')
    ]


def test_a_transaction_of_another_service_is_told() -> None:
    found = resolved(web_services=web("Studies", subscribe={}))
    hint = "it has retrieve, store and search; write `private: true` if it is your own"
    assert said(found) == [("L053", "web_services.w.transactions.subscribe", hint)]


def test_a_service_and_a_transaction_of_the_vendors_own_are_taken() -> None:
    found = resolved(web_services=web("Change Feed", read={"private": True, "method": "GET"}, private=True))
    assert said(found) == []
    assert found.capability is not None
    service = found.capability.web_services["w"].service
    assert (service.id, service.name, service.known) == ("change-feed", "Change Feed", False)
    assert said(resolved(web_services=web("Studies", delete={"private": True, "method": "DELETE"}))) == []


def test_attributes_of_payloads_have_the_types_of_the_dimse_service() -> None:
    attributes = {"WorklistLabel": {"demand": "attribute"}, "InputInformationSequence.StudyInstanceUID": {}}
    found = resolved(web_services=web("UPS-RS", create={"request_attributes": attributes}))
    assert found.capability is not None
    made = found.capability.web_services["w"].transactions["create"].request_attributes
    assert {path: (each.type, each.implied) for path, each in made.items()} == {
        "WorklistLabel": ("1", False),
        "InputInformationSequence": ("2", True),
        "InputInformationSequence.StudyInstanceUID": ("", False),
    }


def test_how_an_attribute_is_matched_and_when_it_is_returned_says_that_it_is() -> None:
    attributes = {"PatientID": {"matching_types": ["single_value"], "returned_when": "always"}, "StudyID": {}}
    found = resolved(web_services=web("Studies", search={"attributes": attributes}))
    assert found.capability is not None
    made = found.capability.web_services["w"].transactions["search"].attributes
    assert (made["PatientID"].matching, made["PatientID"].returned) == (True, True)
    assert (made["StudyID"].matching, made["StudyID"].returned) == (None, None)


def test_reasons_have_their_meaning_unless_the_description_has_one() -> None:
    reasons = {"a900": {}, "b00e": {"meaning": "Already stored"}, "other": {}}
    found = resolved(web_services=web("Studies", store={"failure_reasons": reasons}))
    assert found.capability is not None
    made = found.capability.web_services["w"].transactions["store"].failure_reasons
    assert {code: each.meaning for code, each in made.items()} == {
        "A900": "Error: Data Set does not match SOP Class",
        "B00E": "Already stored",
        "other": "",
    }


def test_a_misspelt_attribute_of_a_search_is_an_error() -> None:
    found = resolved(web_services=web("Studies", search={"attributes": {"PatientIDD": {}}}))
    (problem,) = found.problems
    assert (problem.kind.code, problem.hint) == ("L032", 'did you mean "PatientID", "PatientSize" or "PatientAddress"?')
    assert found.capability is None


@pytest.mark.parametrize("written", ["B.9", "PS3.15 B.9", "bcp-195-tls", "BCP 195 TLS"])
def test_a_security_profile_is_found_by_id_clause_and_name(written: str) -> None:
    profile = (
        capability_of(security={"secure_transport": {"t": {"profile": written}}}).security.secure_transport["t"].profile
    )
    assert (profile.id, profile.clause, profile.retired) == ("bcp-195-tls", "PS3.15 B.9", True)


def test_options_of_de_identification_are_looked_up_one_by_one() -> None:
    record = {"profile": "113100", "options": ["Clean Pixel Data", "Clean Everything"]}
    found = resolved(security={"de_identification": {"d": record}})
    assert [(code, path) for code, path, _ in said(found)] == [("L054", "security.de_identification.d.options[1]")]
    assert found.capability is not None
    options = found.capability.security.de_identification["d"].options
    assert [(option.id, option.known) for option in options] == [
        ("clean-pixel-data", True),
        ("Clean Everything", False),
    ]


def test_the_entities_that_a_profile_is_for_are_references() -> None:
    found = resolved(security={"user_identity": {"u": {"profile": "B.5", "application_entities": ["B"]}}})
    assert [(p.kind.code, dotted(p.path)) for p in found.problems] == [
        ("L034", "security.user_identity.u.application_entities[0]")
    ]
