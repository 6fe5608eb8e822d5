"""The facts about IODs are what the generator makes of highdicom's tables, and say the same as those."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dcsgen.base.standard import elements, iods, origins

ROOT = Path(__file__).resolve().parents[3]
GENERATOR = ROOT / "scripts" / "generate_iod_facts.py"
WHEEL = "highdicom==0.28.2"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that DCSGEN_HIGHDICOM_WHEEL names, or a downloaded one."""
    if given := os.environ.get("DCSGEN_HIGHDICOM_WHEEL"):
        return Path(given)
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    done = subprocess.run([*pip, "--dest", str(folder), WHEEL], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{WHEEL} cannot be downloaded and DCSGEN_HIGHDICOM_WHEEL is not set")
    return next(folder.glob("*.whl"))


def table(wheel: Path, name: str) -> Any:
    with zipfile.ZipFile(wheel) as archive:
        return json.loads(archive.read(f"highdicom/_standard/{name}.json"))


def generate(wheel: Path, output: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(GENERATOR), "--wheel", str(wheel), "--output", str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_facts_regenerate_byte_for_byte(wheel: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.json"
    assert generate(wheel, output).returncode == 0
    assert output.read_bytes() == origins.file_of("iod_facts").read_bytes()


def test_a_wheel_of_unknown_edition_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "facts.json"
    done = generate(tmp_path / "highdicom-0.1.0-py3-none-any.whl", output)
    assert done.returncode != 0
    assert "edition" in done.stderr
    assert not output.exists()


def test_attributes_of_all_modules_are_those_of_the_source_in_its_order(wheel: Path) -> None:
    source = table(wheel, "module_attribute_map")
    assert len(source) == 436
    for module, rows in source.items():
        expected = [((*row["path"], row["keyword"]), "" if row["type"] == "None" else row["type"]) for row in rows]
        assert list(iods.attributes_of(module)) == expected, module


def test_modules_of_all_iods_are_those_of_the_source_in_its_order(wheel: Path) -> None:
    source = table(wheel, "iod_module_map")
    assert sorted(source) == list(iods.iod_names())
    for iod, rows in source.items():
        expected = [(row["key"], row["usage"], row["ie"]) for row in rows]
        assert [(module.key, module.usage, module.entity) for module in iods.modules_of(iod)] == expected


def test_sop_classes_are_those_of_the_source(wheel: Path) -> None:
    source = table(wheel, "sop_class_iod_map")
    assert {uid: iods.iod_of(uid) for uid in source} == source


def test_every_keyword_is_a_data_element(wheel: Path) -> None:
    keywords = {row["keyword"] for rows in table(wheel, "module_attribute_map").values() for row in rows}
    assert [keyword for keyword in sorted(keywords) if elements.by_keyword(keyword) is None] == []
