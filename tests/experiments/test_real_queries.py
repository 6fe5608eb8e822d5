"""findscu, movescu, getscu, echoscu and Orthanc ask dcmqrscp and Orthanc, and get what is predicted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from loopback import Loopback
from programs import ARCHIVING, COMPRESSED, IMPLICIT, MODEL, UNCOMPRESSED, Descriptions, archive, orthanc
from pydicom.data import get_testdata_file

from dcsgen import api
from dcsgen.base.interaction import Outcome, Side
from dcsgen.model import Capability

pytestmark = pytest.mark.slow

ROOTS = {"-P": f"PatientRoot{MODEL}", "-S": f"StudyRoot{MODEL}", "-O": f"PatientStudyOnly{MODEL}"}
"""Information models by the option of findscu, movescu and getscu that chooses them."""

PROPOSING = {
    "": UNCOMPRESSED,
    "-xi": [IMPLICIT],
    "-xd": [COMPRESSED["d"], *UNCOMPRESSED],
}

STUDY = ("-k", "QueryRetrieveLevel=STUDY", "-k", "PatientID=1CT1", "-k", "StudyInstanceUID")
CT = "1.3.6.1.4.1.5962.1.2.1.20040119072730.12322"
"""The study of the CT image."""

RECEIVING = {"THIRD": 22902, "IMPLICIT": 22903}
"""storescp with its default options and with `--implicit`, by AE Title and port."""


class Archive(NamedTuple):
    """An archive that runs: its port, its AE Title, its description, and the option that it runs with."""

    port: int
    title: str
    capability: Capability
    option: str


@pytest.fixture(scope="module")
def archives(dcmtk: None, alone: Loopback, descriptions: Descriptions, tmp_path_factory: Any) -> list[Archive]:
    """dcmqrscp with each option, all with the same objects."""
    folder = tmp_path_factory.mktemp("archives")
    peers = {"MOVESCU": 22901, **RECEIVING, "ORTHANC": 23401}
    found = []
    for port, (option, overlay) in enumerate(ARCHIVING.items(), 22101):
        archive(alone, folder, port, peers, *filter(None, [option]))
        found.append(Archive(port, "ARCHIVE", descriptions.of("dcmqrscp", json.dumps(overlay)), option))
    files = [str(get_testdata_file(name, download=False)) for name in ("CT_small.dcm", "MR_small.dcm", "rtplan.dcm")]
    assert alone.run(["storescu", "-aec", "ARCHIVE", "127.0.0.1", "22101", *files]).returncode == 0
    for title, port in RECEIVING.items():
        (folder / title).mkdir()
        implicit = ["+xi"] if title == "IMPLICIT" else []
        alone.start(["storescp", *implicit, "-od", str(folder / title), str(port)], port)
    return found


@pytest.fixture(scope="module")
def with_orthanc(
    orthanc_installed: None, archives: list[Archive], alone: Loopback, descriptions: Descriptions, tmp_path_factory: Any
) -> tuple[Archive, int]:
    """Orthanc with the same CT image, and the port of its REST interface; it knows all others."""
    peers = {f"A{one.port}": one.port for one in archives}
    known = {**peers, **RECEIVING, "MOVESCU": 22901, "FINDSCU": 1, "GETSCU": 1}
    # All archives are called ARCHIVE.
    modalities = {name: ["ARCHIVE" if name in peers else name, "127.0.0.1", port] for name, port in known.items()}
    rest = orthanc(alone, tmp_path_factory.mktemp("orthanc"), 23401, {}, DicomModalities=modalities)
    file = str(get_testdata_file("CT_small.dcm", download=False))
    assert alone.run(["storescu", "-aec", "ORTHANC", "127.0.0.1", "23401", file]).returncode == 0
    return Archive(23401, "ORTHANC", descriptions.of("Orthanc"), ""), rest


def works(user: Capability, provider: Capability) -> Mapping[str, bool]:
    """Whether what the first product uses of the second one is said to work, by SOP Class."""
    match = api.match(user, provider, api.open_host(vendors=False))
    return {one.key: one.outcome is not Outcome.FAILS for one in match.interactions if one.user.side is Side.A}


def asking(descriptions: Descriptions, program: str, service: str, sop_class: str, syntaxes: list[str]) -> Capability:
    """A program with the options that choose an information model and Transfer Syntaxes."""
    overlay = {"sets": {"uncompressed": syntaxes}, "services": {service: {"sop_classes": [sop_class]}}}
    return descriptions.of(program, json.dumps(overlay))


def trials(archives: list[Archive]) -> Iterator[tuple[Archive, str]]:
    """Archives with what is proposed to them; those that differ in SOP Classes get the default alone."""
    for one in archives:
        for proposing in PROPOSING if one.option in ("", "+xi") else ("",):
            yield one, proposing


def test_findscu_finds_as_predicted(archives: list[Archive], alone: Loopback, descriptions: Descriptions) -> None:
    counts: Counter[str] = Counter()
    models = {"-W": "ModalityWorklistInformationModel", **ROOTS}
    for (there, proposing), (option, model) in product(trials(archives), models.items()):
        syntaxes = PROPOSING[proposing]
        user = asking(descriptions, "findscu", "query-user", f"{model}Find", syntaxes)
        predicted = any(works(user, there.capability).values())
        words = [option, *filter(None, [proposing]), "-aec", there.title, "127.0.0.1", str(there.port), *STUDY]
        done = alone.run(["findscu", *words])
        counts["finds" if predicted else "does not find"] += 1
        assert (done.returncode == 0 and CT in done.stdout) is predicted, f"{there.option} {words}: {done.stdout}"
    print("findscu to dcmqrscp:", dict(counts))
    assert min(counts.values()) > 10


def test_keys_come_back_if_they_are_described(archives: list[Archive], alone: Loopback) -> None:
    described = archives[0].capability.services["query-provider"].keys
    keys = ("PatientName", "StudyDate", "AccessionNumber", "StudyDescription", "BodyPartExamined", "StationName")
    words = [word for key in keys for word in ("-k", key)]
    done = alone.run(["findscu", "-S", "-aec", "ARCHIVE", "127.0.0.1", "22101", *STUDY, *words])
    response = done.stdout.partition("Find Response")[2]
    returned = {key for key in keys if f" {key}\n" in response}
    print("keys asked of dcmqrscp:", len(keys), "returned:", sorted(returned))
    assert returned == {key for key in keys if key in described}


def test_movescu_moves_as_predicted(
    archives: list[Archive], alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    counts: Counter[str] = Counter()
    receivers = {
        "MOVESCU": descriptions.of("movescu"),
        "THIRD": descriptions.of("storescp"),
        "IMPLICIT": descriptions.of("storescp", json.dumps({"sets": {"uncompressed": [IMPLICIT]}})),
    }
    varied = [one for one in archives if one.option in ("", "--no-patient-root")]
    for there, (option, model), title in product(varied, ROOTS.items(), receivers):
        user = asking(descriptions, "movescu", "move-user", f"{model}Move", UNCOMPRESSED)
        stored = works(there.capability, receivers[title])["1.2.840.10008.5.1.4.1.1.2"]
        predicted = any(works(user, there.capability).values()) and stored
        own = ["+P", "22901"] if title == "MOVESCU" else []
        words = [option, *own, "-aem", title, "-aec", there.title, "127.0.0.1", str(there.port), *STUDY]
        done = alone.run(["movescu", *words[:-2], "-k", f"StudyInstanceUID={CT}"], cwd=tmp_path)
        counts["moves" if predicted else "does not move"] += 1
        assert (done.returncode == 0) is predicted, f"{there.option} {words}: {done.stdout}"
    print("movescu to dcmqrscp:", dict(counts))


def test_a_destination_has_to_be_known_as_it_is_said(
    archives: list[Archive], alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    there = archives[0]
    match = api.match(there.capability, descriptions.of("storescp"), api.open_host(vendors=False))
    stored = next(
        one for one in match.interactions if one.key == "1.2.840.10008.5.1.4.1.1.2" and one.user.side is Side.A
    )
    assert "peer-not-configured" in {one.slug for one in stored.conditions}
    for title, status in (("THIRD", 0), ("STRANGER", 69)):
        words = ["-P", "-aem", title, "-aec", there.title, "127.0.0.1", str(there.port), *STUDY[:-2]]
        done = alone.run(["movescu", *words, "-k", f"StudyInstanceUID={CT}"], cwd=tmp_path)
        assert done.returncode == status, done.stdout
    assert "MoveDestinationUnknown" in done.stdout


def test_getscu_gets_as_predicted(
    archives: list[Archive], alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    counts: Counter[str] = Counter()
    for (there, proposing), (option, model) in product(trials(archives), ROOTS.items()):
        syntaxes = PROPOSING[proposing]
        user = asking(descriptions, "getscu", "get-user", f"{model}Get", syntaxes)
        stored = works(there.capability, user).get("1.2.840.10008.5.1.4.1.1.2", False)
        predicted = any(works(user, there.capability).values()) and stored
        if (proposing, there.option) == ("-xi", "+xi"):
            # Against its manual page, getscu 3.6.7 then proposes Explicit VR Little Endian and nothing else.
            assert predicted
            predicted = False
            counts["against the manual page"] += 1
        counts["gets" if predicted else "does not get"] += 1
        _get(alone, there, tmp_path, [option, *filter(None, [proposing])], predicted=predicted)
    print("getscu to dcmqrscp:", dict(counts))
    assert min(counts["gets"], counts["does not get"]) > 3


def _get(alone: Loopback, there: Archive, folder: Path, options: list[str], *, predicted: bool) -> None:
    words = [*options, "-aec", there.title, "-od", str(folder), "127.0.0.1", str(there.port), *STUDY[:-2]]
    done = alone.run(["getscu", *words, "-k", f"StudyInstanceUID={CT}"])
    got = [one.unlink() for one in folder.iterdir()]
    assert bool(got) is predicted, f"{there.option} {words}: {done.stdout}"


def test_echoscu_is_answered_as_predicted(
    archives: list[Archive], with_orthanc: tuple[Archive, int], alone: Loopback, descriptions: Descriptions
) -> None:
    for there in (*archives, with_orthanc[0]):
        assert all(works(descriptions.of("echoscu"), there.capability).values())
        done = alone.run(["echoscu", "-aec", there.title, "127.0.0.1", str(there.port)])
        assert done.returncode == 0, done.stdout


def test_orthanc_answers_queries_and_delivers_as_predicted(
    with_orthanc: tuple[Archive, int], alone: Loopback, descriptions: Descriptions, tmp_path: Path
) -> None:
    there, _ = with_orthanc
    counts: Counter[str] = Counter()
    stored = "1.2.840.10008.5.1.4.1.1.2"
    for (option, model), (proposing, syntaxes) in product(ROOTS.items(), PROPOSING.items()):
        options = [option, *filter(None, [proposing])]
        where = ["-aec", there.title, "127.0.0.1", str(there.port)]
        finds = asking(descriptions, "findscu", "query-user", f"{model}Find", syntaxes)
        found = alone.run(["findscu", *options, *where, *STUDY])
        predicted = any(works(finds, there.capability).values())
        assert (found.returncode == 0 and CT in found.stdout) is predicted, found.stdout
        gets = asking(descriptions, "getscu", "get-user", f"{model}Get", syntaxes)
        delivers = works(there.capability, gets).get(stored, False)
        _get(alone, there, tmp_path, options, predicted=any(works(gets, there.capability).values()) and delivers)
        moves = asking(descriptions, "movescu", "move-user", f"{model}Move", syntaxes)
        moved = alone.run(
            ["movescu", *options, "-aem", "THIRD", *where, *STUDY[:-2], "-k", f"StudyInstanceUID={CT}"], cwd=tmp_path
        )
        assert (moved.returncode == 0) is any(works(moves, there.capability).values()), moved.stdout
        counts["works" if predicted else "fails"] += 3
    print("findscu, getscu and movescu to Orthanc:", dict(counts))


def test_orthanc_asks_and_retrieves_as_predicted(
    archives: list[Archive], with_orthanc: tuple[Archive, int], alone: Loopback
) -> None:
    own, rest = with_orthanc
    counts: Counter[str] = Counter()
    for there in archives:
        said = works(own.capability, there.capability)
        for level, model in (("Patient", "1"), ("Study", "2")):
            asked = json.dumps({"Level": level, "Query": {"PatientID": "1CT1"}})
            address = f"http://127.0.0.1:{rest}/modalities/A{there.port}/query"
            done = alone.run(["curl", "-s", "-d", asked, address])
            predicted = said.get(f"1.2.840.10008.5.1.4.1.2.{model}.1", False)
            counts["asks" if predicted else "asks in vain"] += 1
            assert ("Path" in json.loads(done.stdout)) is predicted, f"{there.option} {level}: {done.stdout}"
    print("Orthanc to dcmqrscp:", dict(counts))
    assert len(counts) == 2
