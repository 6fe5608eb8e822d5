"""storescu, storescp, Orthanc and pynetdicom store objects at each other as it is predicted from their descriptions."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from loopback import ENVIRONMENT, INSIDE, Loopback
from programs import ACCEPTING, BIG, IMPLICIT, LITTLE, PROPOSING, Descriptions, orthanc
from pydicom import dcmread
from pydicom.data import get_testdata_file

from dcsgen import api
from dcsgen.base.interaction import Interaction, Outcome, Side
from dcsgen.model import Capability, encode
from dcsgen.plugin.testing import minimal_description

pytestmark = pytest.mark.slow

FILES = (
    "MR_small.dcm",
    "MR_small_implicit.dcm",
    "MR_small_bigendian.dcm",
    "MR_small_RLE.dcm",
    "MR_small_jp2klossless.dcm",
    "MR_small_jpeg_ls_lossless.dcm",
    "SC_rgb_jpeg_dcmtk.dcm",
    "image_dfl.dcm",
    "rtplan.dcm",
)
"""Objects of pydicom in seven Transfer Syntaxes."""

PLAIN = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}


class Thing:
    """An object in a file."""

    def __init__(self, name: str) -> None:
        found = get_testdata_file(name, download=False)
        assert found is not None
        read = dcmread(str(found), stop_before_pixels=True)
        self.file, self.sop_class = str(found), str(read.SOPClassUID)
        self.syntax, self.instance = str(read.file_meta.TransferSyntaxUID), str(read.SOPInstanceUID)


@pytest.fixture(scope="module")
def things() -> list[Thing]:
    return [Thing(name) for name in FILES]


def predicted(user: Capability, provider: Capability, sop_class: str) -> Interaction | None:
    """What is said of a SOP Class that the first product stores at the second one."""
    match = api.match(user, provider, api.open_host(vendors=False))
    return next((one for one in match.interactions if one.user.side is Side.A and one.key == sop_class), None)


def only(sop_class: str, overlay: dict[str, Any]) -> str:
    """storescu with an option and `--required`, which restricts it to the SOP Classes of the files."""
    return json.dumps({**overlay, "services": {"storage-user": {"sop_classes": [sop_class]}}})


def test_storescu_stores_at_storescp_as_predicted(
    dcmtk: None, alone: Loopback, descriptions: Descriptions, things: list[Thing], tmp_path: Path
) -> None:
    counts: Counter[str] = Counter()
    ports = {option: port for port, option in enumerate(ACCEPTING, 21101)}
    for option, port in ports.items():
        (tmp_path / str(port)).mkdir()
        alone.start(["storescp", *filter(None, [option]), "-od", str(tmp_path / str(port)), str(port)], port)
    # Every second pair of options, in each row other ones.
    pairs = [pair for number, pair in enumerate(product(PROPOSING, ACCEPTING)) if (number + number // 10) % 2 == 0]
    for number, (proposing, accepting) in enumerate(pairs):
        port, thing = ports[accepting], things[(number * 5 + number // len(ACCEPTING)) % len(things)]
        user = descriptions.of("storescu", only(thing.sop_class, PROPOSING[proposing]))
        provider = descriptions.of("storescp", json.dumps(ACCEPTING[accepting]))
        one = predicted(user, provider, thing.sop_class)
        assert one is not None
        assert one.context is not None
        words = ["-R", "+C", *filter(None, [proposing]), "127.0.0.1", str(port), thing.file]
        done = alone.run(["storescu", *words])
        counts["objects"] += 1
        if one.outcome is Outcome.FAILS:
            counts["no context, as predicted"] += 1
            assert "No Acceptable Presentation Contexts" in done.stdout, f"{words}: {done.stdout}"
        elif thing.syntax == one.context.chosen or {thing.syntax, one.context.chosen} <= PLAIN:
            counts["stored, as predicted"] += 1
            assert done.returncode == 0, f"{words}: {done.stdout}"
            assert _kept(tmp_path / str(port), thing) == one.context.chosen
        else:
            # A context is there, but whether the sender can convert the object is not in its manual page.
            assert "No Acceptable Presentation Contexts" not in done.stdout
            counts[f"to be converted: {'stored' if done.returncode == 0 else 'not stored'}"] += 1
    print("storescu to storescp:", dict(counts))
    assert counts["no context, as predicted"] > 3
    assert counts["stored, as predicted"] > 15


def _kept(folder: Path, thing: Thing) -> str:
    """The Transfer Syntax of the file that an object has become; the file is taken away."""
    (file,) = [one for one in folder.iterdir() if one.name.endswith(thing.instance)]
    syntax = str(dcmread(file, stop_before_pixels=True).file_meta.TransferSyntaxUID)
    file.unlink()
    return syntax


KEEPERS = (
    [IMPLICIT],
    [BIG, IMPLICIT],
    [LITTLE],
    ["RLELossless", IMPLICIT, LITTLE],
    ["JPEGBaseline8Bit"],
    ["MPEG2MPML", LITTLE],
)
"""Transfer Syntaxes of receivers, in order of preference."""


def test_storescu_proposes_to_pynetdicom_as_predicted(
    dcmtk: None, alone: Loopback, descriptions: Descriptions, things: list[Thing], tmp_path: Path
) -> None:
    counts: Counter[str] = Counter()
    stored = ["MRImageStorage", "SecondaryCaptureImageStorage"]
    services = {
        f"keep{number}": {
            "application_entity": f"KEEP{number}",
            "role": "SCP",
            "sop_classes": stored,
            "transfer_syntaxes": syntaxes,
        }
        for number, syntaxes in enumerate(KEEPERS)
    }
    entity = {"function": "It keeps.", "association": {"accepted_called_ae_titles": "any"}}
    entities = {f"KEEP{number}": entity for number in range(len(KEEPERS))}
    listening = api.capability_of(minimal_description(application_entities=entities, services=services))
    file = tmp_path / "keepers.json"
    file.write_bytes(encode(listening))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with alone.listening([*INSIDE, "listen", str(file)], env=ENVIRONMENT, **pipes) as process:
        assert process.stdout is not None
        ports = json.loads(process.stdout.readline())
        expected: list[tuple[bool, list[str]]] = []
        for (option, overlay), (number, port) in product(PROPOSING.items(), enumerate(ports)):
            thing = things[(number + port) % len(things)]
            user = descriptions.of("storescu", only(thing.sop_class, overlay))
            match = api.match(user, listening, api.open_host(vendors=False))
            name = f"KEEP{number}"
            one = next((each for each in match.interactions if each.provider.application_entity == name), None)
            combined = number % 2 == 0
            words = ["-R", *(["+C"] if combined else []), *filter(None, [option]), "127.0.0.1", str(port), thing.file]
            done = alone.run(["storescu", *words])
            rejected = "No Acceptable Presentation Contexts" in done.stdout
            works = one is not None and one.outcome is not Outcome.FAILS
            assert rejected is not works, f"{option} {KEEPERS[number]}: {done.stdout}"
            counts["accepted" if works else "rejected"] += 1
            assert one is None or one.context is not None
            agreed = [f"{thing.sop_class} {one.context.chosen}"] if works and one and one.context else []
            expected.append((combined, agreed))
        told, _ = process.communicate()
    for accepted, (combined, agreed) in zip(json.loads(told.splitlines()[-1])["accepted"], expected, strict=True):
        # Without `--combine`, the preferred Transfer Syntax has a context of its own, which may be accepted too.
        assert accepted == agreed if combined else set(agreed) <= set(accepted)
    print("storescu to pynetdicom:", dict(counts))
    assert min(counts.values()) > 10


def test_orthanc_stores_at_storescp_as_predicted(
    dcmtk: None,
    orthanc_installed: None,
    alone: Loopback,
    descriptions: Descriptions,
    things: list[Thing],
    tmp_path: Path,
) -> None:
    counts: Counter[str] = Counter()
    ports = {option: port for port, option in enumerate(ACCEPTING, 21301)}
    for option, port in ports.items():
        (tmp_path / str(port)).mkdir()
        alone.start(["storescp", *filter(None, [option]), "-od", str(tmp_path / str(port)), str(port)], port)
    rest = orthanc(alone, tmp_path, 21401, {f"P{port}": port for port in ports.values()})
    sent = [Thing(name) for name in ("MR_small_implicit.dcm", "MR_small_bigendian.dcm", "SC_rgb_jpeg_dcmtk.dcm")]
    for thing in sent:
        uploaded = json.loads(
            alone.run(["curl", "-s", "--data-binary", f"@{thing.file}", f"http://127.0.0.1:{rest}/instances"]).stdout
        )
        for option, port in ports.items():
            provider = descriptions.of("storescp", json.dumps(ACCEPTING[option]))
            one = predicted(descriptions.of("Orthanc"), provider, thing.sop_class)
            assert one is not None
            assert one.context is not None
            assert one.outcome is not Outcome.FAILS
            address = f"http://127.0.0.1:{rest}/modalities/P{port}/store"
            done = alone.run(["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-d", uploaded["ID"], address])
            counts["objects"] += 1
            assert done.stdout == "200", f"{thing.file} {option}: {done.stdout}"
            # Several contexts are proposed for a SOP Class: which of them an object takes is up to the sender.
            kept = _kept(tmp_path / str(port), thing)
            counts["in the Transfer Syntax of the object" if kept == thing.syntax else "converted"] += 1
            assert kept in one.context.common
    print("Orthanc to storescp:", dict(counts))
