"""What is recognised in spite of another name, another place, or another vendor."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from compare_helpers import EXAMPLES, example, service, small, told

from dcsgen import api
from dcsgen.base.change import Action, Subject
from dcsgen.base.errors import UsageError
from dcsgen.compare import compare
from dcsgen.compare.assignment import assign
from dcsgen.model import Capability


def renamed_everywhere(old: str, new: str, plain: dict[str, Any]) -> dict[str, Any]:
    import json

    changed: dict[str, Any] = json.loads(json.dumps(plain).replace(f'"{old}"', f'"{new}"'))
    return changed


DESCRIPTION: dict[str, Any] = {
    "application_entities": {"STORE": {"function": "It stores for ever."}, "PRINT": {"function": "It prints."}},
    "real_world_activities": {"send": {"name": "Send", "side": "remote"}},
    "services": {
        "s": service(application_entity="STORE", remote_activity="send"),
        "v": service(application_entity="STORE", sop_classes=["Verification"]),
    },
    "configuration": {"local": {"STORE": {"ae_title": "X", "description": "STORE listens here."}}},
    "security": {
        "secure_transport": {
            "tls": {"profile": "BCP 195 TLS Secure Transport Connection Profile", "application_entities": ["STORE"]}
        }
    },
}


def test_a_new_name_is_one_change_and_references_are_its_echoes() -> None:
    new = renamed_everywhere("STORE", "KEEPER", DESCRIPTION)
    new["configuration"]["local"]["KEEPER"]["description"] = "KEEPER listens here."
    (change,) = compare(small(**DESCRIPTION), small(**new)).changes
    assert (change.subject, change.action) == (Subject.APPLICATION_ENTITY, Action.RENAMED)
    assert (change.before, change.after) == ("STORE", "KEEPER")
    assert change.similarity == 1.0
    assert told(change.echoes) == [
        "changed service services/s/application_entity",
        "changed service services/v/application_entity",
        "renamed local_address configuration/local/KEEPER",
        "changed local_address configuration/local/KEEPER/description",
        "changed scope security/secure_transport/tls/application_entities/KEEPER",
    ]


def test_an_activity_with_another_name_is_recognised() -> None:
    new = renamed_everywhere("send", "transmit", DESCRIPTION)
    (change,) = compare(small(**DESCRIPTION), small(**new)).changes
    assert (change.subject, change.action, change.after) == (Subject.ACTIVITY, Action.RENAMED, "transmit")


def test_names_that_are_exchanged_are_seen() -> None:
    """In two versions, the same name is the same thing; a pin says otherwise."""
    old = small(services={"s": service(application_entity="A")})
    new = small(services={"s": service(application_entity="A")})
    crossed = {"application_entities": {"A": "B", "B": "A"}}
    found = compare(old, new, pins=crossed).changes
    assert "moved service services/s/application_entity" in told(found)


def test_a_service_that_moves_to_another_application_entity() -> None:
    old = small(services={"s": service(application_entity="A")})
    new = small(services={"s": service(application_entity="B")})
    assert told(compare(old, new).changes) == ["moved service services/s/application_entity"]


def test_a_service_that_is_split_says_what_differs_for_the_part_that_left() -> None:
    old = small(services={"s": service(sop_classes=["CTImageStorage", "MRImageStorage", "RTPlanStorage"])})
    rest = service(sop_classes=["RTPlanStorage"], transfer_syntaxes=["ExplicitVRLittleEndian"])
    new = small(services={"s": service(), "rest": rest})
    added, moved = compare(old, new).changes
    assert told((added,)) == ["added service services/rest"]
    assert (moved.action, moved.subject) == (Action.MOVED, Subject.SOP_CLASS)
    assert moved.old_path[:2] == ("services", "s")
    assert moved.new_path[:2] == ("services", "rest")
    (echo,) = moved.echoes
    assert (echo.action, echo.subject, echo.derived) == (Action.REMOVED, Subject.TRANSFER_SYNTAX, True)


def test_an_attribute_that_moves_to_another_module() -> None:
    def mapping(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
        modules = {
            "General Equipment": {"attributes": {"StationName": {"use": "optional"}, **first}},
            "Enhanced General Equipment": {"attributes": {"SoftwareVersions": {"use": "optional"}, **second}},
        }
        support = {name: {"support": "used"} for name in modules}
        iod = {"title": "CT", "sop_class": "EnhancedCTImageStorage", "role": "received", "modules": support}
        made = {"title": "M", "iod": "ct", "direction": "import", "target": "database", "modules": modules}
        return {"iods": {"ct": iod}, "attribute_mappings": {"m": made}}

    row = {"Manufacturer": {"use": "optional"}}
    mandatory = {"Manufacturer": {"use": "mandatory"}}
    old, new = small(**mapping(row, {})), small(**mapping({}, mandatory))
    (change,) = compare(old, new).changes
    assert (change.action, change.key) == (Action.MOVED, "Manufacturer")
    assert [(echo.field, echo.action) for echo in change.echoes if not echo.standard] == [("use", Action.RAISED)]


def test_application_entities_of_two_vendors_are_aligned_by_what_they_do() -> None:
    comparison = compare(example("archive"), example("dcmqrscp"))
    pairs = {(one.path, one.old): one for one in comparison.alignment}
    entity = pairs[("application_entities",), "FINDER"]
    assert (entity.new, entity.because) == ("DCMQRSCP", "similar")
    services = {old: one.new for (path, old), one in pairs.items() if path == ("services",)}
    assert services["finder-verification"] == "verification-provider"
    assert services["find"] == "query-provider"
    assert services["move"] == "move-provider"


def test_a_pin_overrules_likeness() -> None:
    pins = {"application_entities": {"WEB": "DCMQRSCP"}}
    comparison = compare(example("archive"), example("dcmqrscp"), pins=pins)
    (pinned,) = [one for one in comparison.alignment if one.path == ("application_entities",)]
    assert (pinned.old, pinned.new, pinned.because) == ("WEB", "DCMQRSCP", "pinned")


@pytest.mark.parametrize(
    ("pins", "word"),
    [
        ({"servces": {}}, "servces"),
        ({"services": {"nothing": "storage-provider"}}, "nothing"),
        ({"services": {"storage": "nothing"}}, "nothing"),
        ({"services": {"storage": "storage-provider", "verification": "storage-provider"}}, "twice"),
    ],
)
def test_a_pin_that_means_nothing_is_refused(pins: dict[str, dict[str, str]], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        api.compare(example("archive"), example("dcmqrscp"), pins=pins)


@pytest.mark.parametrize("first", EXAMPLES)
def test_the_same_under_another_vendor_is_aligned_with_itself(first: str) -> None:
    from msgspec import structs

    old = example(first)
    new = structs.replace(old, product=structs.replace(old.product, vendor="Somebody Else"))
    comparison = compare(old, new)
    assert all(one.old == one.new for one in comparison.alignment)
    assert told(comparison.changes) == ["changed product product/vendor"]


def test_the_assignment_is_the_best_one() -> None:
    dice = random.Random(7)
    for _ in range(60):
        rows, columns = dice.randint(1, 5), dice.randint(1, 5)
        scores = {
            (f"o{row}", f"n{column}"): dice.random()
            for row, column in itertools.product(range(rows), range(columns))
            if dice.random() < 0.7
        }
        found = assign(scores)
        assert len(set(found.values())) == len(found)
        assert sum(scores[pair] for pair in found.items()) == pytest.approx(best(scores))


def best(scores: dict[tuple[str, str], float]) -> float:
    """By trying everything."""
    if not scores:
        return 0.0
    old = min(one for one, _ in scores)
    rest = {pair: score for pair, score in scores.items() if pair[0] != old}
    options = [best(rest)]
    for (one, new), score in scores.items():
        if one == old:
            options.append(score + best({pair: each for pair, each in rest.items() if pair[1] != new}))
    return max(options)


def test_very_many_things_are_assigned_too() -> None:
    scores = {(f"o{row}", f"n{column}"): 1.0 / (1 + abs(row - column)) for row in range(160) for column in range(160)}
    assert assign(scores) == {f"o{row}": f"n{row}" for row in range(160)}


@pytest.mark.parametrize("versions", [True, False])
def test_what_is_about_nothing_in_common_was_not_renamed(versions: bool) -> None:
    """However alike they are otherwise: another SOP Class is another thing."""
    module = {"Patient": {"support": "used"}, "SOP Common": {"support": "used"}}

    def side(key: str, sop_class: str) -> Capability:
        iod = {"title": "Object", "sop_class": sop_class, "role": "created", "modules": module}
        return small(services={key: service(sop_classes=[sop_class])}, iods={key: iod})

    old, new = side("images", "CTImageStorage"), side("plans", "RTPlanStorage")
    found = compare(old, new, versions=versions)
    assert not [one for one in found.every() if one.action is Action.RENAMED]
    assert [one for one in found.alignment if one.path in (("services",), ("iods",))] == []
