"""Repairs in reports: people read what `--fix` would do, programs can do it themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from reports import finding, report

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.finding import Finding, Place, Profile
from dcsgen.base.repair import Edit, Fix, SetValue
from dcsgen.builtin.reporter import json_report, markdown, sarif, text

FIX = Fix(
    title='write "SCP"',
    changes=(SetValue(("services", "a", "role"), "SCP"),),
    edits=(
        Edit(Place("parts/product.yaml", 12, 5), 12, 8, "SCP"),
        Edit(Place("other file.yaml", 2, 1), 2, 1, "x\n"),
    ),
)
REFUSED = Fix(title="t", changes=FIX.changes, refused="an anchor or a tag belongs to it")

DESCRIPTION = """\
dcsgen: 1
product: {name: P, vendor: V, version: 1.0}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities: {STORE: {function: F}}
sets: {s: [RTPlanStorage, CTImageStorage]}
services:
  store:
    application_entity: STORE
    sop_classes: [$s, 1.2.840.10008.1.1]
    role: SCU
    transfer_syntaxes: [ImplicitVRLittleEndian]
    statuses: {a700: {class: failure, meaning: Refused}}
"""


def test_people_read_what_can_be_repaired() -> None:
    written = text.write(report(finding(fix=FIX), finding(path="b", fix=REFUSED), finding(path="c")), False)
    assert '     hint: write "role: SCP"\n     repairable with --fix: write "SCP"\n' in written
    assert "     not repairable: an anchor or a tag belongs to it\n" in written
    assert "\n3 errors in 1 file; 1 repairable with --fix\n" in written


def test_a_hint_that_says_the_same_is_left_out() -> None:
    written = text.write(report(finding(fix=FIX, hint=FIX.title)), False)
    assert written.count(FIX.title) == 1


def test_what_is_accepted_is_not_repairable() -> None:
    written = text.write(report(finding(fix=FIX, accepted="so")), False)
    assert "repairable" not in written


def test_a_comment_of_a_pull_request_tells_it_too() -> None:
    assert "repairable with* `--fix`" in markdown.write(report(finding(fix=FIX)), False)
    assert "repairable" not in markdown.write(report(finding(fix=REFUSED)), False)


def test_sarif_has_the_replacements_by_file() -> None:
    results = json.loads(sarif.write(report(finding(fix=FIX), finding(path="b", fix=REFUSED)), False))["runs"][0][
        "results"
    ]
    (fix,) = results[0]["fixes"]
    assert fix["description"] == {"text": 'write "SCP"'}
    assert fix["artifactChanges"] == [
        {
            "artifactLocation": {"uri": "parts/product.yaml"},
            "replacements": [
                {
                    "deletedRegion": {"startLine": 12, "startColumn": 5, "endLine": 12, "endColumn": 8},
                    "insertedContent": {"text": "SCP"},
                }
            ],
        },
        {
            "artifactLocation": {"uri": "other%20file.yaml"},
            "replacements": [
                {
                    "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 1},
                    "insertedContent": {"text": "x\n"},
                }
            ],
        },
    ]
    assert "fixes" not in results[1]


@pytest.fixture
def found(tmp_path: Path) -> list[Finding]:
    file = tmp_path / "product.yaml"
    findings: list[Finding] = []
    host = api.open_host(vendors=False)
    configuration = api.Configuration(choice=api.Choice(profile=Profile.STRICT))
    for content in (DESCRIPTION, DESCRIPTION.replace("1.0}", '"1.0"}')):
        file.write_text(content)
        findings += api.check([file], host=host, configuration=configuration).report.findings
    return findings


def test_json_with_every_sort_of_change_fits_its_schema(found: list[Finding]) -> None:
    written = json.loads(json_report.write(report(*found), False))
    Draft202012Validator(schemas.load("findings")).validate(written)
    fixes = [one["fix"] for one in written["findings"] if "fix" in one]
    assert {change["change"] for fix in fixes for change in fix["changes"]} == {
        "set-value",
        "rename-key",
        "add-entry",
        "reorder",
    }


def test_a_program_can_make_the_edits_of_the_json_report(found: list[Finding]) -> None:
    lines = DESCRIPTION.splitlines(keepends=True)
    for one in json.loads(json_report.write(report(*found), False))["findings"]:
        for edit in one.get("fix", {}).get("edits", ()):
            _check(edit, one, lines)


def _check(edit: dict[str, Any], one: dict[str, Any], lines: list[str]) -> None:
    """The old text is what the change is about."""
    assert edit["start"]["line"] == edit["end_line"]
    old = lines[edit["end_line"] - 1][edit["start"]["column"] - 1 : edit["end_column"] - 1]
    expected = {"L021": ["1.0"], "S131": ["1.2.840.10008.1.1"], "S134": ["a700"], "S305": [""]}
    if one["code"] in expected:
        assert old in expected[one["code"]]
