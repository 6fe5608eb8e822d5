"""`dcsgen diff` in a project that has a policy: what it reports, and with which code it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli_fakes import Outcome

from dcsgen.cli.main import main

OLD = """\
dcsgen: 1
product: {name: PRODUCT, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2031-06-30}
application_entities:
  STORE: {function: It stores.}
services:
  storage:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
"""
NEW = OLD.replace("ExplicitVRLittleEndian, ", "").replace('version: "1.0"', 'version: "1.1"')

PATH = 'services.storage.transfer_syntaxes."1.2.840.10008.1.2.1"'

ENTRY = f"""\
accepted:
  - rule: C101
    path: {PATH}
    reason: Nobody sends it.
    owner: Jane
    expires: 2031-12-31
"""

ANNOUNCED = """\
[[diff.deprecated]]
path = "services.storage.transfer_syntaxes.*"
announced = 2030-01-15
ends = 2031-06-30
where = "Release notes of 0.9"
"""

Diff = Callable[..., Outcome]


@pytest.fixture
def diff(command: Diff, tmp_path: Path) -> Diff:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)

    def differ(*words: str, toml: str = "", accepted: str = "") -> Outcome:
        if toml:
            (tmp_path / "dcsgen.toml").write_text(toml)
        if accepted:
            (tmp_path / "dcsgen-accepted.yaml").write_text(accepted)
        return command("diff", "old.yaml", "new.yaml", "--today", "2031-07-01", *words)

    return differ


def test_an_accepted_change_stays_in_the_report_and_does_not_fail(diff: Diff, fits: Callable[[str, Any], None]) -> None:
    outcome = diff(accepted=ENTRY)
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "PRODUCT 1.0 → PRODUCT 1.1: 1 breaking, 1 editorial; 1 of them accepted"
    assert '  accepted breaking C101 the service "storage" of STORE no longer accepts' in outcome.out
    assert lines[1] == "Passes: nothing that counts is breaking; 1 is let through."
    assert "      accepted: Nobody sends it. (Jane, until 2031-12-31)" in lines
    assert "hurts" not in outcome.out
    report = json.loads(diff("--output", "json").out)
    fits("changes", report)
    assert (report["accepted"], report["fails"], report["findings"]) == (1, False, [])
    (change,) = (one for one in report["changes"] if one["verdict"] == "breaking")
    assert change["path"] == PATH
    judgement = change["judgements"][0]
    assert (judgement["accepted"], judgement["owner"]) == ("Nobody sends it.", "Jane")
    assert judgement["expires"] == "2031-12-31"


def test_an_entry_is_found_by_fingerprint_slug_and_file(diff: Diff) -> None:
    report = json.loads(diff("--output", "json").out)
    (mark,) = (one["fingerprint"] for one in report["changes"] if one["verdict"] == "breaking")
    named = ENTRY.replace(f"path: {PATH}", f'fingerprint: "{mark}"\n    file: old.yaml')
    assert diff(accepted=named.replace("C101", "transfer-syntax-no-longer-accepted")).code == 0
    assert diff(accepted=named.replace("old.yaml", "other.yaml")).code == 1


def test_an_entry_that_is_over_or_matches_nothing_is_found(diff: Diff, fits: Callable[[str, Any], None]) -> None:
    over = diff("--today", "2032-01-01", accepted=ENTRY)
    assert over.code == 1
    assert "dcsgen-accepted.yaml:2:5: warning X020 accepted-entry-expired: this entry for C101 held" in over.out
    unused = diff("--output", "json", accepted=ENTRY.replace("storage.tr", "other.tr"))
    report = json.loads(unused.out)
    fits("changes", report)
    assert [one["code"] for one in report["findings"]] == ["X021"]
    assert unused.code == 1


def test_a_wrong_entry_fails_and_has_its_place(diff: Diff) -> None:
    outcome = diff("--exit-zero", accepted=ENTRY.replace("C101", "C9101"))
    assert 'dcsgen-accepted.yaml:2:11: error X022 accepted-file-invalid: there is no finding "C9101"' in outcome.out
    assert diff("--no-config").code == 1
    (Path("new.yaml")).write_text(OLD)
    assert diff().code == 1, "nothing differs, but the list is wrong"


def test_check_and_diff_share_a_list(diff: Diff, capfd: pytest.CaptureFixture[str]) -> None:
    both = ENTRY + ENTRY.removeprefix("accepted:\n").replace("C101", "S201").replace(PATH, "application_entities.STORE")
    both = both.replace("2031-12-31", "2030-12-31", 1)
    outcome = diff(accepted=both)
    assert outcome.out.count("X02") == 1, "only that of C101"
    main(["check", "new.yaml", "--select", "S201", "--today", "2031-07-01"])
    out = capfd.readouterr().out
    assert "accepted error S201" in out
    assert "X02" not in out


def test_verdicts_of_the_project(diff: Diff) -> None:
    outcome = diff(toml="[diff.verdict]\nC101 = 'risky'\n")
    assert outcome.code == 0
    assert "verdict: risky in this project, breaking by the rule" in outcome.out
    assert diff(toml="[diff]\nfail-on = 'risky'\nverdict.transfer-syntax-no-longer-accepted = 'risky'\n").code == 1
    assert diff("--fail-on", "breaking").code == 0
    assert diff("--no-config").code == 1


def test_an_announced_end_is_let_through_when_its_day_has_come(diff: Diff) -> None:
    outcome = diff(toml=ANNOUNCED)
    assert outcome.code == 0
    assert "announced: on 2030-01-15 to end on 2031-06-30 (Release notes of 0.9)" in outcome.out
    soon = diff(toml=ANNOUNCED.replace("2031-06-30", '"2031-07-01"'))
    assert soon.code == 1
    assert "to end on 2031-07-01 (Release notes of 0.9), and the document is of 2031-06-30" in soon.out


def test_a_version_that_does_not_go_far_enough_fails(diff: Diff, tmp_path: Path) -> None:
    toml = "[diff.version-step]\nbreaking = 'major'\n"
    outcome = diff(toml=ANNOUNCED + toml)
    assert outcome.code == 1
    assert (
        "new.yaml:2:52: error X023 version-step-missing: breaking changes need a major step in the version of the "
        'product, but it goes from "1.0" to "1.1", which is a minor one'
    ) in outcome.out
    (tmp_path / "new.yaml").write_text(NEW.replace("1.1", "2.0"))
    assert diff().code == 0
    assert "the document, but it stays" in diff(toml=ANNOUNCED + toml + "of = 'document'\n").out


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[diff]\nfailon = 1\n", 'dcsgen.toml:2:1: the key "failon" is not known'),
        ("[diff.verdict]\nC101 = 'bad'\n", 'dcsgen.toml:2:8: diff.verdict.C101: "bad" is not'),
        ("[diff.verdict]\nC9 = 'risky'\n", 'dcsgen.toml:2:1: there is no change rule "C9"'),
        ("[diff]\nverdict = {transfer-syntax-gone = 'risky'}\n", "dcsgen.toml:2:12: there is no change rule"),
        (ANNOUNCED.replace("where", "rule"), 'has no "where"'),
        (ANNOUNCED + "rule = 'C9'\n", 'dcsgen.toml:6:8: there is no change rule "C9"'),
        (ANNOUNCED.replace("2030-01-15", "'2030-02-30'"), 'dcsgen.toml:3:13: "2030-02-30" is no day of the calendar'),
        (ANNOUNCED.replace("2030-01-15", "2031-06-30"), "dcsgen.toml:4:8: the end on 2031-06-30 is not after the day"),
        (ANNOUNCED.replace("2030-01-15", "2030-01-15T10:00:00"), "dcsgen.toml:3:13: diff.deprecated[0].announced: "),
        ("[diff.version-step]\nbreaking = 'huge'\n", 'dcsgen.toml:2:12: diff.version-step.breaking: "huge" is not'),
    ],
)
def test_a_wrong_policy_is_said_with_its_place(diff: Diff, toml: str, said: str) -> None:
    outcome = diff(toml=toml)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == ""


def test_the_policy_is_that_of_the_project_of_the_new_description(diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "product").mkdir()
    (tmp_path / "product" / "dcsgen.toml").write_text("[diff.verdict]\nC101 = 'risky'\n")
    (tmp_path / "product" / "new.yaml").write_text(NEW)
    assert main(["diff", "old.yaml", "product/new.yaml"]) == 0
    assert main(["diff", "product/new.yaml", "old.yaml", "--fail-on", "compatible"]) == 1
    assert main(["diff", "old.yaml", "new.yaml", "--config", "product/dcsgen.toml"]) == 0
    assert diff("--config", "a.toml", "--no-config").code == 2


def test_what_fails_is_written_into_a_new_list(diff: Diff, tmp_path: Path) -> None:
    outcome = diff("--write-accepted", "--owner", "Jane")
    assert outcome.code == 0
    assert "  accepted breaking C101 " in outcome.out
    text = (tmp_path / "dcsgen-accepted.yaml").read_text()
    assert text.startswith("# Findings that are let through")
    assert "  # old.yaml:11:25: the service " in text
    (entry,) = yaml.safe_load(text)["accepted"]
    assert (entry["rule"], entry["path"], entry["owner"]) == ("C101", PATH, "Jane")
    assert str(entry["expires"]) == "2031-09-29"
    assert diff().code == 0
    assert diff("--write-accepted").code == 0, "there is nothing left to add"
    assert (tmp_path / "dcsgen-accepted.yaml").read_text() == text


def test_what_fails_is_added_to_the_list_that_is_there(diff: Diff, tmp_path: Path) -> None:
    own = ENTRY.replace("C101", "S201").replace(PATH, "application_entities.STORE")
    outcome = diff("--write-accepted", "--fail-on", "editorial", accepted=own)
    assert outcome.code == 0
    text = (tmp_path / "dcsgen-accepted.yaml").read_text()
    assert text.startswith(own)
    assert [entry["rule"] for entry in yaml.safe_load(text)["accepted"]] == ["S201", "C002", "C101"]


@pytest.mark.parametrize(
    "text", ["accepted: []\n", "accepted: [\n", "accepted: [{rule: C1}]\n", ENTRY.replace("  - ", "- ")]
)
def test_a_list_that_cannot_grow_stays_as_it_is(diff: Diff, tmp_path: Path, text: str) -> None:
    text = text.replace("C101", "S201").replace(PATH, "a")
    outcome = diff("--write-accepted", accepted=text)
    assert outcome.code == 2
    assert "dcsgen-accepted.yaml as it is written; add them by hand" in outcome.err
    assert (tmp_path / "dcsgen-accepted.yaml").read_text() == text


def test_what_follows_and_what_affects_nobody_needs_no_entry(diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(NEW.partition("services:")[0])
    (tmp_path / "site.yaml").write_text("site: S\npeers: {P: {uses: [{sop_classes: [MRImageStorage], role: SCU}]}}\n")
    assert diff("--site", "site.yaml", "--write-accepted").code == 0
    assert not (tmp_path / "dcsgen-accepted.yaml").exists()
    assert diff("--write-accepted").code == 0
    assert [entry["rule"] for entry in yaml.safe_load((tmp_path / "dcsgen-accepted.yaml").read_text())["accepted"]] == [
        "C117"
    ]
