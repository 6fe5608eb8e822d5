"""Whatever a match rule lacks can be asked for: there is a key of a description that the answer belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheets import ROOT

from dcsgen import api
from dcsgen.ask import Wanted, questions_about
from dcsgen.ask.places import located
from dcsgen.base.interaction import Side
from dcsgen.plugin.testing import match_cases

FILES = sorted((ROOT / "tests" / "match_rules").glob("*.yaml"))
PLAIN = api.open_host(vendors=False)
RULES = {rule.code: rule for _, rule in PLAIN.match_rules}


def test_there_are_cases() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_a_rule_lacks_has_a_key(file: Path) -> None:
    for case in match_cases(file):
        sides = {Side.A: api.capability_of(case.a), Side.B: api.capability_of(case.b)}
        rule = RULES[case.rule]
        for reason in api.reasons_of(rule, case.a, case.b):
            wanted = [Wanted(fact.side, fact.path, fact.what) for fact in reason.missing]
            for question in questions_about(wanted, sides):
                assert located(question.path) is not None, f"{case}: there is no key {question.key}"
                assert question.takes
