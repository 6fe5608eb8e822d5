"""The rules about services have an answer to every SOP Class with every Transfer Syntax, in any role."""

from __future__ import annotations

import random
from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.standard import uids
from dcsgen.builtin import collected
from dcsgen.plugin import LintRule
from dcsgen.plugin.testing import minimal_description

RULES: list[LintRule] = [rule for rule in collected("rule", "RULE") if rule.kind.code.startswith("S2")]
SOP_CLASSES = [uid.uid for uid in uids.all_of(uids.SOP_CLASSES)]
TRANSFER_SYNTAXES = [uid.uid for uid in uids.all_of(uids.TRANSFER_SYNTAXES)]


def description(seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    services = {
        f"service-{number}": {
            "application_entity": chance.choice("AB"),
            "sop_classes": chance.sample(SOP_CLASSES, chance.randint(1, 6)),
            "role": chance.choice(["SCU", "SCP", "BOTH"]),
            "initiator": chance.choice(["self", "peer", "either"]),
            "transfer_syntaxes": chance.sample(TRANSFER_SYNTAXES, chance.randint(1, 6)),
        }
        for number in range(12)
    }
    entities = {name: {"function": "Anything."} for name in "AB"}
    return minimal_description(application_entities=entities, services=services)


@pytest.mark.parametrize("seed", range(20))
def test_problems_are_sentences_about_what_is_there(seed: int) -> None:
    capability = api.capability_of(description(seed))
    problems = [problem for rule in RULES for problem in rule.find(capability)]
    assert problems
    for problem in problems:
        assert "  " not in problem.message
        assert " ," not in problem.message
        assert problem.path[0] in ("application_entities", "services", "sop_classes")
        assert len({(p.kind.code, p.path, p.subject) for p in problems}) == len(problems), "two findings look the same"


def test_a_good_product_has_no_findings() -> None:
    pair = ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian"]
    root = "StudyRootQueryRetrieveInformationModel"
    services = {
        "echo": {"sop_classes": ["Verification"], "role": "BOTH"},
        "keep": {"sop_classes": ["CTImageStorage", "RTPlanStorage"], "role": "SCP"},
        "send": {
            "sop_classes": ["CTImageStorage", "RTPlanStorage"],
            "role": "SCU",
            "initiator": "either",
            "role_selection": "For C-GET, the role SCU is accepted.",
        },
        "answer": {"sop_classes": [f"{root}Find", f"{root}Move", f"{root}Get"], "role": "SCP"},
        "commit": {
            "sop_classes": ["StorageCommitmentPushModel"],
            "role": "SCP",
            "initiator": "either",
            "role_selection": "The role SCP is proposed for the result.",
        },
        "worklist": {"sop_classes": ["ModalityWorklistInformationModelFind"], "role": "SCU"},
        "step": {"sop_classes": ["ModalityPerformedProcedureStep"], "role": "SCU"},
        "print": {"sop_classes": ["BasicGrayscalePrintManagementMeta", "PresentationLUT"], "role": "SCU"},
    }
    for service in services.values():
        service |= {"application_entity": "ARCHIVE", "transfer_syntaxes": pair}
    entities = {"ARCHIVE": {"function": "Keeps and gives."}}
    capability = api.capability_of(minimal_description(application_entities=entities, services=services))
    assert [problem.message for rule in RULES for problem in rule.find(capability)] == []
