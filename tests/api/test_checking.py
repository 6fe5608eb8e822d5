"""Checking: rules of plug-ins run fenced, files that cannot be read do not stop the others."""

from __future__ import annotations

from pathlib import Path

from dcsgen import api

DESCRIPTION = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
"""

RULES = '''
"""Two rules, one of which is broken."""
from dcsgen.plugin import Kind, LintRule, Severity, hookimpl

PLUGIN_NAME = "acme"
__version__ = "3.1"

def kind(number, slug):
    return Kind(code=f"acme/S{number}", slug=slug, severity=Severity.WARNING, what="w", why="y", instead="i")

BROKEN = kind(1, "broken")
SHORT = kind(2, "short-name")

def raises(capability):
    yield BROKEN.at(("product", "name"), "found before it broke")
    raise RuntimeError("no such luck")

def short(capability):
    if len(capability.product.name) < 3:
        yield SHORT.at(("product", "name"), "the name is short", hint="take a longer one")

@hookimpl
def dcsgen_lint_rules():
    return [LintRule(BROKEN, raises), LintRule(SHORT, short)]
'''


def checked(tmp_path: Path, *files: Path) -> api.CheckResult:
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "acme.py").write_text(RULES)
    only_these = api.Configuration(choice=api.Choice(select=("acme",)))
    return api.check(files, host=api.open_host(folders=[plugins], vendors=True), configuration=only_these)


def test_a_rule_that_raises_is_named_and_the_others_run(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    file.write_text(DESCRIPTION)
    findings = checked(tmp_path, file).report.findings
    raised, found = findings
    assert (raised.code, raised.provider) == ("X012", "acme")
    assert "acme/S1" in raised.message
    assert "no such luck" in raised.message
    assert (found.code, found.provider, found.hint) == ("acme/S2", "acme", "take a longer one")
    assert str(found.place) == f"{file}:2:17"


def test_an_unreadable_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(DESCRIPTION)
    bad.write_text("a: [1\n")
    result = checked(tmp_path, bad, good)
    assert result.unreadable
    assert {"L006", "acme/S2"} <= {finding.code for finding in result.report.findings}


def test_rules_do_not_run_over_what_has_errors(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    file.write_text(DESCRIPTION + "nonsense: 1\n")
    assert [finding.code for finding in checked(tmp_path, file).report.findings] == ["L020"]


def test_a_capability_from_plain_data() -> None:
    description = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1"},
        "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
    }
    assert api.capability_of(description).product.name == "P"
