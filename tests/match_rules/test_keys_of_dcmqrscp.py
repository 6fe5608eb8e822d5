"""What is told of the keys of DCMTK's dcmqrscp, against the program of Debian's package dcmtk, in a network of its own.

This file is also the script that asks it, inside a namespace where there is only the loopback interface.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.interaction import Outcome
from dcsgen.match import OfferedMatchRule, judge, meetings
from dcsgen.model import Capability
from dcsgen.model.queried import asked

EXAMPLES = Path(__file__).parents[2] / "examples"
FIND = "1.2.840.10008.5.1.4.1.2.2.1"
PORT, TITLE = 11112, "QRSCP"
SETTINGS = f"""\
NetworkTCPPort = {PORT}
MaxPDUSize = 16384
MaxAssociations = 4
HostTable BEGIN
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
{TITLE} FOLDER RW (9, 64mb) ANY
AETable END
"""
NONE_HAS = {"DA": "19000101", "TM": "010203", "UI": "1.9.9", "IS": "99"}
"""A value that the stored object does not have, by VR; other VRs take text."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("dcmqrscp") is None, reason="needs Debian's package dcmtk"),
]


@pytest.mark.parametrize("name", ["planning", "xyz"])
def test_real_dcmqrscp_returns_and_matches_what_is_told(name: str, tmp_path: Path) -> None:
    user, provider = example(name), example("dcmqrscp")
    service = next(one for one in user.services.values() if any(each.uid == FIND for each in one.sop_classes))
    keys = [one for one in asked(service, FIND) if one.level]
    questions = [(one.path, one.level, one.key.vr, bool(one.matching)) for one in keys]
    answers = answered(questions, tmp_path)
    rules = [pair for pair in api.open_host(vendors=False).match_rules if pair[1].code in ("M150", "M151", "M152")]
    there = [one for one in meetings(user, provider) if one.key == FIND and one.user.capability is user]
    (interaction,) = judge(there, [OfferedMatchRule(*pair) for pair in rules]).interactions
    assert {reason.outcome for reason in interaction.reasons} <= {Outcome.LOSS}
    told = {(reason.slug, reason.subject) for reason in interaction.reasons}
    for one in keys:
        assert answers[one.path]["returned"] is (("key-not-returned", one.path) not in told), one.path
        if one.matching:
            assert answers[one.path]["matched"] is (("key-not-matched", one.path) not in told), one.path


def example(name: str) -> Capability:
    host = api.open_host(folders=[EXAMPLES.parent / "plugins"])
    capability = api.load(EXAMPLES / name / f"{name}.yaml", host).capability
    assert capability is not None
    return capability


def answered(questions: list[tuple[str, str, str, bool]], folder: Path) -> dict[str, Any]:
    """Whether each key came back, and whether a wrong value of it was looked at."""
    (folder / "stored").mkdir()
    (folder / "qr.cfg").write_text(SETTINGS.replace("FOLDER", str(folder / "stored")), encoding="utf-8")
    script = f"ip link set lo up && exec {sys.executable} {__file__} {folder}"
    # The first one is for root, the second one for systems that let everybody have namespaces.
    for rights in ([], ["--map-root-user"]):
        if subprocess.run(["unshare", *rights, "--net", "true"], capture_output=True, check=False).returncode == 0:
            said = subprocess.run(
                ["unshare", *rights, "--net", "sh", "-c", script],
                input=json.dumps(questions),
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
            assert said.returncode == 0, said.stderr
            answers: dict[str, Any] = json.loads(said.stdout)
            return answers
    pytest.skip("there can be no network namespace here")


def ask(folder: Path) -> None:
    """Starts the program, stores an object that has all Attributes, and asks; prints the answers."""
    from pynetdicom import AE

    questions = json.loads(sys.stdin.read())
    program = subprocess.Popen(["dcmqrscp", "--config", str(folder / "qr.cfg")], stdout=sys.stderr)
    try:
        stored = plan([(path, vr) for path, _, vr, _ in questions])
        ae = AE(ae_title="USER")
        for uid in (FIND, stored.SOPClassUID):
            ae.add_requested_context(uid)
        for _ in range(100):
            association = ae.associate("127.0.0.1", PORT, ae_title=TITLE)
            if association.is_established:
                break
            time.sleep(0.1)
        assert association.send_c_store(stored).Status == 0
        levels, unique = ("STUDY", "SERIES", "IMAGE"), ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")
        answers = {}
        for path, level, vr, filled in questions:
            depth = levels.index(level)
            # An entry without any key that the program has would be empty.
            ids = {uid: stored[uid].value for uid in unique[:depth]} | {unique[depth]: ""}
            entries = found(association, {**ids, path: ""}, level)
            wrong = found(association, {**ids, path: NONE_HAS.get(vr, "ZZZ")}, level) if filled else []
            returned = any(entry.get(path) not in (None, "") for entry in entries)
            answers[path] = {"returned": returned, "matched": filled and not wrong}
        association.release()
    finally:
        program.terminate()
        program.wait()
    print(json.dumps(answers))


def plan(attributes: list[tuple[str, str]]) -> Any:
    """An RT Plan with a value for each Attribute that is asked for."""
    from pydicom import dcmread
    from pydicom.data import get_testdata_file

    values = {"DA": "20240131", "TM": "120000", "IS": "1"}
    dataset = dcmread(str(get_testdata_file("rtplan.dcm")))
    for path, vr in attributes:
        if not dataset.get(path):
            setattr(dataset, path, values.get(vr, "A"))
    return dataset


def found(association: Any, keys: dict[str, str], level: str) -> list[Any]:
    """The entries of a query."""
    from pydicom import Dataset

    identifier = Dataset()
    identifier.QueryRetrieveLevel = level
    for path, value in keys.items():
        setattr(identifier, path, value)
    return [entry for _, entry in association.send_c_find(identifier, FIND) if entry is not None]


if __name__ == "__main__":
    ask(Path(sys.argv[1]))
