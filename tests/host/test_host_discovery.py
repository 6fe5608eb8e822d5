"""Where plug-ins are found: folders, projects in folders, installed distributions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dcsgen.base.errors import UsageError
from dcsgen.host import Host, PluginInfo, open_host
from dcsgen.host.discovery import discover

CODE = """
from dcsgen.plugin import Reporter, hookimpl

@hookimpl
def dcsgen_reporters():
    return [Reporter({name!r}, lambda report, colour: "")]
"""


@pytest.fixture(autouse=True)
def _forget_imports() -> Iterator[None]:
    yield
    for name in list(sys.modules):
        if name.startswith(("acme_", "pack_a")):
            del sys.modules[name]


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def project(folder: Path, *, thing: str = "from-project", module: str = "acme_pkg", version: str = "3.1") -> Path:
    named = f'version = "{version}"\n' if version else ""
    written(
        folder / "pyproject.toml",
        f'[project]\nname = "acme"\n{named}[project.entry-points.dcsgen]\nacme = "{module}.hooks"\n',
    )
    written(folder / f"src/{module}/__init__.py", "__version__ = '9.9'")
    written(folder / f"src/{module}/names.py", f"NAME = {thing!r}")
    code = f"from {module}.names import NAME\n" + CODE.format(name=0).replace("0,", "NAME,")
    written(folder / f"src/{module}/hooks.py", code)
    return folder


def distribution(
    site: Path,
    module: str,
    *,
    name: str = "acme-tools",
    version: str = "2.5",
    point: str = "acme",
    thing: str = "in",
) -> Path:
    """A folder like site-packages with one installed plug-in."""
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    written(info / "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    written(info / "entry_points.txt", f"[console_scripts]\na = b:c\n\n[dcsgen]\n{point} = {module}.hooks\n")
    written(site / module / "__init__.py", "")
    written(site / module / "hooks.py", CODE.format(name=thing))
    return site


def reporters(host: Host, *providers: str) -> list[tuple[str, str]]:
    return [(provider, thing.name) for provider, thing in host.reporters if provider in providers]


def info_of(host: Host, name: str) -> PluginInfo:
    (info,) = [info for info in host.infos if info.name == name]
    return info


def test_single_files_and_packages_of_a_folder(tmp_path: Path) -> None:
    written(tmp_path / "single.py", "__version__ = '1.0'\n" + CODE.format(name="a"))
    written(tmp_path / "renamed.py", "PLUGIN_NAME = 'other-name'\n" + CODE.format(name="b"))
    written(tmp_path / "pack_a/__init__.py", "from .inner import *\nfrom pack_a.inner import dcsgen_reporters\n")
    written(tmp_path / "pack_a/inner.py", CODE.format(name="c"))
    written(tmp_path / "_helper.py", "raise ValueError")
    written(tmp_path / "__pycache__/__init__.py", "raise ValueError")
    written(tmp_path / "notes/readme.py", "raise ValueError")
    written(tmp_path / "notes.txt", "no plug-in")
    host = open_host(folders=[tmp_path])
    assert host.findings == ()
    assert reporters(host, "single", "other-name", "pack_a") == [
        ("single", "a"),
        ("other-name", "b"),
        ("pack_a", "c"),
    ]
    assert info_of(host, "single") == PluginInfo(
        "single", "1.0", "folder", (tmp_path / "single.py").as_posix(), {"reporters": ("a",)}, ()
    )
    assert info_of(host, "pack_a").version == ""


def test_a_single_file_takes_no_module_name_away(tmp_path: Path) -> None:
    written(tmp_path / "json.py", CODE.format(name="a"))
    host = open_host(folders=[tmp_path])
    assert reporters(host, "json") == [("json", "a")]
    import json

    assert json.loads("1") == 1


def test_a_package_that_would_take_a_library_away_is_refused(tmp_path: Path) -> None:
    written(tmp_path / "json/__init__.py", CODE.format(name="a"))
    host = open_host(folders=[tmp_path])
    assert reporters(host, "json") == []
    (finding,) = host.findings
    assert (finding.code, finding.provider) == ("X001", "json")
    assert "in use already" in finding.message
    assert sys.modules["json"].__name__ == "json"
    assert not sys.modules["json"].__file__.startswith(str(tmp_path))


def test_a_project_in_a_folder(tmp_path: Path) -> None:
    project(tmp_path / "acme-project")
    written(tmp_path / "other/pyproject.toml", "[project]\nname = 'no-plug-in'")
    path = list(sys.path)
    host = open_host(folders=[tmp_path])
    assert host.findings == ()
    assert info_of(host, "acme") == PluginInfo(
        "acme",
        "3.1",
        "folder",
        (tmp_path / "acme-project").as_posix(),
        {"reporters": ("from-project",)},
        (),
    )
    assert sys.path == path


def test_a_folder_that_is_a_project_itself(tmp_path: Path) -> None:
    host = open_host(folders=[project(tmp_path, module="acme_own", version="")])
    assert reporters(host, "acme") == [("acme", "from-project")]
    assert info_of(host, "acme").version == "9.9"


@pytest.mark.parametrize(
    "text",
    [
        "[project",
        "project = 5",
        "[project]\nentry-points = {dcsgen = 5}",
        "[project.entry-points.dcsgen]\na = 5",
    ],
)
def test_a_damaged_project_is_a_finding(text: str, tmp_path: Path) -> None:
    written(tmp_path / "acme/pyproject.toml", text)
    written(tmp_path / "good.py", CODE.format(name="a"))
    host = open_host(folders=[tmp_path])
    assert [finding.code for finding in host.findings] == ["X001"]
    assert "acme" in host.findings[0].message
    assert reporters(host, "good") == [("good", "a")]


def test_an_installed_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(distribution(tmp_path, "acme_installed"))
    host = open_host()
    assert info_of(host, "acme") == PluginInfo("acme", "2.5", "entry point", "acme-tools", {"reporters": ("in",)}, ())


def test_without_vendors_there_are_only_dcsgens_own_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(distribution(tmp_path / "site", "acme_unwanted"))
    written(tmp_path / "folder/single.py", "raise ValueError")
    host = open_host(vendors=False, folders=[tmp_path / "folder"])
    assert [info.name for info in host.infos] == ["dcsgen"]
    assert host.findings == ()
    assert "acme_unwanted" not in sys.modules


def test_installed_plugins_are_loaded_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(tmp_path, "acme_a", name="acme-a", point="broken")
    written(tmp_path / "acme_a/hooks.py", "import nothing_of_this_name")
    distribution(tmp_path, "acme_b", name="acme-b", point="whole")
    written(
        distribution(tmp_path, "acme_c", name="acme-c") / "acme_c-2.5.dist-info/entry_points.txt",
        "[dcsgen]\nx\n",
    )
    written(tmp_path / "latin-1.0.dist-info/entry_points.txt", "").write_bytes(b"[dcsgen]\n\xff")
    monkeypatch.syspath_prepend(tmp_path)
    host = open_host()
    assert reporters(host, "whole") == [("whole", "in")]
    assert [(finding.code, finding.provider) for finding in host.findings] == [
        ("X001", "acme-c"),
        ("X001", "broken"),
    ]
    assert "plug-in broken 2.5 from acme-a was not loaded: ModuleNotFoundError" in host.findings[1].message


def test_two_installed_plugins_of_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribution(tmp_path, "acme_two", name="b-tools", thing="second")
    distribution(tmp_path, "acme_one", name="a-tools", thing="first")
    monkeypatch.syspath_prepend(tmp_path)
    host = open_host()
    assert reporters(host, "acme") == [("acme", "first")]
    (finding,) = host.findings
    assert finding.code == "X002"
    assert "2.5 from b-tools was left out" in finding.message


def test_a_distribution_that_stands_twice_on_the_path_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(distribution(tmp_path / "old", "acme_twice", version="1.0"))
    monkeypatch.syspath_prepend(distribution(tmp_path / "new", "acme_twice", version="2.0"))
    host = open_host()
    assert host.findings == ()
    assert info_of(host, "acme").version == "2.0"


@pytest.mark.parametrize("loaded_before", [False, True])
def test_the_folder_wins_over_the_installed_copy(
    loaded_before: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(distribution(tmp_path / "site", "acme_pkg"))
    project(tmp_path / "plugins/acme")
    if loaded_before:
        assert reporters(open_host(), "acme") == [("acme", "in")]
    host = open_host(folders=[tmp_path / "plugins"])
    assert host.findings == ()
    assert reporters(host, "acme") == [("acme", "from-project")]
    assert info_of(host, "acme").origin == "folder"


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no folder .*nowhere"):
        open_host(folders=[tmp_path / "nowhere"])


def test_a_folder_given_twice_is_one(tmp_path: Path) -> None:
    written(tmp_path / "single.py", CODE.format(name="a"))
    (tmp_path / "sub").mkdir()
    folders = [tmp_path, tmp_path / "sub" / ".."]
    assert [plugin.location for plugin in discover(folders) if plugin.origin == "folder"] == [
        (tmp_path / "single.py").as_posix()
    ]
    assert open_host(folders=folders).findings == ()


def test_a_package_that_failed_is_not_taken_for_loaded_the_next_time(tmp_path: Path) -> None:
    written(tmp_path / "acme_half/inner.py", "")
    written(tmp_path / "acme_half/__init__.py", "import acme_half.inner\nraise ValueError('half-way')")
    for _ in range(2):
        (finding,) = open_host(folders=[tmp_path]).findings
        assert (finding.code, finding.provider) == ("X001", "acme_half")
        assert "half-way (__init__.py, line 2)" in finding.message
        assert not any(name.startswith("acme_half") for name in sys.modules)


def test_a_damaged_project_in_the_working_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "acme/pyproject.toml", "[project")
    monkeypatch.chdir(tmp_path / "acme")
    (finding,) = open_host(folders=[Path()]).findings
    assert finding.provider == "acme"
