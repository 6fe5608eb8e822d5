"""The generated pages of docs/ say what schemas and code say, and all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from markdown_pages import ROOT, anchors, fences

from dcsgen import plugin
from dcsgen.api.explaining import kinds
from dcsgen.base import schema as schemas
from dcsgen.builtin import builtin_commands
from dcsgen.host import open_host
from dcsgen.load.yaml_reader import read_tree
from dcsgen.plugin import hookspecs

DOCS = ROOT / "docs"
NAMES = (
    "change-rules.md",
    "commands.md",
    "description.md",
    "findings.md",
    "hooks.md",
    "match-rules.md",
    "requirement-kinds.md",
    "views.md",
)


@pytest.fixture(scope="module")
def generator() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        import generate_docs

        yield generate_docs


def test_these_are_all(generator: ModuleType) -> None:
    assert tuple(generator.PAGES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_as_generated(generator: ModuleType, name: str) -> None:
    committed = (DOCS / name).read_text(encoding="utf-8")
    assert committed == generator.generated(name), f"docs/{name} is old; run: python scripts/generate_docs.py"


def keys_below(here: schemas.Located, path: str) -> Iterator[str]:
    """Every key of a description as `dcsgen explain` takes it."""
    here = schemas.fitting(here, {})
    for key in here.schema.get("properties", {}):
        yield f"{path}{key}"
        yield from keys_below(schemas.child(here, key) or here, f"{path}{key}.")
    if "properties" not in here.schema:
        for below in (schemas.child(here, "\0"), schemas.child(here, 0)):
            if below is not None:
                yield from keys_below(below, path)


def test_every_key_can_be_linked_to() -> None:
    # A sort of record that may stand at several places is described once; its second place has an anchor of its own.
    known = set(anchors(DOCS / "description.md"))
    keys = list(keys_below(schemas.root("description"), ""))
    assert len(keys) > 150
    assert {key for key in keys if key not in known and key.rpartition(".")[0] not in known} == set()


def test_examples_are_read_as_they_are_meant(generator: ModuleType) -> None:
    records = generator.description.records().values()
    blocks = [fence.text for fence in fences(DOCS / "description.md") if fence.language == "yaml"]
    assert len(blocks) == len(records)
    for record, text in zip(records, blocks, strict=True):
        tree, problems = read_tree(text.encode(), "example.yaml")
        assert problems == []
        assert tree.root == generator.description.example(record)


@pytest.mark.parametrize("value", ["4.1", "00100020", "NO", "2002-08-05", "10:20", "true", "null", "~", "A: b", "# a"])
def test_text_stays_text_in_examples(generator: ModuleType, value: str) -> None:
    text: str = generator.description.as_yaml({"key": value, "list": [value]})
    expected: Any = {"key": value, "list": [value]}
    assert read_tree(text.encode(), "example.yaml")[0].root == expected
    assert yaml.safe_load(text) == expected


def test_every_finding_has_its_section() -> None:
    known = anchors(DOCS / "findings.md")
    assert {kind.slug for kind in kinds(open_host(vendors=False)).values()} <= set(known)


def test_every_command_has_its_section() -> None:
    assert {f"dcsgen-{command.name}" for command in builtin_commands()} <= set(anchors(DOCS / "commands.md"))


def test_everything_for_authors_has_its_section() -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("dcsgen_")]
    names = [name for name in plugin.__all__ if name != "hookimpl"]
    assert {name.lower() for name in (*hooks, *names)} <= set(anchors(DOCS / "hooks.md"))


def test_a_finding_of_no_area_stops_the_generator(generator: ModuleType) -> None:
    with pytest.raises(KeyError, match="Z999 belongs to no area"):
        generator.findings.area_of("Z999")


def test_main_writes_what_is_generated(generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "FOLDER", tmp_path)
    generator.main()
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(NAMES)
    assert (tmp_path / "hooks.md").read_text(encoding="utf-8") == generator.generated("hooks.md")
