"""Commands that plug-ins add."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import FakeApi, Outcome

from dcsgen.base.errors import OutputError
from dcsgen.plugin.command import Command

Run = Callable[..., Outcome]


def command(run: Callable[[argparse.Namespace], int], name: str = "greet") -> Command:
    def configure(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("whom")
        parser.add_argument("--loud", action="store_true")

    return Command(name, "say hello", "Says hello.", configure, run, ("dcsgen greet world",))


def greet(args: argparse.Namespace) -> int:
    print(f"hello {args.whom}{'!' if args.loud else ''}")
    return 7


@pytest.fixture
def greeting(api: FakeApi) -> FakeApi:
    api.host.commands = (("acme", command(greet)),)
    return api


def test_it_runs_like_any_other(run: Run, greeting: FakeApi) -> None:
    words = ("--plugins", "ours", "greet", "world", "--loud", "--strict-plugins")
    assert run(*words) == Outcome(7, "hello world!\n", "")
    assert greeting.asked["open_host"] == ([Path("ours")], True, True)


def test_it_has_a_help_page(run: Run, greeting: FakeApi) -> None:
    outcome = run("greet", "--help")
    assert outcome.code == 0
    assert outcome.out.startswith("usage: dcsgen greet [--loud] whom\n\nSays hello.\n")
    assert "  dcsgen greet world\n" in outcome.out


def test_a_percent_sign_in_its_usage_is_one(run: Run, api: FakeApi) -> None:
    def configure(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--share", metavar="%")

    api.host.commands = (("acme", Command("greet", "", "100 %", configure, greet)),)
    assert run("greet", "--help").out.startswith("usage: dcsgen greet [--share %]\n\n100 %\n")


def test_wrong_usage_of_it_is_2(run: Run, greeting: FakeApi) -> None:
    outcome = run("greet", "world", "--lowd")
    assert outcome.code == 2
    assert 'did you mean "--loud"?' in outcome.err


def test_its_name_is_among_the_guesses(run: Run, greeting: FakeApi) -> None:
    assert 'did you mean "greet"?' in run("gret", "world").err


def test_a_bug_in_it_is_the_plugins(run: Run, api: FakeApi) -> None:
    def broken(_: argparse.Namespace) -> int:
        raise LookupError("nobody there")

    api.host.commands = (("acme", command(broken)),)
    assert run("greet", "world") == Outcome(
        4, "", 'dcsgen: error: the command "greet" of the plug-in "acme" failed: LookupError: nobody there\n'
    )


def test_an_option_that_dcsgen_has_already_is_the_plugins_fault(run: Run, api: FakeApi) -> None:
    def configure(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--color")

    api.host.commands = (("acme", Command("greet", "", "", configure, greet)),)
    outcome = run("greet")
    assert outcome.code == 4
    assert "--color" in outcome.err


def test_an_error_of_it_keeps_its_code(run: Run, api: FakeApi) -> None:
    def full(_: argparse.Namespace) -> int:
        raise OutputError("cannot write a: the disk is full")

    api.host.commands = (("acme", command(full)),)
    assert run("greet", "world") == Outcome(3, "", "dcsgen: error: cannot write a: the disk is full\n")


def test_dcsgens_own_commands_do_not_ask_for_plugins(run: Run, greeting: FakeApi) -> None:
    greeting.host.commands = (("acme", command(greet, "extract")),)
    assert run("extract", "a.pdf").out == '{"dcsgen": 1}\n'
    assert "open_host" not in greeting.asked


def test_a_command_that_takes_all_the_rest_gets_it(run: Run, api: FakeApi) -> None:
    def configure(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("rest", nargs=argparse.REMAINDER)

    def show(args: argparse.Namespace) -> int:
        print(args.rest)
        return 0

    api.host.commands = (("acme", Command("greet", "", "", configure, show)),)
    assert run("--no-plugins", "greet", "a", "--b", "c").out == "['a', '--b', 'c']\n"
