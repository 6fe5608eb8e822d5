"""Plug-ins with one fault each: a finding names plug-in and version, and the rest runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dcsgen.base.errors import PluginError
from dcsgen.host import Host, kinds, open_host

BROKEN = Path(__file__).parent / "broken"

FINE = """
from dcsgen.plugin import Reporter, hookimpl

@hookimpl
def dcsgen_reporters():
    return [Reporter("fine-report", lambda report, colour: "")]
"""

FAULTS: dict[str, tuple[str, list[str]]] = {
    "raises_on_import": ("X001", ["a_library_that_nobody_has", "(raises_on_import.py, line 3)"]),
    "exits_on_import": ("X001", ["SystemExit: no licence found", "(exits_on_import.py, line 5)"]),
    "bad_name": ("X001", ["'acme/tools'"]),
    "own_name": ("X002", ["plug-in dcsgen 1.2.0", "because dcsgen 0", "has the same name"]),
    "misspelt_hook": ("X003", ["there is no hook dcsgen_reporter"]),
    "misspelt_unmarked": ("X003", ["there is no hook dcsgen_colours"]),
    "misspelt_specname": ("X003", ["there is no hook dcsgen_layout"]),
    "unmarked_hook": ("X004", ["its function dcsgen_reporters is not marked"]),
    "wants_arguments": ("X005", ["its function dcsgen_reporters wants config and colour"]),
    "raises_in_hook": ("X006", ["raised ValueError: no such colour (raises_in_hook.py, line 10)"]),
    "exits_in_hook": ("X006", ["raised Stop: its text could not be had (exits_in_hook.py, line 15)"]),
    "gives_nothing": ("X007", ["dcsgen_reporters returned nothing, not a list"]),
    "gives_generator": ("X007", ["returned an object of class generator, not a list"]),
    "wrong_class": ("X008", ["dcsgen_reporters gives a Format, not a Reporter"]),
    "hostile_object": ("X008", ["cannot be looked at: ValueError: do not look"]),
    "wrong_name": ("X008", ["gives a reporter whose name is not text"]),
    "empty_name": ("X008", ["gives a reporter whose name is empty"]),
    "wrong_function": ("X008", ["gives a reporter whose write is not a function"]),
    "wrong_path": ("X008", ["gives an IOD whose file is not a pathlib.Path"]),
    "wrong_kind": ("X008", ["kind's severity is not a Severity", "kind is not a Kind"]),
    "repeats_builtin": ("X009", ['the reporter "json", which dcsgen 0', "gives already"]),
    "repeats_itself": ("X009", ['gives the reporter "twin" twice']),
    "missing_file": ("X010", ['the IOD "plan", but there is no file', "plan.yaml", "keys.schema.json"]),
    "missing_folder": ("X010", ['the template folder "brand", but there is no folder', "missing_folder.py"]),
    "foreign_code": ("X011", ['the lint rule "S999"']),
}
"""The code of each broken plug-in's findings, and words that stand in their messages taken together."""

SURVIVING = {"wrong_class": ["even"], "repeats_itself": ["twin"]}
"""Right reporters beside the wrong ones."""

VERSIONLESS = {"raises_on_import", "exits_on_import", "bad_name"}
"""Plug-ins that fail before they can tell their version."""


def host_with(name: str, folder: Path, *, strict: bool = False) -> Host:
    shutil.copy(BROKEN / f"{name}.py", folder)
    (folder / "fine.py").write_text(FINE)
    return open_host(folders=[folder], strict=strict)


def test_every_broken_plugin_is_tried_and_every_kind_shown() -> None:
    assert set(FAULTS) == {file.stem for file in BROKEN.glob("*.py")}
    # A rule that raises is seen when it runs: tests/api/test_checking.py.
    assert {code for code, _ in FAULTS.values()} == {kind.code for kind in kinds.ALL if kind is not kinds.RULE_RAISED}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_a_finding_and_the_rest_runs(name: str, tmp_path: Path) -> None:
    code, words = FAULTS[name]
    host = host_with(name, tmp_path)
    findings = [finding for finding in host.findings if finding.provider in (name, "dcsgen")]
    assert {finding.code for finding in findings} == {code}
    said = "\n".join(finding.message for finding in findings)
    for word in words:
        assert word in said
    for finding in findings:
        version = "" if name in VERSIONLESS else " 1.2.0"
        assert f"plug-in {finding.provider}{version}" in finding.message
    assert [thing.name for provider, thing in host.reporters if provider == name] == SURVIVING.get(name, [])
    assert [thing.name for provider, thing in host.reporters if provider == "fine"] == ["fine-report"]


@pytest.mark.parametrize("name", FAULTS)
def test_strict_stops_at_the_first_trouble(name: str, tmp_path: Path) -> None:
    with pytest.raises(PluginError) as caught:
        host_with(name, tmp_path, strict=True)
    assert caught.value.exit_code == 4
    assert "\n" not in str(caught.value)
    (tmp_path / f"{name}.py").unlink()
    first = next(iter(host_with(name, tmp_path).findings))
    assert str(caught.value) == first.message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("misspelt_hook", "did you mean dcsgen_reporters or dcsgen_importers?"),
        ("misspelt_specname", "did you mean dcsgen_layouts?"),
        ("misspelt_unmarked", ""),
        ("foreign_code", "the codes of this plug-in are foreign_code/S1, foreign_code/S2 and so on"),
    ],
)
def test_hints(name: str, hint: str, tmp_path: Path) -> None:
    (finding,) = [finding for finding in host_with(name, tmp_path).findings if finding.provider == name]
    assert finding.hint == hint


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "typo.py").write_text("import os\n\ndef f(:\n")
    (finding,) = open_host(folders=[tmp_path]).findings
    assert (finding.code, finding.provider) == ("X001", "typo")
    assert "SyntaxError" in finding.message
    assert "(typo.py, line 3)" in finding.message


def test_ctrl_c_is_not_caught(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        open_host(folders=[tmp_path])


def test_a_hook_of_a_newer_dcsgen_may_be_optional(tmp_path: Path) -> None:
    (tmp_path / "newer.py").write_text(
        "from dcsgen.plugin import hookimpl\n@hookimpl(optionalhook=True)\ndef dcsgen_peers(context):\n    return []\n"
    )
    assert open_host(folders=[tmp_path]).findings == ()


def test_control_characters_of_a_plugin_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "loud.py").write_text("raise ValueError('\\x1b[31mred')")
    (finding,) = open_host(folders=[tmp_path]).findings
    assert "␛[31mred" in finding.message


def test_the_first_by_name_keeps_a_name_and_both_versions_are_told(tmp_path: Path) -> None:
    for name in ("zeta", "alpha"):
        (tmp_path / f"{name}.py").write_text(f"__version__ = '{len(name)}.0'\n{FINE}")
    host = open_host(folders=[tmp_path])
    assert [provider for provider, thing in host.reporters if thing.name == "fine-report"] == ["alpha"]
    (finding,) = host.findings
    assert (finding.code, finding.provider) == ("X009", "zeta")
    assert "plug-in zeta 4.0" in finding.message
    assert "plug-in alpha 5.0" in finding.message


def test_the_second_plugin_of_a_name_is_left_out(tmp_path: Path) -> None:
    for folder, thing in (("one", "first"), ("two", "second")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "acme.py").write_text(FINE.replace("fine-report", thing))
    host = open_host(folders=[tmp_path / "one", tmp_path / "two"])
    assert [thing.name for provider, thing in host.reporters if provider == "acme"] == ["first"]
    (finding,) = host.findings
    assert finding.code == "X002"
    assert "two/acme.py" in finding.message
    assert "one/acme.py" in finding.message
    assert [(info.contributions, len(info.errors)) for info in host.infos if info.name == "acme"] == [
        ({"reporters": ("first",)}, 0),
        ({}, 1),
    ]
