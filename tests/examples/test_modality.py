"""The example examples/modality: clean, whole, and with every service of an integrated modality."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.finding import Profile
from dcsgen.builtin import collected
from dcsgen.load.compose import compose
from dcsgen.model import Capability

FILE = Path(__file__).resolve().parents[2] / "examples" / "modality" / "modality.yaml"


@pytest.fixture(scope="module")
def capability() -> Capability:
    loaded = api.load(FILE, api.open_host())
    assert loaded.findings == ()
    assert loaded.capability is not None
    return loaded.capability


def test_it_has_no_finding_even_at_strict(capability: Capability) -> None:
    rules = [rule for rule in collected("rule", "RULE") if Profile.STRICT.includes(rule.profile)]
    assert [f"{problem.kind.code} {problem.message}" for rule in rules for problem in rule.find(capability)] == []


def test_every_file_is_included() -> None:
    read = {Path(source.name).name for source in compose(FILE).tree.sources}
    assert read == {file.name for file in FILE.parent.glob("*.yaml")} - {"modality-1.4.yaml"}


def test_it_has_the_services_of_a_modality(capability: Capability) -> None:
    assert set(capability.services) >= {"worklist", "performed-step", "storage", "commitment", "print"}


def test_every_attribute_of_its_reports_has_a_type_of_the_standard(capability: Capability) -> None:
    for operation in capability.services["performed-step"].operations.values():
        assert [path for path, attribute in operation.attributes.items() if not attribute.type] == []


def test_every_key_of_its_worklist_but_one_is_in_ps3_4(capability: Capability) -> None:
    keys = capability.services["worklist"].keys
    assert [path for path, key in keys.items() if not key.matching_type] == ["SpecificCharacterSet"]
