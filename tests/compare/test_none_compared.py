"""What is stated to be none is a fact: not the same as what is not stated, and less than what there is."""

from __future__ import annotations

from typing import Any

import pytest
from compare_helpers import canonical, service, small, told

from dcsgen.base.change import Action
from dcsgen.compare import compare, patch, united
from dcsgen.model import Capability

CODES = {"attribute": "ProcedureCodeSequence", "cid": 101}
SOME: dict[str, Any] = {
    "context_groups": {"procedures": CODES},
    "templates": {"dose": {"tid": "10011", "name": "CT Radiation Dose"}},
    "private_attributes": {"(3287,xx01)": {"creator": "ACME", "name": "Window", "vr": "LO", "vm": "1"}},
    "sequences": {"import": {"title": "Import", "steps": [{"source": "X", "target": "A", "message": "C-STORE"}]}},
    "configuration": {"parameters": {"Time-out": {"default": 30, "unit": "s"}}},
    "services": {"s": service(coercion={"PatientID": {"change": "modified"}})},
}


def variants(key: str) -> tuple[Capability, Capability, Capability]:
    """A Capability that does not state something, one that states there is none, and one that has some."""
    some = SOME[key]
    if key == "services":
        return small(services={"s": service()}), small(services={"s": service(coercion="none")}), small(services=some)
    if key == "configuration":
        return small(), small(configuration={"parameters": "none"}), small(configuration=some)
    return small(), small(**{key: "none"}), small(**{key: some})


@pytest.mark.parametrize("key", SOME)
def test_none_is_between_not_stated_and_some(key: str) -> None:
    unknown, none, some = variants(key)

    def actions(old: Capability, new: Capability) -> list[Action]:
        return [change.action for change in compare(old, new).changes]

    assert actions(unknown, none) == [Action.STATED]
    assert actions(none, unknown) == [Action.UNSTATED]
    assert actions(none, some) == [Action.ADDED]
    assert actions(some, none) == [Action.REMOVED]
    assert actions(unknown, some) == [Action.STATED]
    assert actions(some, unknown) == [Action.UNSTATED]
    assert actions(none, none) == []


@pytest.mark.parametrize("key", SOME)
@pytest.mark.parametrize("versions", [True, False])
def test_the_facts_make_one_of_the_other(key: str, versions: bool) -> None:
    three = variants(key)
    for old in three:
        for new in three:
            changes = compare(old, new, versions=versions).changes
            assert canonical(patch(old, changes)) == canonical(new)


def test_a_draft_that_does_not_state_it_removes_nothing() -> None:
    unknown, _, some = variants("templates")
    assert told(compare(some, unknown).changes) == ["unstated template templates"]


def test_a_product_as_a_whole_changes_what_one_of_its_services_changes() -> None:
    changing, not_changing = service(coercion={"PatientID": {"change": "modified"}}), service(coercion="none")
    made = united(small(services={"a": not_changing, "b": changing})).capability
    assert [list(one.coercion or {}) for one in made.services.values()] == [["PatientID"], ["PatientID"]]
    made = united(small(services={"a": not_changing, "b": service()})).capability
    assert [one.coercion for one in made.services.values()] == [None, None]
