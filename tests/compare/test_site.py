"""What a change means for peers of a site: by keys and Attributes, and what stays unknown."""

from __future__ import annotations

from pathlib import Path

import pytest
from compare_helpers import small

from dcsgen import api
from dcsgen.base.site import Answer, Peer, Site, Use
from dcsgen.base.words import Role
from dcsgen.model import Capability
from dcsgen.plugin.testing import pair

PAIRS = Path(__file__).parents[1] / "pairs"
HOST = api.open_host(vendors=False)


def answers(slug: str, role: Role, *, keys: tuple[str, ...] | None = None) -> list[tuple[Answer, str]]:
    """What the breaking changes of a pair mean for a peer that uses all SOP Classes of the old side."""
    old, new = (api.capability_of(each) for each in pair(PAIRS / slug))
    named = {one.uid: one.name for service in old.services.values() for one in service.sop_classes}
    site = Site(name="S", peers=(Peer(name="P", uses=(Use(sop_classes=named, role=role, keys=keys),)),))
    difference = api.diff(old, new, HOST, site=site)
    return [(effect.answer, effect.reason) for change in difference.changes for effect in change.effects]


@pytest.mark.parametrize(
    ("slug", "role", "keys", "answer", "reason"),
    [
        ("query-key-no-longer-supported", Role.SCU, ("StudyDescription",), Answer.AFFECTS, "P uses the key"),
        ("query-key-no-longer-supported", Role.SCU, ("PatientID",), Answer.DOES_NOT_AFFECT, "P does not use the key"),
        ("query-key-no-longer-supported", Role.SCU, None, Answer.CANNOT_TELL, "the keys of P for"),
        ("query-key-no-longer-supported", Role.SCP, None, Answer.DOES_NOT_AFFECT, "as SCU"),
        ("preference-of-acceptor-changed", Role.SCU, None, Answer.CANNOT_TELL, "the Transfer Syntaxes of P for"),
        ("attribute-no-longer-mapped", Role.SCU, None, Answer.CANNOT_TELL, "depends on the attribute mappings"),
    ],
)
def test_a_change_of_a_pair(slug: str, role: Role, keys: tuple[str, ...] | None, answer: Answer, reason: str) -> None:
    ((found, said),) = answers(slug, role, keys=keys)
    assert found is answer
    assert reason in said


OBJECT = {
    "application_entities": {"STORE": {"function": "It stores."}},
    "services": {
        "storage": {
            "application_entity": "STORE",
            "sop_classes": ["RTPlanStorage", "RTDoseStorage"],
            "role": "SCP",
            "transfer_syntaxes": ["ImplicitVRLittleEndian"],
        }
    },
}


@pytest.mark.parametrize(
    ("attributes", "answer"),
    [
        (("RTPlanName",), Answer.AFFECTS),
        (("RTPlanLabel",), Answer.DOES_NOT_AFFECT),
        (None, Answer.CANNOT_TELL),
    ],
)
def test_a_mapped_attribute_is_looked_for_by_the_sop_class_of_its_object(
    attributes: tuple[str, ...] | None, answer: Answer
) -> None:
    old, new = (api.capability_of({**each, **OBJECT}) for each in pair(PAIRS / "attribute-no-longer-mapped"))
    (plan,) = (one for one in old.services["storage"].sop_classes if "Plan" in one.name)
    use = Use(sop_classes={plan.uid: plan.name}, role=Role.SCU, attributes=attributes)
    difference = api.diff(old, new, HOST, site=Site(name="S", peers=(Peer(name="P", uses=(use,)),)))
    (effect,) = difference.changes[0].effects
    assert effect.answer is answer
    assert difference.fails == (answer is not Answer.DOES_NOT_AFFECT)


@pytest.mark.parametrize(("number", "answer"), [(1, Answer.DOES_NOT_AFFECT), (2, Answer.CANNOT_TELL)])
def test_another_preference_matters_only_to_who_has_a_choice(number: int, answer: Answer) -> None:
    old, new = (api.capability_of(each) for each in pair(PAIRS / "preference-of-acceptor-changed"))
    (service,) = old.services.values()
    use = Use(
        sop_classes={one.uid: one.name for one in service.sop_classes},
        role=Role.SCU,
        transfer_syntaxes={one.uid: one.name for one in service.transfer_syntaxes[:number]},
    )
    difference = api.diff(old, new, HOST, site=Site(name="S", peers=(Peer(name="P", uses=(use,)),)))
    assert {effect.answer for change in difference.changes for effect in change.effects} == {answer}


def services(**records: dict[str, object]) -> Capability:
    frame = {"application_entity": "STORE", "role": "SCP", "transfer_syntaxes": ["ImplicitVRLittleEndian"]}
    return small(
        application_entities={"STORE": {"function": "It stores."}},
        services={name: {**frame, **record} for name, record in records.items()},
    )


TWO = ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian"]


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        # The service has only another name, and the peer another Transfer Syntax in common with it.
        (
            services(storage={"sop_classes": ["CTImageStorage"], "transfer_syntaxes": TWO}),
            services(archive={"sop_classes": ["CTImageStorage"]}),
            Answer.DOES_NOT_AFFECT,
        ),
        # What follows from the move of MR is about MR.
        (
            services(
                s={"sop_classes": ["CTImageStorage", "MRImageStorage"], "transfer_syntaxes": TWO},
                t={"sop_classes": ["RTPlanStorage"]},
            ),
            services(
                s={"sop_classes": ["CTImageStorage"], "transfer_syntaxes": TWO},
                t={"sop_classes": ["RTPlanStorage", "MRImageStorage"]},
            ),
            Answer.DOES_NOT_AFFECT,
        ),
    ],
)
def test_a_transfer_syntax_is_looked_for_in_the_service_as_it_is_called_now(
    old: Capability, new: Capability, answer: Answer
) -> None:
    (ct,) = (one for service in old.services.values() for one in service.sop_classes if "CT" in one.name)
    syntaxes = {one.uid: one.name for service in old.services.values() for one in service.transfer_syntaxes}
    use = Use(sop_classes={ct.uid: ct.name}, role=Role.SCU, transfer_syntaxes=syntaxes)
    difference = api.diff(old, new, HOST, site=Site(name="S", peers=(Peer(name="P", uses=(use,)),)))
    every = [each for change in difference.changes for each in (change, *change.echoes)]
    (breaking,) = (one for one in every if [each.code for each in one.judgements] == ["C101"])
    assert [effect.answer for effect in breaking.effects] == [answer]
