"""What match rules say about the content of objects between the examples: pinned for one pair, sound for all pairs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dcsgen import api
from dcsgen.base.interaction import Interaction, Outcome, Reason, Side
from dcsgen.model import Capability

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "content-planning-xyz.txt"
NAMES = ("archive", "dcmqrscp", "dicomweb-server", "modality", "planning", "xyz")
RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"


@cache
def host() -> api.Host:
    return api.open_host(folders=[ROOT / "plugins"])


@cache
def example(name: str) -> Capability:
    capability = api.load(ROOT / "examples" / name / f"{name}.yaml", host()).capability
    assert capability is not None
    return capability


@cache
def matched(a: str, b: str) -> tuple[Interaction, ...]:
    match = api.match(example(a), example(b), host())
    assert match.trouble == ()
    return match.interactions


def about_content(interaction: Interaction) -> Iterator[Reason]:
    for reason in interaction.reasons:
        if "M100" <= reason.code <= "M149":
            yield reason


def plan_export() -> Interaction:
    """Plans from the planning system to the treatment system that is configured for them."""
    (found,) = [
        one
        for one in matched("planning", "xyz")
        if one.key == RT_PLAN and one.user.path == ("services", "treatment-export")
    ]
    return found


def test_plans_between_the_examples(request: pytest.FixtureRequest) -> None:
    lines = [
        f"{one.code} {one.slug}: {one.loss or one.outcome}: {one.subject}\n" for one in about_content(plan_export())
    ]
    if request.config.getoption("--update"):
        GOLDEN.write_text("".join(lines), encoding="utf-8")
    assert "".join(lines) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "subject", "message"),
    [
        # What the planning system's own remarks say has to be looked at, see examples/planning/planning.yaml.
        ("M100", "BeamSequence.CompensatorSequence.CompensatorID", "which THISTLEDOWN Plan never writes"),
        ("M101", "BeamSequence.BlockSequence.BlockTrayID", "“If the beam model has trays.”"),
        ("M101", "FractionGroupSequence.ReferencedBeamSequence.BeamMeterset", "“Not for setup fields.”"),
        ("M102", "RT Brachy Application Setups", "“A plan that has brachytherapy application setups"),
        ("M103", "BeamSequence.ControlPointSequence.BeamLimitingDeviceRotationDirection", "refuses CW and CC"),
        ("M104", "ToleranceTableSequence.ToleranceTableLabel", "no translation of T5"),
        ("M104", "BeamSequence.TreatmentMachineName", "no translation of LINAC_C_2024"),
        ("M106", "RTPlanLabel", "more than 12 characters"),
        ("M106", "BeamSequence.WedgeSequence.AccessoryCode", "more than 20 characters"),
        ("M110", "FractionGroupSequence", "“One Item.”"),
        ("M120", "BeamSequence.BeamName", "after 16 characters"),
    ],
)
def test_planted_conflicts_are_found(code: str, subject: str, message: str) -> None:
    said = [one.message for one in about_content(plan_export()) if (one.code, one.subject) == (code, subject)]
    assert len(said) == 1
    assert message in said[0]


def test_machines_with_a_translation_are_no_trouble() -> None:
    """Wedges, applicators and jaws of the planning system are all known to the treatment system."""
    subjects = {one.subject for one in about_content(plan_export()) if one.code in ("M103", "M104")}
    assert not subjects & {
        "BeamSequence.WedgeSequence.WedgeID",
        "BeamSequence.ApplicatorSequence.ApplicatorID",
        "BeamSequence.RadiationType",
    }


@pytest.mark.parametrize(("a", "b"), [*product(NAMES, NAMES)])
def test_reasons_are_sound(a: str, b: str) -> None:
    """Whatever the pair: sources exist, what fails has a remedy, what is lost a kind, what cannot be told a gap."""
    data: dict[Side, Any] = {Side.A: msgspec.to_builtins(example(a)), Side.B: msgspec.to_builtins(example(b))}
    for interaction in matched(a, b):
        seen = set()
        for one in about_content(interaction):
            assert one.sources, one
            for source in one.sources:
                assert is_there(data[source.side], source.path), source
            if one.outcome is Outcome.FAILS:
                assert one.remedies, one
            if one.outcome is Outcome.LOSS:
                assert one.loss, one
                assert one.subject, one
            if one.outcome is Outcome.CANNOT_TELL:
                assert one.missing, one
            assert (one.code, one.subject) not in seen, one
            seen.add((one.code, one.subject))


def is_there(data: Any, path: tuple[str | int, ...]) -> bool:
    for step in path:
        if isinstance(data, dict) and step in data:
            data = data[step]
        else:
            return False
    return True


@pytest.mark.parametrize(
    "gone", ["iods", "attribute_mappings", "ae_mappings", "status_tables", "common_modules", "private_attributes"]
)
def test_references_that_lead_nowhere_are_no_trouble(gone: str) -> None:
    """A draft can lack what its services refer to."""
    empty = None if gone == "private_attributes" else {}
    a, b = (msgspec.structs.replace(example(name), **{gone: empty}) for name in ("planning", "xyz"))
    for pair in ((a, b), (a, example("xyz")), (example("planning"), b)):
        assert api.match(*pair, host()).trouble == ()


def test_a_draft_may_write_more_than_it_says() -> None:
    """What a draft of the planning system lacks is not taken for absent."""
    whole = plan_export()
    draft = api.match(example("planning"), example("xyz"), host(), drafts=[Side.A])
    (found,) = [one for one in draft.interactions if (one.user, one.provider) == (whole.user, whole.provider)]
    never = {one.subject for one in about_content(whole) if one.code == "M100"}
    assert never
    assert not [one for one in about_content(found) if one.code == "M100"]
    assert never <= {one.subject for one in about_content(found) if one.code == "M107"}
    assert found.outcome is Outcome.CANNOT_TELL


def test_a_draft_may_take_more_than_it_says() -> None:
    """What is not in a draft of the mapping is not taken for lost; what it ignores is."""
    draft = api.match(example("planning"), example("xyz"), host(), drafts=[Side.B])
    said = [one for each in draft.interactions for one in about_content(each) if one.code in ("M121", "M122", "M126")]
    assert said
    assert not [one.message for one in said if "has no place for" in one.message or one.code == "M126"]
