"""Several outputs of one report, each to its place, all files or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import described, host_of, only_acme

from dcsgen import api
from dcsgen.base.errors import OutputError, PluginError, UsageError

REPORTERS = """
from dcsgen.plugin import Reporter, hookimpl

def raises(report, colour):
    raise LookupError("nothing there")

@hookimpl
def dcsgen_reporters():
    return [
        Reporter("raises", raises),
        Reporter("exits", lambda report, colour: exit(5)),
        Reporter("none", lambda report, colour: None),
        Reporter("names", lambda report, colour: "".join(report.files)),
    ]
"""


@pytest.fixture
def host(tmp_path: Path) -> api.Host:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "odd.py").write_text(REPORTERS)
    return host_of(tmp_path)


def test_words_become_outputs(host: api.Host) -> None:
    assert api.outputs(["text", "sarif=a/b.sarif", "json=x=y"], host) == (
        api.Output("text"),
        api.Output("sarif", Path("a/b.sarif")),
        api.Output("json", Path("x=y")),
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sariff=x"], 'there is no report format "sariff": did you mean "sarif"?'),
        (["zzz"], "there are exits, github, gitlab, json, junit, markdown, names, none, raises, sarif, text"),
        (["json="], 'the output "json=" names no file'),
        (["text", "json"], 'the outputs "text" and "json" go both to standard output'),
        (["text=a", "json=a"], 'the outputs "text" and "json" go both to a'),
    ],
)
def test_outputs_that_cannot_be_are_refused(host: api.Host, words: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        api.outputs(words, host)
    assert sentence in str(caught.value)


def test_each_goes_to_its_place(tmp_path: Path, host: api.Host) -> None:
    report = api.check([described(tmp_path)], host=host, configuration=only_acme()).report
    outputs = api.outputs(["text", f"json={tmp_path}/new/r.json", f"markdown={tmp_path}/r.md"], host)
    text = api.write_reports(report, outputs, host, colour=True)
    assert text == api.report_as(report, "text", host, True)
    assert (tmp_path / "new" / "r.json").read_text() == api.report_as(report, "json", host, False)
    assert len(json.loads((tmp_path / "new" / "r.json").read_text())["findings"]) == 3
    assert (tmp_path / "r.md").read_text() == api.report_as(report, "markdown", host, False)


def test_without_one_for_standard_output_there_is_no_text(tmp_path: Path, host: api.Host) -> None:
    report = api.check([described(tmp_path)], host=host).report
    assert api.write_reports(report, api.outputs([f"json={tmp_path}/r.json"], host), host, False) == ""


def test_colours_stay_out_of_files(tmp_path: Path, host: api.Host) -> None:
    report = api.check([described(tmp_path)], host=host).report
    api.write_reports(report, api.outputs([f"text={tmp_path}/r.txt"], host), host, colour=True)
    assert "\x1b" not in (tmp_path / "r.txt").read_text()


@pytest.mark.parametrize("last", ["raises={}/c", "text={}/file/c"])
def test_all_files_are_written_or_none(tmp_path: Path, host: api.Host, last: str) -> None:
    (tmp_path / "file").touch()
    report = api.check([described(tmp_path)], host=host).report
    words = [f"json={tmp_path}/a", f"sarif={tmp_path}/b", last.format(tmp_path)]
    with pytest.raises((OutputError, PluginError)):
        api.write_reports(report, api.outputs(words, host), host, False)
    assert not (tmp_path / "a").exists()
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [("raises", "LookupError: nothing there"), ("exits", "SystemExit: 5"), ("none", "it gave no text")],
)
def test_a_reporter_of_a_plugin_that_fails_is_the_plugins_fault(host: api.Host, name: str, reason: str) -> None:
    report = api.check([], host=host).report
    with pytest.raises(PluginError) as caught:
        api.report_as(report, name, host, False)
    assert str(caught.value) == f'the report format "{name}" of the plug-in "odd" failed: {reason}'


def test_names_of_files_are_written_byte_for_byte(tmp_path: Path, host: api.Host) -> None:
    report = api.check([Path("caf\udce9.yaml")], host=host).report
    api.write_reports(report, api.outputs([f"names={tmp_path}/n"], host), host, False)
    assert (tmp_path / "n").read_bytes() == b"caf\xe9.yaml"


def test_a_description_is_not_replaced_by_a_report(tmp_path: Path, host: api.Host) -> None:
    file = described(tmp_path)
    before = file.read_bytes()
    report = api.check([file], host=host).report
    with pytest.raises(UsageError, match="would be written over"):
        api.write_reports(report, api.outputs([f"json={file}"], host), host, False)
    assert file.read_bytes() == before
