"""Files of several projects in one run: each is judged by its own configuration and list, in one report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from projects import DESCRIPTION, described, host_of

from dcsgen import api
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Severity

TODAY = date(2031, 1, 1)
ACME = 'select = ["acme"]\n'
ENTRY = """\
accepted:
  - {rule: acme/S1, path: product.name, reason: It is short., owner: Jane, expires: 2040-01-01}
"""


def configured(folder: Path, name: str, text: str, accepted: str = "") -> Path:
    """A description in a folder of its own, with a configuration and perhaps a list."""
    file = described(folder, f"{name}/product.yaml")
    (file.parent / "dcsgen.toml").write_text(text)
    if accepted:
        (file.parent / "dcsgen-accepted.yaml").write_text(accepted)
    return file


def checked(folder: Path, *files: Path, jobs: int = 1) -> api.CheckResult:
    host = host_of(folder)
    return api.check(files, host=host, configuration=api.configurations(files), today=TODAY, jobs=jobs)


def of(result: api.CheckResult, file: Path) -> list[Finding]:
    return [each for each in result.report.findings if each.place and each.place.file == str(file)]


def test_each_file_has_the_rules_and_severities_of_its_own_configuration(tmp_path: Path) -> None:
    draft = configured(tmp_path, "draft", ACME + 'profile = "draft"\n')
    strict = configured(tmp_path, "strict", ACME + 'profile = "strict"\n[severity]\nentity = "error"\n')
    ignoring = configured(tmp_path, "ignoring", ACME + 'ignore = ["entity"]\n')
    for jobs in (1, 2):
        result = checked(tmp_path, draft, strict, ignoring, jobs=jobs)
        assert [each.code for each in of(result, draft)] == ["acme/S1"]
        assert [(each.code, each.severity) for each in of(result, strict)] == [
            ("acme/S1", Severity.ERROR),
            ("acme/S4", Severity.NOTE),
            ("acme/S2", Severity.ERROR),
            ("acme/S2", Severity.ERROR),
        ]
        assert [each.code for each in of(result, ignoring)] == ["acme/S1"]
        assert result.report.files == (str(draft), str(strict), str(ignoring))


def test_a_file_is_judged_as_if_it_were_alone(tmp_path: Path) -> None:
    one = configured(tmp_path, "one", ACME + 'profile = "strict"\n', ENTRY)
    two = configured(tmp_path, "two", ACME)
    both = checked(tmp_path, one, two)
    for file in (one, two):
        alone = [(each.code, each.path, each.accepted) for each in checked(tmp_path, file).report.findings]
        assert [(each.code, each.path, each.accepted) for each in of(both, file)] == alone
    assert [bool(each.accepted) for each in both.report.findings if each.code == "acme/S1"] == [True, False]


def test_a_finding_counts_by_the_fail_on_of_its_file(tmp_path: Path) -> None:
    mild = configured(tmp_path, "mild", 'select = ["entity"]\n')
    severe = configured(tmp_path, "severe", 'select = ["entity"]\nfail-on = "warning"\n')
    result = checked(tmp_path, mild, severe)
    assert [result.report.counts(each) for each in of(result, mild)] == [False, False]
    assert [result.report.counts(each) for each in of(result, severe)] == [True, True]
    assert result.report.fails
    assert not checked(tmp_path, mild).report.fails
    junit = api.report_as(result.report, "junit", host_of(tmp_path), False)
    assert (junit.count("<failure"), junit.count("a warning does not fail this run")) == (2, 2)


def test_no_two_findings_have_the_same_fingerprint(tmp_path: Path) -> None:
    one, two = (configured(tmp_path, name, ACME, "accepted: []\n") for name in ("one", "two"))
    result = checked(tmp_path, one, two)
    fingerprints = [each.fingerprint for each in result.report.findings]
    assert len(set(fingerprints)) == len(fingerprints) == 6
    assert [each.fingerprint for each in of(result, one)] == [
        each.fingerprint for each in checked(tmp_path, one).report.findings
    ]


def test_an_entry_of_a_shared_list_is_used_if_any_file_needs_it(tmp_path: Path) -> None:
    (tmp_path / "dcsgen-accepted.yaml").write_text(ENTRY)
    short = configured(tmp_path, "short", ACME)
    long = configured(tmp_path, "long", ACME + 'fail-on = "note"\n')
    long.write_text(DESCRIPTION.replace("name: P", "name: LONGER"))
    found = [each.code for each in checked(tmp_path, short, long).report.findings]
    assert sorted(found) == ["acme/S1", *["acme/S2"] * 4]
    assert "X021" in [each.code for each in checked(tmp_path, long).report.findings]


def test_what_stands_in_a_shared_file_is_said_once_as_the_strictest_sees_it(tmp_path: Path) -> None:
    base = described(tmp_path, "a/b/c/base.yaml")
    severe = configured(tmp_path, "a", ACME)
    mild = configured(tmp_path, "a/b", ACME + '[severity]\nshort-name = "note"\n', "accepted: []\n")
    accepting = configured(tmp_path, "a/b/c", ACME, ENTRY)
    for file in (mild, severe, accepting):
        file.write_text(f"dcsgen: 1\nextends: {base.relative_to(file.parent)}\n")
    for files in ((mild, severe, accepting), (accepting, severe, mild)):
        (found,) = [each for each in checked(tmp_path, *files).report.findings if each.code == "acme/S1"]
        assert (found.severity, found.accepted) == (Severity.ERROR, "")
        assert str(found.place) == f"{base}:2:17"
    (found,) = [each for each in checked(tmp_path, accepting, mild).report.findings if each.code == "acme/S1"]
    assert (found.severity, found.accepted) == (Severity.NOTE, "")


def test_passed_is_what_was_looked_for_in_all_files(tmp_path: Path) -> None:
    one = configured(tmp_path, "one", 'select = ["never", "revision"]\n')
    two = configured(tmp_path, "two", 'select = ["never"]\n')
    passed = {each.kind.code for each in checked(tmp_path, one, two).report.passed}
    assert "acme/S3" in passed
    two.with_name("dcsgen.toml").write_text('select = ["revision"]\n')
    assert "acme/S3" not in {each.kind.code for each in checked(tmp_path, one, two).report.passed}


def test_a_list_is_started_only_where_all_files_follow_the_same(tmp_path: Path) -> None:
    files = [configured(tmp_path, name, ACME) for name in ("one", "two")]
    host = host_of(tmp_path)
    with pytest.raises(UsageError, match="different configurations"):
        api.start_accepted(files, host=host, owner="J", today=TODAY, configuration=api.configurations(files))
    asked = api.configurations(files, named=tmp_path / "one" / "dcsgen.toml")
    result = api.start_accepted(files, host=host, owner="J", today=TODAY, configuration=asked)
    assert result.report.accepted == 6
    assert (tmp_path / "one" / "dcsgen-accepted.yaml").is_file()
