"""The change rules on their pairs: each has a pair of descriptions between which it speaks, and a twin or a reason."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import structs

from dcsgen import api
from dcsgen.base.change import Action, Subject, Verdict
from dcsgen.builtin import collected
from dcsgen.plugin import ChangeRule, Difference
from dcsgen.plugin.testing import codes, pair

FOLDER = Path(__file__).parent
RULES: dict[str, ChangeRule] = {rule.slug: rule for rule in collected("change_rule", "RULE")}
PAIRS = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "old.yaml").is_file())
WAIVERS: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "waivers.yaml").read_text(encoding="utf-8"))
SUBJECTS: dict[str, str] = yaml.safe_load((FOLDER / "subjects.yaml").read_text(encoding="utf-8"))
GOLDEN = FOLDER / "verdicts.txt"
HOST = api.open_host(vendors=False)

ONE_WAY = {
    Action.ADDED,
    Action.REMOVED,
    Action.WIDENED,
    Action.NARROWED,
    Action.RAISED,
    Action.LOWERED,
    Action.STATED,
    Action.UNSTATED,
}


@cache
def sides(slug: str) -> Any:
    return tuple(api.capability_of(each) for each in pair(FOLDER / slug))


@cache
def between(slug: str, *, back: bool = False) -> Difference:
    old, new = sides(slug)
    return api.diff(new, old, HOST) if back else api.diff(old, new, HOST)


def told(difference: Difference) -> list[str]:
    """Verdict, code and sentence of everything, echoes with an indent."""

    def lines(judged: Any, indent: str) -> list[str]:
        own = [f"{indent}{one.verdict} {one.code} {one.message}" for one in judged.judgements]
        return [*own, *(line for echo in judged.echoes for line in lines(echo, f"{indent}  "))]

    return [line for change in difference.changes for line in lines(change, "  ")]


def test_every_rule_has_a_pair_and_no_pair_is_an_orphan() -> None:
    without = {slug for slug, reasons in WAIVERS.items() if "pair" in reasons}
    assert set(PAIRS) | without == set(RULES)
    assert not set(PAIRS) & without, "these have a pair and a waiver"


@pytest.mark.parametrize("slug", PAIRS)
def test_a_rule_speaks_on_its_pair(slug: str) -> None:
    assert RULES[slug].code in codes(between(slug))


@pytest.mark.parametrize("slug", PAIRS)
def test_all_rules_are_silent_where_nothing_differs(slug: str) -> None:
    for side in sides(slug):
        assert api.diff(side, side, HOST).changes == ()


def test_no_rule_fails_and_all_verdicts_are_as_they_were(request: pytest.FixtureRequest) -> None:
    blocks = []
    for slug in PAIRS:
        difference = between(slug)
        assert difference.trouble == ()
        blocks.append("\n".join([slug, *told(difference)]))
    text = "\n\n".join(blocks) + "\n"
    if request.config.getoption("--update"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == text


def test_codes_and_files_have_the_names_of_slugs() -> None:
    rules = collected("change_rule", "RULE")
    assert len({rule.code for rule in rules}) == len({rule.slug for rule in rules}) == len(rules)
    folder = Path(__file__).parents[2] / "src" / "dcsgen" / "builtin" / "change_rule"
    files = {file.stem for file in folder.glob("[a-z]*.py")}
    assert files == {slug.replace("-", "_") for slug in RULES}


@pytest.mark.parametrize("slug", RULES)
def test_a_manual_page_is_complete(slug: str) -> None:
    rule = RULES[slug]
    for paragraph in (rule.what, rule.why, rule.hurts, rule.instead):
        assert paragraph.strip().endswith((".", "!", "?")), f"{rule.code}: {paragraph!r} is no sentence"


def opposites(rule: ChangeRule) -> list[ChangeRule]:
    """Rules for the same in the other direction."""
    actions = tuple(action.opposite for action in rule.actions)
    return [
        other
        for other in RULES.values()
        if (other.subject, other.field, other.role, other.stance) == (rule.subject, rule.field, rule.role, rule.stance)
        and set(other.actions) == set(actions)
    ]


def for_other_role(rule: ChangeRule) -> list[ChangeRule]:
    there = {"SCU": "SCP", "acceptor": "initiator", "import": "export", "origin_server": "user_agent", "FSC": "FSR"}
    other = (there | {two: one for one, two in there.items()})[rule.role]
    return [
        one
        for one in RULES.values()
        if (one.subject, one.field, one.role) == (rule.subject, rule.field, other)
        and set(one.actions) & {*rule.actions, *(action.opposite for action in rule.actions)}
    ]


@pytest.mark.parametrize("slug", RULES)
def test_a_rule_has_its_twins_or_a_reason(slug: str) -> None:
    rule, reasons = RULES[slug], WAIVERS.get(slug, {})
    if set(rule.actions) & ONE_WAY:
        assert bool(opposites(rule)) != ("opposite" in reasons), "no rule for the opposite, or a waiver too many"
    if rule.role:
        assert bool(for_other_role(rule)) != ("role" in reasons), "no rule for the other role, or a waiver too many"
    if rule.stance:
        other = [one for one in RULES.values() if one.subject is rule.subject and one.stance not in (None, rule.stance)]
        assert bool(other) != ("stance" in reasons), "no rule for the other stance, or a waiver too many"


def test_waivers_are_of_rules_and_have_reasons() -> None:
    assert set(WAIVERS) <= set(RULES)
    for reasons in WAIVERS.values():
        assert set(reasons) <= {"pair", "opposite", "role", "stance", "back", "witness"}
        assert all(reason.endswith(".") for reason in reasons.values())


@pytest.mark.parametrize("subject", Subject)
def test_a_subject_has_a_rule_of_its_own_or_a_reason(subject: Subject) -> None:
    has_rule = any(rule.subject is subject for rule in RULES.values())
    assert has_rule != (subject in SUBJECTS), "no rule of its own, or a reason too many"


def test_reasons_are_of_subjects_and_sentences() -> None:
    assert set(SUBJECTS) <= set(Subject)
    assert all(reason.endswith(".") for reason in SUBJECTS.values())


@pytest.mark.parametrize("slug", [slug for slug in PAIRS if RULES[slug].verdict is Verdict.BREAKING])
def test_what_breaks_one_way_does_not_break_the_other_way(slug: str) -> None:
    """Unless the thing is neither more nor less than before, but another one."""
    if set(RULES[slug].actions) & ONE_WAY:
        breaks = between(slug, back=True).verdict is Verdict.BREAKING
        assert breaks == ("back" in WAIVERS.get(slug, {}))


def test_a_rule_that_raises_is_told_and_others_speak() -> None:
    from dcsgen.compare import compare
    from dcsgen.compare.judging import OfferedChangeRule, judge
    from dcsgen.plugin import Sides

    def fails(change: object, sides: object) -> str:
        raise SystemExit("enough")

    old, new = sides("transfer-syntax-no-longer-accepted")
    good = RULES["transfer-syntax-no-longer-accepted"]
    broken = structs.replace(good, code="acme/C1", say=fails)
    rules = [OfferedChangeRule("", good), OfferedChangeRule("acme", broken)]
    verdicts = judge(compare(old, new).changes, Sides(old, new), rules)
    assert [one.code for change in verdicts.changes for one in change.judgements] == [good.code]
    assert verdicts.trouble == ("the change rule acme/C1 failed: SystemExit: enough",)


def test_a_rule_about_what_breaks_says_whom_it_hurts() -> None:
    rule = RULES["transfer-syntax-newly-accepted"]
    with pytest.raises(ValueError, match="C102 has to say whom it hurts"):
        structs.replace(rule, verdict=Verdict.BREAKING)


def test_a_rule_of_a_plug_in_speaks_beside_those_of_dcsgen() -> None:
    from dcsgen.compare import compare
    from dcsgen.compare.judging import OfferedChangeRule, judge
    from dcsgen.plugin import Sides

    old, new = sides("transfer-syntax-no-longer-accepted")
    own = RULES["transfer-syntax-no-longer-accepted"]
    theirs = structs.replace(own, code="acme/C1", verdict=Verdict.COMPATIBLE)
    rules = [OfferedChangeRule("", own), OfferedChangeRule("acme", theirs)]
    (judged,) = judge(compare(old, new).changes, Sides(old, new), rules).changes
    assert [(one.code, one.provider) for one in judged.judgements] == [("C101", ""), ("acme/C1", "acme")]
    assert judged.verdict is Verdict.BREAKING
