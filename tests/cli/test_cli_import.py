"""`dcsgen import` from its words to what it writes, with the real library behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import Outcome
from jsonschema import Draft202012Validator

from dcsgen.base.schema import load

CT = "1.2.840.10008.5.1.4.1.1.2"
STATEMENT = f"""\
# ARCHIVE DICOM Conformance Statement

Version 1.0

## STORE AE Specification

| Abstract Syntax | UID | Transfer Syntax | UID | Role |
|-|-|-|-|-|
| CT Image Storage | {CT} | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |
"""
WRONG = STATEMENT + f"| MR Image Storage | {CT}.99.7 | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |\n"

Command = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "archive.md").write_text(STATEMENT)
    (tmp_path / "wrong.md").write_text(WRONG)
    return tmp_path


def test_a_document_gives_a_draft_that_passes_the_check(command: Command, folder: Path) -> None:
    outcome = command("import", "archive.md")
    assert (outcome.code, outcome.err) == (0, "")
    assert "1 service, 0 doubts" in outcome.out
    assert outcome.out.endswith("  wrote archive.draft.yaml\n")
    written = (folder / "archive.draft.yaml").read_text()
    assert written.startswith("# Draft of what archive.md says (markdown), read by dcsgen")
    assert "  # From line 9, table 1, row 2.\n" in written
    assert command("check", "archive.draft.yaml", "--profile", "draft", "--no-config").code == 0


def test_nothing_is_written_over_unasked(command: Command, folder: Path) -> None:
    (folder / "archive.draft.yaml").write_text("mine")
    outcome = command("import", "archive.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert "archive.draft.yaml is there already: name another file with -o, or replace it with --force" in outcome.err
    assert (folder / "archive.draft.yaml").read_text() == "mine"
    assert command("import", "archive.md", "--force").code == 0
    over = command("import", "archive.md", "-o", "archive.md", "--force")
    assert (over.code, "archive.md is what was read, and would be written over" in over.err) == (2, True)
    assert (folder / "archive.md").read_text() == STATEMENT


def test_json_follows_its_schema(command: Command, folder: Path) -> None:
    assert command("import", "wrong.md", "--output", "json=it.json", "--exit-zero").code == 0
    draft = json.loads((folder / "it.json").read_text())
    Draft202012Validator(load("draft")).validate(draft)
    assert draft["origin"]["file"] == "wrong.md"
    assert [one["code"] for one in draft["doubts"]] == ["I001"]


def test_a_wrong_identifier_gives_1_until_it_is_settled(command: Command, folder: Path) -> None:
    outcome = command("import", "wrong.md", "--output", "yaml=it.yaml", "--output", "json=it.json")
    assert outcome.code == 1
    assert "  error I001 line 10, table 1, row 3: “MR Image Storage” is printed with the UID" in outcome.out
    tail = (folder / "it.yaml").read_text().partition("# What is doubtful about the document")[2]
    assert "# I001 line 10, table 1, row 3: “MR Image Storage” is printed with" in tail
    doubt = json.loads((folder / "it.json").read_text())["doubts"][0]
    texts = [place["text"] for place in doubt["evidence"]]
    assert texts == [f"MR Image Storage | {CT}.99.7 | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP"]
    page = command("import", "wrong.md", "--output", "review=it.html", "--exit-zero")
    assert page.code == 0
    key = (folder / "it.html").read_text().partition('data-key="')[2].partition('"')[0]
    decisions = {"dcsgen_decisions": 1, "document": "x", "sha256": "", "decisions": [{"key": key, "ruling": "settled"}]}
    (folder / "it.decisions.json").write_text(json.dumps(decisions))
    again = command("import", "wrong.md", "--decisions", "it.decisions.json", "-o", "new.yaml")
    assert again.code == 0
    assert "0 doubts" in again.out


def test_several_documents_of_which_one_is_bad(command: Command, folder: Path) -> None:
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 is no document")
    outcome = command("import", "bad.docx", "archive.md", "missing.pdf", "-o", "drafts")
    assert outcome.code == 3
    assert "bad.docx" in outcome.err
    assert "missing.pdf" in outcome.err
    assert [file.name for file in (folder / "drafts").iterdir()] == ["archive.draft.yaml"]


def test_a_draft_on_standard_output_stays_alone_there(command: Command, folder: Path) -> None:
    outcome = command("import", "archive.md", "-o", "/dev/stdout")
    assert outcome.out.startswith("# Draft of what archive.md says")
    assert "wrote" not in outcome.out
    assert outcome.err.endswith("  wrote /dev/stdout\n")


def test_a_file_that_is_no_statement(command: Command, folder: Path) -> None:
    (folder / "it.bin").write_bytes(bytes(range(256)))
    outcome = command("import", "it.bin")
    assert (outcome.code, outcome.out) == (3, "")
    assert "it.bin is of no kind that can be imported" in outcome.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--output", "yml"], 'a draft has no form "yml": did you mean "yaml"?'),
        (["--output", "review="], 'the output "review=" names no file'),
        (["--threshold", "2"], "'2' is no number from 0 to 1"),
        (["--timeout", "0"], "'0' is no number of seconds above 0"),
        (["--output", "yaml=a", "--output", "json=a"], "a would be written twice"),
    ],
)
def test_wrong_words(command: Command, folder: Path, words: list[str], said: str) -> None:
    outcome = command("import", "archive.md", *words)
    assert outcome.code == 2
    assert said in outcome.err


def test_decisions_that_are_none(command: Command, folder: Path) -> None:
    (folder / "it.json").write_text("[]")
    outcome = command("import", "archive.md", "--decisions", "it.json")
    assert outcome.code == 3
    assert "it.json holds no decisions as a review page saves them" in outcome.err


def test_the_review_page_escapes_what_the_document_says(command: Command, folder: Path) -> None:
    (folder / "evil.md").write_text(STATEMENT.replace("CT Image Storage", "CT Image Storage &lt;/script>&lt;b>"))
    assert command("import", "evil.md", "--output", "review").code in (0, 1)
    page = (folder / "evil.review.html").read_text()
    assert "</script><b>" not in page
    assert "&lt;/script&gt;&lt;b&gt;" in page
    assert page.count("<article") == page.count("</article>")


def test_the_page_shows_lines_of_text(command: Command, folder: Path) -> None:
    command("import", "archive.md", "--output", "review")
    page = (folder / "archive.review.html").read_text()
    assert "<figcaption>line 9, table 1, row 2</figcaption>" in page
    assert f"<pre>CT Image Storage | {CT} | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP</pre>" in page
    assert "http" not in page.replace("http-equiv", "")
