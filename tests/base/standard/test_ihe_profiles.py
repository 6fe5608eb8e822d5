"""What IHE profiles ask of actors: each thing needed exists, and what was not seen is marked."""

from __future__ import annotations

import pytest

from dcsgen.base.standard import ihe_profiles as ihe
from dcsgen.base.standard import uids, web_services

WORKLIST = "1.2.840.10008.5.1.4.31"
MPPS = "1.2.840.10008.3.1.2.3.3"
QUERY_RETRIEVE = "1.2.840.10008.5.1.4.1.2"
UPS_PULL = "1.2.840.10008.5.1.4.34.6.3"
EVERY = [(p, a, t) for p in ihe.all_profiles() for a in p.actors for t in a.transactions]


def test_the_profiles() -> None:
    radiology = {p.id for p in ihe.all_profiles() if p.domain == "RAD"}
    oncology = {p.id for p in ihe.all_profiles() if p.domain == "RO"}
    assert radiology == {"SWF.b", "PIR", "CPI", "WIA"}
    assert oncology == {"BRTO-II", "TPPC", "TDW-II", "MMRO-III"}


def test_everything_needed_exists() -> None:
    for profile, actor, transaction in EVERY:
        assert transaction.needs, (profile.id, actor.name, transaction.name)
        for need in transaction.needs:
            if need.what.startswith(ihe.WEB):
                assert web_services.find_transaction(need.what.removeprefix(ihe.WEB)) is not None, need
                assert need.role in {"user-agent", "origin-server"}
            else:
                assert need.role in {"SCU", "SCP"}, need
                found = uids.by_uid(need.what)
                registered = found is not None and found.kind in uids.SOP_CLASSES
                assert registered or need.what == ihe.ANY_IMAGE_STORAGE, need


def test_what_is_not_known_is_marked_and_what_is_marked_is_a_field() -> None:
    for profile in ihe.all_profiles():
        assert profile.known_holes, profile.id
        assert set(profile.unverified) <= set(profile._fields), profile.id
        assert all(getattr(profile, field) or field in profile.unverified for field in ("document", "version"))
        assert profile.sources or {"actors", "document"} <= set(profile.unverified), profile.id
    for profile, actor, transaction in EVERY:
        assert set(actor.unverified) <= {"name"}
        assert set(transaction.unverified) <= {"id", "name", "needs", "requirement"}
        assert transaction.id or "id" in transaction.unverified, (profile.id, actor.name)


def test_numbers_of_transactions_have_one_name_and_belong_to_a_domain() -> None:
    names: dict[str, set[str]] = {}
    for _, _, transaction in EVERY:
        if transaction.id:
            assert transaction.id.partition("-")[0] in {"RAD", "RO"}
            names.setdefault(transaction.id, set()).add(transaction.name)
    assert {number: found for number, found in names.items() if len(found) != 1} == {}


def test_each_transaction_has_both_ends_in_its_profile() -> None:
    opposite = {"SCU": "SCP", "SCP": "SCU", "user-agent": "origin-server", "origin-server": "user-agent"}
    for profile, actor, transaction in EVERY:
        others = {
            (need.what, need.role)
            for other in profile.actors
            for candidate in other.transactions
            if other.name != actor.name and (candidate.id, candidate.name) == (transaction.id, transaction.name)
            for need in candidate.needs
        }
        for need in transaction.needs:
            assert (need.what, opposite[need.role]) in others, (profile.id, actor.name, transaction.name, need)


def test_the_treatment_delivery_device_works_from_a_worklist() -> None:
    profile = ihe.find("tdw ii")
    assert profile is not None
    device = ihe.actor_of(profile, "treatment delivery device")
    assert device is not None
    assert [t.id for t in device.transactions] == [f"RO-{n}" for n in (58, 59, 60, 61, 62, 63, 64, 65)]
    assert ihe.Need(UPS_PULL, "SCU", True) in ihe.needs_of(device)


def test_the_acquisition_modality_of_scheduled_workflow() -> None:
    profile = ihe.find("SWF.b")
    assert profile is not None
    modality = ihe.actor_of(profile, "Acquisition Modality")
    assert modality is not None
    assert [t.id for t in modality.transactions] == ["RAD-5", "RAD-6", "RAD-7", "RAD-8", "RAD-10"]
    assert ihe.needs_of(modality)[0] == ihe.Need(WORKLIST, "SCU", True)


def test_the_procedure_step_manager_receives_and_passes_on() -> None:
    """Read in DVTk's `PpsManagerActor`: MPPS from modality and creator, on to DSS/Order Filler and Image Manager."""
    profile = ihe.find("SWF.b")
    assert profile is not None
    manager = ihe.actor_of(profile, "Performed Procedure Step Manager")
    assert manager is not None
    assert [t.id for t in manager.transactions] == ["RAD-6", "RAD-7", "RAD-20", "RAD-21"]
    assert ihe.needs_of(manager) == (ihe.Need(MPPS, "SCP", True), ihe.Need(MPPS, "SCU", True))


@pytest.mark.parametrize("id_", ["SWF.b", "CPI"])
def test_a_display_asks_by_patient_root_or_study_root(id_: str) -> None:
    """Read in DVTk's `ImageDisplayActor`: C-FIND and C-MOVE of either root, and storage of what it retrieves."""
    profile = ihe.find(id_)
    assert profile is not None
    display = ihe.actor_of(profile, "Image Display")
    assert display is not None
    needs = {t.id: t.needs for t in display.transactions}
    assert needs["RAD-14"] == tuple(ihe.Need(f"{QUERY_RETRIEVE}.{root}.1", "SCU", False) for root in (1, 2))
    assert needs["RAD-16"][:2] == tuple(ihe.Need(f"{QUERY_RETRIEVE}.{root}.2", "SCU", False) for root in (1, 2))
    assert needs["RAD-16"][2] == ihe.Need(ihe.ANY_IMAGE_STORAGE, "SCP", True)


def test_needs_come_once_and_required_wins() -> None:
    optional = ihe.Need(WORKLIST, "SCU", False)
    required = ihe.Need(WORKLIST, "SCU", True)
    storage = ihe.Need(ihe.ANY_IMAGE_STORAGE, "SCU", True)
    actor = ihe.Actor(
        "A",
        (
            ihe.Transaction("X-1", "one", True, (optional,), ()),
            ihe.Transaction("X-2", "two", True, (required,), ()),
            ihe.Transaction("X-3", "an option", False, (storage,), ()),
        ),
        (),
    )
    assert ihe.needs_of(actor) == (required, storage._replace(required=False))
    assert ihe.needs_of(actor, required_only=True) == (required,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("brto-ii", "BRTO-II"), ("Consistent Presentation of Images", "CPI"), ("web based image access", "WIA")],
)
def test_a_profile_is_found_by_abbreviation_or_name(text: str, expected: str) -> None:
    found = ihe.find(text)
    assert found is not None
    assert found.id == expected


def test_unknown_names_give_none_and_near_ones_a_suggestion() -> None:
    assert ihe.find("XDS-I") is None
    assert ihe.suggest("BRTO")[0] == "BRTO-II"
    profile = ihe.all_profiles()[0]
    assert ihe.actor_of(profile, "Archivist") is None
