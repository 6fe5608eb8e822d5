"""Every match rule says what its cases want, and every rule has cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.plugin import MatchRule
from dcsgen.plugin.testing import MatchCase, match_cases, run_match_case

FOLDER = Path(__file__).parent
RULES: dict[str, MatchRule] = {rule.code: rule for _, rule in api.open_host(vendors=False).match_rules}
CASES = [case for file in sorted(FOLDER.glob("*.yaml")) for case in match_cases(file)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule_says_what_its_case_wants(case: MatchCase) -> None:
    run_match_case(RULES[case.rule], case, api.reasons_of)


def test_each_rule_has_a_file_of_its_slug() -> None:
    assert {file.stem for file in FOLDER.glob("*.yaml")} == {rule.slug for rule in RULES.values()}
    for file in FOLDER.glob("*.yaml"):
        assert {RULES[case.rule].slug for case in match_cases(file)} == {file.stem}


def test_slugs_are_not_repeated() -> None:
    assert len({rule.slug for rule in RULES.values()}) == len(RULES)


def test_texts_of_rules_are_sentences() -> None:
    for rule in RULES.values():
        for text in (rule.what, rule.why, rule.instead):
            assert text.endswith("."), f"{rule.code}: {text}"
