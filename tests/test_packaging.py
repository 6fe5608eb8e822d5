"""What reaches those who install dcsgen: wheels of dcsgen and of the XYZ plug-in, built and used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTION = """\
dcsgen: 1
product: {name: PRODUCT, vendor: Company, version: "1.0"}
document: {identifier: DCS-1, revision: "1", date: 2024-01-31}
application_entities:
  STORE: {function: Keeps plans.}
services:
  storage:
    application_entity: STORE
    sop_classes: [RTPlanStorage, Verification]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""

pytestmark = pytest.mark.slow


def run(*words: str | Path, folder: Path, path: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *map(str, words)], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def wheel_of(project: Path, folder: Path) -> Path:
    # Without isolation and dependencies, so that nothing comes from the network.
    run("-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, project, folder=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def plugin_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(ROOT / "plugins" / "dcsgen-xyz", tmp_path_factory.mktemp("plugin"))


@pytest.fixture(scope="module")
def installed(wheel: Path, plugin_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    run("-m", "pip", "install", "-q", "--no-deps", "--target", target, wheel, plugin_wheel, folder=target)
    return target


def files_below(folder: Path, suffixes: tuple[str, ...] = ()) -> set[str]:
    files = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(folder).as_posix() for file in files if not suffixes or file.suffix in suffixes}


def test_the_wheel_has_all_of_the_package_with_templates_and_schemas(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {f"dcsgen/{name}" for name in files_below(ROOT / "src" / "dcsgen")}
    beside = {f"dcsgen/{folder}/{name}" for folder in ("templates", "schemas") for name in files_below(ROOT / folder)}
    assert {name for name in names if ".dist-info/" not in name} == package | beside
    assert {
        "dcsgen/py.typed",
        "dcsgen/templates/layouts/tr62266.yaml",
        "dcsgen/schemas/description.schema.json",
    } <= names


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    inside = {name.partition(".dist-info/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
    assert "dcsgen = dcsgen.__main__:main" in archive.read(inside["entry_points.txt"]).decode()
    metadata = message_from_bytes(archive.read(inside["METADATA"]))
    assert metadata["Name"] == "dcsgen"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata.get_payload().startswith("# dcsgen")
    assert "licenses/LICENSE" in inside


def test_the_plugin_wheel_has_its_data(plugin_wheel: Path) -> None:
    names = set(zipfile.ZipFile(plugin_wheel).namelist())
    package = files_below(ROOT / "plugins" / "dcsgen-xyz" / "src")
    assert {name for name in names if ".dist-info/" not in name} == package
    assert len({name for name in names if name.startswith("dcsgen_xyz/data/") and name.endswith(".yaml")}) >= 4
    (points,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "xyz = dcsgen_xyz" in zipfile.ZipFile(plugin_wheel).read(points).decode()


def test_what_is_installed_builds_elsewhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    where = run("-c", "import dcsgen; print(dcsgen.__file__)", folder=tmp_path, path=installed)
    assert Path(where.strip()).is_relative_to(installed)
    words = ("build", "product.yaml", "--out", "out", "--format", "html,json")
    written = run("-m", "dcsgen", *words, folder=tmp_path, path=installed)
    assert written.splitlines() == ["out/product.html", "out/product.json"]
    page = (tmp_path / "out" / "product.html").read_text(encoding="utf-8")
    assert "RT Plan Storage" in page
    data = json.loads((tmp_path / "out" / "product.json").read_bytes())
    assert data["services"]["storage"]["sop_classes"][0]["uid"] == "1.2.840.10008.5.1.4.1.1.481.5"


def test_what_is_installed_has_the_ready_made_requirement_profiles(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    listed = run("-m", "dcsgen", "assess", "--list", folder=tmp_path, path=installed)
    assert {file.stem for file in (ROOT / "templates" / "requirements").iterdir()} <= set(listed.split())
    assert "ihe-tppc-plan-consumer" in listed
    told = run("-m", "dcsgen", "assess", "ihe-tppc-plan-consumer", "product.yaml", folder=tmp_path, path=installed)
    assert "PRODUCT 1.0 meets the mandatory requirement" in told


def test_the_installed_command_and_plugin_work(installed: Path, tmp_path: Path) -> None:
    script = next(file for file in (installed / "bin").iterdir() if file.name.startswith("dcsgen"))
    plugins = json.loads(run(script, "plugins", "--json", "--strict-plugins", folder=tmp_path, path=installed))
    (xyz,) = (plugin for plugin in plugins["plugins"] if plugin["name"] == "xyz")
    assert xyz["origin"] == "entry point"
    assert xyz["contributions"]["iods"] == ["xyz-rt-plan"]
    assert plugins["findings"] == []


def test_what_is_installed_starts_descriptions_and_serves_them(installed: Path, tmp_path: Path) -> None:
    words = ("--type", "modality", "--name", "Scanner", "--vendor", "Acme")
    written = run("-m", "dcsgen", "init", "new", *words, folder=tmp_path, path=installed).splitlines()
    assert written[:2] == ["new/product.yaml", "new/schemas/description.schema.json"]
    assert run("-m", "dcsgen", "check", written[0], folder=tmp_path, path=installed) == "no findings in 1 file\n"
    code = (
        "from pathlib import Path; from urllib.request import urlopen; from dcsgen import api\n"
        f"with api.serve(Path({written[0]!r}), vendors=False) as serving:\n"
        "    print(b'EventSource' in urlopen(serving.url).read(), serving.shown.current)"
    )
    assert run("-c", code, folder=tmp_path, path=installed) == "True True\n"


def test_the_checkout_works_without_a_wheel(tmp_path: Path) -> None:
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    words = ["build", "product.yaml", "--format", "html", "--no-plugins"]
    code = f"from dcsgen.__main__ import main; raise SystemExit(main({words}))"
    assert run("-c", code, folder=tmp_path, path=ROOT / "src") == "product.html\n"
