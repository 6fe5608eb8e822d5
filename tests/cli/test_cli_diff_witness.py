"""`dcsgen diff --proof` and `--witness`: what worked before and fails now, as text, as data and as programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import Outcome
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from dcsgen.base.resources import schema_file

OLD = """\
dcsgen: 1
product: {name: "PRO\\"\\"\\"DUCT\\\\", vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2031-06-30}
application_entities:
  STORE: {function: It stores.}
services:
  storage:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
configuration:
  parameters:
    Time-out: {default: 30, range: [1, 600], unit: s}
"""
CODE = "C101-transfer-syntax-no-longer-accepted-"

Diff = Callable[..., Outcome]


@pytest.fixture
def diff(command: Diff) -> Diff:
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("new.yaml").write_text(OLD.replace("ExplicitVRLittleEndian, ", "").replace("600", "60"), encoding="utf-8")

    def run(*words: str) -> Outcome:
        return command("diff", *words)

    return run


def test_the_text_shows_witnesses_if_asked(diff: Diff) -> None:
    plain, proven = diff("old.yaml", "new.yaml"), diff("old.yaml", "new.yaml", "--proof")
    assert "witness:" not in plain.out
    assert "witness: a peer opens an Association to STORE\n" in proven.out
    assert "        before: the context is accepted (0)\n" in proven.out
    assert "        now: the context is refused: transfer-syntaxes-not-supported (4)\n" in proven.out


def test_the_json_has_them_as_its_schema_says(diff: Diff) -> None:
    report = json.loads(diff("old.yaml", "new.yaml", "--output", "json").out)
    found = [change["witness"] for change in report["changes"] if "witness" in change]
    assert [one["kind"] for one in found] == ["association", "step"]
    context = found[0]["association"]["contexts"][0]
    assert context["transfer_syntaxes"] == [{"uid": "1.2.840.10008.1.2.1", "name": "Explicit VR Little Endian"}]
    assert found[0]["lines"][0] == "a peer opens an Association to STORE"
    names = ("changes", "witness", "findings")
    schemas = {f"{name}.schema.json": json.loads(schema_file(name).read_bytes()) for name in names}
    registry = Registry().with_resources([(name, Resource.from_contents(one)) for name, one in schemas.items()])
    Draft202012Validator(schemas["changes.schema.json"], registry=registry).validate(report)


def test_programs_and_their_index_are_written(diff: Diff) -> None:
    """Whatever stands in the description, it stays a text in the program."""
    assert diff("old.yaml", "new.yaml", "--witness", "out").code == 1
    script, index = sorted(Path("out").iterdir())
    assert script.name.startswith(CODE)
    assert index.name == "README.md"
    names: dict[str, object] = {"__name__": "witness"}
    exec(compile(script.read_text(encoding="utf-8"), script.name, "exec"), names)
    assert names["OLD"] == 'PRO"""DUCT\\ 1.0'
    assert 'before: PRO"""DUCT\\ 1.0' in str(names["__doc__"])
    text = index.read_text(encoding="utf-8")
    assert f"]({script.name})" in text
    assert "Time-out is set to 600 s" in text
    assert "No script: it is done at the product." in text


def test_a_second_run_replaces_the_first(diff: Diff) -> None:
    diff("old.yaml", "new.yaml", "--witness", "out")
    before = {file.name: file.read_bytes() for file in Path("out").iterdir()}
    diff("old.yaml", "new.yaml", "--witness", "out")
    assert {file.name: file.read_bytes() for file in Path("out").iterdir()} == before
    Path("out", "own.py").write_text("print()", encoding="utf-8")
    diff("new.yaml", "old.yaml", "--witness", "out")
    assert sorted(file.name for file in Path("out").iterdir()) == ["README.md", "own.py"]


def test_a_folder_with_other_things_is_left_alone(diff: Diff) -> None:
    Path("out").mkdir()
    Path("out", "README.md").write_text("Ours.", encoding="utf-8")
    outcome = diff("old.yaml", "new.yaml", "--witness", "out")
    assert (outcome.code, [file.name for file in Path("out").iterdir()]) == (2, ["README.md"])
    assert "out is not empty, and not from an earlier run" in outcome.err
    outcome = diff("old.yaml", "new.yaml", "--witness", "old.yaml")
    assert (outcome.code, "old.yaml is a file" in outcome.err) == (2, True)
