"""Real programs and what their options change: each option that is tried, as an overlay of the program's description.

Everything here is from the manual pages and from the comments in Orthanc's configuration file.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from loopback import Loopback

from dcsgen import api
from dcsgen.model import Capability

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

DESCRIPTIONS = {
    **{
        name: f"dcmtk-tools/{name}.yaml" for name in ("echoscu", "findscu", "getscu", "movescu", "storescp", "storescu")
    },
    "dcmqrscp": "dcmqrscp/dcmqrscp.yaml",
    "Orthanc": "orthanc/orthanc-1.10.1.yaml",
}
VERSIONS = {"Orthanc": "1.10.1", **{name: "v3.6.7" for name in DESCRIPTIONS if name != "Orthanc"}}

MODEL = "QueryRetrieveInformationModel"
LITTLE, BIG, IMPLICIT = "ExplicitVRLittleEndian", "ExplicitVRBigEndian", "ImplicitVRLittleEndian"
UNCOMPRESSED = [LITTLE, BIG, IMPLICIT]
COMPRESSED = {
    "s": "JPEGLosslessSV1",
    "y": "JPEGBaseline8Bit",
    "v": "JPEG2000Lossless",
    "t": "JPEGLSLossless",
    "r": "RLELossless",
    "d": "DeflatedExplicitVRLittleEndian",
}
EVERYTHING = [
    *UNCOMPRESSED,
    "DeflatedExplicitVRLittleEndian",
    "JPEGBaseline8Bit",
    "JPEGExtended12Bit",
    "JPEGLosslessSV1",
    "JPEGLSLossless",
    "JPEGLSNearLossless",
    "JPEG2000Lossless",
    "JPEG2000",
    "MPEG2MPML",
    "MPEG2MPHL",
    "MPEG4HP41",
    "MPEG4HP41BD",
    "MPEG4HP422D",
    "MPEG4HP423D",
    "MPEG4HP42STEREO",
    "HEVCMP51",
    "HEVCM10P51",
    "RLELossless",
]


def _syntaxes(*names: str) -> dict[str, Any]:
    return {"sets": {"uncompressed": list(names)}}


ACCEPTING: dict[str, dict[str, Any]] = {
    "": {},
    "+xe": {},
    "+xb": _syntaxes(BIG, LITTLE, IMPLICIT),
    "+xi": _syntaxes(IMPLICIT),
    **{f"+x{letter}": _syntaxes(name, *UNCOMPRESSED) for letter, name in COMPRESSED.items()},
}
"""What an SCP of DCMTK accepts, by the option that says so."""

ARCHIVING: dict[str, dict[str, Any]] = {
    "": {},
    "+xb": _syntaxes(BIG, LITTLE, IMPLICIT),
    "+xi": _syntaxes(IMPLICIT),
    "+xr": _syntaxes("RLELossless", *UNCOMPRESSED),
    "--no-patient-root": {
        "services": {
            f"{name}-provider": {"sop_classes": [f"StudyRoot{MODEL}{verb}", f"PatientStudyOnly{MODEL}{verb}"]}
            for name, verb in (("query", "Find"), ("move", "Move"), ("get", "Get"))
        }
    },
    # Objects are no longer delivered on Associations that peers open.
    "--disable-get": {"services": {"get-provider": None, "storage-user": {"initiator": "self"}}},
}
"""What dcmqrscp accepts, by the option that says so."""

PROPOSING: dict[str, dict[str, Any]] = {
    "": {},
    "-xb": _syntaxes(BIG, LITTLE, IMPLICIT),
    "-xi": _syntaxes(IMPLICIT),
    "-xm": _syntaxes("MPEG2MPML"),
    **{f"-x{letter}": _syntaxes(name, *UNCOMPRESSED) for letter, name in COMPRESSED.items()},
}
"""What an SCU of DCMTK proposes, by the option that says so."""


def why_not(*programs: str) -> str:
    """Why an experiment with programs cannot be made here; empty if it can."""
    for name in programs:
        program = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
        if program is None:
            return f"{name} is not installed; it is in Debian's package {'orthanc' if name == 'Orthanc' else 'dcmtk'}"
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
        if not re.search(rf"{re.escape(VERSIONS[name])}\b", said):
            return f"{name} has another version than the one that examples/ describes, which is {VERSIONS[name]}"
    return ""


class Descriptions:
    """The descriptions of programs with options, made in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._host = folder, api.open_host(vendors=False)
        for name in ("dcmtk-tools", "dcmqrscp", "orthanc"):
            shutil.copytree(EXAMPLES / name, folder / name)

    @cache  # noqa: B019
    def of(self, program: str, overlay: str = "{}") -> Capability:
        """What a program with options says of itself; the overlay is JSON."""
        base = self._folder / DESCRIPTIONS[program]
        number = len(list(base.parent.iterdir()))
        file = base.with_name(f"overlay-{number}.yaml")
        changed = {"dcsgen": 1, "extends": base.name, **json.loads(overlay)}
        file.write_text(yaml.safe_dump(changed, sort_keys=False))
        loaded = api.load(file, self._host)
        assert loaded.capability is not None, loaded.findings
        return loaded.capability


def archive(alone: Loopback, folder: Path, port: int, peers: dict[str, int], *options: str) -> None:
    """Start dcmqrscp with a storage area ARCHIVE, and peers by AE Title and port that may use it."""
    area = folder / "area"
    area.mkdir(exist_ok=True)
    hosts = "\n".join(f"peer{number} = ({title}, 127.0.0.1, {at})" for number, (title, at) in enumerate(peers.items()))
    configuration = folder / f"dcmqrscp-{port}.cfg"
    configuration.write_text(
        f"NetworkTCPPort = {port}\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
        f"HostTable BEGIN\n{hosts}\nHostTable END\nVendorTable BEGIN\nVendorTable END\n"
        f"AETable BEGIN\nARCHIVE {area} RW (9, 1024mb) ANY\nAETable END\n"
    )
    alone.start(["dcmqrscp", "-c", str(configuration), *options], port)


def orthanc(alone: Loopback, folder: Path, port: int, peers: dict[str, int], **options: Any) -> int:
    """Start Orthanc with peers that it knows; gives the port of its REST interface."""
    storage = folder / f"orthanc-{port}"
    configuration = {
        "StorageDirectory": str(storage),
        "IndexDirectory": str(storage),
        "DicomPort": port,
        "HttpPort": port + 1,
        "AuthenticationEnabled": False,
        "DicomModalities": {title: [title, "127.0.0.1", at] for title, at in peers.items()},
        **options,
    }
    file = folder / f"orthanc-{port}.json"
    file.write_text(json.dumps(configuration))
    program = shutil.which("Orthanc") or "/usr/sbin/Orthanc"
    alone.start([program, str(file)], port)
    return port + 1
