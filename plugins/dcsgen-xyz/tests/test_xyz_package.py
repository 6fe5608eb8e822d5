"""The plug-in as others get it: a wheel with its data, and nothing imported that a vendor may not import."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import dcsgen_xyz

FOR_VENDORS = {"plugin", "model", "base", "api"}


def test_the_project_and_the_module_agree_on_the_version(project: Path) -> None:
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))

    assert settings["project"]["version"] == dcsgen_xyz.__version__


def test_it_imports_what_a_vendor_may_import(project: Path) -> None:
    names = set()
    for file in [*project.glob("src/**/*.py"), *project.glob("tests/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module == "dcsgen":
                names |= {f"dcsgen.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    units = {name.split(".")[1] for name in names if name.startswith("dcsgen.")}

    assert units == FOR_VENDORS


def test_the_schema_of_the_extension_explains_every_key(project: Path) -> None:
    schema = json.loads((project / "src" / "dcsgen_xyz" / "extensions.schema.json").read_text(encoding="utf-8"))

    Draft202012Validator.check_schema(schema)
    for key, subschema in schema["properties"].items():
        assert subschema["description"].endswith((".", ")")), key
        (example,) = subschema["examples"]
        Draft202012Validator(subschema).validate(example)


@pytest.mark.slow
def test_the_wheel_holds_data_templates_and_schema(project: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=project,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("dcsgen_xyz-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("dcsgen_xyz/")}
        entry_points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        hooks = archive.read(entry_points).decode()
    source = project / "src"
    files = {
        file.relative_to(source).as_posix()
        for file in (source / "dcsgen_xyz").rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }

    assert packed == files
    assert {"dcsgen_xyz/py.typed", "dcsgen_xyz/extensions.schema.json"} <= packed
    assert {"dcsgen_xyz/templates/cover.html", "dcsgen_xyz/data/rt_plan_import.yaml"} <= packed
    assert "[dcsgen]\nxyz = dcsgen_xyz" in hooks
