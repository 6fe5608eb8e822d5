"""The list of rules, and what a report says it looked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from projects import DESCRIPTION, described, host_of, only_acme

from dcsgen import api
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Profile, Severity
from dcsgen.plugin import Report


def codes(host: api.Host, **wanted: Any) -> list[str]:
    return [rule.kind.code for provider, rule in api.rules(host, **wanted) if provider == "acme"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"codes": ["acme"]}, [1, 2, 3, 4, 5]),
        ({"codes": ["acme/S1", "never"]}, [1, 3]),
        ({"slugs": ["e"]}, [1, 2, 3, 4, 5]),
        ({"slugs": ["NAME", "broken"]}, [1, 5]),
        ({"severity": Severity.ERROR}, [1, 3, 5]),
        ({"profile": Profile.DRAFT}, [1]),
        ({"profile": Profile.RELEASE}, [1, 2, 3, 5]),
        ({"profile": Profile.STRICT, "severity": Severity.NOTE}, [4]),
    ],
)
def test_rules_are_filtered(tmp_path: Path, wanted: dict[str, Any], expected: list[int]) -> None:
    assert codes(host_of(tmp_path), **wanted) == [f"acme/S{number}" for number in expected]


def test_a_word_for_no_rule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='there is no rule "short-nam"; did you mean "short-name"'):
        api.rules(host_of(tmp_path), codes=["short-nam"])


def report_of(folder: Path, *texts: str, **over: object) -> Report:
    files = [described(folder, f"{number}.yaml", text) for number, text in enumerate(texts)]
    return api.check(files, host=host_of(folder), configuration=only_acme(**over)).report


def test_a_report_has_all_that_was_looked_for_by_code(tmp_path: Path) -> None:
    report = report_of(tmp_path, DESCRIPTION)
    looked = [one.kind.code for one in report.looked]
    assert looked == sorted(looked)
    assert {"L001", "L020", "L030", "L040", "acme/S1", "acme/S3"} <= set(looked)
    assert "acme/S4" not in looked
    assert {one.provider for one in report.looked if one.kind.code.startswith("acme/")} == {"acme"}
    passed = {one.kind.code for one in report.passed}
    assert {"L001", "L020", "acme/S3", "acme/S5"} <= passed
    assert not passed & {"acme/S1", "acme/S2"}


def test_what_was_not_looked_for_everywhere_did_not_pass(tmp_path: Path) -> None:
    broken = report_of(tmp_path, DESCRIPTION, DESCRIPTION + "nonsense: 1\n")
    assert "acme/S3" in {one.kind.code for one in broken.looked}
    assert {one.kind.code for one in broken.passed} & {"L001", "L040", "acme/S3", "L020"} == {"L001", "L040"}
    assert report_of(tmp_path, DESCRIPTION, "a: [").passed == ()


def test_a_rule_that_failed_did_not_pass_and_its_failure_has_its_kind(tmp_path: Path) -> None:
    report = report_of(tmp_path, DESCRIPTION.replace("vendor: V", "vendor: BREAK"))
    looked = {one.kind.code: one for one in report.looked}
    assert "acme/S5" not in looked
    assert not looked["X012"].everywhere


def test_severities_and_profile_reach_the_report(tmp_path: Path) -> None:
    report = report_of(tmp_path, DESCRIPTION, profile=Profile.STRICT, severity={"entity": Severity.NOTE})
    assert {one.code: one.severity for one in report.findings} == {
        "acme/S1": Severity.ERROR,
        "acme/S2": Severity.NOTE,
        "acme/S4": Severity.NOTE,
    }


def test_an_unknown_word_stops_the_run_before_anything_is_read(tmp_path: Path) -> None:
    host = host_of(tmp_path)
    with pytest.raises(UsageError, match="select: there is no rule"):
        api.check([tmp_path], host=host, configuration=api.Configuration(choice=api.Choice(select=("x",))))
    wrong = api.Configuration(choice=api.Choice(severity={"x": Severity.NOTE}))
    with pytest.raises(UsageError, match="severity: there is no finding"):
        api.check([tmp_path], host=host, configuration=wrong)
