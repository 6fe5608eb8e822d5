"""The rules of dcsgen on their cases: each rule has a file of them, each file a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.builtin import collected
from dcsgen.plugin import LintRule
from dcsgen.plugin.rule import nothing
from dcsgen.plugin.testing import Case, cases, run_case

FOLDER = Path(__file__).parent
RULES: dict[str, LintRule] = {rule.kind.slug: rule for rule in collected("rule", "RULE")}


def all_cases() -> list[tuple[LintRule, Case]]:
    files = {file.stem: file for file in FOLDER.glob("*.yaml")}
    return [(rule, case) for slug, rule in RULES.items() if slug in files for case in cases(files[slug])]


@pytest.mark.parametrize(("rule", "case"), all_cases(), ids=lambda value: str(value) if isinstance(value, Case) else "")
def test_case(rule: LintRule, case: Case) -> None:
    run_case(rule, case, api.capability_of)


def test_every_rule_has_cases_and_no_cases_are_orphans() -> None:
    assert {file.stem for file in FOLDER.glob("*.yaml")} == set(RULES)


def test_codes_and_slugs_are_unique() -> None:
    rules = collected("rule", "RULE")
    codes = [rule.kind.code for rule in rules]
    assert sorted(set(codes)) == sorted(codes)
    assert len(RULES) == len(rules)


@pytest.mark.parametrize("slug", RULES)
def test_file_is_named_like_the_slug(slug: str) -> None:
    rule = RULES[slug]
    looks = rule.find if rule.find is not nothing else rule.find_written
    assert looks.__module__.rpartition(".")[2] == slug.replace("-", "_")


@pytest.mark.parametrize("slug", RULES)
def test_manual_page_is_complete(slug: str) -> None:
    kind = RULES[slug].kind
    for paragraph in (kind.what, kind.why, kind.instead):
        assert paragraph.strip().endswith((".", "!", "?")), f"{kind.code}: {paragraph!r} is no sentence"
