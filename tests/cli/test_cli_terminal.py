"""What goes to a terminal, and what happens to streams of other kinds."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli_fakes import FakeApi

from dcsgen.base.errors import OutputError
from dcsgen.base.terminal import (
    columns_of,
    commonmark,
    is_terminal,
    progress_bar,
    table,
    wants_colour,
    write_error,
    write_out,
)
from dcsgen.cli.main import main

SOURCE = Path(__file__).parents[2] / "src"


class Terminal(io.StringIO):
    """A stream at whose end a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Puts a terminal of 60 columns behind standard output and error."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def put() -> Terminal:
        stream = Terminal()
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return put


def test_colours_are_for_terminals_that_know_them(
    terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = terminal()
    assert wants_colour(stream, "auto")
    assert not wants_colour(stream, "never")
    assert not wants_colour(io.StringIO(), "auto")
    assert not wants_colour(None, "auto")
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_colour(stream, "auto")


def test_a_closed_stream_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()
    assert not is_terminal(closed)


def test_commonmark_is_laid_out_for_a_terminal(terminal: Callable[[], Terminal]) -> None:
    terminal()
    text = "**What.** Some `code` and [a link](https://example.org).\n\n- " + "word " * 40
    shown = commonmark("A title", text, "never").splitlines()
    assert shown[0] == "A title"
    assert "  What. Some code and a link (https://example.org)." in shown
    assert any(line.startswith("   • word") for line in shown)
    assert max(map(len, shown)) <= 60
    assert "\x1b[1mA title\x1b[0m\n" in commonmark("A title", text, "auto")


def test_commonmark_cannot_command_the_terminal(terminal: Callable[[], Terminal]) -> None:
    terminal()
    assert "\x1b" not in commonmark("a\x1b[2J", "b\x1b[2J", "never")


def test_a_table_on_a_terminal_folds_its_cells(terminal: Callable[[], Terminal]) -> None:
    terminal()
    rows = [("acme", "one, " * 30), ("[red]", "x\x1b[2J")]
    shown = table(("name", "gives"), rows, "never")
    assert max(map(len, shown.splitlines())) <= 60
    assert shown.count("one,") == 30
    assert "[red]" in shown
    assert "\x1b" not in shown
    assert "\x1b[1mname" in table(("name", "gives"), rows, "auto")


def test_a_table_elsewhere_has_a_line_per_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert table(("a", "b"), [("東京", "x" * 300), ("ab", "")], "auto") == f"a     b\n東京  {'x' * 300}\nab\n"


def test_columns_are_those_of_a_terminal() -> None:
    assert [columns_of(text) for text in ("", "abc", "é", "e\u0301", "東京", "a\u200bb")] == [0, 3, 1, 1, 4, 2]


def test_a_bar_tells_the_steps_and_goes_away(terminal: Callable[[], Terminal]) -> None:
    stream = terminal()
    with progress_bar("auto") as tell:
        assert tell is not None
        tell("writing [pdf]", 1, 3)
    shown = stream.getvalue()
    assert "writing [pdf]" in shown
    assert "1/3" in shown
    assert shown.endswith("\x1b[2K")


def test_nobody_is_told_of_progress_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar("always") as tell:
        assert tell is None
    assert stream.getvalue() == ""


def test_build_shows_progress_on_a_terminal(
    terminal: Callable[[], Terminal], api: FakeApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream, out = terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    api.built = SimpleNamespace(paths=(Path("a.html"),), findings=(), completeness=None, since=None)
    assert main(["build", "a.yaml"]) == 0
    assert "writing pdf" in stream.getvalue()
    assert out.getvalue() == "a.html\n"


def test_a_stream_without_bytes_gets_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    write_out(b"a")
    write_out("b")
    assert stream.getvalue() == "ab"


def test_a_closed_standard_output_is_an_output_error(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (closed, None):
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(OutputError, match="standard output: it is closed"):
            write_out("a")
        monkeypatch.setattr(sys, "stderr", stream)
        write_error("nobody hears")


def test_letters_that_the_stream_lacks_are_escaped_and_names_keep_their_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding, written in (("utf-8", b"\xc3\xa9\xff"), ("ascii", b"\\xe9\\udcff")):
        taken = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(taken, encoding=encoding))
        write_out("é\udcff")
        assert taken.getvalue() == written


class Slow(io.RawIOBase):
    """A stream that takes a few bytes at a time."""

    def __init__(self) -> None:
        self.taken = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)[:3]  # type: ignore[call-overload]
        self.taken += part
        return len(part)


def test_a_stream_may_take_less_than_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow()
    stream = SimpleNamespace(buffer=slow, encoding="utf-8", flush=lambda: None)
    monkeypatch.setattr(sys, "stdout", stream)
    write_out("0123456789")
    assert bytes(slow.taken) == b"0123456789"


LONG = """
import sys
from dcsgen.base import terminal
from dcsgen.cli import dispatch, main
dispatch.run = lambda words: terminal.write_out(b"x" * 1_000_000) or 1
sys.exit(main.main(["anything"]))
"""

PRINTS = """
import sys
from dcsgen.cli import dispatch, main
def run(words):
    for number in range(100_000):
        print(number)
    return 1
dispatch.run = run
sys.exit(main.main(["anything"]))
"""


@pytest.mark.parametrize("program", [LONG, PRINTS], ids=["write_out", "print"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_in_the_middle_makes_no_noise(program: str, unbuffered: str) -> None:
    environment = {"PYTHONPATH": str(SOURCE), "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
