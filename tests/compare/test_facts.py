"""Which fact an edit gives: one each, of the right action, with both values, roles and stance."""

from __future__ import annotations

from typing import Any

import pytest
from compare_helpers import service, small, told

from dcsgen.base.change import Action, Area, Change, Subject
from dcsgen.base.words import Stance
from dcsgen.compare import Partial, compare

EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
CT, MR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"


def changes(before: dict[str, Any], after: dict[str, Any], **options: Any) -> tuple[Change, ...]:
    return compare(small(**before), small(**after), **options).changes


def of_service(before: dict[str, Any], after: dict[str, Any]) -> tuple[Change, ...]:
    return changes({"services": {"s": service(**before)}}, {"services": {"s": service(**after)}})


def the(found: tuple[Change, ...]) -> Change:
    (change,) = found
    return change


def test_a_transfer_syntax_that_is_gone() -> None:
    change = the(of_service({}, {"transfer_syntaxes": ["ExplicitVRLittleEndian"]}))
    assert (change.subject, change.action, change.area) == (Subject.TRANSFER_SYNTAX, Action.REMOVED, Area.NEGOTIATION)
    assert change.old_path == ("services", "s", "transfer_syntaxes", IMPLICIT)
    assert change.new_path == ()
    assert (change.key, change.position) == (IMPLICIT, 1)
    assert (change.before.uid, change.after) == (IMPLICIT, None)
    assert (change.roles, change.stance) == (("SCP",), Stance.OFFERS)


def test_another_order_of_preference_is_one_change() -> None:
    change = the(of_service({}, {"transfer_syntaxes": ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian"]}))
    assert (change.subject, change.action, change.field) == (
        Subject.TRANSFER_SYNTAX,
        Action.MOVED,
        "transfer_syntaxes",
    )
    assert (change.before, change.after) == ((EXPLICIT, IMPLICIT), (IMPLICIT, EXPLICIT))


def test_another_order_of_sop_classes_is_none() -> None:
    assert of_service({}, {"sop_classes": ["MRImageStorage", "CTImageStorage"]}) == ()


@pytest.mark.parametrize(
    ("before", "after", "action"),
    [
        ({"role": "SCP"}, {"role": "BOTH"}, Action.WIDENED),
        ({"role": "BOTH"}, {"role": "SCU"}, Action.NARROWED),
        ({"role": "SCP"}, {"role": "SCU"}, Action.CHANGED),
        ({"initiator": "either"}, {"initiator": "peer"}, Action.NARROWED),
        ({"level_of_conformance": 2}, {"level_of_conformance": 1}, Action.LOWERED),
        ({"max_peers": 3}, {"max_peers": "unlimited"}, Action.RAISED),
        ({"max_peers": 3}, {}, Action.UNSTATED),
        ({}, {"behaviour": "It waits."}, Action.STATED),
    ],
)
def test_values_of_a_service(before: dict[str, Any], after: dict[str, Any], action: Action) -> None:
    change = the(of_service(before, after))
    assert change.action is action
    assert change.field == next(iter({**before, **after}))


@pytest.mark.parametrize(
    ("before", "after", "action"),
    [
        ("always", "value_not_always", Action.WIDENED),
        ("always", "empty", Action.WIDENED),
        ("empty", "value_not_always", Action.NARROWED),
        ("empty", "always", Action.NARROWED),
        ("attribute_not_always", "neither_always", Action.WIDENED),
        ("attribute_not_always", "value_not_always", Action.CHANGED),
        ("empty", "attribute_not_always", Action.CHANGED),
    ],
)
def test_what_is_sent_less_surely_is_more_to_do_without(before: str, after: str, action: Action) -> None:
    def operations(presence: str) -> dict[str, Any]:
        attribute = {"PatientName": {"presence": presence, "source": ["user"]}}
        return {"operations": {"create": {"operation": "N-CREATE", "attributes": attribute}}}

    keys = {"sop_classes": ["ModalityPerformedProcedureStep"], "role": "SCU"}
    change = the(of_service({**keys, **operations(before)}, {**keys, **operations(after)}))
    assert (change.field, change.action) == ("presence", action)


def test_roles_are_those_of_both_sides() -> None:
    assert the(of_service({"role": "SCP"}, {"role": "SCU"})).roles == ("SCP", "SCU")


@pytest.mark.parametrize(("role", "stance"), [("SCU", Stance.DEMANDS), ("SCP", Stance.OFFERS), ("BOTH", None)])
def test_a_key_is_demanded_by_users_and_offered_by_providers(role: str, stance: Stance | None) -> None:
    query = {"sop_classes": ["StudyRootQueryRetrieveInformationModelFind"], "role": role}
    keys = {"PatientID": {"matching": ["single_value"]}}
    more = {**keys, "PatientName": {"matching": ["wildcard"]}}
    change = the(of_service({**query, "keys": keys}, {**query, "keys": more}))
    assert (change.subject, change.action, change.area) == (Subject.QUERY_KEY, Action.ADDED, Area.QUERY)
    assert change.stance is stance


def test_what_was_not_said_before_is_not_added() -> None:
    query = {"sop_classes": ["StudyRootQueryRetrieveInformationModelFind"]}
    change = the(of_service(query, {**query, "keys": {"PatientID": {}, "PatientName": {}}}))
    assert (change.action, change.field) == (Action.STATED, "keys")


def test_a_list_without_limit_that_gets_one_is_narrowed() -> None:
    before = {"configuration": {"parameters": {"Mode": {"default": "a"}}}}
    after = {"configuration": {"parameters": {"Mode": {"default": "a", "values": ["a", "b"]}}}}
    change = the(changes(before, after))
    assert (change.subject, change.action, change.stance) == (Subject.VALUE, Action.NARROWED, Stance.OFFERS)


@pytest.mark.parametrize(
    ("before", "after", "action"),
    [
        ([0, 10], [0, 20], Action.WIDENED),
        ([0, 10], [1, 9], Action.NARROWED),
        ([0, 10], [5, 20], Action.CHANGED),
        ([0, 10], [0, None], Action.WIDENED),
        ([None, 10], [0, 10], Action.NARROWED),
    ],
)
def test_ranges(before: list[Any], after: list[Any], action: Action) -> None:
    one, other = ({"configuration": {"parameters": {"Time-out": {"range": each}}}} for each in (before, after))
    assert the(changes(one, other)).action is action


def test_no_character_sets_is_not_the_same_as_nothing_said() -> None:
    some: dict[str, Any] = {"character_sets": {"supported": ["ISO_IR 100"]}}
    none: dict[str, Any] = {"character_sets": {"supported": "none"}}
    assert the(changes(some, none)).action is Action.REMOVED
    assert the(changes(some, {})).action is Action.UNSTATED
    assert the(changes({}, none)).action is Action.STATED


@pytest.mark.parametrize(
    ("before", "after", "action"),
    [
        ("configured", "any", Action.WIDENED),
        ("any", ["X"], Action.NARROWED),
        (["X", "Y"], ["X"], Action.NARROWED),
        (["X"], ["Y"], Action.CHANGED),
    ],
)
def test_accepted_titles(before: Any, after: Any, action: Action) -> None:
    one, other = (
        {"application_entities": {"A": {"function": "F", "association": {"accepted_calling_ae_titles": each}}}}
        for each in (before, after)
    )
    assert the(changes(one, other)).action is action


def test_the_association_limit_knows_its_direction() -> None:
    def entity(key: str, number: int) -> dict[str, Any]:
        return {"application_entities": {"A": {"function": "F", "association": {key: {"max_associations": number}}}}}

    fewer = the(changes(entity("as_acceptor", 5), entity("as_acceptor", 2)))
    assert (fewer.action, fewer.roles, fewer.stance) == (Action.LOWERED, ("acceptor",), Stance.OFFERS)
    more = the(changes(entity("as_initiator", 5), entity("as_initiator", 8)))
    assert (more.action, more.roles, more.stance) == (Action.RAISED, ("initiator",), Stance.DEMANDS)


def test_a_service_that_is_gone_tells_its_parts_under_itself() -> None:
    gone = the(
        changes({"services": {"s": service(), "t": service(role="SCU")}}, {"services": {"t": service(role="SCU")}})
    )
    assert told((gone,)) == ["removed service services/s"]
    assert [echo.key for echo in gone.echoes] == [CT, MR]
    assert all(echo.derived and echo.roles == ("SCP",) for echo in gone.echoes)


def test_an_application_entity_that_is_gone_takes_what_it_has_along() -> None:
    old = {
        "services": {"s": service()},
        "configuration": {"local": {"A": {"ae_title": "X"}, "B": {"ae_title": "Y"}}},
    }
    new = {
        "application_entities": {"B": {"function": "It prints."}},
        "configuration": {"local": {"B": {"ae_title": "Y"}}},
    }
    gone = the(changes(old, new))
    assert told((gone,)) == ["removed application_entity application_entities/A"]
    assert told(gone.echoes) == ["removed service services/s", "removed local_address configuration/local/A"]


@pytest.mark.parametrize("partial", [Partial(new=True), Partial(old=True, new=True)])
def test_what_a_part_of_a_description_does_not_say_is_not_gone(partial: Partial) -> None:
    old = {"services": {"s": service(), "t": service(role="SCU", sop_classes=["Verification"])}}
    new = {"services": {"s": service(sop_classes=["CTImageStorage"])}}
    found = changes(old, new, partial=partial)
    assert {one.action for change in found for one in change.every()} == {Action.UNSTATED}


def test_what_stands_only_in_the_whole_one_of_two_is_stated() -> None:
    found = changes({}, {"services": {"s": service()}}, partial=Partial(old=True))
    assert {one.action for change in found for one in change.every()} == {Action.STATED}


@pytest.mark.parametrize(
    ("partial", "action"),
    [
        (Partial(), Action.WIDENED),
        (Partial(old=True), Action.WIDENED),
        (Partial(new=True), Action.UNSTATED),
    ],
)
def test_a_limit_that_a_draft_does_not_say_is_not_gone(partial: Partial, action: Action) -> None:
    limited = {"configuration": {"parameters": {"Mode": {"default": "a", "values": ["a", "b"]}}}}
    free = {"configuration": {"parameters": {"Mode": {"default": "a"}}}}
    assert the(changes(limited, free, partial=partial)).action is action


def test_fingerprints_do_not_depend_on_other_edits() -> None:
    old = {"services": {"s": service()}, "configuration": {"parameters": {"P": {"default": 1}}}}
    new = {"services": {"s": service(transfer_syntaxes=["ExplicitVRLittleEndian"])}, **old}
    new["services"] = {"s": service(transfer_syntaxes=["ExplicitVRLittleEndian"])}
    alone = the(changes(old, new))
    more = {**new, "configuration": {"parameters": {"A": {"default": 3}, "P": {"default": 2}}}}
    assert alone.fingerprint in {change.fingerprint for change in changes(old, more)}
    assert len(alone.fingerprint) == 16


def test_extensions_are_compared_by_key() -> None:
    old = small()
    new = small()
    from msgspec import structs

    old = structs.replace(old, extensions={"acme": {"a": 1, "b": {"c": [1, 2]}}})
    new = structs.replace(new, extensions={"acme": {"a": 2, "b": {"c": [2, 1]}, "d": True}})
    assert told(compare(old, new).changes) == [
        "changed extension extensions/acme/a",
        "changed extension extensions/acme/b/c",
        "added extension extensions/acme/d",
    ]
