"""Accepted findings: what an entry lets through, and when an entry is a finding itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.check.accepted import Entry, Read, accept

TODAY = date(2031, 1, 31)
READ = Read(file="product.yaml", sources=("product.yaml", "parts/ae.yaml"), codes=frozenset({"S101", "S102"}))


def finding(**over: Any) -> Finding:
    fields: dict[str, Any] = {
        "code": "S101",
        "slug": "s",
        "severity": Severity.ERROR,
        "message": "m",
        "path": "services.a.role",
        "place": Place("product.yaml", 3, 4),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**{**fields, **over})


def entry(**over: Any) -> Entry:
    fields: dict[str, Any] = {
        "codes": ("S101",),
        "path": "services.a.role",
        "reason": "because",
        "owner": "Jane",
        "expires": TODAY,
        "place": Place("dcsgen-accepted.yaml", 2, 3),
        "excerpt": "  - rule: S101",
    }
    return Entry(**{**fields, **over})


def reasons(one: Finding, *entries: Entry) -> list[str]:
    """Why the finding is accepted, and the codes of the findings about entries."""
    first, *others = accept([one], entries, [READ], TODAY)
    return [first.accepted, *(other.code for other in others)]


@pytest.mark.parametrize(
    ("over", "accepted"),
    [
        ({}, True),
        ({"path": "services.a.*"}, True),
        ({"path": "services.a*"}, True),
        ({"path": "*"}, True),
        ({"path": "services.a"}, False),
        ({"path": "services.b.*"}, False),
        ({"path": "", "fingerprint": "0123456789abcdef"}, True),
        ({"path": "", "fingerprint": "0123456789abcdee"}, False),
        ({"codes": ("S102",)}, False),
        ({"codes": ("S102", "S101")}, True),
        ({"file": "product.yaml", "names": ("product.yaml",)}, True),
        ({"file": "ae.yaml", "names": ("parts/ae.yaml",)}, False),
    ],
)
def test_an_entry_accepts_what_it_matches(over: dict[str, Any], accepted: bool) -> None:
    assert reasons(finding(), entry(**over)) == (["because"] if accepted else ["", "X021"])


def test_nothing_else_of_a_finding_changes_and_the_order_stays() -> None:
    findings = [finding(path=path) for path in ("a", "services.a.role", "b")]
    marked = accept(findings, [entry()], [READ], TODAY)
    assert [one.accepted for one in marked] == ["", "because", ""]
    assert [one.path for one in marked] == ["a", "services.a.role", "b"]


def test_the_first_entry_gives_the_reason_and_all_that_match_are_used() -> None:
    assert reasons(finding(), entry(reason="first"), entry(path="*", reason="second")) == ["first"]


def test_an_entry_holds_through_its_last_day() -> None:
    assert reasons(finding(), entry(expires=date(2031, 1, 31))) == ["because"]
    assert reasons(finding(), entry(expires=date(2031, 1, 30))) == ["", "X020"]


def test_an_expired_entry_gives_way_to_one_that_holds() -> None:
    assert reasons(finding(), entry(expires=date(2030, 1, 1)), entry(path="*", reason="second")) == ["second", "X020"]


def test_without_a_day_nothing_expires() -> None:
    (one,) = accept([finding()], [entry(expires=date(1999, 1, 1))], [READ], None)
    assert one.accepted == "because"


def test_a_finding_about_an_entry_points_at_it_and_names_who_may_act() -> None:
    _, expired = accept([finding()], [entry(expires=date(2030, 1, 1))], [READ], TODAY)
    assert (expired.slug, expired.severity) == ("accepted-entry-expired", Severity.WARNING)
    assert str(expired.place) == "dcsgen-accepted.yaml:2:3"
    assert expired.excerpt == "  - rule: S101"
    assert "S101" in expired.message
    assert "2030-01-01" in expired.message
    assert "Jane" in expired.hint
    (unused,) = accept([], [entry()], [READ], TODAY)
    assert (unused.slug, unused.hint) == ("accepted-entry-unused", "delete it")
    (both,) = accept([], [entry(expires=date(2030, 1, 1))], [READ], TODAY)
    assert (both.code, both.hint) == ("X020", "delete it")


def test_two_entries_for_one_rule_are_told_apart() -> None:
    one, two = accept([], [entry(), entry(path="b")], [READ], TODAY)
    assert one.subject != two.subject


@pytest.mark.parametrize(
    ("over", "reads", "unused"),
    [
        ({}, [READ], True),
        ({}, [], False),
        ({"codes": ("S999",)}, [READ], False),
        ({"codes": ("S101", "S999")}, [READ], False),
        ({}, [READ, Read(file="b", sources=("b",), codes=frozenset())], False),
        (
            {"file": "product.yaml", "names": ("product.yaml",)},
            [READ, Read(file="b", sources=("b",), codes=frozenset())],
            True,
        ),
        ({"file": "ae.yaml", "names": ("parts/ae.yaml",)}, [READ], True),
        ({"file": "other.yaml", "names": ()}, [READ], False),
    ],
    ids=["looked for", "nothing read", "not looked for", "one of two", "not everywhere", "in its file", "part", "else"],
)
def test_an_entry_is_unused_only_if_its_rule_was_looked_for(
    over: dict[str, Any], reads: list[Read], unused: bool
) -> None:
    assert [one.code for one in accept([], [entry(**over)], reads, TODAY)] == (["X021"] if unused else [])
