"""`dcsgen diff` from its words to what it writes, with the real library behind it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import Outcome

from dcsgen.cli.main import main

ROOT = Path(__file__).parents[2]
ARCHIVE = str(ROOT / "examples" / "archive" / "archive.yaml")
DCMQRSCP = str(ROOT / "examples" / "dcmqrscp" / "dcmqrscp.yaml")

OLD = """\
dcsgen: 1
product: {name: PRODUCT, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: It stores.}
services:
  storage:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
"""

NEW = OLD.replace("ExplicitVRLittleEndian, ", "").replace("It stores.", "It stores for ever.")

Diff = Callable[..., Outcome]


@pytest.fixture
def diff(command: Diff, tmp_path: Path) -> Diff:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)

    def differ(*words: str) -> Outcome:
        return command("diff", *words)

    return differ


def test_the_report_says_how_many_what_where_whom_and_what_to_do(diff: Diff) -> None:
    outcome = diff("old.yaml", "new.yaml")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines() == [
        "PRODUCT 1.0 → PRODUCT 1.0: 1 breaking, 1 editorial",
        "Fails: 1 difference is breaking and counts.",
        "",
        "Negotiation: 1 breaking, 1 editorial",
        '  breaking C101 the service "storage" of STORE no longer accepts Explicit VR Little Endian '
        "for CT Image Storage",
        "      old old.yaml:11:25",
        "      hurts: Senders that have objects in this encoding and cannot or must not convert them.",
        "      instead: Accept it as long as peers propose it; it need not be the preferred one.",
        '  editorial C002 "function" in the Application Entity "STORE" is worded otherwise',
        "      old old.yaml:5:21, new new.yaml:5:21",
        "",
        "Why, and what to do: dcsgen explain C101",
    ]


def test_nothing_differs_from_itself(diff: Diff) -> None:
    outcome = diff("old.yaml", "old.yaml", "--fail-on", "editorial")
    assert (outcome.code, outcome.out) == (0, "PRODUCT 1.0 → PRODUCT 1.0: nothing differs\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--fail-on", "risky"), 1),
    ],
)
def test_the_exit_code(diff: Diff, words: tuple[str, ...], code: int) -> None:
    assert diff("old.yaml", "new.yaml", *words).code == code


@pytest.mark.parametrize(("fail_on", "code"), [("breaking", 0), ("risky", 0), ("compatible", 1), ("editorial", 1)])
def test_what_is_not_as_serious_does_not_fail(diff: Diff, fail_on: str, code: int) -> None:
    assert diff("new.yaml", "old.yaml", "--fail-on", fail_on).code == code


def test_json_fits_its_schema_and_says_the_same_as_text(
    diff: Diff, fits: Callable[[str, Any], None], tmp_path: Path
) -> None:
    outcome = diff(ARCHIVE, DCMQRSCP, "--output", "text", "--output", "json=changes.json")
    report = json.loads((tmp_path / "changes.json").read_text())
    fits("changes", report)
    head = outcome.out.splitlines()[0]
    assert head.endswith(", ".join(f"{number} {verdict}" for verdict, number in report["counts"].items()))
    assert sum(report["counts"].values()) == len(report["changes"])
    assert report["because"] in outcome.out
    assert report["same_product"] is False
    assert "Different products: " in outcome.out
    assert "  FINDER → DCMQRSCP (similar, 51 %; --pin application_entities.FINDER=DCMQRSCP keeps it)\n" in outcome.out
    assert "  WEB → (none) (no counterpart)\n" in outcome.out


def test_several_reports_of_one_comparison(diff: Diff, tmp_path: Path) -> None:
    names = ("html", "xlsx", "markdown", "sarif", "junit", "gitlab", "changelog")
    words = [word for name in names for word in ("--output", f"{name}=out/report.{name}")]
    outcome = diff("old.yaml", "new.yaml", "--output", "github", *words)
    assert (outcome.code, outcome.err) == (1, "")
    assert "::error file=new.yaml,line=1,col=1,title=C101 " in outcome.out
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(f"report.{name}" for name in names)


def test_a_form_of_a_plug_in_may_be_a_file(diff: Diff, tmp_path: Path) -> None:
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "acme.py").write_text(
        "from dcsgen.plugin import ChangeReporter, hookimpl\n"
        "@hookimpl\ndef dcsgen_change_reporters():\n"
        "    return [ChangeReporter('bits', lambda difference, colour: bytes([0, 255]), binary=True),\n"
        "            ChangeReporter('text-in-name', lambda difference, colour: b'', binary=False)]\n"
    )
    words = ("old.yaml", "new.yaml", "--plugins", "plugins", "--output")
    assert diff(*words, "bits=report.bits").code == 1
    assert (tmp_path / "report.bits").read_bytes() == bytes([0, 255])
    assert diff(*words, "bits").code == 2
    outcome = diff(*words, "text-in-name=report.txt")
    assert (outcome.code, "it gave no text" in outcome.err) == (4, True)


def test_a_document_is_as_good_as_its_description(diff: Diff, tmp_path: Path) -> None:
    for name, text in (("p.yaml", OLD), ("q.yaml", NEW)):
        (tmp_path / name).write_text(text.replace("[CTImageStorage]", "[CTImageStorage, Verification]"))
    assert main(["build", "p.yaml", "--format", "html,json,md", "--out", "built"]) == 0
    for suffix in ("html", "json", "md"):
        assert diff(f"built/p.{suffix}", "p.yaml").out.endswith("nothing differs\n")
    found = diff("built/p.json", "q.yaml", "--output", "json")
    change = next(one for one in json.loads(found.out)["changes"] if one["action"] == "removed")
    place = change["old_place"]
    line = (tmp_path / place["file"]).read_text().splitlines()[place["line"] - 1]
    assert line[place["column"] - 1] == "{"


def git(*words: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *words], check=True, capture_output=True)


def test_a_revision_of_git_with_all_that_is_included(diff: Diff, tmp_path: Path) -> None:
    folder = tmp_path / "products"
    folder.mkdir()
    (folder / "p.yaml").write_text("dcsgen: 1\ninclude: [services.yaml]\n")
    (folder / "services.yaml").write_text(OLD.replace("dcsgen: 1\n", ""))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    git("tag", "v1")
    (folder / "services.yaml").unlink()
    (folder / "p.yaml").write_text(NEW)
    for word in ("v1:products/p.yaml", "git:v1:products/p.yaml"):
        outcome = diff(word, "products/p.yaml")
        assert outcome.code == 1
        assert "old v1:products/services.yaml:10:25" in outcome.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("old.yaml", "nothing.yaml"), 3, "nothing.yaml"),
        (("old.yaml", "v9:old.yaml"), 3, "git cannot read the repository"),
        (("old.yaml", "broken.yaml"), 3, "broken.yaml cannot be compared: it has"),
        (("old.yaml", "new.yaml", "--pin", "services"), 2, "COLLECTION.OLD=NEW"),
        (
            ("old.yaml", "new.yaml", "--pin", "services.a=storage"),
            2,
            '"a" is pinned, but the old description has none in services; there are storage',
        ),
        (("old.yaml", "new.yaml", "--pin", "services.storag=storage"), 2, 'did you mean "storage"?'),
        (("old.yaml", "new.yaml", "--output", "txt"), 2, "did you mean"),
        (("old.yaml", "new.yaml", "--output", "json=old.yaml"), 2, "old.yaml"),
        (("old.yaml", "new.yaml", "--output", "xlsx"), 2, "write xlsx=FILE"),
        (("old.yaml", "new.yaml", "--output", "text", "--output", "github"), 2, "NAME=FILE"),
    ],
)
def test_what_cannot_be_done_is_said(diff: Diff, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    (tmp_path / "broken.yaml").write_text("dcsgen: 1\n")
    outcome = diff(*words)
    assert outcome.code == code
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_folder_stands_for_the_description_in_it(diff: Diff, tmp_path: Path) -> None:
    for name, text in (("v1", OLD), ("v2", NEW)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "viewer.yaml").write_text(text.replace("dcsgen: 1\n", "dcsgen: 1\ninclude: [more.yaml]\n"))
        (tmp_path / name / "more.yaml").write_text("communication: {description: By cable.}\n")
    (tmp_path / "v2" / "dcsgen.toml").write_text('[diff]\nverdict = {C101 = "risky"}\n')
    outcome = diff("v1", "v2")
    assert (outcome.code, "risky C101" in outcome.out, "old v1/viewer.yaml:12:25" in outcome.out) == (0, True, True)
    (tmp_path / "v1" / "other.yaml").write_text(OLD)
    assert "v1 holds several descriptions: other.yaml, viewer.yaml. Name the file" in diff("v1", "v2").err
    (tmp_path / "v1" / "product.yaml").write_text(OLD)
    assert diff("v1", "v2").code == 0
    (tmp_path / "v1" / "product.yaml").rename(tmp_path / "v1" / "v1.yaml")
    assert diff("v1", "v2").code == 0
    # What only looks like a description is passed over.
    (tmp_path / "v3" / "folder.yaml").mkdir(parents=True)
    (tmp_path / "v3" / "gone.yaml").symlink_to("nowhere")
    outcome = diff("v1", "v3")
    assert (outcome.code, "v3 holds no description" in outcome.err) == (3, True)


def test_partial_sides_are_never_taken_for_gone(diff: Diff) -> None:
    outcome = diff("old.yaml", "new.yaml", "--partial", "new")
    assert outcome.code == 0
    assert "risky C005" in outcome.out


def test_products_of_two_vendors_are_read_as_a_purchaser_reads_them(diff: Diff) -> None:
    outcome = diff(ARCHIVE, DCMQRSCP)
    assert re.match(r"NORTHLIGHT Archive 3\.2 → DCMTK dcmqrscp 3\.6\.7: \d+ breaking", outcome.out)
    assert 'the service "shutdown-provider" of DCMQRSCP is new' in outcome.out
    assert 'the service "storage-provider" of DCMQRSCP provides Stored Print Storage SOP Class, too' in outcome.out


def test_a_rule_of_a_plug_in_speaks(diff: Diff, tmp_path: Path) -> None:
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "acme.py").write_text(
        "from dcsgen.plugin import Action, ChangeRule, Subject, Verdict, hookimpl\n"
        "RULE = ChangeRule(code='acme/C1', slug='ours', verdict=Verdict.RISKY, subject=Subject.TRANSFER_SYNTAX,\n"
        "    actions=(Action.REMOVED,), what='A.', why='B.', hurts='Our viewers.', instead='D.',\n"
        "    say=lambda change, sides: f'our viewers need {change.before.name}')\n"
        "@hookimpl\ndef dcsgen_change_rules():\n    return [RULE]\n"
    )
    outcome = diff("old.yaml", "new.yaml", "--plugins", "plugins")
    assert "risky acme/C1 our viewers need Explicit VR Little Endian" in outcome.out
    assert main(["explain", "acme/C1", "--plugins", "plugins"]) == 0


def test_change_rules_are_listed_by_their_axes(
    capfd: pytest.CaptureFixture[str], fits: Callable[[str, Any], None]
) -> None:
    words = ["rules", "--stage", "diff", "--subject", "transfer_syntax", "--role", "SCP", "--action", "removed"]
    assert main(words) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["code", "C101"]
    assert main(["rules", "--stage", "diff", "--json"]) == 0
    listed = json.loads(capfd.readouterr().out)
    fits("change-rules", listed)
    assert len(listed["rules"]) > 70
    assert main(["rules", "--stage", "diff", "--code", "C10", "--verdict", "breaking"]) == 0
    assert {line.split()[0] for line in capfd.readouterr().out.splitlines()[1:]} == {"C101", "C103", "C105"}
    assert main(["rules", "--stage", "diff", "--stance", "demands"]) == 0
    stances = {line.split()[-2] for line in capfd.readouterr().out.splitlines()[1:]}
    assert stances == {"demands"}


def test_a_change_rule_is_explained_with_its_verdict_and_whom_it_hurts(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "C009"]) == 0
    text = capfd.readouterr().out
    assert text.startswith("# C009 demand-added (breaking)\n")
    assert "**Whom it hurts.** Peers that do not meet the new demand.\n" in text


def test_a_loop_of_links_is_no_file(diff: Diff, capfd: pytest.CaptureFixture[str]) -> None:
    Path("loop.yaml").symlink_to("loop.yaml")
    outcome = diff("old.yaml", "loop.yaml")
    assert (outcome.code, "L002 not-a-file" in outcome.out + outcome.err) == (3, True)
    assert main(["check", "loop.yaml"]) == 3
    assert main(["build", "loop.yaml"]) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--stage", "diff", "--profile", "draft"), "--profile is for rules of the stage check"),
        (("--verdict", "breaking"), "--verdict is for rules of the stage diff"),
        (("--stage", "diff", "--subject", "transfer-syntax"), 'did you mean "transfer_syntax"'),
    ],
)
def test_words_of_the_other_stage_are_refused(
    capfd: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert main(["rules", *words]) == 2
    assert said in capfd.readouterr().err
