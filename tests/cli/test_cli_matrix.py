"""`dcsgen match --matrix` from its words to what it writes, with the real library behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import Outcome
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]

SENDER = """\
dcsgen: 1
product: {name: SENDER, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  AE: {function: It sends.}
services:
  send:
    application_entity: AE
    sop_classes: [CTImageStorage, MRImageStorage]
    role: SCU
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
"""

RECEIVER = (
    SENDER.replace("SENDER", "RECEIVER")
    .replace("SCU", "SCP")
    .replace(", MRImageStorage", "")
    .replace("ExplicitVRLittleEndian, ", "")
)

Command = Callable[..., Outcome]


@pytest.fixture
def match(command: Command, tmp_path: Path) -> Command:
    (tmp_path / "sender.yaml").write_text(SENDER)
    (tmp_path / "receiver.yaml").write_text(RECEIVER)
    return lambda *words: command("match", *words)


def test_the_text_has_a_table_and_who_can_send_what_to_whom(match: Command) -> None:
    outcome = match("--matrix", "sender.yaml", "receiver.yaml")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].startswith("2 products. Rows use or send, columns provide or receive")
    assert lines[2:5] == [
        "                 1      2",
        "1  SENDER    ○ 0/2  ◑ 1/2",
        "2  RECEIVER      ·      ·",
    ]
    assert lines[lines.index("Storage") + 1] == "  SENDER → ◑ 1/2 RECEIVER"


@pytest.mark.parametrize("words", [["."], ["*.yaml"], ["receiver.yaml", "s*.yaml"], ["inner"]])
def test_folders_and_patterns_stand_for_all_their_descriptions(
    match: Command, tmp_path: Path, words: list[str]
) -> None:
    # What is only drawn in by others is no description.
    (tmp_path / "parts.yml").write_text("services: {}\n")
    for name, text in (("a", SENDER), ("b", RECEIVER)):
        (tmp_path / "inner" / name).mkdir(parents=True)
        (tmp_path / "inner" / name / "product.yaml").write_text(text)
    outcome = match("--matrix", *words)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("2 products")


def test_the_json_fits_its_schema_and_has_each_pair(match: Command) -> None:
    outcome = match("--matrix", "sender.yaml", "receiver.yaml", "--output", "json")
    report: dict[str, Any] = json.loads(outcome.out)
    schema = json.loads((ROOT / "schemas" / "matrix.schema.json").read_text())
    Draft202012Validator(schema).validate(report)
    assert [product["label"] for product in report["products"]] == ["SENDER", "RECEIVER"]
    assert report["all"] == {"uses": [2, 0], "works": [[0, 1], None]}
    assert report["groups"] == [{"name": "Storage", "means": "network", "uses": [2, 0], "works": [[0, 1], None]}]
    (pair,) = report["pairs"]
    assert (pair["user"], pair["provider"]) == (0, 1)
    works, fails = pair["prospects"]
    assert (works["name"], works["outcome"], works["agreed"]) == (
        "CT Image Storage",
        "works",
        ["Implicit VR Little Endian"],
    )
    assert works["user_places"] == [{"file": "sender.yaml", "line": 7, "column": 3}]
    assert works["provider_places"] == [{"file": "receiver.yaml", "line": 7, "column": 3}]
    assert (fails["outcome"], fails["reason"]) == ("fails", "The other product is no SCP of it.")
    assert fails["provider_places"] == []


def test_all_files_are_written_at_once(match: Command, tmp_path: Path) -> None:
    outcome = match("--matrix", "sender.yaml", "receiver.yaml", "--output", "html=m.html", "--output", "xlsx=m.xlsx")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    page = (tmp_path / "m.html").read_text("utf-8")
    assert "Of the 2 things that SENDER uses, 1 works with RECEIVER." in page
    assert 'href="#pair-1-2"' in page
    assert 'id="pair-1-2"' in page
    book = load_workbook(BytesIO((tmp_path / "m.xlsx").read_bytes()))
    assert book.sheetnames == ["Matrix", "By Service Class", "Pairs"]
    cell = book["Matrix"]["C2"]
    assert (cell.value, cell.number_format) == (1, '"◑ "0"/2"')
    assert [row[0].value for row in book["By Service Class"].iter_rows()] == ["Service Class", "Storage"]
    assert [row[5].value for row in book["Pairs"].iter_rows()] == ["Outcome", "works", "fails"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_full_matrix_has_what_the_match_of_each_pair_says(match: Command) -> None:
    words = [str(ROOT / "examples" / name) for name in ("planning", "xyz")]
    report: dict[str, Any] = json.loads(match("--matrix", *words, "--full", "--output", "json").out)
    schema = json.loads((ROOT / "schemas" / "matrix.schema.json").read_text())
    Draft202012Validator(schema).validate(report)
    matched = json.loads(match(*words, "--output", "json", "--exit-zero").out)
    assert report["full"] is True
    for pair in report["pairs"]:
        side = "ab"[pair["user"]]
        best: dict[str, list[str]] = {}
        for one in matched["interactions"]:
            if one["user"]["side"] == side:
                best.setdefault(one["name"].partition(": ")[0], []).append(one["outcome"])
        for each in pair["prospects"]:
            outcomes = best.get(each["name"].partition(": ")[0], ["fails"])
            assert each["outcome"] in outcomes
            assert bool(each.get("reason")) is (each["outcome"] != "works")
        counted = [each["outcome"] for each in pair["prospects"]]
        numbers = (report["all"][name][pair["user"]][pair["provider"]] for name in ("works", "loss"))
        assert list(numbers) == [counted.count("works"), counted.count("works with loss")]
    outcomes = {each["outcome"] for pair in report["pairs"] for each in pair["prospects"]}
    assert {"works with loss", "fails"} <= outcomes


def test_the_same_product_twice_is_told_and_has_labels_of_its_own(match: Command, tmp_path: Path) -> None:
    (tmp_path / "copy.yaml").write_text(RECEIVER)
    lines = match("--matrix", "sender.yaml", "receiver.yaml", "copy.yaml").out.splitlines()
    assert "2  RECEIVER 1.0 Company receiver.yaml" in lines[4]
    assert lines[-1] == "RECEIVER 1.0 of Company is there 2 times: in receiver.yaml and copy.yaml."
    assert match("--matrix", "sender.yaml", "sender.yaml").out.endswith("2 times: sender.yaml is named 2 times.\n")


def test_a_wrong_file_is_told_with_its_place(match: Command, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text(SENDER.replace("role: SCU", "role: SCX"))
    (tmp_path / "worse.yaml").write_text("a: [")
    outcome = match("--matrix", "sender.yaml", "wrong.yaml", "worse.yaml", "receiver.yaml")
    assert (outcome.code, outcome.out) == (3, "")
    assert "wrong.yaml:10:11" in outcome.err
    assert outcome.err.endswith("1 more of the files cannot be read either.\n")
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--matrix", "sender.yaml"], 2, "a matrix needs two products or more, not 1"),
        (["--matrix", "receiver.yaml", "sender.yaml", "--draft", "a"], 2, "--matrix and --draft contradict"),
        (["--matrix", "receiver.yaml", "sender.yaml", "--fail-on", "loss"], 2, "--fail-on has no meaning"),
        (["sender.yaml", "receiver.yaml", "--full"], 2, "--full is for many products"),
        (["--matrix", *["sender.yaml"] * 41, "--full"], 2, "41 products are too many for --full"),
        (["--matrix", "sender.yaml", "nowhere.yaml", "--full"], 3, "nowhere.yaml"),
        (["sender.yaml"], 2, "two products are matched: name A and B"),
        (["--matrix", "no*.yaml"], 3, 'no file is called like "no*.yaml"'),
        (["--matrix", "sender.yaml", "nowhere.yaml"], 3, "nowhere.yaml"),
        (["--matrix", "sender.yaml", "receiver.yaml", "--output", "xlsx"], 2, "needs a file: write xlsx=FILE"),
        (["--matrix", "sender.yaml", "receiver.yaml", "--output", "sarif"], 2, 'no report format "sarif"'),
        (["--matrix", "sender.yaml", "receiver.yaml", "--output", "text=sender.yaml"], 2, "sender.yaml is what was"),
    ],
)
def test_wrong_words_are_told(match: Command, words: list[str], code: int, told: str) -> None:
    outcome = match(*words)
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
