"""`dcsgen check`: what its options mean, and what it does with real files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cli_fakes import FakeApi, Outcome, finding

from dcsgen.api import Choice, Configuration, Output
from dcsgen.base.finding import Profile, Severity
from dcsgen.builtin.command import check, rules
from dcsgen.cli.main import main

Run = Callable[..., Outcome]

DESCRIPTION = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: F}
"""

PLUGIN = """
from dcsgen.plugin import Kind, LintRule, Profile, Severity, hookimpl

PLUGIN_NAME = "acme"

def rule(number, severity, profile):
    code, slug = f"acme/S{number}", f"of-{profile}"
    kind = Kind(code=code, slug=slug, severity=severity, what=f"Found by {code}. More.", why="y", instead="i")
    return LintRule(kind, lambda capability: [kind.at(("product", "name"), f"found by {code}")], profile)

@hookimpl
def dcsgen_lint_rules():
    return [
        rule(1, Severity.WARNING, Profile.DRAFT),
        rule(2, Severity.ERROR, Profile.RELEASE),
        rule(3, Severity.NOTE, Profile.STRICT),
    ]
"""


def test_the_words_are_those_of_the_enums() -> None:
    for command in (check, rules):
        assert list(command.PROFILES) == [profile.value for profile in Profile]
        assert list(command.SEVERITIES) == [severity.value for severity in Severity]


def test_without_options_the_configuration_decides(run: Run, api: FakeApi) -> None:
    api.configured = Configuration(choice=Choice(profile=Profile.DRAFT), fail_on=Severity.NOTE)
    api.findings = (finding(Severity.NOTE),)
    assert run("check", "a.yaml").code == 1
    configuration, today, jobs = api.asked["how"]
    assert configuration == api.configured
    assert today == date.today()
    assert jobs is None
    assert api.asked["configuration"] == ([Path("a.yaml")], None)
    assert api.asked["outputs"] == (Output("text"),)


def test_options_beat_the_configuration(run: Run, api: FakeApi) -> None:
    api.configured = Configuration(choice=Choice(profile=Profile.DRAFT, select=("S2",)), fail_on=Severity.NOTE)
    words = ("--profile", "strict", "--fail-on", "warning", "--select", "S1, acme", "--select=S3", "--ignore", "S101")
    run("check", "a.yaml", *words, "--accepted", "list.yaml", "--today", "2031-01-31", "--jobs", "3")
    configuration, today, jobs = api.asked["how"]
    assert configuration.choice == Choice(Profile.STRICT, ("S1", "acme", "S3"), ("S101",))
    assert configuration.fail_on is Severity.WARNING
    assert configuration.accepted == Path("list.yaml")
    assert (today, jobs) == (date(2031, 1, 31), 3)


def test_a_configuration_can_be_named_or_left_out(run: Run, api: FakeApi) -> None:
    api.configured = Configuration(fail_on=Severity.NOTE, plugins=(Path("theirs"),))
    run("check", "a.yaml", "--config", "x.toml", "--plugins", "mine")
    assert api.asked["configuration"] == ([Path("a.yaml")], Path("x.toml"))
    assert api.asked["open_host"][0] == [Path("mine"), Path("theirs")]
    del api.asked["configuration"]
    run("check", "a.yaml", "--no-config")
    assert "configuration" not in api.asked
    assert api.asked["how"][0] == Configuration()


@pytest.mark.parametrize("command", ["check", "build"])
def test_both_at_once_are_refused(run: Run, command: str) -> None:
    outcome = run(command, "a.yaml", "--config", "x", "--no-config")
    assert (outcome.code, "contradict" in outcome.err) == (2, True)


def test_build_follows_the_configuration_too(run: Run, api: FakeApi) -> None:
    api.configured = Configuration(plugins=(Path("theirs"),))
    run("build", "a.yaml", "--config", "x.toml")
    assert api.asked["configured build"] == {Path("a.yaml"): api.configured}
    assert api.asked["open_host"][0] == [Path("theirs")]
    run("build", "a.yaml", "--no-config")
    assert api.asked["configured build"] == {Path("a.yaml"): Configuration()}


def test_outputs_are_handed_on(run: Run, api: FakeApi) -> None:
    api.findings = (finding(),)
    outcome = run("check", "a.yaml", "--output", "json", "--output", "sarif=x.sarif")
    assert api.asked["outputs"] == (Output("json"), Output("sarif", Path("x.sarif")))
    assert json.loads(outcome.out)["counts"]["error"] == 1
    assert run("check", "a.yaml", "--output", "sarif=x.sarif") == Outcome(1, "", "")


def test_what_is_accepted_fails_no_run(run: Run, api: FakeApi) -> None:
    api.findings = (finding(accepted="so"),)
    assert run("check", "a.yaml", "--fail-on", "note").code == 0


def test_a_list_is_started_for_the_user_or_for_somebody_named(
    run: Run, api: FakeApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "me")
    run("check", "a.yaml", "--write-accepted")
    assert api.asked["start_accepted"] == "me"
    run("check", "a.yaml", "--write-accepted", "--owner", "Jane Doe")
    assert api.asked["start_accepted"] == "Jane Doe"


def test_a_user_without_a_name_is_unknown(run: Run, api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    run("check", "a.yaml", "--write-accepted")
    assert api.asked["start_accepted"] == "unknown"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--today", "2031-02-30"), "'2031-02-30' is no day"),
        (("--jobs", "0"), "'0' is neither a number from 1 on nor auto"),
        (("--jobs", "many"), "'many' is neither"),
        (("--profile", "strickt"), 'did you mean "strict"?'),
    ],
)
def test_wrong_values_are_refused(run: Run, words: tuple[str, ...], sentence: str) -> None:
    outcome = run("check", "a.yaml", *words)
    assert outcome.code == 2
    assert sentence in outcome.err


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a description, a plug-in and a configuration, in which the command runs."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "acme.py").write_text(PLUGIN)
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    (tmp_path / "dcsgen.toml").write_text('plugins = ["plugins"]\nselect = ["acme"]\n')
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def really(capfd: pytest.CaptureFixture[str], *words: str) -> Outcome:
    code = main(list(words))
    return Outcome(code, *capfd.readouterr())


def codes(outcome: Outcome) -> list[str]:
    return [one["code"] for one in json.loads(outcome.out)["findings"]]


def test_a_project_is_checked_as_it_asks(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = really(capfd, "check", "product.yaml", "--output", "json")
    assert (outcome.code, codes(outcome), outcome.err) == (1, ["acme/S1", "acme/S2"], "")
    draft = really(capfd, "check", "product.yaml", "--output", "json", "--profile", "draft")
    assert (draft.code, codes(draft)) == (0, ["acme/S1"])
    assert really(capfd, "check", "product.yaml", "--profile", "draft", "--fail-on", "warning").code == 1
    strict = really(capfd, "check", "product.yaml", "--output", "json", "--profile", "strict", "--ignore", "acme/S2")
    assert (strict.code, codes(strict)) == (0, ["acme/S1", "acme/S3"])
    (project / "dcsgen.toml").write_text('plugins = ["plugins"]\nselect = ["acme"]\nfail-on = "warning"\n')
    assert really(capfd, "check", "product.yaml", "--profile", "draft").code == 1


def test_each_layout_that_is_named_gets_its_grade(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = really(capfd, "check", "product.yaml", "--layout", "tr62266", "--layout", "overview")
    grades = [line.split(": ")[1] for line in outcome.out.splitlines() if line.startswith("product.yaml: layout")]
    assert grades == ["layout tr62266", "layout overview"]
    refused = really(capfd, "check", "product.yaml", "--layout", "tr62266", "--layout", "nope")
    assert (refused.code, refused.out, 'no layout "nope"' in refused.err) == (2, "", True)


def test_several_outputs_of_one_run_say_the_same(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = ("--output", "text", "--output", "json=out/a.json", "--output", "junit=out/b.xml")
    outcome = really(capfd, "check", "product.yaml", *words)
    assert outcome.out.endswith(
        "1 error, 1 warning in 1 file\nWhy, and what to do: dcsgen explain acme/S1 (or acme/S2)\n"
    )
    assert len(json.loads((project / "out" / "a.json").read_text())["findings"]) == 2
    assert 'failures="1"' in (project / "out" / "b.xml").read_text()


def test_a_started_list_lets_the_next_run_through_until_it_expires(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    started = really(capfd, "check", "product.yaml", "--write-accepted", "--owner", "Jane", "--today", "2031-01-31")
    assert (started.code, started.err) == (0, "")
    assert "2 accepted in 1 file" in started.out
    assert really(capfd, "check", "product.yaml", "--today", "2031-05-01").code == 0
    over = really(capfd, "check", "product.yaml", "--today", "2031-05-02", "--output", "json")
    assert (over.code, sorted(codes(over))) == (1, ["X020", "X020", "acme/S1", "acme/S2"])
    again = really(capfd, "check", "product.yaml", "--write-accepted")
    assert (again.code, again.out) == (2, "")
    assert "dcsgen-accepted.yaml is there already" in again.err


def test_an_accepted_error_does_not_keep_a_document_from_being_written(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    refused = really(capfd, "build", "product.yaml", "--format", "json")
    assert (refused.code, refused.out) == (1, "")
    assert really(capfd, "check", "product.yaml", "--write-accepted", "--today", "2001-01-01").code == 0
    # A build asks no clock, so the entries hold although their day is long over.
    built = really(capfd, "build", "product.yaml", "--format", "json")
    assert (built.code, built.out) == (0, "product.json\n")
    assert built.err.startswith("2 accepted: see `dcsgen check product.yaml`\nlayout ps3.2-annex-n: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [('profil = "draft"\n', 'dcsgen.toml:1:1: the key "profil" is not known'), ("a = \n", "dcsgen.toml:1:5: ")],
)
def test_a_wrong_configuration_is_wrong_usage(
    project: Path, capfd: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    (project / "dcsgen.toml").write_text(text)
    outcome = really(capfd, "check", "product.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"dcsgen: error: {words}")
    assert really(capfd, "check", "product.yaml", "--no-config").code in (0, 1)


def test_an_unknown_output_is_refused_before_anything_is_read(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = really(capfd, "check", "missing.yaml", "--output", "xml")
    assert (outcome.code, outcome.out) == (2, "")
    assert 'there is no report format "xml"' in outcome.err


def test_an_unreadable_file_is_3_whatever_else_there_is(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = really(capfd, "check", "product.yaml", "missing.yaml", "--output", "json", "--jobs", "2")
    assert outcome.code == 3
    assert sorted(codes(outcome)) == ["L001", "acme/S1", "acme/S2"]


def test_rules_are_a_table_with_one_line_each(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = really(capfd, "rules", "--code", "acme")
    assert outcome.out.splitlines() == [
        "code     slug        severity  profile  from  what",
        "acme/S1  of-draft    warning   draft    acme  Found by acme/S1",
        "acme/S2  of-release  error     release  acme  Found by acme/S2",
        "acme/S3  of-strict   note      strict   acme  Found by acme/S3",
    ]
    assert "acme/S2" not in really(capfd, "rules", "--code", "acme", "--profile", "draft").out
    assert "acme/S1" not in really(capfd, "rules", "--severity", "error").out
    assert really(capfd, "rules", "--slug", "OF-STR").out.count("\n") == 2


def test_rules_as_json_fit_their_schema(
    project: Path, capfd: pytest.CaptureFixture[str], fits: Callable[[str, object], None]
) -> None:
    written = json.loads(really(capfd, "rules", "--json").out)
    fits("rules", written)
    mine = [rule for rule in written["rules"] if rule.get("provider") == "acme"]
    assert mine[0] == {
        "code": "acme/S1",
        "slug": "of-draft",
        "severity": "warning",
        "profile": "draft",
        "what": "Found by acme/S1. More.",
        "why": "y",
        "instead": "i",
        "provider": "acme",
    }


def test_an_unknown_rule_is_wrong_usage(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for words in (("rules", "--code", "acme/S9"), ("check", "product.yaml", "--select", "acme/S9")):
        outcome = really(capfd, *words)
        assert (outcome.code, outcome.out) == (2, "")
        assert 'there is no rule "acme/S9"' in outcome.err


def test_progress_is_shown_on_a_terminal_and_leaves_no_thread_beside_the_work(
    api: FakeApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import threading

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream, out = Terminal(), io.StringIO()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "stdout", out)
    before = threading.active_count()
    threads = []
    really_checked = api.check
    monkeypatch.setattr(
        api, "check", lambda *a, **k: threads.append(threading.active_count()) or really_checked(*a, **k)
    )
    assert main(["check", "a.yaml", "b.yaml"]) == 0
    assert "checking" in stream.getvalue()
    assert "1/2" in stream.getvalue()
    assert threads == [before]
    assert out.getvalue() == "no findings in 2 files\n"


def test_files_of_several_projects_follow_their_own(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = project / "other"
    other.mkdir()
    (other / "product.yaml").write_text(DESCRIPTION)
    (other / "dcsgen.toml").write_text('select = ["acme/S1"]\nfail-on = "warning"\n')
    # The plug-in that the upper configuration names is there for the lower one too.
    outcome = really(capfd, "check", "product.yaml", "other/product.yaml", "--output", "json")
    found = [(one["place"]["file"], one["code"]) for one in json.loads(outcome.out)["findings"]]
    assert found == [("other/product.yaml", "acme/S1"), ("product.yaml", "acme/S1"), ("product.yaml", "acme/S2")]
    # The warning of the other file fails the run although the error is accepted.
    entry = "{rule: acme/S2, path: product.name, reason: r, owner: o, expires: 2040-01-01}"
    (project / "quality.yaml").write_text(f"accepted: [{entry}]\n")
    (project / "dcsgen.toml").write_text('plugins = ["plugins"]\nselect = ["acme"]\naccepted = "quality.yaml"\n')
    words = ("check", "product.yaml", "other/product.yaml", "--today", "2031-01-01")
    assert really(capfd, *words).code == 1
    assert really(capfd, *words, "--fail-on", "error").code == 0
    assert really(capfd, "check", "product.yaml", "--today", "2031-01-01").code == 0


def test_a_list_for_several_projects_asks_for_one_configuration(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "other").mkdir()
    (project / "other" / "product.yaml").write_text(DESCRIPTION)
    (project / "other" / "dcsgen.toml").write_text("")
    outcome = really(capfd, "check", "product.yaml", "other/product.yaml", "--write-accepted")
    assert (outcome.code, outcome.out) == (2, "")
    assert "different configurations: dcsgen.toml and other/dcsgen.toml; take them one by one" in outcome.err
