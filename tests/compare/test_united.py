"""What at least one Application Entity does: services of the union, however they are divided."""

from __future__ import annotations

from typing import Any

import pytest
from compare_helpers import EXAMPLES, ROOT, canonical, example, service, small, told

from dcsgen import api
from dcsgen.compare import compare, patch, united

BOTH = ["ExplicitVRLittleEndian", "ImplicitVRLittleEndian"]


def by_product(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return told(api.compare(small(**old), small(**new), by="product").changes)


def test_how_services_are_divided_makes_no_difference() -> None:
    one = {"services": {"s": service()}}
    many = {
        "services": {
            "ct": service(sop_classes=["CTImageStorage"]),
            "mr": service(sop_classes=["MRImageStorage"], application_entity="B"),
        }
    }
    assert by_product(one, many) == []


def test_both_roles_are_two_services() -> None:
    both = {"services": {"v": service(sop_classes=["Verification"], role="BOTH")}}
    user = {"services": {"v": service(sop_classes=["Verification"], role="SCU")}}
    assert by_product(both, user) == ["removed service services/Verification SOP Class SCP"]
    (change,) = api.compare(small(**both), small(**user), by="product").changes
    assert change.roles == ("SCP",)


def test_transfer_syntaxes_of_all_application_entities_count() -> None:
    one = {"services": {"s": service(sop_classes=["CTImageStorage"])}}
    two = {
        "services": {
            "a": service(sop_classes=["CTImageStorage"], transfer_syntaxes=BOTH[:1]),
            "b": service(sop_classes=["CTImageStorage"], transfer_syntaxes=BOTH[1:], application_entity="B"),
        }
    }
    assert by_product(one, two) == []


def test_what_is_said_of_single_application_entities_is_left_out() -> None:
    local = {"configuration": {"local": {"A": {"ae_title": "A"}}}}
    assert by_product(local, {"application_entities": {"C": {"function": "It is new."}}}) == []


def test_media_and_web_services_are_known_by_profile_service_and_role() -> None:
    made = united(example("archive")).capability
    assert "STD-GEN-CD FSR" in made.media or any(name.endswith(" FSR") for name in made.media)
    assert "studies origin_server" in made.web_services
    assert all(record.application_entity == "the product" for record in made.web_services.values())


@pytest.mark.parametrize("old", EXAMPLES)
@pytest.mark.parametrize("new", EXAMPLES)
def test_changes_of_the_union_tell_everything(old: str, new: str) -> None:
    before, after = united(example(old)).capability, united(example(new)).capability
    assert canonical(patch(before, compare(before, after).changes)) == canonical(after)


def test_changes_of_the_union_have_places() -> None:
    host = api.open_host(vendors=False)
    old, new = (api.load(ROOT / "examples" / name / f"{name}.yaml", host) for name in ("archive", "dcmqrscp"))
    for change in api.compare(old, new, by="product").every():
        for path, place, loaded in (
            (change.old_path, change.old_place, old),
            (change.new_path, change.new_place, new),
        ):
            assert (place is not None) == bool(path)
            if place is not None:
                lines = next(source.lines for source in loaded.tree.sources if source.name == place.file)
                assert 0 < place.line <= len(lines)
    services = [change for change in api.compare(old, new, by="product").every() if change.path[0] == "services"]
    assert services
    assert all("services" in str(one.new_place) for one in services if one.new_place is not None)
