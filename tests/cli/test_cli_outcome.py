"""Ends that a command does not choose: errors, bugs, interruptions, and streams that take nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import FakeApi, Outcome, finding

from dcsgen.base import errors
from dcsgen.base.terminal import ReaderGoneError

Run = Callable[..., Outcome]
SOURCE = Path(__file__).parents[2] / "src"

RED_ERROR = "\x1b[1;31merror:\x1b[0m"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.DcsgenError, 3),
        (errors.UsageError, 2),
        (errors.UnreadableInputError, 3),
        (errors.OutputError, 3),
        (errors.PluginError, 4),
        (errors.PeerError, 5),
    ],
)
def test_an_error_is_a_sentence_and_its_code(run: Run, api: FakeApi, kind: type[errors.DcsgenError], code: int) -> None:
    api.fails = kind("There is no file a.yaml")
    assert run("build", "a.yaml") == Outcome(code, "", "dcsgen: error: There is no file a.yaml\n")


def test_an_unreadable_file_is_shown_with_the_place(run: Run, api: FakeApi) -> None:
    api.fails = errors.UnreadableInputError("unused", finding(message="this is no YAML"))
    outcome = run("build", "product.yaml")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.splitlines()[:3] == [
        "product.yaml:12:5: error L022 missing-key: this is no YAML",
        "  12 |     sop_class: RTPlanStorage",
        "     |     ^",
    ]
    assert "1 error in 1 file" in outcome.err


def test_what_a_file_is_called_cannot_command_the_terminal(run: Run, api: FakeApi) -> None:
    api.fails = errors.OutputError("cannot write \x1b[2J\x07.pdf")
    assert run("build", "a").err == "dcsgen: error: cannot write ␛[2J␇.pdf\n"


def test_a_bug_is_70_and_no_traceback(run: Run, api: FakeApi) -> None:
    api.fails = ZeroDivisionError("division by zero")
    outcome = run("build", "a.yaml")
    assert (outcome.code, outcome.out) == (70, "")
    first, second = outcome.err.splitlines()
    assert first.startswith("dcsgen: this is a bug in dcsgen ")
    assert first.endswith(": ZeroDivisionError: division by zero")
    assert "report" in second
    assert "DCSGEN_DEBUG=1" in second


@pytest.mark.parametrize("value", ["", "0"])
def test_a_bug_without_words_is_told_too(run: Run, api: FakeApi, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DCSGEN_DEBUG", value)
    api.fails = RecursionError()
    outcome = run("build", "a.yaml")
    assert outcome.code == 70
    assert outcome.err.splitlines()[0].endswith(": RecursionError")


def test_debugging_shows_where_a_bug_is(run: Run, api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DCSGEN_DEBUG", "1")
    api.fails = ZeroDivisionError("division by zero")
    outcome = run("build", "a.yaml")
    assert outcome.code == 70
    assert outcome.err.startswith("Traceback (most recent call last):\n")
    assert "cli_fakes.py" in outcome.err
    assert "DCSGEN_DEBUG" not in outcome.err


def test_an_interruption_is_130_and_quiet(run: Run, api: FakeApi) -> None:
    api.fails = KeyboardInterrupt()
    assert run("build", "a.yaml") == Outcome(130, "", "")


def test_a_reader_that_has_gone_is_no_fault(run: Run, api: FakeApi) -> None:
    api.fails = ReaderGoneError()
    assert run("build", "a.yaml") == Outcome(0, "", "")


def test_a_pipe_that_breaks_inside_is_not_taken_for_the_reader(run: Run, api: FakeApi) -> None:
    api.fails = BrokenPipeError(32, "Broken pipe")
    outcome = run("build", "a.yaml")
    assert outcome.code == 70
    assert "BrokenPipeError" in outcome.err


@pytest.mark.parametrize(("code", "exit_code", "err"), [(None, 0, ""), (9, 9, ""), ("no licence", 1, "no licence\n")])
def test_a_command_may_leave_by_itself(
    run: Run, api: FakeApi, code: int | str | None, exit_code: int, err: str
) -> None:
    api.fails = SystemExit(code)
    assert run("build", "a.yaml") == Outcome(exit_code, "", err)


@pytest.mark.parametrize(
    ("words", "variables", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color=always",), {"NO_COLOR": "1"}, True),
        (("--color", "auto"), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "never", "--color", "always"), {}, True),
    ],
)
def test_colours_follow_the_option_then_the_environment(
    run: Run,
    api: FakeApi,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    variables: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    # Of a wrong command line, the part about colours still counts.
    assert (RED_ERROR in run("check", *words).err) is coloured
    api.findings = (finding(),)
    assert ("\x1b[" in run("check", "a.yaml", *words).out) is coloured


def dcsgen(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `$DCSGEN` is the program."""
    program = f"{sys.executable} -m dcsgen"
    environment = {"PYTHONPATH": str(SOURCE), "PATH": "/usr/bin:/bin", "DCSGEN": program}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", ["--version", "--help", "build --help"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_standard_output_is_3(words: str, unbuffered: str) -> None:
    done = dcsgen(f"PYTHONUNBUFFERED={unbuffered} $DCSGEN {words} > /dev/full")
    assert done.returncode == 3
    assert done.stderr == "dcsgen: error: cannot write to standard output: the disk is full\n"


@pytest.mark.parametrize("words", ["--version", "--help"])
def test_a_reader_that_left_early_makes_no_noise(words: str) -> None:
    done = dcsgen(f"(sleep 0.2; $DCSGEN {words}) | true")
    assert (done.returncode, done.stderr) == (0, "")


def test_streams_that_are_closed_are_no_bug() -> None:
    assert dcsgen("$DCSGEN --help >&-").returncode == 3
    assert dcsgen("$DCSGEN 2>&-").returncode == 2
    assert dcsgen("$DCSGEN 2>/dev/full").returncode == 2


def test_a_terminal_that_knows_few_letters_gets_escapes() -> None:
    done = dcsgen("PYTHONIOENCODING=ascii $DCSGEN biüld --no-plugins")
    assert done.returncode == 2
    assert "bi\\xfcld" in done.stderr
