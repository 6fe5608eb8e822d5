"""Words of the command line: what is understood, what is refused, and what the help says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import FakeApi, Outcome

from dcsgen.builtin import builtin_commands
from dcsgen.cli.overview import GROUPS
from dcsgen.cli.parser import parser_for
from dcsgen.plugin.command import Command
from dcsgen.version import __version__

Run = Callable[..., Outcome]

COMMANDS = {command.name: command for command in builtin_commands()}


def test_without_a_command_the_help_goes_to_standard_error(run: Run) -> None:
    assert run() == Outcome(2, "", run("--help").out)
    assert run("--color", "never", "--no-plugins").code == 2


def test_the_help_lists_every_command_in_a_group(run: Run) -> None:
    grouped = [name for _, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(COMMANDS)
    outcome = run("--help")
    assert outcome.code == 0
    for command in COMMANDS.values():
        assert re.search(rf"^  {command.name} +{re.escape(command.help)}$", outcome.out, re.MULTILINE)
    for code in (0, 1, 2, 3, 4, 70):
        assert re.search(rf"^  {code} +\w", outcome.out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_help_of_a_command_begins_with_one_line_and_has_examples(run: Run, command: Command) -> None:
    outcome = run(command.name, "--help")
    assert outcome.code == 0
    usage, empty, *_ = outcome.out.splitlines()
    assert usage.startswith(f"usage: dcsgen {command.name} ")
    assert empty == ""
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert "--plugins" not in usage
    assert "--plugins DIR" in outcome.out
    assert outcome.out.endswith("".join(f"  {example}\n" for example in command.examples))


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_examples_of_a_command_are_understood(command: Command) -> None:
    assert any(f"dcsgen {command.name}" in example for example in command.examples)
    for example in command.examples:
        program, *words = shlex.split(example.partition(" >")[0])
        # What git is told are commands of git.
        if program == "dcsgen":
            assert words[0] == command.name
            parser_for(command).words(words[1:])


@pytest.mark.parametrize(
    "words",
    [
        ("--plugins", "a", "--no-plugins", "--strict-plugins", "--plugins=b", "about"),
        ("about", "--plugins", "a", "--no-plugins", "--strict-plugins", "--plugins=b"),
        ("--plugins", "a", "--no-plugins", "about", "--plugins", "b", "--strict-plugins"),
    ],
)
def test_global_options_stand_before_and_after_the_command(run: Run, api: FakeApi, words: tuple[str, ...]) -> None:
    assert run(*words).code == 0
    assert api.asked["open_host"] == ([Path("a"), Path("b")], False, True)


def test_without_global_options_installed_plugins_are_used(run: Run, api: FakeApi) -> None:
    run("about")
    assert api.asked["open_host"] == ([], True, False)


def test_the_version_is_told_before_and_after_the_command(run: Run) -> None:
    told = Outcome(0, f"dcsgen {__version__}\n", "")
    assert run("--version") == run("-V") == run("build", "--version") == run("--no-plugins", "--version") == told


def test_files_may_stand_on_both_sides_of_an_option(run: Run, api: FakeApi) -> None:
    assert run("check", "a.yaml", "--output", "json", "b.yaml").code == 0
    assert api.asked["check"] == ([Path("a.yaml"), Path("b.yaml")],)


def test_after_two_dashes_everything_is_a_file(run: Run, api: FakeApi) -> None:
    assert run("check", "--output", "json", "--", "-a.yaml", "--format").code == 0
    assert api.asked["check"] == ([Path("-a.yaml"), Path("--format")],)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("biuld", "a"), 'there is no command "biuld"; did you mean "build"?'),
        (("qqqq",), 'there is no command "qqqq"'),
        (("build", "a", "--fromat", "x"), 'there is no option "--fromat"; did you mean "--format"?'),
        (("build", "a", "--fromat=x"), 'there is no option "--fromat"; did you mean "--format"?'),
        (("build", "a", "-x"), 'there is no option "-x"'),
        (("--color", "never", "--plugin", "x", "build"), 'there is no option "--plugin"; did you mean "--plugins"'),
        (("--format", "pdf", "build", "a"), 'there is no option "--format" before a command'),
        (("check", "a", "--fail-on", "erorr"), 'must be error, warning or note, not "erorr"; did you mean "error"?'),
        (("about", "--color", "blue"), 'must be auto, always or never, not "blue"'),
        (("extract", "a", "b"), '"b" is one argument too many'),
        (("build", "a", "--jobs", "0"), "'0' is neither a number from 1 on nor auto"),
        (("build",), "required: DESCRIPTION"),
        (("check",), "required: FILE"),
        (("check", "a", "--fail-on"), "expected one argument"),
        (("build", "a", "--format", " , "), "no format is named"),
        (("build", "a", "--since", ""), "--since names nothing"),
        (("schema", "-o", "x"), "-o needs the name of a schema"),
        (("check", "a", "--output", "xml"), 'there is no report format "xml"'),
    ],
)
def test_wrong_usage_is_2_and_one_sentence(run: Run, words: tuple[str, ...], sentence: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    first, *others = outcome.err.splitlines()
    assert first.startswith("dcsgen: error: ")
    assert sentence in first
    assert len(others) <= 1


def test_wrong_usage_names_the_page_to_read(run: Run) -> None:
    assert run("check").err.splitlines()[1] == "`dcsgen check --help` shows how it is used."
    assert run("qqqq").err.splitlines()[1] == "`dcsgen --help` lists all."


def test_options_are_not_abbreviated(run: Run) -> None:
    assert run("build", "a", "--form", "html").code == 2
