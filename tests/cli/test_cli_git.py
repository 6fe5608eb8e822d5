"""Descriptions in a real repository: what `git diff` and `git log -p` show with the drivers of the documentation."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dcsgen.cli.main import main

REST = """\
product: {name: PRODUCT, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: It stores.}
"""

SERVICES = """\
services:
  storage:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
"""

WHOLE = f"dcsgen: 1\n{REST}{SERVICES}"
SPLIT = f"dcsgen: 1\ninclude: [parts/services.yaml]\n{REST}"
BREAKS = "breaking C101"

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """git in a repository of two descriptions, of which one is split, with the drivers in place."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "GIT_EXTERNAL_DIFF", "GIT_DIR", "GIT_WORK_TREE"):
        monkeypatch.delenv(variable, raising=False)

    def run(*words: str) -> str:
        settings = ("user.name=A", "user.email=a@example.org", "commit.gpgsign=false", "core.autocrlf=false")
        command = ["git", "--no-pager", *(part for each in settings for part in ("-c", each)), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    (tmp_path / "parts").mkdir()
    (tmp_path / "whole.yaml").write_text(WHOLE)
    (tmp_path / "split.yaml").write_text(SPLIT)
    (tmp_path / "parts" / "services.yaml").write_text(SERVICES)
    (tmp_path / "notes.yaml").write_text("one: 1\n")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=dcsgen\n*.md diff=dcsgen\n")
    run("init", "-q")
    run("config", "diff.dcsgen.command", f"'{sys.executable}' -m dcsgen git-diff")
    run("config", "diff.dcsgen.textconv", f"'{sys.executable}' -m dcsgen extract --textconv")
    run("add", ".")
    run("commit", "-qm", "one")
    return run


def edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text()
    assert old in text
    Path(file).write_text(text.replace(old, new))


def test_git_diff_says_what_a_change_means(git: Git) -> None:
    edit("whole.yaml", "ExplicitVRLittleEndian, ", "")
    edit("notes.yaml", "1", "2")
    shown = git("diff")
    assert "dcsgen: whole.yaml\nPRODUCT 1.0 → PRODUCT 1.0: 1 breaking\n" in shown
    assert BREAKS in shown
    assert "old a/whole.yaml:11:25" in shown
    assert "dcsgen: notes.yaml is compared as text: it is no description by itself: the key" in shown
    assert "\n--- a/notes.yaml\n+++ b/notes.yaml\n@@ -1 +1 @@\n-one: 1\n+one: 2\n\n" in shown


def test_a_document_without_a_description_is_named_as_it_is_in_git(git: Git) -> None:
    Path("page.md").write_text("# Made by somebody else\n")
    git("add", "page.md")
    git("commit", "-qm", "two")
    edit("page.md", "else", "other")
    assert "dcsgen: page.md is compared as text: a/page.md holds no description: it was not made" in git("diff")


def test_a_part_is_shown_in_what_draws_it_in(git: Git) -> None:
    edit("parts/services.yaml", "ExplicitVRLittleEndian, ", "")
    git("commit", "-qam", "two")
    edit("whole.yaml", "role: SCP", "role: [")
    shown = git("diff", "HEAD~1", "HEAD")
    assert shown.startswith("dcsgen: parts/services.yaml, in split.yaml\nPRODUCT 1.0 → PRODUCT 1.0: 1 breaking\n")
    assert "old a/parts/services.yaml:6:25" in shown
    assert "whole.yaml is compared as text" in git("diff")


def test_what_comes_goes_and_is_renamed(git: Git) -> None:
    git("rm", "-q", "notes.yaml")
    git("mv", "split.yaml", "moved.yaml")
    edit("moved.yaml", "It stores.", "It keeps.")
    Path("new.yaml").write_text(WHOLE.replace("PRODUCT", "NEW"))
    git("add", ".")
    shown = git("diff", "--cached", "-M")
    assert "dcsgen: notes.yaml is gone\n" in shown
    assert "dcsgen: split.yaml → moved.yaml\n" in shown
    assert 'editorial C002 "function" in the Application Entity "STORE" is worded otherwise' in shown
    assert "dcsgen: new.yaml is new: NEW 1.0\n" in shown


def test_git_log_shows_facts_line_by_line(git: Git) -> None:
    edit("whole.yaml", "[ExplicitVRLittleEndian, ImplicitVRLittleEndian]", "[1.2.840.10008.1.2] # less")
    edit("parts/services.yaml", "SCP", "SCU")
    git("commit", "-qam", "two")
    lines = [line for line in git("log", "-p", "-1").splitlines() if line[:1] in "+-" and line[1:2] not in "+-"]
    assert lines == [
        "-    role: SCP",
        "+    role: SCU",
        "-services.storage.transfer_syntaxes: Explicit VR Little Endian (1.2.840.10008.1.2.1)",
    ]


def test_documents_are_shown_by_what_they_hold(git: Git) -> None:
    edit("whole.yaml", "[CTImageStorage]", "[CTImageStorage, Verification]")
    for transfer_syntaxes in ("ExplicitVRLittleEndian, ImplicitVRLittleEndian", "ImplicitVRLittleEndian"):
        edit("whole.yaml", "ExplicitVRLittleEndian, ImplicitVRLittleEndian", transfer_syntaxes)
        assert main(["build", "whole.yaml", "--format", "md", "--out", "."]) == 0
        git("add", ".")
        git("commit", "-qm", "built")
    assert BREAKS in git("diff", "HEAD~1", "--", "whole.md")
    assert "\n-services.storage.transfer_syntaxes: Explicit VR Little Endian" in git(
        "log", "-p", "-1", "--", "whole.md"
    )


@pytest.mark.parametrize(
    ("words", "code", "out", "err"),
    [
        (("p.yaml",), 0, "p.yaml is not merged\n", ""),
        (("p.yaml", "a", "b"), 2, "", "seven words"),
        (("p.yaml", "/dev/null", ".", ".", "absent.yaml", "0", "100644"), 0, "dcsgen: p.yaml is new\n\n", ""),
    ],
)
def test_what_git_may_hand_over(
    words: tuple[str, ...], code: int, out: str, err: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["git-diff", *words]) == code
    said = capfd.readouterr()
    assert said.out == out
    assert err in said.err


def test_the_policy_of_the_project_gives_verdicts_and_no_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dcsgen.toml").write_text(
        '[diff.verdict]\nC101 = "risky"\n[diff.version-step]\nof = "product"\nrisky = "major"\n'
    )
    (tmp_path / "old.yaml").write_text(WHOLE)
    (tmp_path / "whole.yaml").write_text(WHOLE.replace("ExplicitVRLittleEndian, ", ""))
    words = ("whole.yaml", "old.yaml", "0", "100644", "whole.yaml", "0", "100644")
    assert main(["git-diff", *words]) == 0
    shown = capfd.readouterr().out
    assert "risky C101" in shown
    assert "X023" not in shown
    assert main(["diff", "old.yaml", "whole.yaml"]) == 1
    assert "X023" in capfd.readouterr().out


def test_binary_files_without_a_description_are_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7\n\0\0")
    assert main(["extract", str(tmp_path / "other.pdf"), "--textconv"]) == 0
    assert capfd.readouterr().out == "other.pdf holds no description.\n"
