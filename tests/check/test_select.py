"""Which rules run: profiles, words that choose, severities; and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Kind, Profile, Severity
from dcsgen.check.run import Offered
from dcsgen.check.select import Choice, chosen, severities, weighed
from dcsgen.plugin.rule import LintRule


def kind(code: str, slug: str = "", severity: Severity = Severity.WARNING) -> Kind:
    return Kind(code=code, slug=slug or f"slug-of-{code}", severity=severity, what="w", why="y", instead="i")


def rule(code: str, profile: Profile = Profile.RELEASE, slug: str = "") -> Offered:
    return Offered(code.rpartition("/")[0], LintRule(kind(code, slug), lambda capability: (), profile))


RULES = (
    rule("S101", Profile.DRAFT),
    rule("S102", slug="no-verification"),
    rule("S110", Profile.STRICT),
    rule("S201"),
    rule("acme/S1", slug="no-verification"),
    rule("acme/S10", Profile.STRICT),
)
UNKNOWN_KEY = kind("L020", "unknown-key", Severity.ERROR)
UNUSED_SET = kind("L038", "unused-set")


def codes(**over: Any) -> list[str]:
    return [offered.rule.kind.code for offered in chosen(RULES, Choice(**over), (UNKNOWN_KEY,))]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (Profile.DRAFT, ["S101"]),
        (Profile.RELEASE, ["S101", "S102", "S201", "acme/S1"]),
        (Profile.STRICT, ["S101", "S102", "S110", "S201", "acme/S1", "acme/S10"]),
    ],
)
def test_a_profile_has_the_rules_of_those_before_it(profile: Profile, expected: list[str]) -> None:
    assert codes(profile=profile) == expected


def test_the_profile_is_release_unless_told_otherwise() -> None:
    assert codes() == codes(profile=Profile.RELEASE)


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (("S1",), ["S101", "S102"]),
        (("s1",), ["S101", "S102"]),
        (("S",), ["S101", "S102", "S201"]),
        (("S10",), ["S101", "S102"]),
        (("S201", "S101"), ["S101", "S201"]),
        (("S110",), ["S110"]),
        (("slug-of-S110",), ["S110"]),
        (("no-verification",), ["S102", "acme/S1"]),
        (("acme",), ["acme/S1"]),
        (("acme/S1",), ["acme/S1"]),
        (("ACME/s10",), ["acme/S10"]),
    ],
)
def test_words_select_rules_of_the_profile_and_by_name_of_any(select: tuple[str, ...], expected: list[str]) -> None:
    assert codes(select=select) == expected


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), ("S1",), ["S201", "acme/S1"]),
        ((), ("acme", "S201"), ["S101", "S102"]),
        (("S1",), ("S1",), []),
        (("S101",), ("S1",), ["S101"]),
        (("S101",), ("S101",), []),
        (("S1",), ("S101",), ["S102"]),
    ],
)
def test_ignore_wins_unless_select_is_more_exact(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    assert codes(select=select, ignore=ignore) == expected


@pytest.mark.parametrize("option", ["select", "ignore"])
@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("no-verificatoin", 'there is no rule "no-verificatoin"; did you mean "no-verification"?'),
        ("S1011", 'there is no rule "S1011"; did you mean "S101"'),
        ("S7", 'there is no rule "S7"'),
        ("other/S1", 'there is no rule "other/S1"'),
        ("zzz/Q", "is its plug-in loaded?"),
        ("L020", '"L020" is no rule but is always looked for'),
        ("unknown-key", "can be accepted in dcsgen-accepted.yaml"),
        ("", 'there is no rule ""; `dcsgen rules` lists all'),
    ],
)
def test_a_word_that_means_no_rule_is_refused(option: str, word: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        codes(**{option: (word,)})
    assert str(caught.value).startswith(f"{option}: ")
    assert sentence in str(caught.value)


def test_severities_are_those_of_codes_and_slugs() -> None:
    kinds = [offered.rule.kind for offered in RULES] + [UNKNOWN_KEY, UNUSED_SET]
    choice = Choice(severity={"s101": Severity.NOTE, "no-verification": Severity.ERROR, "L038": Severity.ERROR})
    assert severities(kinds, choice) == {
        "S101": Severity.NOTE,
        "S102": Severity.ERROR,
        "acme/S1": Severity.ERROR,
        "L038": Severity.ERROR,
    }


@pytest.mark.parametrize(
    ("severity", "sentence"),
    [
        ({"S1": Severity.NOTE}, 'severity: there is no finding "S1"'),
        ({"unknown-kye": Severity.NOTE}, 'did you mean "unknown-key"?'),
        ({"L020": Severity.NOTE}, "L020 unknown-key stays an error"),
    ],
)
def test_wrong_severities_are_refused(severity: dict[str, Severity], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        severities([UNKNOWN_KEY, UNUSED_SET], Choice(severity=severity))
    assert sentence in str(caught.value)


def test_an_error_of_loading_may_be_said_to_be_one() -> None:
    assert severities([UNKNOWN_KEY], Choice(severity={"L020": Severity.ERROR})) == {"L020": Severity.ERROR}


def test_findings_get_the_severities() -> None:
    findings = [Finding(code=code, slug="s", severity=Severity.ERROR, message="m") for code in ("S101", "S102")]
    assert [one.severity for one in weighed(findings, {"S102": Severity.NOTE})] == [Severity.ERROR, Severity.NOTE]


def test_profiles_are_ordered() -> None:
    table = [[one.includes(other) for other in Profile] for one in Profile]
    assert table == [[True, False, False], [True, True, False], [True, True, True]]
