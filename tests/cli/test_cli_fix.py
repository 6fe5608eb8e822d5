"""`dcsgen check --fix` and `--diff`, with real files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import which

import pytest
from cli_fakes import Outcome

from dcsgen.cli.main import main

BEFORE = """\
# The first product.
dcsgen: 1
product: {name: P, vendor: V, version: 1.0}  # a number
document: {identifier: D, revision: "1", date: 2020-1-31}
application_entities:
  STORE: {function: F}
"""
AFTER = BEFORE.replace("1.0}", '"1.0"}').replace("2020-1-31", "2020-01-31")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "product.yaml").write_text(BEFORE)
    (tmp_path / "dcsgen.toml").write_text('select = ["S103", "S101"]\n')
    return tmp_path


def really(capfd: pytest.CaptureFixture[str], *words: str) -> Outcome:
    capfd.readouterr()
    code = main(["check", *words])
    return Outcome(code, *capfd.readouterr())


def test_fix_repairs_the_file_and_reports_what_is_left(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = really(capfd, "product.yaml")
    assert (before.code, "2 repairable with --fix" in before.out) == (1, True)
    outcome = really(capfd, "product.yaml", "--fix")
    assert outcome == Outcome(0, "no findings in 1 file\n", "2 of 2 findings repaired in product.yaml\n")
    assert (folder / "product.yaml").read_text() == AFTER
    assert really(capfd, "product.yaml", "--fix") == Outcome(0, "no findings in 1 file\n", "nothing was repaired\n")


def test_the_exit_code_is_of_what_is_left(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "product.yaml").write_text(BEFORE.replace("STORE", "STORE: {}\n  B").replace("function", "functoin"))
    outcome = really(capfd, "product.yaml", "--fix", "--output", "json")
    assert outcome.code == 1
    # Standard output has the report alone.
    left = [one["code"] for one in json.loads(outcome.out)["findings"]]
    assert set(left) == {"L020", "L022"}
    assert outcome.err == f"2 of {2 + len(left)} findings repaired in product.yaml\n"


@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff")])
def test_diff_shows_what_fix_would_do_and_writes_nothing(
    folder: Path, capfd: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    outcome = really(capfd, "product.yaml", *options)
    assert outcome.code == 1
    assert outcome.err == "2 of 2 findings would be repaired in product.yaml\n"
    assert outcome.out == (
        "--- product.yaml\n"
        "+++ product.yaml\n"
        "@@ -1,6 +1,6 @@\n"
        " # The first product.\n"
        " dcsgen: 1\n"
        "-product: {name: P, vendor: V, version: 1.0}  # a number\n"
        '-document: {identifier: D, revision: "1", date: 2020-1-31}\n'
        '+product: {name: P, vendor: V, version: "1.0"}  # a number\n'
        '+document: {identifier: D, revision: "1", date: 2020-01-31}\n'
        " application_entities:\n"
        "   STORE: {function: F}\n"
    )
    assert (folder / "product.yaml").read_text() == BEFORE


@pytest.mark.parametrize("form", ["plain", "crlf", "open end"])
@pytest.mark.skipif(which("patch") is None, reason="the program patch is not there")
def test_the_differences_are_a_patch(folder: Path, capfd: pytest.CaptureFixture[str], form: str) -> None:
    forms = {
        "plain": BEFORE,
        "crlf": BEFORE.replace("\n", "\r\n"),
        "open end": "application_entities: {STORE: {function: F}}\n" + BEFORE.partition("application")[0].rstrip(),
    }
    file = folder / "product.yaml"
    file.write_bytes(forms[form].encode())
    capfd.readouterr()
    main(["check", "product.yaml", "--diff"])
    patch = capfd.readouterr().out
    subprocess.run(["patch", "-p0", "--binary"], input=patch.encode(), check=True, capture_output=True, cwd=folder)
    patched = file.read_bytes()
    file.write_bytes(forms[form].encode())
    assert really(capfd, "product.yaml", "--fix").code == 0
    assert patched == file.read_bytes() != forms[form].encode()


def test_without_anything_to_repair_diff_is_silent_and_clean(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "product.yaml").write_text(AFTER.replace("function", "functoin"))
    assert really(capfd, "product.yaml", "--diff") == Outcome(0, "", "nothing can be repaired\n")


def test_a_report_can_go_to_a_file_beside_the_differences(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert really(capfd, "product.yaml", "--diff", "--output", "json=findings.json").out.startswith("--- ")
    findings = json.loads((folder / "findings.json").read_text())["findings"]
    assert [one["fix"]["title"] for one in findings] == ["put 1.0 in quotes", "write 2020-01-31"]


def test_what_is_not_repaired_is_told_with_its_place(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "product.yaml").chmod(0o444)
    outcome = really(capfd, "product.yaml", "--fix")
    assert outcome.code == 1
    assert outcome.err == (
        "product.yaml:3:40: L021 wrong-type is not repaired: product.yaml is read-only\n"
        "product.yaml:4:48: L024 wrong-form is not repaired: product.yaml is read-only\n"
        "nothing was repaired\n"
    )
    assert (folder / "product.yaml").read_text() == BEFORE


def test_a_file_that_cannot_be_read_keeps_its_exit_code(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for option in ("--fix", "--diff"):
        outcome = really(capfd, "missing.yaml", option)
        assert outcome.code == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--fix", "--write-accepted"), "--fix and --write-accepted contradict each other"),
        (("--diff", "--write-accepted"), "--diff and --write-accepted contradict each other"),
        (("--diff", "--output", "json"), "--diff writes to standard output, so --output needs a file"),
    ],
)
def test_contradictions_are_wrong_usage(
    folder: Path, capfd: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    outcome = really(capfd, "product.yaml", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert (folder / "product.yaml").read_text() == BEFORE


def test_each_file_is_repaired_by_the_rules_of_its_own_configuration(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "part").mkdir()
    (folder / "part" / "product.yaml").write_text(BEFORE)
    (folder / "part" / "dcsgen.toml").write_text('select = ["S103"]\n[severity]\nS103 = "note"\n')
    # It is made of a file below it, which is a description of another configuration as well.
    (folder / "product.yaml").write_text("dcsgen: 1\nextends: part/product.yaml\n")
    outcome = really(capfd, "product.yaml", "part/product.yaml", "--fix")
    assert outcome.code == 0
    assert outcome.err.endswith("findings repaired in part/product.yaml\n")
    assert (folder / "part" / "product.yaml").read_text() == AFTER
