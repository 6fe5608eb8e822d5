"""Every kind of requirement gives every answer, and what is not stated is never called not met."""

from __future__ import annotations

from pathlib import Path

import pytest
from assessments import CASES, HOST, Case, cases, cases_of, profile_of

from dcsgen import api
from dcsgen.base.requirement import Fulfilment
from dcsgen.builtin import collected
from dcsgen.builtin.requirement.statement import KIND
from dcsgen.plugin import Candidate, RequirementKind
from dcsgen.plugin.testing import minimal_description

ALL = list(cases())
NAMES = {kind.name for kind in collected("requirement", "KIND")}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.kind}: {case.name}")
def test_a_kind_answers(case: Case, tmp_path: Path) -> None:
    profile = api.read_requirements(str(profile_of(tmp_path, {case.kind: case.need})), HOST)
    product = ("product", api.capability_of(case.description))
    assessment = api.assess(profile, [product], HOST, drafts=["product"] if case.draft else [])
    (line,) = assessment.lines
    (answer,) = line.answers
    assert answer.fulfilment == case.answer, answer
    said = [ground.sentence for ground in answer.grounds]
    assert said
    assert set(case.says) <= set(said)
    assert list(answer.conditions) == case.conditions
    assert all(ground.sentence.endswith(".") for ground in answer.grounds)
    assert all((ground.fulfilment is Fulfilment.CONDITIONS) == bool(ground.condition) for ground in answer.grounds)


def test_every_kind_has_cases() -> None:
    assert {file.stem for file in CASES.glob("*.yaml")} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_answer_of_a_kind_is_tested(name: str) -> None:
    waived = cases_of(CASES / f"{name}.yaml").get("waived", {})
    assert {case.answer for case in ALL if case.kind == name} == {each.value for each in Fulfilment} - set(waived)


def test_without_a_layout_nobody_can_tell_how_complete_a_statement_is() -> None:
    candidate = Candidate(capability=api.capability_of(minimal_description()))
    (ground,) = KIND.judge({"layout": "ps3.2-annex-n", "complete": 90}, candidate)
    assert ground.fulfilment is Fulfilment.NOT_STATED


@pytest.mark.parametrize("kind", collected("requirement", "KIND"), ids=lambda kind: kind.name)
def test_the_example_of_a_kind_can_be_asked(kind: RequirementKind, tmp_path: Path) -> None:
    profile = api.read_requirements(str(profile_of(tmp_path, {kind.name: kind.example})), HOST)
    assert profile.requirements[0].title


# How complete an empty statement is can be told.
@pytest.mark.parametrize(
    "case", [case for case in ALL if case.kind != "statement"], ids=lambda case: f"{case.kind}: {case.name}"
)
def test_an_empty_description_states_nothing(case: Case, tmp_path: Path) -> None:
    profile = api.read_requirements(str(profile_of(tmp_path, {case.kind: case.need})), HOST)
    assessment = api.assess(profile, [("empty", api.capability_of(minimal_description()))], HOST)
    assert assessment.lines[0].answers[0].fulfilment is Fulfilment.NOT_STATED
