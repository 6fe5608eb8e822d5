"""The security and system management profiles of PS3.15."""

from __future__ import annotations

import re

import pytest
from pydicom.sr._concepts_dict import concepts

from dcsgen.base.standard import security_profiles as profiles

GROUPS = {
    profiles.SECURE_USE: 4,
    profiles.AUDIT_TRAIL: 3,
    profiles.SECURE_TRANSPORT: 9,
    profiles.USER_IDENTITY: 4,
    profiles.DIGITAL_SIGNATURE: 4,
    profiles.MEDIA_STORAGE_SECURITY: 1,
    profiles.ATTRIBUTE_CONFIDENTIALITY: 13,
    profiles.NETWORK_ADDRESS_MANAGEMENT: 1,
    profiles.TIME_SYNCHRONIZATION: 1,
    profiles.APPLICATION_CONFIGURATION: 2,
}


def dcm_codes() -> dict[str, str]:
    return {code: name for named in concepts["DCM"].values() for code, (name, *_) in named.items()}


def test_every_group_has_its_profiles() -> None:
    assert {group: len(profiles.of_group(group)) for group in GROUPS} == GROUPS
    assert len(profiles.all_profiles()) == sum(GROUPS.values())


def test_every_profile_is_complete() -> None:
    ids = [p.id for p in profiles.all_profiles()]
    assert ids == sorted(set(ids))
    for profile in profiles.all_profiles():
        assert re.fullmatch(r"PS3\.15 [A-H](\.\d+)+", profile.clause), profile.id
        assert profile.retired == bool(profile.retired_by), profile.id
        assert set(profile.replaced_by) <= set(ids), profile.id
        assert set(profile.unverified) <= set(profile.__struct_fields__), profile.id
        assert not profile.option_of or profile.option_of in ids, profile.id


def test_no_profile_in_force_is_said_to_be_replaced_and_no_replacement_is_of_another_group() -> None:
    for profile in profiles.all_profiles():
        assert profile.retired or not profile.replaced_by, profile.id
        for successor in map(profiles.by_id, profile.replaced_by):
            assert successor is not None
            assert successor.group == profile.group


def test_the_tls_profiles_in_force_never_negotiate_what_rfc_8996_forbids() -> None:
    in_force = [p for p in profiles.of_group(profiles.SECURE_TRANSPORT) if p.tls_versions and not p.retired]
    assert [p.clause for p in in_force] == ["PS3.15 B.12", "PS3.15 B.13"]
    assert all(set(p.tls_versions) <= {"1.2", "1.3"} for p in in_force)


def test_the_profiles_of_annex_b_that_are_retired() -> None:
    retired = [p.clause for p in profiles.of_group(profiles.SECURE_TRANSPORT) if p.retired]
    assert retired == [f"PS3.15 B.{number}" for number in (1, 2, 3, 9, 10, 11)]
    iscl = profiles.by_id("iscl")
    assert iscl is not None
    assert (iscl.last_edition, iscl.retired_by) == ("2018a", "2020c")


def test_cipher_suites_are_written_as_the_registry_of_tls_has_them() -> None:
    for profile in profiles.all_profiles():
        suites = profile.required_suites + profile.optional_suites
        assert len(suites) == len(set(suites)), profile.id
        for suite in suites:
            assert re.fullmatch(r"TLS_[A-Z0-9_]+", suite), (profile.id, suite)
    extended = profiles.by_id("extended-bcp-195-tls")
    assert extended is not None
    assert (len(extended.required_suites), len(extended.optional_suites)) == (4, 8)
    assert extended.only_these_suites


def test_the_tls_profiles_of_2020_ask_what_the_text_asks() -> None:
    """Verified with PS3.15 2020, B.10 and B.11; the suites that B.9 recommends are those of RFC 7525 4.2."""
    four = {
        f"TLS_{exchange}_RSA_WITH_AES_{mode}"
        for exchange in ("DHE", "ECDHE")
        for mode in ("128_GCM_SHA256", "256_GCM_SHA384")
    }
    plain, strict, extended = (profiles.by_id(f"{name}bcp-195-tls") for name in ("", "non-downgrading-", "extended-"))
    assert plain
    assert strict
    assert extended
    assert (set(plain.required_suites), set(plain.optional_suites)) == (set(), four)
    assert set(strict.required_suites) == set(extended.required_suites) == four
    assert not strict.only_these_suites
    assert extended.only_these_suites
    assert {p.port for p in (plain, strict, extended)} == {2762}


def test_the_clauses_of_options_and_user_identity_were_read() -> None:
    """Verified with PS3.15 2020: B.4 to B.7 with the types of user identity, E.3.1 to E.3.11, A.7 with its port."""
    identity = {
        p.clause.removeprefix("PS3.15 "): p.user_identity_types for p in profiles.of_group(profiles.USER_IDENTITY)
    }
    assert identity == {"B.4": (1, 2), "B.5": (2,), "B.6": (3,), "B.7": (4,)}
    assert not any(p.unverified for p in profiles.of_group(profiles.ATTRIBUTE_CONFIDENTIALITY))
    udp, tls = (profiles.by_id(f"audit-trail-syslog-{transport}") for transport in ("udp", "tls"))
    assert udp
    assert tls
    assert (udp.port, tls.port) == (514, 0)


def test_confidentiality_codes_and_audit_events_are_those_of_dcm() -> None:
    codes = dcm_codes()
    coded = {p.code: p.name for p in profiles.all_profiles() if p.code}
    assert len(coded) == 13
    options = profiles.options_of("basic-application-level-confidentiality")
    assert {p.code: codes[p.code] for p in options} == {p.code: p.earlier_name or p.name for p in options}
    assert codes["113100"].startswith("Basic Application")
    messages = profiles.audit_messages()
    assert len(messages) == 15
    assert {m.code: codes[m.code] for m in messages} == {m.code: m.name for m in messages}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AES TLS", "aes-tls"),
        ("Basic TLS Secure Transport Connection Profile", "basic-tls"),
        ("b.10", "non-downgrading-bcp-195-tls"),
        ("BCP 195 RFC 8996, 9325 TLS", "bcp-195-rfc-8996-9325-tls"),
        ("BCP 195 RFC 8996 TLS Secure Transport Connection Profile", "bcp-195-rfc-8996-9325-tls"),
        ("Modified BCP 195 RFC 8996 TLS", "modified-bcp-195-rfc-8996-9325-tls"),
        ("113110", "retain-uids"),
        ("Clean Graphics", "clean-graphics"),
        (
            "Retain Longitudinal Temporal Information Full Dates",
            "retain-longitudinal-temporal-information-full-dates",
        ),
        (
            "Retain Longitudinal Temporal Information With Full Dates Option",
            "retain-longitudinal-temporal-information-full-dates",
        ),
        ("Kerberos Identity", "kerberos-identity"),
        ("Basic Time Synchronization", "basic-time-synchronization"),
    ],
)
def test_a_profile_is_found_by_what_people_call_it(text: str, expected: str) -> None:
    found = profiles.find(text)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("text", ["", "profile", "E.3.6", "TLS"])
def test_what_names_no_single_profile_gives_none(text: str) -> None:
    assert profiles.find(text) is None


def test_every_profile_is_found_by_its_own_name() -> None:
    for profile in profiles.all_profiles():
        assert profiles.find(profile.name) == profile
        assert profiles.find(profile.id) == profile


def test_a_misspelt_name_is_found_again() -> None:
    assert profiles.suggest("Basc TLS")[0] == "basic-tls"


def test_the_options_come_in_the_order_of_their_clauses() -> None:
    options = profiles.options_of("basic-application-level-confidentiality")
    assert [p.clause for p in options][-3:] == ["PS3.15 E.3.9", "PS3.15 E.3.10", "PS3.15 E.3.11"]
    assert len(options) == 12


def test_the_facts_say_where_they_are_from_and_what_they_lack() -> None:
    assert profiles.origin().edition == "2020c"
    assert profiles.origin().known_holes
