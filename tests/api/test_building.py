"""Formats and templates of plug-ins that fail: a sentence that names them, and no file."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import described

from dcsgen import api
from dcsgen.base.errors import PluginError, UsageError

PLUGIN = """
from pathlib import Path
from dcsgen.plugin import Format, TemplateFolder, hookimpl

def raises(statement):
    raise LookupError("nothing there")

def prints(statement):
    print("writing")
    return b"x"

@hookimpl
def dcsgen_formats():
    return [
        Format("raises", ".a", raises),
        Format("exits", ".b", lambda statement: exit(5)),
        Format("text", ".c", lambda statement: "text"),
        Format("prints", ".d", prints),
        Format("data", ".JSON", prints),
    ]

@hookimpl
def dcsgen_template_folders():
    return [TemplateFolder("odd", Path(__file__).parent / "_templates")]
"""


@pytest.fixture
def host(tmp_path: Path) -> api.Host:
    (tmp_path / "plugins" / "_templates" / "parts").mkdir(parents=True)
    (tmp_path / "plugins" / "odd.py").write_text(PLUGIN)
    return api.open_host(folders=[tmp_path / "plugins"])


@pytest.mark.parametrize(
    ("name", "reason"),
    [("raises", "LookupError: nothing there"), ("exits", "SystemExit: 5"), ("text", "it gave no bytes")],
)
def test_a_format_of_a_plugin_that_fails_is_the_plugins_fault(
    tmp_path: Path, host: api.Host, name: str, reason: str
) -> None:
    out = tmp_path / "out"
    with pytest.raises(PluginError) as caught:
        api.build(described(tmp_path), out=out, formats=["json", name], layout=None, host=host)
    assert str(caught.value) == f'the format "{name}" of the plug-in "odd" failed: {reason}'
    assert not out.exists()


def test_what_a_format_prints_is_no_result(tmp_path: Path, host: api.Host, capsys: pytest.CaptureFixture[str]) -> None:
    result = api.build(described(tmp_path), out=tmp_path, formats=["prints"], layout=None, host=host)
    assert [path.read_bytes() for path in result.paths] == [b"x"]
    assert capsys.readouterr() == ("", "writing\n")


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("\n{{ 1 / 0 }}", "function.html, line 2, is broken: ZeroDivisionError: division by zero"),
        ("{{ nothing }}", "function.html, line 1, is broken: 'nothing' is undefined"),
        ("{% include '/etc/passwd' %}", "the template /etc/passwd is broken: there is no such template"),
    ],
)
def test_a_broken_template_is_named(tmp_path: Path, host: api.Host, template: str, reason: str) -> None:
    (tmp_path / "plugins" / "_templates" / "parts" / "function.html").write_text(template)
    file = described(tmp_path)
    file.write_text(file.read_text().replace("{identifier:", "{template: odd, identifier:"))
    with pytest.raises(UsageError) as caught:
        api.build(file, out=tmp_path / "out", formats=["html"], layout=None, host=host)
    assert str(caught.value).endswith(reason)


def test_two_formats_with_the_same_suffix_are_refused(tmp_path: Path, host: api.Host) -> None:
    with pytest.raises(UsageError, match='the formats "json" and "data" both write'):
        api.build(described(tmp_path), out=tmp_path / "out", formats=["json", "data"], layout=None, host=host)
    assert not (tmp_path / "out").exists()


def test_a_description_is_not_replaced_by_its_result(tmp_path: Path, host: api.Host) -> None:
    file = described(tmp_path, "product.json")
    before = file.read_bytes()
    with pytest.raises(UsageError, match="would be written over"):
        api.build(file, out=tmp_path, formats=["json"], layout=None, host=host)
    assert file.read_bytes() == before
