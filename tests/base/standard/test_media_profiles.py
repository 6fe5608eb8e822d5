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


def test_nothing_of_a_profile_in_force_is_unverified() -> None:
    """Roles, contents and media were read in the tables and paragraphs of PS3.11 2020, Annexes A to E and G to N."""
    for profile in media_profiles.all_profiles():
        assert bool(profile.unverified) == profile.retired, profile.id


def test_the_profiles_that_define_no_file_set_updater() -> None:
    """PS3.11 B.2.1.3, E.2.1.3, G.2.1, H.2.1, I.2.1, K.2.1.3, L.2.1.3; for ultrasound on DVD C.2.1.3."""
    without = {p.id for p in media_profiles.all_profiles() if "FSU" not in p.roles}
    assert {p.id for p in media_profiles.all_profiles() if p.class_prefix in {"STD-GEN-DVD", "STD-GEN-ZIP"}} < without
    assert {i for i in without if not i.startswith("STD-GEN-")} == {
        "STD-CTMR-DVD",
        "STD-DEN-CD",
        "STD-DTL-SEC-ZIP-MAIL",
        "STD-DVD-MPEG2-MPML",
        "STD-DVD-SEC-MPEG2-MPML",
        "STD-XA1K-DVD",
    }
    assert len(without) == 13
    for suffix, updater in {"DVD": False, "DVD-RAM": True, "CDR": True}.items():
        profile = media_profiles.by_id(f"STD-US-SC-MF-{suffix}")
        assert profile is not None
        assert ("FSU" in profile.roles) is updater


def test_a_profile_by_e_mail_leaves_the_transfer_syntaxes_to_the_conformance_statement() -> None:
    """PS3.11 Tables G.3-1 and L.3-1."""
    for identifier in ("STD-GEN-MIME", "STD-GEN-ZIP-MAIL", "STD-GEN-SEC-ZIP-MAIL"):
        profile = media_profiles.by_id(identifier)
        assert profile is not None
        assert profile.contents[1] == media_profiles.Content(media_profiles.ANY_STORAGE, ())


def test_mpeg_on_bd_goes_with_uncompressed_ones_in_annex_m_only() -> None:
    """PS3.11 Table M.3-1 has Explicit VR Little Endian for all of its profiles, Table N.3-1 has MPEG alone."""
    for identifier, syntaxes in {
        "STD-GEN-BD-MPEG2-MPHL": ("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.101"),
        "STD-GEN-SEC-BD-MPEG4-SHPLV42": ("1.2.840.10008.1.2.4.106",),
    }.items():
        profile = media_profiles.by_id(identifier)
        assert profile is not None
        assert profile.contents[1].transfer_syntaxes == syntaxes


def test_a_misspelt_identifier_is_found_again() -> None:
    assert media_profiles.suggest("STD-GEN-CDR")[0] == "STD-GEN-CD"


def test_profiles_that_name_a_sop_class_themselves() -> None:
    ct = {p.id for p in media_profiles.profiles_for("1.2.840.10008.5.1.4.1.1.2")}
    assert ct == {"STD-CTMR-CD", "STD-CTMR-DVD", "STD-CTMR-DVD-RAM", "STD-CTMR-MOD41"}
    assert media_profiles.profiles_for("1.2.840.10008.5.1.4.1.1.481.5") == ()


def test_the_facts_say_where_they_are_from_and_what_they_lack() -> None:
    assert media_profiles.origin().edition == "2020c"
    assert media_profiles.origin().known_holes
