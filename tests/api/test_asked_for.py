"""A layout, a template folder and a language that a description asks for in vain are found with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import described

from dcsgen import api

BROKEN = """
from dcsgen.plugin import hookimpl

@hookimpl
def dcsgen_template_folders():
    raise ValueError("no")
"""


def asking(folder: Path, **keys: str) -> Path:
    """A description whose document asks for something."""
    file = described(folder)
    asked = "".join(f"{key}: {value}, " for key, value in keys.items())
    text = file.read_text("utf-8").replace("{identifier:", f"{{{asked}identifier:")
    assert asked in text
    file.write_text(text, "utf-8")
    return file


def found(file: Path, host: api.Host) -> list[api.Finding]:
    configuration = api.overruled(api.Configuration(), select=["S101"])
    return list(api.check([file], host=host, configuration=configuration).report.findings)


@pytest.mark.parametrize(
    ("key", "name", "slug", "hint"),
    [
        ("layout", "tr62267", "unknown-layout", 'did you mean "tr62266"? There is: overview, ps3.2-annex-a, '),
        ("template", "acme", "unknown-template-folder", "No plug-in gives one."),
        ("language", "it", "unknown-language", "there are de, en, fr"),
    ],
)
def test_check_and_build_find_it(tmp_path: Path, key: str, name: str, slug: str, hint: str) -> None:
    host = api.open_host(vendors=False)
    file = asking(tmp_path, **{key: name})
    (finding,) = found(file, host)
    assert (finding.slug, finding.path) == (slug, f"document.{key}")
    assert finding.hint.startswith(hint)
    assert finding.place is not None
    line = file.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith(name)
    built = api.build(file, out=tmp_path / "out", formats=["json"], layout=None, host=host)
    assert [each.slug for each in built.findings if each.severity is finding.severity] == [slug]
    assert not built.paths


def test_what_is_taken_instead_does_not_need_it(tmp_path: Path) -> None:
    host = api.open_host(vendors=False)
    file = asking(tmp_path, layout="tr62267", language="it")
    built = api.build(file, out=tmp_path / "out", formats=["json"], layout="tr62266", language="de", host=host)
    assert [path.name for path in built.paths] == ["product.json"]


def test_a_plug_in_that_failed_is_named(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "acme.py").write_text(BROKEN)
    host = api.open_host(folders=[plugins])
    (finding,) = (each for each in found(asking(tmp_path, template="acme"), host) if each.code == "L047")
    assert finding.hint.endswith('It may be in "acme", which has an error: see `dcsgen plugins`.')


def test_a_repair_does_not_hide_it(tmp_path: Path) -> None:
    host = api.open_host(vendors=False)
    file = asking(tmp_path, layout="tr62267")
    file.write_text(file.read_text("utf-8").replace("services:", "service:"), "utf-8")
    fixed = api.fix([file], host=host)
    assert "unknown-layout" in [each.slug for each in fixed.after.report.findings]
