"""JUnit XML: findings fail or are skipped as the exit code says, rules that found nothing pass."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from reports import finding, kind, report, reports

from dcsgen.base.finding import Place, Severity
from dcsgen.builtin.reporter.junit import ELSEWHERE, PASSED, write
from dcsgen.plugin.reporter import Looked, Report


def suites_of(made_from: Report) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(write(made_from, True))
    assert (root.tag, root.get("name")) == ("testsuites", "dcsgen")
    return {suite.get("name", ""): suite for suite in root}


def test_a_finding_is_a_failed_case_in_the_suite_of_its_file() -> None:
    (suite,) = suites_of(report(finding())).values()
    assert suite.attrib == {
        "name": "parts/product.yaml",
        "tests": "1",
        "failures": "1",
        "skipped": "0",
        "errors": "0",
    }
    (case,) = suite
    assert (case.get("classname"), case.get("file"), case.get("line")) == (
        "parts/product.yaml",
        "parts/product.yaml",
        "12",
    )
    assert case.get("name", "").startswith("S101 slug-101 at services.a (")
    (failure,) = case
    assert (failure.tag, failure.attrib) == ("failure", {"type": "error", "message": 'services.a has no "role"'})
    assert failure.text == (
        'parts/product.yaml:12:5: error S101 slug-101: services.a has no "role"\n'
        'hint: write "role: SCP"\nsee: family.yaml:3:1'
    )


def test_what_does_not_fail_the_run_is_skipped_with_the_reason() -> None:
    findings = (finding(Severity.WARNING), finding(path="b", accepted="the peer needs it"))
    (suite,) = suites_of(report(*findings)).values()
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("2", "0", "2")
    lighter, accepted = suite
    (skipped, text) = lighter
    assert skipped.attrib == {"type": "warning", "message": "a warning does not fail this run"}
    assert text.tag == "system-out"
    assert accepted[0].attrib == {"type": "error", "message": "accepted: the peer needs it"}
    assert "accepted: the peer needs it" in (accepted[1].text or "")


def test_the_same_finding_fails_a_stricter_run() -> None:
    (suite,) = suites_of(report(finding(Severity.WARNING), fail_on=Severity.WARNING)).values()
    assert suite.get("failures") == "1"


def test_rules_that_found_nothing_everywhere_pass() -> None:
    looked = (
        Looked(kind=kind("S101")),
        Looked(kind=kind("S102")),
        Looked(kind=kind("S103"), everywhere=False),
        Looked(kind=kind("acme/S1"), provider="acme"),
        Looked(kind=kind("S104")),
    )
    made_from = report(finding(), finding(code="S104", accepted="so"), looked=looked)
    suite = suites_of(made_from)[PASSED]
    assert [(case.get("classname"), case.get("name"), len(case)) for case in suite] == [
        ("dcsgen", "S102 slug-102", 0),
        ("acme", "acme/S1 slug-/s1", 0),
    ]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "0")


def test_what_has_no_place_has_a_suite_of_its_own() -> None:
    (case,) = suites_of(report(finding(place=None, path="", code="X001", slug="s")))[ELSEWHERE]
    assert case.get("file") is None
    assert case.get("classname") == "dcsgen"


def test_without_anything_it_is_still_xml() -> None:
    assert suites_of(report(looked=())) == {}


@settings(max_examples=40)
@given(made_from=reports())
def test_any_report_is_xml_whose_numbers_are_right_and_whose_cases_have_names_of_their_own(made_from: Report) -> None:
    names = []
    for suite in ElementTree.fromstring(write(made_from, False)):
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped"))
        names += [(case.get("classname"), case.get("name")) for case in suite]
    assert len(set(names)) == len(names)


def test_a_file_named_like_the_suite_of_what_passed_does_no_harm() -> None:
    made_from = report(finding(place=Place(PASSED, 1, 1)), looked=(Looked(kind=kind("S102")),))
    root = ElementTree.fromstring(write(made_from, False))
    assert [suite.get("failures") for suite in root] == ["1", "0"]
