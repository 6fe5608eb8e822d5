"""SARIF: fits its official schema, names its rules, keeps accepted findings as suppressed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator, FormatChecker
from reports import FULL, finding, kind, report, reports, without_fingerprints

from dcsgen.base.finding import Place, Severity
from dcsgen.builtin.reporter.sarif import write
from dcsgen.plugin.reporter import Looked, Report

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0-rtm.4.json").read_bytes())
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def run_of(made_from: Report) -> dict[str, Any]:
    log = json.loads(write(made_from, True))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_the_schema_tells_wrong_from_right() -> None:
    Draft4Validator.check_schema(SCHEMA)
    log = json.loads(write(FULL, False))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)


@settings(max_examples=25)
@given(made_from=reports())
def test_any_report_fits_the_schema(made_from: Report) -> None:
    run_of(made_from)
    run_of(without_fingerprints(made_from))


def test_a_result_has_everything_of_a_finding() -> None:
    run = run_of(report(finding(provider="acme")))
    assert run["tool"]["driver"]["name"] == "dcsgen"
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert result == {
        "ruleId": "S101",
        "level": "error",
        "message": {"text": 'services.a has no "role"\nwrite "role: SCP"'},
        "ruleIndex": 0,
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "parts/product.yaml"},
                    "region": {"startLine": 12, "startColumn": 5},
                    "contextRegion": {"startLine": 12, "snippet": {"text": "    sop_class: RTPlanStorage"}},
                },
                "logicalLocations": [{"fullyQualifiedName": "services.a"}],
            }
        ],
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "family.yaml"},
                    "region": {"startLine": 3, "startColumn": 1},
                }
            }
        ],
        "partialFingerprints": {"dcsgen/v1": result["partialFingerprints"]["dcsgen/v1"]},
        "suppressions": [],
        "properties": {"provider": "acme"},
    }


def test_what_was_looked_for_are_the_rules_even_if_nothing_was_found() -> None:
    of_acme = kind("acme/S2", Severity.WARNING, what="A {thing}. And more.", clause="PS3.2 A.4")
    looked = (Looked(kind=kind("S101")), Looked(kind=of_acme, provider="acme"))
    run = run_of(report(looked=looked))
    assert run["results"] == []
    first, second = run["tool"]["driver"]["rules"]
    assert first["id"] == "S101"
    assert "properties" not in first or first["properties"] == {}
    assert second == {
        "id": "acme/S2",
        "name": "slug-/s2",
        "shortDescription": {"text": "slug /s2"},
        "fullDescription": {"text": "A {{thing}}. And more."},
        "help": {
            "text": "Why. Instead.",
            "markdown": "**What.** A {thing}. And more.\n\n**Why it matters.** Why.\n\n**Instead.** Instead.\n\n"
            "**Clause.** PS3.2 A.4",
        },
        "defaultConfiguration": {"level": "warning"},
        "properties": {"clause": "PS3.2 A.4", "provider": "acme"},
    }


def test_an_accepted_finding_is_a_suppressed_result_with_its_reason() -> None:
    accepted, other = run_of(report(finding(accepted="the peer needs it"), finding(path="b")))["results"]
    assert accepted["suppressions"] == [{"kind": "external", "justification": "the peer needs it"}]
    assert accepted["level"] == "error"
    assert other["suppressions"] == []


def test_a_finding_without_a_place_has_no_location() -> None:
    (result,) = run_of(report(finding(place=None, path="")))["results"]
    assert "locations" not in result


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/größe.yaml", "a%20b/gr%C3%B6%C3%9Fe.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("./a.yaml", "a.yaml"),
        ("../a#1?.yaml", "../a%231%3F.yaml"),
        ("/home/x/a.yaml", "file:///home/x/a.yaml"),
        ("caf\udce9.yaml", "caf%E9.yaml"),
    ],
)
def test_files_are_addresses(file: str, uri: str) -> None:
    (result,) = run_of(report(finding(place=Place(file, 1, 1))))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("a[0] is b", "a[0] is b"),
        ("use {a: b}", "use {{a: b}}"),
        ("see [words](#target)", r"see \[words\](#target)"),
        (r"a\b [c](1)", r"a\\b \[c\](1)"),
    ],
)
def test_nothing_in_a_message_is_a_placeholder_or_a_link(message: str, text: str) -> None:
    (result,) = run_of(report(finding(message=message, hint="")))["results"]
    assert result["message"]["text"] == text
