"""The schemas that follow from the model are as generated, and all schemas are valid."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "schemas").glob("*.schema.json"))
DERIVED = (
    "capability",
    "catalog-answer",
    "catalog-documents",
    "layout",
    "tables",
    "witness",
    "draft",
    "decisions",
    "standard",
)


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_schemas", ROOT / "scripts" / "generate_schemas.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_these_are_derived(generator: ModuleType) -> None:
    assert tuple(generator.DERIVED) == DERIVED


@pytest.mark.parametrize("name", DERIVED)
def test_a_derived_schema_is_as_generated(generator: ModuleType, name: str) -> None:
    committed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == generator.generated(name), f"schemas/{name} is old; run: python scripts/generate_schemas.py"


def test_main_writes_what_is_generated(generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "FOLDER", tmp_path)
    generator.main()
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {
        f"{name}.schema.json": generator.generated(name) for name in DERIVED
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_schema_is_valid(file: Path) -> None:
    schema = json.loads(file.read_bytes())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert schema["description"].endswith(".")
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_references_lead_to_published_schemas(file: Path) -> None:
    def references(node: object) -> list[str]:
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [ref for value in node.values() for ref in references(value)]
        return [ref for item in node for ref in references(item)] if isinstance(node, list) else []

    for reference in references(json.loads(file.read_bytes())):
        name, _, pointer = reference.partition("#")
        target = json.loads((file.parent / (name or file.name)).read_bytes())
        for step in pointer.strip("/").split("/") if pointer else ():
            assert step in target, f"{file.name}: {reference}"
            target = target[step]
