"""Standard output and error: what they can show, and writing to them so that no failure goes unnoticed.

Commands write through here. Nothing heavy is imported before something is to be laid out or coloured.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from rich.console import RenderableType

WIDTH = 100
"""Columns of a text that is laid out for no terminal in particular."""


NARROWEST = 40
"""Columns that are laid out for at least, however narrow a terminal says it is."""


class ReaderGoneError(Exception):
    """Whoever read standard output has stopped (`dcsgen ... | head`): no fault, but nothing is left to do."""


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream leads to a person's eyes; a closed one does not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def wants_colour(stream: TextIO | None, choice: str) -> bool:
    """Whether to colour what goes to a stream. `choice` is the word of `--color`: `auto`, `always` or `never`.

    `auto` follows NO_COLOR, then FORCE_COLOR (empty counts as not set), then what the stream is.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def write_out(content: str | bytes) -> None:
    """Write to standard output, at once.

    Raises `OutputError` if that cannot be done, `ReaderGoneError` if nobody reads it any more. Characters that the
    encoding lacks are written escaped, names of files byte for byte.
    """
    stream = sys.stdout
    try:
        if stream is None:
            raise ValueError("closed")
        stream.flush()
        _write(stream, content)
        stream.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except (OSError, ValueError) as error:
        from dcsgen.base.errors import OutputError
        from dcsgen.base.output import cause

        why = cause(error) if isinstance(error, OSError) else "it is closed"
        raise OutputError(f"cannot write to standard output: {why}") from error


def _write(stream: TextIO, content: str | bytes) -> None:
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        # A stand-in for the real thing, as notebooks have it, takes text alone.
        stream.write(content if isinstance(content, str) else content.decode("utf-8", "replace"))
        return
    rest = memoryview(content if isinstance(content, bytes) else _encoded(content, stream.encoding))
    while rest:
        # Without a buffer (`python -u`) it may take less than it is given.
        rest = rest[buffer.write(rest) :]


def aside() -> AbstractContextManager[object]:
    """While entered, what others print goes to standard error. Standard output is for results, which programs read."""
    from contextlib import redirect_stdout

    return redirect_stdout(sys.stderr)


def write_error(text: str) -> None:
    """Write to standard error, at once. Where that fails there is nobody left to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        abandon(sys.stderr)


def abandon(stream: TextIO) -> None:
    """Let a stream that cannot be written lead nowhere, or the interpreter complains of it once more at its end."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return text.encode(encoding, "backslashreplace")


def columns_of(text: str) -> int:
    """How many columns a terminal needs for a text: two for a wide East Asian character, none for an accent."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def text_width() -> int:
    """Columns for a text on standard output: those of the terminal, COLUMNS, or `WIDTH` where there is neither."""
    from shutil import get_terminal_size

    return max(get_terminal_size((WIDTH, 24)).columns, NARROWEST)


def commonmark(title: str, text: str, choice: str) -> str:
    """A page of CommonMark, laid out if standard output is a terminal or gets colours, as it is otherwise."""
    from dcsgen.base.tree import harmless

    title = harmless(title)
    text = "\n".join(harmless(line) for line in text.strip().splitlines())
    colour = wants_colour(sys.stdout, choice)
    if not colour and not is_terminal(sys.stdout):
        return f"# {title}\n\n{text}\n"
    from rich.console import Group
    from rich.markdown import Markdown
    from rich.padding import Padding
    from rich.text import Text

    body = Markdown(text, hyperlinks=False, code_theme="ansi_dark")
    return _laid_out(Group(Text(title, style="bold"), "", Padding(body, (0, 0, 0, 2))), colour)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], choice: str) -> str:
    """A table with one line of headings: laid out for a terminal, in aligned columns of plain text otherwise."""
    from dcsgen.base.tree import harmless

    lines = [[harmless(cell) for cell in row] for row in rows]
    colour = wants_colour(sys.stdout, choice)
    if not colour and not is_terminal(sys.stdout):
        return _aligned([list(headings), *lines])
    from rich.table import Table
    from rich.text import Text

    laid_out = Table(*headings, box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for line in lines:
        laid_out.add_row(*map(Text, line))
    return _laid_out(laid_out, colour)


def progress_bar(choice: str, *, ticks: bool = True) -> AbstractContextManager[Callable[[str, int, int], None] | None]:
    """While entered, a bar on standard error if that is a terminal; None otherwise.

    It is told of progress by what is being done, how many steps of that are done, and of how many; 0 steps if that
    is not known. It leaves no trace on the terminal. With `ticks`, a thread counts the seconds meanwhile; without, the
    bar changes only when it is told something, and processes can be forked safely.
    """
    from contextlib import contextmanager, nullcontext

    if not is_terminal(sys.stderr):
        return nullcontext()

    @contextmanager
    def shown() -> Iterator[Callable[[str, int, int], None]]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        console = Console(stderr=True, no_color=not wants_colour(sys.stderr, choice))
        with Progress(*columns, console=console, transient=True, auto_refresh=ticks) as bar:
            task = bar.add_task("starting", total=None)

            def tell(what: str, done: int, total: int) -> None:
                bar.update(task, description=what, completed=done, total=total or None, refresh=not ticks)

            yield tell

    return shown()


def _aligned(lines: list[list[str]]) -> str:
    widths = [max(map(columns_of, column)) for column in zip(*lines, strict=True)]
    padded = (
        "  ".join(cell + " " * (width - columns_of(cell)) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "".join(line.rstrip() + "\n" for line in padded)


def _laid_out(content: RenderableType, colour: bool) -> str:
    from io import StringIO
    from shutil import get_terminal_size

    from rich.console import Console
    from rich.theme import Theme

    width = get_terminal_size((WIDTH, 24)).columns
    console = Console(
        file=StringIO(),
        force_terminal=colour,
        color_system="standard" if colour else None,
        width=min(width, WIDTH),
        legacy_windows=False,
        # By default code stands on black, which is a blot on a light terminal.
        theme=Theme({"markdown.code": "cyan", "markdown.code_block": "cyan"}),
    )
    with console.capture() as capture:
        console.print(content)
    lines = (line.rstrip() for line in capture.get().splitlines())
    return "".join(f"{line}\n" for line in lines)


Paint: TypeAlias = "Callable[[str, str], str]"
"""Gives a text a style in the words of rich, such as `bold red`, or leaves it as it is."""


def painter(colour: bool) -> Paint:
    """What gives texts their style, if colours are wanted."""
    return _painted if colour else _plain


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    # The sixteen colours of the terminal are the ones its owner has chosen to be readable.
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)
