"""storescp, dcmqrscp and Orthanc answer Presentation Contexts as it is predicted from their descriptions.

Where a statement says what is not true, the experiment says so here: `docs/match-experiments.md` tells the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from loopback import Loopback
from programs import ACCEPTING, ARCHIVING, EVERYTHING, UNCOMPRESSED, Descriptions, archive, orthanc

from dcsgen import api
from dcsgen.base.interaction import Interaction, Side
from dcsgen.base.words import AcceptedTitles
from dcsgen.model import Capability
from dcsgen.plugin.match_reporter import Match
from dcsgen.plugin.testing import minimal_description

pytestmark = pytest.mark.slow

STORED = ("CTImageStorage", "MRImageStorage", "RTPlanStorage", "SecondaryCaptureImageStorage", "EncapsulatedPDFStorage")
OTHERS = (
    "Verification",
    "ModalityWorklistInformationModelFind",
    *(
        f"{root}QueryRetrieveInformationModel{verb}"
        for root in ("PatientRoot", "StudyRoot")
        for verb in ("Find", "Move", "Get")
    ),
    "ModalityPerformedProcedureStep",
    "StorageCommitmentPushModel",
)


class Asked(NamedTuple):
    """What a proposer asked, the match on paper and the answer; `as_scp` are the SOP Classes that it is the SCP of."""

    option: str
    match: Match
    proposed: dict[str, list[str]]
    as_scp: list[str]
    answer: Mapping[str, Any]


class Compared(NamedTuple):
    """How often predictions and answers agree, and where they do not: by SOP Class, prediction and answer."""

    counts: Counter[str]
    against: set[tuple[str, str, str]]


def _proposals(count: int, seed: int) -> Iterator[Capability]:
    """Products that want many things in few Transfer Syntaxes, some of them as SCP of objects."""
    random = Random(seed)
    for _ in range(count):
        services = {}
        for sop_class in (*random.sample(STORED, 4), *random.sample(OTHERS, 5)):
            syntaxes = random.sample(EVERYTHING, random.randint(1, 3)) + random.sample(
                UNCOMPRESSED, random.randint(0, 1)
            )
            as_scp = sop_class in STORED and random.random() < 0.3
            services[sop_class] = {
                "application_entity": "PROPOSER",
                "sop_classes": [sop_class],
                "transfer_syntaxes": list(dict.fromkeys(syntaxes)),
                **({"role": "SCP", "initiator": "self"} if as_scp else {"role": "SCU"}),
            }
        entities = {"PROPOSER": {"function": "It proposes."}}
        yield api.capability_of(minimal_description(application_entities=entities, services=services))


def _asked(alone: Loopback, acceptors: list[tuple[str, int, str, Capability]], each: int) -> list[Asked]:
    """Proposals to acceptors, each with an option, a port, an AE Title and a description."""
    host = api.open_host(vendors=False)
    tasks, made, stated = [], [], []
    for number, (option, port, title, capability) in enumerate(acceptors):
        for proposer in _proposals(each, number):
            services = proposer.services.values()
            proposed = {one.sop_classes[0].uid: [each.uid for each in one.transfer_syntaxes] for one in services}
            as_scp = [one.sop_classes[0].uid for one in services if one.role == "SCP"]
            tasks.append({"port": port, "called": title, "contexts": list(proposed.items()), "as_scp": as_scp})
            made.append((option, api.match(proposer, capability, host), proposed, as_scp))
            (entity,) = capability.application_entities.values()
            stated.append(entity.association.max_pdu_received)
    answers = alone.propose(tasks)
    for answer, length in zip(answers, stated, strict=True):
        assert length is None or answer["max_pdu"] == length
    return [Asked(*one, answer) for one, answer in zip(made, answers, strict=True)]


def _compared(asked: list[Asked]) -> Compared:
    counts: Counter[str] = Counter()
    against = set()
    for one in asked:
        assert one.answer["rejection"] is None
        for uid in one.proposed:
            found = _interaction(one, uid)
            # Whether something comes of it afterwards is another question.
            works = found is not None and found.context is not None and found.context.chosen != ""
            agreed = one.answer["results"][uid] == 0 and (uid not in one.as_scp or uid in one.answer["as_scp"])
            what = "accepted" if works else "rejected"
            if agreed is not works:
                against.add((found.service_class if found else uid, what, "accepted" if agreed else "rejected"))
            elif works and found is not None and found.context is not None:
                same = one.answer["chosen"][uid] == found.context.chosen
                counts["same Transfer Syntax" if same else "another Transfer Syntax"] += 1
            counts[f"{what}{'' if agreed is works else ', but not so'}"] += 1
    return Compared(counts, against)


def _interaction(one: Asked, uid: str) -> Interaction | None:
    for each in one.match.interactions:
        own = each.provider if uid in one.as_scp else each.user
        if each.key == uid and own.side is Side.A:
            return each
    return None


def test_storescp_answers_as_predicted(
    dcmtk: None, alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    acceptors = []
    for port, (option, overlay) in enumerate(ACCEPTING.items(), 20101):
        alone.start(["storescp", *filter(None, [option]), "-od", str(tmp_path), str(port)], port)
        acceptors.append((option, port, "STORESCP", descriptions.of("storescp", json.dumps(overlay))))
    compared = _compared(_asked(alone, acceptors, 6))
    print("storescp:", dict(compared.counts))
    assert compared.against == set()
    assert not compared.counts["another Transfer Syntax"]


def test_what_accepts_all_takes_them_in_an_order_that_nobody_says(
    dcmtk: None, alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    alone.start(["storescp", "+xa", "-od", str(tmp_path), "20120"], 20120)
    overlay = json.dumps({"sets": {"uncompressed": EVERYTHING}})
    compared = _compared(_asked(alone, [("+xa", 20120, "STORESCP", descriptions.of("storescp", overlay))], 12))
    print("storescp +xa:", dict(compared.counts))
    assert compared.against == set()
    assert compared.counts["another Transfer Syntax"]


def test_dcmqrscp_answers_as_predicted(
    dcmtk: None, alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    acceptors = []
    for port, (option, overlay) in enumerate(ARCHIVING.items(), 20201):
        archive(alone, tmp_path, port, {"PROPOSER": 20999}, *filter(None, [option]))
        acceptors.append((option, port, "ARCHIVE", descriptions.of("dcmqrscp", json.dumps(overlay))))
    compared = _compared(_asked(alone, acceptors, 8))
    print("dcmqrscp:", dict(compared.counts))
    assert compared.against == set()
    assert not compared.counts["another Transfer Syntax"]


def test_orthanc_answers_as_predicted_where_its_statement_is_right(
    orthanc_installed: None, alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    orthanc(alone, tmp_path, 20301, {"PROPOSER": 20999})
    asked = _asked(alone, [("", 20301, "ORTHANC", descriptions.of("Orthanc"))], 40)
    compared = _compared(asked)
    print("Orthanc:", dict(compared.counts), sorted(compared.against))
    assert compared.against == {
        # The statement says that all Transfer Syntaxes go with all SOP Classes; what carries no pixels takes three.
        ("Verification", "accepted", "rejected"),
        ("Query/Retrieve", "accepted", "rejected"),
        # Worklists need a plug-in, as the description says by `option`; here it is not loaded.
        ("Basic Worklist Management", "accepted", "rejected"),
        # Storage Commitment, which the statement does not list; video in MPEG-4 and HEVC, which it does not either.
        ("1.2.840.10008.1.20.1", "rejected", "accepted"),
        ("Storage", "rejected", "accepted"),
    }
    for one in asked:
        for uid, syntaxes in one.proposed.items():
            found = _interaction(one, uid)
            if found is None or found.context is None:
                continue
            accepted = one.answer["results"][uid] == 0
            if found.service_class in ("Verification", "Query/Retrieve"):
                assert accepted is bool(set(syntaxes) & PLAIN), f"{found.name} in {syntaxes}"
            if accepted and not found.context.chosen:
                assert one.answer["chosen"][uid].startswith("1.2.840.10008.1.2.4.10")
            if accepted and EXPLICIT_LITTLE in syntaxes:
                assert one.answer["chosen"][uid] == EXPLICIT_LITTLE == found.context.chosen


WORKLISTS = Path("/usr/share/orthanc/plugins/libModalityWorklists.so")


@pytest.mark.skipif(not WORKLISTS.exists(), reason="Orthanc has no plug-in for worklists here")
def test_orthanc_answers_about_worklists_once_the_option_is_met(
    orthanc_installed: None, alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    service = descriptions.of("Orthanc").services["worklist-provider"]
    assert service.option
    worklists = {"Enable": True, "Database": str(tmp_path)}
    orthanc(alone, tmp_path, 20311, {"FRIEND": 20999}, Plugins=[str(WORKLISTS)], Worklists=worklists)
    orthanc(alone, tmp_path, 20321, {"FRIEND": 20999})
    contexts = [(one.uid, [EXPLICIT_LITTLE]) for one in service.sop_classes]
    met, unmet = alone.propose(
        [{"port": port, "called": "ORTHANC", "calling": "FRIEND", "contexts": contexts} for port in (20311, 20321)]
    )
    (sop_class,) = service.sop_classes
    assert (met["results"][sop_class.uid], unmet["results"][sop_class.uid]) == (0, 3)


TITLED = {
    "dcmqrscp": {"application_entities": {"DCMQRSCP": {"association": {"accepted_called_ae_titles": ["ARCHIVE"]}}}},
    "Orthanc": {},
    "Orthanc, checking": {
        "application_entities": {"ORTHANC": {"association": {"accepted_called_ae_titles": ["ORTHANC"]}}}
    },
}
"""What is said of called AE Titles: of the storage area that is configured here, and of `DicomCheckCalledAet`."""


def test_titles_are_accepted_as_described(
    dcmtk: None, orthanc_installed: None, alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    archive(alone, tmp_path, 20401, {"FRIEND": 20999})
    orthanc(alone, tmp_path, 20411, {"FRIEND": 20999})
    orthanc(alone, tmp_path, 20421, {"FRIEND": 20999}, DicomCheckCalledAet=True)
    contexts = [("1.2.840.10008.1.1", [EXPLICIT_LITTLE])]
    counts: Counter[str] = Counter()
    for (name, overlay), port in zip(TITLED.items(), (20401, 20411, 20421), strict=True):
        capability = descriptions.of(name.partition(",")[0], json.dumps(overlay))
        (entity,) = capability.application_entities.values()
        titles = entity.association.accepted_called_ae_titles
        tried = [(called, calling) for called in ("ARCHIVE", "ORTHANC", "OTHER") for calling in ("FRIEND", "STRANGER")]
        tasks = [{"port": port, "called": one, "calling": other, "contexts": contexts} for one, other in tried]
        for (called, _), answer in zip(tried, alone.propose(tasks), strict=True):
            let_in = titles is AcceptedTitles.ANY or (isinstance(titles, tuple) and called in titles)
            counts["let in" if let_in else "kept out"] += 1
            assert answer["rejection"] == (None if let_in else [1, 1, 7]), f"{name} {called}"
    print("AE Titles:", dict(counts))


PLAIN = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
"""Of what Orthanc prefers, its statement names this one only."""
