"""The description of dcmqrscp says what a careful reader found in its manual page."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.finding import Profile
from dcsgen.base.words import Role, SopClassKind
from dcsgen.load.compose import Composed, compose
from dcsgen.load.validate import validate
from dcsgen.model import Capability, Service
from dcsgen.resolve.resolve import resolve

DCMQRSCP = "examples/dcmqrscp/dcmqrscp.yaml"
TRUTH = "truth/dcmtk-dcmqrscp-3.6.7.json"
ACCEPTED = "dcsgen-accepted.yaml"
FORMER = "dcmqrscp-3.6.1.yaml"
SHUTDOWN = "1.2.276.0.7230010.3.4.1915765545.18030.917282194.0"


@pytest.fixture(scope="module")
def composed(root: Path) -> Composed:
    """The description with its included files."""
    return compose(root / DCMQRSCP)


@pytest.fixture(scope="module")
def capability(composed: Composed) -> Capability:
    """The Capability of the description, which has no errors."""
    found = resolve(composed.tree.root, composed.providers).capability
    assert found is not None
    return found


@pytest.fixture(scope="module")
def truth(root: Path) -> dict[str, Any]:
    """What the manual page says; skipped where it is not at hand."""
    named = os.environ.get("DCSGEN_STATEMENTS")
    file = (Path(named) if named else root.parent / "shared" / "statements") / TRUTH
    if not file.is_file():
        pytest.skip(f"no ground truth at {file}; name its folder in DCSGEN_STATEMENTS")
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


def test_has_no_findings(composed: Composed) -> None:
    assert composed.findings == ()
    assert validate(composed.tree.root, {}) == []
    assert resolve(composed.tree.root, composed.providers).problems == ()


def test_every_file_of_the_example_is_included(composed: Composed, root: Path) -> None:
    read = {Path(source.name).name for source in composed.tree.sources}
    assert read == {file.name for file in (root / DCMQRSCP).parent.glob("*.yaml")} - {ACCEPTED, FORMER}


def test_only_what_the_manual_page_says_or_leaves_out_is_accepted(root: Path) -> None:
    file = root / DCMQRSCP
    strict = api.overruled(api.configuration([file]), profile=Profile.STRICT)
    found = api.check([file], host=api.open_host(vendors=False), configuration=strict).report.findings
    assert [f"{one.place}: {one.message}" for one in found if not one.accepted] == []
    assert all("manual page" in one.accepted or "configuration file" in one.accepted for one in found)


def roles_of(service: Service) -> tuple[str, ...]:
    return ("SCU", "SCP") if service.role is Role.BOTH else (service.role.value,)


def test_sop_classes_and_roles(capability: Capability, truth: dict[str, Any]) -> None:
    said = sorted((sop.uid, r) for s in capability.services.values() for sop in s.sop_classes for r in roles_of(s))
    assert said == sorted((record["sop_class_uid"], record["role"]) for record in truth["sop_classes"])


def test_default_transfer_syntaxes(capability: Capability, truth: dict[str, Any]) -> None:
    said = {
        (sop.uid, role): {syntax.uid for syntax in service.transfer_syntaxes}
        for service in capability.services.values()
        for sop in service.sop_classes
        for role in roles_of(service)
    }
    found = {(r["sop_class_uid"], r["role"]): set(r["transfer_syntaxes"]) for r in truth["sop_classes"]}
    assert said == found


def test_nothing_is_said_that_the_manual_page_does_not_say(capability: Capability, truth: dict[str, Any]) -> None:
    association = capability.application_entities["DCMQRSCP"].association
    assert truth["implementation_class_uid"] is None
    assert association.implementation_class_uid == ""
    assert truth["implementation_version_name"] is None
    assert association.implementation_version_name == ""


def test_explicit_vr_comes_first(capability: Capability) -> None:
    for service in capability.services.values():
        names = [syntax.name for syntax in service.transfer_syntaxes]
        assert names == ["Explicit VR Little Endian", "Explicit VR Big Endian", "Implicit VR Little Endian"]


def test_only_the_shutdown_is_private(capability: Capability) -> None:
    kinds = {sop.uid: sop.kind for s in capability.services.values() for sop in s.sop_classes}
    assert [uid for uid, kind in kinds.items() if kind is not SopClassKind.STANDARD] == [SHUTDOWN]
    assert kinds[SHUTDOWN] is SopClassKind.PRIVATE
