"""Whatever two products are, the match rules raise nothing, and what they say has all that a report shows of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen import api
from dcsgen.base.interaction import Outcome, Reason, Side
from dcsgen.host import Host
from dcsgen.match import OfferedMatchRule, judge, meetings
from dcsgen.model import Capability
from dcsgen.plugin.testing import match_cases
from rules.test_rule_properties import change, missing, seeds

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parents[1] / "examples"
NAMES = ("planning", "xyz", "archive", "modality", "dcmqrscp", "dicomweb-server")


@cache
def host() -> Host:
    return api.open_host(folders=[EXAMPLES.parent / "plugins"])


@cache
def example(name: str) -> Capability:
    capability = api.load(EXAMPLES / name / f"{name}.yaml", host()).capability
    assert capability is not None
    return capability


def check(a: Capability, b: Capability) -> None:
    """All rules over all meetings of two products."""
    sides = {Side.A: a, Side.B: b}
    judged = judge(meetings(a, b), [OfferedMatchRule(*pair) for pair in host().match_rules])
    assert not judged.trouble
    for one in judged.interactions:
        for reason in one.reasons:
            complete(reason, sides)
        said = [(reason.code, reason.message, reason.condition, reason.subject) for reason in one.reasons]
        assert len(said) == len(set(said)), said


def complete(reason: Reason, sides: dict[Side, Capability]) -> None:
    assert reason.message.strip(), reason
    assert reason.sources or reason.missing, reason
    if reason.outcome is Outcome.FAILS:
        assert reason.remedies, reason
    if reason.outcome is Outcome.LOSS:
        assert reason.loss, reason
    if reason.outcome is Outcome.CANNOT_TELL:
        assert reason.missing, reason
    for source in reason.sources:
        at = source.path
        # A path may lead to what would be stated, in a record that a draft lacks; the collection is there.
        while missing(sides[source.side], at):
            at = at[:-1]
        assert at, (reason.code, source)


def pairs() -> list[tuple[str, str]]:
    return [(a, b) for a in NAMES for b in NAMES]


@pytest.mark.parametrize(("a", "b"), pairs(), ids=lambda name: name)
def test_rules_on_examples(a: str, b: str) -> None:
    check(example(a), example(b))


def test_rules_on_the_cases_of_others() -> None:
    found = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        # The last case has as a rule the most in it.
        case = match_cases(file)[-1]
        found[file.stem] = (api.capability_of(case.a), api.capability_of(case.b))
    for user, _ in found.values():
        for _, provider in found.values():
            check(user, provider)


@st.composite
def changed(draw: st.DrawFn) -> Capability:
    """An example after some changes that the model lets through."""
    capability = example(draw(st.sampled_from(NAMES)))
    for _ in range(draw(st.integers(1, 6))):
        tree = msgspec.json.decode(msgspec.json.encode(capability))
        services = tree.get("services") or tree
        change(draw, draw(st.sampled_from([tree, services])), seeds().texts)
        try:
            capability = msgspec.json.decode(msgspec.json.encode(tree), type=Capability)
        except (msgspec.ValidationError, msgspec.DecodeError):
            continue
    return capability


@settings(max_examples=20)
@given(changed(), st.sampled_from(NAMES))
def test_rules_on_whatever_they_may_meet(one: Capability, name: str) -> None:
    check(one, example(name))
    check(example(name), one)
