"""The descriptions of DCMTK's programs and of Orthanc are clean, and say what the published documents say."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.words import Initiator, Role
from dcsgen.model import Capability
from dcsgen.render.statement import render

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PROGRAMS = ("echoscu", "findscu", "getscu", "movescu", "storescp", "storescu")
FILES = {name: EXAMPLES / "dcmtk-tools" / f"{name}.yaml" for name in PROGRAMS}
FILES["orthanc"] = EXAMPLES / "orthanc" / "orthanc-1.10.1.yaml"
MANUAL = Path("/usr/share/man/man1")

UID = re.compile(r"1\.2\.840\.10008\.[\d.]*\d")
QUERIES = {f"1.2.840.10008.5.1.4.1.2.{model}.1" for model in (1, 2, 3)}
UNCOMPRESSED = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


def capability(name: str, host: api.Host) -> Capability:
    loaded = api.load(FILES[name], host)
    assert loaded.capability is not None, loaded.findings
    return loaded.capability


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_found_that_is_not_accepted(name: str, host: api.Host) -> None:
    file = FILES[name]
    report = api.check([file], host=host, configuration=api.configuration([file])).report
    assert [f"{found.place} {found.message}" for found in report.findings if not found.accepted] == []


@pytest.mark.parametrize("name", ["storescu", "orthanc"])
def test_every_layout_prints_it(name: str, host: api.Host) -> None:
    for _, layout in host.layouts:
        assert render(capability(name, host), layout).statement.sections


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_sop_classes_are_those_of_the_manual_page(name: str, host: api.Host) -> None:
    page = MANUAL / f"{name}.1.gz"
    if not page.exists():
        pytest.skip("the manual pages are in Debian's package dcmtk")
    text = gzip.decompress(page.read_bytes()).decode().partition("DICOM Conformance")[2]
    published = set(UID.findall(text.partition("COMMAND LINE")[0]))
    services = capability(name, host).services.values()
    named = {one.uid for service in services for one in service.sop_classes}
    syntaxes = {uid for uid in published if uid.startswith("1.2.840.10008.1.2")}
    # movescu proposes the SOP Classes for queries and does not use them.
    assert named == published - syntaxes - (QUERIES if name == "movescu" else set())
    assert {one.uid for service in services for one in service.transfer_syntaxes} <= syntaxes


def test_whatever_receives_prefers_explicit_vr(host: api.Host) -> None:
    for name in PROGRAMS:
        for service in capability(name, host).services.values():
            if name == "echoscu":
                continue
            assert service.transfer_syntaxes[0].name == "Explicit VR Little Endian"
            assert {one.uid for one in service.transfer_syntaxes} == UNCOMPRESSED


def test_getscu_receives_on_the_association_that_it_opens(host: api.Host) -> None:
    storage = capability("getscu", host).services["storage-provider"]
    assert (storage.role, storage.opened_by) == (Role.SCP, Initiator.SELF)


def test_orthanc_takes_all_transfer_syntaxes_for_everything_as_it_says(host: api.Host) -> None:
    services = capability("orthanc", host).services.values()
    assert {len(service.transfer_syntaxes) for service in services} == {33}
    stored = next(service for service in services if service.title == "Storage (SCP)")
    assert len(stored.sop_classes) == 119
