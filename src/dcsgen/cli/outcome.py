"""What people are told, and what exit code programs get, when a command does not come to its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from dcsgen.base.errors import EXIT_BUG, EXIT_CLEAN, DcsgenError
from dcsgen.base.terminal import ReaderGoneError, abandon, wants_colour, write_error

EXIT_INTERRUPTED = 130
"""What a shell gives for a program that Ctrl-C has ended."""


def exit_code_of(error: BaseException, words: Sequence[str]) -> int:
    """Say on standard error what happened. `words` are those of the command line."""
    try:
        return _told(error, words)
    finally:
        _settle_output()


def _told(error: BaseException, words: Sequence[str]) -> int:
    if isinstance(error, SystemExit):
        return _left(error)
    if isinstance(error, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    if isinstance(error, ReaderGoneError) or (isinstance(error, BrokenPipeError) and _reader_is_gone()):
        return EXIT_CLEAN
    debug = os.environ.get("DCSGEN_DEBUG", "0") not in ("", "0")
    if debug:
        from traceback import format_exception

        write_error("".join(format_exception(error)))
    colour = wants_colour(sys.stderr, _choice(words))
    if isinstance(error, DcsgenError):
        write_error(_sentence(error, colour))
        return error.exit_code
    write_error(_bug(error, colour, debug))
    return EXIT_BUG


def _left(error: SystemExit) -> int:
    """What `sys.exit` means: a code, nothing, or a text for people and the code 1."""
    if error.code is None or isinstance(error.code, int):
        return error.code or EXIT_CLEAN
    write_error(f"{error.code}\n")
    return 1


def _sentence(error: DcsgenError, colour: bool) -> str:
    from dcsgen.base.tree import harmless

    finding = getattr(error, "finding", None)
    if finding is None:
        first, *others = [harmless(line) for line in str(error).splitlines()] or [type(error).__name__]
        return "".join(f"{line}\n" for line in (f"dcsgen: {_painted('error:', colour)} {first}", *others))
    from dcsgen.builtin.reporter.text import write
    from dcsgen.plugin.reporter import Report
    from dcsgen.version import __version__

    files = (finding.place.file,) if finding.place else ()
    return write(Report(tool="dcsgen", version=__version__, files=files, findings=(finding,)), colour)


def _bug(error: BaseException, colour: bool, debug: bool) -> str:
    from dcsgen.base.tree import harmless
    from dcsgen.version import __version__

    what = harmless(f"{type(error).__name__}: {error}".rstrip(": "))
    more = "" if debug else " With DCSGEN_DEBUG=1 it shows where it happened."
    return (
        f"dcsgen: {_painted('this is a bug', colour)} in dcsgen {__version__}: {what}\n"
        f"Please report it to the project, with the command and, if you may, the description.{more}\n"
    )


def _painted(text: str, colour: bool) -> str:
    return f"\x1b[1;31m{text}\x1b[0m" if colour else text


def _choice(words: Sequence[str]) -> str:
    """The word of `--color`, whatever else may be wrong with the command line."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    named = [after if word == "--color" else word[8:] for word, after in pairs if word.split("=")[0] == "--color"]
    return named[-1] if named and named[-1] in ("always", "never") else "auto"


def _reader_is_gone() -> bool:
    """Whether it was standard output that broke, and not a pipe to somebody else."""
    import select

    try:
        poll = select.poll()
        poll.register(sys.stdout.fileno(), 0)
    except (AttributeError, OSError, ValueError):
        # Windows has no poll, and a stand-in for standard output no number.
        return False
    return any(event & (select.POLLERR | select.POLLHUP) for _, event in poll.poll(0))


def _settle_output() -> None:
    """Write what is still waiting to be written, or forget it."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        abandon(sys.stdout)
