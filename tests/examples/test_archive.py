"""The example of an archive: it has no finding at all, and uses what the language has for media, web and security."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.finding import Profile
from dcsgen.builtin import collected
from dcsgen.load.compose import compose
from dcsgen.model import Capability

FILE = "examples/archive/archive.yaml"


@pytest.fixture(scope="module")
def loaded(root: Path) -> api.Loaded:
    return api.load(root / FILE, api.open_host())


@pytest.fixture(scope="module")
def capability(loaded: api.Loaded) -> Capability:
    assert loaded.capability is not None
    return loaded.capability


def test_it_has_no_finding_even_at_strict(loaded: api.Loaded, capability: Capability) -> None:
    assert loaded.findings == ()
    rules = [rule for rule in collected("rule", "RULE") if Profile.STRICT.includes(rule.profile)]
    found = [f"{problem.kind.code} {problem.message}" for rule in rules for problem in rule.find(capability)]
    assert found == []


def test_every_file_is_included(root: Path) -> None:
    read = {Path(source.name).name for source in compose(root / FILE).tree.sources}
    assert read == {file.name for file in (root / FILE).parent.glob("*.yaml")} - {"archive-3.1.yaml"}


def test_every_network_port_is_protected(capability: Capability) -> None:
    protected = {name for use in capability.security.secure_transport.values() for name in use.application_entities}
    assert protected == {*capability.configuration.local, "WEB"}
    assert all(address.port is None for address in capability.configuration.local.values())


def test_media_and_dimse_agree_on_what_is_kept(capability: Capability) -> None:
    services = capability.services
    kept = {sop.uid for key in ("storage", "storage-documents") for sop in services[key].sop_classes}
    delivered = {sop.uid for key in ("delivery", "delivery-documents") for sop in services[key].sop_classes}
    imported = {sop.uid for sop in capability.media["disc-import"].contents["objects"].sop_classes}
    stored = {sop.uid for sop in capability.web_services["studies"].transactions["store"].sop_classes}
    assert imported == stored == delivered == kept


def test_it_makes_only_objects_that_it_keeps(capability: Capability) -> None:
    kept = {sop.uid for sop in capability.media["disc-import"].contents["objects"].sop_classes}
    assert {iod.sop_class.uid for iod in capability.iods.values()} <= kept


@pytest.mark.parametrize("key", ["media", "web_services", "security", "real_time_video", "application_profiles"])
def test_it_uses_the_new_keys(capability: Capability, key: str) -> None:
    assert key in schemas.load("description")["properties"]
    assert getattr(capability, key)
