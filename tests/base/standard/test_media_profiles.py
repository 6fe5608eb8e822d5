"""The Media Storage Application Profiles of PS3.11."""

from __future__ import annotations

import pytest

from dcsgen.base.standard import media_profiles, uids

BASIC_DIRECTORY = "1.2.840.10008.1.3.10"


def test_all_64_identifiers_in_force_and_3_retired_ones() -> None:
    profiles = media_profiles.all_profiles()
    assert len([p for p in profiles if not p.retired]) == 64
    assert {p.id for p in profiles if p.retired} == {"STD-CTMR-MOD650", "STD-CTMR-MOD12", "STD-CTMR-MOD23"}
    assert [p.id for p in profiles] == sorted({p.id for p in profiles})


def test_every_profile_is_complete() -> None:
    for profile in media_profiles.all_profiles():
        assert profile.clause.startswith("PS3.11 "), profile.id
        assert profile.class_name, profile.id
        assert {"FSC", "FSR"} <= set(profile.roles) <= {"FSC", "FSR", "FSU"}, profile.id
        assert bool(profile.last_edition) == profile.retired, profile.id
        assert set(profile.unverified) <= set(profile._fields), profile.id
        assert profile.retired or profile.contents[0].sop_class == BASIC_DIRECTORY, profile.id


def test_every_uid_is_registered() -> None:
    sop_classes = {u.uid for u in uids.all_of(uids.SOP_CLASSES)}
    transfer_syntaxes = {u.uid for u in uids.all_of(uids.TRANSFER_SYNTAXES)}
    for profile in media_profiles.all_profiles():
        for content in profile.contents:
            if content.sop_class != media_profiles.ANY_STORAGE:
                assert content.sop_class in sop_classes, (profile.id, content)
            for syntax in content.transfer_syntaxes:
                assert syntax in transfer_syntaxes, (profile.id, syntax)


def test_a_general_purpose_cd_holds_any_storage_sop_class_uncompressed() -> None:
    profile = media_profiles.by_id("std-gen-cd ")
    assert profile is not None
    assert profile.contents[1] == media_profiles.Content(media_profiles.ANY_STORAGE, ("1.2.840.10008.1.2.1",))
    assert (profile.medium, profile.secure, profile.clause) == ("CD-R", False, "PS3.11 D.1")
    secure = media_profiles.by_id("STD-GEN-SEC-CD")
    assert secure is not None
    assert secure.secure


@pytest.mark.parametrize(
    ("identifier", "medium", "retired"),
    [
        ("STD-US-ID-SF-CDR", "CD-R", False),
        ("APL-US-SC-MF-DVD-RAM", "DVD-RAM", False),
        ("STD-US-CC-MF-MOD23-90", "2.3 GB 90 mm MOD", False),
        ("STD-US-CC-MF-MOD23", "", True),
        ("STD-US-ID-SF-FLOP", "", True),
    ],
)
def test_an_ultrasound_profile_carries_its_medium(identifier: str, medium: str, retired: bool) -> None:
    profile = media_profiles.by_id(identifier)
    assert profile is not None
    assert profile.id == identifier.replace("APL-", "STD-")
    assert (profile.medium, profile.retired) == (medium, retired)


@pytest.mark.parametrize("identifier", ["", "STD-GEN-CDR", "AUG-GEN-CD", "STD-US-ID-SF-PAPER", "STD-GEN-CD-CDR"])
def test_what_is_no_standard_profile_gives_none(identifier: str) -> None:
    assert media_profiles.by_id(identifier) is None


def test_a_misspelt_identifier_is_found_again() -> None:
    assert media_profiles.suggest("STD-GEN-CDR")[0] == "STD-GEN-CD"


def test_profiles_that_name_a_sop_class_themselves() -> None:
    ct = {p.id for p in media_profiles.profiles_for("1.2.840.10008.5.1.4.1.1.2")}
    assert ct == {"STD-CTMR-CD", "STD-CTMR-DVD", "STD-CTMR-DVD-RAM", "STD-CTMR-MOD41"}
    assert media_profiles.profiles_for("1.2.840.10008.5.1.4.1.1.481.5") == ()


def test_the_facts_say_where_they_are_from_and_what_they_lack() -> None:
    assert media_profiles.edition() == "2020c"
    assert media_profiles.known_holes()
